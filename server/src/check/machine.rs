//! The machine: folder, disk, clock, time zones.

use super::Report;
use crate::settings::Settings;
use backend::clock::Clock;
use backend::zones;
use std::path::Path;

const MB: u64 = 1024 * 1024;
const LITTLE: u64 = 1024 * MB;
const TOO_LITTLE: u64 = 100 * MB;

pub(super) fn look(settings: &Settings, report: &mut Report) {
    folder(&settings.data_dir, report);
    let release = time_zones(settings, report);
    clock(&release, report);
}

fn folder(folder: &Path, report: &mut Report) {
    let said = folder.display();
    if !folder.exists() {
        return report.warns("data", format!("{said} is not there yet"), "the first start makes it");
    }
    if let Err(error) = is_writable(folder) {
        return report.wrong("data", format!("{said} cannot be written to: {error}"), "give it to the user that runs saiets");
    }
    let free = rustix::fs::statvfs(folder).map_or(0, |disk| disk.f_bavail.saturating_mul(disk.f_frsize));
    let said = format!("{said}, {} MB free", free / MB);
    match free {
        free if free < TOO_LITTLE => report.wrong("data", said, "make room: writing fails when the disk is full"),
        free if free < LITTLE => report.warns("data", said, "make room before the disk is full"),
        _ => report.fine("data", said),
    }
}

/// By trying: rights alone do not tell (a disk mounted read-only, a full one).
pub(super) fn is_writable(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".check-{}", backend::id::unique()));
    let written = std::fs::write(&probe, b"saiets check");
    let _ = std::fs::remove_file(&probe);
    written
}

/// Gives the release in use.
fn time_zones(settings: &Settings, report: &mut Report) -> String {
    let builtin = zones::builtin_version();
    let Some(folder) = &settings.tzdir else {
        let used = zones::newest();
        let from = if used.version() == builtin { "built in" } else { "the system's, newer than the built-in" };
        report.fine("time zones", format!("{}, {from}", used.version()));
        return used.version().to_owned();
    };
    match zones::from_folder(folder) {
        Ok(used) if domain::time::newer_version(builtin, used.version()) => report.warns(
            "time zones",
            format!("{} of SAIETS_TZDIR is older than the built-in {builtin}", used.version()),
            "leave SAIETS_TZDIR out, or bring its folder up to date",
        ),
        Ok(used) => report.fine("time zones", format!("{}, from SAIETS_TZDIR", used.version())),
        Err(error) => report.wrong(
            "time zones",
            format!("SAIETS_TZDIR cannot be used: {error}"),
            "it wants a zoneinfo folder with tzdata.zi; leave it out to use the built-in",
        ),
    }
    builtin.to_owned()
}

/// A machine whose battery died begins in 1970; the zone data knows at least which year it was made in.
fn clock(release: &str, report: &mut Report) {
    let now = Clock::default().now();
    let made = release.get(..4).and_then(|year| year.parse::<i16>().ok()).unwrap_or_default();
    let year = now.to_zoned(jiff::tz::TimeZone::UTC).year();
    if year < made {
        report.wrong("clock", format!("it says {now}"), "set it, and keep it right by NTP");
    } else {
        report.fine("clock", format!("{now}"));
    }
}
