-- What review-service knows: one docket per task, the answers, how they agree, and what is asked of the purse.

-- The one row that everything deciding about a task's answers locks first; so a verdict is given once, numbers have no gaps,
-- and events of a task leave in the order of its decisions. Narrow and updated in place: it is written for every answer.
CREATE TABLE docket (
    task_id          text PRIMARY KEY,
    requester_id     text    NOT NULL,
    batch_id         text,
    policy_kind      text,                            -- null: answers came before TaskPublished did
    policy_fields    text[]  NOT NULL DEFAULT '{}',
    policy_dissent   text    NOT NULL DEFAULT 'WAIT',
    policy_replaces  boolean NOT NULL DEFAULT false,
    places           integer NOT NULL DEFAULT 0,      -- in all, as published and extended
    released         integer NOT NULL DEFAULT 0,      -- nobody will answer them: the task closed
    wanted           integer NOT NULL DEFAULT 0,      -- asked for in place of rejected ones, not yet there
    answered         integer NOT NULL DEFAULT 0,
    approved         integer NOT NULL DEFAULT 0,
    rejected         integer NOT NULL DEFAULT 0,
    voted            integer NOT NULL DEFAULT 0,      -- answers in the tally
    outvoted         integer NOT NULL DEFAULT 0,      -- answers the policy rejected: out of the tally, in the share
    last_number      bigint  NOT NULL DEFAULT 0,
    label_hash       text,
    label            text,
    lead             integer NOT NULL DEFAULT 0,
    heard            integer NOT NULL DEFAULT 0,
    told             integer NOT NULL DEFAULT 0,      -- heard, as last published
    found_number     bigint  NOT NULL DEFAULT 0,
    found_at         timestamptz,
    settled          boolean NOT NULL DEFAULT false,
    sweep_after      bigint,                          -- a long decision: answers numbered past this still wait for it
    disposed_at      timestamptz
) WITH (fillfactor = 70);
CREATE INDEX docket_sweep ON docket (task_id) WHERE sweep_after IS NOT NULL;

-- What a task is to its readers: GetAssignment and the worker's explanation show it. Never changes but for its expiry.
CREATE TABLE task (
    task_id                     text PRIMARY KEY,
    task_type_id                text   NOT NULL,
    requester_id                text   NOT NULL,
    title                       text   NOT NULL,
    description                 text   NOT NULL,
    keywords                    text   NOT NULL,
    reward                      bigint NOT NULL,
    currency                    text   NOT NULL,
    assignment_duration_seconds bigint NOT NULL,
    auto_approval_delay_seconds bigint NOT NULL,
    requirements                text   NOT NULL,      -- JSON, in MTurk's spelling
    expires_at                  timestamptz NOT NULL,
    published_at                timestamptz NOT NULL
);

CREATE TABLE answer (
    assignment_id  text PRIMARY KEY,
    task_id        text    NOT NULL,
    batch_id       text,
    worker_id      text    NOT NULL,
    requester_id   text    NOT NULL,
    funds_id       text    NOT NULL,
    reward         bigint  NOT NULL,
    fee            bigint  NOT NULL,
    currency       text    NOT NULL,
    body           text    NOT NULL,                  -- JSON: field to values; base64 where body_key_id is set
    body_key_id    text,
    label_hash     text,                              -- what it votes for; null: the policy is unknown or counts no votes
    accepted_at    timestamptz NOT NULL,
    submitted_at   timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    number         bigint  NOT NULL,
    status         text    NOT NULL,
    decided_by     text,
    reason         text,
    feedback       text,
    verdict_number bigint,
    decided_at     timestamptz,
    overridden     boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX answer_of_task ON answer (task_id, number);
CREATE INDEX answer_due ON answer (due_at) WHERE status = 'SUBMITTED';

-- How many answers of a task say the same; the leading two are found without reading the answers.
CREATE TABLE tally (
    task_id    text    NOT NULL,
    label_hash text    NOT NULL,
    label      text    NOT NULL,
    votes      integer NOT NULL,
    PRIMARY KEY (task_id, label_hash)
);
CREATE INDEX tally_lead ON tally (task_id, votes DESC, label_hash);

-- Assignments somebody works on: known to exist, not yet to be reviewed.
CREATE TABLE working (
    assignment_id text PRIMARY KEY,
    task_id       text NOT NULL,
    worker_id     text NOT NULL,
    requester_id  text NOT NULL
);

-- The money of a rejected answer is gone; approving it after all asks for it again.
CREATE TABLE funds_ask (
    ask_id        text PRIMARY KEY,
    assignment_id text NOT NULL,
    task_id       text NOT NULL,
    requester_id  text NOT NULL,
    feedback      text,
    status        text NOT NULL,
    required      bigint,
    available     bigint,
    currency      text,
    event_id      uuid,
    asked_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX funds_ask_waiting ON funds_ask (assignment_id) WHERE status = 'WAITING';
CREATE INDEX funds_ask_old ON funds_ask (asked_at) WHERE status = 'WAITING';
