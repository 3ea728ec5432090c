//! The whole platform over a real database: SQLite, or PostgreSQL where `SAIETS_TEST_DATABASE=postgres`.

mod public_pages;
mod schema;
mod support;
