-- Who is only in the second run goes with it: there is nothing else they could be in.
DELETE FROM registration WHERE mode = 'online_again';
UPDATE registration SET waiting_mode = NULL, waiting_queue = NULL WHERE waiting_mode = 'online_again';
ALTER TABLE invitation DROP COLUMN run;
ALTER TABLE event DROP COLUMN second_sequence;
ALTER TABLE event DROP COLUMN second_uid;
ALTER TABLE event DROP COLUMN second_capacity;
ALTER TABLE event DROP COLUMN second_ends_at;
ALTER TABLE event DROP COLUMN second_starts_at;
ALTER TABLE event DROP COLUMN second_starts_local;
