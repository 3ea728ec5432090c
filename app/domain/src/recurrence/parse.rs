//! Reading and writing a rule as RFC 5545 does.

use super::{Day, Frequency, Rule, dates};
use crate::fault::Refusal;
use jiff::civil::Weekday;
use std::fmt::{Display, Formatter};
use std::str::FromStr;

const INVALID: Refusal = Refusal::new("invalid_rule");
const UNSUPPORTED: Refusal = Refusal::new("unsupported_rule");

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// The longest rule read: every month, month day and weekday there is, with room to spare.
const MAX_LENGTH: usize = 1_000;

#[derive(Default)]
struct Parts {
    frequency: Option<Frequency>,
    interval: Option<u16>,
    months: Option<Vec<i8>>,
    month_days: Option<Vec<i8>>,
    days: Option<Vec<Day>>,
}

impl FromStr for Rule {
    type Err = Refusal;

    /// `invalid_rule` for what RFC 5545 forbids, `unsupported_rule` for what it allows and series do not use, `rule_never_occurs` for 30 February.
    fn from_str(raw: &str) -> Result<Self, Refusal> {
        if raw.len() > MAX_LENGTH {
            return Err(INVALID);
        }
        let mut parts = Parts::default();
        for part in raw.trim().to_ascii_uppercase().split(';') {
            let (name, value) = part.split_once('=').ok_or(INVALID)?;
            parts.read(name, value)?;
        }
        let frequency = parts.frequency.ok_or(INVALID)?;
        let (months, month_days, days) = (parts.months, parts.month_days, parts.days);
        Self::new(
            frequency,
            parts.interval.unwrap_or(1),
            months.unwrap_or_default(),
            month_days.unwrap_or_default(),
            days.unwrap_or_default(),
        )
    }
}

impl Parts {
    fn read(&mut self, name: &str, value: &str) -> Result<(), Refusal> {
        match name {
            "FREQ" => once(&mut self.frequency, frequency(value)?),
            "INTERVAL" => once(&mut self.interval, number(value, 9)?),
            "BYMONTH" => once(&mut self.months, list(value, |month| number(month, 2))?),
            "BYMONTHDAY" => once(&mut self.month_days, list(value, signed)?),
            "BYDAY" => once(&mut self.days, list(value, day)?),
            "UNTIL" | "COUNT" | "BYSECOND" | "BYMINUTE" | "BYHOUR" | "BYYEARDAY" | "BYWEEKNO" | "BYSETPOS" | "WKST" => Err(UNSUPPORTED),
            _ => Err(INVALID),
        }
    }
}

fn once<T>(slot: &mut Option<T>, value: T) -> Result<(), Refusal> {
    if slot.replace(value).is_some() { Err(INVALID) } else { Ok(()) }
}

fn frequency(value: &str) -> Result<Frequency, Refusal> {
    match value {
        "YEARLY" => Ok(Frequency::Yearly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "WEEKLY" => Ok(Frequency::Weekly),
        "DAILY" | "HOURLY" | "MINUTELY" | "SECONDLY" => Err(UNSUPPORTED),
        _ => Err(INVALID),
    }
}

fn list<T>(value: &str, item: impl Fn(&str) -> Result<T, Refusal>) -> Result<Vec<T>, Refusal> {
    value.split(',').map(item).collect()
}

fn number<T: FromStr>(value: &str, max_digits: usize) -> Result<T, Refusal> {
    let digits = !value.is_empty() && value.len() <= max_digits && value.bytes().all(|b| b.is_ascii_digit());
    if digits { value.parse().map_err(|_| INVALID) } else { Err(INVALID) }
}

fn signed(value: &str) -> Result<i8, Refusal> {
    match value.strip_prefix('-') {
        Some(rest) => number::<i8>(rest, 2).map(|n| -n),
        None => number(value.strip_prefix('+').unwrap_or(value), 2),
    }
}

fn day(value: &str) -> Result<Day, Refusal> {
    let (nth, name) = value.split_at_checked(value.len().saturating_sub(2)).ok_or(INVALID)?;
    let weekday = WEEKDAYS.iter().find(|(known, _)| *known == name).map(|(_, weekday)| *weekday).ok_or(INVALID)?;
    let nth = if nth.is_empty() { None } else { Some(signed(nth)?) };
    Ok(Day { nth, weekday })
}

impl Rule {
    /// Checks the ranges, puts lists in order without repeats, and refuses what never occurs.
    pub(super) fn new(
        frequency: Frequency,
        interval: u16,
        mut months: Vec<i8>,
        mut month_days: Vec<i8>,
        mut days: Vec<Day>,
    ) -> Result<Self, Refusal> {
        let weekly = frequency == Frequency::Weekly;
        let in_range = (1..=Self::MAX_INTERVAL).contains(&interval)
            && months.iter().all(|month| (1..=12).contains(month))
            && month_days.iter().all(|day| (1..=31).contains(&day.unsigned_abs()))
            && days.iter().all(|day| day.nth.is_none_or(|nth| (1..=53).contains(&nth.unsigned_abs())));
        // RFC 5545 3.3.10: neither month days nor "the third Wednesday" mean anything within a week.
        if !in_range || (weekly && (!month_days.is_empty() || days.iter().any(|day| day.nth.is_some()))) {
            return Err(INVALID);
        }
        months.sort_unstable();
        months.dedup();
        month_days.sort_unstable();
        month_days.dedup();
        days.sort_unstable_by_key(|day| (day.nth, day.weekday.to_monday_zero_offset()));
        days.dedup();
        let rule = Self { frequency, interval, months, month_days, days };
        if dates::fits_some_year(&rule) { Ok(rule) } else { Err(Refusal::new("rule_never_occurs")) }
    }
}

impl Display for Day {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let name = WEEKDAYS.iter().find(|(_, weekday)| *weekday == self.weekday).map_or("", |(name, _)| name);
        match self.nth {
            Some(nth) => write!(f, "{nth}{name}"),
            None => f.write_str(name),
        }
    }
}

impl Display for Rule {
    /// In canonical order, without what is the default.
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let frequency: &str = self.frequency.into();
        write!(f, "FREQ={}", frequency.to_ascii_uppercase())?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        write_list(f, "BYMONTH", &self.months)?;
        write_list(f, "BYMONTHDAY", &self.month_days)?;
        write_list(f, "BYDAY", &self.days)
    }
}

fn write_list<T: Display>(f: &mut Formatter<'_>, name: &str, items: &[T]) -> std::fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    let items: Vec<String> = items.iter().map(T::to_string).collect();
    write!(f, ";{name}={}", items.join(","))
}

impl TryFrom<String> for Rule {
    type Error = Refusal;
    fn try_from(raw: String) -> Result<Self, Refusal> {
        raw.parse()
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}
