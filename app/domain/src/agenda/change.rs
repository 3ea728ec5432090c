//! What a release of an agenda changes, and the version of each session that people's calendars have (SEQUENCE, RFC 5545 3.8.7.4).

use super::Session;
use crate::id::SessionId;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// How a session differs from the release before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// It was not there.
    Added,
    /// Another time, length or place: who planned by the old one would miss it.
    Moved,
    /// Something else about it.
    Changed,
    /// It is there no more.
    Cancelled,
}

/// One difference between two releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// How it differs.
    pub kind: Kind,
    /// Which session.
    pub session: SessionId,
}

/// A session as a release has it; one that was dropped stays, as cancelled, for the calendars that hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The session.
    pub session: Session,
    /// Rises when it is moved, cancelled or taken up again.
    pub sequence: u32,
    /// When the release that last changed it was published, in milliseconds since 1970.
    pub stamp: i64,
    /// Dropped by this release or an earlier one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
}

/// A whole agenda as it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The zone its local times are in.
    pub zone: String,
    /// All sessions, cancelled ones included, by start.
    pub sessions: Vec<Released>,
}

impl Snapshot {
    /// The sessions that take place.
    pub fn alive(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(|one| !one.cancelled).map(|one| &one.session)
    }

    /// A session that takes place.
    pub fn get(&self, id: SessionId) -> Option<&Session> {
        self.alive().find(|session| session.id == id)
    }

    /// What publishing `sessions` in `zone` would change, by start.
    pub fn changes(&self, zone: &str, sessions: &[Session]) -> Vec<Change> {
        let rezoned = self.zone != zone;
        let kept = sessions.iter().filter_map(|now| {
            let kind = match self.get(now.id) {
                None => Some(Kind::Added),
                Some(was) => difference(was, now, rezoned),
            };
            kind.map(|kind| (now, kind))
        });
        let gone = self.alive().filter(|was| sessions.iter().all(|now| now.id != was.id)).map(|was| (was, Kind::Cancelled));
        let mut all: Vec<(&Session, Kind)> = kept.chain(gone).collect();
        all.sort_by_key(|(session, _)| (session.starts_local, session.id));
        all.into_iter().map(|(session, kind)| Change { kind, session: session.id }).collect()
    }

    /// The agenda after publishing `sessions` in `zone` at `stamp` (milliseconds since 1970).
    #[must_use]
    pub fn publish(&self, zone: &str, sessions: &[Session], stamp: i64) -> Self {
        let changes = self.changes(zone, sessions);
        let kind = |id| changes.iter().find(|change| change.session == id).map(|change| change.kind);
        let known = |id| self.sessions.iter().find(|one| one.session.id == id);
        let now = sessions.iter().map(|session| {
            let was = known(session.id);
            let sequence = was.map_or(0, |was| was.sequence);
            let (raise, changed) = match kind(session.id) {
                Some(Kind::Added) => (was.is_some(), true),
                Some(Kind::Moved | Kind::Cancelled) => (true, true),
                // What has become a break leaves people's calendars, which is a new version there.
                Some(Kind::Changed) => (was.is_some_and(|was| was.session.kind != session.kind), true),
                None => (false, false),
            };
            Released {
                session: session.clone(),
                sequence: sequence.saturating_add(u32::from(raise)),
                stamp: was.filter(|_| !changed).map_or(stamp, |was| was.stamp),
                cancelled: false,
            }
        });
        let gone = self.sessions.iter().filter(|was| sessions.iter().all(|now| now.id != was.session.id)).map(|was| match was.cancelled {
            true => was.clone(),
            false => Released { session: was.session.clone(), sequence: was.sequence.saturating_add(1), stamp, cancelled: true },
        });
        let mut all: Vec<Released> = now.chain(gone).collect();
        all.sort_by_key(|one| (one.session.starts_local, one.session.id));
        Self { zone: zone.to_owned(), sessions: all }
    }
}

fn difference(was: &Session, now: &Session, rezoned: bool) -> Option<Kind> {
    let online = |session: &Session| session.online_url.is_some();
    let when = was.starts_local != now.starts_local || was.minutes != now.minutes || was.run != now.run;
    let moved = rezoned || when || was.room != now.room || online(was) != online(now);
    match (moved, was == now) {
        (true, _) => Some(Kind::Moved),
        (false, false) => Some(Kind::Changed),
        (false, true) => None,
    }
}
