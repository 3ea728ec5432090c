-- What a session or a topic led to: a decision, an action or information. Of an action's owner pages show `owner_name`, as the
-- organisers wrote it; `owner_id` only tells the person that it is theirs.
CREATE TABLE outcome (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    topic_id BIGINT REFERENCES topic (id) ON DELETE SET NULL,
    session_id BIGINT REFERENCES session (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_name TEXT,
    owner_id BIGINT REFERENCES person (id) ON DELETE SET NULL,
    due_on TEXT,
    done_on TEXT,
    recorded_on TEXT NOT NULL
);
CREATE INDEX outcome_event ON outcome (event_id, id);
CREATE INDEX outcome_topic ON outcome (topic_id);
CREATE INDEX outcome_owner ON outcome (owner_id);
