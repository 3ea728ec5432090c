//! Fills an empty installation with a data set of a given size, the same each time but for today's date:
//! `seed PEOPLE EVENTS SESSIONS` with the settings of the server (`SAIETS_DATA_DIR`, …). Prints nothing; leaves `tokens` and `events`
//! (one a line: who may register, and for what) and `session` (a browser's secret) in the data folder.

mod agenda;
mod events;
mod people;

use anyhow::{Context, Result, anyhow};
use backend::db::Write;
use backend::{Site, schema};
use domain::text::Text;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use server::settings::Settings;
use std::str::FromStr;

/// Rows of one statement: SQLite takes 32,766 values in one, no table here has more than 40 columns.
const AT_ONCE: usize = 500;
const DAY: i64 = 86_400_000;

/// What every part needs.
struct Stage {
    site: Site,
    tx: Write,
    /// Midnight of today, UTC, in milliseconds.
    today: i64,
    sizes: Sizes,
}

struct Sizes {
    people: i64,
    events: i64,
    sessions: i64,
}

impl Stage {
    /// Writes many rows.
    async fn add<A>(&self, rows: impl IntoIterator<Item = A>) -> Result<()>
    where
        A: ActiveModelTrait + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<A> = rows.by_ref().take(AT_ONCE).collect();
            A::Entity::insert_many(some).exec_without_returning(&self.tx).await?;
        }
        Ok(())
    }

    /// Leaves lines for those who measure.
    fn leave(&self, settings: &Settings, name: &str, lines: impl Iterator<Item = String>) -> Result<()> {
        let text: String = lines.map(|line| line + "\n").collect();
        std::fs::write(settings.data_dir.join(name), text).with_context(|| name.to_owned())
    }
}

/// A text in both languages.
fn text(lv: impl Into<String>, en: impl Into<String>) -> Text {
    Text { lv: Some(lv.into()), en: Some(en.into()) }
}

fn argument<T: FromStr>(n: usize) -> Result<T> {
    let raw = std::env::args().nth(n).with_context(|| "seed PEOPLE EVENTS SESSIONS")?;
    raw.parse().map_err(|_| anyhow!("{raw} is no number"))
}

#[tokio::main]
async fn main() -> Result<()> {
    let sizes = Sizes { people: argument(1)?, events: argument(2)?, sessions: argument(3)? };
    let settings = Settings::read()?;
    let site = server::open::open(&settings, settings.listen).await?;
    schema::migrate(&site.db).await?;
    let now = site.now().as_millisecond();
    let stage = Stage { tx: site.db.begin_write().await?, today: now - now.rem_euclid(DAY), site, sizes };
    let tokens = people::load(&stage).await?;
    let open = events::load(&stage).await?;
    agenda::load(&stage).await?;
    stage.leave(&settings, "tokens", tokens.into_iter())?;
    stage.leave(&settings, "events", open.into_iter())?;
    stage.leave(&settings, "session", std::iter::once(people::SESSION.to_owned()))?;
    stage.tx.commit().await?;
    Ok(())
}
