-- What is known of a worker: the account's facts, the worker's own words, and the record of the work.
CREATE TABLE worker (
    worker_id       text PRIMARY KEY,
    country         text,
    subdivision     text,
    stated_by       text CHECK (stated_by IN ('OPERATOR', 'WORKER')),
    adult           boolean,
    suspended       boolean     NOT NULL DEFAULT false,
    suspension_at   timestamptz NOT NULL DEFAULT '-infinity',
    submitted       int         NOT NULL DEFAULT 0,
    approved        int         NOT NULL DEFAULT 0,
    rejected        int         NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

-- The last verdict on each answer; its number tells a later verdict from a repeated one.
CREATE TABLE verdict (
    assignment_id text PRIMARY KEY,
    worker_id     text   NOT NULL,
    approved      boolean NOT NULL,
    feedback      text,
    number        bigint NOT NULL
);

CREATE TABLE block (
    requester_id text        NOT NULL,
    worker_id    text        NOT NULL,
    reason       text        NOT NULL,
    blocked_at   timestamptz NOT NULL,
    PRIMARY KEY (requester_id, worker_id)
);
