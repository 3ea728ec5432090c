//! The database: whether it answers, what is in it, what waits in its outbox.

use super::Report;
use crate::settings::Settings;
use anyhow::Result;
use backend::clock::{self, Clock};
use backend::db::Db;
use backend::outbox;
use backend::schema::{self, Schema};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use std::path::Path;
use std::time::Duration;

const WHAT: &str = "database";
const PATIENCE: Duration = Duration::from_secs(6);
/// A job should leave within a minute; an hour is the longest wait between attempts.
const LATE_SECONDS: i64 = 15 * 60;
/// What two clocks may differ by.
const SKEW_MS: i64 = 10_000;
const OLDEST_POSTGRES: i64 = 13;

pub(super) async fn look(settings: &Settings, report: &mut Report) {
    if let Some(file) = missing_file(&settings.database_url) {
        return report.warns(WHAT, format!("{file} is not there yet"), "`saiets serve` makes it");
    }
    let opened = tokio::time::timeout(PATIENCE, Db::open(&settings.database_url)).await;
    let Ok(Ok(db)) = opened else {
        return report.wrong(WHAT, "it does not open", "look at SAIETS_DATABASE_URL: is the server there, the user known, the file ours?");
    };
    if let Err(error) = look_into(&db, report).await {
        report.wrong(WHAT, format!("it opens but does not answer: {error}"), "look into the database's own log");
    }
    let _ = db.close().await;
}

/// The file of an SQLite address, if there is none: opening it would make it.
fn missing_file(url: &str) -> Option<&str> {
    let path = url.strip_prefix("sqlite:")?.trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    (!path.starts_with(':') && !Path::new(path).exists()).then_some(path)
}

async fn look_into(db: &Db, report: &mut Report) -> Result<()> {
    match db.backend() {
        DbBackend::Sqlite => sqlite(db, report).await?,
        _ => postgres(db, report).await?,
    }
    let steps = schema::applied(db.read()).await?;
    match Schema::of(&steps) {
        Schema::Current => report.fine("schema", steps.last().cloned().unwrap_or_default()),
        Schema::Behind(n) => {
            report.warns("schema", format!("{n} steps are missing"), "`saiets serve` or `saiets migrate up` takes them");
            return Ok(());
        }
        Schema::Ahead(step) => {
            report.wrong("schema", format!("it has {step}, which this version does not know"), "run the newer version");
            return Ok(());
        }
    }
    times(db, report).await?;
    waiting(db, report).await
}

async fn sqlite(db: &Db, report: &mut Report) -> Result<()> {
    let version: String = one(db, "SELECT sqlite_version() AS it").await?;
    let journal: String = one(db, "SELECT journal_mode AS it FROM pragma_journal_mode").await?;
    let keys: i64 = one(db, "SELECT foreign_keys AS it FROM pragma_foreign_keys").await?;
    let sound: String = one(db, "SELECT quick_check AS it FROM pragma_quick_check").await?;
    if sound != "ok" {
        report.wrong(WHAT, "the file is damaged", "stop the server and restore the last backup");
    } else if journal != "wal" || keys != 1 {
        report.wrong(
            WHAT,
            format!("SQLite {version}, journal {journal}, foreign keys {keys}"),
            "keep the file on a local disk: WAL does not work over a network",
        );
    } else {
        report.fine(WHAT, format!("SQLite {version}, WAL, foreign keys kept, file sound"));
    }
    Ok(())
}

async fn postgres(db: &Db, report: &mut Report) -> Result<()> {
    let version: String = one(db, "SELECT current_setting('server_version') AS it").await?;
    let number: i64 = one(db, "SELECT CAST(current_setting('server_version_num') AS BIGINT) / 10000 AS it").await?;
    match number < OLDEST_POSTGRES {
        true => report.warns(WHAT, format!("PostgreSQL {version}"), "nobody mends that version any more: take a newer one"),
        false => report.fine(WHAT, format!("PostgreSQL {version}")),
    }
    let theirs: i64 = one(db, "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS it").await?;
    let apart = (theirs - Clock::default().now().as_millisecond()).abs();
    if apart > SKEW_MS {
        report.warns("clock", format!("the database's differs by {} s", apart / 1_000), "keep both right by NTP");
    }
    Ok(())
}

/// What was written lately cannot be of tomorrow.
async fn times(db: &Db, report: &mut Report) -> Result<()> {
    let newest: Option<i64> = one(db, "SELECT MAX(at) AS it FROM audit").await?;
    let now = Clock::default().now();
    if let Some(newest) = newest.filter(|newest| *newest > now.as_millisecond() + SKEW_MS) {
        report.warns(
            "clock",
            format!("it was later once: something was written at {}", clock::instant(newest)),
            "set it, and keep it right by NTP",
        );
    }
    Ok(())
}

async fn waiting(db: &Db, report: &mut Report) -> Result<()> {
    let standing = outbox::standing(db, Clock::default().now()).await?;
    let [(_, due), (_, failed)] = standing.by_state;
    if standing.oldest_due_seconds > LATE_SECONDS {
        let minutes = standing.oldest_due_seconds / 60;
        report.warns(
            "outbox",
            format!("{due} due, the oldest {minutes} min late"),
            "is `saiets serve` running, and does the mail server take mail?",
        );
    } else {
        report.fine("outbox", format!("{due} due"));
    }
    if failed > 0 {
        report.warns("outbox", format!("{failed} failed for good"), "their addresses were refused; the organisers see them as failed");
    }
    Ok(())
}

async fn one<T: sea_orm::TryGetable>(db: &Db, sql: &str) -> Result<T, DbErr> {
    let row = db.read().query_one_raw(Statement::from_string(db.backend(), sql)).await?;
    row.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?.try_get("", "it")
}
