//! An SMTP server. Connections are kept for the next mail; one on which anything went wrong, or whose answer did not come in time,
//! is not used again: the answer that comes late would be taken for that to another command, and a mail for sent.

use super::{MailTransport, Outgoing, SendError};
use async_trait::async_trait;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::timeout;
use url::Url;

/// A server that has not taken a mail by then will be asked again; shorter than a claim of the outbox.
pub const PATIENCE: Duration = Duration::from_secs(45);
/// A kept connection that does not answer by then is given up for a new one.
const STILL_THERE: Duration = Duration::from_secs(2);

/// An SMTP server.
pub struct Smtp {
    host: String,
    port: u16,
    tls: TlsParameters,
    /// TLS from the start; else where it is offered.
    is_wrapped: bool,
    login: Option<Credentials>,
    hello: ClientId,
    patience: Duration,
    idle: Mutex<Vec<AsyncSmtpConnection>>,
}

impl Smtp {
    /// `smtp://` uses STARTTLS where it is offered, `smtps://` TLS from the start; a user in the address logs in. One mail is given
    /// up for the time being after `patience`.
    pub fn new(url: &Url, patience: Duration) -> Result<Self, SendError> {
        let unusable = |_| SendError::Permanent("the address of the mail server cannot be used".to_owned());
        let host = url.host_str().unwrap_or("localhost").to_owned();
        let decoded = |raw: &str| percent_encoding::percent_decode_str(raw).decode_utf8_lossy().into_owned();
        let login =
            (!url.username().is_empty()).then(|| Credentials::new(decoded(url.username()), decoded(url.password().unwrap_or_default())));
        let is_wrapped = url.scheme() == "smtps";
        // Without a login and with TLS only where offered there is nothing a false server could not read anyway, and mail servers
        // of the house often sign their own certificates.
        let tls = TlsParameters::builder(host.clone()).dangerous_accept_invalid_certs(!is_wrapped && login.is_none());
        Ok(Self {
            port: url.port().unwrap_or(if is_wrapped { 465 } else { 25 }),
            tls: tls.build().map_err(unusable)?,
            host,
            is_wrapped,
            login,
            hello: ClientId::default(),
            patience,
            idle: Mutex::default(),
        })
    }

    async fn hand_over(&self, mail: &Outgoing) -> Result<(), SendError> {
        let mut connection = match self.kept().await {
            Some(connection) => connection,
            // What the server says before it has heard of the mail is not about the mail: somebody will mend it.
            None => self.connect().await.map_err(|error| SendError::Temporary(reason(&error)))?,
        };
        connection.send(&mail.envelope, &mail.bytes).await.map_err(|error| {
            let reason = reason(&error);
            // 53x are about our login.
            if error.is_permanent() && !reason.starts_with("53") { SendError::Permanent(reason) } else { SendError::Temporary(reason) }
        })?;
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(connection);
        }
        Ok(())
    }

    /// A connection kept from an earlier mail, if the server has not closed it.
    async fn kept(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let mut connection = self.idle.lock().ok()?.pop()?;
            if timeout(STILL_THERE, connection.test_connected()).await == Ok(true) {
                return Some(connection);
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let tls = self.is_wrapped.then(|| self.tls.clone());
        let server = (self.host.as_str(), self.port);
        let mut connection = AsyncSmtpConnection::connect_tokio1(server, Some(self.patience), &self.hello, tls, None).await?;
        if connection.can_starttls() {
            connection.starttls(self.tls.clone(), &self.hello).await?;
        }
        if let Some(login) = &self.login {
            connection.auth(DEFAULT_MECHANISMS, login).await?;
        }
        Ok(connection)
    }
}

/// The server's own words may repeat the address; its code does not.
fn reason(error: &Error) -> String {
    error.status().map_or_else(|| "the mail server does not answer as it should".to_owned(), |code| code.to_string())
}

#[async_trait]
impl MailTransport for Smtp {
    async fn send(&self, mail: &Outgoing) -> Result<(), SendError> {
        let sent = timeout(self.patience, self.hand_over(mail)).await;
        sent.unwrap_or_else(|_| Err(SendError::Temporary("no answer in time".to_owned())))
    }
}
