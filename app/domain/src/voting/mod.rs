//! Choosing topics: items, ballots, a method, and a result that explains itself in figures.
//!
//! Each method orders the items in its own file; the check of what was sent, the filling of the limits and the account of the
//! result are common to all.

mod approval;
mod ballot;
mod check;
mod fill;
mod poll;
mod ranked;
mod result;
mod score;
mod shares;
#[cfg(test)]
mod tests;

pub use ballot::{Ballot, Choice, Item, Kind, Limits, Scores};
pub use check::{BALLOTS_MAX, ITEM_MINUTES_MAX, ITEMS_MAX, MINUTES_MAX, SCORE_MAX, check_choice};
pub use result::{Baseline, Pairwise, Reason, Satisfaction, Standing, Step, Tally};

use crate::fault::Fault;
use fill::Filled;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

/// How ballots become an order of the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, Display, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Method {
    /// Most approvals first.
    Approval,
    /// Highest sum of scores 0–5 first.
    Score,
    /// Schulze's method on rankings.
    Ranked,
    /// The Method of Equal Shares (Peters, Pierczyński, Skowron, 2021).
    EqualShares,
}

impl Method {
    /// The kinds of ballot the method counts, the usual one first; a tally has one of them.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Approval => &[Kind::Approve],
            Self::Score => &[Kind::Scores],
            Self::Ranked => &[Kind::Ranking],
            Self::EqualShares => &[Kind::Approve, Kind::Scores],
        }
    }
}

/// Who may vote in a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Voters {
    /// Whoever is registered for the event, with a place or waiting.
    #[default]
    Registered,
    /// Who has a role in the host.
    Members,
    /// An audience, as for invitations.
    Audience,
}

/// What an item is worth to a ballot that approves it, in equal shares; a score multiplies it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Utility {
    /// As much as it costs: an hour is worth twice half an hour.
    #[default]
    Minutes,
    /// One, however long it is.
    Item,
}

/// Counts `ballots` over `items` (in their display order: a tie goes to the earlier) and selects within `limits`.
///
/// Without limits every supported item is selected; equal shares need `minutes` and buy no more than `winners`. Refused is what
/// [`check_choice`] and the ranges of `fairness-and-voting.md` forbid, with fields like `ballots.3.approve`; at most
/// [`check::FAULTS_MAX`] faults are named.
pub fn tally(method: Method, items: &[Item], ballots: &[Ballot], limits: Limits, utility: Utility) -> Result<Tally, Vec<Fault>> {
    let poll = check::poll(method, items, ballots, limits)?;
    let filled = |order: Vec<Standing>| {
        let filled = fill::fill(items, &order, limits, Filled::default());
        result::tally(&poll, order, filled)
    };
    let tally = match method {
        Method::Approval => return Ok(filled(approval::order(&poll))),
        Method::Score => filled(score::order(&poll)),
        Method::Ranked => {
            let (order, pairwise) = ranked::order(&poll);
            Tally { pairwise: Some(pairwise), ..filled(order) }
        }
        Method::EqualShares => {
            let (order, bought) = shares::order(&poll, limits, utility);
            result::tally(&poll, order, bought)
        }
    };
    let plain = filled(approval::order(&poll));
    let approval = Baseline { selected: plain.selected, minutes_used: plain.minutes_used, satisfaction: plain.satisfaction };
    Ok(Tally { approval: Some(approval), ..tally })
}
