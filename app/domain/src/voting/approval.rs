//! Approval: most approvals first.

use super::{poll::Poll, result::Standing};

/// The items by the number of ballots that approve them.
pub(super) fn order(poll: &Poll<'_>) -> Vec<Standing> {
    poll.by_sum(|_| 1)
}
