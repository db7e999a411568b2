CREATE TABLE deposit (
    id           text PRIMARY KEY,
    reference    text        NOT NULL UNIQUE,
    requester_id text        NOT NULL,
    amount       bigint      NOT NULL CHECK (amount > 0),
    currency     text        NOT NULL,
    received_at  timestamptz NOT NULL
);

-- Who handed in which assignment for whom: a bonus needs one. Learned from kempelen.assignments.
CREATE TABLE work (
    assignment_id text PRIMARY KEY,
    task_id       text NOT NULL,
    worker_id     text NOT NULL,
    requester_id  text NOT NULL
);

CREATE TABLE bonus (
    id            text PRIMARY KEY,
    requester_id  text        NOT NULL,
    worker_id     text        NOT NULL,
    assignment_id text        NOT NULL,
    task_id       text        NOT NULL,
    amount        bigint      NOT NULL CHECK (amount > 0),
    fee           bigint      NOT NULL CHECK (fee >= 0),
    currency      text        NOT NULL,
    reason        text        NOT NULL,
    request_token text,
    paid_at       timestamptz NOT NULL
);

CREATE UNIQUE INDEX bonus_token ON bonus (requester_id, request_token) WHERE request_token IS NOT NULL;
CREATE INDEX bonus_requester ON bonus (requester_id, id);
CREATE INDEX bonus_task ON bonus (task_id, id);
CREATE INDEX bonus_assignment ON bonus (assignment_id, id);

-- REQUESTED: the money has left the wallet. SENDING: the rail may have been called. PAID and FAILED are final.
CREATE TABLE payout (
    id           text PRIMARY KEY,
    worker_id    text        NOT NULL,
    amount       bigint      NOT NULL CHECK (amount > 0),
    currency     text        NOT NULL,
    rail         text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('REQUESTED', 'SENDING', 'PAID', 'FAILED')),
    attempts     integer     NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL,
    reason       text,
    requested_at timestamptz NOT NULL,
    settled_at   timestamptz
);

CREATE INDEX payout_due ON payout (due_at) WHERE state IN ('REQUESTED', 'SENDING');
CREATE INDEX payout_worker ON payout (worker_id, id);
