//! What every voter has left, in doubles with a bound on their error, and what an item costs its backers at the moment.

use super::exact::{Exact, Settled};
use super::market::{Market, Offer};
use std::ops::Range;

/// The money of all voters at one budget.
pub(super) struct Purse<'m> {
    pub(super) market: &'m Market,
    /// What a ballot began with: the budget's minutes, see [`Market`].
    pub(super) budget: u64,
    money: Vec<f64>,
    /// No voter's money is more wrong than this; where it is 0 it is exact.
    pub(super) error: f64,
    /// Money this close to what is due may be either more or less.
    margin: f64,
    /// The places bought, in order.
    pub(super) bought: Vec<usize>,
    /// By place: which purchase it was.
    pub(super) bought_at: Vec<Option<usize>>,
    /// By voter: the purchase that took the last of it.
    pub(super) broke_at: Vec<Option<usize>>,
    pub(super) exact: Exact,
}

/// A price for a score of 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Price {
    pub(super) at: f64,
    pub(super) error: f64,
    /// Everybody can pay it: it is exactly cost over points.
    pub(super) plain: bool,
    /// Somebody has so nearly what is due that only whole numbers can tell.
    near: bool,
    /// The ballots that have less.
    pub(super) short: f64,
}

/// What looking at an item finds.
pub(super) enum Quote {
    Priced(Price),
    /// Its backers have not enough together.
    TooDear,
    /// Doubles cannot tell.
    Unsure,
}

/// What backers would pay at a price.
#[derive(Default)]
struct Look {
    poor: f64,
    poor_weight: f64,
    poor_count: usize,
    rich: f64,
    near: bool,
    near_weight: f64,
    /// The points of those who have more by a margin.
    sure: f64,
}

impl Price {
    pub(super) fn low(&self) -> f64 {
        (self.at - self.error) * (1.0 - 4.0 * f64::EPSILON)
    }

    pub(super) fn high(&self) -> f64 {
        (self.at + self.error) * (1.0 + 4.0 * f64::EPSILON)
    }

    pub(super) fn range(&self) -> Range<f64> {
        self.low()..self.high()
    }

    /// A price that whole numbers found.
    pub(super) fn settled(at: f64, plain: bool) -> Self {
        Self { at, error: at * 4.0 * f64::EPSILON, plain, near: true, short: 0.0 }
    }
}

impl<'m> Purse<'m> {
    #[expect(clippy::cast_precision_loss, reason = "budgets stay far below 2^53")]
    pub(super) fn new(market: &'m Market, budget: u64) -> Self {
        let share = budget as f64;
        Self {
            market,
            budget,
            money: vec![share; market.voters.len()],
            error: 0.0,
            margin: share * 1e-9,
            bought: Vec::new(),
            bought_at: vec![None; market.offers.len()],
            broke_at: vec![None; market.voters.len()],
            exact: Exact::default(),
        }
    }

    pub(super) fn money(&self, voter: u32) -> f64 {
        self.money.get(voter as usize).copied().unwrap_or_default()
    }

    pub(super) fn is_broke(&self, voter: u32) -> bool {
        self.broke_at.get(voter as usize).copied().flatten().is_some()
    }

    /// The price of an item, sought upwards from one it cannot be below. Every look makes those who cannot pay give what they have
    /// and spreads the rest over the others, until nobody else falls short.
    #[expect(clippy::cast_precision_loss, reason = "costs stay far below 2^53")]
    pub(super) fn quote(&self, offer: &Offer, from: f64) -> Quote {
        let cost = offer.cost as f64;
        let (mut at, mut short) = (from.max(offer.floor), None);
        loop {
            let look = self.look(offer, at);
            // Points are whole numbers and add up exactly; money is rounded once a backer.
            let rounding = 2.0 * f64::EPSILON * (look.poor * look.poor_count as f64 + cost);
            let slack = (look.poor_weight + look.near_weight) * self.error + rounding;
            if look.rich == 0.0 {
                return if look.poor + slack < cost { Quote::TooDear } else { Quote::Unsure };
            }
            let next = (cost - look.poor) / look.rich;
            if look.poor_count == 0 && !look.near {
                let error = next * 4.0 * f64::EPSILON;
                return Quote::Priced(Price { at: next, error, plain: true, near: false, short: 0.0 });
            }
            if short == Some(look.poor_count) || next <= at {
                let error = slack / look.sure;
                // Only as far as those who surely pay stay so does the error follow from the slack.
                let told = look.sure > 0.0 && 8.0 * error + self.error < self.margin / 2.0;
                let price = Price { at: next, error, plain: false, near: look.near, short: look.poor_weight };
                return if told { Quote::Priced(price) } else { Quote::Unsure };
            }
            (at, short) = (next, Some(look.poor_count));
        }
    }

