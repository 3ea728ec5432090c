ALTER TABLE series DROP COLUMN changed_at;
ALTER TABLE invitation DROP COLUMN outdated;
DROP TABLE untold;
