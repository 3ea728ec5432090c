//! A folder, an SMTP server, the memory of a test.

use super::{MailTransport, Outgoing, SendError};
use async_trait::async_trait;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;
use url::Url;

/// One `.eml` a mail; sent again, it takes the place of the first.
#[derive(Debug)]
pub struct Folder(PathBuf);

/// An SMTP server.
pub struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

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

impl Smtp {
    /// `smtp://` uses STARTTLS where it is offered, `smtps://` TLS from the start; a user in the address logs in.
    pub fn new(url: &Url) -> Result<Self, SendError> {
        let unusable = |_| SendError::Permanent("the address of the mail server cannot be used".to_owned());
        let host = url.host_str().unwrap_or("localhost");
        let decoded = |raw: &str| percent_encoding::percent_decode_str(raw).decode_utf8_lossy().into_owned();
        let login =
            (!url.username().is_empty()).then(|| Credentials::new(decoded(url.username()), decoded(url.password().unwrap_or_default())));
        let wrapped = url.scheme() == "smtps";
        // Without a login and with TLS only where offered there is nothing a false server could not read anyway, and mail servers
        // of the house often sign their own certificates.
        let parameters = TlsParameters::builder(host.to_owned()).dangerous_accept_invalid_certs(!wrapped && login.is_none());
        let parameters = parameters.build().map_err(unusable)?;
        let tls = if wrapped { Tls::Wrapper(parameters) } else { Tls::Opportunistic(parameters) };
        let port = url.port().unwrap_or(if wrapped { 465 } else { 25 });
        let mut server =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host).port(port).tls(tls).timeout(Some(Duration::from_secs(20)));
        if let Some(login) = login {
            server = server.credentials(login);
        }
        Ok(Self(server.build()))
    }
}

#[async_trait]
impl MailTransport for Smtp {
    async fn send(&self, mail: &Outgoing) -> Result<(), SendError> {
        let sent = self.0.send_raw(&mail.envelope, &mail.bytes).await;
        sent.map(|_| ()).map_err(|error| {
            // The server's own words may repeat the address; its code does not.
            let code = error.status().map(|code| code.to_string());
            // 53x are about our login, which somebody will mend.
            match code {
                Some(code) if error.is_permanent() && !code.starts_with("53") => SendError::Permanent(code),
                Some(code) => SendError::Temporary(code),
                None => SendError::Temporary("the mail server does not answer as it should".to_owned()),
            }
        })
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
