//! What became of the topics of an event, and what it led to.

use super::address::{Path, Query};
use super::body::{Body, given};
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use super::schema::{Words, rfc3339};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::service::access;
use backend::service::outcomes::{self, At, Counts, Fated, Found, OutcomeFields, Shown};
use domain::outcome::{Fate, Kind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(list, record)).routes(routes!(change, remove))
}

/// An outcome to record.
#[derive(Debug, Deserialize, ToSchema)]
struct OutcomeRequest {
    /// `decision`, `action` or `information`
    kind: String,
    /// At most 2,000 characters.
    text: Words,
    /// The id of the topic it came of.
    topic: Option<i64>,
    /// The id of the session it was recorded at.
    session: Option<i64>,
    /// Of an action: who does it, a name as everybody reads it, or a mail address, which is shown to nobody.
    owner: Option<String>,
    /// Of an action: the mail address of its owner, beside the name in `owner`. They find it as theirs; nobody is shown the address.
    owner_email: Option<String>,
    /// Of an action: the day by which it is due.
    #[schema(example = "2027-12-01")]
    due_on: Option<String>,
    /// Of an action: it is done.
    #[serde(default)]
    done: bool,
}

/// What to change of an outcome.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct OutcomeChange {
    kind: Option<String>,
    text: Option<Words>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    topic: Option<Option<i64>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    session: Option<Option<i64>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    owner: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    owner_email: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    due_on: Option<Option<String>>,
    done: Option<bool>,
    /// The `version` the change is made to; if it is another by now, the change is refused.
    version: Option<i32>,
}

/// A decision, an action or information.
#[derive(Debug, Serialize, ToSchema)]
struct Outcome {
    id: i64,
    /// `decision`, `action` or `information`
    #[schema(value_type = String)]
    kind: Kind,
    text: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<i64>,
    /// If it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<i64>,
    /// Who does it, if the organisers named somebody.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    /// The caller owns it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    own: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_on: Option<String>,
    /// The day on which it was said to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<String>,
    recorded_on: String,
    /// Rises with every change.
    version: i32,
}

/// An action that an earlier edition left to do.
#[derive(Debug, Serialize, ToSchema)]
struct CarriedOver {
    /// The short name of that edition.
    event: String,
    #[serde(flatten)]
    outcome: Outcome,
}

/// How many topics met which fate.
#[derive(Debug, Serialize, ToSchema)]
struct FateCounts {
    on_agenda: i64,
    answered: i64,
    merged: i64,
    declined: i64,
    hidden: i64,
    waiting: i64,
}

/// The session a topic led to.
#[derive(Debug, Serialize, ToSchema)]
struct FateSession {
    id: i64,
    title: Words,
    /// RFC 3339 UTC.
    starts_at: String,
}

/// A topic and what became of it.
#[derive(Debug, Serialize, ToSchema)]
struct TopicFate {
    id: i64,
    number: i32,
    title: Words,
    /// `on_agenda`, `answered`, `merged`, `declined`, `hidden` or `waiting`
    #[schema(value_type = String)]
    fate: Fate,
    /// The day from which on it is so.
    since: String,
    /// The published session it led to.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<FateSession>,
    /// The id of the topic it is part of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    merged_into: Option<i64>,
    /// The published answer or reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
}

/// What became of an event's topics, and what it led to.
#[derive(Debug, Serialize, ToSchema)]
struct Outcomes {
    counts: FateCounts,
    /// A part of the topics, by number.
    #[serde(flatten)]
    topics: Page<TopicFate>,
    /// All that was recorded.
    outcomes: Vec<Outcome>,
    /// What earlier editions of its series left to do.
    carried_over: Vec<CarriedOver>,
}

impl From<Shown> for Outcome {
    fn from(shown: Shown) -> Self {
        let row = shown.row;
        Self {
            id: row.id,
            kind: row.kind.0,
            text: row.text.0.into(),
            topic: row.topic_id,
            session: shown.session.map(|at| at.session.id.0),
            owner: row.owner_name,
            own: shown.own,
            due_on: row.due_on,
            done_on: row.done_on,
            recorded_on: row.recorded_on,
            version: row.version,
        }
    }
}

impl From<Found> for CarriedOver {
    fn from(found: Found) -> Self {
        Self { event: found.event.slug, outcome: found.outcome.into() }
    }
}

