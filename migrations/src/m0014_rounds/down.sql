ALTER TABLE round_topic DROP COLUMN opened;
ALTER TABLE topic DROP COLUMN opened;
DROP INDEX round_remind;
ALTER TABLE round DROP COLUMN remind_at;
ALTER TABLE round DROP COLUMN quorum;
ALTER TABLE round DROP COLUMN audience;
ALTER TABLE round DROP COLUMN voters;
ALTER TABLE round DROP COLUMN utility;
ALTER TABLE round DROP COLUMN kind;
