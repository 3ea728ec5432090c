DROP INDEX person_travel;
ALTER TABLE person DROP COLUMN travel;
