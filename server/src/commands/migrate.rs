//! `saiets migrate up|down|status`.

use anyhow::Result;
use backend::{Site, schema};
use clap::ValueEnum;
use migrations::{Migrator, MigratorTrait};

/// Which way.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Direction {
    /// To the newest schema.
    Up,
    /// One step back.
    Down,
    /// Shows what is applied.
    Status,
}

/// Runs it.
pub async fn run(site: &Site, direction: Direction) -> Result<()> {
    let db = site.db.writer();
    match direction {
        Direction::Up => schema::migrate(&site.db).await?,
        Direction::Down => Migrator::down(db, Some(1)).await?,
        Direction::Status => {
            for step in Migrator::get_migration_with_status(db).await? {
                println!("{:<10} {}", step.status().to_string().to_lowercase(), step.name());
            }
        }
    }
    Ok(())
}
