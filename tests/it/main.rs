//! The whole platform over a real database: SQLite, or PostgreSQL where `SAIETS_TEST_DATABASE=postgres`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has failed, and says where"
)]

mod agenda;
mod at_once;
mod calendar_life;
mod contract;
mod date_polls;
mod dkim;
mod events;
mod examples;
mod feeds;
mod hosts;
mod interest;
mod invitations;
mod kept;
mod killed;
mod mail;
mod operation;
mod organise;
mod outbox;
mod outcomes;
mod people;
mod plan;
mod procedure;
mod public_pages;
mod registration;
mod rights;
mod rounds;
mod runs;
mod rush;
mod schema;
mod series;
mod sign_in;
mod smtp;
mod statements;
mod support;
mod talk;
mod tally;
mod topic_edits;
mod topic_files;
mod topics;
mod travel;
mod untold;
mod zone_rules;
