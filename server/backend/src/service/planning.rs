//! Whom the time of an event hurts, and what would be better: said to its organisers, and never in the way.

mod days_off;

use crate::entity::event;
use crate::repo::planning::{self as rows, Other};
use crate::repo::runs;
use crate::service::access::{self, Actor};
use crate::service::invitations::{self, Wanted};
use crate::service::series;
use crate::{Error, Result, Site};
use domain::event::{Run, Status};
use domain::groups;
use domain::host::Right;
use domain::person::OwnZone;
use domain::time::slots::{Clock, Night, Place, Question, Runs, Weigh, offsets};
use domain::time::{Timestamp, Zone, Zones};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

pub use days_off::DayOff;

/// Better starts are looked for this far around, in minutes, on this grid.
const AROUND: i32 = 720;
const STEP: i32 = 15;
/// Clocks are compared with those of four weeks before and after: when they differ from both, the week is an odd one.
const WEEKS: i64 = 28;

/// What there is to say about the time of an event.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// How many are registered or invited.
    pub people: i64,
    /// Their zones, with how many of them have a part of it at night.
    pub places: Vec<(String, i64)>,
    /// Those who have a part of it at night: (zone, people, when it starts there).
    pub night: Vec<(String, i64, domain::time::LocalTime)>,
    /// The nearest start with fewer at night, and how many those are.
    pub better: Option<(Timestamp, i64)>,
    /// Zones whose clocks stand otherwise to the event's than four weeks before and after: changed here, not yet there.
    pub odd: Vec<String>,
    /// Public holidays it falls on.
    pub days_off: Vec<DayOff>,
    /// Other events at the same time that some of its people are registered for.
    pub clashes: Vec<Other>,
    /// Other hosts' events in the same city on the same day.
    pub same_city: Vec<Other>,
}

impl Verdict {
    /// How many have a part of it at night.
    pub fn at_night(&self) -> i64 {
        self.night.iter().map(|(_, people, _)| people).sum()
    }

    /// Nothing to say.
    pub fn is_calm(&self) -> bool {
        let others = self.clashes.is_empty() && self.same_city.is_empty();
        others && self.night.is_empty() && self.odd.is_empty() && self.days_off.is_empty()
    }
}

/// For who sees the event from behind.
pub async fn verdict(site: &Site, actor: &Actor, slug: &str) -> Result<Verdict> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewRegistrations)?;
    let event = seen.event;
    let places = people(db, site, &event).await?;
    let zone = site.zones.get(&event.zone).map_err(|refusal| Error::field("zone", refusal.code))?;
    let (starts, day) = (crate::clock::instant(event.starts_at), zone.local(crate::clock::instant(event.starts_at)).time.date());
    let minutes = length(&event);
    // Where it is held twice, this time is for those whom the other one hurts more.
    let here: BTreeMap<String, i64> =
        places.clone().into_iter().filter(|(zone, _)| runs::easier(site, &event, &OwnZone::home(zone)) == Run::First).collect();
    let clocks = Clocks::new(&site.zones, &here, starts);
    let night = clocks.night(0, minutes);
    let better = if night.is_empty() { None } else { clocks.better(starts, minutes) };
    let (from, to) = (day_bound(zone, day, event.starts_at), day_bound(zone, day.tomorrow().unwrap_or(day), event.ends_at));
    let others = rows::others(db, &event, from.min(event.starts_at), to.max(event.ends_at)).await?;
    let city = event.venue.as_ref().filter(|_| event.in_person_offered).map(|venue| venue.0.city.clone());
    // Who goes where is not told to another host: of its events a few people are none.
    let known = |other: &Other| other.people >= if other.host_id == event.host_id { 1 } else { groups::SMALLEST };
    let at_once = |other: &Other| other.starts_at < event.ends_at && other.ends_at > event.starts_at;
    let (clashes, rest): (Vec<Other>, Vec<Other>) = others.into_iter().partition(|other| known(other) && at_once(other));
    let near = |other: &Other| other.venue.as_ref().is_some_and(|venue| Some(&venue.0.city) == city.as_ref());
    Ok(Verdict {
        people: places.values().sum(),
        odd: odd(&site.zones, zone, &places, starts),
        places: places.clone().into_iter().collect(),
        days_off: days_off::days_off(db, site, &event).await?,
        night,
        better,
        clashes,
        same_city: rest.into_iter().filter(near).collect(),
    })
}

