//! What became of a topic, and who follows it.

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use super::schema::Words;
use axum::Json;
use axum::extract::State;
use backend::Site;
use backend::service::talk::follow::{self, Followed};
use backend::service::talk::news::{self, Choice};
use backend::service::talk::timeline::{self, Told};
use backend::service::topics;
use backend::{Error, service::access::Actor};
use domain::topic::{By, Happening};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(history))
        .routes(routes!(follow, unfollow))
        .routes(routes!(followed))
        .routes(routes!(letters, choose_letters))
}

/// Something that happened to a topic.
#[derive(Debug, Serialize, ToSchema)]
struct TopicEvent {
    /// `proposed`, `merge_proposed`, `merge_refused`, `merge_withdrawn`, `merged`, `absorbed`, `shortlisted`, `scheduled`,
    /// `answered`, `declined`, `reopened`, `hidden`, `restored`, `edited`, `recorded` (an outcome), `passed` (proposed to another event), `pass_accepted`, `pass_declined`, `pass_withdrawn` or `raised`
    /// (it came from another event)
    #[schema(value_type = String)]
    happening: Happening,
    /// In whose part, never by name: `author`, `organisers` or `round`
    #[schema(value_type = String)]
    by: By,
    /// A date.
    on: String,
    /// The id of the other topic of a merger.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<i64>,
    /// The id of the vote that did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<i64>,
    /// The answer, or the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
}

/// Whether the caller follows a topic.
#[derive(Debug, Serialize, ToSchema)]
struct Following {
    following: bool,
}

/// What letters about topics the caller wants.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct TopicLetters {
    /// Of what is new in the topics they follow: `daily`, `weekly` or `never`
    rhythm: String,
    /// Of comments that name them.
    mentions: bool,
}

impl From<Choice> for TopicLetters {
    fn from(choice: Choice) -> Self {
        Self { rhythm: <&str>::from(choice.rhythm).to_owned(), mentions: choice.mentions }
    }
}

/// A topic the caller follows.
#[derive(Debug, Serialize, ToSchema)]
struct FollowedTopic {
    id: i64,
    number: i32,
    title: Words,
    /// The slug of its event.
    event: String,
    /// How much happened since the caller last looked at its page, or chose to follow it.
    new: i64,
}

impl From<Told> for TopicEvent {
    fn from(told: Told) -> Self {
        let row = told.row;
        Self {
            happening: row.happening.0,
            by: row.done_by.0,
            on: row.on_date,
            topic: row.other_id,
            round: row.round_id,
            reason: row.reason.map(|reason| reason.0.into()),
        }
    }
}

impl From<Followed> for FollowedTopic {
    fn from(followed: Followed) -> Self {
        let topic = followed.topic;
        Self { id: topic.id, number: topic.number, title: topic.title.0.into(), event: followed.event.slug, new: followed.new }
    }
}

/// What became of a topic, oldest first; the newest 200.
#[utoipa::path(get, path = "/topics/{id}/timeline", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Page<TopicEvent>), (status = 404, body = Problem)))]
async fn history(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Page<TopicEvent>>> {
    let (topic, _) = topics::load(site.db.read(), &actor, id).await?;
    let told = timeline::of(site.db.read(), topic.id).await?;
    Ok(Json(Page::whole(told.into_iter().map(Into::into).collect())))
}

/// Follows a topic; what happened so far is not new.
#[utoipa::path(put, path = "/topics/{id}/follow", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Following), (status = 404, body = Problem)))]
async fn follow(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Following>> {
    choose(&site, &actor, id, true).await
}

/// No longer follows it.
#[utoipa::path(delete, path = "/topics/{id}/follow", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Following), (status = 404, body = Problem)))]
async fn unfollow(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Following>> {
    choose(&site, &actor, id, false).await
}

async fn choose(site: &Site, actor: &Actor, id: i64, following: bool) -> Answer<Json<Following>> {
    follow::choose(site, actor, id, following).await?;
    Ok(Json(Following { following }))
}

/// The topics you follow, where something happened last first.
#[utoipa::path(get, path = "/me/follows", tag = "Me", params(PageQuery), responses((status = 200, body = Page<FollowedTopic>), (status = 401, body = Problem)))]
async fn followed(State(site): State<Site>, Caller(actor): Caller, Query(part): Query<PageQuery>) -> Answer<Json<Page<FollowedTopic>>> {
    let from: usize =
        part.cursor.as_deref().map_or(Ok(0), |cursor| cursor.parse().map_err(|_| Error::field("cursor", "invalid_cursor")))?;
    let limit = usize::try_from(part.limit()?).unwrap_or(usize::MAX);
    let mut rows = follow::list(&site, &actor, from, limit + 1).await?;
    let next = (rows.len() > limit).then(|| (from + limit).to_string());
    rows.truncate(limit);
    Ok(Json(Page { items: rows.into_iter().map(Into::into).collect(), next }))
}

/// What letters about topics you get.
#[utoipa::path(get, path = "/me/topic-letters", tag = "Me", responses((status = 200, body = TopicLetters), (status = 401, body = Problem)))]
async fn letters(State(site): State<Site>, Caller(actor): Caller) -> Answer<Json<TopicLetters>> {
    Ok(Json(news::choice(site.db.read(), actor.me()?.id).await?.into()))
}

/// Chooses them.
#[utoipa::path(put, path = "/me/topic-letters", tag = "Me", request_body = TopicLetters, responses((status = 200, body = TopicLetters), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn choose_letters(State(site): State<Site>, Caller(actor): Caller, Body(asked): Body<TopicLetters>) -> Answer<Json<TopicLetters>> {
    Ok(Json(news::choose(&site, &actor, &asked.rhythm, asked.mentions).await?.into()))
}
