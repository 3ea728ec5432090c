//! A process of its own, over the database of a test.

use super::{Place, SECRET};
use clap::Parser;
use server::commands::{Cli, run};
use std::process::Command;

/// The command line of the process, for this test binary started once more.
const COMMAND: &str = "COMMAND_OF_SAIETS";

/// Not a test, but `saiets` as its binary runs it, when a test starts this program again.
#[test]
#[ignore = "the process that other tests start"]
fn saiets() {
    if let Ok(command) = std::env::var(COMMAND) {
        run(Cli::parse_from(command.split(' '))).unwrap();
    }
}

/// `saiets` with this command line and no settings but those of the test; it goes by the clock of the machine.
pub fn process(place: &Place, command: &str) -> Command {
    let mut process = Command::new(std::env::current_exe().unwrap());
    process
        .args(["support::process::saiets", "--exact", "--ignored", "--nocapture"])
        .env_clear()
        .envs([(COMMAND, command), ("SAIETS_LISTEN", "127.0.0.1:0"), ("SAIETS_BASE_URL", "http://saiets.test")])
        .envs([("SAIETS_MAIL_FROM", "forum@saiets.test"), ("SAIETS_DATABASE_URL", place.address()), ("SAIETS_SECRET", SECRET)])
        .current_dir(place.folder());
    process
}
