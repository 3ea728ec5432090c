//! The whole platform over a real database: SQLite, or PostgreSQL where `SAIETS_TEST_DATABASE=postgres`.

mod hosts;
mod people;
mod public_pages;
mod schema;
mod sign_in;
mod support;
