//! What waits for somebody in a host, as far as the database knows.

use super::{DAY_MS, Desk};
use crate::Site;
use crate::entity::{date_poll, event, host, series};
use crate::repo::organise::{Draft, Gathering, Owed, Poll};
use crate::repo::runs;
use crate::service::series::SeriesDate;
use domain::event::{Mode, Status};
use domain::host::Right;
use domain::recurrence::Deadline;
use domain::time::Timestamp;
use jiff::civil::Date;

/// An event as near as this should be firm, and have an agenda if it is getting one.
const NEAR_DAYS: i64 = 30;
/// How many of a series' coming dates are watched.
const WATCHED: usize = 2;
/// A vote that closes this soon is worth a word to those who have not voted.
const CLOSING_MS: i64 = 3 * DAY_MS;
/// An author who has been silent for so long about a merger is not likely to answer.
const UNANSWERED_DAYS: i64 = 14;
/// Embassies brief the people of their country yearly at least.
const BRIEFED_MS: i64 = 365 * DAY_MS;

/// Something that waits, with what is needed to lead to the place where it is done.
#[derive(Clone, Debug)]
pub enum Need {
    /// A date of a series is to be announced by `by`, `days` from today (passed, if negative).
    Announce { series: Box<series::Model>, date: Box<SeriesDate>, by: Date, days: i64 },
    /// An announced event is near and not firm.
    Confirm { event: Box<event::Model>, days: i64 },
    /// A confirmed event is over.
    SayHeld { event: Box<event::Model> },
    /// Letters did not arrive.
    Undelivered { event: Box<event::Model>, count: i64 },
    /// People wait for one mode while the other has places: `free` of them, or no limit.
    Waiting { event: Box<event::Model>, mode: Mode, count: i64, free: Option<i64> },
    /// Topics or comments were reported.
    Reported { event: Box<event::Model>, count: i64 },
    /// So many topics of other events were proposed to this one.
    Passed { event: Box<event::Model>, count: i64 },
    /// The author of a topic has not answered whether it may go on in another, `days` ago.
    Unanswered { event: Box<event::Model>, number: i32, days: i64 },
    /// A vote closes soon.
    Closing { event: Box<event::Model>, poll: Poll },
    /// A vote is over and its result not put to use.
    Unapplied { event: Box<event::Model>, poll: Poll },
    /// So many sessions differ from what was published.
    Unreleased { event: Box<event::Model>, changes: usize },
    /// The event begins in so many days, and nothing of its agenda is published.
    NoAgenda { event: Box<event::Model>, days: i64 },
    /// A date poll is closed and no date chosen; so many have answered.
    Undecided { poll: Box<date_poll::Model>, answered: i64 },
    /// The host has not briefed since, if ever.
    Unbriefed { host: Box<host::Model>, last: Option<i64> },
    /// So many topics of an event that was held still wait to hear what becomes of them.
    Owed { event: Box<event::Model>, count: i64 },
    /// These hosts below have not briefed for a year.
    QuietBelow { hosts: Vec<host::Model> },
}

impl Need {
    /// The right it takes to settle it.
    pub fn right(&self) -> Right {
        match self {
            Self::Announce { .. } | Self::Confirm { .. } | Self::SayHeld { .. } => Right::ManageEvents,
            Self::Undecided { .. } | Self::Unbriefed { .. } | Self::QuietBelow { .. } => Right::ManageEvents,
            Self::Undelivered { .. } => Right::ManageInvitations,
            Self::Waiting { .. } => Right::ManageRegistrations,
            Self::Reported { .. } | Self::Passed { .. } | Self::Unanswered { .. } | Self::Owed { .. } => Right::ManageTopics,
            Self::Closing { .. } | Self::Unapplied { .. } => Right::ManageRounds,
            Self::Unreleased { .. } | Self::NoAgenda { .. } => Right::ManageAgenda,
        }
    }

    /// What must not wait sorts first: a deadline, then what keeps people from coming, then what is owed to them, then the rest.
    pub(super) fn urgency(&self) -> u8 {
        match self {
            Self::Announce { days, .. } if *days < 0 => 0,
            Self::Reported { .. } => 1,
            Self::Announce { .. } | Self::Confirm { .. } => 2,
            Self::Undelivered { .. } | Self::Waiting { .. } => 3,
            Self::Unapplied { .. } | Self::Closing { .. } | Self::Undecided { .. } => 4,
            Self::Unreleased { .. } | Self::NoAgenda { .. } => 5,
            Self::SayHeld { .. } | Self::Passed { .. } | Self::Unanswered { .. } | Self::Owed { .. } => 6,
            Self::Unbriefed { .. } | Self::QuietBelow { .. } => 7,
        }
    }
}