/// What the planner begins with.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Where its clock stands.
    pub zone: String,
    /// Its day and time as they are now, on that clock.
    pub starts_local: String,
    /// Its length; of more than a day the first.
    pub minutes: u32,
    /// How many live by the clock of each zone.
    pub places: BTreeMap<String, i64>,
    /// What earlier editions cost each zone.
    pub past: BTreeMap<String, f64>,
    /// The address of the event, where the actor may give it another time.
    pub event: Option<String>,
}

/// For an event: who is registered or invited, and who else of an audience would be, by where these live.
pub async fn planned(site: &Site, actor: &Actor, slug: &str, wanted: Option<&Wanted>) -> Result<Planned> {
    let db = site.db.read();
    let seen = access::event(db, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewRegistrations)?;
    let mut places = people(db, site, &seen.event).await?;
    if let Some(wanted) = wanted {
        for person in invitations::would_be(db, actor, &seen, wanted).await? {
            *places.entry(person.zone).or_default() += 1;
        }
    }
    let past = match seen.event.series_id {
        Some(series) => past(db, series).await?,
        None => BTreeMap::new(),
    };
    let may_change = seen.may(Right::ManageEvents) && !seen.event.status.0.is_final();
    Ok(Planned {
        zone: seen.event.zone.clone(),
        starts_local: seen.event.starts_local.clone(),
        minutes: length(&seen.event),
        places,
        past,
        event: may_change.then_some(seen.event.slug),
    })
}

/// For the next date of a series: by who was registered or invited the last time.
pub async fn planned_next(site: &Site, actor: &Actor, slug: &str) -> Result<Planned> {
    let db = site.db.read();
    actor.me()?;
    let (view, dates) = series::dates(site, actor, slug, None, Some(1)).await?;
    let row = view.row.series;
    access::require(db, actor, row.host_id, Right::ManageSeries).await?;
    let places = match rows::last_edition(db, row.id).await? {
        Some(edition) => with_invited(db, &edition, rows::homes_of_registered(db, &edition).await?).await?,
        None => BTreeMap::new(),
    };
    let starts_local = match dates.first() {
        Some(next) => next.starts_local.to_string(),
        None => format!("{}T{}", site.now().to_zoned(TimeZone::UTC).date(), row.local_time),
    };
    let minutes = u32::try_from(row.duration_minutes).unwrap_or(1).clamp(1, 1_440);
    Ok(Planned { zone: row.zone, starts_local, minutes, places, past: past(db, row.id).await?, event: None })
}

