DROP TABLE event_file_part;
DROP TABLE event_file;
DROP TABLE procedure_answer;
DROP TABLE procedure_question;
DROP TABLE procedure;
