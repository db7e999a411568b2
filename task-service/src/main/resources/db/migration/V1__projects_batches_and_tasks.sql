-- What this service learned of requesters: only what their money is in.
CREATE TABLE account (
  account_id text PRIMARY KEY,
  currency   text NOT NULL
);

-- Templates and questions, each kept once: the version is the SHA-256 of the body.
CREATE TABLE question (
  version text PRIMARY KEY,
  kind    text NOT NULL,
  body    text NOT NULL
);

-- The names of input columns, in the order of the file, each list kept once.
CREATE TABLE input_columns (
  columns_id text PRIMARY KEY,
  names      text NOT NULL
);

CREATE TABLE task_type (
  task_type_id                text PRIMARY KEY,
  requester_id                text   NOT NULL,
  digest                      text   NOT NULL,
  title                       text   NOT NULL,
  description                 text   NOT NULL,
  keywords                    text   NOT NULL,
  reward                      bigint NOT NULL CHECK (reward >= 0),
  currency                    text   NOT NULL,
  assignment_duration_seconds bigint NOT NULL,
  auto_approval_delay_seconds bigint NOT NULL,
  requirements                text   NOT NULL,
  created_at                  timestamptz NOT NULL,
  UNIQUE (requester_id, digest)
);

CREATE TABLE project (
  project_id       text PRIMARY KEY,
  requester_id     text   NOT NULL,
  name             text   NOT NULL,
  task_type_id     text   NOT NULL REFERENCES task_type,
  template_version text   NOT NULL REFERENCES question,
  lifetime_seconds bigint NOT NULL,
  places_per_task  int    NOT NULL,
  review           text   NOT NULL,
  decomposition    text   NOT NULL,
  created_at       timestamptz NOT NULL
);
CREATE INDEX project_requester ON project (requester_id, project_id);

CREATE TABLE batch (
  batch_id      text PRIMARY KEY,
  project_id    text   NOT NULL REFERENCES project,
  requester_id  text   NOT NULL,
  status        text   NOT NULL,
  columns_id    text REFERENCES input_columns,
  row_count     int    NOT NULL,
  task_count    int    NOT NULL,
  place_count   int    NOT NULL,
  reward_total  bigint NOT NULL,
  fee_total     bigint NOT NULL,
  currency      text   NOT NULL,
  warnings      text   NOT NULL,
  lines         text   NOT NULL,
  created_at    timestamptz NOT NULL,
  published_at  timestamptz,
  completed_at  timestamptz
);
CREATE INDEX batch_requester ON batch (requester_id, batch_id);
CREATE INDEX batch_unfinished ON batch (status, batch_id) WHERE status <> 'COMPLETED';

CREATE TABLE task (
  task_id          text PRIMARY KEY,
  requester_id     text   NOT NULL,
  task_type_id     text   NOT NULL REFERENCES task_type,
  project_id       text,
  batch_id         text,
  funds_id         text   NOT NULL,
  state            text   NOT NULL,
  question_version text   NOT NULL,
  columns_id       text,
  annotation       text,
  review           text   NOT NULL,
  reward           bigint NOT NULL,
  fee              bigint NOT NULL,
  currency         text   NOT NULL,
  places           int    NOT NULL,
  lifetime_seconds bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL,
  published_at     timestamptz,
  completed_at     timestamptz,
  disposed_at      timestamptz,
  reviewing        boolean NOT NULL,
  pending          int    NOT NULL,
  submitted        int    NOT NULL,
  approved         int    NOT NULL,
  rejected         int    NOT NULL,
  wanted           int    NOT NULL,
  released         int    NOT NULL,
  closing          int    NOT NULL,
  closed           boolean NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX task_requester ON task (requester_id, task_id);
CREATE INDEX task_batch ON task (batch_id, task_id) WHERE batch_id IS NOT NULL;
CREATE INDEX task_draft ON task (batch_id, task_id) WHERE state = 'DRAFT';
CREATE INDEX task_incomplete ON task (batch_id) WHERE completed_at IS NULL;

-- One row per row of a file (or per piece of a text); a batch's rows are kept only once its money is held.
CREATE TABLE input_row (
  task_id  text NOT NULL,
  position int  NOT NULL,
  batch_id text,
  digest   bytea,
  places   int  NOT NULL,
  cells    text NOT NULL,
  PRIMARY KEY (task_id, position)
);
CREATE INDEX input_row_batch ON input_row (batch_id) WHERE batch_id IS NOT NULL;

-- All facts known of an assignment, whatever order they came in; its standing follows from them.
CREATE TABLE assignment (
  assignment_id  text PRIMARY KEY,
  task_id        text NOT NULL,
  batch_id       text,
  requester_id   text NOT NULL,
  worker_id      text NOT NULL,
  accepted_at    timestamptz,
  deadline       timestamptz,
  given_back_at  timestamptz,
  place_released boolean NOT NULL,
  submitted_at   timestamptz,
  auto_approval_delay_seconds bigint,
  answer         bytea,
  answer_key_id  text,
  approved_at    timestamptz,
  approved_no    bigint,
  rejected_at    timestamptz,
  rejected_no    bigint,
  feedback       text,
  paid_at        timestamptz
) WITH (fillfactor = 70);
CREATE INDEX assignment_task ON assignment (task_id, assignment_id);
CREATE INDEX assignment_batch ON assignment (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX assignment_worker ON assignment (requester_id, worker_id);

-- A question for money and what became of it; the asker waits on its row.
CREATE TABLE funds_ask (
  ask_id       text PRIMARY KEY,
  funds_id     text NOT NULL,
  requester_id text NOT NULL,
  purpose      text NOT NULL,
  status       text NOT NULL,
  subject_id   text NOT NULL,
  places       int  NOT NULL,
  expires_at   timestamptz,
  lines        text NOT NULL,
  currency     text NOT NULL,
  required     bigint,
  available    bigint,
  applied_event uuid,
  waited_for   boolean NOT NULL,
  asked_at     timestamptz NOT NULL,
  decided_at   timestamptz
);
CREATE INDEX funds_ask_open ON funds_ask (subject_id) WHERE status = 'ASKED';
CREATE INDEX funds_ask_waiting ON funds_ask (asked_at) WHERE status = 'ASKED' AND waited_for;

-- Review wants more answers: each want opens its places once.
CREATE TABLE want (
  want_id    text PRIMARY KEY,
  task_id    text NOT NULL,
  count      int  NOT NULL,
  reason     text NOT NULL,
  status     text NOT NULL,
  ask_id     text,
  wanted_at  timestamptz NOT NULL
);
CREATE INDEX want_ask ON want (ask_id) WHERE ask_id IS NOT NULL;

-- MTurk's UniqueRequestToken: remembered for a day, freed when nothing came of the request.
CREATE TABLE request_token (
  requester_id text NOT NULL,
  token        text NOT NULL,
  subject_id   text NOT NULL,
  ask_id       text,
  used_at      timestamptz NOT NULL,
  PRIMARY KEY (requester_id, token)
);
CREATE INDEX request_token_ask ON request_token (ask_id) WHERE ask_id IS NOT NULL;
