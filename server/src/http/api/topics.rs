//! Topics of an event: proposed, found, supported, answered.

use super::address::{Path, Query};
use super::body::{Body, given};
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use super::schema::{Reason, Words};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::entity::topic_version;
use backend::service::access;
use backend::service::topics::{self, NewLink, NewTopic, Shown, TopicFields};
use backend::{Error, Site};
use domain::topic::{Link, Status, Wanted};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(list, propose))
        .routes(routes!(show, change))
        .routes(routes!(versions))
        .routes(routes!(support, unsupport))
        .routes(routes!(set_status))
}

/// A topic to propose.
#[derive(Debug, Deserialize, ToSchema)]
struct TopicRequest {
    /// What should be talked about, at most 200 characters.
    title: Words,
    /// Why, and what should come of it, at most 5,000 characters.
    summary: Option<Words>,
    /// 1–1,440.
    #[schema(example = 45)]
    minutes: i64,
    /// Nobody is shown who proposed it, organisers included.
    #[serde(default)]
    anonymous: bool,
    /// What is wanted of those who talk about it: `information`, `discussion`, `decision` or `task`
    wanted: Option<String>,
    /// A field of competence, as people name theirs, at most 100 characters.
    area: Option<String>,
    /// At most 10.
    #[serde(default)]
    links: Vec<LinkBody>,
}

/// Something to read about a topic.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct LinkBody {
    /// At most 120 characters; the address itself if absent.
    #[serde(default)]
    title: String,
    /// http or https.
    #[schema(example = "https://unfccc.int/process")]
    url: String,
}

/// What to change of a topic.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
struct TopicChange {
    /// Given whole, in each language it is to be in.
    title: Option<Words>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Words>)]
    summary: Option<Option<Words>>,
    minutes: Option<i64>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    wanted: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    area: Option<Option<String>>,
    /// Given whole.
    links: Option<Vec<LinkBody>>,
    /// The `version` the change is made to; if it is another by now, the change is refused.
    version: Option<i32>,
}

/// What a topic said before it was changed.
#[derive(Debug, Serialize, ToSchema)]
struct TopicVersion {
    title: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Words>,
    minutes: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    wanted: Option<Wanted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<String>,
    links: Vec<LinkBody>,
    /// The day from which on it said this.
    written_on: String,
}

/// A topic just proposed.
#[derive(Debug, Serialize, ToSchema)]
struct TopicMade {
    id: i64,
    /// Its number within the event, part of its page's address.
    number: i32,
    /// Topics already there that are much like it, best first.
    similar: Vec<Alike>,
}

/// A topic much like another.
#[derive(Debug, Serialize, ToSchema)]
struct Alike {
    id: i64,
    title: Words,
    /// 0–1
    score: f64,
}

/// A topic.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Topic {
    id: i64,
    number: i32,
    title: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Words>,
    /// `proposed`, `merged`, `shortlisted`, `scheduled`, `answered` or `declined`
    #[schema(value_type = String)]
    status: Status,
    /// The answer, or why it was declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
    /// Why the organisers hid its words; `title` says no more than that then.
    #[serde(skip_serializing_if = "Option::is_none")]
    hidden: Option<Words>,
    /// The id of the topic it is part of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    merged_into: Option<i64>,
    minutes: i32,
    supports: u32,
    /// The caller supports it.
    supported: bool,
    /// Who proposed it, if with a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    /// `information`, `discussion`, `decision` or `task`
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    wanted: Option<Wanted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkBody>,
    /// Rises with every change of what it says.
    version: i32,
    /// The day it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_on: Option<String>,
}

/// A new status.
#[derive(Debug, Deserialize, ToSchema)]
struct StatusRequest {
    /// `proposed`, `shortlisted`, `scheduled`, `answered` or `declined`
    #[schema(value_type = String)]
    to: Status,
    /// The answer, or why it is declined: owed there, published, at most 1,000 characters. A string stands for both languages.
    #[schema(value_type = Option<Words>)]
    reason: Option<Reason>,
}

fn links(links: Vec<Link>) -> Vec<LinkBody> {
    links.into_iter().map(|link| LinkBody { title: link.title, url: link.url }).collect()
}

fn new_links(links: Vec<LinkBody>) -> Vec<NewLink> {
    links.into_iter().map(|link| NewLink { title: link.title, url: link.url }).collect()
}

impl From<TopicChange> for TopicFields {
    fn from(sent: TopicChange) -> Self {
        Self {
            title: sent.title.map(Into::into),
            summary: sent.summary.map(|summary| summary.map(Into::into)),
            minutes: sent.minutes,
            wanted: sent.wanted,
            area: sent.area,
            links: sent.links.map(new_links),
        }
    }
}

impl From<topic_version::Model> for TopicVersion {
    fn from(row: topic_version::Model) -> Self {
        Self {
            title: row.title.0.into(),
            summary: row.summary.map(|summary| summary.0.into()),
            minutes: row.minutes,
            wanted: row.wanted.map(|wanted| wanted.0),
            area: row.area,
            links: links(row.links.0),
            written_on: row.written_on,
        }
    }
}