pub(super) fn of(site: &Site, desk: &Desk) -> Vec<Need> {
    let dates = desk.series.iter().flat_map(|(one, dates)| to_announce(site, one, dates));
    let events = desk.events.iter().flat_map(|held| of_event(held, site.now()));
    dates.chain(events).collect()
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

fn of_event(held: &Gathering, at: Timestamp) -> Vec<Need> {
    let (event, now) = (&held.event, at.as_millisecond());
    let boxed = || Box::new(event.clone());
    let days = (event.starts_at - now) / DAY_MS;
    if event.status.0 == Status::Confirmed && runs::over_at(event) <= now {
        return vec![Need::SayHeld { event: boxed() }];
    }
    if event.status.0.is_final() || runs::over_at(event) <= now {
        return Vec::new();
    }
    let mut needs = Vec::new();
    if event.status.0 == Status::Announced && days <= NEAR_DAYS {
        needs.push(Need::Confirm { event: boxed(), days });
    }
    if held.letters.all.lost > 0 {
        needs.push(Need::Undelivered { event: boxed(), count: held.letters.all.lost });
    }
    if held.reported > 0 {
        needs.push(Need::Reported { event: boxed(), count: held.reported });
    }
    if held.passes > 0 {
        needs.push(Need::Passed { event: boxed(), count: held.passes });
    }
    needs.extend(waiting(held));
    needs.extend(held.polls.iter().filter_map(|poll| of_poll(event, poll, now)));
    match held.draft {
        Some(Draft::Differs(changes)) => needs.push(Need::Unreleased { event: boxed(), changes }),
        Some(Draft::Unpublished) if days <= NEAR_DAYS => needs.push(Need::NoAgenda { event: boxed(), days }),
        _ => {}
    }
    let silent = held.merges.iter().filter_map(|merge| {
        let asked: Date = merge.asked_on.parse().ok()?;
        let days = days_since(asked, at);
        (days >= UNANSWERED_DAYS).then(|| Need::Unanswered { event: boxed(), number: merge.number, days })
    });
    needs.extend(silent.take(1));
    needs
}

/// In UTC, as such days are noted.
fn days_since(day: Date, at: Timestamp) -> i64 {
    days(day, at.to_zoned(jiff::tz::TimeZone::UTC).date())
}

fn of_poll(event: &event::Model, poll: &Poll, now: i64) -> Option<Need> {
    let (event, left) = (Box::new(event.clone()), poll.closes_at - now);
    match poll.applied_at {
        None if left <= 0 => Some(Need::Unapplied { event, poll: poll.clone() }),
        None if poll.opens_at <= now && left <= CLOSING_MS => Some(Need::Closing { event, poll: poll.clone() }),
        _ => None,
    }
}

fn waiting(held: &Gathering) -> Option<Need> {
    let event = &held.event;
    let [room, online, _] = held.lines;
    let modes = [
        (Mode::InPerson, room.waiting, event.online_offered, event.online_capacity, online.confirmed),
        (Mode::Online, online.waiting, event.in_person_offered, event.in_person_capacity, room.confirmed),
    ];
    modes.into_iter().find_map(|(mode, count, offered, capacity, taken)| {
        let free = capacity.map(|capacity| i64::from(capacity) - taken);
        let helps = offered && count > 0 && free.is_none_or(|free| free > 0);
        helps.then(|| Need::Waiting { event: Box::new(event.clone()), mode, count, free })
    })
}

/// Polls of which people wait for the outcome; one that nobody answered holds nobody up.
pub(super) fn undecided(site: &Site, polls: Vec<(date_poll::Model, i64)>) -> impl Iterator<Item = Need> {
    let now = site.now().as_millisecond();
    let waits = move |(poll, answered): &(date_poll::Model, i64)| poll.closes_at <= now && *answered > 0;
    polls.into_iter().filter(waits).map(|(poll, answered)| Need::Undecided { poll: Box::new(poll), answered })
}

pub(super) fn owed(events: Vec<Owed>) -> impl Iterator<Item = Need> {
    events.into_iter().map(|owed| Need::Owed { event: Box::new(owed.event), count: owed.count })
}

/// Whether a host that should brief has not for a year; one that is new here is given that year.
pub(super) fn unbriefed(site: &Site, host: &host::Model, last: Option<i64>) -> Option<Need> {
    is_quiet(site, host, last).then(|| Need::Unbriefed { host: Box::new(host.clone()), last })
}

pub(super) fn is_quiet(site: &Site, host: &host::Model, last: Option<i64>) -> bool {
    last.unwrap_or(host.created_at) < site.now().as_millisecond() - BRIEFED_MS
}
