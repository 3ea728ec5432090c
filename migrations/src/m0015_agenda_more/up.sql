-- What else a session can say. A break (`kind` is `break`) has none of it, and stands in nobody's own calendar. `materials` is a list of
-- {title, url}; null is none. With a `capacity` every mark takes one of so many places.
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'session';
ALTER TABLE session ADD COLUMN language TEXT;
ALTER TABLE session ADD COLUMN chatham_house BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE session ADD COLUMN working_group TEXT;
ALTER TABLE session ADD COLUMN materials TEXT;
ALTER TABLE session ADD COLUMN capacity INTEGER;

-- Who leads a session stands among those who speak in it, after them.
ALTER TABLE session_speaker ADD COLUMN chairs BOOLEAN NOT NULL DEFAULT FALSE;

-- The rooms of an event and how many people each holds, in the order they are named.
CREATE TABLE event_room (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    capacity INTEGER NOT NULL
);
CREATE INDEX event_room_event ON event_room (event_id, id);

-- When somebody who speaks or leads can be at an event, on its clocks: a person, or a name as written. Of whom nothing stands here, can
-- always.
CREATE TABLE speaker_hours (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES person (id) ON DELETE CASCADE,
    name TEXT,
    from_local TEXT NOT NULL,
    until_local TEXT NOT NULL
);
CREATE INDEX speaker_hours_event ON speaker_hours (event_id, id);
CREATE INDEX speaker_hours_person ON speaker_hours (person_id);

-- Who knows the agenda as release `against` had it and sees only small moves since: told of all since then at `due_at`.
CREATE TABLE agenda_untold (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    against INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    UNIQUE (event_id, person_id)
);
CREATE INDEX agenda_untold_due ON agenda_untold (due_at);
CREATE INDEX agenda_untold_person ON agenda_untold (person_id);
