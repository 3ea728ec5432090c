-- `author_id` is set for a topic proposed with a name, `author_sealed` (encrypted) for one without; never both.
-- `proposed_on` is a date only: an exact time could be joined with other rows.
CREATE TABLE topic (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT,
    minutes INTEGER NOT NULL,
    author_id BIGINT REFERENCES person (id) ON DELETE SET NULL,
    author_sealed TEXT,
    origin TEXT,
    status TEXT NOT NULL,
    reason TEXT,
    merged_into BIGINT REFERENCES topic (id) ON DELETE SET NULL,
    proposed_on TEXT NOT NULL,
    UNIQUE (event_id, number)
);

CREATE TABLE support (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (topic_id, person_id)
);
CREATE INDEX support_person ON support (person_id);

-- `key` makes the voter hashes of a secret round; it is overwritten when the round closes.
CREATE TABLE round (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    method TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    winners INTEGER,
    minutes INTEGER,
    max_choices INTEGER,
    secret BOOLEAN NOT NULL,
    key TEXT,
    made_at BIGINT NOT NULL,
    electorate_at BIGINT,
    closed_at BIGINT,
    result TEXT,
    applied_at BIGINT,
    UNIQUE (event_id, number)
);
CREATE INDEX round_closes ON round (closed_at, closes_at);

-- The topics put to the vote as they read then, in their display order.
CREATE TABLE round_topic (
    id {key},
    round_id BIGINT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    UNIQUE (round_id, topic_id)
);

-- Who may vote in a round and who has; nothing here has a time or an order that could be joined with the ballots.
CREATE TABLE voter (
    id {key},
    round_id BIGINT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    voted BOOLEAN NOT NULL,
    UNIQUE (round_id, person_id)
);
CREATE INDEX voter_person ON voter (person_id);

-- `voter_hash` is keyed with the round's key and emptied at the close; `person_id` is set in a round that is not secret only.
CREATE TABLE ballot (
    id {key},
    round_id BIGINT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    voter_hash TEXT,
    person_id BIGINT REFERENCES person (id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    UNIQUE (round_id, voter_hash)
);
