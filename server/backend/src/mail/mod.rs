//! Mail: letters in the reader's language, with a calendar entry where there is one, and the ways they leave.

mod agenda;
mod compose;
mod confirm_address;
mod dkim;
mod entry;
mod html;
mod letter;
mod mime;
mod plain;
mod procedure;
mod sample;
mod sign_in;
mod smtp;
mod topic_news;
mod topic_passed;
mod transports;
mod vote_reminder;

pub use compose::compose;
pub use dkim::Dkim;
pub use sample::{Sample, sample};
pub use smtp::{PATIENCE, Smtp};
pub use transports::{Folder, Memory};

use crate::config::MailTarget;
use async_trait::async_trait;
use lettre::address::Envelope;
use std::sync::Arc;

/// One mail as it leaves.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// A file name that sorts by time and is the same when the mail is sent again.
    pub name: String,
    /// Who it is from and for.
    pub envelope: Envelope,
    /// RFC 5322.
    pub bytes: Vec<u8>,
}

/// Why a mail did not leave. The text is a code or a reason in words, never an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendError {
    /// May work later.
    Temporary(String),
    /// Will never work for this address (5xx).
    Permanent(String),
}

/// A way for mail to leave.
#[async_trait]
pub trait MailTransport: Send + Sync {
    /// Hands one mail on; once this is `Ok`, it is somebody else's to deliver. Ends well before a claim of the outbox does.
    async fn send(&self, mail: &Outgoing) -> Result<(), SendError>;
}

/// The way that the settings name.
pub fn transport(target: &MailTarget) -> Result<Arc<dyn MailTransport>, SendError> {
    Ok(match target {
        MailTarget::Folder(folder) => Arc::new(Folder::new(folder)),
        MailTarget::Smtp(url) => Arc::new(Smtp::new(url, PATIENCE)?),
    })
}
