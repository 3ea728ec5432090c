//! Items with those who back them. Money is in minutes times ballots, so that every share and every cost is a whole number.

use crate::voting::Utility;
use crate::voting::poll::Poll;
use std::cmp::Ordering;
use std::collections::HashMap;

/// What is for sale, and to whom.
pub(super) struct Market {
    /// The weights of all ballots together, empty ones too.
    pub(super) ballots: u64,
    /// Equal ballots are one voter, with their weight; those without a mark are none.
    pub(super) voters: Vec<Voter>,
    /// By place.
    pub(super) offers: Vec<Offer>,
}

/// Equal ballots.
pub(super) struct Voter {
    pub(super) weight: u32,
    /// Places and scores, by place.
    pub(super) marks: Vec<(usize, u32)>,
}

/// An item.
pub(super) struct Offer {
    pub(super) minutes: u32,
    /// What has to be paid: its minutes times the ballots.
    pub(super) cost: u64,
    /// Its utility for a score of 1. A price is for a score of 1 too; items compare by price over utility.
    pub(super) utility: u64,
    pub(super) backers: Vec<Backer>,
    /// The scores of all backers together; 0 where nobody wants it.
    pub(super) points: u64,
    /// The price where everybody can pay it, or a little less: it is never lower.
    pub(super) floor: f64,
}

/// Who wants an item. Whole numbers that a float holds exactly; it is small because it is read most of the time.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Backer {
    pub(super) voter: u32,
    pub(super) weight: f32,
    pub(super) score: f32,
}

impl Market {
    #[expect(clippy::cast_precision_loss, reason = "weights to 100,000 and scores to 5 fit a float")]
    pub(super) fn new(poll: &Poll<'_>, utility: Utility) -> Self {
        let ballots = u64::from(poll.ballots());
        let voters = voters(poll);
        let offer = |item: &crate::voting::Item| Offer {
            minutes: item.minutes,
            cost: u64::from(item.minutes) * ballots,
            utility: if utility == Utility::Minutes { item.minutes.into() } else { 1 },
            backers: Vec::new(),
            points: 0,
            floor: 0.0,
        };
        let mut offers: Vec<_> = poll.items.iter().map(offer).collect();
        for (number, voter) in (0..).zip(&voters) {
            for &(place, score) in &voter.marks {
                if let Some(offer) = offers.get_mut(place) {
                    offer.points += u64::from(voter.weight) * u64::from(score);
                    offer.backers.push(Backer { voter: number, weight: voter.weight as f32, score: score as f32 });
                }
            }
        }
        for offer in &mut offers {
            offer.floor = offer.cost as f64 / offer.points as f64 * (1.0 - 4.0 * f64::EPSILON);
        }
        Self { ballots, voters, offers }
    }

    /// By total utility per minute, or on a tie not at all.
    pub(super) fn worth_per_minute(&self, a: usize, b: usize) -> Ordering {
        let (Some(a), Some(b)) = (self.offers.get(a), self.offers.get(b)) else { return Ordering::Equal };
        let worth = |one: &Offer, other: &Offer| u128::from(one.points) * u128::from(one.utility) * u128::from(other.minutes);
        worth(a, b).cmp(&worth(b, a))
    }
}

impl Offer {
    /// By price over utility where all backers can pay alike.
    pub(super) fn floors(&self, other: &Self) -> Ordering {
        let side = |one: &Self, other: &Self| u128::from(one.cost) * u128::from(other.points) * u128::from(other.utility);
        side(self, other).cmp(&side(other, self))
    }

    /// The same minutes for the same people: whatever is paid, the two cost alike.
    pub(super) fn is_twin(&self, other: &Self) -> bool {
        self.minutes == other.minutes && self.points == other.points && self.backers == other.backers
    }

    /// The price that compares so.
    #[expect(clippy::cast_precision_loss, reason = "at most 1,440")]
    pub(super) fn price_of(&self, per_utility: f64) -> f64 {
        per_utility * self.utility as f64 * (1.0 + 4.0 * f64::EPSILON)
    }

    /// A price as items are compared by it.
    #[expect(clippy::cast_precision_loss, reason = "at most 1,440")]
    pub(super) fn per_utility(&self, price: f64) -> f64 {
        price / self.utility as f64
    }
}

fn voters(poll: &Poll<'_>) -> Vec<Voter> {
    let mut known: HashMap<Vec<(usize, u32)>, usize> = HashMap::new();
    let mut voters: Vec<Voter> = Vec::new();
    for vote in poll.votes.iter().filter(|vote| !vote.marks.is_empty()) {
        let mut marks = vote.marks.clone();
        marks.sort_unstable();
        let at = *known.entry(marks.clone()).or_insert_with(|| {
            voters.push(Voter { weight: 0, marks });
            voters.len() - 1
        });
        if let Some(voter) = voters.get_mut(at) {
            voter.weight += vote.weight;
        }
    }
    voters
}
