-- The double-entry ledger. Transfers are the truth and never change; balances are what a trigger makes of them.

CREATE TABLE ledger_account (
    id        text PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('AVAILABLE', 'ESCROW', 'EARNINGS', 'FEES', 'DEPOSITS', 'SANDBOX', 'RAIL', 'PAID_OUT')),
    owner_id  text,
    currency  text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    opened_at timestamptz NOT NULL,
    CHECK ((owner_id IS NOT NULL) = (kind IN ('AVAILABLE', 'ESCROW', 'EARNINGS')))
);

-- Only owned accounts have a stored balance: the platform's would be one hot row, so theirs is summed from the transfers.
-- A table of its own, so that the rows that change are small and keep room for the next version beside them.
CREATE TABLE balance (
    account_id text PRIMARY KEY REFERENCES ledger_account,
    amount     bigint NOT NULL DEFAULT 0 CHECK (amount >= 0)
) WITH (fillfactor = 50);

-- Money set aside under one funds id. "asks" counts the questions that were ever granted: 0 means that only facts about it have come so far.
CREATE TABLE hold (
    funds_id     text PRIMARY KEY,
    requester_id text    NOT NULL,
    currency     text    NOT NULL,
    asks         integer NOT NULL DEFAULT 0,
    remaining    bigint  NOT NULL DEFAULT 0 CHECK (remaining >= 0)
) WITH (fillfactor = 50);

CREATE INDEX hold_requester ON hold (requester_id) WHERE remaining > 0;

CREATE TABLE transfer (
    id             text PRIMARY KEY,
    cause          text        NOT NULL,
    cause_id       text        NOT NULL,
    debit_account  text        NOT NULL,
    credit_account text        NOT NULL,
    amount         bigint      NOT NULL CHECK (amount > 0),
    currency       text        NOT NULL,
    funds_id       text,
    created_at     timestamptz NOT NULL,
    UNIQUE (cause, cause_id),
    CHECK (debit_account <> credit_account)
);

CREATE INDEX transfer_debit ON transfer (debit_account, id);
CREATE INDEX transfer_credit ON transfer (credit_account, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is written once: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER transfer_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_account_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_account FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Depth 1 is a statement of a client; the triggers below write at depth 2.
CREATE FUNCTION refuse_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION '% follows the transfers: % by hand refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER balance_derived BEFORE INSERT OR UPDATE OR DELETE ON balance FOR EACH ROW EXECUTE FUNCTION refuse_by_hand();
CREATE TRIGGER balance_kept BEFORE TRUNCATE ON balance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hold_derived BEFORE UPDATE ON hold FOR EACH ROW WHEN (OLD.remaining <> NEW.remaining) EXECUTE FUNCTION refuse_by_hand();
CREATE TRIGGER hold_kept BEFORE DELETE OR TRUNCATE ON hold FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION open_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO balance (account_id) VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER ledger_account_opened AFTER INSERT ON ledger_account
    FOR EACH ROW WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION open_balance();

-- Sums what one statement moved, per hold and per account, and touches each row once, in id order: deadlock-free and as cheap for 500 transfers as for one.
CREATE FUNCTION post_transfers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved record;
    owned boolean;
BEGIN
    FOR moved IN
        SELECT funds_id, sum(CASE WHEN credit_account LIKE 'escrow:%' THEN amount ELSE -amount END) AS delta
        FROM posted
        WHERE funds_id IS NOT NULL
        GROUP BY funds_id ORDER BY funds_id
    LOOP
        UPDATE hold SET remaining = remaining + moved.delta WHERE funds_id = moved.funds_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no hold %', moved.funds_id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END LOOP;
    FOR moved IN
        SELECT account_id, currency, sum(delta) AS delta
        FROM (SELECT debit_account AS account_id, currency, -amount AS delta FROM posted
              UNION ALL
              SELECT credit_account, currency, amount FROM posted) AS sides
        GROUP BY account_id, currency ORDER BY account_id, currency
    LOOP
        SELECT owner_id IS NOT NULL INTO owned FROM ledger_account WHERE id = moved.account_id AND currency = moved.currency;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no account % in %', moved.account_id, moved.currency USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF owned THEN
            UPDATE balance SET amount = amount + moved.delta WHERE account_id = moved.account_id;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER transfer_posted AFTER INSERT ON transfer
    REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION post_transfers();
