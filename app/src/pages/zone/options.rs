//! Time zones to choose from.

use crate::when::{Form, offset, place};
use backend::Site;
use domain::text::Lang;
use domain::time::Zones;
use jiff::Timestamp;

/// Half a year in seconds: what the clocks show in the other season.
const HALF_A_YEAR: i64 = 182 * 86_400;

/// The zones our people live in, the nearest first; all others follow by name.
const COMMON: [&str; 12] = [
    "Europe/Riga",
    "Europe/Brussels",
    "Europe/Luxembourg",
    "Europe/Paris",
    "Europe/Zurich",
    "Europe/Vienna",
    "Europe/London",
    "America/New_York",
    "America/Vancouver",
    "Africa/Cairo",
    "Asia/Bangkok",
    "Asia/Tokyo",
];

/// Zones that are places: (IANA name, "Rīga, Europe, UTC+2, in the other half of the year UTC+3"), the common ones first.
pub fn options(lang: Lang, site: &Site) -> Vec<(String, String)> {
    let now = site.now();
    let common = COMMON.into_iter().filter(|name| site.zones.get(name).is_ok());
    let rest = site.zones.names().filter(|name| is_place(name) && !COMMON.contains(name));
    common.chain(rest).map(|name| (name.to_owned(), label(lang, &site.zones, name, now))).collect()
}

/// Regions of the time zone database; the rest are aliases of countries and fixed offsets.
fn is_place(name: &str) -> bool {
    const REGIONS: [&str; 10] =
        ["Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];
    name == "UTC" || REGIONS.iter().any(|region| name.starts_with(region))
}

fn label(lang: Lang, zones: &Zones, name: &str, now: Timestamp) -> String {
    let region = name.split_once('/').map(|(region, _)| format!(" ({region})")).unwrap_or_default();
    let place = place(lang, name, Form::Is);
    let Ok(zone) = zones.get(name) else { return place };
    let later = Timestamp::from_second(now.as_second() + HALF_A_YEAR).unwrap_or(now);
    let (now, then) = (zone.local(now).offset_seconds, zone.local(later).offset_seconds);
    let offsets = if now == then { offset(now) } else { format!("{} / {}", offset(now.min(then)), offset(now.max(then))) };
    format!("{place}{region}, {offsets}")
}
