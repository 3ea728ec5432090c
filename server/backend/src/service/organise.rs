//! What an organiser has before them: their hosts, what these hold, and what needs doing.

use crate::entity::{event, host, series};
use crate::repo::organise::{Gathering, Held};
use crate::service::access::{self, Actor};
use crate::service::series::{SeriesDate, next_dates};
use crate::{Error, Result, Site, repo};
use domain::event::Status;
use domain::host::{Right, Role};
use domain::recurrence::Deadline;
use jiff::civil::Date;

/// What ended this long ago is still shown.
const SHOWN_AFTER_MS: i64 = 30 * 86_400_000;
/// An event as near as this should be firm.
const FIRM_DAYS: i64 = 30;
/// How many of a series' coming dates are watched.
const WATCHED: usize = 2;

/// One host of the actor's.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The host.
    pub host: host::Model,
    /// The actor's role in it.
    pub role: Option<Role>,
    /// Whether the actor may make and change its series and events.
    pub manages: bool,
    /// Its series, each with its coming dates.
    pub series: Vec<(series::Model, Vec<SeriesDate>)>,
    /// Its events, the soonest first.
    pub events: Vec<Gathering>,
    /// What needs doing, the most pressing first.
    pub needs: Vec<Need>,
}

/// Something that needs an organiser.
#[derive(Clone, Debug)]
pub enum Need {
    /// A date of a series is to be announced by `by`, `days` from today (passed, if negative).
    Announce { series: Box<series::Model>, date: Box<SeriesDate>, by: Date, days: i64 },
    /// An announced event is near and not firm.
    Confirm { event: Box<event::Model>, days: i64 },
    /// A confirmed event is over.
    SayHeld { event: Box<event::Model> },
    /// Invitations did not arrive.
    Undelivered { event: Box<event::Model>, count: i64 },
}

/// The actor's hosts; for who has a role in one, and administrators.
pub async fn overview(site: &Site, actor: &Actor) -> Result<Vec<Desk>> {
    actor.me()?;
    let db = site.db.read();
    let now = site.now().as_millisecond();
    let held = repo::organise::overview(db, actor, now - SHOWN_AFTER_MS).await?;
    if held.is_empty() && !actor.is_admin() {
        return Err(Error::Forbidden);
    }
    held.into_iter().map(|held| desk(site, actor, held, now)).collect()
}

fn desk(site: &Site, actor: &Actor, held: Held, now: i64) -> Result<Desk> {
    let manages = access::allows(held.role, actor, Right::ManageEvents);
    let mut series = Vec::new();
    for one in held.series {
        let mut dates = next_dates(site, &one, 5)?;
        for date in &mut dates {
            let day = date.date.to_string();
            let same = |event: &event::Model| event.series_id == Some(one.id) && event.edition_date.as_deref() == Some(day.as_str());
            date.edition = held.events.iter().map(|held| &held.event).find(|event| same(event)).cloned();
        }
        series.push((one, dates));
    }
    let mut needs = Vec::new();
    if manages {
        needs.extend(series.iter().flat_map(|(one, dates)| to_announce(site, one, dates)));
        needs.extend(held.events.iter().flat_map(|held| of_event(held, now)));
    }
    Ok(Desk { host: held.host, role: held.role, manages, series, events: held.events, needs })
}

fn to_announce(site: &Site, series: &series::Model, dates: &[SeriesDate]) -> Vec<Need> {
    let Ok(zone) = site.zones.get(&series.zone) else { return Vec::new() };
    let today = zone.local(site.now()).time.date();
    let open = dates.iter().take(WATCHED).filter(|date| {
        let status = date.edition.as_ref().map(|event| event.status.0);
        matches!(status, None | Some(Status::Draft | Status::Tentative))
    });
    let pressing = open.filter_map(|date| {
        let due = [date.announce_by.ideal, date.announce_by.minimum];
        let pressed = due.map(|day| (day, Deadline::of(day, None, today)));
        let by = match pressed {
            [_, (day, Deadline::Near | Deadline::Missed)] => day,
            [(_, Deadline::Missed), (day, _)] => day,
            [(day, Deadline::Near), _] => day,
            _ => return None,
        };
        Some(Need::Announce { series: Box::new(series.clone()), date: Box::new(date.clone()), by, days: days(today, by) })
    });
    pressing.collect()
}

fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

fn of_event(held: &Gathering, now: i64) -> Vec<Need> {
    let event = &held.event;
    let mut needs = Vec::new();
    let days = (event.starts_at - now) / 86_400_000;
    match event.status.0 {
        Status::Announced if event.ends_at > now && days <= FIRM_DAYS => needs.push(Need::Confirm { event: Box::new(event.clone()), days }),
        Status::Confirmed if event.ends_at <= now => needs.push(Need::SayHeld { event: Box::new(event.clone()) }),
        _ => {}
    }
    if held.undelivered > 0 && event.ends_at > now {
        needs.push(Need::Undelivered { event: Box::new(event.clone()), count: held.undelivered });
    }
    needs
}
