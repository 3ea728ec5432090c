//! What a session or a topic led to, and what became of the topics of an event.

use crate::topic::Status;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What sort of outcome it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// Something was settled.
    Decision,
    /// Somebody does something, by a day.
    Action,
    /// Something is known now.
    Information,
}

impl Kind {
    /// Whether somebody owns it, it has a day and can be done.
    pub fn is_to_do(self) -> bool {
        self == Self::Action
    }
}

/// What became of a topic, for everybody to see; in the order in which a page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Fate {
    /// It has a session.
    OnAgenda,
    /// It was answered.
    Answered,
    /// It is part of another topic.
    Merged,
    /// It was turned down.
    Declined,
    /// Its words were hidden, with a published reason.
    Hidden,
    /// Nobody has said yet what becomes of it.
    Waiting,
}

impl Status {
    /// Whether the organisers still owe an answer.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Proposed | Self::Shortlisted)
    }
}

impl Fate {
    /// What became of a topic of this status; `hidden`: a published reason stands in the place of its words.
    pub fn of(status: Status, hidden: bool) -> Self {
        match status {
            Status::Scheduled => Self::OnAgenda,
            Status::Answered => Self::Answered,
            Status::Merged => Self::Merged,
            Status::Declined => Self::Declined,
            Status::Proposed | Status::Shortlisted if hidden => Self::Hidden,
            Status::Proposed | Status::Shortlisted => Self::Waiting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn a_topic_waits_until_somebody_says_what_becomes_of_it() {
        for status in Status::iter() {
            assert_eq!(Fate::of(status, false) == Fate::Waiting, status.is_waiting(), "{status:?}");
            assert_ne!(Fate::of(status, true), Fate::Waiting, "{status:?}");
        }
        assert_eq!(Fate::of(Status::Answered, true), Fate::Answered);
    }
}
