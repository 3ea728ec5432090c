//! Ballots that have been checked, with items by their place in the display order.

use super::{Item, result::Standing};

/// What the methods count.
pub(super) struct Poll<'a> {
    pub(super) items: &'a [Item],
    pub(super) votes: Vec<Vote>,
}

/// One checked ballot.
pub(super) struct Vote {
    pub(super) weight: u32,
    /// The place of the item, and 1 for an approval, the score, or the place in the ranking; items with 0 are left out.
    pub(super) marks: Vec<(usize, u32)>,
}

impl Poll<'_> {
    /// The items in their display order, with the sum of `worth` over all ballots.
    pub(super) fn standings(&self, worth: impl Fn(u32) -> u32) -> Vec<Standing> {
        let mut standings: Vec<_> = self.items.iter().map(|item| Standing::new(&item.id)).collect();
        for vote in &self.votes {
            for &(place, mark) in &vote.marks {
                if let Some(standing) = standings.get_mut(place) {
                    standing.support += vote.weight * worth(mark);
                    standing.supporters += vote.weight;
                }
            }
        }
        standings
    }

    /// The items with the highest sum of `worth` over all ballots first; of equal ones the earlier.
    pub(super) fn by_sum(&self, worth: impl Fn(u32) -> u32) -> Vec<Standing> {
        let mut order = self.standings(worth);
        order.sort_by_key(|standing| std::cmp::Reverse(standing.support));
        order
    }

    /// How many ballots there are.
    pub(super) fn ballots(&self) -> u32 {
        self.votes.iter().map(|vote| vote.weight).sum()
    }
}
