//! What the rest needs to know of the installation; read and checked by the server's settings.

use crate::mail::Dkim;
use url::Url;

/// Facts about this installation.
#[derive(Clone, Debug)]
pub struct Config {
    /// `https://saiets.example`, without a slash at the end.
    pub base_url: String,
    /// The address that invitations come from and that is their ORGANIZER.
    pub mail_from: String,
    /// What stands beside it.
    pub mail_name: String,
    /// Where mail goes.
    pub mail: MailTarget,
    /// What signs mail, if it is signed here.
    pub dkim: Option<Dkim>,
}

/// Where mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailTarget {
    /// One `.eml` a mail in this folder.
    Folder(std::path::PathBuf),
    /// An SMTP server: `smtp://` (STARTTLS where offered) or `smtps://`.
    Smtp(Url),
}

impl Config {
    /// The domain of [`Config::mail_from`], used in UIDs and Message-IDs.
    pub fn mail_domain(&self) -> &str {
        self.mail_from.rsplit('@').next().unwrap_or("localhost")
    }

    /// Whether people reach us by https, so that cookies and headers may insist on it.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https:")
    }
}
