DROP TABLE topic_version;
ALTER TABLE topic DROP COLUMN edited_on;
ALTER TABLE topic DROP COLUMN version;
ALTER TABLE topic DROP COLUMN links;
ALTER TABLE topic DROP COLUMN area;
ALTER TABLE topic DROP COLUMN wanted;
DELETE FROM topic_event WHERE happening IN ('recorded', 'edited');
DROP TABLE outcome;
