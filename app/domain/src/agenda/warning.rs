//! What the organisers should look at before they publish. None of it forbids anything.

use super::{Known, Part, Session, Span, Speaker, Waiting};
use crate::event::Run;
use crate::id::SessionId;
use crate::similarity::folded;
use crate::text::Text;
use crate::time::Zone;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A stretch without anything is worth a word from here on: people wonder whether it is a break.
const GAP_SECONDS: i64 = 30 * 60;

/// Something about a plan that is likely a mistake; sessions are named in the order of their start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// One speaker in two sessions at once.
    SpeakerTwice { speaker: Speaker, sessions: [SessionId; 2], during: Span },
    /// Two sessions in one room at once.
    RoomTwice { room: Text, sessions: [SessionId; 2], during: Span },
    /// It begins before the event or ends after it.
    OutsideEvent { session: SessionId },
    /// Nothing takes place for half an hour or more between the first and the last session of a day.
    Gap { sessions: [SessionId; 2], during: Span },
    /// A session for all at the same time as another of the main part.
    Overlap { sessions: [SessionId; 2], during: Span },
    /// It is said when they can be there, and that is not then.
    SpeakerUnavailable { speaker: Speaker, session: SessionId },
    /// More people are expected than the room holds.
    RoomTooSmall { room: Text, holds: u32, people: u32, session: SessionId },
    /// It was promised, and no session is made of it.
    TopicNotPlaced(Waiting),
    /// It is night for some who follow from afar: how many, by zone.
    LateForOnline { sessions: Vec<SessionId>, people: BTreeMap<String, i64> },
}

impl Warning {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SpeakerTwice { .. } => "speaker_twice",
            Self::RoomTwice { .. } => "room_twice",
            Self::OutsideEvent { .. } => "outside_event",
            Self::Gap { .. } => "gap",
            Self::Overlap { .. } => "overlap",
            Self::SpeakerUnavailable { .. } => "speaker_unavailable",
            Self::RoomTooSmall { .. } => "room_too_small",
            Self::TopicNotPlaced(_) => "topic_not_placed",
            Self::LateForOnline { .. } => "late_for_online",
        }
    }

    /// The sessions it is about.
    pub fn sessions(&self) -> &[SessionId] {
        match self {
            Self::SpeakerTwice { sessions, .. }
            | Self::RoomTwice { sessions, .. }
            | Self::Gap { sessions, .. }
            | Self::Overlap { sessions, .. } => sessions,
            Self::OutsideEvent { session } | Self::SpeakerUnavailable { session, .. } | Self::RoomTooSmall { session, .. } => {
                std::slice::from_ref(session)
            }
            Self::LateForOnline { sessions, .. } => sessions,
            Self::TopicNotPlaced(_) => &[],
        }
    }
}

/// All warnings about the sessions of an event that lasts from and to the ends of `event`, by the start of the first session. Where it is
/// held `again`, that is so many minutes of the wall clock later, and those of different runs are compared by their speakers only.
/// Topics without a session come last.
pub fn warnings(event: Span, zone: &Zone, again: Option<i64>, sessions: &[Session], known: &Known) -> Vec<Warning> {
    let held = sessions.iter().filter(|session| again.is_some() || session.is_at(Run::First));
    let mut timed: Vec<Timed<'_>> = held.map(|session| (session, session.span(zone))).collect();
    timed.sort_by_key(|(session, span)| (span.from, session.id));
    let mut found = Vec::new();
    for (i, (session, span)) in timed.iter().enumerate() {
        if span.from < event.from || span.to > event.to {
            found.push(Warning::OutsideEvent { session: session.id });
        }
        let (begun, ahead) = timed.split_at(i + 1);
        let later = ahead.iter().take_while(|(_, other)| other.from < span.to);
        for (other, at) in later.filter(|(other, _)| are_beside(session, other)) {
            if let Some(during) = span.common(*at) {
                at_once(session, other, during, &mut found);
            }
        }
        for run in Run::BOTH.into_iter().filter(|run| session.is_at(*run)) {
            let next = ahead.iter().find(|(next, _)| next.is_at(run));
            let gap = next.and_then(|next| gap(zone, begun.iter().filter(|(one, _)| one.is_at(run)), *next));
            // What both runs have is said once.
            let gap = gap.filter(|gap| !found.contains(gap));
            found.extend(gap);
        }
    }
    if let Some(later_by) = again {
        across(zone, &timed, later_by, &mut found);
    }
    found.extend(known.warnings(zone, again, &timed));
    let first = |warning: &Warning| {
        let named = warning.sessions().iter().filter_map(|id| timed.iter().position(|(session, _)| session.id == *id));
        named.min().unwrap_or(usize::MAX)
    };
    found.sort_by_cached_key(first);
    found
}

