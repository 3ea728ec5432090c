//! Changes of the clocks that come back every year on the nth weekday of a month: all that Outlook takes in a VTIMEZONE.

use super::posix::Rule;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::Offset;
use std::collections::BTreeSet;

/// The `nth` (1–4, or -1 for the last) `weekday` of `month`, at `time` on the clocks before the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Yearly {
    month: i8,
    nth: i8,
    weekday: Weekday,
    time: Time,
}

impl Yearly {
    /// The rule itself where its hour is one of the day; right for every year.
    pub(super) fn exact(rule: Rule) -> Option<Self> {
        let nth = if rule.week == 5 { -1 } else { rule.week };
        let within_the_day = (0..86_400).contains(&rule.seconds);
        let time = Time::midnight().wrapping_add(jiff::Span::new().seconds(rule.seconds));
        within_the_day.then_some(Self { month: rule.month, nth, weekday: rule.weekday, time })
    }

    /// A rule with an hour outside the day falls on its neighbour: the nth weekday that says so in each of these years, if one does,
    /// and of several the one that is right for most of the years around.
    pub(super) fn fitted(rule: Rule, years: &BTreeSet<i16>) -> Option<Self> {
        let first = *years.first()?;
        let last = *years.last()?;
        let candidates = candidates(rule.local(first)?);
        let fits = |yearly: &Yearly, year: i16| yearly.onset(year) == rule.local(year);
        let right_for = |yearly: &Yearly| (first - 3..=last + 3).filter(|year| fits(yearly, *year)).count();
        candidates.into_iter().filter(|yearly| years.iter().all(|year| fits(yearly, *year))).max_by_key(right_for)
    }

    /// The wall-clock time of the change in a year, on the clocks before it.
    pub(super) fn onset(&self, year: i16) -> Option<DateTime> {
        let day = Date::new(year, self.month, 1).ok()?.nth_weekday_of_month(self.nth, self.weekday).ok()?;
        Some(day.to_datetime(self.time))
    }

    /// The instant of the change in a year, with the clocks `from` seconds east of UTC before it.
    pub(super) fn instant(&self, year: i16, from: i32) -> Option<Timestamp> {
        Offset::from_seconds(from).ok()?.to_timestamp(self.onset(year)?).ok()
    }

    /// The RRULE value, without an end.
    pub(super) fn rrule(&self) -> String {
        let day = match self.weekday {
            Weekday::Monday => "MO",
            Weekday::Tuesday => "TU",
            Weekday::Wednesday => "WE",
            Weekday::Thursday => "TH",
            Weekday::Friday => "FR",
            Weekday::Saturday => "SA",
            Weekday::Sunday => "SU",
        };
        format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", self.month, self.nth)
    }
}

fn candidates(onset: DateTime) -> Vec<Yearly> {
    let counted = (onset.day() - 1) / 7 + 1;
    let last = (onset.day() + 7 > onset.date().days_in_month()).then_some(-1);
    // A fifth weekday is not there every year.
    let nths = (counted < 5).then_some(counted).into_iter().chain(last);
    nths.map(|nth| Yearly { month: onset.month(), nth, weekday: onset.weekday(), time: onset.time() }).collect()
}
