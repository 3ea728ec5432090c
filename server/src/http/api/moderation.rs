//! Reports, and what organisers decide on them.

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use super::schema::{Reason, Words};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::service::access::{self, Actor};
use backend::service::talk::discussion::in_language;
use backend::service::talk::moderate::{self, Waiting};
use backend::service::talk::report::{self, Thing};
use domain::comment::{Complaint, Decision};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(report_topic))
        .routes(routes!(report_comment))
        .routes(routes!(queue))
        .routes(routes!(decide_topic))
        .routes(routes!(decide_comment))
}

/// A report.
#[derive(Debug, Deserialize, ToSchema)]
struct ReportRequest {
    /// `insult`, `private`, `confidential`, `off_topic` or `other`
    reason: String,
    /// At most 1,000 characters; owed where the reason is `other`.
    text: Option<String>,
}

/// A decision on something.
#[derive(Debug, Deserialize, ToSchema)]
struct DecisionRequest {
    /// `keep` (also: show again) or `hide`
    #[schema(value_type = String)]
    decision: Decision,
    /// Published in place of what is hidden, and owed there; at most 1,000 characters. A string stands for both languages.
    #[schema(value_type = Option<Words>)]
    reason: Option<Reason>,
}

/// Something that waits for a decision.
#[derive(Debug, Serialize, ToSchema)]
struct Reported {
    /// `topic` or `comment`
    kind: &'static str,
    /// Its id.
    id: i64,
    /// The id of the topic, or of the one commented on.
    topic: i64,
    /// The title of the topic, or what the comment says.
    text: Words,
    /// What the reports say, never who made them.
    reports: Vec<ReportSaid>,
}

/// What a report says.
#[derive(Debug, Serialize, ToSchema)]
struct ReportSaid {
    #[schema(value_type = String)]
    reason: Complaint,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    reported_on: String,
}

impl From<Waiting> for Reported {
    fn from(waiting: Waiting) -> Self {
        let topic = waiting.topic.id;
        let said = |said: moderate::Said| ReportSaid { reason: said.reason, text: said.text, reported_on: said.on };
        let reports = waiting.reports.into_iter().map(said).collect();
        match waiting.comment {
            Some(comment) => {
                let text = in_language(comment.language.0, comment.text).into();
                Self { kind: "comment", id: comment.id, topic, text, reports }
            }
            None => Self { kind: "topic", id: topic, topic, text: waiting.topic.title.0.into(), reports },
        }
    }
}

/// Reports a topic to the organisers, who do not learn by whom; at most ten reports a person and day.
#[utoipa::path(post, path = "/topics/{id}/reports", tag = "Topics", params(("id" = i64, Path)), request_body = ReportRequest, responses((status = 204), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn report_topic(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<ReportRequest>,
) -> Answer<StatusCode> {
    report(&site, &actor, Thing::Topic(id), asked).await
}

/// Reports a comment to the organisers, as a topic.
#[utoipa::path(post, path = "/comments/{id}/reports", tag = "Topics", params(("id" = i64, Path)), request_body = ReportRequest, responses((status = 204), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn report_comment(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<ReportRequest>,
) -> Answer<StatusCode> {
    report(&site, &actor, Thing::Comment(id), asked).await
}

async fn report(site: &Site, actor: &Actor, thing: Thing, asked: ReportRequest) -> Answer<StatusCode> {
    report::report(site, actor, thing, &asked.reason, asked.text.as_deref()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What waits for a decision in an event, the first reported first; for everybody with a role in its host.
#[utoipa::path(get, path = "/events/{slug}/moderation", tag = "Topics", params(("slug" = String, Path), PageQuery), responses((status = 200, body = Page<Reported>), (status = 403, body = Problem)))]
async fn queue(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Page<Reported>>> {
    let (after, limit) = (part.after_id()?, part.limit()?);
    let seen = access::event(site.db.read(), &actor, &slug).await?;
    let rows = moderate::queue(site.db.read(), &actor, &seen, after, limit + 1).await?;
    Ok(Json(Page::by_id(rows, limit, |one| one.place, Reported::from)))
}

/// Keeps or hides a topic; for organisers.
#[utoipa::path(post, path = "/topics/{id}/moderation", tag = "Topics", params(("id" = i64, Path)), request_body = DecisionRequest, responses((status = 204), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn decide_topic(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<DecisionRequest>,
) -> Answer<StatusCode> {
    decide(&site, &actor, Thing::Topic(id), asked).await
}

/// Keeps or hides a comment; for organisers.
#[utoipa::path(post, path = "/comments/{id}/moderation", tag = "Topics", params(("id" = i64, Path)), request_body = DecisionRequest, responses((status = 204), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decide_comment(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<DecisionRequest>,
) -> Answer<StatusCode> {
    decide(&site, &actor, Thing::Comment(id), asked).await
}

async fn decide(site: &Site, actor: &Actor, thing: Thing, asked: DecisionRequest) -> Answer<StatusCode> {
    moderate::decide(site, actor, thing, asked.decision, asked.reason.map(Into::into)).await?;
    Ok(StatusCode::NO_CONTENT)
}
