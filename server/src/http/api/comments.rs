//! What people say about topics.

use super::address::{Path, Query};
use super::body::{Body, given};
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use super::schema::Words;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::service::talk::comments::{self, Change, NewComment};
use backend::service::talk::discussion::{self, Part, Shown, Writer};
use backend::service::talk::stances;
use backend::service::topics;
use backend::{Error, Site};
use domain::comment::{Stance, State as Standing};
use domain::text::Lang;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(list, write)).routes(routes!(edit, remove)).routes(routes!(versions)).routes(routes!(count))
}

/// A comment to make.
#[derive(Debug, Deserialize, ToSchema)]
struct CommentRequest {
    /// Markdown, at most 5,000 characters; HTML in it is shown as it is written.
    #[schema(example = "Rakstīju par to 2026. gadā; varu nosūtīt.")]
    text: String,
    /// The comment it answers, which is not an answer itself.
    parent: Option<i64>,
    /// Without a name: for who proposed the topic without one.
    #[serde(default)]
    anonymous: bool,
    /// `lv` or `en`; the caller's own if not said.
    #[schema(value_type = Option<String>)]
    language: Option<Lang>,
    /// Where you stand on the topic: `for`, `against` or `neutral`; not with an answer.
    stance: Option<String>,
}

/// A comment just made.
#[derive(Debug, Serialize, ToSchema)]
struct CommentMade {
    id: i64,
}

/// A comment to change.
#[derive(Debug, Deserialize, ToSchema)]
struct CommentPatch {
    /// As for a new comment.
    text: String,
    /// `lv` or `en`; the caller's own if not said.
    #[schema(value_type = Option<String>)]
    language: Option<Lang>,
    /// As for a new comment; absent leaves it as it is, null takes it back.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    stance: Option<Option<String>>,
}

/// A comment.
#[derive(Debug, Serialize, ToSchema)]
struct Comment {
    id: i64,
    /// The comment it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<i64>,
    /// `shown`, `hidden` (by the organisers, who say why) or `removed` (by its author)
    #[schema(value_type = String)]
    state: Standing,
    /// In the language it was written in; absent where the caller may not read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Words>,
    /// Who wrote it, if with a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    /// Written by who proposed the topic without a name.
    unnamed_author: bool,
    /// Where its author stands on the topic: `for`, `against` or `neutral`
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    stance: Option<Stance>,
    /// Why it is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
    written_on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_on: Option<String>,
    /// How often it was changed.
    changes: u64,
    /// The caller wrote it.
    own: bool,
}

/// What a comment said before.
#[derive(Debug, Serialize, ToSchema)]
struct Version {
    text: Words,
    written_on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    stance: Option<Stance>,
}

/// Whose comments are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct StanceQuery {
    /// Only comments that are `for`, `against` or `neutral`, with the answers to them.
    #[serde(default)]
    stance: Option<String>,
}

/// Where people stand on a topic, by the last each of them said.
#[derive(Debug, Serialize, ToSchema)]
struct StanceCounts {
    r#for: u64,
    against: u64,
    neutral: u64,
}

fn stance(raw: Option<&str>) -> Result<Option<Stance>, Error> {
    raw.map(|raw| raw.parse().map_err(|_| Error::field("stance", "unknown_value"))).transpose()
}

impl From<Shown> for Comment {
    fn from(shown: Shown) -> Self {
        Self {
            id: shown.id,
            parent: shown.parent,
            state: shown.state,
            text: shown.text.map(Into::into),
            unnamed_author: shown.writer == Writer::Unnamed,
            author: match shown.writer {
                Writer::Named(name) => Some(name),
                Writer::Unnamed | Writer::Nobody => None,
            },
            stance: shown.stance,
            reason: shown.reason.map(Into::into),
            written_on: shown.written_on,
            edited_on: shown.edited_on,
            changes: shown.changes,
            own: shown.own,
        }
    }
}

