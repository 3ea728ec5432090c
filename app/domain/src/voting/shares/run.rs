//! Buying at one budget.

use super::exact::Settled;
use super::market::{Market, Offer};
use super::purse::{Price, Purse, Quote};
use std::cmp::Ordering;

/// What one budget buys.
pub(super) struct Run {
    /// In minutes.
    pub(super) budget: u64,
    /// In order.
    pub(super) steps: Vec<Purchase>,
}

/// An item bought.
pub(super) struct Purchase {
    pub(super) place: usize,
    /// For a score of 1, see [`Market`].
    pub(super) price: f64,
    /// Its price over utility is not above this.
    pub(super) high: f64,
    /// Everybody could pay alike.
    pub(super) plain: bool,
    /// The ballots that had less.
    pub(super) short: u32,
}

/// An item that may still be bought.
pub(super) struct Candidate {
    pub(super) place: usize,
    /// Its price is not below this, now or later.
    pub(super) from: f64,
}

/// The cheapest so far.
struct Best {
    place: usize,
    price: Price,
    low: f64,
    high: f64,
    settled: Option<Settled>,
}

impl Run {
    pub(super) fn minutes(&self, market: &Market) -> u64 {
        self.steps.iter().filter_map(|step| market.offers.get(step.place)).map(|offer| u64::from(offer.minutes)).sum()
    }

    /// By place, the minutes that those who want an item have left together. A figure to read, so doubles do.
    #[expect(clippy::cast_precision_loss, reason = "shown with six decimals")]
    pub(super) fn unspent(&self, market: &Market) -> Vec<f64> {
        let mut money = vec![self.budget as f64; market.voters.len()];
        for step in &self.steps {
            for backer in market.offers.get(step.place).iter().flat_map(|offer| &offer.backers) {
                if let Some(money) = money.get_mut(backer.voter as usize) {
                    *money = (*money - step.price * f64::from(backer.score)).max(0.0);
                }
            }
        }
        let of = |voter: u32| money.get(voter as usize).copied().unwrap_or_default();
        let left = |offer: &Offer| offer.backers.iter().map(|backer| f64::from(backer.weight) * of(backer.voter)).sum::<f64>();
        market.offers.iter().map(|offer| left(offer) / market.ballots.max(1) as f64).collect()
    }

    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.steps.iter().map(|step| step.place)
    }
}

/// Everything that somebody wants.
pub(super) fn candidates(market: &Market) -> Vec<Candidate> {
    let wanted = market.offers.iter().enumerate().filter(|(_, offer)| offer.points > 0);
    wanted.map(|(place, offer)| Candidate { place, from: offer.floor }).collect()
}

/// Buys, the cheapest for its supporters first, until nothing can be afforded or `most` items are bought.
pub(super) fn run(market: &Market, budget: u64, most: usize) -> Run {
    let mut purse = Purse::new(market, budget);
    let mut left = candidates(market);
    let mut steps = Vec::new();
    while steps.len() < most {
        let Some(best) = cheapest(&mut purse, &mut left) else { break };
        left.retain(|candidate| candidate.place != best.place);
        steps.push(buy(&mut purse, best.place, best.price, best.settled));
    }
    Run { budget, steps }
}

/// Buys at a price that doubles found, or at the one that was settled.
pub(super) fn buy(purse: &mut Purse<'_>, place: usize, mut price: Price, mut settled: Option<Settled>) -> Purchase {
    if !purse.is_clear(&price) && settled.is_none() {
        settled = purse.settle(place, price.range());
    }
    if let Some(settled) = &settled {
        price = Price::settled(purse.rounded(settled), price.plain);
    }
    let high = purse.market.offers.get(place).map_or(f64::INFINITY, |offer| offer.per_utility(price.high()));
    let short = short(purse, place, &price, settled.as_ref());
    purse.buy(place, &price, settled.as_ref());
    Purchase { place, price: price.at, high, plain: price.plain, short }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sum of weights, at most 100,000")]
fn short(purse: &Purse<'_>, place: usize, price: &Price, settled: Option<&Settled>) -> u32 {
    let (Some(settled), Some(offer)) = (settled, purse.market.offers.get(place)) else { return price.short as u32 };
    offer.backers.iter().enumerate().filter(|(n, _)| settled.is_short(*n)).map(|(_, backer)| backer.weight as u32).sum()
}

/// The item with the lowest price over utility; of equal ones the earliest.
fn cheapest(purse: &mut Purse<'_>, left: &mut Vec<Candidate>) -> Option<Best> {
    let market = purse.market;
    let offer = |place: usize| market.offers.get(place);
    let key = |candidate: &Candidate| offer(candidate.place).map_or(f64::INFINITY, |offer| offer.per_utility(candidate.from));
    left.sort_by(|a, b| key(a).total_cmp(&key(b)));
    let mut best: Option<Best> = None;
    for candidate in left.iter_mut() {
        if best.as_ref().is_some_and(|best| key(candidate) > best.high) {
            break;
        }
        let Some(offer) = offer(candidate.place) else { continue };
        if let Some(from) = best.as_ref().and_then(|best| purse.above(offer, offer.price_of(best.high))) {
            candidate.from = candidate.from.max(from);
            continue;
        }
        let Some(found) = look(purse, offer, candidate) else {
            candidate.from = f64::INFINITY;
            continue;
        };
        best = Some(match best {
            None => found,
            Some(best) => cheaper(purse, best, found),
        });
    }
    left.retain(|candidate| candidate.from.is_finite());
    best
}

fn look(purse: &mut Purse<'_>, offer: &Offer, candidate: &mut Candidate) -> Option<Best> {
    let (price, settled) = match purse.quote(offer, candidate.from) {
        Quote::TooDear => return None,
        Quote::Priced(price) => (price, None),
        Quote::Unsure => {
            let settled = purse.settle(candidate.place, candidate.from..f64::INFINITY)?;
            (Price::settled(purse.rounded(&settled), false), Some(settled))
        }
    };
    candidate.from = candidate.from.max(price.low());
    let (low, high) = (offer.per_utility(price.low()), offer.per_utility(price.high()));
    Some(Best { place: candidate.place, price, low, high, settled })
}

fn cheaper(purse: &mut Purse<'_>, mut a: Best, mut b: Best) -> Best {
    let order = if a.high < b.low {
        Ordering::Less
    } else if b.high < a.low {
        Ordering::Greater
    } else {
        compare(purse, &mut a, &mut b)
    };
    match order.then(a.place.cmp(&b.place)) {
        Ordering::Greater => b,
        _ => a,
    }
}

fn compare(purse: &mut Purse<'_>, a: &mut Best, b: &mut Best) -> Ordering {
    let market = purse.market;
    let (Some(one), Some(other)) = (market.offers.get(a.place), market.offers.get(b.place)) else { return Ordering::Equal };
    if a.price.plain && b.price.plain {
        return one.floors(other);
    }
    if one.is_twin(other) {
        return Ordering::Equal;
    }
    for best in [&mut *a, &mut *b] {
        if best.settled.is_none() {
            best.settled = purse.settle(best.place, best.price.range());
        }
    }
    match (&a.settled, &b.settled) {
        (Some(a), Some(b)) => a.compare(b),
        _ => Ordering::Equal,
    }
}
