//! What a draft is asked for, and what is wrong with that.

use super::super::input::{Named, SPEAKERS, named};
use crate::entity::event;
use crate::error::Faults;
use crate::service::events::bounds;
use crate::service::given;
use domain::agenda::Part;
use domain::agenda::draft::Stretch;
use domain::fault::{Fault, Refusal};
use domain::time::{LocalTime, Timestamp, Zone};
use jiff::civil::Time;

/// Stretches of hours of one draft.
pub const HOURS: usize = 10;
/// Topics and sessions that one draft places.
pub const TOPICS: usize = 60;
/// The pauses one can choose from, in minutes.
pub const PAUSES: [i64; 4] = [0, 5, 10, 15];
/// Where the event says nothing of its days: from nine to five.
const DAY: (i8, i8) = (9, 17);
/// From here on a stretch is days, not one.
const LONG_MINUTES: i64 = 16 * 60;

/// A draft as asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// From and until, each `YYYY-MM-DDTHH:MM` on the event's clocks; none is the event's own time.
    pub hours: Vec<(String, String)>,
    /// One of [`PAUSES`].
    pub pause: i64,
    /// From and until, `HH:MM`, kept free every day.
    pub lunch: Option<(String, String)>,
    /// Names of rooms; none is all of them.
    pub rooms: Option<Vec<String>>,
    /// None is all that wait, each for all.
    pub topics: Option<Vec<TopicAsked>>,
    /// Ids of sessions of the working version that are to be placed anew.
    pub anew: Vec<i64>,
    /// The number of the round whose ballots count; 0 is none, none the newest that can.
    pub round: Option<i32>,
}

/// A topic to be placed.
#[derive(Clone, Debug, Default)]
pub struct TopicAsked {
    /// The row of `topic`.
    pub id: i64,
    /// `main` (for all, the default) or `supplementary` (beside others).
    pub part: Option<String>,
    /// Addresses of people, or names.
    pub speakers: Vec<String>,
    /// How many are expected.
    pub expected: Option<i64>,
}

/// The same, understood.
#[derive(Clone, Debug)]
pub struct Settings {
    /// In order, apart, in minutes since 1970.
    pub hours: Vec<Stretch>,
    pub pause: i64,
    pub lunch: Option<(Time, Time)>,
    pub rooms: Option<Vec<String>>,
    pub topics: Option<Vec<TopicSettings>>,
    pub anew: Vec<i64>,
    pub round: Option<i32>,
}

#[derive(Clone, Debug)]
pub struct TopicSettings {
    pub id: i64,
    pub part: Part,
    pub speakers: Vec<Named>,
    pub expected: Option<u32>,
}

/// Minutes since 1970.
pub fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

impl Asked {
    pub fn read(&self, event: &event::Model, zone: &Zone, faults: &mut Faults) -> Settings {
        if self.hours.len() > HOURS {
            faults.add(Fault::new("hours", "too_many"));
        }
        let hours = match self.hours.is_empty() {
            true => default_hours(event, zone).into_iter().map(|(from, to)| (from.to_string(), to.to_string())).collect(),
            false => self.hours.clone(),
        };
        if !PAUSES.contains(&self.pause) {
            faults.add(Fault::new("pause_minutes", "unknown_value"));
        }
        Settings {
            hours: joined(hours.iter().take(HOURS).enumerate().filter_map(|(i, pair)| stretch(event, zone, i, pair, faults)).collect()),
            pause: self.pause,
            lunch: self.lunch.as_ref().and_then(|lunch| self::lunch(lunch, faults)),
            rooms: self.rooms.clone(),
            topics: self.topics.as_ref().map(|topics| read_topics(topics, faults)),
            anew: self.anew.clone(),
            round: self.round,
        }
    }
}

