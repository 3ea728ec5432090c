//! How long before an edition people must be told of it.

use crate::fault::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A series' notice in days before an edition (study 2022: a year ahead, half a year at the least).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeDays {
    /// The notice aimed at.
    pub ideal: u32,
    /// The notice that must not be missed.
    pub minimum: u32,
}

/// The days by which an edition is to be announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnounceBy {
    /// The day aimed at.
    pub ideal: Date,
    /// The very last day.
    pub minimum: Date,
}

/// How one of these days stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Deadline {
    /// Announced on that day or before.
    Met,
    /// Not announced, and there is time.
    Ahead,
    /// Not announced, and at most [`Deadline::NEAR_DAYS`] are left.
    Near,
    /// The day passed without an announcement.
    Missed,
}

impl NoticeDays {
    /// The longest notice, in days: ten years.
    pub const MAX: u32 = 3_660;

    /// `notice_out_of_range` beyond [`Self::MAX`], `notice_minimum_above_ideal` where the minimum is the longer one.
    pub fn new(ideal: u32, minimum: u32) -> Result<Self, Refusal> {
        if ideal.max(minimum) > Self::MAX {
            return Err(Refusal::new("notice_out_of_range"));
        }
        if minimum > ideal { Err(Refusal::new("notice_minimum_above_ideal")) } else { Ok(Self { ideal, minimum }) }
    }
}

impl Default for NoticeDays {
    /// A year and half a year.
    fn default() -> Self {
        Self { ideal: 365, minimum: 183 }
    }
}

impl Deadline {
    /// From when on a deadline counts as near.
    pub const NEAR_DAYS: i64 = 30;

    /// The state on `today` of a deadline for what was announced on `announced`, if it was; all are dates in the series' zone.
    pub fn of(due: Date, announced: Option<Date>, today: Date) -> Self {
        match announced {
            Some(day) if day <= due => Self::Met,
            Some(_) => Self::Missed,
            None if today > due => Self::Missed,
            None if today >= due.saturating_sub(Self::NEAR_DAYS.days()) => Self::Near,
            None => Self::Ahead,
        }
    }
}

/// The edition's date less the days of notice.
pub fn announce_by(date: Date, notice: NoticeDays) -> AnnounceBy {
    let before = |days: u32| date.saturating_sub(i64::from(days.min(NoticeDays::MAX)).days());
    AnnounceBy { ideal: before(notice.ideal), minimum: before(notice.minimum) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_forum_in_august_is_announced_in_january_at_the_very_latest() {
        let by = announce_by(date(2027, 8, 18), NoticeDays::new(365, 199).unwrap());
        assert_eq!(by, AnnounceBy { ideal: date(2026, 8, 18), minimum: date(2027, 1, 31) });
    }

    #[test]
    fn a_deadline_is_ahead_then_near_then_missed_unless_met() {
        let due = date(2027, 1, 31);
        assert_eq!(Deadline::of(due, None, date(2026, 12, 31)), Deadline::Ahead);
        assert_eq!(Deadline::of(due, None, date(2027, 1, 1)), Deadline::Near);
        assert_eq!(Deadline::of(due, None, due), Deadline::Near);
        assert_eq!(Deadline::of(due, None, date(2027, 2, 1)), Deadline::Missed);
        assert_eq!(Deadline::of(due, Some(due), date(2027, 6, 1)), Deadline::Met);
        assert_eq!(Deadline::of(due, Some(date(2027, 2, 1)), date(2027, 6, 1)), Deadline::Missed);
    }

    #[test]
    fn notice_is_in_order_and_within_ten_years() {
        assert_eq!(NoticeDays::new(183, 365).unwrap_err().code, "notice_minimum_above_ideal");
        assert_eq!(NoticeDays::new(4_000, 365).unwrap_err().code, "notice_out_of_range");
        assert!(NoticeDays::new(0, 0).is_ok());
    }
}
