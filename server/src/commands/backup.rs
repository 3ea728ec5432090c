//! `saiets backup FILE` and `saiets restore FILE`.

use crate::settings::{self, Settings};
use anyhow::{Context, Result, bail};
use backend::backup::{self, Backup, Head};
use backend::keys::Keys;
use std::path::Path;

/// Writes everything to a file while others go on working.
pub async fn backup(settings: &Settings, file: &Path) -> Result<()> {
    let site = super::open(settings).await?;
    let kept = match settings.secret {
        Some(_) => None,
        None => settings::found_secret(&settings.data_dir)?,
    };
    let holds_secret = kept.is_some();
    let head = backup::write(&site, kept, file).await.with_context(|| file.display().to_string())?;
    println!("{}: {} rows in {} tables, {}", file.display(), head.rows(), head.tables.len(), step(&head));
    println!(
        "{}",
        match holds_secret {
            true => "It holds the secret of this installation too: keep it as you keep the data folder.",
            false => "SAIETS_SECRET is not in it: keep that beside it, or sealed needs, nameless topics and calendar addresses are lost.",
        }
    );
    Ok(())
}

/// Restores a file into an empty database, or with `replace` over one.
pub async fn restore(settings: &Settings, file: &Path, replace: bool) -> Result<()> {
    let backup = Backup::open(file).with_context(|| file.display().to_string())?;
    let secret = secret_to_put(settings, &backup.head)?;
    let db = crate::open::database(settings).await?;
    backup::restore(&db, &backup, replace).await.with_context(|| file.display().to_string())?;
    if let Some(secret) = secret {
        settings::replace_secret(&settings.data_dir, secret)?;
    }
    let head = &backup.head;
    println!("Restored {} rows in {} tables, as they were at {} ({})", head.rows(), head.tables.len(), head.made_at, step(head));
    Ok(())
}

/// The secret to put into the data folder, if it is another than the one there. Without the right one, what was sealed stays
/// sealed and every calendar address changes, so that is refused.
fn secret_to_put<'a>(settings: &Settings, head: &'a Head) -> Result<Option<&'a str>> {
    let is_right = |secret: &str| backup::mark(&Keys::new(secret.as_bytes())) == head.secret.mark;
    let own = match &settings.secret {
        Some(given) => Some(given.clone()),
        None => settings::found_secret(&settings.data_dir)?,
    };
    if own.is_some_and(|own| is_right(&own)) {
        return Ok(None);
    }
    match (&settings.secret, &head.secret.kept) {
        (None, Some(kept)) => Ok(Some(kept)),
        (Some(_), Some(_)) => bail!("SAIETS_SECRET is not the one of this backup, which brings its own: leave it out"),
        _ => bail!("SAIETS_SECRET is not the one this backup was made with: set that one"),
    }
}

fn step(head: &Head) -> String {
    format!("schema {}", head.schema.last().map_or("none", String::as_str))
}
