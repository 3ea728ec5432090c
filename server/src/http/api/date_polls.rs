//! Date polls: made, answered, changed, turned into an event, taken away.

mod request;
mod show;

use super::address::Path;
use super::body::Body;
use super::caller::Caller;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::service::access::Actor;
use backend::service::date_polls;
use request::{DatePollAnswer, DatePollChange, DatePollDecision, DatePollRequest};
use show::{DatePoll, DatePollAnswered, DatePollDecided};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(show, change, delete))
        .routes(routes!(answer, take_back))
        .routes(routes!(decide))
}

async fn shown(site: &Site, actor: &Actor, id: &str) -> Answer<Json<DatePoll>> {
    let view = date_polls::view(site, actor, id, None).await?;
    Ok(Json(DatePoll::of(site, view)))
}

/// Makes a date poll. For organisers of the host. Its `id` is the end of its address, and whoever has that may answer.
#[utoipa::path(post, path = "/date-polls", tag = "Polls", request_body = DatePollRequest, responses((status = 201, body = DatePoll), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(site): State<Site>,
    Caller(actor): Caller,
    Body(asked): Body<DatePollRequest>,
) -> Answer<(StatusCode, Json<DatePoll>)> {
    let poll = date_polls::create(&site, &actor, asked.into()).await?;
    Ok((StatusCode::CREATED, shown(&site, &actor, &poll.token).await?))
}

/// Shows a date poll to whoever has its id. How many gave each answer is for who has answered, and not where these are few; what
/// everybody said, by name, for the host's own people, and for all who have answered where `answers_shown`.
#[utoipa::path(get, path = "/date-polls/{id}", tag = "Polls", params(("id" = String, Path)), responses((status = 200, body = DatePoll), (status = 404, body = Problem)), security(()))]
async fn show(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<String>) -> Answer<Json<DatePoll>> {
    shown(&site, &actor, &id).await
}

/// Changes the fields named, or closes the poll. For organisers of the host. The slots stay as they are; once there is an event,
/// the close cannot be moved: 409 `poll_decided`.
#[utoipa::path(patch, path = "/date-polls/{id}", tag = "Polls", params(("id" = String, Path)), request_body = DatePollChange, responses((status = 200, body = DatePoll), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<String>,
    Body(asked): Body<DatePollChange>,
) -> Answer<Json<DatePoll>> {
    date_polls::change(&site, &actor, &id, asked.into()).await?;
    shown(&site, &actor, &id).await
}

/// Takes a date poll away with all that was answered. For organisers of the host. An event that was made of it stays.
#[utoipa::path(delete, path = "/date-polls/{id}", tag = "Polls", params(("id" = String, Path)), responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn delete(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<String>) -> Answer<StatusCode> {
    date_polls::delete(&site, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives the caller's answer, or replaces it, until the close. A slot that is not named is a no. Without an account people answer on
/// the page.
#[utoipa::path(put, path = "/date-polls/{id}/answer", tag = "Polls", params(("id" = String, Path)), request_body = DatePollAnswer, responses((status = 200, body = DatePollAnswered), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn answer(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<String>,
    Body(asked): Body<DatePollAnswer>,
) -> Answer<Json<DatePollAnswered>> {
    let answered = date_polls::answer(&site, &actor, &id, None, asked.into()).await?;
    Ok(Json(DatePollAnswered::of(answered.reply)))
}

/// Takes the caller's answer back, until the close.
#[utoipa::path(delete, path = "/date-polls/{id}/answer", tag = "Polls", params(("id" = String, Path)), responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn take_back(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<String>) -> Answer<StatusCode> {
    date_polls::take_back(&site, &actor, &id, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes the event at the time of a slot, announces it, and invites those who answered: whoever has an account, and whoever confirmed
/// their address. Nobody is registered by it. For organisers of the host; the poll closes.
#[utoipa::path(post, path = "/date-polls/{id}/event", tag = "Polls", params(("id" = String, Path)), request_body = DatePollDecision, responses((status = 201, body = DatePollDecided), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decide(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<String>,
    Body(asked): Body<DatePollDecision>,
) -> Answer<(StatusCode, Json<DatePollDecided>)> {
    let decided = date_polls::decide(&site, &actor, &id, asked.into()).await?;
    let body = DatePollDecided { event: decided.event.into(), invitations: decided.outcome.into() };
    Ok((StatusCode::CREATED, Json(body)))
}
