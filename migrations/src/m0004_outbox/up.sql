-- What must leave the building. `lane` orders what concerns one person and event: a job waits while an earlier one of its lane
-- has not left. `payload` is emptied once the job is done.
CREATE TABLE outbox (
    id {key},
    kind TEXT NOT NULL,
    lane TEXT,
    payload TEXT,
    message_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_until BIGINT,
    problem TEXT,
    created_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX outbox_due ON outbox (state, due_at, id);
CREATE INDEX outbox_lane ON outbox (lane, state, id);
