//! Everything that touches the outside: database, mail, outbox, clock, randomness, secrets.

pub mod backup;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod entity;
pub mod error;
pub mod holidays;
pub mod id;
pub mod keys;
pub mod live;
pub mod mail;
pub mod opened;
pub mod outbox;
pub mod pdf;
pub mod repo;
pub mod schema;
pub mod service;
pub mod site;
pub mod words;
pub mod zones;

pub use error::{Error, Result};
pub use site::Site;
