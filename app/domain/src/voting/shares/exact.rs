//! Prices in whole numbers, for where doubles cannot tell.
//!
//! Who has ever fallen short has nothing left; everybody else has the first share less the price of each purchase times the score.
//! So all money is known from one fraction a purchase, and a price is worked out without anybody's purse being kept exactly. The
//! fractions share one denominator, the points of all purchases multiplied: nothing is ever reduced.

use super::market::Offer;
use super::purse::Purse;
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::ops::Range;

/// The purchases so far.
pub(super) struct Exact {
    /// The common denominator.
    unit: BigInt,
    /// The price of each purchase, times the unit.
    prices: Vec<BigInt>,
}

impl Default for Exact {
    fn default() -> Self {
        Self { unit: BigInt::one(), prices: Vec::new() }
    }
}

/// A price in whole numbers: `rest` over the unit and `points`.
pub(super) struct Settled {
    rest: BigInt,
    points: u64,
    utility: u64,
    short: Vec<bool>,
}

impl Settled {
    /// Whether the offer's backer of this number pays all that is left.
    pub(super) fn is_short(&self, number: usize) -> bool {
        self.short.get(number).copied().unwrap_or_default()
    }

    /// By price over utility; both must be of the same moment.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let side = |one: &Self, other: &Self| &one.rest * other.points * other.utility;
        side(self, other).cmp(&side(other, self))
    }
}

/// A sum of voters' money that is not added up yet.
struct Sum {
    weight: u64,
    /// Weights times scores, by purchase.
    points: Vec<u64>,
}

impl Purse<'_> {
    /// The price as a double that is wrong in its last places only.
    pub(super) fn rounded(&self, settled: &Settled) -> f64 {
        let below = &self.exact.unit * settled.points;
        let shift = (64 + below.bits()).saturating_sub(settled.rest.bits());
        let quotient = ((&settled.rest << shift) / below).to_f64().unwrap_or(f64::MAX);
        let shift = i32::try_from(shift).unwrap_or(i32::MAX);
        quotient * 2_f64.powi(-shift)
    }

    /// The price of an item, which is in `range`; none where its backers have not enough.
    pub(super) fn settle(&mut self, place: usize, range: Range<f64>) -> Option<Settled> {
        self.catch_up();
        let market = self.market;
        let offer = market.offers.get(place)?;
        let mut poor = self.sum();
        let mut points = offer.points;
        let mut short = vec![false; offer.backers.len()];
        let mut open = Vec::new();
        for (n, backer) in offer.backers.iter().enumerate() {
            let (money, score) = (self.money(backer.voter), f64::from(backer.score));
            let (least, most) = (range.start * score * (1.0 - 8.0 * f64::EPSILON), range.end * score * (1.0 + 8.0 * f64::EPSILON));
            if self.is_broke(backer.voter) || money + self.error < least {
                self.gives_all(offer, n, &mut short, &mut poor, &mut points);
            } else if money - self.error < most {
                open.push((n, self.money_of(backer.voter)));
            }
        }
        loop {
            let rest = &self.exact.unit * offer.cost - self.total(&poor);
            if points == 0 {
                return None;
            }
            // The price of this round counts for all of them, whoever falls short in it.
            let (before, points_before) = (open.len(), points);
            open.retain(|(n, money)| {
                let score = offer.backers.get(*n).map_or(0, |backer| score(backer.score));
                let falls_short = money * points_before < &rest * score;
                if falls_short {
                    self.gives_all(offer, *n, &mut short, &mut poor, &mut points);
                }
                !falls_short
            });
            if open.len() == before {
                return Some(Settled { rest, points, utility: offer.utility, short });
            }
        }
    }

    fn gives_all(&self, offer: &Offer, number: usize, short: &mut [bool], poor: &mut Sum, points: &mut u64) {
        let Some(backer) = offer.backers.get(number) else { return };
        let Some(voter) = self.market.voters.get(backer.voter as usize) else { return };
        *points -= u64::from(voter.weight) * score(backer.score);
        if let Some(short) = short.get_mut(number) {
            *short = true;
        }
        if !self.is_broke(backer.voter) {
            self.add(backer.voter, poor);
        }
    }

    fn sum(&self) -> Sum {
        Sum { weight: 0, points: vec![0; self.exact.prices.len()] }
    }

    fn add(&self, voter: u32, sum: &mut Sum) {
        let Some(voter) = self.market.voters.get(voter as usize) else { return };
        sum.weight += u64::from(voter.weight);
        for (place, score) in &voter.marks {
            let paid = self.bought_at.get(*place).copied().flatten().and_then(|at| sum.points.get_mut(at));
            if let Some(paid) = paid {
                *paid += u64::from(voter.weight) * u64::from(*score);
            }
        }
    }

    /// The money of a sum of voters who never fell short, in units.
    fn total(&self, sum: &Sum) -> BigInt {
        let begun = &self.exact.unit * self.budget * sum.weight;
        let paid: BigInt =
            self.exact.prices.iter().zip(&sum.points).filter(|(_, points)| **points > 0).map(|(price, points)| price * *points).sum();
        begun - paid
    }

    fn money_of(&self, voter: u32) -> BigInt {
        if self.is_broke(voter) {
            return BigInt::zero();
        }
        let mut sum = self.sum();
        self.add(voter, &mut sum);
        let weight = sum.weight.max(1);
        self.total(&sum) / weight
    }

    /// Works out the prices of purchases that were made since.
    fn catch_up(&mut self) {
        for purchase in self.exact.prices.len()..self.bought.len() {
            let market = self.market;
            let Some(offer) = self.bought.get(purchase).and_then(|place| market.offers.get(*place)) else { return };
            let mut poor = self.sum();
            let mut points = offer.points;
            for backer in &offer.backers {
                let Some(broke_at) = self.broke_at.get(backer.voter as usize).copied().flatten().filter(|at| *at <= purchase) else {
                    continue;
                };
                points -= u64::from(market.voters.get(backer.voter as usize).map_or(0, |voter| voter.weight)) * score(backer.score);
                if broke_at == purchase {
                    self.add(backer.voter, &mut poor);
                }
            }
            let rest = &self.exact.unit * offer.cost - self.total(&poor);
            debug_assert!(points > 0 && !rest.is_negative());
            for price in &mut self.exact.prices {
                *price *= points;
            }
            self.exact.unit *= points;
            self.exact.prices.push(rest);
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number, 1–5")]
fn score(score: f32) -> u64 {
    score as u64
}
