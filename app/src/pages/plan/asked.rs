//! What the address asks, read like a form: what cannot be read is said at its field.

use crate::failure::Failed;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::when::{Form, place};
use backend::service::slots::Asked;
use backend::words::cities::zone_of;
use backend::{Error, Site};
use domain::fault::{Fault, Refusal};
use domain::recurrence::Rule;
use domain::text::Lang;
use domain::time::Timestamp;
use domain::time::slots::Question;
use jiff::civil::Date;

/// Every field of the address, in the order in which it is written.
pub const FIELDS: [&str; 15] =
    ["people", "aside", "date", "days", "minutes", "step", "runs", "wish", "night_from", "night_to", "weigh", "past", "event", "on", "at"];

/// The people of the forum's example, as somebody would write them.
const EXAMPLE: [(&str, u32); 12] = [
    ("Europe/Riga", 17),
    ("Europe/Brussels", 39),
    ("Europe/Luxembourg", 27),
    ("America/New_York", 10),
    ("Europe/Zurich", 8),
    ("Asia/Tbilisi", 3),
    ("America/Vancouver", 2),
    ("Africa/Addis_Ababa", 2),
    ("Asia/Bangkok", 2),
    ("America/Panama", 1),
    ("Africa/Dakar", 1),
    ("Pacific/Auckland", 1),
];

/// The question, understood.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// As it was typed.
    pub form: Submitted,
    /// (zone, people)
    pub places: Vec<(String, i64)>,
    /// Zones that will watch the recording: shown, not counted.
    pub aside: Vec<String>,
    pub minutes: i64,
    pub step: i64,
    pub runs: i64,
    /// The organiser's own start, in the first place: `HH:MM`.
    pub wish: jiff::civil::Time,
    /// The starts that were chosen; none: the best.
    pub starts: Vec<Timestamp>,
    asked: Asked,
}

impl Wanted {
    /// The question for the search, held so many times.
    pub fn question(&self, runs: i64) -> Asked {
        Asked { runs, ..self.asked.clone() }
    }

    /// The address of this page with other values in some fields.
    pub fn address(&self, reader: &Reader, other: &[(&str, &str)]) -> String {
        reader.to(&format!("/plan?{}", self.query(other)))
    }

    /// What follows the question mark.
    pub fn query(&self, other: &[(&str, &str)]) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for field in FIELDS {
            let value = other.iter().find(|(name, _)| *name == field).map_or_else(|| self.form.get(field), |(_, value)| value);
            if !value.is_empty() {
                query.append_pair(field, value);
            }
        }
        query.finish()
    }
}

/// The fields of the address, with what is usual where nothing was asked yet.
pub fn typed(site: &Site, lang: Lang, query: &str) -> Result<Submitted, Failed> {
    let mut form = Submitted::of_query(query)?;
    if form.get("people").is_empty() && form.get("date").is_empty() {
        let lines: Vec<String> = EXAMPLE.iter().map(|(zone, count)| format!("{} {count}", place(lang, zone, Form::Is))).collect();
        form = form.with("people", lines.join("\n")).with("date", next_forum(site).to_string());
    }
    let usual = Asked::default();
    let [from, to] = usual.night;
    let usual = [("days", "1"), ("minutes", "120"), ("step", "30"), ("runs", "1"), ("wish", "10:00"), ("weigh", usual.weigh.as_str())];
    for (field, value) in usual.into_iter().chain([("night_from", from.as_str()), ("night_to", to.as_str())]) {
        if form.given(field).is_none() {
            form = form.set(field, value);
        }
    }
    Ok(form)
}

/// The next third Wednesday of August.
fn next_forum(site: &Site) -> Date {
    let today = site.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let rule = "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE".parse::<Rule>().ok();
    rule.and_then(|rule| rule.dates(today).next()).unwrap_or(today)
}

