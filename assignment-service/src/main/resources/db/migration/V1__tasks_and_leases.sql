-- What tasks say to workers; most tasks of a batch say the same, so the words are kept once.
CREATE TABLE listing (
    listing_id  text PRIMARY KEY, -- SHA-256 of the words
    title       text NOT NULL,
    description text NOT NULL,
    keywords    text NOT NULL,
    words       text NOT NULL     -- lower case, for finding
);

-- Who may do it; equal demands are kept once, in normal form.
CREATE TABLE requirement_set (
    requirement_set_id text PRIMARY KEY, -- SHA-256 of spec
    spec               text   NOT NULL,  -- JSON array of requirements
    granted_types      text[] NOT NULL   -- the types whose grants must be looked up
);

CREATE TABLE task (
    task_id                     text PRIMARY KEY,
    task_type_id                text        NOT NULL,
    batch_id                    text,
    requester_id                text        NOT NULL,
    funds_id                    text        NOT NULL,
    listing_id                  text        NOT NULL,
    requirement_set_id          text        NOT NULL,
    reward_minor                bigint      NOT NULL,
    fee_minor                   bigint      NOT NULL,
    currency                    text        NOT NULL,
    duration_seconds            bigint      NOT NULL,
    auto_approval_delay_seconds bigint      NOT NULL,
    places                      int         NOT NULL,
    status                      text        NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'DISPOSED')),
    expires_at                  timestamptz NOT NULL,
    closing                     int         NOT NULL,
    published_at                timestamptz NOT NULL
);
CREATE INDEX task_due ON task (expires_at, task_id) WHERE status = 'OPEN';
CREATE INDEX task_of_batch ON task (batch_id, task_id) WHERE status = 'OPEN';
CREATE INDEX task_of_requester ON task (requester_id, task_id) WHERE status = 'OPEN';

-- The free places of a task, spread over several rows when there are many, so that no row is hot.
-- These rows are what accept, return, expiry and closing agree by: a closed stripe has none free and takes none back.
CREATE TABLE place_stripe (
    task_id      text    NOT NULL,
    stripe       int     NOT NULL,
    free         int     NOT NULL CHECK (free >= 0),
    open         boolean NOT NULL,
    reward_minor bigint  NOT NULL,
    -- Indexed instead of free, so that taking one of several places touches no index.
    available    boolean NOT NULL GENERATED ALWAYS AS (free > 0) STORED,
    PRIMARY KEY (task_id, stripe)
) WITH (fillfactor = 70);
CREATE INDEX place_stripe_by_age ON place_stripe (task_id) WHERE available;
CREATE INDEX place_stripe_by_reward ON place_stripe (reward_minor, task_id) WHERE available;

CREATE TABLE assignment (
    assignment_id text PRIMARY KEY,
    task_id       text        NOT NULL,
    stripe        int         NOT NULL,
    worker_id     text        NOT NULL,
    requester_id  text        NOT NULL,
    status        text        NOT NULL CHECK (status IN ('ACCEPTED', 'SUBMITTED', 'RETURNED', 'ABANDONED')),
    accepted_at   timestamptz NOT NULL,
    deadline      timestamptz NOT NULL,
    ended_at      timestamptz,
    answer_hash   text -- SHA-256 of the answer, to know a repeated submit by
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX assignment_once ON assignment (task_id, worker_id) WHERE status IN ('ACCEPTED', 'SUBMITTED');
CREATE INDEX assignment_due ON assignment (deadline) WHERE status = 'ACCEPTED';
CREATE INDEX assignment_of_worker ON assignment (worker_id, assignment_id);

-- Answers that came too late or a second time: kept for their worker, never counted.
CREATE TABLE draft (
    assignment_id text PRIMARY KEY,
    answer        text        NOT NULL,
    reason        text        NOT NULL,
    saved_at      timestamptz NOT NULL
);

-- Changes that add places and carry no running total: each counts once, however often it is delivered.
CREATE TABLE reopening (
    event_id uuid PRIMARY KEY,
    task_id  text NOT NULL
);
