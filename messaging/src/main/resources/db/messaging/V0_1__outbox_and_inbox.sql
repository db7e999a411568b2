-- A row exists exactly while its event is not yet acknowledged by Kafka.
CREATE TABLE outbox (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic    text  NOT NULL,
    key      text  NOT NULL,
    headers  text  NOT NULL,
    payload  bytea
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Up to where each partition has taken effect; topic_id tells a topic that was made anew.
CREATE TABLE inbox_watermark (
    topic        text   NOT NULL,
    partition    int    NOT NULL,
    topic_id     text,
    next_offset  bigint NOT NULL,
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

-- Events that took effect lately: catches what a sender published twice, and answers the gateway's fences.
CREATE TABLE inbox_event (
    event_id uuid PRIMARY KEY
);

-- Records that could not be applied, and those that wait behind them.
CREATE TABLE parked_record (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic         text        NOT NULL,
    partition     int         NOT NULL,
    record_offset bigint      NOT NULL,
    key           text        NOT NULL,
    headers       text        NOT NULL,
    payload       bytea,
    reason        text,
    parked_at     timestamptz NOT NULL,
    UNIQUE (topic, partition, record_offset)
);
CREATE INDEX parked_record_key ON parked_record (topic, key);

-- One row per POST that was made with an Idempotency-Key.
CREATE TABLE idempotency_key (
    account_id   text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    resource_id  text,
    status       int,
    location     text,
    body         text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
