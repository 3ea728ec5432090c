ALTER TABLE registration DROP COLUMN named;
