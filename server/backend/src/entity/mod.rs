//! The rows of the database, as they are; no logic.

pub mod audit;
pub mod ballot;
pub mod consent;
pub mod credential;
pub mod event;
pub mod host;
pub mod idempotency;
pub mod interest;
pub mod invitation;
pub mod member;
pub mod outbox;
pub mod person;
pub mod registration;
pub mod registration_needs;
pub mod round;
pub mod round_topic;
pub mod series;
pub mod sign_in_link;
pub mod stored;
pub mod support;
pub mod topic;
pub mod untold;
pub mod voter;
