//! Use cases: one function, one transaction, the change and what it sends together.

pub mod access;
pub mod audit;
pub mod consent;
pub mod credential;
pub mod entry;
pub mod erase;
pub mod events;
pub mod export;
pub mod feeds;
pub mod given;
pub mod hosts;
pub mod idempotency;
pub mod interest;
pub mod invitations;
pub mod jobs;
pub mod members;
pub mod organise;
pub mod people;
pub mod registration;
pub mod rounds;
pub mod series;
pub mod sign_in;
pub mod talk;
pub mod topics;
pub mod unsubscribe;
pub mod untold;