    /// A bound from below, if an item surely costs more than `price`; infinite if nobody has that much. One look, where a quote takes
    /// several: most items are dearer than the one bought.
    #[expect(clippy::cast_precision_loss, reason = "costs stay far below 2^53")]
    pub(super) fn above(&self, offer: &Offer, price: f64) -> Option<f64> {
        let (cost, look) = (offer.cost as f64, self.look(offer, price));
        let paid = look.poor + look.rich * price;
        let slack =
            (look.poor_weight + look.near_weight) * self.error + 2.0 * f64::EPSILON * (look.poor * look.poor_count as f64 + paid + cost);
        // Those who fall short at this price do so at the real one, too: what the others would pay is still too little, but nearer.
        let nearer = if look.rich == 0.0 { f64::INFINITY } else { (cost - slack - look.poor) / look.rich * (1.0 - 4.0 * f64::EPSILON) };
        (paid + slack < cost).then_some(nearer.max(price))
    }

    /// Most of the work is here: who falls short is as good as random, so nothing in the first loop depends on a branch.
    fn look(&self, offer: &Offer, at: f64) -> Look {
        let (mut look, mut nearest) = (Look::default(), f64::INFINITY);
        for backer in &offer.backers {
            let (money, weight, score) = (self.money(backer.voter), f64::from(backer.weight), f64::from(backer.score));
            let over = money - at * score;
            let is_poor = u8::from(over < 0.0);
            let (poor, rich) = (f64::from(is_poor), f64::from(1 - is_poor));
            look.poor += poor * weight * money;
            look.poor_weight += poor * weight;
            look.poor_count += usize::from(is_poor);
            look.rich += rich * weight * score;
            nearest = nearest.min(over.abs());
        }
        look.sure = look.rich;
        if nearest < self.margin {
            self.look_closely(offer, at, &mut look);
        }
        look
    }

    fn look_closely(&self, offer: &Offer, at: f64, look: &mut Look) {
        look.near = true;
        for backer in &offer.backers {
            let over = self.money(backer.voter) - at * f64::from(backer.score);
            if (0.0..self.margin).contains(&over) {
                look.near_weight += f64::from(backer.weight);
                look.sure -= f64::from(backer.weight) * f64::from(backer.score);
            }
        }
    }

    /// Whether doubles alone may buy at this price: what they leave open would add up from purchase to purchase.
    #[expect(clippy::cast_precision_loss, reason = "budgets stay far below 2^53")]
    pub(super) fn is_clear(&self, price: &Price) -> bool {
        !price.near && price.error <= self.budget as f64 * 1e-12
    }

    /// Everybody who backs the item pays. Who falls short is what doubles say, or `settled` where it is given.
    #[expect(clippy::cast_precision_loss, reason = "budgets stay far below 2^53")]
    pub(super) fn buy(&mut self, place: usize, price: &Price, settled: Option<&Settled>) {
        let (market, purchase) = (self.market, self.bought.len());
        let Some(offer) = market.offers.get(place) else { return };
        for (n, backer) in offer.backers.iter().enumerate() {
            let voter = backer.voter as usize;
            let (Some(money), Some(broke)) = (self.money.get_mut(voter), self.broke_at.get_mut(voter)) else { continue };
            let due = price.at * f64::from(backer.score);
            let short = settled.map_or(*money < due, |settled| settled.is_short(n));
            *money = if short { 0.0 } else { (*money - due).max(0.0) };
            if short {
                broke.get_or_insert(purchase);
            }
        }
        self.error += 5.0 * price.error + self.budget as f64 * 4.0 * f64::EPSILON;
        self.margin = self.margin.max(8.0 * self.error);
        if let Some(at) = self.bought_at.get_mut(place) {
            *at = Some(purchase);
        }
        self.bought.push(place);
    }
}
