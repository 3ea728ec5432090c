//! `saiets`: see `saiets help`.

use clap::Parser;
use server::commands::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match server::commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("saiets: {problem:#}");
            ExitCode::FAILURE
        }
    }
}
