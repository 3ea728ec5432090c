//! The rules of Saiets. Pure functions and types: no I/O, no clock, no randomness, no async; builds for the browser.

pub mod agenda;
pub mod calendar;
pub mod comment;
pub mod consent;
pub mod country;
pub mod date_poll;
pub mod email;
pub mod event;
pub mod fault;
pub mod groups;
pub mod host;
pub mod id;
pub mod invitation;
pub mod mention;
pub mod news;
pub mod outcome;
pub mod person;
pub mod recurrence;
pub mod region;
pub mod registration;
pub mod similarity;
pub mod slug;
pub mod text;
pub mod time;
pub mod topic;
pub mod voting;
