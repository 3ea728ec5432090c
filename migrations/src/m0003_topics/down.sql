DROP TABLE ballot;
DROP TABLE voter;
DROP TABLE round_topic;
DROP TABLE round;
DROP TABLE support;
DROP TABLE topic;
