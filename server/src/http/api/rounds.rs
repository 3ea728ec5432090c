//! Rounds: made, voted in, counted, applied.

use super::address::Path;
use super::body::Body;
use super::caller::Caller;
use super::invitations::AudienceRequest;
use super::page::Page;
use super::problem::{Answer, Problem};
use super::schema::{Words, rfc3339};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::entity::round;
use backend::service::access;
use backend::service::rounds::{self, NewRound, phase};
use backend::{Error, Site};
use domain::fault::Fault;
use domain::voting::{Ballot, Choice, Item, Kind, Limits, Method, Scores, Utility, Voters};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    let made = OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(vote));
    made.routes(routes!(result)).routes(routes!(ballots)).routes(routes!(apply))
}

/// A round to make.
#[derive(Debug, Deserialize, ToSchema)]
struct RoundRequest {
    title: Words,
    /// `approval`, `score`, `ranked` or `equal_shares`.
    #[schema(value_type = String)]
    method: Method,
    /// RFC 3339; may be past.
    #[schema(example = "2027-04-12T09:00:00Z")]
    opens_at: String,
    /// RFC 3339; in the future.
    #[schema(example = "2027-04-26T15:00:00Z")]
    closes_at: String,
    /// Topic ids in their display order; absent: all that are proposed or shortlisted.
    topics: Option<Vec<Id>>,
    /// At most so many are chosen, 1–500.
    winners: Option<i64>,
    /// At most so many minutes are filled, 1–10,080.
    minutes: Option<i64>,
    /// At most so many topics on one ballot.
    max_choices: Option<i64>,
    /// Nobody ever learns who voted what. Otherwise, once the round has closed, those who could vote and the organisers see the ballots
    /// with names on its page.
    #[serde(default = "yes")]
    secret: bool,
    /// What a ballot asks: `approve`, `scores` or `ranking`. Only `equal_shares` counts two of them; absent: `approve`.
    #[schema(value_type = Option<String>)]
    kind: Option<Kind>,
    /// With `equal_shares`: what an approved topic is worth, its `minutes` or 1 an `item`.
    #[serde(default)]
    #[schema(value_type = String)]
    utility: Utility,
    /// Who may vote: `registered`, `members` of the host, or an `audience`.
    #[serde(default)]
    #[schema(value_type = String)]
    voters: Voters,
    /// With `audience`: people who agreed to be contacted, by what they say of themselves, and who may see the event.
    audience: Option<AudienceRequest>,
    /// So many must vote for the result to be put to use.
    quorum: Option<i64>,
}

fn yes() -> bool {
    true
}

/// An id, as a number or as text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum Id {
    Number(i64),
    Text(String),
}

