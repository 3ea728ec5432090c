//! Zones from time zone database bytes (TZif, RFC 9636).

use super::LocalTime;
use crate::fault::Refusal;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use std::collections::BTreeMap;

/// One release of the time zone database.
#[derive(Clone, Debug)]
pub struct Zones {
    version: String,
    zones: BTreeMap<String, Zone>,
}

impl Zones {
    /// From a release like `2026e` and the TZif bytes of its zones; bytes that are no TZif are left out.
    pub fn new(version: impl Into<String>, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let zones = files.into_iter().filter_map(|(name, bytes)| Zone::new(&name, &bytes).map(|zone| (name, zone))).collect();
        Self { version: version.into(), zones }
    }

    /// The release, like `2026e`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The zone of an IANA name in its exact spelling, else `unknown_zone`.
    pub fn get(&self, name: &str) -> Result<&Zone, Refusal> {
        self.zones.get(name).ok_or(Refusal::new("unknown_zone"))
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.zones.keys().map(String::as_str)
    }
}

/// The rules of one place.
#[derive(Clone, Debug)]
pub struct Zone {
    name: String,
    rules: TimeZone,
    footer: Option<String>,
}

/// The instant a local time names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The instant; of two, the first.
    pub at: Timestamp,
    /// The clocks show this local time twice.
    pub ambiguous: bool,
}

/// The local time is skipped; these are the valid ones nearest to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last minute before the clocks go forward.
    pub before: LocalTime,
    /// The first minute after.
    pub after: LocalTime,
}

/// What the clocks of a zone show at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    /// The wall clock.
    pub time: DateTime,
    /// Seconds east of UTC.
    pub offset_seconds: i32,
}

impl Zone {
    fn new(name: &str, tzif: &[u8]) -> Option<Self> {
        let rules = TimeZone::tzif(name, tzif).ok()?;
        // RFC 9636 3.3: the footer is the last line, between two line feeds.
        let footer = tzif.strip_suffix(b"\n").and_then(|rest| rest.rsplit(|b| *b == b'\n').next()).and_then(|line| std::str::from_utf8(line).ok());
        Some(Self { name: name.to_owned(), rules, footer: footer.filter(|f| !f.is_empty()).map(str::to_owned) })
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rule after the last listed transition, as a POSIX TZ string (`EET-2EEST,M3.5.0/3,M10.5.0/4`).
    pub fn footer(&self) -> Option<&str> {
        self.footer.as_deref()
    }

    /// The instant of a local time; in a gap, the nearest valid local times instead.
    pub fn resolve(&self, local: LocalTime) -> Result<Resolved, Gap> {
        let ambiguous = self.rules.to_ambiguous_timestamp(local.datetime());
        match ambiguous.offset() {
            AmbiguousOffset::Gap { before, after } => {
                // The clocks jump from `start` (old offset) to `start + jump` (new offset) at one instant.
                let jump = i64::from(after.seconds() - before.seconds()) / 60;
                let inside = after.to_timestamp(local.datetime()).unwrap_or(Timestamp::UNIX_EPOCH);
                let at = self.rules.following(inside).next().map_or(inside, |transition| transition.timestamp());
                let start = LocalTime::new(before.to_datetime(at));
                Err(Gap { before: start.plus_minutes(-1), after: start.plus_minutes(jump) })
            }
            AmbiguousOffset::Unambiguous { offset } => Ok(Resolved { at: instant(offset, local), ambiguous: false }),
            AmbiguousOffset::Fold { before, .. } => Ok(Resolved { at: instant(before, local), ambiguous: true }),
        }
    }

    /// What the clocks show at an instant.
    pub fn local(&self, at: Timestamp) -> Local {
        let offset = self.rules.to_offset(at);
        Local { time: offset.to_datetime(at), offset_seconds: offset.seconds() }
    }

    /// The rules, for what this module does not offer.
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }
}

fn instant(offset: jiff::tz::Offset, local: LocalTime) -> Timestamp {
    // Only the very ends of the calendar overflow, and LocalTime stays far from them.
    offset.to_timestamp(local.datetime()).unwrap_or(Timestamp::UNIX_EPOCH)
}
