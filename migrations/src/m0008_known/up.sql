-- Whether the person is named to the other participants; only if they said so.
ALTER TABLE registration ADD COLUMN named BOOLEAN NOT NULL DEFAULT FALSE;
