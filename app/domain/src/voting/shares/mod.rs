//! The Method of Equal Shares (Peters, Pierczyński, Skowron, 2021): every ballot has the same share of the minutes, and an item is
//! bought by those who want it, together, the cheapest for its supporters first.
//!
//! `run` buys at one budget, `raise` raises it a minute at a time, `steady` tells how far nothing changes. Prices are doubles that
//! know how wrong they may be (`purse`); where that leaves anything open, `exact` decides in whole numbers.

mod exact;
mod market;
mod purse;
mod raise;
mod run;
mod steady;
#[cfg(test)]
mod tests;

use super::fill::{Filled, fill};
use super::poll::Poll;
use super::result::{Standing, Step};
use super::{Limits, Utility};
use market::Market;
use run::{Purchase, Run};

/// All items: those bought first, then the others by utility per minute, and what was taken with its log.
pub(super) fn order(poll: &Poll<'_>, limits: Limits, utility: Utility) -> (Vec<Standing>, Filled) {
    let minutes = limits.minutes.unwrap_or_default();
    let market = Market::new(poll, utility);
    let most = limits.winners.map_or(usize::MAX, |winners| winners as usize);
    let run = raise::raised(&market, minutes.into(), most);
    let mut standings = poll.standings(|mark| mark);
    for (standing, unspent) in standings.iter_mut().zip(run.unspent(&market)) {
        standing.unspent = Some(shown(unspent));
    }
    let bought = bought(&market, &run, &standings, minutes);
    let mut rest: Vec<usize> = (0..standings.len()).filter(|place| run.steps.iter().all(|step| step.place != *place)).collect();
    rest.sort_by(|a, b| market.worth_per_minute(*a, *b).reverse());
    let rest: Vec<Standing> = rest.iter().filter_map(|place| standings.get(*place).cloned()).collect();
    let filled = fill(poll.items, &rest, limits, bought);
    let first = run.steps.iter().filter_map(|step| standings.get(step.place).cloned());
    (first.chain(rest).collect(), filled)
}

fn bought(market: &Market, run: &Run, standings: &[Standing], minutes: u32) -> Filled {
    let mut filled = Filled::default();
    #[expect(clippy::cast_precision_loss, reason = "shown with six decimals")]
    let share = if market.ballots == 0 { 0.0 } else { shown(run.budget as f64 / market.ballots as f64) };
    filled.log.push(Step::Shared { minutes, raised_to: run.budget, share });
    for Purchase { place, price, short, .. } in &run.steps {
        let (Some(standing), Some(offer)) = (standings.get(*place), market.offers.get(*place)) else { continue };
        filled.minutes_used += offer.minutes;
        filled.selected.push(standing.id.clone());
        #[expect(clippy::cast_precision_loss, reason = "shown with six decimals")]
        let price = shown(price / market.ballots as f64);
        filled.log.push(Step::Bought {
            id: standing.id.clone(),
            minutes: offer.minutes,
            supporters: standing.supporters,
            price,
            short: *short,
            left: minutes.saturating_sub(filled.minutes_used),
        });
    }
    filled
}

fn shown(minutes: f64) -> f64 {
    (minutes * 1e6).round() / 1e6
}