impl From<Shown> for Topic {
    fn from(shown: Shown) -> Self {
        let topic = shown.topic;
        let readable = shown.hidden.is_none();
        Self {
            wanted: topic.wanted.map(|wanted| wanted.0),
            area: topic.area.filter(|_| readable),
            links: if readable { links(topic.links.0) } else { Vec::new() },
            version: topic.version,
            edited_on: topic.edited_on,
            id: topic.id,
            number: topic.number,
            title: topic.title.0.into(),
            summary: topic.summary.map(|summary| summary.0.into()),
            status: topic.status.0,
            reason: topic.reason.map(|reason| reason.0.into()),
            hidden: shown.hidden.map(Into::into),
            merged_into: topic.merged_into,
            minutes: topic.minutes,
            supports: shown.supporters,
            supported: shown.supported,
            author: shown.author,
        }
    }
}

/// The topics of an event by number.
#[utoipa::path(get, path = "/events/{slug}/topics", tag = "Topics", params(("slug" = String, Path), PageQuery), responses((status = 200, body = Page<Topic>), (status = 404, body = Problem)))]
async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Page<Topic>>> {
    let (after, limit) = (part.after_id()?, part.limit()?);
    let seen = access::event(site.db.read(), &actor, &slug).await?;
    let rows = topics::part(site.db.read(), seen.event.id, after, limit + 1).await?;
    let shown = topics::show(site.db.read(), &site, &actor, rows).await?;
    Ok(Json(Page::by_id(shown, limit, |one| one.topic.id, Topic::from)))
}

/// Proposes a topic.
#[utoipa::path(post, path = "/events/{slug}/topics", tag = "Topics", params(("slug" = String, Path)), request_body = TopicRequest, responses((status = 201, body = TopicMade), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn propose(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<TopicRequest>,
) -> Answer<(StatusCode, Json<TopicMade>)> {
    let beside =
        TopicFields { wanted: Some(asked.wanted), area: Some(asked.area), links: Some(new_links(asked.links)), ..TopicFields::default() };
    let new = NewTopic {
        title: asked.title.into(),
        summary: asked.summary.map(Into::into),
        minutes: asked.minutes,
        anonymous: asked.anonymous,
        beside,
    };
    let made = topics::propose(&site, &actor, &slug, new).await?;
    let similar = made.similar.into_iter().map(|alike| Alike { id: alike.topic.id, title: alike.topic.title.0.into(), score: alike.score });
    Ok((StatusCode::CREATED, Json(TopicMade { id: made.topic.id, number: made.topic.number, similar: similar.collect() })))
}

/// One topic.
#[utoipa::path(get, path = "/topics/{id}", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Topic), (status = 404, body = Problem)))]
async fn show(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Topic>> {
    let (topic, _) = topics::load(site.db.read(), &actor, id).await?;
    one(&site, &actor, topic).await
}

/// Changes the fields named, for whoever proposed it, with a name or without, and for organisers; what it said before stays to be
/// read. 409 `changed_meanwhile` if `version` is given and another by now, `in_a_round` for title, summary and minutes once a vote
/// over it has opened.
#[utoipa::path(patch, path = "/topics/{id}", tag = "Topics", params(("id" = i64, Path)), request_body = TopicChange, responses((status = 200, body = Topic), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<TopicChange>,
) -> Answer<Json<Topic>> {
    let version = asked.version;
    let topic = topics::edit(&site, &actor, id, version, asked.into()).await?;
    one(&site, &actor, topic).await
}

/// What a topic said before it was changed, oldest first.
#[utoipa::path(get, path = "/topics/{id}/versions", tag = "Topics", params(("id" = i64, Path), PageQuery), responses((status = 200, body = Page<TopicVersion>), (status = 404, body = Problem)))]
async fn versions(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Page<TopicVersion>>> {
    let (after, limit) = (part.after_id()?, part.limit()?);
    let rows = topics::versions(&site, &actor, id, after, limit + 1).await?;
    Ok(Json(Page::by_id(rows, limit, |row| row.id, TopicVersion::from)))
}

/// Supports a topic; again changes nothing.
#[utoipa::path(post, path = "/topics/{id}/supports", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Topic), (status = 409, body = Problem)))]
async fn support(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Topic>> {
    let topic = topics::support(&site, &actor, id).await?;
    one(&site, &actor, topic).await
}

/// Takes the support back.
#[utoipa::path(delete, path = "/topics/{id}/supports", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Topic), (status = 404, body = Problem)))]
async fn unsupport(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Topic>> {
    let topic = topics::unsupport(&site, &actor, id).await?;
    one(&site, &actor, topic).await
}

/// Changes a topic's status.
#[utoipa::path(post, path = "/topics/{id}/status", tag = "Topics", params(("id" = i64, Path)), request_body = StatusRequest, responses((status = 200, body = Topic), (status = 409, body = Problem)))]
async fn set_status(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<StatusRequest>,
) -> Answer<Json<Topic>> {
    let topic = topics::set_status(&site, &actor, id, asked.to, asked.reason.map(Into::into)).await?;
    one(&site, &actor, topic).await
}

pub(super) async fn one(site: &Site, actor: &access::Actor, topic: backend::entity::topic::Model) -> Answer<Json<Topic>> {
    let shown = topics::show(site.db.read(), site, actor, vec![topic]).await?;
    shown.into_iter().next().map(|one| Json(one.into())).ok_or_else(|| Error::NotFound.into())
}
