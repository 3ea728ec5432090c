//! The filling rule: from the top of the order, what fits the limits.

use super::{Item, Limits, Reason, Standing, Step};
use std::collections::HashMap;

/// What has been taken, and why.
#[derive(Default)]
pub(super) struct Filled {
    pub(super) selected: Vec<String>,
    pub(super) minutes_used: u32,
    pub(super) log: Vec<Step>,
}

/// Goes down `order` once, after what was taken `before`; an item that does not fit is passed over, one nobody supports is never taken.
pub(super) fn fill(items: &[Item], order: &[Standing], limits: Limits, before: Filled) -> Filled {
    let minutes: HashMap<&str, u32> = items.iter().map(|item| (item.id.as_str(), item.minutes)).collect();
    let mut filled = before;
    for standing in order {
        let needs = minutes.get(standing.id.as_str()).copied().unwrap_or_default();
        let step = step(standing, needs, &filled, limits);
        if let Step::Taken { id, .. } = &step {
            filled.selected.push(id.clone());
            filled.minutes_used += needs;
        }
        filled.log.push(step);
    }
    filled
}

fn step(standing: &Standing, needs: u32, filled: &Filled, limits: Limits) -> Step {
    let id = standing.id.clone();
    let left = limits.minutes.map(|minutes| minutes.saturating_sub(filled.minutes_used));
    let places_taken = u32::try_from(filled.selected.len()).unwrap_or(u32::MAX);
    if standing.supporters == 0 {
        return Step::PassedOver { id, reason: Reason::Unsupported };
    }
    if limits.winners.is_some_and(|winners| places_taken >= winners) {
        return Step::PassedOver { id, reason: Reason::EnoughWinners };
    }
    match left {
        Some(left) if needs > left => Step::PassedOver { id, reason: Reason::NoRoom { needs, left } },
        _ => Step::Taken { id, support: standing.support, minutes: needs, left: left.map(|left| left - needs) },
    }
}
