-- What a written procedure asks: at most one row an event. `quorum` is {"answers": n} or {"percent": n} of those asked; null: none.
-- `named`: those asked see who answered what, once it has closed. Those asked are taken down at `asked_at`.
CREATE TABLE procedure (
    id {key},
    event_id BIGINT NOT NULL UNIQUE REFERENCES event (id) ON DELETE CASCADE,
    quorum TEXT,
    named BOOLEAN NOT NULL,
    asked_at BIGINT,
    reminded_at BIGINT,
    closed_at BIGINT
);
CREATE INDEX procedure_unclosed ON procedure (event_id) WHERE closed_at IS NULL;

-- `options` is a list of texts in the order of their numbers; empty: a free opinion is asked for.
CREATE TABLE procedure_question (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    explanation TEXT,
    options TEXT NOT NULL
);
CREATE INDEX procedure_question_event ON procedure_question (event_id, position);

-- Somebody who is asked, and the answers in the order of the questions; null: none. Of who is erased after the close the answer stays.
CREATE TABLE procedure_answer (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES person (id) ON DELETE SET NULL,
    added BOOLEAN NOT NULL,
    answers TEXT,
    separate_opinion TEXT,
    answered_at BIGINT,
    late BOOLEAN NOT NULL,
    UNIQUE (event_id, person_id)
);
CREATE INDEX procedure_answer_person ON procedure_answer (person_id);

-- Documents of an event; as files beside a topic.
CREATE TABLE event_file (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    added_on TEXT NOT NULL
);
CREATE INDEX event_file_event ON event_file (event_id, id);

CREATE TABLE event_file_part (
    id {key},
    file_id BIGINT NOT NULL REFERENCES event_file (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX event_file_part_file ON event_file_part (file_id, position);
