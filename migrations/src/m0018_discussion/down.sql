DELETE FROM topic_event WHERE happening IN ('passed', 'pass_accepted', 'pass_declined', 'raised');
DROP TABLE topic_pass;
ALTER TABLE outcome DROP COLUMN version;
ALTER TABLE follow DROP COLUMN told;
DROP TABLE topic_news;
DROP TABLE mention;
ALTER TABLE comment_version DROP COLUMN stance;
ALTER TABLE comment DROP COLUMN stance;
