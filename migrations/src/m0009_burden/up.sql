-- What a held edition cost each zone, so that the next one can spare whom this one hit. `pain` is in millionths; figures only, nobody's name.
CREATE TABLE burden (
    id {key},
    event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    zone TEXT NOT NULL,
    people INTEGER NOT NULL,
    pain BIGINT NOT NULL,
    UNIQUE (event_id, zone)
);
