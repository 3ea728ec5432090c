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

-- What is wanted of those who talk about it (`information`, `discussion`, `decision`, `task`), the field of competence, and links as
-- [{title, url}]. `version` counts the changes.
ALTER TABLE topic ADD COLUMN wanted TEXT;
ALTER TABLE topic ADD COLUMN area TEXT;
ALTER TABLE topic ADD COLUMN links TEXT NOT NULL DEFAULT '[]';
ALTER TABLE topic ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE topic ADD COLUMN edited_on TEXT;

-- What a topic said before it was edited; its present words are in `topic`.
CREATE TABLE topic_version (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    summary TEXT,
    minutes INTEGER NOT NULL,
    wanted TEXT,
    area TEXT,
    links TEXT NOT NULL,
    written_on TEXT NOT NULL
);
CREATE INDEX topic_version_topic ON topic_version (topic_id, id);

-- Files beside a topic; `kind` is the end of a name. Their content is in parts that are text (base64), which both databases and a
-- backup hold alike.
CREATE TABLE topic_file (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    added_on TEXT NOT NULL
);
CREATE INDEX topic_file_topic ON topic_file (topic_id, id);

CREATE TABLE topic_file_part (
    id {key},
    file_id BIGINT NOT NULL REFERENCES topic_file (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX topic_file_part_file ON topic_file_part (file_id, position);