fn lunch((from, until): &(String, String), faults: &mut Faults) -> Option<(Time, Time)> {
    let from = faults.take("lunch.from", given::time(from.trim()))?;
    let until = faults.take("lunch.until", given::time(until.trim()))?;
    if until <= from {
        faults.add(Fault::new("lunch.until", "end_before_start"));
        return None;
    }
    Some((from, until))
}

fn read_topics(topics: &[TopicAsked], faults: &mut Faults) -> Vec<TopicSettings> {
    let one = |(i, topic): (usize, &TopicAsked)| {
        let at = |field: &str| format!("topics.{i}.{field}");
        let part = match &topic.part {
            Some(part) => faults.take(&at("part"), given::word(part))?,
            None => Part::Main,
        };
        let filled: Vec<&String> = topic.speakers.iter().filter(|one| !one.trim().is_empty()).collect();
        if filled.len() > SPEAKERS {
            faults.add(Fault::new(at("speakers"), "too_many"));
            return None;
        }
        let mut speakers: Vec<Named> = Vec::new();
        for raw in filled {
            speakers.extend(named(&at("speakers"), raw, faults).filter(|one| !speakers.contains(one)));
        }
        let whole = |n: i64| u32::try_from(n).ok().filter(|n| *n <= 1_000_000).ok_or(Refusal::new("capacity_out_of_range"));
        let expected = topic.expected.and_then(|n| faults.take(&at("expected"), whole(n)));
        Some(TopicSettings { id: topic.id, part, speakers, expected })
    };
    topics.iter().enumerate().filter_map(one).collect()
}

fn stretch(event: &event::Model, zone: &Zone, i: usize, (from, until): &(String, String), faults: &mut Faults) -> Option<Stretch> {
    let (first, last) = bounds(event);
    let mut at = |field: &str, raw: &str| {
        let field = format!("hours.{i}.{field}");
        let local = faults.take(&field, LocalTime::parse(raw.trim()))?;
        let resolved = zone.resolve(local).map_err(|gap| faults.add(Fault::skipped(field.clone(), gap))).ok()?;
        if resolved.at < first || resolved.at > last {
            faults.add(Fault::new(field, "outside_event"));
            return None;
        }
        Some(minute(resolved.at))
    };
    let (from, to) = (at("from_local", from), at("until_local", until));
    let (from, to) = (from?, to?);
    if to <= from {
        faults.add(Fault::new(format!("hours.{i}.until_local"), "end_before_start"));
        return None;
    }
    Some(Stretch { from, to })
}

/// In order; what overlaps or touches is one.
fn joined(mut hours: Vec<Stretch>) -> Vec<Stretch> {
    hours.sort();
    let mut apart: Vec<Stretch> = Vec::new();
    for one in hours {
        match apart.last_mut().filter(|last| one.from <= last.to) {
            Some(last) => last.to = last.to.max(one.to),
            None => apart.push(one),
        }
    }
    apart
}

/// The hours a draft has if nobody says others: the event's own time; of an event over several days, on each the time of day from
/// its start to its end, or from nine to five where that is none.
pub fn default_hours(event: &event::Model, zone: &Zone) -> Vec<(LocalTime, LocalTime)> {
    let (first, last) = bounds(event);
    let (from, to) = (zone.local(first).time, zone.local(last).time);
    if (minute(last) - minute(first)) <= LONG_MINUTES {
        return vec![(LocalTime::new(from), LocalTime::new(to))];
    }
    let clock = |hour| Time::new(hour, 0, 0, 0).unwrap_or_default();
    let day = match from.time() < to.time() {
        true => (from.time(), to.time()),
        false => (clock(DAY.0), clock(DAY.1)),
    };
    let mut found = Vec::new();
    let mut date = from.date();
    while date <= to.date() && found.len() < HOURS {
        let (begins, ends) = (date.to_datetime(day.0).max(from), date.to_datetime(day.1).min(to));
        if begins < ends {
            found.push((LocalTime::new(begins), LocalTime::new(ends)));
        }
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    found
}
