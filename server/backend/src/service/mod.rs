//! Use cases: one function, one transaction, the change and what it sends together.

pub mod access;
pub mod audit;
pub mod credential;
pub mod entry;
pub mod events;
pub mod given;
pub mod idempotency;
pub mod interest;
pub mod registration;
pub mod rounds;
pub mod series;
pub mod topics;
