//! Whom a difference between two releases concerns.

use super::{Change, Kind, Part, Session, Snapshot, Speaker};
use crate::event::Run;
use crate::id::{PersonId, SessionId};
use std::collections::BTreeSet;

/// A session that begins and ends less than this many minutes from where it did can wait until the next morning's letter.
const SMALL_MINUTES: i64 = 15;

/// A session as two releases have it.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// How they differ.
    pub change: Change,
    /// As it was, unless it is new.
    pub was: Option<&'a Session>,
    /// As it is, unless it is gone.
    pub now: Option<&'a Session>,
    rezoned: bool,
}

/// What somebody has to do with an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ties {
    /// Who it is.
    pub person: PersonId,
    /// What they marked.
    pub marked: BTreeSet<SessionId>,
    /// The run for which they are registered, if they are.
    pub run: Option<Run>,
}

/// Why somebody is told; the first that is true is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They speak in it or lead it.
    Speaks,
    /// They marked it.
    Marked,
    /// They are registered, and it changes their day.
    Registered,
}

impl Snapshot {
    /// What differs in `after`, by start.
    pub fn differences<'a>(&'a self, after: &'a Self) -> Vec<Difference<'a>> {
        let now: Vec<Session> = after.alive().cloned().collect();
        let rezoned = self.zone != after.zone;
        let one = |change: Change| Difference { change, was: self.get(change.session), now: after.get(change.session), rezoned };
        self.changes(&after.zone, &now).into_iter().map(one).collect()
    }
}

impl Difference<'_> {
    /// Why it concerns somebody; nothing where it does not.
    pub fn concerns(&self, ties: &Ties) -> Option<Why> {
        let me = Speaker::Person(ties.person);
        if self.either(|session| session.voices().any(|voice| *voice == me)) {
            return Some(Why::Speaks);
        }
        if ties.marked.contains(&self.change.session) && self.either(Session::is_attended) {
            return Some(Why::Marked);
        }
        let run = ties.run?;
        let theirs = self.either(|session| session.part == Part::Main && session.is_at(run));
        (theirs && self.changes_the_day()).then_some(Why::Registered)
    }

    /// It begins or ends at another time, or there is more or less to attend.
    fn changes_the_day(&self) -> bool {
        match (self.was, self.now) {
            (Some(was), Some(now)) => {
                let when = |session: &Session| (session.starts_local, session.minutes, session.run);
                self.rezoned || when(was) != when(now)
            }
            _ => self.either(Session::is_attended),
        }
    }

    /// It moved, in time only, and by less than a quarter of an hour.
    pub fn is_small(&self) -> bool {
        let (Some(was), Some(now)) = (self.was, self.now) else { return false };
        let online = |session: &Session| session.online_url.is_some();
        let place = |session: &Session| (session.room.clone(), online(session), session.run);
        let minutes = |session: &Session| i64::from(session.minutes.get());
        let later = now.starts_local.datetime().duration_since(was.starts_local.datetime()).as_mins();
        let longer = minutes(now) - minutes(was);
        let near = later.abs() < SMALL_MINUTES && (later + longer).abs() < SMALL_MINUTES;
        self.change.kind == Kind::Moved && !self.rezoned && place(was) == place(now) && near
    }

    fn either(&self, is: impl Fn(&Session) -> bool) -> bool {
        self.was.is_some_and(&is) || self.now.is_some_and(&is)
    }
}
