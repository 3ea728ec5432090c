//! Zones from time zone database bytes (TZif, RFC 9636).

use super::LocalTime;
use crate::fault::Refusal;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
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
        Some(Self { name: name.to_owned(), rules, footer: footer(tzif) })
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
            AmbiguousOffset::Gap { before, after } => Err(self.gap(local, before, after)),
            AmbiguousOffset::Unambiguous { offset } => Ok(Resolved { at: instant(offset, local), ambiguous: false }),
            AmbiguousOffset::Fold { before, .. } => Ok(Resolved { at: instant(before, local), ambiguous: true }),
        }
    }

    /// The clocks jump from one wall-clock time to another at one instant: the minutes on either side of it.
    fn gap(&self, local: LocalTime, before: Offset, after: Offset) -> Gap {
        // Read with the later offset, a skipped time lies just before the jump.
        let inside = instant(after, local);
        // A transition may change no more than a name: the jump is the first that ends in the later offset.
        let jumps = self.rules.following(inside).take(4).find(|t| t.offset() == after).map(|t| t.timestamp());
        let at = jumps.unwrap_or(inside);
        let (from, to) = (before.to_datetime(at), after.to_datetime(at));
        // Monrovia's clocks jumped by 44 minutes and a half in 1972.
        let to = if to.second() == 0 { LocalTime::new(to) } else { LocalTime::new(to).plus_minutes(1) };
        let from = LocalTime::new(from).plus_minutes(-1);
        Gap { before: from, after: to }
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

/// RFC 9636 3.3: from version 2 on, the last line, between two line feeds.
fn footer(tzif: &[u8]) -> Option<String> {
    if *tzif.get(4)? < b'2' {
        return None;
    }
    let line = tzif.strip_suffix(b"\n")?.rsplit(|b| *b == b'\n').next()?;
    std::str::from_utf8(line).ok().filter(|line| !line.is_empty()).map(str::to_owned)
}

fn instant(offset: Offset, local: LocalTime) -> Timestamp {
    // Only the very ends of the calendar overflow, and LocalTime stays far from them.
    offset.to_timestamp(local.datetime()).unwrap_or(Timestamp::UNIX_EPOCH)
}
