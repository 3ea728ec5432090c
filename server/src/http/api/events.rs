//! Events: made, listed, changed, and taken from one status to the next.

mod answer;
mod request;

use super::address::{Path, Query};
use super::body::{Body, Layered};
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::repo::events::Filter;
use backend::service::events::{self, List};
use backend::service::{given, outcomes};
use backend::{Error, Site};
use domain::event::{Run, Status};
use domain::fault::Refusal;
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use answer::EventBody;
pub use request::AttendanceBody;
use request::{EventChange, EventRequest, EventStatusRequest, RunRequest};

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change))
        .routes(routes!(status))
        .routes(routes!(set_run, withdraw_run))
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
struct EventsQuery {
    /// The short name of the host.
    host: Option<String>,
    /// The short name of the series.
    series: Option<String>,
    /// `forum`, `thematic`, `briefing` or `written`
    kind: Option<String>,
    /// A date `YYYY-MM-DD` (UTC) or an instant: only what is not over by then.
    from: Option<String>,
}

/// The events the caller may see: what is coming, the soonest first, then what has been, the latest first.
#[utoipa::path(get, path = "/events", tag = "Events", params(PageQuery, EventsQuery), responses((status = 200, body = Page<EventBody>), (status = 422, body = Problem)), security(()))]
async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Query(page): Query<PageQuery>,
    Query(asked): Query<EventsQuery>,
) -> Answer<Json<Page<EventBody>>> {
    let at = |field: &'static str| move |refusal: Refusal| Error::Invalid(vec![refusal.at(field)]);
    let kind = asked.kind.as_deref().map(given::word).transpose().map_err(at("kind"))?;
    let from = asked.from.as_deref().map(instant).transpose().map_err(at("from"))?;
    let filter = Filter { host: asked.host, series: asked.series, kind };
    let asked = List { filter, from, limit: page.limit()?, cursor: page.cursor };
    let (found, next) = events::list(&site, &actor, &asked).await?;
    Ok(Json(Page { items: found.into_iter().map(EventBody::from).collect(), next }))
}

fn instant(raw: &str) -> Result<i64, Refusal> {
    if let Ok(at) = raw.parse::<Timestamp>() {
        return Ok(at.as_millisecond());
    }
    let midnight = format!("{}T00:00:00Z", given::date(raw)?);
    midnight.parse::<Timestamp>().map(|at| at.as_millisecond()).map_err(|_| Refusal::new("invalid_date"))
}

/// Makes an event. For organisers of the host. On a date that the rule of its series gives, it is that edition.
#[utoipa::path(post, path = "/events", tag = "Events", request_body = EventRequest, responses((status = 201, body = EventBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(site): State<Site>,
    Caller(actor): Caller,
    Layered(asked, _): Layered<EventRequest, EventChange>,
) -> Answer<(StatusCode, Json<EventBody>)> {
    Ok((StatusCode::CREATED, Json(events::create(&site, &actor, asked.into()).await?.into())))
}

/// Shows an event. Drafts, and events for the invited, are 404 to everybody else.
#[utoipa::path(get, path = "/events/{slug}", tag = "Events", params(("slug" = String, Path)), responses((status = 200, body = EventBody), (status = 404, body = Problem)), security(()))]
async fn show(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<EventBody>> {
    Ok(Json(events::show(&site, &actor, &slug).await?.into()))
}

/// Changes the fields named. Another time or place of an announced or confirmed event is mailed at once to those invited and
/// registered. A capacity below the places given is 422 `capacity_below_confirmed`; held and cancelled events are 409 `status`.
#[utoipa::path(patch, path = "/events/{slug}", tag = "Events", params(("slug" = String, Path)), request_body = EventChange, responses((status = 200, body = EventBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<EventChange>,
) -> Answer<Json<EventBody>> {
    Ok(Json(events::update(&site, &actor, &slug, asked.into()).await?.into()))
}

/// Takes the event to its next status: draft → tentative, announced, confirmed; tentative → announced, confirmed, cancelled;
/// announced → confirmed, cancelled; confirmed → held, cancelled; else 409 `status`. Announced, confirmed and cancelled are mailed.
/// Held says in `unanswered` which topics were neither put on the agenda nor answered, merged or declined; organisers are reminded of them.
#[utoipa::path(post, path = "/events/{slug}/status", tag = "Events", params(("slug" = String, Path)), request_body = EventStatusRequest, responses((status = 200, body = EventBody), (status = 409, body = Problem)))]
async fn status(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<EventStatusRequest>,
) -> Answer<Json<EventBody>> {
    let view = events::change_status(&site, &actor, &slug, asked.into()).await?;
    let (id, status) = (view.row.event.id, view.row.event.status.0);
    let body = EventBody::from(view);
    if status != Status::Held {
        return Ok(Json(body));
    }
    let unanswered = outcomes::unanswered(site.db.read(), id).await?;
    Ok(Json(body.owing(unanswered.into_iter().map(|topic| topic.id).collect())))
}

/// Holds the event a second time, online, with the same agenda but for sessions that have a `run`; or gives that run another time or capacity. Of a new second run of an announced or confirmed event those invited or registered
/// are told for whom it is easier by their own clocks; their entries stay. Of another time those in it are told at once. The only number is 2. 422 `runs_overlap`, `runs_too_far_apart`, `written_once`,
/// `capacity_below_confirmed`; held and cancelled events are 409 `status`.
#[utoipa::path(put, path = "/events/{slug}/runs/{number}", tag = "Events", params(("slug" = String, Path), ("number" = i64, Path)), request_body = RunRequest, responses((status = 200, body = EventBody), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn set_run(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path((slug, number)): Path<(String, i64)>,
    Body(asked): Body<RunRequest>,
) -> Answer<Json<EventBody>> {
    second(number)?;
    Ok(Json(events::set_second(&site, &actor, &slug, &asked.into()).await?.into()))
}

/// Withdraws the second run. Its people are registered online in the first as far as there is room, else in line for it, and their
/// entry becomes that of the first. 409 `run_in_use` where somebody is in it and the first is not online.
#[utoipa::path(delete, path = "/events/{slug}/runs/{number}", tag = "Events", params(("slug" = String, Path), ("number" = i64, Path)), responses((status = 200, body = EventBody), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn withdraw_run(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path((slug, number)): Path<(String, i64)>,
) -> Answer<Json<EventBody>> {
    second(number)?;
    Ok(Json(events::withdraw_second(&site, &actor, &slug).await?.into()))
}

/// The first run is the event itself, and there is no third.
fn second(number: i64) -> Result<(), Error> {
    if Run::of_number(number) == Some(Run::Second) { Ok(()) } else { Err(Error::NotFound) }
}
