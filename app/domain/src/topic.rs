//! Proposed agenda items: their states and the time they need.

mod content;
mod file;
mod merge;
mod pass;
mod timeline;

pub use content::{Link, Wanted};
pub use file::{FileKind, file_name};
pub use merge::Proposal;
pub use pass::Pass;
pub use timeline::{By, Happening};

use crate::fault::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// Where a topic stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Open to support and votes.
    Proposed,
    /// Part of another topic now, with its author's consent.
    Merged,
    /// Chosen by a round or the organisers.
    Shortlisted,
    /// Has a session.
    Scheduled,
    /// Not on the agenda, but answered.
    Answered,
    /// Does not belong here.
    Declined,
}

impl Status {
    /// Whether a topic may go from this status to `to`: choices can be taken back, an answer and a merger cannot.
    pub fn may_become(self, to: Self) -> bool {
        match self {
            Self::Proposed => to != Self::Proposed,
            Self::Shortlisted => matches!(to, Self::Proposed | Self::Merged | Self::Scheduled | Self::Answered | Self::Declined),
            Self::Scheduled => matches!(to, Self::Shortlisted | Self::Answered),
            Self::Declined => to == Self::Proposed,
            Self::Merged | Self::Answered => false,
        }
    }

    /// Whether people are owed a reason for this status.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Answered | Self::Declined)
    }

    /// The status after the change: `status` if it may not follow, `reason_required` where a reason is owed and absent.
    pub fn change_to(self, to: Self, reason: Option<&Text>) -> Result<Self, Refusal> {
        if !self.may_become(to) {
            return Err(Refusal::new("status"));
        }
        if to.needs_reason() && reason.is_none() { Err(Refusal::new("reason_required")) } else { Ok(to) }
    }
}

/// How long a topic or session needs, 1–1,440 minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Minutes(u16);

impl Minutes {
    /// A day.
    pub const MAX: i64 = 1_440;

    /// `minutes_out_of_range` outside 1–[`Self::MAX`].
    pub fn new(minutes: i64) -> Result<Self, Refusal> {
        let within = (1..=Self::MAX).contains(&minutes);
        u16::try_from(minutes).ok().filter(|_| within).map(Self).ok_or(Refusal::new("minutes_out_of_range"))
    }

    /// The number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<i64> for Minutes {
    type Error = Refusal;
    fn try_from(minutes: i64) -> Result<Self, Refusal> {
        Self::new(minutes)
    }
}

impl From<Minutes> for i64 {
    fn from(minutes: Minutes) -> Self {
        minutes.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::*;
    use strum::IntoEnumIterator;

    #[test]
    fn what_may_follow_what() {
        let allowed = [
            (Proposed, vec![Merged, Shortlisted, Scheduled, Answered, Declined]),
            (Merged, vec![]),
            (Shortlisted, vec![Proposed, Merged, Scheduled, Answered, Declined]),
            (Scheduled, vec![Shortlisted, Answered]),
            (Answered, vec![]),
            (Declined, vec![Proposed]),
        ];
        for (from, follow) in allowed {
            for to in Status::iter() {
                assert_eq!(from.may_become(to), follow.contains(&to), "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn nobody_is_turned_down_without_a_reason() {
        assert_eq!(Proposed.change_to(Declined, None).unwrap_err().code, "reason_required");
        let answer = Text::block(Some("Ministrija atbildēja vēstulē"), None, 100).unwrap();
        assert_eq!(Proposed.change_to(Answered, None).unwrap_err().code, "reason_required");
        assert_eq!(Proposed.change_to(Answered, Some(&answer)), Ok(Answered));
        assert_eq!(Proposed.change_to(Shortlisted, None), Ok(Shortlisted));
        assert_eq!(Merged.change_to(Proposed, None).unwrap_err().code, "status");
    }

    #[test]
    fn minutes_are_within_a_day() {
        for odd in [0, -1, 1_441, 10_000, 65_537, i64::MAX] {
            assert_eq!(Minutes::new(odd).unwrap_err().code, "minutes_out_of_range", "{odd}");
            assert!(serde_json::from_str::<Minutes>(&odd.to_string()).is_err());
        }
        assert_eq!((Minutes::new(1).unwrap().get(), Minutes::new(1_440).unwrap().get()), (1, 1_440));
    }
}
