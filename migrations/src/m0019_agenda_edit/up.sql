-- What was changed in a working version, so that who did it can take it back and do it again. `before` and `after` are sessions as JSON,
-- null where there was none; what was changed at once has one `step`, which counts within person and event.
CREATE TABLE agenda_edit (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    session_id BIGINT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    step BIGINT NOT NULL,
    before TEXT,
    after TEXT,
    undone BOOLEAN NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX agenda_edit_own ON agenda_edit (event_id, person_id, step);
CREATE INDEX agenda_edit_person ON agenda_edit (person_id);
CREATE INDEX agenda_edit_session ON agenda_edit (session_id);
