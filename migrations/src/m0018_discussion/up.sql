-- Where the author of a comment stands on its topic: `for`, `against` or `neutral`; never beside an answer.
ALTER TABLE comment ADD COLUMN stance TEXT;
ALTER TABLE comment_version ADD COLUMN stance TEXT;

-- Somebody named in a comment, who is told at `due_at`; without it they have been. Without a person it is whoever proposed the topic
-- without a name: who that is, is in no row, and `due_at` is the same hour for all of them.
CREATE TABLE mention (
    id {key},
    comment_id BIGINT NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES person (id) ON DELETE CASCADE,
    due_at BIGINT,
    UNIQUE (comment_id, person_id)
);
CREATE INDEX mention_person ON mention (person_id, due_at);
CREATE INDEX mention_due ON mention (due_at);

-- What letters about topics somebody wants: `rhythm` is `daily`, `weekly` or `never`, `mentions` whether they are told of those; and
-- when the next letter about what they follow is due, if something happened. Nobody is here for a topic they proposed without a name.
CREATE TABLE topic_news (
    person_id BIGINT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    rhythm TEXT NOT NULL,
    mentions BOOLEAN NOT NULL,
    due_at BIGINT
);
CREATE INDEX topic_news_due ON topic_news (due_at);

-- Up to which `topic_event` a follower has been written to. Nothing of before is told.
ALTER TABLE follow ADD COLUMN told BIGINT NOT NULL DEFAULT 0;
UPDATE follow SET told = COALESCE((SELECT MAX(topic_event.id) FROM topic_event WHERE topic_event.topic_id = follow.topic_id), 0);

-- Counts the changes of an outcome.
ALTER TABLE outcome ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- A topic proposed to another event by the organisers of its own: `proposed`, `accepted` (`made_id` is the topic it is there) or
-- `declined` with a published reason. To one event once, whatever came of it.
CREATE TABLE topic_pass (
    id {key},
    topic_id BIGINT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    into_event_id BIGINT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    reason TEXT,
    made_id BIGINT REFERENCES topic (id) ON DELETE SET NULL,
    proposed_on TEXT NOT NULL,
    decided_on TEXT,
    UNIQUE (topic_id, into_event_id),
    UNIQUE (made_id)
);
CREATE INDEX topic_pass_event ON topic_pass (into_event_id, state);
