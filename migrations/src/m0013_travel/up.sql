-- Days a person is away from home, as {zone, from, until}; nothing once they are over.
ALTER TABLE person ADD COLUMN travel TEXT;
CREATE INDEX person_travel ON person (id) WHERE travel IS NOT NULL;
