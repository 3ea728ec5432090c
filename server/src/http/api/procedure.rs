//! Written procedures: set, answered, their result and record.

mod documents;
mod shapes;

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::Page;
use super::problem::{Answer, Problem};
use super::schema::rfc3339;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use backend::Site;
use backend::service::access::Actor;
use backend::service::procedure::{self as procedures, Asked, NewProcedure};
use domain::text::Lang;
use serde::Deserialize;
use shapes::{AnswerRequest, Came, Mine, Person, Procedure, ProcedureRequest};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    let set = OpenApiRouter::new().routes(routes!(show, set)).routes(routes!(answer)).routes(routes!(people));
    set.routes(routes!(result)).routes(routes!(record)).merge(documents::routes())
}

/// The language of a record.
#[derive(Debug, Deserialize, IntoParams)]
struct RecordQuery {
    /// `lv` or `en`; absent: the caller’s own, for nobody `lv`.
    #[param(value_type = Option<String>)]
    lang: Option<Lang>,
}

/// What is asked of whom, until when, and what the caller has answered.
#[utoipa::path(get, path = "/events/{slug}/procedure", tag = "Procedures", params(("slug" = String, Path)), responses((status = 200, body = Procedure), (status = 404, body = Problem)))]
async fn show(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Procedure>> {
    shown(&site, &actor, &slug).await
}

async fn shown(site: &Site, actor: &Actor, slug: &str) -> Answer<Json<Procedure>> {
    let (seen, procedure) = procedures::load(site.db.read(), site, actor, slug).await?;
    let mine = procedures::mine(site, actor, &seen.event, &procedure).await?;
    Ok(Json(Procedure::of(procedure, mine)))
}

/// Says what is asked, in place of what was. From the opening (the event’s start) on that is 409 `procedure_open`; another kind of event
/// is 409 `not_written`.
#[utoipa::path(put, path = "/events/{slug}/procedure", tag = "Procedures", params(("slug" = String, Path)), request_body = ProcedureRequest, responses((status = 200, body = Procedure), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn set(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<ProcedureRequest>,
) -> Answer<Json<Procedure>> {
    procedures::set(&site, &actor, &slug, NewProcedure::from(asked)).await?;
    shown(&site, &actor, &slug).await
}

/// The caller’s answer: one to each question. It can be replaced until the deadline (the event’s end). For 14 days afterwards who has not
/// answered still may; that answer is `late` and not counted. 403 for who is not asked; 409 `procedure_not_open`, `procedure_over`,
/// `answer_final`.
#[utoipa::path(put, path = "/events/{slug}/procedure/answer", tag = "Procedures", params(("slug" = String, Path)), request_body = AnswerRequest, responses((status = 200, body = Mine), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn answer(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(sent): Body<AnswerRequest>,
) -> Answer<Json<Mine>> {
    let mine = procedures::answer(&site, &actor, &slug, sent.read()?).await?;
    Ok(Json(mine.into()))
}

/// Who is asked and who has answered, never what; for those who see the invitations.
#[utoipa::path(get, path = "/events/{slug}/procedure/people", tag = "Procedures", params(("slug" = String, Path)), responses((status = 200, body = Page<Person>), (status = 403, body = Problem)))]
async fn people(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<Person>>> {
    let one = |one: Asked| Person {
        name: one.name,
        email: one.email,
        added: one.added,
        answered_at: one.answered.map(|at| rfc3339(at.as_millisecond())),
        late: one.late,
    };
    Ok(Json(Page::whole(procedures::people(&site, &actor, &slug).await?.into_iter().map(one).collect())))
}

/// The result; 409 `sealed` until the deadline, for everybody. Those asked and the organisers read opinions, and names where
/// that was said before; to others small groups are told together.
#[utoipa::path(get, path = "/events/{slug}/procedure/result", tag = "Procedures", params(("slug" = String, Path)), responses((status = 200, body = Came), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn result(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Came>> {
    Ok(Json(procedures::outcome(&site, &actor, &slug).await?.into()))
}

/// The record as a PDF, with as much in it as the result has for the caller; 409 `sealed` until the deadline.
#[utoipa::path(get, path = "/events/{slug}/procedure/record.pdf", tag = "Procedures", params(("slug" = String, Path), RecordQuery), responses((status = 200, content_type = "application/pdf"), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn record(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(asked): Query<RecordQuery>,
) -> Answer<impl IntoResponse> {
    let lang = asked.lang.or_else(|| actor.me.as_ref().map(|me| me.language)).unwrap_or_default();
    let file = procedures::record(&site, &actor, &slug, lang).await?;
    Ok(([(header::CONTENT_TYPE, "application/pdf"), (header::CACHE_CONTROL, "private, no-cache")], file))
}
