//! Public holidays of whole countries, so that nobody plans a meeting on one without knowing.
//!
//! The list is written by `make holidays` from python-holidays, which follows the laws of 245 countries and territories and is kept up by
//! many hands. It covers the years named in its first line; holidays of a part of a country are not in it, and days that follow the moon
//! may be another when the moon is seen.

use domain::text::{Lang, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const LIST: &str = include_str!("holidays.txt");

/// By country.
type List = BTreeMap<&'static str, Vec<(Holiday, Vec<Day>)>>;

static KNOWN: LazyLock<List> = LazyLock::new(|| read(LIST));

/// What a day is called; in Latvian only where it is a Latvian one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    english: &'static str,
    latvian: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    Yearly { month: i8, day: i8 },
    Once(Date),
}

impl Holiday {
    /// The name in a language, where there is one.
    pub fn name(self, lang: Lang) -> Option<&'static str> {
        match lang {
            Lang::En => Some(self.english),
            Lang::Lv => self.latvian,
        }
    }

    /// The name in both languages, as far as there is one.
    pub fn text(self) -> Text {
        Text { lv: self.latvian.map(str::to_owned), en: Some(self.english.to_owned()) }
    }
}

/// The holiday of a country (ISO 3166-1 alpha-2) on a day, if it is one.
pub fn on(country: &str, date: Date) -> Option<Holiday> {
    let found = KNOWN.get(country)?.iter().find(|(_, days)| days.iter().any(|day| day.is(date)));
    found.filter(|_| covers(date)).map(|(holiday, _)| *holiday)
}

/// The holidays of a country at most so many days before or after a day, in order.
pub fn near(country: &str, date: Date, days: i32) -> Vec<(Date, Holiday)> {
    let around = (-days..=days).filter_map(|by| date.checked_add(jiff::Span::new().days(by)).ok());
    around.filter_map(|date| Some((date, on(country, date)?))).collect()
}

/// The years, like `2026-2041`, and the release the list was made from.
pub fn origin() -> (&'static str, &'static str) {
    let head = LIST.lines().next().unwrap_or_default().trim_start_matches("# ");
    head.split_once(", ").unwrap_or((head, ""))
}

fn covers(date: Date) -> bool {
    let year = |raw: &str| raw.parse::<i16>().ok();
    let bounds = origin().0.split_once('-').and_then(|(from, to)| Some(year(from)?..=year(to)?));
    bounds.is_some_and(|years| years.contains(&date.year()))
}

impl Day {
    fn read(raw: &str) -> Option<Self> {
        let part = |from: usize| raw.get(from..from + 2)?.parse::<i8>().ok();
        match raw.split_once('-') {
            Some((month, day)) => Some(Self::Yearly { month: month.parse().ok()?, day: day.parse().ok()? }),
            None => Date::new(2_000 + i16::from(part(0)?), part(2)?, part(4)?).ok().map(Self::Once),
        }
    }

    fn is(self, date: Date) -> bool {
        match self {
            Self::Yearly { month, day } => (month, day) == (date.month(), date.day()),
            Self::Once(once) => once == date,
        }
    }
}

fn read(list: &'static str) -> List {
    let mut known = List::new();
    for line in list.lines() {
        let mut fields = line.split('\t');
        let (Some(country), Some(english), Some(latvian), Some(days)) = (fields.next(), fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let holiday = Holiday { english, latvian: Some(latvian).filter(|name| !name.is_empty()) };
        known.entry(country).or_default().push((holiday, days.split(' ').filter_map(Day::read).collect()));
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_that_stand_and_days_that_move() {
        let name = |country, date, lang| on(country, date).and_then(|holiday| holiday.name(lang));
        assert_eq!(name("LV", date(2031, 11, 18), Lang::Lv), Some("Latvijas Republikas Proklamēšanas diena"));
        assert_eq!(name("LV", date(2027, 3, 29), Lang::Lv), Some("Otrās Lieldienas"));
        assert_eq!(name("LV", date(2028, 3, 29), Lang::Lv), None);
        assert_eq!(name("BE", date(2027, 7, 21), Lang::En), Some("National Day"));
        assert_eq!(name("BE", date(2027, 7, 21), Lang::Lv), None);
        assert_eq!(name("XX", date(2027, 1, 1), Lang::En), None);
        assert_eq!(name("LV", date(2042, 1, 1), Lang::En), None, "nothing is said of years that are not in the list");
    }

    #[test]
    fn the_list_is_whole() {
        let known: Vec<_> = KNOWN.values().flatten().collect();
        assert!(KNOWN.len() > 240 && known.len() > 4_000);
        assert!(known.iter().all(|(holiday, days)| !holiday.english.is_empty() && !days.is_empty()));
        assert_eq!(LIST.lines().filter(|line| !line.starts_with('#')).count(), known.len());
        assert!(KNOWN.keys().all(|country| domain::country::parse(country).as_ref() == Ok(country)));
    }

    #[test]
    fn those_around_a_day() {
        let days: Vec<_> = near("LV", date(2027, 11, 17), 3).into_iter().map(|(day, _)| day).collect();
        assert_eq!(days, [date(2027, 11, 18)]);
    }
}
