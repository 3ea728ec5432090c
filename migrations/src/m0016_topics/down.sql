DELETE FROM topic_event WHERE happening = 'recorded';
DROP TABLE outcome;
