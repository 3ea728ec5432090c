//! When the editions of a series fall.

use super::input::{self, SeriesFields, today};
use super::{SeriesView, blank, show};
use crate::entity::{event, series};
use crate::error::Faults;
use crate::service::access::Actor;
use crate::service::given;
use crate::{Error, Result, Site, repo};
use domain::fault::{Fault, Refusal};
use domain::recurrence::{AnnounceBy, NoticeDays, Rule, announce_by, venue_for};
use domain::time::{LocalTime, Zone};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

/// How many dates can be asked for at once.
pub const COUNT: std::ops::RangeInclusive<i64> = 1..=100;

/// One date that the rule gives.
#[derive(Clone, Debug)]
pub struct SeriesDate {
    /// The date.
    pub date: Date,
    /// The start on the series' clocks.
    pub starts_local: LocalTime,
    /// The start.
    pub starts_at: Timestamp,
    /// The end.
    pub ends_at: Timestamp,
    /// The city whose turn it is.
    pub venue: Option<String>,
    /// By when it is to be announced.
    pub announce_by: AnnounceBy,
    /// The event of this date, if there is one that the actor may see; it may have moved since.
    pub edition: Option<event::Model>,
}

/// The dates of a series from a year or a date (today, if not said) on; `count` is 5 if not said.
pub async fn dates(
    site: &Site,
    actor: &Actor,
    slug: &str,
    from: Option<&str>,
    count: Option<i64>,
) -> Result<(SeriesView, Vec<SeriesDate>)> {
    let view = show(site, actor, slug).await?;
    let mut faults = Faults::default();
    let from = faults.take("from", start(site, &view.row.series, from));
    let count = count.unwrap_or(5);
    if !COUNT.contains(&count) {
        faults.add(Fault::new("count", "out_of_range").with("max", COUNT.end()));
    }
    faults.check()?;
    let mut found = of(site, &view.row.series, Faults::got(from)?, usize::try_from(count).unwrap_or(1))?;
    let days: Vec<String> = found.iter().map(|item| item.date.to_string()).collect();
    let editions = repo::events::editions(site.db.read(), actor, view.row.series.id, &days).await?;
    for item in &mut found {
        let day = item.date.to_string();
        item.edition = editions.iter().find(|edition| edition.edition_date.as_deref() == Some(day.as_str())).cloned();
    }
    Ok((view, found))
}

/// The dates that a series would have, without making it.
pub fn preview(site: &Site, fields: &SeriesFields, count: usize) -> Result<Vec<SeriesDate>> {
    let mut faults = Faults::default();
    let mut row = blank(site);
    input::apply(site, &mut row, fields, &mut faults);
    faults.check()?;
    let first = given::date(&row.first).map_err(|refusal| refusal.at("first"))?;
    let from = start(site, &row, None).unwrap_or(first).max(first);
    of(site, &row, from, count)
}

/// The next dates of a series from today on, without their events.
pub fn next_dates(site: &Site, series: &series::Model, count: usize) -> Result<Vec<SeriesDate>> {
    let from = start(site, series, None).map_err(Error::internal)?;
    of(site, series, from, count)
}

fn start(site: &Site, series: &series::Model, raw: Option<&str>) -> std::result::Result<Date, Refusal> {
    match raw.map(str::trim).filter(|raw| !raw.is_empty()) {
        None => given::date(&today(site, &series.zone)),
        Some(year) if year.len() == 4 => given::date(&format!("{year}-01-01")),
        Some(date) => given::date(date),
    }
}

fn of(site: &Site, series: &series::Model, from: Date, count: usize) -> Result<Vec<SeriesDate>> {
    let parts = Parts::of(site, series)?;
    let found: Vec<Date> = parts.rule.dates_between(parts.first, from).take(count).collect();
    let turn = found.first().map_or(0, |date| parts.rule.index_of(parts.first, *date));
    Ok(found.into_iter().enumerate().map(|(i, date)| parts.on(date, turn + i)).collect())
}

/// What a series is made of, read once.
pub(super) struct Parts<'a> {
    pub rule: Rule,
    pub first: Date,
    zone: &'a Zone,
    time: Time,
    series: &'a series::Model,
}

impl<'a> Parts<'a> {
    pub fn of(site: &'a Site, series: &'a series::Model) -> Result<Self> {
        let stored = |refusal: Refusal| Error::internal(refusal);
        Ok(Self {
            rule: series.rule.parse().map_err(stored)?,
            first: given::date(&series.first).map_err(stored)?,
            zone: site.zones.get(&series.zone).map_err(stored)?,
            time: given::time(&series.local_time).map_err(stored)?,
            series,
        })
    }

    /// The date with everything that follows from it; `turn` counts the series' dates from 0.
    pub fn on(&self, date: Date, turn: usize) -> SeriesDate {
        let days = |days: i32| u32::try_from(days).unwrap_or_default();
        let notice = NoticeDays { ideal: days(self.series.notice_ideal), minimum: days(self.series.notice_minimum) };
        let (starts_local, starts_at) = occurrence(self.zone, date, self.time);
        let lasts = SignedDuration::from_mins(self.series.duration_minutes.into());
        SeriesDate {
            date,
            starts_local,
            starts_at,
            ends_at: starts_at.checked_add(lasts).unwrap_or(starts_at),
            venue: venue_for(&self.series.venues.0, turn).cloned(),
            announce_by: announce_by(date, notice),
            edition: None,
        }
    }
}

/// The start on a date that a rule gives. A time that the clocks skip that day is read with the offset before the change
/// (RFC 5545 3.3.5): 03:30 becomes 04:30.
pub fn occurrence(zone: &Zone, date: Date, time: Time) -> (LocalTime, Timestamp) {
    let local = LocalTime::new(date.to_datetime(time));
    match zone.resolve(local) {
        Ok(resolved) => (local, resolved.at),
        Err(gap) => {
            let into = local.datetime().duration_since(gap.before.plus_minutes(1).datetime());
            let jump = zone.resolve(gap.after).map_or(Timestamp::UNIX_EPOCH, |resolved| resolved.at);
            let at = jump.checked_add(into).unwrap_or(jump);
            (LocalTime::new(zone.local(at).time), at)
        }
    }
}
