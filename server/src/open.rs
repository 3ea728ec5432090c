//! Puts an installation together from its settings.

use crate::observe::Observed;
use crate::settings::{self, Settings};
use anyhow::{Context, Result};
use backend::Site;
use backend::clock::Clock;
use backend::db::Db;
use backend::keys::Keys;
use std::net::SocketAddr;
use std::sync::Arc;

/// Opens the database, which is made where it is an SQLite file that is not there yet.
pub async fn database(settings: &Settings) -> Result<Db> {
    std::fs::create_dir_all(&settings.data_dir).with_context(|| settings.data_dir.display().to_string())?;
    Db::open(&settings.database_url).await.context("SAIETS_DATABASE_URL: the database does not open")
}

/// Opens the database and reads the time zones; changes nothing in them.
pub async fn open(settings: &Settings, listening: SocketAddr) -> Result<Site> {
    let zones = match &settings.tzdir {
        Some(folder) => backend::zones::from_folder(folder).with_context(|| format!("SAIETS_TZDIR={}", folder.display()))?,
        None => backend::zones::newest(),
    };
    let db = database(settings).await?;
    let config = settings.config(listening);
    let mail = backend::mail::transport(&config.mail).ok().context("SAIETS_MAIL_URL: the mail server's name cannot be used")?;
    Ok(Site {
        db,
        zones: Arc::new(zones),
        clock: Clock::default(),
        keys: Keys::new(&settings::keep_secret(settings)?),
        config: Arc::new(config),
        live: Default::default(),
        opened: Default::default(),
        mail: Observed::over(mail),
    })
}
