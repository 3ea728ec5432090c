DROP TABLE invitation;
DROP TABLE registration_needs;
DROP TABLE registration;
DROP TABLE interest;
