//! The runs of an event: its own time and, where it is held twice, another one, online. Each is an event of its own to calendars.

use crate::Site;
use crate::clock::instant;
use crate::entity::event;
use crate::entity::stored::Stored;
use domain::agenda::Session;
use domain::event::{Run, Status};
use domain::person::OwnZone;
use domain::time::{LocalTime, slots};
use sea_orm::{ColumnTrait, Condition};

/// Whether there is a second run that has not been withdrawn.
pub fn is_twice(event: &event::Model) -> bool {
    event.second_ends_at.is_some()
}

/// Whether it is held a second time from now on.
pub fn is_added(before: &event::Model, after: &event::Model) -> bool {
    !is_twice(before) && is_twice(after)
}

/// The event as it is at one of its times: with the start, end, UID, SEQUENCE and places of that run. A second run that was withdrawn
/// is cancelled; where there never was one, the event itself.
pub fn at(event: &event::Model, run: Run) -> event::Model {
    let second = (event.second_starts_local.clone(), event.second_starts_at, event.second_uid.clone());
    let (Run::Second, (Some(starts_local), Some(starts_at), Some(uid))) = (run, second) else { return event.clone() };
    event::Model {
        starts_local,
        starts_at,
        ends_at: event.second_ends_at.unwrap_or(starts_at + length(event)),
        in_person_offered: false,
        in_person_capacity: None,
        online_offered: true,
        online_capacity: event.second_capacity,
        status: if is_twice(event) { event.status } else { Stored(Status::Cancelled) },
        uid,
        sequence: event.second_sequence.unwrap_or_default(),
        ..event.clone()
    }
}

/// Whether the event is held at this run.
pub fn is_held(event: &event::Model, run: Run) -> bool {
    run == Run::First || is_twice(event)
}

/// The run, if the event is held then.
pub fn held(event: &event::Model, run: Run) -> Option<event::Model> {
    is_held(event, run).then(|| at(event, run))
}

/// Whether the event is held at a time at which it has the session; it is not once the only run that had it was withdrawn.
pub fn has(event: &event::Model, session: &Session) -> bool {
    session.run.is_none_or(|run| is_held(event, run))
}

/// Every time that calendars know of, a withdrawn one included.
pub fn known(event: &event::Model) -> Vec<event::Model> {
    let second = event.second_uid.is_some().then(|| at(event, Run::Second));
    std::iter::once(at(event, Run::First)).chain(second).collect()
}

/// By how many minutes of the wall clock a run begins after the first; negative where it begins before.
pub fn later_by(event: &event::Model, run: Run) -> i64 {
    let second = event.second_starts_local.as_deref().filter(|_| run == Run::Second);
    let read = |local: &str| LocalTime::parse(local).ok().map(LocalTime::datetime);
    let apart = second.and_then(|second| Some(read(second)?.duration_since(read(&event.starts_local)?).as_mins()));
    apart.unwrap_or_default()
}

/// How long each run is, in milliseconds.
pub fn length(event: &event::Model) -> i64 {
    event.ends_at - event.starts_at
}

/// When the first of it begins, in milliseconds.
pub fn begins_at(event: &event::Model) -> i64 {
    event.second_starts_at.filter(|_| is_twice(event)).map_or(event.starts_at, |second| second.min(event.starts_at))
}

/// When the last of it begins, in milliseconds.
pub fn last_begins_at(event: &event::Model) -> i64 {
    over_at(event) - length(event)
}

/// When all of it is over, in milliseconds.
pub fn over_at(event: &event::Model) -> i64 {
    event.second_ends_at.map_or(event.ends_at, |second| second.max(event.ends_at))
}

/// As a condition: one of the runs is not over at `now` (milliseconds).
pub fn is_ahead(now: i64) -> Condition {
    Condition::any().add(event::Column::EndsAt.gt(now)).add(event::Column::SecondEndsAt.gt(now))
}

/// As a condition: all runs are over at `now` (milliseconds).
pub fn is_over(now: i64) -> Condition {
    let second = Condition::any().add(event::Column::SecondEndsAt.is_null()).add(event::Column::SecondEndsAt.lte(now));
    Condition::all().add(event::Column::EndsAt.lte(now)).add(second)
}

/// The run that hurts somebody less by their own clocks, wherever they are then; the first where both hurt alike or there is only one.
pub fn easier(site: &Site, event: &event::Model, own: &OwnZone) -> Run {
    let pain = |run| there(site, &held(event, run)?, own).map(|there| there.pain);
    match (pain(Run::First), pain(Run::Second)) {
        (Some(first), Some(second)) if second < first => Run::Second,
        _ => Run::First,
    }
}

/// What a run is on somebody's own clocks.
pub fn there(site: &Site, run: &event::Model, own: &OwnZone) -> Option<slots::ThereAndThen> {
    let starts = instant(run.starts_at);
    slots::there(own.at(&site.zones, starts)?, starts, u32::try_from(run.duration_minutes).unwrap_or(1))
}
