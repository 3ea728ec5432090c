DROP TABLE date_poll_letter;
DROP TABLE date_poll_reply;
DROP TABLE date_poll;
