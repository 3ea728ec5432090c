//! The commands of the binary, one file for what belongs together.

mod backup;
mod demo;
mod jobs;
mod migrate;
mod people;
pub mod serve;

use crate::check;
use crate::settings::Settings;
use anyhow::{Result, bail};
use backend::Site;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

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
    /// Makes or promotes an administrator
    Admin {
        /// The mail address
        #[arg(long)]
        email: String,
        /// The name
        #[arg(long)]
        name: String,
    },
    /// Prints a one-time sign-in address
    SigninLink {
        /// The mail address
        #[arg(long)]
        email: String,
    },
    /// Prints a bearer token that acts as that person
    Token {
        /// The mail address
        #[arg(long)]
        email: String,
    },
    /// Writes everything to one file, while serving too
    Backup {
        /// Where to; a file of this name is replaced
        file: PathBuf,
    },
    /// Restores a backup, into SQLite or PostgreSQL alike
    Restore {
        /// The file
        file: PathBuf,
        /// Lose what is in the database
        #[arg(long)]
        replace: bool,
    },
    /// Says what is wrong with the installation and how to mend it
    Check,
    /// Background work
    Jobs {
        /// run
        #[command(subcommand)]
        jobs: jobs::Jobs,
    },
}

/// Runs a command to its end.
pub fn run(cli: Cli) -> Result<()> {
    let settings = match (Settings::read(), &cli.command) {
        (Err(problem), Command::Check) => bail!(check::unreadable(&problem)),
        (settings, _) => settings?,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve => serve::run(&settings).await,
            Command::Demo => demo::run(&open(&settings).await?).await,
            Command::Migrate { direction } => migrate::run(&open(&settings).await?, direction).await,
            Command::Admin { email, name } => people::admin(&open(&settings).await?, &email, &name).await,
            Command::SigninLink { email } => people::sign_in_link(&open(&settings).await?, &email).await,
            Command::Token { email } => people::token(&open(&settings).await?, &email).await,
            Command::Backup { file } => backup::backup(&settings, &file).await,
            Command::Restore { file, replace } => backup::restore(&settings, &file, replace).await,
            Command::Check => check::run(&settings).await,
            Command::Jobs { jobs } => jobs::run(&open(&settings).await?, jobs).await,
        }
    })
}

/// The installation, for commands that do not listen.
async fn open(settings: &Settings) -> Result<Site> {
    crate::open::open(settings, settings.listen).await
}
