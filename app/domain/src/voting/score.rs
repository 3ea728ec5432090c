//! Score: highest sum of scores first.

use super::{poll::Poll, result::Standing};

/// The items by the sum of their scores.
pub(super) fn order(poll: &Poll<'_>) -> Vec<Standing> {
    poll.by_sum(|score| score)
}
