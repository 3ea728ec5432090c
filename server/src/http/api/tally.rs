//! The calculator of votes.

use super::body::Body;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::DefaultBodyLimit;
use backend::service::slots::beside;
use backend::{Error, Site};
use domain::voting::{Ballot, Item, Limits, Method, Tally, Utility, tally};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The largest vote, in bytes.
pub const BODY_LIMIT: usize = 8 * 1024 * 1024;

/// Its call.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(count)).layer(DefaultBodyLimit::max(BODY_LIMIT))
}

/// A vote to be counted.
#[derive(Debug, Deserialize, ToSchema)]
struct TallyRequest {
    /// `approval`, `score`, `ranked` (Schulze) or `equal_shares` (Method of Equal Shares)
    #[schema(value_type = String, example = "equal_shares")]
    method: Method,
    /// 1–500 in their display order: a tie goes to the earlier.
    #[schema(value_type = Vec<TallyItem>)]
    items: Vec<Item>,
    /// All of one kind; their weights sum to at most 100,000.
    #[schema(value_type = Vec<TallyBallot>)]
    ballots: Vec<Ballot>,
    /// At most so many are selected, 1–500.
    #[schema(example = 10)]
    winners: Option<u32>,
    /// At most so many minutes are filled, 1–10,080; `equal_shares` needs it.
    #[schema(example = 90)]
    minutes: Option<u32>,
    /// What an approved item is worth in equal shares: its `minutes` (if absent), or 1 an `item`; a score multiplies it.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "minutes")]
    utility: Utility,
}

/// Something that can be selected.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain reads")]
struct TallyItem {
    #[schema(example = "tax")]
    id: String,
    /// 1–1,440
    #[schema(example = 30)]
    minutes: u32,
}

/// One ballot, or several alike: exactly one of the three last.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain reads")]
struct TallyBallot {
    /// How many equal ballots it stands for, 1 if absent.
    weight: Option<u32>,
    /// Items approved; none is a ballot too.
    approve: Option<Vec<String>>,
    /// A score 0–5 by item.
    scores: Option<BTreeMap<String, u32>>,
    /// Groups of equally good items, best first; what is left out ties for last.
    ranking: Option<Vec<Vec<String>>>,
}

/// What was selected, and why.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain writes")]
struct TallyAnswer {
    /// In the order taken.
    selected: Vec<String>,
    /// Every item, best first.
    order: Vec<TallyStanding>,
    minutes_used: u32,
    /// Each `step` in figures: `shared`, `bought` (equal shares), `taken`, `passed_over`.
    log: Vec<Value>,
    satisfaction: TallySatisfaction,
    /// With `ranked`: every item against every other.
    pairwise: Option<TallyPairwise>,
    /// With the other methods: what counting every supported item as approved would have selected from the same ballots.
    approval: Option<TallyBaseline>,
}

/// An item in the order of the result.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain writes")]
struct TallyStanding {
    id: String,
    /// Approvals, the sum of scores, or how many ballots rank it.
    support: u32,
    /// How many ballots approve it, score it above 0, or rank it.
    supporters: u32,
    /// With `ranked`: how many others it beats.
    beats: Option<u32>,
    /// With `ranked`: how many others beat it.
    beaten_by: Option<u32>,
}

/// How the ballots fared.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain writes")]
struct TallySatisfaction {
    /// Ballots that support at least one selected item.
    covered: u32,
    /// Selected items a ballot supports, on average over all ballots.
    mean: f64,
    /// Selected items the least served ballot supports.
    least: u32,
}

/// Every item against every other.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain writes")]
struct TallyPairwise {
    /// Of rows and columns.
    ids: Vec<String>,
    /// How many ballots place the row above the column.
    prefer: Vec<Vec<u32>>,
    /// The strongest chain of won comparisons from the row to the column; 0 for none.
    strength: Vec<Vec<u32>>,
}

/// What another method would have selected.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the domain writes")]
struct TallyBaseline {
    selected: Vec<String>,
    minutes_used: u32,
    satisfaction: TallySatisfaction,
}

/// Counts a vote as rounds are counted; nothing is stored. At most 500 items, 8 MB, and weights of 100,000 in sum. Equal shares are
/// raised by a minute at a time until what is bought would not fit, then filled by utility per minute; with `winners`, no more
/// items are bought.
#[utoipa::path(post, path = "/tools/tally", tag = "Calculators", request_body = TallyRequest, responses((status = 200, body = TallyAnswer), (status = 422, body = Problem)), security(()))]
async fn count(Body(asked): Body<TallyRequest>) -> Answer<Json<Tally>> {
    let limits = Limits { winners: asked.winners, minutes: asked.minutes };
    let count = move || tally(asked.method, &asked.items, &asked.ballots, limits, asked.utility).map_err(Error::from);
    Ok(Json(beside(count).await?))
}
