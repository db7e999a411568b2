CREATE TABLE qualification_type (
    qualification_type_id text PRIMARY KEY,
    requester_id          text        NOT NULL,
    name                  text        NOT NULL,
    description           text        NOT NULL,
    keywords              text        NOT NULL,
    status                text        NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE', 'DISPOSED')),
    auto_granted_value    int,    -- null: granted by hand
    retry_delay_seconds   bigint, -- null: one request only, ever
    created_at            timestamptz NOT NULL
);
CREATE UNIQUE INDEX qualification_type_name ON qualification_type (requester_id, name) WHERE status <> 'DISPOSED';

CREATE TABLE qualification (
    worker_id             text        NOT NULL,
    qualification_type_id text        NOT NULL,
    value                 int         NOT NULL,
    status                text        NOT NULL CHECK (status IN ('GRANTED', 'REVOKED')),
    granted_at            timestamptz NOT NULL,
    PRIMARY KEY (worker_id, qualification_type_id)
);
CREATE INDEX qualification_of_type ON qualification (qualification_type_id, worker_id);

CREATE TABLE qualification_request (
    qualification_request_id text PRIMARY KEY,
    qualification_type_id    text        NOT NULL,
    worker_id                text        NOT NULL,
    requester_id             text        NOT NULL,
    status                   text        NOT NULL CHECK (status IN ('PENDING', 'GRANTED', 'REJECTED')),
    requested_at             timestamptz NOT NULL,
    decided_at               timestamptz,
    reason                   text
);
CREATE UNIQUE INDEX qualification_request_pending
    ON qualification_request (qualification_type_id, worker_id) WHERE status = 'PENDING';
CREATE INDEX qualification_request_of_requester
    ON qualification_request (requester_id, qualification_request_id) WHERE status = 'PENDING';
CREATE INDEX qualification_request_of_worker
    ON qualification_request (worker_id, qualification_type_id, qualification_request_id);
