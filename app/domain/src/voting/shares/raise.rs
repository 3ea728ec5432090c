//! Raising the budget a minute at a time (Add1), in longer strides where nothing changes.

use super::market::Market;
use super::run::{Run, run};
use super::steady::still;

/// No stride is longer.
const LONGEST: u64 = 1 << 32;
/// So many budgets are tried one by one at most before a stride is tried again.
const PATIENCE: u32 = 16;

/// What is bought at the last budget, from `minutes` on, whose purchases all fit `minutes`; raising ends there, or where no wanted
/// item would fit what is left.
pub(super) fn raised(market: &Market, minutes: u64, most: usize) -> Run {
    let mut now = run(market, minutes, most);
    let (mut stride, mut wait, mut pause) = (1, 0, 1);
    while something_fits(market, &now, minutes, most) {
        if stride > 1 && wait == 0 {
            if let Some(later) = still(market, &now, now.budget + stride, most) {
                now = later;
                (stride, pause) = ((stride * 2).min(LONGEST), 1);
                continue;
            }
            stride /= 2;
            if stride > 1 {
                continue;
            }
            (wait, pause) = (pause, (pause * 2).min(PATIENCE));
        }
        let next = run(market, now.budget + 1, most);
        if next.minutes(market) > minutes {
            break;
        }
        stride = if next.places().eq(now.places()) { 2 } else { 1 };
        wait = wait.saturating_sub(1);
        now = next;
    }
    now
}

fn something_fits(market: &Market, run: &Run, minutes: u64, most: usize) -> bool {
    let left = minutes.saturating_sub(run.minutes(market));
    let bought: Vec<usize> = run.places().collect();
    let fits =
        |(place, offer): (usize, &super::market::Offer)| offer.points > 0 && u64::from(offer.minutes) <= left && !bought.contains(&place);
    bought.len() < most && market.offers.iter().enumerate().any(fits)
}
