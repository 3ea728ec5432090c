DROP TABLE agenda_release;
DROP TABLE session_mark;
DROP TABLE session_speaker;
DROP TABLE session;