pub(super) type Timed<'a> = (&'a Session, Span);

/// Whether a run has both.
fn are_beside(one: &Session, other: &Session) -> bool {
    Run::BOTH.into_iter().any(|run| one.is_at(run) && other.is_at(run))
}

/// Who speaks at the first time of the event when they are to speak at the second.
fn across(zone: &Zone, timed: &[Timed<'_>], later_by: i64, found: &mut Vec<Warning>) {
    let spoken = |run| timed.iter().filter(move |(session, _)| session.voices().next().is_some() && session.is_at(run));
    let moved = |(session, _): &Timed<'_>| Session::clone(session).in_run(Run::Second, later_by);
    let again: Vec<(Session, Span)> = spoken(Run::Second).map(moved).map(|session| (session.clone(), session.span(zone))).collect();
    for (one, span) in spoken(Run::First) {
        for (other, at) in again.iter().filter(|(other, _)| other.id != one.id) {
            let Some(during) = span.common(*at) else { continue };
            found.extend(if at.from < span.from { both_speak(other, one, during) } else { both_speak(one, other, during) });
        }
    }
}

fn both_speak(one: &Session, other: &Session, during: Span) -> Vec<Warning> {
    let mut both: Vec<&Speaker> = Vec::new();
    for speaker in one.voices().filter(|speaker| other.voices().any(|there| is_same_speaker(speaker, there))) {
        if !both.iter().any(|known| is_same_speaker(known, speaker)) {
            both.push(speaker);
        }
    }
    both.into_iter().map(|speaker| Warning::SpeakerTwice { speaker: speaker.clone(), sessions: [one.id, other.id], during }).collect()
}

fn at_once(one: &Session, other: &Session, during: Span, found: &mut Vec<Warning>) {
    let sessions = [one.id, other.id];
    found.extend(both_speak(one, other, during));
    match (&one.room, &other.room) {
        (Some(room), Some(there)) if is_same_room(room, there) => {
            found.push(Warning::RoomTwice { room: room.clone(), sessions, during });
        }
        _ => {
            let main = one.part == Part::Main && other.part == Part::Main;
            if main && (one.is_for_all() || other.is_for_all()) {
                found.push(Warning::Overlap { sessions, during });
            }
        }
    }
}

/// Between everything that has begun so far and what comes next on the same day.
fn gap<'a>(zone: &Zone, begun: impl Iterator<Item = &'a Timed<'a>>, (next, at): Timed<'_>) -> Option<Warning> {
    let (last, span) = begun.max_by_key(|(_, span)| span.to)?;
    let day = |at| -> Date { zone.local(at).time.date() };
    let is_long = at.from.as_second() - span.to.as_second() >= GAP_SECONDS;
    let during = Span { from: span.to, to: at.from };
    (is_long && day(span.from) == day(at.from)).then_some(Warning::Gap { sessions: [last.id, next.id], during })
}

pub(super) fn is_same_speaker(one: &Speaker, other: &Speaker) -> bool {
    match (one, other) {
        (Speaker::Named(one), Speaker::Named(other)) => folded(one) == folded(other),
        _ => one == other,
    }
}

/// Rooms are the same if either language says so, whatever the diacritics.
pub(super) fn is_same_room(one: &Text, other: &Text) -> bool {
    let same = |one: &Option<String>, other: &Option<String>| one.as_ref().zip(other.as_ref()).is_some_and(|(a, b)| folded(a) == folded(b));
    same(&one.lv, &other.lv) || same(&one.en, &other.en)
}
