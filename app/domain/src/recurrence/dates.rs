//! The dates of a rule, one period (year, month or week) after the other.

use super::{Day, Frequency, Rule};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The last year looked at, as for local times.
const LAST_YEAR: i16 = 2199;

/// The occurrences of a rule, in order.
#[derive(Clone, Debug)]
pub struct Dates {
    rule: Rule,
    from: Date,
    period: Option<Date>,
    found: std::vec::IntoIter<Date>,
}

impl Dates {
    pub(super) fn new(rule: &Rule, first: Date, from: Date) -> Self {
        let from = from.max(first);
        let mut rule = rule.clone();
        complete(&mut rule, first);
        let period = first_period(&rule, first, from);
        Self { rule, from, period, found: Vec::new().into_iter() }
    }
}

impl Iterator for Dates {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        loop {
            if let Some(date) = self.found.next() {
                return Some(date);
            }
            let period = self.period.filter(|start| start.year() <= LAST_YEAR)?;
            self.period = later(&self.rule, period, i64::from(self.rule.interval));
            let (rule, from) = (&self.rule, self.from);
            let fitting = days_of(rule, period).filter(|day| *day >= from && day.year() <= LAST_YEAR && fits(rule, *day));
            self.found = fitting.collect::<Vec<_>>().into_iter();
        }
    }
}

/// RFC 5545 3.3.10: what the rule leaves open is taken from DTSTART.
fn complete(rule: &mut Rule, first: Date) {
    if !rule.days.is_empty() || !rule.month_days.is_empty() {
        return;
    }
    match rule.frequency {
        Frequency::Weekly => rule.days.push(Day { nth: None, weekday: first.weekday() }),
        Frequency::Monthly => rule.month_days.push(first.day()),
        Frequency::Yearly => {
            rule.month_days.push(first.day());
            if rule.months.is_empty() {
                rule.months.push(first.month());
            }
        }
    }
}

/// The last period on the rule's grid that does not start after `from`'s.
fn first_period(rule: &Rule, first: Date, from: Date) -> Option<Date> {
    let (start, target) = (period_of(rule, first), period_of(rule, from));
    let months = i64::from(target.year() - start.year()) * 12 + i64::from(target.month() - start.month());
    let passed = match rule.frequency {
        Frequency::Yearly => months / 12,
        Frequency::Monthly => months,
        Frequency::Weekly => target.duration_since(start).as_hours() / (24 * 7),
    };
    let interval = i64::from(rule.interval);
    later(rule, start, passed / interval * interval)
}

fn period_of(rule: &Rule, day: Date) -> Date {
    match rule.frequency {
        Frequency::Yearly => day.first_of_year(),
        Frequency::Monthly => day.first_of_month(),
        Frequency::Weekly => day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days()),
    }
}

fn later(rule: &Rule, period: Date, count: i64) -> Option<Date> {
    let span = match rule.frequency {
        Frequency::Yearly => jiff::Span::new().try_years(count),
        Frequency::Monthly => jiff::Span::new().try_months(count),
        Frequency::Weekly => jiff::Span::new().try_weeks(count),
    };
    period.checked_add(span.ok()?).ok()
}

fn days_of(rule: &Rule, period: Date) -> impl Iterator<Item = Date> {
    let count = match rule.frequency {
        Frequency::Yearly => period.days_in_year().unsigned_abs(),
        Frequency::Monthly => period.days_in_month().unsigned_abs().into(),
        Frequency::Weekly => 7,
    };
    period.series(1.day()).take(count.into())
}

/// The parts limit each other, as in RFC 5545's table; the period has been chosen already.
fn fits(rule: &Rule, day: Date) -> bool {
    (rule.months.is_empty() || rule.months.contains(&day.month()))
        && (rule.month_days.is_empty() || fits_month_day(rule, day))
        && (rule.days.is_empty() || rule.days.iter().any(|wanted| fits_weekday(rule, *wanted, day)))
}

fn fits_month_day(rule: &Rule, day: Date) -> bool {
    let from_end = day.day() - day.days_in_month() - 1;
    rule.month_days.iter().any(|wanted| *wanted == day.day() || *wanted == from_end)
}

/// An ordinal counts in the month, but in the year for a yearly rule without months.
fn fits_weekday(rule: &Rule, wanted: Day, day: Date) -> bool {
    if wanted.weekday != day.weekday() {
        return false;
    }
    let in_year = rule.frequency == Frequency::Yearly && rule.months.is_empty();
    let (before, length) =
        if in_year { (day.day_of_year() - 1, day.days_in_year()) } else { (i16::from(day.day()) - 1, day.days_in_month().into()) };
    match wanted.nth {
        None => true,
        Some(nth) if nth > 0 => before / 7 + 1 == i16::from(nth),
        Some(nth) => (length - 1 - before) / 7 + 1 == -i16::from(nth),
    }
}

/// Whether the rule fits any day at all: there are only fourteen kinds of year, and 28 years in a row within a century show each.
pub(super) fn fits_some_year(rule: &Rule) -> bool {
    if rule.days.is_empty() && rule.month_days.is_empty() {
        return true;
    }
    (2001..2029).any(|year| date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year).any(|day| fits(rule, day)))
}