/// What was said about a topic, each comment followed by its answers.
#[utoipa::path(get, path = "/topics/{id}/comments", tag = "Topics", params(("id" = i64, Path), StanceQuery, PageQuery), responses((status = 200, body = Page<Comment>), (status = 404, body = Problem)))]
async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Query(wanted): Query<StanceQuery>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Page<Comment>>> {
    let after =
        part.cursor.as_deref().map_or(Ok((0, 0)), |cursor| place(cursor).ok_or_else(|| Error::field("cursor", "invalid_cursor")))?;
    let limit = part.limit()?;
    let (topic, _) = topics::load(site.db.read(), &actor, id).await?;
    let stance = stance(wanted.stance.as_deref())?;
    let mut rows = discussion::part(site.db.read(), &site, &actor, topic.id, Part { after, limit: limit + 1, stance }).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|row| format!("{}.{}", row.place().0, row.place().1));
    Ok(Json(Page { items: rows.into_iter().map(Into::into).collect(), next }))
}

fn place(cursor: &str) -> Option<(i64, i64)> {
    let (thread, id) = cursor.split_once('.')?;
    Some((thread.parse().ok()?, id.parse().ok()?))
}

/// How many people are for, against and neutral, by the last stance each took with their name; no vote.
#[utoipa::path(get, path = "/topics/{id}/stances", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = StanceCounts), (status = 404, body = Problem)))]
async fn count(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<StanceCounts>> {
    let (topic, _) = topics::load(site.db.read(), &actor, id).await?;
    let counts = stances::count(site.db.read(), topic.id).await?;
    Ok(Json(StanceCounts { r#for: counts.in_favour, against: counts.against, neutral: counts.neutral }))
}

/// Comments on a topic; whoever is signed in and sees it may.
#[utoipa::path(post, path = "/topics/{id}/comments", tag = "Topics", params(("id" = i64, Path)), request_body = CommentRequest, responses((status = 201, body = CommentMade), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn write(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<CommentRequest>,
) -> Answer<(StatusCode, Json<CommentMade>)> {
    let language = asked.language.unwrap_or(actor.me()?.language);
    let new = NewComment {
        text: asked.text,
        language,
        parent: asked.parent,
        anonymous: asked.anonymous,
        stance: stance(asked.stance.as_deref())?,
    };
    let made = comments::write(&site, &actor, id, new).await?;
    Ok((StatusCode::CREATED, Json(CommentMade { id: made.id })))
}

/// Changes one's own comment; what it said before stays to be read.
#[utoipa::path(patch, path = "/comments/{id}", tag = "Topics", params(("id" = i64, Path)), request_body = CommentPatch, responses((status = 200, body = Comment), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn edit(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<CommentPatch>,
) -> Answer<Json<Comment>> {
    let language = asked.language.unwrap_or(actor.me()?.language);
    let stance = asked.stance.map(|raw| stance(raw.as_deref())).transpose()?;
    comments::edit(&site, &actor, id, Change { text: asked.text, language, stance }).await?;
    let (shown, ..) = discussion::one(&site, &actor, id).await?;
    Ok(Json(shown.into()))
}

/// Takes one's own comment back; that something was there stays to be seen.
#[utoipa::path(delete, path = "/comments/{id}", tag = "Topics", params(("id" = i64, Path)), responses((status = 204), (status = 403, body = Problem)))]
async fn remove(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<StatusCode> {
    comments::remove(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a comment said before, oldest first.
#[utoipa::path(get, path = "/comments/{id}/versions", tag = "Topics", params(("id" = i64, Path), PageQuery), responses((status = 200, body = Page<Version>), (status = 404, body = Problem)))]
async fn versions(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Page<Version>>> {
    let (after, limit) = (part.after_id()?, part.limit()?);
    let rows = discussion::versions(&site, &actor, id, after, limit + 1).await?;
    let version = |row: backend::entity::comment_version::Model| Version {
        text: discussion::in_language(row.language.0, row.text).into(),
        written_on: row.written_on,
        stance: row.stance.map(|stance| stance.0),
    };
    Ok(Json(Page::by_id(rows, limit, |row| row.id, version)))
}
