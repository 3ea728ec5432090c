//! A folder, the memory of a test.

use super::{MailTransport, Outgoing, SendError};
use async_trait::async_trait;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// One `.eml` a mail; sent again, it takes the place of the first.
#[derive(Debug)]
pub struct Folder(PathBuf);

/// Keeps what was sent, and fails when told to.
#[derive(Debug, Default)]
pub struct Memory {
    sent: Mutex<Vec<Outgoing>>,
    trouble: Mutex<Option<SendError>>,
}

impl Folder {
    /// The folder is made with the first mail.
    pub fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    async fn write(&self, mail: &Outgoing) -> std::io::Result<()> {
        tokio::fs::create_dir_all(&self.0).await?;
        // Whoever watches the folder never sees half a mail.
        let unfinished = self.0.join(format!(".{}.part", mail.name));
        tokio::fs::write(&unfinished, &mail.bytes).await?;
        tokio::fs::rename(&unfinished, self.0.join(format!("{}.eml", mail.name))).await
    }
}

#[async_trait]
impl MailTransport for Folder {
    async fn send(&self, mail: &Outgoing) -> Result<(), SendError> {
        self.write(mail).await.map_err(|error| SendError::Temporary(error.kind().to_string()))
    }
}

impl Memory {
    /// What was sent, in order.
    pub fn sent(&self) -> Vec<Outgoing> {
        self.sent.lock().map(|sent| sent.clone()).unwrap_or_default()
    }

    /// From now on every mail fails like this, or none does.
    pub fn fail(&self, trouble: Option<SendError>) {
        if let Ok(mut current) = self.trouble.lock() {
            *current = trouble;
        }
    }
}

#[async_trait]
impl MailTransport for Memory {
    async fn send(&self, mail: &Outgoing) -> Result<(), SendError> {
        if let Some(trouble) = self.trouble.lock().ok().and_then(|trouble| trouble.clone()) {
            return Err(trouble);
        }
        if let Ok(mut sent) = self.sent.lock() {
            sent.push(mail.clone());
        }
        Ok(())
    }
}
