-- Asking people for a date. `token` is the end of its address and all that anybody needs to answer; `slots` a list of
-- {id, starts_local, starts_at}; a poll that was turned into an event has its `event_id`.
CREATE TABLE date_poll (
    id {key},
    host_id BIGINT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
    token TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    note TEXT,
    zone TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    slots TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    without_account BOOLEAN NOT NULL,
    answers_shown BOOLEAN NOT NULL,
    event_id BIGINT REFERENCES event (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX date_poll_host ON date_poll (host_id, closes_at);

-- What one person answered: signed in (`person_id`), or without an account by a name and whoever holds the secret of `secret_hash`.
-- `answers` says by slot yes, if_need_be or no. Without an account it is erased 30 days after the close.
CREATE TABLE date_poll_reply (
    id {key},
    poll_id BIGINT NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES person (id) ON DELETE CASCADE,
    secret_hash TEXT UNIQUE,
    name TEXT NOT NULL,
    email TEXT,
    email_confirmed BOOLEAN NOT NULL,
    zone TEXT NOT NULL,
    language TEXT NOT NULL,
    answers TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    UNIQUE (poll_id, person_id)
);
CREATE INDEX date_poll_reply_person ON date_poll_reply (person_id);
CREATE INDEX date_poll_reply_email ON date_poll_reply (email);

-- To which addresses a poll has sent the one letter that asks to confirm; keyed hashes, kept after the reply has gone, so that nobody
-- can have us write twice.
CREATE TABLE date_poll_letter (
    id {key},
    poll_id BIGINT NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
    address_hash TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    UNIQUE (poll_id, address_hash)
);
