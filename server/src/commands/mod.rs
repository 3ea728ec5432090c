//! The commands of the binary, one file for what belongs together.

mod demo;
mod migrate;
mod serve;

use crate::settings::Settings;
use anyhow::Result;
use backend::Site;
use clap::{Parser, Subcommand};

/// Events and forums for professionals from Latvia in international organisations.
#[derive(Debug, Parser)]
#[command(name = "saiets", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Migrates, serves HTTP and runs the background work
    Serve,
    /// Loads demo data; a second run changes nothing
    Demo,
    /// Changes the schema
    Migrate {
        /// up, down or status
        #[arg(value_enum)]
        direction: migrate::Direction,
    },
}

/// Runs a command to its end.
pub fn run(cli: Cli) -> Result<()> {
    let settings = Settings::read()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve => serve::run(&settings).await,
            Command::Demo => demo::run(&open(&settings).await?).await,
            Command::Migrate { direction } => migrate::run(&open(&settings).await?, direction).await,
        }
    })
}

/// The installation, for commands that do not listen.
async fn open(settings: &Settings) -> Result<Site> {
    crate::open::open(settings, settings.listen).await
}
