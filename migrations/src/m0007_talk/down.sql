UPDATE topic SET
    title = (SELECT hidden_topic.title FROM hidden_topic WHERE hidden_topic.topic_id = topic.id),
    summary = (SELECT hidden_topic.summary FROM hidden_topic WHERE hidden_topic.topic_id = topic.id)
WHERE id IN (SELECT topic_id FROM hidden_topic);
UPDATE topic SET reason = COALESCE(CAST(reason AS {json}) ->> 'lv', CAST(reason AS {json}) ->> 'en') WHERE reason IS NOT NULL;
DROP TABLE topic_merge;
DROP TABLE hidden_topic;
DROP TABLE report;
DROP TABLE follow;
DROP TABLE topic_event;
DROP TABLE comment_version;
DROP TABLE comment;
