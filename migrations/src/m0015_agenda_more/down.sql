DELETE FROM session_speaker WHERE chairs;
ALTER TABLE session_speaker DROP COLUMN chairs;
ALTER TABLE session DROP COLUMN materials;
ALTER TABLE session DROP COLUMN working_group;
ALTER TABLE session DROP COLUMN chatham_house;
ALTER TABLE session DROP COLUMN language;
ALTER TABLE session DROP COLUMN kind;
