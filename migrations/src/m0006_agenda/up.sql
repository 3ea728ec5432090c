-- The agenda as its organisers have it now; what others see is a release. `version` counts the changes, so that a form filled from
-- an older one is noticed. A removed session stays, because the newest release may still have it and people's marks point at it.
CREATE TABLE session (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    topic_id BIGINT REFERENCES topic (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    room TEXT,
    online_url TEXT,
    part TEXT NOT NULL,
    version INTEGER NOT NULL,
    removed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX session_event ON session (event_id, removed, starts_local, id);
CREATE INDEX session_topic ON session (topic_id);

-- Either a person, whose name is read from there and goes with them, or a name as written.
CREATE TABLE session_speaker (
    id {key},
    session_id BIGINT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    person_id BIGINT REFERENCES person (id) ON DELETE CASCADE,
    name TEXT,
    UNIQUE (session_id, position)
);
CREATE INDEX session_speaker_person ON session_speaker (person_id);

-- Sessions that people have put into their own calendars.
CREATE TABLE session_mark (
    id {key},
    session_id BIGINT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (session_id, person_id)
);
CREATE INDEX session_mark_person ON session_mark (person_id);

-- What was published when; `snapshot` is the whole agenda as it then was, people in it by id only.
CREATE TABLE agenda_release (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    released_at BIGINT NOT NULL,
    UNIQUE (event_id, number)
);
