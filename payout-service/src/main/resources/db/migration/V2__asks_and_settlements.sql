-- Each question for money, answered once. WITHDRAWN may come before the question itself: then nothing is ever held for it.
CREATE TABLE ask (
    ask_id       text PRIMARY KEY,
    funds_id     text        NOT NULL,
    requester_id text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('HELD', 'DECLINED', 'WITHDRAWN')),
    amount       bigint      NOT NULL DEFAULT 0 CHECK (amount >= 0),
    currency     text,
    decided_at   timestamptz NOT NULL
);

-- What became of held places: each is captured or released, once. The id names the place: an assignment's own, the one
-- an override bought for it ("<assignment>/override"), or those a closing found untaken ("<task>/<closing>").
-- Without settled_at the fact came before its hold and waits for it.
CREATE TABLE settlement (
    id            text PRIMARY KEY,
    outcome       text    NOT NULL CHECK (outcome IN ('CAPTURED', 'RELEASED')),
    cause         text    NOT NULL,
    funds_id      text    NOT NULL,
    requester_id  text    NOT NULL,
    worker_id     text,
    task_id       text    NOT NULL,
    batch_id      text,
    assignment_id text,
    reward        bigint  NOT NULL CHECK (reward >= 0),
    fee           bigint  NOT NULL CHECK (fee >= 0),
    currency      text    NOT NULL,
    places        integer NOT NULL CHECK (places > 0),
    settled_at    timestamptz,
    CHECK (outcome = 'RELEASED' OR (worker_id IS NOT NULL AND assignment_id IS NOT NULL AND places = 1))
);

CREATE INDEX settlement_waiting ON settlement (funds_id) WHERE settled_at IS NULL;