/// Who is registered or invited, by zone.
pub async fn people(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<BTreeMap<String, i64>> {
    with_invited(db, event, rows::zones_of_registered(db, site, event).await?).await
}

async fn with_invited(db: &impl ConnectionTrait, event: &event::Model, mut zones: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>> {
    for (zone, people) in rows::zones_of_invited(db, event.id).await? {
        *zones.entry(zone).or_default() += people;
    }
    Ok(zones)
}

/// What the held editions of a series cost each zone together.
pub async fn past(db: &impl ConnectionTrait, series_id: i64) -> Result<BTreeMap<String, f64>> {
    let mut sums = BTreeMap::new();
    for row in rows::borne(db, series_id).await? {
        *sums.entry(row.zone).or_default() += row.pain as f64 / 1e6;
    }
    Ok(sums)
}

/// Keeps what a held edition cost the zones where those live who had a place in it; of two runs each zone bore the one that hurt it less.
pub async fn remember(tx: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<()> {
    if event.series_id.is_none() || event.status.0 != Status::Held {
        return Ok(());
    }
    let zones = rows::homes_of_registered(tx, event).await?;
    rows::keep(tx, event.id, cost(site, event, &zones)).await
}

/// What an event costs each zone with so many people in it: (zone, people, millionths).
pub fn cost(site: &Site, event: &event::Model, zones: &BTreeMap<String, i64>) -> Vec<(String, i32, i64)> {
    let known = zones.iter().filter_map(|(name, people)| Some((site.zones.get(name).ok()?, *people)));
    let places: Vec<Place<'_>> =
        known.map(|(zone, people)| Place { zone, count: u32::try_from(people).unwrap_or(u32::MAX), past: 0.0 }).collect();
    let question = Question {
        dates: Vec::new(),
        duration_minutes: length(event),
        step_minutes: 30,
        places,
        runs: Runs::One,
        night: Night::default(),
        weigh: Weigh::Zone,
        limit: 1,
    };
    let starts: Vec<Timestamp> =
        Run::BOTH.into_iter().filter_map(|run| Some(crate::clock::instant(runs::held(event, run)?.starts_at))).collect();
    let slot = question.weigh_up(&starts);
    let row = |there: domain::time::slots::ThereAndThen| {
        (there.zone, i32::try_from(there.count).unwrap_or(i32::MAX), (there.pain * 1e6).round() as i64)
    };
    slot.by_zone.into_iter().map(row).collect()
}

/// A meeting longer than a day is judged by its first.
fn length(event: &event::Model) -> u32 {
    u32::try_from((event.ends_at - event.starts_at) / 60_000).unwrap_or(1).clamp(1, 1_440)
}

/// Midnight in a zone, in milliseconds.
fn day_bound(zone: &Zone, day: Date, otherwise: i64) -> i64 {
    let midnight = domain::time::LocalTime::new(day.at(0, 0, 0, 0));
    zone.resolve(midnight).map_or(otherwise, |resolved| resolved.at.as_millisecond())
}

/// Zones that stand otherwise to the event's own than four weeks before, and than four weeks after.
fn odd(zones: &Zones, own: &Zone, places: &BTreeMap<String, i64>, at: Timestamp) -> Vec<String> {
    let apart = |zone: &Zone, days: i64| {
        let at = Timestamp::from_second(at.as_second() + days * 86_400).unwrap_or(at);
        zone.local(at).offset_seconds - own.local(at).offset_seconds
    };
    let is_odd = |zone: &Zone| apart(zone, 0) != apart(zone, -WEEKS) && apart(zone, 0) != apart(zone, WEEKS);
    places.keys().filter(|name| zones.get(name).is_ok_and(is_odd)).cloned().collect()
}

/// The clocks of an event's people, from its start on.
struct Clocks {
    start: i32,
    clocks: Vec<(String, i64, Clock)>,
    date: Date,
}

impl Clocks {
    fn new(zones: &Zones, places: &BTreeMap<String, i64>, starts: Timestamp) -> Self {
        let at = starts.to_zoned(TimeZone::UTC).datetime();
        let midnight = starts.as_second().div_euclid(86_400) * 1_440;
        let clock = |(name, people): (&String, &i64)| {
            let offsets = offsets(zones.get(name).ok()?, at.date());
            Some((name.clone(), *people, Clock::new(midnight, &offsets, Night::default())))
        };
        let start = i32::from(at.hour()) * 60 + i32::from(at.minute());
        Self { start, clocks: places.iter().filter_map(clock).collect(), date: at.date() }
    }

    fn night(&self, by: i32, minutes: u32) -> Vec<(String, i64, domain::time::LocalTime)> {
        let start = self.start + by;
        let hit = self.clocks.iter().filter(|(.., clock)| clock.pain(start, minutes).1);
        let midnight = domain::time::LocalTime::new(self.date.at(0, 0, 0, 0));
        hit.map(|(zone, people, clock)| (zone.clone(), *people, midnight.plus_minutes(i64::from(clock.local(start))))).collect()
    }

    /// The nearest start around with fewer people at night; of two as near, the later, which nobody has to rise for.
    fn better(&self, starts: Timestamp, minutes: u32) -> Option<(Timestamp, i64)> {
        let count = |by: i32| self.night(by, minutes).iter().map(|(_, people, _)| people).sum::<i64>();
        let now = count(0);
        let around = (1..=AROUND / STEP).flat_map(|n| [n * STEP, -n * STEP]);
        // The window of the clocks begins a day before midnight and ends two days after.
        let fewer = around.map(|by| (by, count(by))).find(|(_, people)| *people < now);
        fewer.and_then(|(by, people)| Some((Timestamp::from_second(starts.as_second() + i64::from(by) * 60).ok()?, people)))
    }
}
