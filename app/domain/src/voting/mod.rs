//! Choosing topics: items, ballots, a method, and a result that explains itself in figures.
//!
//! Each method orders the items in its own file; the check of what was sent, the filling of the limits and the account of the
//! result are common to all.

mod approval;
mod ballot;
mod check;
mod fill;
mod poll;
mod result;
mod score;
#[cfg(test)]
mod tests;

pub use ballot::{Ballot, Choice, Item, Limits, Scores};
pub use check::{BALLOTS_MAX, ITEM_MINUTES_MAX, ITEMS_MAX, MINUTES_MAX, SCORE_MAX, check_choice};
pub use result::{Reason, Satisfaction, Standing, Step, Tally};

use crate::fault::{Fault, Refusal};
use serde::{Deserialize, Serialize};

/// How ballots become an order of the items.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::Display,
    strum::IntoStaticStr,
    strum::EnumIter,
)]
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
    /// Refuses a method nobody can be offered yet: `method_not_offered`.
    pub fn offered(self) -> Result<Self, Refusal> {
        match self {
            Self::Approval | Self::Score => Ok(self),
            Self::Ranked | Self::EqualShares => Err(Refusal::new("method_not_offered")),
        }
    }

    /// Whether the method counts ballots of this kind.
    pub fn counts(self, choice: &Choice) -> bool {
        match self {
            Self::Approval => matches!(choice, Choice::Approve(_)),
            Self::Score => matches!(choice, Choice::Scores(_)),
            Self::Ranked => matches!(choice, Choice::Ranking(_)),
            Self::EqualShares => matches!(choice, Choice::Approve(_) | Choice::Scores(_)),
        }
    }
}

/// Counts `ballots` over `items` (in their display order: a tie goes to the earlier) and selects within `limits`.
///
/// Without limits every supported item is selected. Refused are a method not offered, and what [`check_choice`] and the ranges of
/// `fairness-and-voting.md` forbid, with fields like `ballots.3.approve`; at most [`check::FAULTS_MAX`] faults are named.
pub fn tally(method: Method, items: &[Item], ballots: &[Ballot], limits: Limits) -> Result<Tally, Vec<Fault>> {
    method.offered().map_err(|refusal| vec![refusal.at("method")])?;
    let poll = check::poll(method, items, ballots, limits)?;
    let order = match method {
        Method::Approval => approval::order(&poll),
        Method::Score => score::order(&poll),
        Method::Ranked | Method::EqualShares => return Err(vec![Fault::new("method", "method_not_offered")]),
    };
    let filled = fill::fill(items, &order, limits);
    Ok(result::tally(&poll, &order, filled))
}
