CREATE TABLE interest (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    answer TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    UNIQUE (event_id, person_id)
);

-- One row a person and event for good: who cancels and comes back is the same row with a new queue number.
-- `waiting_mode` and `waiting_queue` are set while a mode change waits and the old place is kept.
CREATE TABLE registration (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    mode TEXT NOT NULL,
    status TEXT NOT NULL,
    queue BIGINT NOT NULL,
    waiting_mode TEXT,
    waiting_queue BIGINT,
    registered_at BIGINT NOT NULL,
    cancelled_at BIGINT,
    UNIQUE (event_id, person_id)
);
CREATE INDEX registration_seats ON registration (event_id, mode, status, queue);
CREATE INDEX registration_waiting ON registration (event_id, waiting_mode, waiting_queue);
CREATE INDEX registration_person ON registration (person_id, status);

-- Access and diet, encrypted; apart from the registration so that no ordinary read touches it. Erased 30 days after the event.
CREATE TABLE registration_needs (
    registration_id BIGINT PRIMARY KEY REFERENCES registration (id) ON DELETE CASCADE,
    sealed TEXT NOT NULL
);

-- `sequence` and `changed_at` are SEQUENCE and DTSTAMP last sent to the person; `origin` is `invited` or `registered`; `holding` is
-- what the person's calendar has of the event by what was sent: `nothing`, `entry` or `cancelled`.
CREATE TABLE invitation (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    partstat TEXT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    holding TEXT NOT NULL,
    delivery TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (event_id, person_id)
);
CREATE INDEX invitation_person ON invitation (person_id);
