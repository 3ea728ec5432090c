//! How far a budget can be raised and the same items are bought in the same order.
//!
//! As long as they are, everybody has no less at a higher budget, whatever has been bought: the first price is no higher, so nobody
//! keeps less, so the second is no higher, and so on. So if at the higher budget, after the same purchases, every other item is
//! dearer than the one bought was at the lower budget, it is so at every budget between.

use super::market::Market;
use super::purse::{Purse, Quote};
use super::run::{Candidate, Purchase, Run, buy, candidates};

/// The same purchases at a higher budget, if nothing else is bought there or at any budget between; none if that cannot be told.
pub(super) fn still(market: &Market, run: &Run, budget: u64, most: usize) -> Option<Run> {
    let mut purse = Purse::new(market, budget);
    let mut left = candidates(market);
    let mut steps = Vec::with_capacity(run.steps.len());
    for step in &run.steps {
        left.retain(|candidate| candidate.place != step.place);
        let offer = market.offers.get(step.place)?;
        let Quote::Priced(price) = purse.quote(offer, 0.0) else { return None };
        if !all_dearer(&purse, &mut left, step) {
            return None;
        }
        steps.push(buy(&mut purse, step.place, price, None));
    }
    let too_dear = |candidate: &Candidate| {
        let quote = market.offers.get(candidate.place).map(|offer| purse.quote(offer, candidate.from));
        matches!(quote, None | Some(Quote::TooDear))
    };
    (steps.len() >= most || left.iter().all(too_dear)).then_some(Run { budget, steps })
}

/// Whether all others are dearer at this budget than the step was at the lower one.
fn all_dearer(purse: &Purse<'_>, left: &mut Vec<Candidate>, step: &Purchase) -> bool {
    let market = purse.market;
    let Some(bought) = market.offers.get(step.place) else { return false };
    let mut dearer = true;
    left.retain_mut(|candidate| {
        let Some(offer) = market.offers.get(candidate.place).filter(|_| dearer) else { return true };
        let later = candidate.place > step.place;
        let never = match offer.floors(bought) {
            std::cmp::Ordering::Greater => step.plain,
            std::cmp::Ordering::Equal => later && (step.plain || offer.is_twin(bought)),
            std::cmp::Ordering::Less => false,
        };
        if never || offer.per_utility(candidate.from) > step.high {
            return true;
        }
        match purse.above(offer, offer.price_of(step.high)) {
            Some(from) => candidate.from = candidate.from.max(from),
            None => dearer = false,
        }
        candidate.from.is_finite()
    });
    dearer
}
