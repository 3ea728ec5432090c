-- What a ballot asks (`approve`, `scores`, `ranking`), what an approved topic is worth in equal shares (`minutes` or `item`), who may vote
-- (`registered`, `members` of the host, or an `audience` as it was described), how many must vote for it to count, and when those who
-- have not voted are reminded; null: never, or not again.
ALTER TABLE round ADD COLUMN kind TEXT NOT NULL DEFAULT 'approve';
ALTER TABLE round ADD COLUMN utility TEXT NOT NULL DEFAULT 'minutes';
ALTER TABLE round ADD COLUMN voters TEXT NOT NULL DEFAULT 'registered';
ALTER TABLE round ADD COLUMN audience TEXT;
ALTER TABLE round ADD COLUMN quorum INTEGER;
ALTER TABLE round ADD COLUMN remind_at BIGINT;
UPDATE round SET kind = 'scores' WHERE method = 'score';
CREATE INDEX round_remind ON round (remind_at) WHERE remind_at IS NOT NULL;

-- How often a topic has been opened by somebody signed in, now and when its vote opened: what few have seen comes first on a ballot.
ALTER TABLE topic ADD COLUMN opened BIGINT NOT NULL DEFAULT 0;
ALTER TABLE round_topic ADD COLUMN opened BIGINT NOT NULL DEFAULT 0;
