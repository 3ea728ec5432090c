//! Running it for real: backups, health, figures, logs, stopping, and what happens when something around it fails.

mod backup;
mod backup_files;
mod check;
mod failing;
mod health;
mod logs;
mod metrics;
mod proxies;
mod schema;
mod stop;

use crate::support::{Place, database};
use std::path::PathBuf;

/// A folder of its own inside that of the installation.
fn folder(place: &Place, name: &str) -> PathBuf {
    let folder = place.folder().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Settings with these values and nothing else.
fn settings(values: &[(&str, &str)]) -> server::settings::Settings {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    server::settings::Settings::from_values(&values).unwrap()
}

/// An empty database elsewhere: of the run's kind, or an SQLite file.
async fn elsewhere(place: &Place, name: &str, file: bool) -> backend::db::Db {
    let folder = folder(place, name);
    let address = if file { database::in_file(&folder) } else { database::address(&folder).await };
    backend::db::Db::open(&address).await.unwrap()
}
