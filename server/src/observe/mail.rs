//! One line and one count for each mail handed on.

use async_trait::async_trait;
use backend::clock::Stopwatch;
use backend::mail::{MailTransport, Outgoing, SendError};
use std::sync::Arc;

/// A way for mail to leave, watched.
pub struct Observed(Arc<dyn MailTransport>);

impl Observed {
    /// The same way, watched.
    pub fn over(inner: Arc<dyn MailTransport>) -> Arc<dyn MailTransport> {
        Arc::new(Self(inner))
    }
}

#[async_trait]
impl MailTransport for Observed {
    async fn send(&self, mail: &Outgoing) -> Result<(), SendError> {
        let watch = Stopwatch::start();
        let sent = self.0.send(mail).await;
        let (outcome, reason) = match &sent {
            Ok(()) => ("sent", ""),
            Err(SendError::Temporary(reason)) => ("put_off", reason.as_str()),
            Err(SendError::Permanent(reason)) => ("failed", reason.as_str()),
        };
        metrics::counter!("saiets_mails_total", "outcome" => outcome).increment(1);
        tracing::info!(outcome, reason, ms = watch.elapsed().as_millis(), "mail");
        sent
    }
}
