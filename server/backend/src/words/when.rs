//! Dates, times and places of the clock, in words.

mod rule;
#[cfg(test)]
mod tests;

use super::{t, word};
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use jiff::civil::{Date, DateTime, Time, Weekday};

pub use rule::rule;

/// The form a Latvian sentence wants a word in; English has one for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// trešdiena, 18. augusts, Rīga
    Is,
    /// trešdien, 18. augustā, Rīgā
    In,
    /// (līdz) trešdienai, 18. augustam, Rīgai
    To,
    /// trešdienas, 18. augusta, Rīgas
    Of,
}

impl Form {
    fn attribute(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::In => "in",
            Self::To => "to",
            Self::Of => "of",
        }
    }
}

fn form(lang: Lang, key: &str, form: Form) -> String {
    word(lang, key, form.attribute()).unwrap_or_else(|| key.to_owned())
}

fn month(lang: Lang, date: Date, f: Form) -> String {
    form(lang, &format!("month-{}", date.month()), f)
}

/// "Wednesday 18 August 2027" · "trešdiena, 2027. gada 18. augusts".
pub fn date(lang: Lang, date: Date, f: Form) -> String {
    t!(lang, "date-full", weekday = weekday(lang, date, f), rest = short_date(lang, date, f))
}

/// "Wednesday" · "trešdiena".
pub fn weekday(lang: Lang, date: Date, f: Form) -> String {
    form(lang, &format!("weekday-{}", date.weekday().to_monday_one_offset()), f)
}

/// The name of a month, 1–12.
pub fn month_name(lang: Lang, month: i8) -> String {
    form(lang, &format!("month-{month}"), Form::Is)
}

/// The name of a day of the week.
pub fn weekday_name(lang: Lang, day: Weekday) -> String {
    form(lang, &format!("weekday-{}", day.to_monday_one_offset()), Form::Is)
}

/// "18 August 2027" · "2027. gada 18. augusts".
pub fn short_date(lang: Lang, date: Date, f: Form) -> String {
    t!(lang, "date-short", day = date.day().to_string(), month = month(lang, date, f), year = date.year().to_string())
}

/// "18 August" · "18. augusts".
pub fn day_month(lang: Lang, date: Date, f: Form) -> String {
    t!(lang, "date-day-month", day = date.day().to_string(), month = month(lang, date, f))
}

/// The parts of a date in large print: ("18", "August 2027") · ("18.", "augusts, 2027. gads").
pub fn large_date(lang: Lang, date: Date) -> (String, String) {
    let rest = t!(lang, "date-large-rest", month = month(lang, date, Form::Is), year = date.year().to_string());
    (t!(lang, "date-large-day", day = date.day().to_string()), rest)
}

/// "August 2027" · "2027. gada augusts".
pub fn month_of(lang: Lang, day: Date) -> String {
    t!(lang, "date-month", month = month(lang, day, Form::Is), year = day.year().to_string())
}

/// The first letter large, to begin a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "10:00".
pub fn time(at: Time) -> String {
    at.strftime("%H:%M").to_string()
}

/// "10:00–18:00".
pub fn span(from: Time, to: Time) -> String {
    format!("{}–{}", time(from), time(to))
}

/// An instant as a deadline in a zone: "Wednesday 31 March 2027, 18:00 Rīga" · "trešdienai, 2027. gada 31. martam, plkst. 18:00 pēc Rīgas laika".
pub fn moment(lang: Lang, at: Timestamp, zone: &Zone, f: Form) -> String {
    let local = zone.local(at).time;
    let place = place(lang, zone.name(), Form::Of);
    t!(lang, "moment", date = date(lang, local.date(), f), time = time(local.time()), place = place)
}

/// "UTC+3", "UTC−3:30", "UTC".
pub fn offset(seconds: i32) -> String {
    let minutes = seconds.unsigned_abs() / 60;
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (h, 0) => format!("UTC{sign}{h}"),
        (h, m) => format!("UTC{sign}{h}:{m:02}"),
    }
}

/// The city of a zone in the reader's language, else as the time zone database spells it.
pub fn place(lang: Lang, zone: &str, f: Form) -> String {
    let key = format!("zone-{}", zone.to_lowercase().replace(['/', '_', '+'], "-"));
    word(lang, &key, f.attribute()).unwrap_or_else(|| zone.rsplit('/').next().unwrap_or(zone).replace('_', " "))
}

/// How far a day is: "today", "tomorrow", "58 days from now", "3 days ago".
pub fn days_away(lang: Lang, today: Date, day: Date) -> String {
    match days_between(today, day) {
        0 => t(lang, "days-today"),
        1 => t(lang, "days-tomorrow"),
        -1 => t(lang, "days-yesterday"),
        n if n > 0 => t!(lang, "days-ahead", n = n),
        n => t!(lang, "days-ago", n = -n),
    }
}

/// Whole days from one date to another.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// How the reader's own day differs from the day at the venue, in words; nothing if it does not.
pub fn day_shift(lang: Lang, venue_day: Date, own_start: DateTime, own_end: DateTime) -> Option<String> {
    let (start, end) = (days_between(venue_day, own_start.date()), days_between(venue_day, own_end.date()));
    let key = match (start, end) {
        (0, 0) => return None,
        (-1, -1) => "shift-day-before",
        (1, 1) => "shift-next-day",
        (-1, _) => "shift-starts-day-before",
        (0, 1) => "shift-ends-next-day",
        (_, _) => {
            return Some(t!(
                lang,
                "shift-dates",
                from = day_month(lang, own_start.date(), Form::Is),
                to = day_month(lang, own_end.date(), Form::Is)
            ));
        }
    };
    Some(t(lang, key))
}
