//! Passing topics up from one event to another.

use super::address::Path;
use super::body::Body;
use super::caller::Caller;
use super::page::Page;
use super::problem::{Answer, Problem};
use super::schema::{Reason, Words};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::entity::topic_pass;
use backend::service::passes::{self, Step, Waiting};
use backend::service::{access, topics};
use domain::topic::{Pass as Standing, Status};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(propose))
        .routes(routes!(way))
        .routes(routes!(waiting))
        .routes(routes!(accept))
        .routes(routes!(decline))
        .routes(routes!(withdraw))
}

/// Where a topic is to be passed up to.
#[derive(Debug, Deserialize, ToSchema)]
struct PassRequest {
    /// The slug of an event that is still to come and takes topics.
    to: String,
}

/// Why a topic is not taken up.
#[derive(Debug, Deserialize, ToSchema)]
struct PassDecline {
    /// Published where the topic comes from, at most 1,000 characters. A string stands for both languages.
    #[schema(value_type = Option<Words>)]
    reason: Option<Reason>,
}

/// A topic proposed to another event.
#[derive(Debug, Serialize, ToSchema)]
struct Pass {
    id: i64,
    /// `proposed`, `accepted` or `declined`
    #[schema(value_type = String)]
    state: Standing,
    /// The id of the topic it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<i64>,
    /// Why it was declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
    proposed_on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_on: Option<String>,
}

/// A topic that waits for the organisers of the event it was proposed to.
#[derive(Debug, Serialize, ToSchema)]
struct PassWaiting {
    id: i64,
    title: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Words>,
    minutes: i32,
    /// Who proposes it.
    host: Words,
    /// The slug of the event it was raised at, if the caller may see that.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    proposed_on: String,
}

/// One station of a topic's way.
#[derive(Debug, Serialize, ToSchema)]
struct PassStep {
    /// `from`: it came from there; `to`: it was proposed there.
    way: &'static str,
    #[serde(flatten)]
    pass: Pass,
    /// The host of the event there.
    host: Words,
    /// The slug of the event, if the caller may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    /// The status of the topic there, if the caller may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    status: Option<Status>,
}

impl From<topic_pass::Model> for Pass {
    fn from(row: topic_pass::Model) -> Self {
        Self {
            id: row.id,
            state: row.state.0,
            topic: row.made_id,
            reason: row.reason.map(|reason| reason.0.into()),
            proposed_on: row.proposed_on,
            decided_on: row.decided_on,
        }
    }
}

impl From<Waiting> for PassWaiting {
    fn from(one: Waiting) -> Self {
        Self {
            id: one.pass.id,
            title: one.topic.title.0.into(),
            summary: one.topic.summary.map(|summary| summary.0.into()),
            minutes: one.topic.minutes,
            host: one.host.into(),
            event: one.event.map(|event| event.slug),
            proposed_on: one.pass.proposed_on,
        }
    }
}

fn step(way: &'static str, step: Step) -> PassStep {
    let mut pass: Pass = step.pass.into();
    // Only of an event the caller sees.
    pass.topic = step.topic.as_ref().map(|topic| topic.id);
    PassStep {
        way,
        pass,
        host: step.host.into(),
        event: step.event.map(|event| event.slug),
        status: step.topic.map(|topic| topic.status.0),
    }
}

/// Proposes a topic to another event, for the organisers of its own; those of the other get a letter each. To one event once.
#[utoipa::path(post, path = "/topics/{id}/pass", tag = "Topics", params(("id" = i64, Path)), request_body = PassRequest, responses((status = 201, body = Pass), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn propose(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<PassRequest>,
) -> Answer<(StatusCode, Json<Pass>)> {
    let pass = passes::propose(&site, &actor, id, &asked.to).await?;
    Ok((StatusCode::CREATED, Json(pass.into())))
}

/// Where a topic came from, the first first, and where it was passed on to, with what became of it there. Of an event that the caller
/// may not see only the host is told.
#[utoipa::path(get, path = "/topics/{id}/passes", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Page<PassStep>), (status = 404, body = Problem)))]
async fn way(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Page<PassStep>>> {
    let (topic, _) = topics::load(site.db.read(), &actor, id).await?;
    let chain = passes::chain(site.db.read(), &actor, &[topic.id]).await?.remove(&topic.id).unwrap_or_default();
    let from = chain.from.into_iter().map(|one| step("from", one));
    Ok(Json(Page::whole(from.chain(chain.on.into_iter().map(|one| step("to", one))).collect())))
}

/// Topics of other events that wait for the organisers of this one.
#[utoipa::path(get, path = "/events/{slug}/passes", tag = "Topics", params(("slug" = String, Path)), responses((status = 200, body = Page<PassWaiting>), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn waiting(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<PassWaiting>>> {
    let seen = access::event(site.db.read(), &actor, &slug).await?;
    let rows = passes::waiting(site.db.read(), &actor, &seen).await?;
    Ok(Json(Page::whole(rows.into_iter().map(Into::into).collect())))
}

/// Makes it a topic of the event it was proposed to, for that event's organisers. Nobody's support moves; an author without a name
/// stays without one.
#[utoipa::path(post, path = "/passes/{id}/accept", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Pass), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn accept(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Pass>> {
    let (pass, _) = passes::accept(&site, &actor, id).await?;
    Ok(Json(pass.into()))
}

/// Declines it, with a reason that is published where the topic comes from.
#[utoipa::path(post, path = "/passes/{id}/decline", tag = "Topics", params(("id" = i64, Path)), request_body = PassDecline, responses((status = 200, body = Pass), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decline(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<PassDecline>,
) -> Answer<Json<Pass>> {
    Ok(Json(passes::decline(&site, &actor, id, asked.reason.map(Into::into)).await?.into()))
}

/// Takes back a proposal that was not decided, for the organisers of the event it comes from; it can be made again.
#[utoipa::path(delete, path = "/passes/{id}", tag = "Topics", params(("id" = i64, Path)), responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn withdraw(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<StatusCode> {
    passes::withdraw(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
