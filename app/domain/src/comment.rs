//! What people say about a topic, and what can become of it.

use crate::fault::Refusal;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// Longest comment, in characters.
pub const TEXT_MAX: usize = 5_000;

/// Whether a comment can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// By everybody who sees the topic.
    Shown,
    /// By its author only; the organisers' reason stands in its place.
    Hidden,
    /// By nobody: its author took it back.
    Removed,
}

impl State {
    /// Refuses what cannot be done to a comment that is not shown: `comment_hidden` or `comment_removed`.
    pub fn shown(self) -> Result<(), Refusal> {
        match self {
            Self::Shown => Ok(()),
            Self::Hidden => Err(Refusal::new("comment_hidden")),
            Self::Removed => Err(Refusal::new("comment_removed")),
        }
    }

    /// The state after the organisers decided; what its author removed stays removed (`comment_removed`).
    pub fn decided(self, decision: Decision) -> Result<Self, Refusal> {
        match (self, decision) {
            (Self::Removed, _) => Err(Refusal::new("comment_removed")),
            (_, Decision::Keep) => Ok(Self::Shown),
            (_, Decision::Hide) => Ok(Self::Hidden),
        }
    }
}

/// Where somebody stands on a topic, as they say with a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Stance {
    /// They want it.
    For,
    /// They would rather not.
    Against,
    /// They see both sides.
    Neutral,
}

/// What organisers decide about something reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Decision {
    /// It stays, or is shown again.
    Keep,
    /// Its words give way to a published reason.
    Hide,
}

/// Why somebody reports a comment or a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Complaint {
    /// It insults or threatens.
    Insult,
    /// It tells what is somebody's private matter.
    Private,
    /// It says what may not be said in public, such as what is classified or under the Chatham House rule.
    Confidential,
    /// It advertises, or has nothing to do with the topic.
    OffTopic,
    /// Something else, which the reporter says in words.
    Other,
}

impl Complaint {
    /// Whether the reason says nothing without words of the reporter's own.
    pub fn needs_words(self) -> bool {
        self == Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_its_author_removed_comes_back_by_nobody() {
        assert_eq!(State::Removed.decided(Decision::Keep).unwrap_err().code, "comment_removed");
        assert_eq!(State::Hidden.decided(Decision::Keep), Ok(State::Shown));
        assert_eq!(State::Shown.decided(Decision::Hide), Ok(State::Hidden));
    }

    #[test]
    fn only_what_is_shown_can_be_answered_or_changed() {
        assert!(State::Shown.shown().is_ok());
        assert_eq!(State::Hidden.shown().unwrap_err().code, "comment_hidden");
        assert_eq!(State::Removed.shown().unwrap_err().code, "comment_removed");
    }
}
