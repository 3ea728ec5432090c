CREATE TABLE person (
    id {key},
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    country TEXT,
    language TEXT NOT NULL,
    segment TEXT,
    organisation TEXT,
    competences TEXT NOT NULL,
    contact_per_year INTEGER,
    is_admin BOOLEAN NOT NULL,
    calendar_generation INTEGER NOT NULL,
    first_signed_in_at BIGINT,
    created_at BIGINT NOT NULL
);

-- One row a decision; the newest for a purpose counts. `host_id` is set where an organiser recorded a consent given on paper.
CREATE TABLE consent (
    id {key},
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    given BOOLEAN NOT NULL,
    wording TEXT NOT NULL,
    host_id BIGINT,
    decided_at BIGINT NOT NULL
);
CREATE INDEX consent_person ON consent (person_id, purpose, id);

-- Keyed by address, not by person: asking for a link must not tell whether the address is known.
CREATE TABLE sign_in_link (
    id {key},
    email TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    return_to TEXT,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Sign-in of a browser (kind `session`) and of a program (kind `token`).
CREATE TABLE credential (
    id {key},
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);
CREATE INDEX credential_person ON credential (person_id);

CREATE TABLE idempotency (
    id {key},
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    key_hash TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER,
    body TEXT,
    created_at BIGINT NOT NULL,
    UNIQUE (person_id, key_hash)
);
CREATE INDEX idempotency_created ON idempotency (created_at);

CREATE TABLE host (
    id {key},
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    zone TEXT NOT NULL,
    parent_id BIGINT REFERENCES host (id),
    created_at BIGINT NOT NULL
);

-- `named_by_parent` is true where a parent host's coordinator named the member.
CREATE TABLE member (
    id {key},
    host_id BIGINT NOT NULL REFERENCES host (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    named_by_parent BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (host_id, person_id)
);
CREATE INDEX member_person ON member (person_id);

-- What was done to a host's things and by whom; never a voter, an anonymous author or a need.
CREATE TABLE audit (
    id {key},
    at BIGINT NOT NULL,
    actor_id BIGINT,
    host_id BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX audit_host ON audit (host_id, id);

CREATE TABLE series (
    id {key},
    slug TEXT NOT NULL UNIQUE,
    host_id BIGINT NOT NULL REFERENCES host (id),
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    first TEXT NOT NULL,
    zone TEXT NOT NULL,
    local_time TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    venues TEXT NOT NULL,
    notice_ideal INTEGER NOT NULL,
    notice_minimum INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX series_host ON series (host_id);

-- `edition_date` is the date the rule gave, kept when the edition moves, because the calendar UID comes from it.
CREATE TABLE event (
    id {key},
    slug TEXT NOT NULL UNIQUE,
    host_id BIGINT NOT NULL REFERENCES host (id),
    series_id BIGINT REFERENCES series (id),
    edition_date TEXT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT,
    description TEXT,
    starts_local TEXT NOT NULL,
    zone TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    tzdb TEXT NOT NULL,
    venue TEXT,
    online_url TEXT,
    online_public BOOLEAN NOT NULL,
    in_person_offered BOOLEAN NOT NULL,
    in_person_capacity INTEGER,
    online_offered BOOLEAN NOT NULL,
    online_capacity INTEGER,
    visibility TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT,
    registration_opens_local TEXT,
    registration_opens_at BIGINT,
    registration_closes_local TEXT,
    registration_closes_at BIGINT,
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    next_topic_number INTEGER NOT NULL,
    next_round_number INTEGER NOT NULL,
    next_queue_number BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (series_id, edition_date)
);
CREATE INDEX event_starts ON event (starts_at, id);
CREATE INDEX event_host ON event (host_id, starts_at);
