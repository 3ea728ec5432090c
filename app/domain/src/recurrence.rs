//! When the editions of a series fall: a part of RFC 5545's recurrence rules, notice deadlines and venues in rotation.

mod dates;
mod notice;
mod parse;
#[cfg(test)]
mod tests;

use crate::fault::Refusal;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use dates::Dates;
pub use notice::{AnnounceBy, Deadline, NoticeDays, announce_by};

/// The unit a rule counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Frequency {
    /// Every so many years.
    Yearly,
    /// Every so many months.
    Monthly,
    /// Every so many weeks, which start on Monday.
    Weekly,
}

/// A weekday, every one or the nth (from the end, if negative) of the month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// 1 is the first, −1 the last; none means every one.
    pub nth: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

/// A recurrence rule (RFC 5545 3.3.10) of FREQ, INTERVAL, BYMONTH, BYMONTHDAY and BYDAY that some date fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rule {
    frequency: Frequency,
    interval: u16,
    months: Vec<i8>,
    month_days: Vec<i8>,
    days: Vec<Day>,
}

/// The shapes of rule that a form offers and a page can say in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The nth weekday of a month, once a year.
    YearlyNth {
        /// 1–12.
        month: i8,
        /// −5–5, not 0.
        nth: i8,
        /// The weekday.
        weekday: Weekday,
    },
    /// The same month and day every year.
    YearlyDate {
        /// 1–12.
        month: i8,
        /// −31–31, not 0.
        day: i8,
    },
    /// The nth weekday of the month.
    MonthlyNth {
        /// −5–5, not 0.
        nth: i8,
        /// The weekday.
        weekday: Weekday,
    },
    /// The same day of the month.
    MonthlyDay {
        /// −31–31, not 0.
        day: i8,
    },
    /// Some weekdays, Monday first.
    Weekly {
        /// At least one.
        weekdays: Vec<Weekday>,
    },
    /// Something a person wrote as a rule.
    Other,
}

impl Rule {
    /// The longest interval, in years, months or weeks.
    pub const MAX_INTERVAL: u16 = 999;

    /// The nth `weekday` of `month`, every `interval` years.
    pub fn yearly_nth(month: i8, nth: i8, weekday: Weekday, interval: u16) -> Result<Self, Refusal> {
        Self::new(Frequency::Yearly, interval, vec![month], vec![], vec![Day { nth: Some(nth), weekday }])
    }

    /// `day` of `month` (counted from its end, if negative), every `interval` years.
    pub fn yearly_date(month: i8, day: i8, interval: u16) -> Result<Self, Refusal> {
        Self::new(Frequency::Yearly, interval, vec![month], vec![day], vec![])
    }

    /// The nth `weekday` of the month, every `interval` months.
    pub fn monthly_nth(nth: i8, weekday: Weekday, interval: u16) -> Result<Self, Refusal> {
        Self::new(Frequency::Monthly, interval, vec![], vec![], vec![Day { nth: Some(nth), weekday }])
    }

    /// `day` of the month (counted from its end, if negative), every `interval` months; months without it are skipped.
    pub fn monthly_day(day: i8, interval: u16) -> Result<Self, Refusal> {
        Self::new(Frequency::Monthly, interval, vec![], vec![day], vec![])
    }

    /// Each of `weekdays`, every `interval` weeks; without weekdays, that of the first date.
    pub fn weekly(weekdays: &[Weekday], interval: u16) -> Result<Self, Refusal> {
        let days = weekdays.iter().map(|weekday| Day { nth: None, weekday: *weekday }).collect();
        Self::new(Frequency::Weekly, interval, vec![], vec![], days)
    }

    /// The unit.
    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// Every how many of the unit, 1–[`Self::MAX_INTERVAL`].
    pub fn interval(&self) -> u16 {
        self.interval
    }

    /// BYMONTH in order, 1–12; none where the rule does not say.
    pub fn months(&self) -> &[i8] {
        &self.months
    }

    /// BYMONTHDAY in order, −31–31; none where the rule does not say.
    pub fn month_days(&self) -> &[i8] {
        &self.month_days
    }

    /// BYDAY in order; none where the rule does not say.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The shape, to say it in words or to fill a form again.
    pub fn shape(&self) -> Shape {
        match (self.frequency, self.months.as_slice(), self.month_days.as_slice(), self.days.as_slice()) {
            (Frequency::Yearly, &[month], [], &[Day { nth: Some(nth), weekday }]) => Shape::YearlyNth { month, nth, weekday },
            (Frequency::Yearly, &[month], &[day], []) => Shape::YearlyDate { month, day },
            (Frequency::Monthly, [], [], &[Day { nth: Some(nth), weekday }]) => Shape::MonthlyNth { nth, weekday },
            (Frequency::Monthly, [], &[day], []) => Shape::MonthlyDay { day },
            (Frequency::Weekly, [], [], days @ [_, ..]) => Shape::Weekly { weekdays: days.iter().map(|day| day.weekday).collect() },
            _ => Shape::Other,
        }
    }

    /// The occurrences on and after `from`, which is the rule's DTSTART: intervals count from it, parts the rule leaves out are taken from it,
    /// and it is an occurrence only where it fits. Ends with the year 2199.
    pub fn dates(&self, from: Date) -> Dates {
        Dates::new(self, from, from)
    }

    /// The occurrences on and after `from` of the rule whose DTSTART is `first`.
    pub fn dates_between(&self, first: Date, from: Date) -> Dates {
        Dates::new(self, first, from)
    }

    /// That at least one date from `first` on fits, else `rule_never_occurs`: every fourth year from 2027 has no 29 February.
    pub fn check_from(&self, first: Date) -> Result<(), Refusal> {
        self.dates(first).next().map(|_| ()).ok_or(Refusal::new("rule_never_occurs"))
    }

    /// How many occurrences the rule whose DTSTART is `first` has before `date`: the index of an occurrence, counted from 0.
    pub fn index_of(&self, first: Date, date: Date) -> usize {
        self.dates(first).take_while(|occurrence| *occurrence < date).count()
    }
}

/// The venue whose turn it is at the occurrence with this index, counted from 0 at the series' first; none where there are no venues.
pub fn venue_for<T>(venues: &[T], index: usize) -> Option<&T> {
    venues.get(index.checked_rem(venues.len())?)
}
