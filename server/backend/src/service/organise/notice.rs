//! How it stands with the notice of a series' next date.

use crate::Site;
use crate::clock::instant;
use crate::entity::{event, series};
use crate::repo::organise::Gathering;
use crate::repo::runs;
use crate::service::series::SeriesDate;
use domain::recurrence::Deadline;
use jiff::civil::Date;

/// The days that matter between the announcement of a date and the date itself, in the series' zone.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The series.
    pub series: series::Model,
    /// The event, where it is made already.
    pub event: Option<event::Model>,
    /// Today.
    pub today: Date,
    /// The day it takes place.
    pub date: Date,
    /// When it was announced, if it was.
    pub announced: Option<Date>,
    /// By when it is to be announced at best, and how that stands.
    pub ideal: (Date, Deadline),
    /// By when at the latest.
    pub minimum: (Date, Deadline),
    /// When registration opens and closes, where that is said.
    pub registration: (Option<Date>, Option<Date>),
    /// When its votes close.
    pub votes: Vec<Date>,
}

/// Of the next date that is neither past nor called off.
pub(super) fn of(site: &Site, series: &series::Model, dates: &[SeriesDate], events: &[Gathering]) -> Option<Notice> {
    let zone = site.zones.get(&series.zone).ok()?;
    let day = |at: i64| zone.local(instant(at)).time.date();
    let now = site.now().as_millisecond();
    let stands = |date: &&SeriesDate| match &date.edition {
        Some(event) => !event.status.0.is_final() && runs::over_at(event) > now,
        None => date.ends_at.as_millisecond() > now,
    };
    let next = dates.iter().find(stands)?;
    let held = next.edition.as_ref().and_then(|event| events.iter().find(|held| held.event.id == event.id));
    let today = day(now);
    let announced = held.and_then(|held| held.announced_at).map(day);
    let deadline = |due: Date| (due, Deadline::of(due, announced, today));
    let event = next.edition.clone();
    let bound = |of: fn(&event::Model) -> Option<i64>| event.as_ref().and_then(of).map(day);
    Some(Notice {
        series: series.clone(),
        today,
        date: event.as_ref().map_or(next.date, |event| day(event.starts_at)),
        announced,
        ideal: deadline(next.announce_by.ideal),
        minimum: deadline(next.announce_by.minimum),
        registration: (bound(|event| event.registration_opens_at), bound(|event| event.registration_closes_at)),
        votes: held.map(|held| held.polls.iter().map(|poll| day(poll.closes_at)).collect()).unwrap_or_default(),
        event,
    })
}
