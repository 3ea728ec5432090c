-- `author_id` is set for a comment written with a name, `author_sealed` (encrypted) for one by the unnamed author of its topic;
-- never both. Everything here has a date only: an exact time could be joined with other rows.
CREATE TABLE comment (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    parent_id BIGINT REFERENCES comment (id) ON DELETE CASCADE,
    author_id BIGINT REFERENCES person (id) ON DELETE SET NULL,
    author_sealed TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    hidden_reason TEXT,
    written_on TEXT NOT NULL,
    edited_on TEXT
);
CREATE INDEX comment_topic ON comment (topic_id, parent_id, id);
CREATE INDEX comment_author ON comment (author_id);

-- What a comment said before it was edited; its present text is in `comment`.
CREATE TABLE comment_version (
    id {key},
    comment_id BIGINT NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    written_on TEXT NOT NULL
);
CREATE INDEX comment_version_comment ON comment_version (comment_id, id);

-- What became of a topic, for everybody to read, and (`commented`) that something was said. It names nobody: `done_by` is `author`,
-- `organisers` or `round`.
CREATE TABLE topic_event (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    happening TEXT NOT NULL,
    done_by TEXT NOT NULL,
    on_date TEXT NOT NULL,
    other_id BIGINT REFERENCES topic (id) ON DELETE SET NULL,
    round_id BIGINT REFERENCES round (id) ON DELETE SET NULL,
    comment_id BIGINT REFERENCES comment (id) ON DELETE CASCADE,
    reason TEXT
);
CREATE INDEX topic_event_topic ON topic_event (topic_id, id);
CREATE INDEX topic_event_comment ON topic_event (comment_id);

-- Who follows a topic and up to which `topic_event` they have seen it. The unnamed author of a topic follows it without a row;
-- what they choose otherwise stands under a keyed hash of topic and person.
CREATE TABLE follow (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES person (id) ON DELETE CASCADE,
    follower_hash TEXT,
    following BOOLEAN NOT NULL,
    seen BIGINT NOT NULL,
    UNIQUE (topic_id, person_id),
    UNIQUE (topic_id, follower_hash)
);
CREATE INDEX follow_person ON follow (person_id);

-- `comment_id` is empty where the topic itself is reported. `decision` is `keep`, `hide` or, where the author was faster, `removed`.
CREATE TABLE report (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    comment_id BIGINT REFERENCES comment (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES person (id) ON DELETE SET NULL,
    reason TEXT NOT NULL,
    text TEXT,
    reported_on TEXT NOT NULL,
    decision TEXT
);
CREATE INDEX report_topic ON report (topic_id, decision);
CREATE INDEX report_person ON report (person_id, reported_on);

-- The words of a hidden topic, for its author only: `topic` itself says no more than that it is hidden.
CREATE TABLE hidden_topic (
    topic_id BIGINT PRIMARY KEY REFERENCES topic (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT
);

CREATE TABLE topic_merge (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    into_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    proposed_on TEXT NOT NULL
);
CREATE UNIQUE INDEX topic_merge_open ON topic_merge (topic_id) WHERE state = 'proposed';
CREATE INDEX topic_merge_into ON topic_merge (into_id);

-- A published reason is in both languages from now on; what was written before stands for both.
UPDATE topic SET reason = CAST({json_object}('lv', reason, 'en', reason) AS TEXT) WHERE reason IS NOT NULL;

-- The timeline of topics that are there already, as far as it is known.
INSERT INTO topic_event (topic_id, happening, done_by, on_date)
SELECT topic.id, 'proposed', 'author', topic.proposed_on FROM topic ORDER BY topic.id;

INSERT INTO topic_event (topic_id, happening, done_by, on_date, round_id)
SELECT topic.id, 'shortlisted', 'round', {day}MIN(round.applied_at){/day}, MIN(round.id)
FROM topic
JOIN round_topic ON round_topic.topic_id = topic.id
JOIN round ON round.id = round_topic.round_id AND round.applied_at IS NOT NULL
JOIN event ON event.id = topic.event_id
WHERE topic.status = 'shortlisted'
    AND NOT EXISTS (
        SELECT 1 FROM audit
        WHERE audit.action = 'topic_status' AND audit.detail = 'shortlisted' AND audit.subject = event.slug || '/' || topic.number
    )
GROUP BY topic.id;

INSERT INTO topic_event (topic_id, happening, done_by, on_date, reason)
SELECT topic.id, CASE audit.detail WHEN 'proposed' THEN 'reopened' ELSE audit.detail END, 'organisers', {day}audit.at{/day},
    CASE WHEN audit.detail = topic.status AND audit.detail IN ('answered', 'declined') THEN topic.reason END
FROM audit
JOIN event ON audit.host_id = event.host_id
JOIN topic ON topic.event_id = event.id AND audit.subject = event.slug || '/' || topic.number
WHERE audit.action = 'topic_status' AND audit.detail IN ('proposed', 'shortlisted', 'scheduled', 'answered', 'declined')
ORDER BY audit.id;

-- Who proposed a topic with a name follows it; nothing of before is new to them.
INSERT INTO follow (topic_id, person_id, following, seen)
SELECT topic.id, topic.author_id, TRUE, (SELECT MAX(topic_event.id) FROM topic_event WHERE topic_event.topic_id = topic.id)
FROM topic WHERE topic.author_id IS NOT NULL;
