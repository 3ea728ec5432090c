-- The other time of an event that is held twice with one agenda, online; all null where it is held once. Withdrawn it has no end, and
-- the rest stays, so that calendars can say so. Its people have `online_again` as their mode.
ALTER TABLE event ADD COLUMN second_starts_local TEXT;
ALTER TABLE event ADD COLUMN second_starts_at BIGINT;
ALTER TABLE event ADD COLUMN second_ends_at BIGINT;
ALTER TABLE event ADD COLUMN second_capacity INTEGER;
ALTER TABLE event ADD COLUMN second_uid TEXT;
ALTER TABLE event ADD COLUMN second_sequence INTEGER;

-- Whose entry the person's calendar has, or would get: that of the `first` or of the `second` run.
ALTER TABLE invitation ADD COLUMN run TEXT NOT NULL DEFAULT 'first';
