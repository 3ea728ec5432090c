-- Small changes of an event that people have not been told of yet: since the first of them, and when they are told together.
CREATE TABLE untold (
    event_id BIGINT PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    since BIGINT NOT NULL,
    due_at BIGINT NOT NULL
);
CREATE INDEX untold_due ON untold (due_at);

-- The entry that was sent says something else than the event does now.
ALTER TABLE invitation ADD COLUMN outdated BOOLEAN NOT NULL DEFAULT FALSE;

-- When something last changed that the entries of its expected dates say.
ALTER TABLE series ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
UPDATE series SET changed_at = created_at;
