//! Wall-clock time as a person says it, without a zone.

use crate::fault::Refusal;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A local date and time to the minute, written `YYYY-MM-DDTHH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(DateTime);

impl LocalTime {
    /// Drops seconds and less.
    pub fn new(time: DateTime) -> Self {
        Self(time.with().second(0).subsec_nanosecond(0).build().unwrap_or(time))
    }

    /// Exactly `YYYY-MM-DDTHH:MM`, years 1970–2199, else `invalid_local_time`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let refused = Refusal::new("invalid_local_time");
        let shaped = raw.len() == 16 && raw.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            10 => b == b'T',
            13 => b == b':',
            _ => b.is_ascii_digit(),
        });
        if !shaped {
            return Err(refused);
        }
        let time: DateTime = format!("{raw}:00").parse().map_err(|_| refused)?;
        if (1970..2200).contains(&time.year()) { Ok(Self(time)) } else { Err(refused) }
    }

    /// The civil date and time.
    pub fn datetime(self) -> DateTime {
        self.0
    }

    /// The civil date.
    pub fn date(self) -> Date {
        self.0.date()
    }

    /// Later (or earlier, if negative) by wall-clock minutes; stays where it is at the end of the calendar.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().minutes(minutes)))
    }
}

impl std::fmt::Display for LocalTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.strftime("%Y-%m-%dT%H:%M"))
    }
}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::parse(&raw).map_err(serde::de::Error::custom)
    }
}
