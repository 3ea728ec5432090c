//! What every use case needs at hand.

use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::keys::Keys;
use crate::live::Live;
use crate::mail::MailTransport;
use crate::opened::Opened;
use domain::time::Zones;
use jiff::Timestamp;
use std::sync::Arc;

/// One running installation; cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
    /// The time zone database in use.
    pub zones: Arc<Zones>,
    /// The time.
    pub clock: Clock,
    /// Secrets.
    pub keys: Keys,
    /// Addresses and names.
    pub config: Arc<Config>,
    /// Who watches seats.
    pub live: Live,
    /// Topics opened and not counted yet.
    pub opened: Opened,
    /// How mail leaves.
    pub mail: Arc<dyn MailTransport>,
}

impl Site {
    /// Now, in whole milliseconds.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The address of a page or feed: `path` begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.config.base_url)
    }
}
