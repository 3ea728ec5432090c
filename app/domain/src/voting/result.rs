//! The result of a tally, with the figures that let a person check it.

use super::{fill::Filled, poll::Poll};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// What was selected, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// The ids selected, in the order taken.
    pub selected: Vec<String>,
    /// Every item, best first.
    pub order: Vec<Standing>,
    /// Minutes of the selected items together.
    pub minutes_used: u32,
    /// One step an item, in the order they were looked at; with equal shares first one on the shares.
    pub log: Vec<Step>,
    /// How the ballots fared.
    pub satisfaction: Satisfaction,
    /// With a ranked method: every item against every other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairwise: Option<Pairwise>,
    /// With the other methods: what counting every supported item as approved would have selected from the same ballots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Baseline>,
}

/// What another method would have selected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    /// The ids, in the order taken.
    pub selected: Vec<String>,
    /// Their minutes together.
    pub minutes_used: u32,
    /// How the ballots would have fared.
    pub satisfaction: Satisfaction,
}

/// Every item against every other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairwise {
    /// Of the rows and columns, in the display order.
    pub ids: Vec<String>,
    /// How many ballots place the row above the column.
    pub prefer: Vec<Vec<u32>>,
    /// The strongest chain of won comparisons from the row to the column; 0 for none.
    pub strength: Vec<Vec<u32>>,
}

/// An item in the order of the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// The item.
    pub id: String,
    /// Approvals, the sum of scores, or how many ballots rank it.
    pub support: u32,
    /// How many ballots approve it, score it above 0, or rank it.
    pub supporters: u32,
    /// So many of these have at least one selected item.
    #[serde(default)]
    pub served: u32,
    /// With equal shares: the minutes that these still had to spend together after the last purchase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unspent: Option<f64>,
    /// With a ranked method: how many others it beats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beats: Option<u32>,
    /// With a ranked method: how many others beat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beaten_by: Option<u32>,
}

impl Standing {
    pub(super) fn new(id: &str) -> Self {
        Self { id: id.to_owned(), support: 0, supporters: 0, served: 0, unspent: None, beats: None, beaten_by: None }
    }
}

/// What happened to one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Equal shares: what every ballot had to spend in the end.
    Shared {
        /// The minutes there are.
        minutes: u32,
        /// The minutes shared out, raised until what they bought would not have fitted.
        raised_to: u64,
        /// So many minutes a ballot.
        share: f64,
    },
    /// Equal shares: its supporters bought it.
    Bought {
        /// The item.
        id: String,
        /// The minutes it needs.
        minutes: u32,
        /// See [`Standing::supporters`].
        supporters: u32,
        /// The minutes each of them paid, for each point where there are scores.
        price: f64,
        /// How many of them had less left and paid that.
        short: u32,
        /// The minutes left of those there are.
        left: u32,
    },
    /// It was selected.
    Taken {
        /// The item.
        id: String,
        /// See [`Standing::support`].
        support: u32,
        /// The minutes it needs.
        minutes: u32,
        /// The minutes left after it; absent without a limit of minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left: Option<u32>,
    },
    /// It was not selected.
    PassedOver {
        /// The item.
        id: String,
        /// Why.
        #[serde(flatten)]
        reason: Reason,
    },
}

/// Why an item was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// It needs more minutes than were left.
    NoRoom {
        /// The minutes it needs.
        needs: u32,
        /// The minutes that were left.
        left: u32,
    },
    /// Nobody supports it.
    Unsupported,
    /// As many items as wanted had been taken.
    EnoughWinners,
}

/// How many of the selected items the ballots support.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Satisfaction {
    /// Ballots that support at least one selected item.
    pub covered: u32,
    /// Selected items a ballot supports, on average over all ballots; 0 without ballots.
    pub mean: f64,
    /// Selected items the least served ballot supports; 0 without ballots.
    pub least: u32,
}

impl Step {
    /// The item it is about, if it is about one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Shared { .. } => None,
            Self::Bought { id, .. } | Self::Taken { id, .. } | Self::PassedOver { id, .. } => Some(id),
        }
    }
}

/// Joins what a method and the filling found.
pub(super) fn tally(poll: &Poll<'_>, mut order: Vec<Standing>, filled: Filled) -> Tally {
    let satisfaction = satisfaction(poll, &filled.selected, &mut order);
    Tally {
        selected: filled.selected,
        order,
        minutes_used: filled.minutes_used,
        log: filled.log,
        satisfaction,
        pairwise: None,
        approval: None,
    }
}

/// How the ballots fared; `order` learns how many of an item's supporters did.
fn satisfaction(poll: &Poll<'_>, selected: &[String], order: &mut [Standing]) -> Satisfaction {
    let selected: HashSet<&str> = selected.iter().map(String::as_str).collect();
    let taken: Vec<bool> = poll.items.iter().map(|item| selected.contains(item.id.as_str())).collect();
    let mut served_by_place = vec![0_u32; poll.items.len()];
    let (mut ballots, mut covered, mut sum, mut least) = (0_u32, 0_u32, 0_u64, None);
    for vote in &poll.votes {
        let served = vote.marks.iter().filter(|(place, _)| taken.get(*place) == Some(&true)).map(|_| 1_u32).sum();
        ballots += vote.weight;
        covered += if served > 0 { vote.weight } else { 0 };
        sum += u64::from(vote.weight) * u64::from(served);
        least = Some(least.map_or(served, |least: u32| least.min(served)));
        for (place, _) in vote.marks.iter().filter(|_| served > 0) {
            if let Some(count) = served_by_place.get_mut(*place) {
                *count += vote.weight;
            }
        }
    }
    let by_id: HashMap<&str, u32> = poll.items.iter().map(|item| item.id.as_str()).zip(served_by_place).collect();
    for standing in order {
        standing.served = by_id.get(standing.id.as_str()).copied().unwrap_or_default();
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 100,000 ballots of 500 items: exact in a double")]
    let mean = if ballots == 0 { 0.0 } else { sum as f64 / f64::from(ballots) };
    Satisfaction { covered, mean, least: least.unwrap_or_default() }
}
