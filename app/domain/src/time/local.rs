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
        let shaped = raw.len() == 16
            && raw.bytes().enumerate().all(|(i, b)| match i {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        for raw in ["2027-08-18T10:00", "2028-02-29T23:59", "1970-01-01T00:00", "2199-12-31T00:00"] {
            let time = LocalTime::parse(raw).unwrap();
            assert_eq!(time.to_string(), raw);
            assert_eq!(serde_json::to_string(&time).unwrap(), format!("\"{raw}\""));
            assert_eq!(serde_json::from_str::<LocalTime>(&format!("\"{raw}\"")).unwrap(), time);
        }
    }

    #[test]
    fn anything_else_is_no_local_time() {
        let odd = [
            "",
            "2027-08-18",
            "2027-08-18 10:00",
            "2027-08-18T10:00:00",
            "2027-08-18T10:00Z",
            "2027-02-29T10:00",
            "2027-13-01T10:00",
            "2027-08-18T24:00",
            "2027-08-18T10:60",
            "1969-12-31T23:59",
            "2200-01-01T00:00",
            "2027-08-18t10:00",
            "٢٠٢٧٠٨٠٨",
            "+027-08-18T10:00",
        ];
        for raw in odd {
            assert_eq!(LocalTime::parse(raw).unwrap_err().code, "invalid_local_time", "{raw}");
        }
    }

    #[test]
    fn minutes_carry_over_days_and_years() {
        let time = LocalTime::parse("2027-12-31T23:30").unwrap();
        assert_eq!(time.plus_minutes(45).to_string(), "2028-01-01T00:15");
        assert_eq!(time.plus_minutes(-24 * 60).to_string(), "2027-12-30T23:30");
        assert_eq!(LocalTime::new(time.datetime().with().second(59).build().unwrap()), time);
    }
}
