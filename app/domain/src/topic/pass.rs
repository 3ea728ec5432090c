//! Passing a topic up from one event to another, which takes two: its organisers propose, those of the other accept or decline.

use crate::event::Visibility;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// What became of a proposal to pass a topic up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Pass {
    /// Waits for the organisers of the other event.
    Proposed,
    /// It is a topic there.
    Accepted,
    /// They would rather not, and say why.
    Declined,
}

impl Visibility {
    /// Whether fewer people see what is `self` than what is `other`.
    pub fn is_narrower_than(self, other: Self) -> bool {
        let rank = |visibility| match visibility {
            Self::Public => 0,
            Self::Members => 1,
            Self::Invited => 2,
        };
        // Two events for the invited have different guests.
        rank(self) > rank(other) || self == Self::Invited
    }
}

#[cfg(test)]
mod tests {
    use super::Visibility::{Invited, Members, Public};

    #[test]
    fn the_guests_of_one_event_are_not_those_of_another() {
        assert!(Members.is_narrower_than(Public) && Invited.is_narrower_than(Members) && Invited.is_narrower_than(Invited));
        assert!(!Public.is_narrower_than(Public) && !Public.is_narrower_than(Invited) && !Members.is_narrower_than(Members));
    }
}
