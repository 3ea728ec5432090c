-- The run whose agenda a session is in, `first` or `second`; null: it is in both, or the event is held once. Its `starts_local` is on
-- the clock of the first run either way.
ALTER TABLE session ADD COLUMN run TEXT;
