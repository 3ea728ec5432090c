//! `saiets demo`.

use anyhow::Result;
use backend::{Site, demo, schema};

/// Migrates and loads.
pub async fn run(site: &Site) -> Result<()> {
    schema::migrate(&site.db).await?;
    match demo::load(site).await? {
        true => println!("The demo data is loaded; its organiser is {}", demo::ORGANISER),
        false => println!("The demo data is there already"),
    }
    Ok(())
}
