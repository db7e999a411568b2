-- Where and how a worker wants to be paid. The destination is sealed; a missing row means the default rail, on request.
CREATE TABLE payee (
    worker_id   text PRIMARY KEY,
    rail        text        NOT NULL,
    destination bytea       NOT NULL,
    minimum     bigint      NOT NULL DEFAULT 0 CHECK (minimum >= 0),
    schedule    text        NOT NULL CHECK (schedule IN ('ON_REQUEST', 'DAILY', 'WEEKLY', 'MONTHLY')),
    next_due    timestamptz,
    updated_at  timestamptz NOT NULL,
    CHECK ((next_due IS NOT NULL) = (schedule <> 'ON_REQUEST'))
);

CREATE INDEX payee_due ON payee (next_due) WHERE next_due IS NOT NULL;

-- Whether identity and tax questions are answered, as an operator or another system said it.
CREATE TABLE payee_verification (
    worker_id   text PRIMARY KEY,
    verified    boolean     NOT NULL,
    note        text        NOT NULL,
    verified_by text        NOT NULL,
    verified_at timestamptz NOT NULL
);

-- How long a worker's earnings wait before they can be taken out; a missing row means the default tier.
CREATE TABLE worker_tier (
    worker_id   text PRIMARY KEY,
    tier        text        NOT NULL,
    assigned_at timestamptz NOT NULL
);

-- SENT: the rail has it and will say later. RETURNED: it had arrived and came back. due_at: when the clock looks at it again.
ALTER TABLE payout
    DROP CONSTRAINT payout_state_check,
    ADD CONSTRAINT payout_state_check CHECK (state IN ('REQUESTED', 'SENDING', 'SENT', 'PAID', 'FAILED', 'RETURNED')),
    ALTER COLUMN due_at DROP NOT NULL,
    ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN destination bytea NOT NULL DEFAULT '',
    ADD COLUMN run_id text,
    ADD COLUMN note text,
    ADD COLUMN watched_until timestamptz;

UPDATE payout SET due_at = NULL WHERE state IN ('PAID', 'FAILED');

DROP INDEX payout_due;
CREATE INDEX payout_due ON payout (rail, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX payout_run ON payout (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX payout_open ON payout (rail, requested_at) WHERE state IN ('REQUESTED', 'SENDING', 'SENT');
CREATE UNIQUE INDEX payout_number ON payout (number);

-- PAYOUT is a pending transfer: a second one posts it or voids it, never both.
CREATE UNIQUE INDEX transfer_payout_ended_once ON transfer (cause_id) WHERE cause IN ('PAYOUT_PAID', 'PAYOUT_FAILED');

-- Files for banks, written once and sealed. A run is in at most one file, so a file is never written anew with other contents.
CREATE TABLE payout_file (
    run_id     text PRIMARY KEY,
    rail       text        NOT NULL,
    name       text        NOT NULL UNIQUE,
    media_type text        NOT NULL,
    content    bytea       NOT NULL,
    payouts    integer     NOT NULL,
    amount     bigint      NOT NULL,
    currency   text        NOT NULL,
    written_at timestamptz NOT NULL
);

-- What came back from banks, as it came but sealed: the evidence of what was settled by it.
CREATE TABLE payout_report (
    id          text PRIMARY KEY,
    rail        text        NOT NULL,
    kind        text        NOT NULL,
    sha256      text        NOT NULL UNIQUE,
    content     bytea       NOT NULL,
    received_by text        NOT NULL,
    received_at timestamptz NOT NULL
);

-- Invoices read what became of one hold's places, and the questions that filled it.
CREATE INDEX settlement_funds ON settlement (funds_id);
CREATE INDEX ask_funds ON ask (funds_id);
