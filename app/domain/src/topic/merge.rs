//! Merging one topic into another, which takes two: the organisers propose, the author accepts.

use super::Status;
use crate::fault::Refusal;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// What became of a proposal to merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Proposal {
    /// Waits for the author.
    Proposed,
    /// Done.
    Accepted,
    /// The author would rather not.
    Refused,
    /// The organisers no longer ask, or one of the topics went another way.
    Withdrawn,
}

impl Status {
    /// Whether a topic takes support, votes and other topics: it is neither merged nor answered nor declined.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Shortlisted | Self::Scheduled)
    }

    /// Refuses (`status`) to merge a topic of this status into one of status `into`.
    pub fn may_merge_into(self, into: Self) -> Result<(), Refusal> {
        if self.may_become(Self::Merged) && into.is_open() { Ok(()) } else { Err(Refusal::new("status")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn only_what_is_not_settled_merges_and_only_into_what_is_open() {
        for (from, into) in Status::iter().flat_map(|from| Status::iter().map(move |into| (from, into))) {
            let mergeable = matches!(from, Status::Proposed | Status::Shortlisted);
            assert_eq!(from.may_merge_into(into).is_ok(), mergeable && into.is_open(), "{from:?} {into:?}");
        }
        assert!(!Status::Merged.is_open() && !Status::Answered.is_open() && !Status::Declined.is_open());
    }
}
