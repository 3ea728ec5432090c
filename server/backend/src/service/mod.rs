//! Use cases: one function, one transaction, the change and what it sends together.

pub mod access;
pub mod audit;
pub mod credential;
pub mod entry;
pub mod idempotency;
