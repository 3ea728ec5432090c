DROP TABLE agenda_edit;
