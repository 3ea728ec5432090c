//! What takes place when at an event: its sessions, what changed between two releases, what is wrong with a plan, and its picture.

mod board;
mod change;
mod concern;
pub mod draft;
mod grid;
mod known;
#[cfg(test)]
mod tests;
mod warning;

use crate::event::Run;
use crate::id::{PersonId, SessionId, TopicId};
use crate::text::Text;
use crate::time::{LocalTime, Timestamp, Zone};
use crate::topic::Minutes;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use board::{BoardColumn, BoardDay, board};
pub use change::{Change, Kind, Released, Snapshot};
pub use concern::{Difference, Ties, Why};
pub use grid::{Column, ColumnPlace, Grid, STEP_MINUTES, Slot, grid};
pub use known::{Known, Room, Waiting};
pub use warning::{Warning, warnings};

/// Which part of the agenda a session belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Part {
    /// For everybody who attends.
    Main,
    /// For whom it serves (the Cabinet's own practice).
    Supplementary,
}

/// What an item of an agenda is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SessionKind {
    /// Something people attend.
    #[default]
    Session,
    /// Coffee or lunch: a title, a time and a place, and in nobody's own calendar.
    Break,
}

/// In which language a session is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SessionLanguage {
    /// Latvian.
    Lv,
    /// English.
    En,
    /// Both, by interpretation or in turn.
    Both,
}

/// Something to read before or after a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// What it is, in the language it is written in.
    pub title: String,
    /// http or https.
    pub url: String,
}

/// Who speaks: somebody known to the platform, whose name is always the person's own, or a name as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// A row of `person`.
    Person(PersonId),
    /// As written by the organisers.
    Named(String),
}

impl Speaker {
    /// Whether it is the same one: people by their row, names whatever their diacritics.
    pub fn is_same(&self, other: &Self) -> bool {
        warning::is_same_speaker(self, other)
    }
}

/// One item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The row of `session`.
    pub id: SessionId,
    /// What it is about.
    pub title: Text,
    /// On the event's clocks, as at its first run, whichever run has it.
    pub starts_local: LocalTime,
    /// Its length.
    pub minutes: Minutes,
    /// The room; none is the whole event's place, or online only where there is a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Text>,
    /// The link to join this session by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_url: Option<String>,
    /// In the order they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// The topic that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// Main or supplementary.
    pub part: Part,
    /// The only run of an event held twice that has it; none is both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<Run>,
    /// A session or a break.
    #[serde(default, skip_serializing_if = "SessionKind::is_session")]
    pub kind: SessionKind,
    /// Who leads it, in the order they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<Speaker>,
    /// The language it is held in, where that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<SessionLanguage>,
    /// What is said may be used, but not who said it (the Chatham House Rule).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chatham_house: bool,
    /// The working group whose session it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Text>,
    /// In their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// How many can mark it, where a mark takes one of so many places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
}

impl SessionKind {
    /// Whether it is something people attend.
    pub fn is_session(&self) -> bool {
        *self == Self::Session
    }
}

/// From one instant to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first instant of it.
    pub from: Timestamp,
    /// The first instant after it.
    pub to: Timestamp,
}

impl Span {
    /// What two spans have in common; touching is nothing.
    pub fn common(self, other: Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
        (both.from < both.to).then_some(both)
    }
}

impl Session {
    /// A session of the main part of which nothing else is known.
    pub fn new(id: SessionId, title: Text, starts_local: LocalTime, minutes: Minutes) -> Self {
        Self {
            id,
            title,
            starts_local,
            minutes,
            room: None,
            online_url: None,
            speakers: Vec::new(),
            topic: None,
            part: Part::Main,
            run: None,
            kind: SessionKind::Session,
            chairs: Vec::new(),
            language: None,
            chatham_house: false,
            group: None,
            materials: Vec::new(),
            capacity: None,
        }
    }

    /// Whether it is something people attend, not a break.
    pub fn is_attended(&self) -> bool {
        self.kind.is_session()
    }

    /// Everybody who must be there: who speaks and who leads; somebody who does both comes twice.
    pub fn voices(&self) -> impl Iterator<Item = &Speaker> {
        self.speakers.iter().chain(&self.chairs)
    }

    /// When it takes place in `zone`: of two instants the first, of a skipped time (the zone has changed since) the first after.
    pub fn span(&self, zone: &Zone) -> Span {
        let resolve = |local| zone.resolve(local).map(|resolved| resolved.at);
        let from = resolve(self.starts_local).or_else(|gap| resolve(gap.after)).unwrap_or(Timestamp::UNIX_EPOCH);
        let to = from.saturating_add(jiff::Span::new().minutes(i64::from(self.minutes.get()))).unwrap_or(from);
        Span { from, to }
    }

    /// Whether the agenda of a run has it.
    pub fn is_at(&self, run: Run) -> bool {
        self.run.is_none_or(|own| own == run)
    }

    /// As a run has it that begins so many minutes of the wall clock after the first; the second has no rooms.
    #[must_use]
    pub fn in_run(mut self, run: Run, later_by: i64) -> Self {
        self.starts_local = self.starts_local.plus_minutes(later_by);
        self.room = self.room.filter(|_| run == Run::First);
        self
    }

    /// Whether it is for all who are there: nobody can be elsewhere at that time.
    pub fn is_for_all(&self) -> bool {
        self.room.is_none() && self.online_url.is_none()
    }
}
