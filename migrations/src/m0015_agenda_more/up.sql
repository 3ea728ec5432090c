-- What else a session can say. A break (`kind` is `break`) has none of it, and stands in nobody's own calendar. `materials` is a list of
-- {title, url}; null is none.
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'session';
ALTER TABLE session ADD COLUMN language TEXT;
ALTER TABLE session ADD COLUMN chatham_house BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE session ADD COLUMN working_group TEXT;
ALTER TABLE session ADD COLUMN materials TEXT;

-- Who leads a session stands among those who speak in it, after them.
ALTER TABLE session_speaker ADD COLUMN chairs BOOLEAN NOT NULL DEFAULT FALSE;
