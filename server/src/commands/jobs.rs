//! `saiets jobs run`.

use crate::observe::logs;
use anyhow::{Context, Result};
use backend::Site;
use backend::service::jobs;
use clap::Subcommand;

/// What to do.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Jobs {
    /// Does all that is due now, then exits
    Run,
}

/// Runs it.
pub async fn run(site: &Site, jobs: Jobs) -> Result<()> {
    logs::start();
    match jobs {
        Jobs::Run => jobs::run_due(site).await.context("not all that is due could be done"),
    }
}
