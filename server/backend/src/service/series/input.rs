//! What a caller may say of a series, and how it is checked.

use crate::Site;
use crate::entity::series;
use crate::entity::stored::{JsonText, Stored};
use crate::error::Faults;
use crate::service::events::{LONGEST, TITLE};
use crate::service::given;
use domain::fault::{Fault, Refusal};
use domain::recurrence::{NoticeDays, Rule};
use domain::text::{Text, line};

/// The most venues in rotation.
pub const VENUES: usize = 20;
const VENUE_LENGTH: usize = 100;

/// A new series.
#[derive(Clone, Debug, Default)]
pub struct NewSeries {
    /// Its short name.
    pub slug: String,
    /// The short name of its host.
    pub host: String,
    /// The rest.
    pub fields: SeriesFields,
}

/// The fields that can be given and changed; none leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct SeriesFields {
    /// At most [`TITLE`] characters a language.
    pub title: Option<Text>,
    /// `forum`, `thematic`, `briefing` or `written`.
    pub kind: Option<String>,
    /// As RFC 5545 writes it.
    pub rule: Option<String>,
    /// `YYYY-MM-DD`: intervals count from here, and no date comes before.
    pub first: Option<String>,
    /// The IANA name.
    pub zone: Option<String>,
    /// `HH:MM`
    pub local_time: Option<String>,
    /// 1–[`LONGEST`].
    pub duration_minutes: Option<i64>,
    /// Cities in the order of their turn.
    pub venues: Option<Vec<String>>,
    /// How long before an edition it is announced.
    pub notice_days: Option<NoticeInput>,
}

/// Notice in days.
#[derive(Clone, Copy, Debug)]
pub struct NoticeInput {
    /// Aimed at.
    pub ideal: i64,
    /// Not to be missed.
    pub minimum: i64,
}

/// Changes `row` as far as what was sent is right.
pub fn apply(site: &Site, row: &mut series::Model, sent: &SeriesFields, faults: &mut Faults) {
    if let Some(title) = &sent.title
        && let Some(title) = given::text(faults, "title", title, TITLE)
    {
        row.title = JsonText(title);
    }
    if let Some(kind) = &sent.kind
        && let Some(kind) = faults.take("kind", given::word(kind))
    {
        row.kind = Stored(kind);
    }
    if let Some(zone) = &sent.zone
        && let Some(zone) = faults.take("zone", site.zones.get(zone))
    {
        row.zone = zone.name().to_owned();
    }
    if let Some(time) = &sent.local_time
        && let Some(time) = faults.take("local_time", given::time(time))
    {
        row.local_time = time.strftime("%H:%M").to_string();
    }
    if let Some(minutes) = sent.duration_minutes {
        match i32::try_from(minutes).ok().filter(|_| (1..=LONGEST).contains(&minutes)) {
            Some(minutes) => row.duration_minutes = minutes,
            None => faults.add(Fault::new("duration_minutes", "duration_out_of_range").with("max", LONGEST)),
        }
    }
    if let Some(venues) = &sent.venues {
        row.venues = JsonText(venues_of(venues, faults));
    }
    if let Some(notice) = sent.notice_days
        && let Some(notice) = faults.take("notice_days", notice_of(notice))
    {
        row.notice_ideal = i32::try_from(notice.ideal).unwrap_or(i32::MAX);
        row.notice_minimum = i32::try_from(notice.minimum).unwrap_or(i32::MAX);
    }
    recurrence(site, row, sent, faults);
}

fn recurrence(site: &Site, row: &mut series::Model, sent: &SeriesFields, faults: &mut Faults) {
    match sent.first.as_deref().map(str::trim).filter(|first| !first.is_empty()) {
        Some(first) => {
            if let Some(first) = faults.take("first", given::date(first)) {
                row.first = first.to_string();
            }
        }
        None if row.first.is_empty() => row.first = today(site, &row.zone),
        None => {}
    }
    let Some(rule) = &sent.rule else {
        return check_occurs(row, faults);
    };
    if let Some(rule) = faults.take("rule", rule.parse::<Rule>()) {
        row.rule = rule.to_string();
        check_occurs(row, faults);
    }
}

fn check_occurs(row: &series::Model, faults: &mut Faults) {
    if let (Ok(rule), Ok(first)) = (row.rule.parse::<Rule>(), given::date(&row.first)) {
        faults.take("rule", rule.check_from(first));
    }
}

/// The date in a zone.
pub(super) fn today(site: &Site, zone: &str) -> String {
    let now = site.now();
    site.zones.get(zone).map_or_else(|_| now.strftime("%Y-%m-%d").to_string(), |zone| zone.local(now).time.date().to_string())
}

fn venues_of(raw: &[String], faults: &mut Faults) -> Vec<String> {
    if raw.len() > VENUES {
        faults.add(Fault::new("venues", "too_many").with("max", VENUES));
        return Vec::new();
    }
    let clean = raw.iter().filter_map(|venue| given::limited(faults, "venues", VENUE_LENGTH, line(venue, VENUE_LENGTH)));
    clean.collect()
}

fn notice_of(raw: NoticeInput) -> Result<NoticeDays, Refusal> {
    let days = |days: i64| u32::try_from(days).map_err(|_| Refusal::new("notice_out_of_range"));
    NoticeDays::new(days(raw.ideal)?, days(raw.minimum)?)
}
