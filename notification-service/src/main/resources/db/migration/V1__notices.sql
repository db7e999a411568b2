-- What somebody should know. The subject names what it is about within an account, so that hearing of it twice tells it once;
-- notices that would come in floods are tallied, one row a day.
CREATE TABLE notice (
    id         text PRIMARY KEY,
    account_id text        NOT NULL,
    kind       text        NOT NULL,
    subject    text        NOT NULL,
    about      text        NOT NULL,
    title      text        NOT NULL,
    body       text,
    times      integer     NOT NULL DEFAULT 1,
    amount     bigint,
    currency   text,
    day        date,
    created_at timestamptz NOT NULL,
    read_at    timestamptz,
    UNIQUE (account_id, subject)
) WITH (fillfactor = 80);

CREATE INDEX notice_inbox ON notice (account_id, id);
CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL;

-- The only place in the platform, beside the gateway, that knows an address. It is in no topic.
CREATE TABLE contact (
    account_id text PRIMARY KEY,
    email      text        NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE preference (
    account_id text NOT NULL,
    kind       text NOT NULL,
    mode       text NOT NULL CHECK (mode IN ('OFF', 'EACH', 'DIGEST')),
    PRIMARY KEY (account_id, kind)
);

-- One mail. OPEN digests still gather notices; SENDING is claimed until due_at; SENT and FAILED are final.
CREATE TABLE delivery (
    id         text PRIMARY KEY,
    account_id text        NOT NULL,
    digest     boolean     NOT NULL,
    state      text        NOT NULL CHECK (state IN ('OPEN', 'WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts   integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    error      text,
    created_at timestamptz NOT NULL,
    settled_at timestamptz
);

CREATE UNIQUE INDEX delivery_open ON delivery (account_id) WHERE state = 'OPEN';
CREATE INDEX delivery_due ON delivery (due_at) WHERE state IN ('OPEN', 'WAITING', 'SENDING');

CREATE TABLE delivery_notice (
    delivery_id text NOT NULL REFERENCES delivery,
    notice_id   text NOT NULL REFERENCES notice,
    PRIMARY KEY (delivery_id, notice_id)
);

-- Learned from kempelen.assignments, to call qualifications by their names.
CREATE TABLE qualification_name (
    qualification_type_id text PRIMARY KEY,
    name                  text NOT NULL
);