impl From<Counts> for FateCounts {
    fn from(counts: Counts) -> Self {
        let of = |fate: Fate| counts.get(&fate).copied().unwrap_or_default();
        Self {
            on_agenda: of(Fate::OnAgenda),
            answered: of(Fate::Answered),
            merged: of(Fate::Merged),
            declined: of(Fate::Declined),
            hidden: of(Fate::Hidden),
            waiting: of(Fate::Waiting),
        }
    }
}

impl From<At> for FateSession {
    fn from(at: At) -> Self {
        Self { id: at.session.id.0, title: at.session.title.into(), starts_at: rfc3339(at.span.from.as_millisecond()) }
    }
}

impl From<Fated> for TopicFate {
    fn from(fated: Fated) -> Self {
        let topic = fated.topic;
        Self {
            id: topic.id,
            number: topic.number,
            title: topic.title.0.into(),
            fate: fated.fate,
            since: fated.since,
            session: fated.session.map(Into::into),
            merged_into: fated.merged_into.map(|into| into.id),
            reason: fated.reason.map(Into::into),
        }
    }
}

impl From<OutcomeRequest> for OutcomeFields {
    fn from(sent: OutcomeRequest) -> Self {
        Self {
            kind: Some(sent.kind),
            text: Some(sent.text.into()),
            topic: Some(sent.topic),
            session: Some(sent.session),
            owner: Some(sent.owner),
            // Without it the address that `owner` may be is not emptied.
            owner_email: sent.owner_email.map(Some),
            due_on: Some(sent.due_on),
            done: Some(sent.done),
        }
    }
}

impl From<OutcomeChange> for OutcomeFields {
    fn from(sent: OutcomeChange) -> Self {
        Self {
            kind: sent.kind,
            text: sent.text.map(Into::into),
            topic: sent.topic,
            session: sent.session,
            owner: sent.owner,
            owner_email: sent.owner_email,
            due_on: sent.due_on,
            done: sent.done,
        }
    }
}

/// What became of the topics of an event, and what it led to.
#[utoipa::path(get, path = "/events/{slug}/outcomes", tag = "Outcomes", params(("slug" = String, Path), PageQuery), responses((status = 200, body = Outcomes), (status = 404, body = Problem)), security(()))]
async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Outcomes>> {
    let (after, limit) = (part.after_id()?, part.limit()?);
    let event = access::event(site.db.read(), &actor, &slug).await?.event;
    let topics = outcomes::part(&site, &actor, &event, after, limit + 1).await?;
    let (recorded, carried_over) = (outcomes::of_event(&site, &actor, &event).await?, outcomes::carried_over(&site, &actor, &event).await?);
    Ok(Json(Outcomes {
        counts: outcomes::counts(site.db.read(), event.id).await?.into(),
        topics: Page::by_id(topics, limit, |one| one.topic.id, TopicFate::from),
        outcomes: recorded.into_iter().map(Into::into).collect(),
        carried_over: carried_over.into_iter().map(Into::into).collect(),
    }))
}

/// Records a decision, an action or information; for organisers, before the event, at it and after it.
#[utoipa::path(post, path = "/events/{slug}/outcomes", tag = "Outcomes", params(("slug" = String, Path)), request_body = OutcomeRequest, responses((status = 201, body = Outcome), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn record(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<OutcomeRequest>,
) -> Answer<(StatusCode, Json<Outcome>)> {
    let row = outcomes::record(&site, &actor, &slug, asked.into()).await?;
    Ok((StatusCode::CREATED, Json(outcomes::one(&site, &actor, row).await?.into())))
}

/// Changes the fields named.
#[utoipa::path(patch, path = "/outcomes/{id}", tag = "Outcomes", params(("id" = i64, Path)), request_body = OutcomeChange, responses((status = 200, body = Outcome), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<OutcomeChange>,
) -> Answer<Json<Outcome>> {
    let row = outcomes::change(&site, &actor, id, asked.version, asked.into()).await?;
    Ok(Json(outcomes::one(&site, &actor, row).await?.into()))
}

/// Takes an outcome back.
#[utoipa::path(delete, path = "/outcomes/{id}", tag = "Outcomes", params(("id" = i64, Path)), responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn remove(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<StatusCode> {
    outcomes::remove(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
