//! What is known beside the sessions, and what it makes of them: who can be there when, what rooms hold, who follows from afar.

use super::warning::{Timed, Warning, is_same_room, is_same_speaker};
use super::{Part, Session, Span, Speaker};
use crate::event::Run;
use crate::id::{SessionId, TopicId};
use crate::text::Text;
use crate::time::slots::Night;
use crate::time::{Timestamp, Zone};
use std::collections::BTreeMap;

/// An hour is shorter than any night, so that looking once an hour finds every one that a session touches.
const GLANCE_SECONDS: i64 = 3_600;

/// What is known beside the sessions of an agenda; the default is nothing.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// When those who speak or lead can be there; of whom nothing is said, can always.
    pub hours: Vec<(Speaker, Span)>,
    /// The rooms of which it is said what they hold.
    pub rooms: Vec<Room>,
    /// How many have a confirmed place in the room.
    pub in_room: u32,
    /// How many marked each session.
    pub marked: BTreeMap<SessionId, u32>,
    /// Topics that were promised and have no session.
    pub waiting: Vec<Waiting>,
    /// How many follow online by the clocks of each zone.
    pub online: Vec<(Run, Zone, i64)>,
}

/// A room of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// As sessions name it, in either language.
    pub name: Text,
    /// How many people it holds.
    pub capacity: u32,
}

/// A topic that waits for a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The row of `topic`.
    pub topic: TopicId,
    /// Within the event.
    pub number: i32,
    /// Its title.
    pub title: Text,
}

impl Known {
    /// The room of this name, if it is said what it holds.
    pub fn room(&self, name: &Text) -> Option<&Room> {
        self.rooms.iter().find(|room| is_same_room(&room.name, name))
    }

    /// Whether somebody can be there all the time; of whom nothing is said, can.
    pub fn is_there(&self, speaker: &Speaker, at: Span) -> bool {
        let mut own = self.hours.iter().filter(|(known, _)| is_same_speaker(known, speaker)).peekable();
        own.peek().is_none() || own.any(|(_, there)| there.from <= at.from && at.to <= there.to)
    }

    /// All it says of sessions in their order, and of topics.
    pub(super) fn warnings(&self, zone: &Zone, again: Option<i64>, timed: &[Timed<'_>]) -> Vec<Warning> {
        let mut found = Vec::new();
        let mut late: Vec<(Vec<SessionId>, BTreeMap<String, i64>)> = Vec::new();
        for (session, span) in timed {
            let times = times(session, *span, zone, again);
            found.extend(self.unavailable(session, &times));
            found.extend(self.too_small(session, *span, timed));
            let night = self.night(&times);
            if night.is_empty() || !session.is_attended() {
                continue;
            }
            match late.iter_mut().find(|(_, same)| *same == night) {
                Some((sessions, _)) => sessions.push(session.id),
                None => late.push((vec![session.id], night)),
            }
        }
        found.extend(late.into_iter().map(|(sessions, people)| Warning::LateForOnline { sessions, people }));
        found.extend(self.waiting.iter().cloned().map(Warning::TopicNotPlaced));
        found
    }

    fn unavailable(&self, session: &Session, times: &[(Run, Span)]) -> Vec<Warning> {
        let mut named: Vec<&Speaker> = Vec::new();
        for speaker in session.voices().filter(|speaker| times.iter().any(|(_, at)| !self.is_there(speaker, *at))) {
            if !named.iter().any(|known| is_same_speaker(known, speaker)) {
                named.push(speaker);
            }
        }
        named.into_iter().map(|speaker| Warning::SpeakerUnavailable { speaker: speaker.clone(), session: session.id }).collect()
    }

    /// Everybody in the room comes to what nothing else of the event rivals; else those who marked it.
    fn too_small(&self, session: &Session, span: Span, timed: &[Timed<'_>]) -> Option<Warning> {
        let named = session.room.as_ref().filter(|_| session.is_attended() && session.is_at(Run::First))?;
        let room = self.room(named)?;
        let rivals = |(other, at): &Timed<'_>| {
            other.id != session.id && other.is_attended() && other.is_at(Run::First) && span.common(*at).is_some()
        };
        let for_all = session.part == Part::Main && !timed.iter().any(rivals);
        let people = if for_all { self.in_room } else { self.marked.get(&session.id).copied().unwrap_or_default() };
        let (room, holds) = (room.name.clone(), room.capacity);
        (people > holds).then_some(Warning::RoomTooSmall { room, holds, people, session: session.id })
    }

    /// How many of those who follow from afar it reaches at night, by their zones.
    fn night(&self, times: &[(Run, Span)]) -> BTreeMap<String, i64> {
        let mut people = BTreeMap::new();
        for (run, at) in times {
            for (_, zone, count) in self.online.iter().filter(|(own, zone, _)| own == run && is_night(zone, *at)) {
                *people.entry(zone.name().to_owned()).or_default() += count;
            }
        }
        people
    }
}

/// When the runs that have it do; the second only where the event is held `again`, so many minutes of the wall clock later.
fn times(session: &Session, first: Span, zone: &Zone, again: Option<i64>) -> Vec<(Run, Span)> {
    let second = |by| session.clone().in_run(Run::Second, by).span(zone);
    let at = |run| match run {
        Run::First => Some(first),
        Run::Second => again.map(second),
    };
    Run::BOTH.into_iter().filter(|run| session.is_at(*run)).filter_map(|run| Some((run, at(run)?))).collect()
}

/// Whether any minute of it is night on the clocks of a zone.
fn is_night(zone: &Zone, at: Span) -> bool {
    let has = |second: i64| {
        let time = Timestamp::from_second(second).map(|at| zone.local(at).time.time());
        time.is_ok_and(|time| Night::default().has(u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())))
    };
    let (from, last) = (at.from.as_second(), at.to.as_second() - 60);
    has(last) || (0..).map(|n| from + n * GLANCE_SECONDS).take_while(|second| *second <= last).any(has)
}
