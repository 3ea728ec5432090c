//! What every test stands on: an installation of its own, people to act as, and a client.

mod client;
pub mod database;
mod mails;
mod place;
mod process;
mod smtp;

pub use client::{Answer, Client};
pub use mails::{Mail, keep, property};
pub use place::{Place, SECRET};
pub use process::process;
pub use smtp::{Does, END, GREETING, Smtp, Taken};
