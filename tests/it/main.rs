//! The whole platform over a real database: SQLite, or PostgreSQL where `SAIETS_TEST_DATABASE=postgres`.

mod events;
mod hosts;
mod interest;
mod people;
mod public_pages;
mod registration;
mod rush;
mod schema;
mod series;
mod sign_in;
mod support;