impl Id {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// A round just made.
#[derive(Debug, Serialize, ToSchema)]
struct RoundMade {
    id: i64,
    /// Its number within the event, part of its page's address.
    number: i32,
}

/// A round.
#[derive(Debug, Serialize, ToSchema)]
struct Round {
    id: i64,
    number: i32,
    title: Words,
    #[schema(value_type = String)]
    method: Method,
    opens_at: String,
    closes_at: String,
    /// `waiting`, `open` or `closed`
    phase: &'static str,
    winners: Option<i32>,
    minutes: Option<i32>,
    max_choices: Option<i32>,
    secret: bool,
    #[schema(value_type = String)]
    kind: Kind,
    #[schema(value_type = String)]
    utility: Utility,
    #[schema(value_type = String)]
    voters: Voters,
    quorum: Option<i32>,
}

/// What was put into the ballot box, as `POST /tools/tally` takes it.
#[derive(Debug, Serialize, ToSchema)]
struct Cast {
    #[schema(value_type = String)]
    method: Method,
    #[schema(value_type = Vec<Value>)]
    items: Vec<Item>,
    #[schema(value_type = Vec<Value>)]
    ballots: Vec<Ballot>,
    #[serde(flatten)]
    #[schema(value_type = Value)]
    limits: Limits,
    #[schema(value_type = String)]
    utility: Utility,
}

/// One ballot: exactly one of the three, as the method counts.
#[derive(Debug, Deserialize, ToSchema)]
struct BallotRequest {
    /// Topics approved.
    approve: Option<Vec<Id>>,
    /// A score 0–5 by topic id.
    #[schema(value_type = Option<std::collections::BTreeMap<String, u32>>)]
    scores: Option<Scores>,
    /// Groups of equally good topics, best first.
    #[schema(value_type = Option<Vec<Vec<Id>>>)]
    ranking: Option<Vec<Vec<Id>>>,
}

impl BallotRequest {
    fn choice(self) -> Result<Choice, Error> {
        let ids = |ids: Vec<Id>| ids.iter().map(Id::text).collect::<Vec<_>>();
        match (self.approve, self.scores, self.ranking) {
            (Some(approve), None, None) => Ok(Choice::Approve(ids(approve))),
            (None, Some(scores), None) => Ok(Choice::Scores(scores)),
            (None, None, Some(ranking)) => Ok(Choice::Ranking(ranking.into_iter().map(ids).collect())),
            _ => Err(Error::field("ballot", "ballot_kind")),
        }
    }
}

/// The rounds of an event, oldest first.
#[utoipa::path(get, path = "/events/{slug}/rounds", tag = "Rounds", params(("slug" = String, Path)), responses((status = 200, body = Page<Round>), (status = 404, body = Problem)))]
async fn list(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<Round>>> {
    let seen = access::event(site.db.read(), &actor, &slug).await?;
    let now = site.now().as_millisecond();
    let items = rounds::list(&site, seen.event.id).await?.into_iter().map(|round| show(round, now)).collect();
    Ok(Json(Page::whole(items)))
}

fn show(round: round::Model, now: i64) -> Round {
    Round {
        phase: phase(&round, now).into(),
        id: round.id,
        number: round.number,
        title: round.title.0.into(),
        method: round.method.0,
        opens_at: rfc3339(round.opens_at),
        closes_at: rfc3339(round.closes_at),
        winners: round.winners,
        minutes: round.minutes,
        max_choices: round.max_choices,
        secret: round.secret,
        kind: round.kind.0,
        utility: round.utility.0,
        voters: round.voters.0,
        quorum: round.quorum,
    }
}

/// Makes a round over topics of an event.
#[utoipa::path(post, path = "/events/{slug}/rounds", tag = "Rounds", params(("slug" = String, Path)), request_body = RoundRequest, responses((status = 201, body = RoundMade), (status = 422, body = Problem)))]
async fn create(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<RoundRequest>,
) -> Answer<(StatusCode, Json<RoundMade>)> {
    let mut faults = Vec::new();
    let mut instant = |field: &str, text: &str| {
        text.parse::<Timestamp>().unwrap_or_else(|_| {
            faults.push(Fault::new(field, "invalid_instant"));
            Timestamp::UNIX_EPOCH
        })
    };
    let (opens_at, closes_at) = (instant("opens_at", &asked.opens_at), instant("closes_at", &asked.closes_at));
    let topics = asked.topics.map(|ids| ids.iter().map(|id| id.text().parse().unwrap_or(0)).collect());
    if !faults.is_empty() {
        return Err(Error::Invalid(faults).into());
    }
    let new = NewRound {
        title: asked.title.into(),
        method: asked.method,
        opens_at,
        closes_at,
        topics,
        winners: asked.winners,
        minutes: asked.minutes,
        max_choices: asked.max_choices,
        secret: asked.secret,
        kind: asked.kind,
        utility: asked.utility,
        voters: asked.voters,
        audience: asked.audience.map(Into::into),
        quorum: asked.quorum,
    };
    let round = rounds::create(&site, &actor, &slug, new).await?;
    Ok((StatusCode::CREATED, Json(RoundMade { id: round.id, number: round.number })))
}

/// Casts the caller's ballot, or replaces it until the close.
#[utoipa::path(put, path = "/rounds/{id}/ballot", tag = "Rounds", params(("id" = i64, Path)), request_body = BallotRequest, responses((status = 200, body = Value), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn vote(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(ballot): Body<BallotRequest>,
) -> Answer<Json<Value>> {
    rounds::vote(&site, &actor, id, ballot.choice()?).await?;
    Ok(Json(json!({ "voted": true })))
}

/// The result; 409 `sealed` until the close, for everybody.
#[utoipa::path(get, path = "/rounds/{id}/result", tag = "Rounds", params(("id" = i64, Path)), responses((status = 200, body = Value), (status = 409, body = Problem)))]
async fn result(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Value>> {
    let outcome = rounds::outcome(&site, &actor, id).await?;
    let mut shown = with_numbers(serde_json::to_value(&outcome.tally).map_err(Error::internal)?);
    if let Value::Object(fields) = &mut shown {
        fields.insert("entitled".to_owned(), outcome.entitled.into());
        fields.insert("voted".to_owned(), outcome.voted.into());
        if let Some(quorum) = outcome.round.quorum {
            fields.insert("quorum".to_owned(), json!({ "needed": quorum, "reached": outcome.is_quorate() }));
        }
    }
    Ok(Json(shown))
}

/// The tally knows ids as text; here they are the numbers that the topics have elsewhere.
fn with_numbers(value: Value) -> Value {
    let number = |value: Value| match value.as_str().and_then(|text| text.parse::<i64>().ok()) {
        Some(id) => Value::from(id),
        None => value,
    };
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(with_numbers).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| match (name.as_str(), value) {
                    ("id", value) => (name, number(value)),
                    ("selected" | "ids", Value::Array(ids)) => (name, Value::Array(ids.into_iter().map(number).collect())),
                    (_, value) => (name, with_numbers(value)),
                })
                .collect(),
        ),
        other => other,
    }
}

/// The ballots of a closed round without names, so that anybody can count them again; 409 `too_few_ballots` for fewer than 10.
#[utoipa::path(get, path = "/rounds/{id}/ballots", tag = "Rounds", params(("id" = i64, Path)), responses((status = 200, body = Cast), (status = 409, body = Problem)))]
async fn ballots(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Cast>> {
    let cast = rounds::cast(&site, &actor, id).await?;
    let (method, utility) = (cast.round.method.0, cast.round.utility.0);
    Ok(Json(Cast { method, items: cast.items, ballots: cast.ballots, limits: cast.limits, utility }))
}

/// Makes the winners shortlisted; 409 `sealed` before the close, `quorum_missed` where too few voted.
#[utoipa::path(post, path = "/rounds/{id}/apply", tag = "Rounds", params(("id" = i64, Path)), responses((status = 200, body = Value), (status = 409, body = Problem)))]
async fn apply(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Value>> {
    let shortlisted = rounds::apply(&site, &actor, id).await?;
    Ok(Json(json!({ "shortlisted": shortlisted })))
}
