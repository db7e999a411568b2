-- Who may knock. Names and e-mail addresses live here and in no event.
CREATE TABLE account (
    id           text        PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('REQUESTER', 'WORKER', 'OPERATOR')),
    name         text        NOT NULL,
    email        text,
    currency     text        NOT NULL,
    country      text,
    subdivision  text,
    opened_at    timestamptz NOT NULL,
    suspended_at timestamptz,
    changed_at   timestamptz NOT NULL,
    version      bigint      NOT NULL
);

-- Lists go by age; replicas ask every second what changed lately.
CREATE INDEX account_opened_at ON account (opened_at, id);
CREATE INDEX account_changed_at ON account (changed_at);

-- Several per account, so that they can be rotated. The secret must be readable again (SigV4 needs it), hence sealed, not hashed.
CREATE TABLE access_key (
    id         text        PRIMARY KEY,
    account_id text        NOT NULL REFERENCES account (id),
    secret     bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE INDEX access_key_account_id ON access_key (account_id);
CREATE INDEX access_key_revoked_at ON access_key (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX access_key_created_at ON access_key (created_at);

-- What an Idempotency-Key made: ids only, since the answer itself holds a secret; it is put together again for a repeat.
CREATE TABLE made_once (
    account_id    text        NOT NULL,
    key           text        NOT NULL,
    request       bytea       NOT NULL,
    access_key_id text        NOT NULL,
    made_at       timestamptz NOT NULL,
    PRIMARY KEY (account_id, key)
);

CREATE INDEX made_once_made_at ON made_once (made_at);