/// The question, or the form with what is wrong in it.
pub fn read(site: &Site, mut form: Submitted) -> Result<Wanted, Submitted> {
    let places = lines(site, &mut form, "people", |count| count.parse().ok());
    let aside = lines(site, &mut form, "aside", |count| count.parse::<i64>().ok());
    let past = lines(site, &mut form, "past", |pain| pain.parse::<f64>().ok().filter(|pain| pain.is_finite()));
    let date = form.parse("date", backend::service::given::date);
    let wish = form.parse("wish", backend::service::given::time);
    let [days, minutes, step, runs] = ["days", "minutes", "step", "runs"].map(|field| form.parse(field, number).unwrap_or(1));
    if !(1..=Question::MOST_DATES as i64).contains(&days) {
        form.faults.push(Fault::new("days", "out_of_range").with("min", 1).with("max", Question::MOST_DATES));
    }
    let starts = starts(&mut form);
    let aside: Vec<String> = aside.into_iter().map(|(zone, _)| zone).collect();
    let counted = places.into_iter().filter(|(zone, _)| !aside.contains(zone));
    let places: Vec<(String, i64)> = counted.map(|(zone, count)| (zone, count.unwrap_or(1))).collect();
    if places.is_empty() && form.fault("people").is_none() {
        form.faults.push(Fault::new("people", "required"));
    }
    let (Some(date), Some(wish), true) = (date, wish, form.faults.is_empty()) else { return Err(form) };
    let dates = (0..days).map(|day| date.saturating_add(jiff::Span::new().days(day)).to_string()).collect();
    let asked = Asked {
        dates,
        duration_minutes: minutes,
        step_minutes: step,
        people: places.clone(),
        runs,
        night: [form.get("night_from").to_owned(), form.get("night_to").to_owned()],
        weigh: form.get("weigh").to_owned(),
        past: past.into_iter().map(|(zone, pain)| (zone, pain.unwrap_or_default())).collect(),
        limit: 10,
    };
    Ok(Wanted { places, aside, minutes, step, runs, wish, starts, asked, form })
}

/// What the search refuses goes to the field it was typed into.
pub fn refused(mut form: Submitted, error: Error) -> Result<Submitted, Failed> {
    form.refused(error)?;
    for fault in &mut form.faults {
        let field = match fault.field.split(['[', '.']).next().unwrap_or_default() {
            "dates" => "date",
            "duration_minutes" => "minutes",
            "step_minutes" => "step",
            "night" if fault.field.ends_with("from") => "night_from",
            "night" => "night_to",
            same => same,
        };
        fault.field = field.to_owned();
    }
    Ok(form)
}

fn number(raw: &str) -> Result<i64, Refusal> {
    raw.trim().parse().map_err(|_| Refusal::new("invalid_number"))
}

/// One place a line, with a figure after it: "Rīga 17", "Europe/Riga: 17", "Rīga".
fn lines<T>(site: &Site, form: &mut Submitted, field: &str, read: impl Fn(&str) -> Option<T>) -> Vec<(String, Option<T>)> {
    let typed = form.get(field).to_owned();
    let mut found = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, figure) = match line.rsplit_once([' ', ':', '\t', ',', ';']) {
            Some((name, figure)) if figure.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                (name.trim_end_matches([':', ',', ';', ' ']), Some(figure))
            }
            _ => (line, None),
        };
        let figure = figure.map(&read);
        match (zone_of(&site.zones, name), figure) {
            (_, Some(None)) => form.faults.push(Fault::new(field, "unread_line").with("line", line)),
            (None, _) => form.faults.push(Fault::new(field, "unknown_place").with("place", name)),
            (Some(zone), figure) => found.push((zone.to_owned(), figure.flatten())),
        }
    }
    found
}

/// `on` a date, `at` one or two times of the day in UTC: `12:00` or `09:00 20:00`.
fn starts(form: &mut Submitted) -> Vec<Timestamp> {
    let at = form.get("at").to_owned();
    let Some(on) = form.parse_given("on", backend::service::given::date) else { return Vec::new() };
    let mut found = Vec::new();
    for time in at.split_whitespace().take(2) {
        match backend::service::given::time(time).map(|time| on.to_datetime(time).to_zoned(jiff::tz::TimeZone::UTC)) {
            Ok(Ok(at)) => found.push(at.timestamp()),
            _ => form.faults.push(Fault::new("at", "invalid_time")),
        }
    }
    found
}
