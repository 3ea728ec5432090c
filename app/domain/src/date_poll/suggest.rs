//! Which slot to take.

use super::Counts;
use crate::time::slots;
use std::cmp::Reverse;

/// A slot with what was answered, and what it costs the zones of those who answered.
#[derive(Clone, Copy, Debug)]
pub struct Weighed<'s> {
    /// What was answered.
    pub counts: Counts,
    /// What it costs.
    pub cost: &'s slots::Slot,
}

/// The place of the slot that most can come to; of several, the one that is least bad for the zone it hits worst, then for the next
/// (leximin), then the one that more come to gladly, then the earliest. None where nobody can come to any.
pub fn suggest(slots: &[Weighed<'_>]) -> Option<usize> {
    let possible = slots.iter().enumerate().filter(|(_, slot)| slot.counts.can_come() > 0);
    let best = possible.min_by_key(|(_, slot)| {
        (Reverse(slot.counts.can_come()), worst_first(slot.cost), Reverse(slot.counts.yes), slot.cost.starts.first().copied())
    });
    best.map(|(place, _)| place)
}

/// The pain of each zone in millionths, so that what is equal after rounding is equal.
fn worst_first(slot: &slots::Slot) -> Vec<i64> {
    let mut pains: Vec<i64> = slot.by_zone.iter().map(|there| (there.pain * 1e6).round() as i64).collect();
    pains.sort_unstable_by(|a, b| b.cmp(a));
    pains
}
