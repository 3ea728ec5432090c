//! Names of kinds and statuses, as organisers choose among them.

use crate::text::t;
use crate::when::{Form, month_name, weekday_name};
use domain::event::{Kind, Status, Visibility};
use domain::text::Lang;
use jiff::civil::{Date, Weekday};

/// The kinds that can be made.
pub fn kinds(lang: Lang) -> Vec<(String, String)> {
    [Kind::Forum, Kind::Thematic, Kind::Briefing].map(|kind| (<&str>::from(kind).to_owned(), self::kind(lang, kind))).to_vec()
}

/// "Forum", "Thematic meeting", …
pub fn kind(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Forum => t(lang, "organise-kind-forum"),
        Kind::Thematic => t(lang, "organise-kind-thematic"),
        Kind::Briefing => t(lang, "organise-kind-briefing"),
        Kind::Written => t(lang, "organise-kind-written"),
    }
}

/// Who sees an event, with what that means.
pub fn visibility(lang: Lang, visibility: Visibility) -> (String, String) {
    match visibility {
        Visibility::Public => (t(lang, "organise-public"), t(lang, "organise-public-note")),
        Visibility::Members => (t(lang, "organise-members"), t(lang, "organise-members-note")),
        Visibility::Invited => (t(lang, "organise-invited"), t(lang, "organise-invited-note")),
    }
}

/// What a button says that leads to a status.
pub fn step(lang: Lang, to: Status) -> String {
    match to {
        Status::Draft => String::new(),
        Status::Tentative => t(lang, "organise-step-tentative"),
        Status::Announced => t(lang, "organise-step-announced"),
        Status::Confirmed => t(lang, "organise-step-confirmed"),
        Status::Held => t(lang, "organise-step-held"),
        Status::Cancelled => t(lang, "organise-step-cancelled"),
    }
}

/// What an event of this status waits for.
pub fn standing(lang: Lang, status: Status) -> String {
    match status {
        Status::Draft => t(lang, "organise-is-draft"),
        Status::Tentative => t(lang, "organise-is-tentative"),
        Status::Announced => t(lang, "organise-is-announced"),
        Status::Confirmed => t(lang, "organise-is-confirmed"),
        Status::Held => t(lang, "organise-is-held"),
        Status::Cancelled => t(lang, "organise-is-cancelled"),
    }
}

/// The months, 1–12.
pub fn months(lang: Lang) -> Vec<(String, String)> {
    (1..=12).map(|month: i8| (month.to_string(), month_name(lang, month))).collect()
}

/// The weekdays, Monday first, by the letters of RFC 5545.
pub fn weekdays(lang: Lang) -> Vec<(String, String)> {
    WEEKDAYS.iter().map(|(code, day)| ((*code).to_owned(), weekday_name(lang, *day))).collect()
}

/// Weekdays by the letters of RFC 5545 3.3.10.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// A day beside a name: "Forum, 18 August 2027".
pub fn day(lang: Lang, date: Date) -> String {
    crate::when::short_date(lang, date, Form::Is)
}
