//! What can happen to a topic, as its page tells it.

use super::Status;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// Something that happened to a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Happening {
    /// It was proposed.
    Proposed,
    /// The organisers asked its author to merge it into another.
    MergeProposed,
    /// Its author would rather not.
    MergeRefused,
    /// The organisers no longer ask.
    MergeWithdrawn,
    /// It is part of another topic now.
    Merged,
    /// Another topic is part of it now.
    Absorbed,
    /// Chosen for the agenda.
    Shortlisted,
    /// On the agenda.
    Scheduled,
    /// Answered.
    Answered,
    /// Turned down.
    Declined,
    /// Open again.
    Reopened,
    /// Its words were hidden.
    Hidden,
    /// Its words are shown again.
    Restored,
    /// Its words, or what it says beside them, were changed.
    Edited,
    /// The organisers recorded a decision, an action or information that came of it.
    Recorded,
    /// The organisers proposed it to another event.
    Passed,
    /// The organisers of the other event made it a topic there.
    PassAccepted,
    /// They would rather not.
    PassDeclined,
    /// Its own organisers took the proposal back before it was decided.
    PassWithdrawn,
    /// It came from another event, whose organisers passed it up.
    Raised,
    /// Somebody commented on it; told by the discussion, counted for those who follow it.
    Commented,
}

impl From<Status> for Happening {
    fn from(to: Status) -> Self {
        match to {
            Status::Proposed => Self::Reopened,
            Status::Merged => Self::Merged,
            Status::Shortlisted => Self::Shortlisted,
            Status::Scheduled => Self::Scheduled,
            Status::Answered => Self::Answered,
            Status::Declined => Self::Declined,
        }
    }
}

/// In whose part something was done; never by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum By {
    /// Whoever proposed the topic.
    Author,
    /// Somebody who organises the event.
    Organisers,
    /// A vote.
    Round,
    /// Whoever wrote the comment.
    Commenter,
}
