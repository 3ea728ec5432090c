//! Registrations: a place in the room or online, or in line for one.

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::service::access;
use backend::service::registration::{self, Change, Filter, Listed, NewRegistration, Place};
use backend::{Error, Site};
use domain::event::{Mode, Run};
use domain::registration::{SeatCount, Spot, Status};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(list, register))
        .routes(routes!(change, cancel))
        .routes(routes!(seats))
        .routes(routes!(participants))
}

/// A place to ask for.
#[derive(Debug, Deserialize, ToSchema)]
struct RegistrationRequest {
    /// `in_person` or `online`; `both`: online now, and in line for the room.
    #[schema(example = "in_person")]
    mode: String,
    /// Of an event that is held twice: 1 or 2; 1, if not said. The second run is online.
    run: Option<i64>,
    /// Somebody else's address; for those who may manage registrations. An unknown one becomes a person.
    email: Option<String>,
    /// Access, diet and the like, at most 2,000 characters. Kept encrypted, seen by those who prepare the room only, erased 30 days
    /// after the event.
    needs: Option<String>,
    /// Name and organisation are shown to the other participants; no, if not said, and always no for somebody else.
    #[serde(default)]
    named: bool,
}

/// What is to change.
#[derive(Debug, Deserialize, ToSchema)]
struct RegistrationChange {
    /// `in_person` or `online`; the present one ends the waiting for the other.
    #[schema(example = "online")]
    mode: Option<String>,
    /// 1 or 2: the run to change to; the present one ends the waiting for the other.
    run: Option<i64>,
    /// Whether the other participants see name and organisation; for oneself only.
    named: Option<bool>,
}

/// Somebody who lets the other participants know.
#[derive(Debug, Serialize, ToSchema)]
struct Participant {
    name: String,
    organisation: Option<String>,
}

/// A registration.
#[derive(Debug, Serialize, ToSchema)]
struct Registration {
    id: i64,
    /// `in_person` or `online`
    #[schema(value_type = String)]
    mode: Mode,
    /// The run, where it is the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<u8>,
    /// `confirmed`, `waitlisted` or `cancelled`
    #[schema(value_type = String)]
    status: Status,
    /// In line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<u32>,
    /// A change that waits; until then `mode` and `status` are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<Waiting>,
}

/// A change of mode or run in line.
#[derive(Debug, Serialize, ToSchema)]
struct Waiting {
    /// `in_person` or `online`
    #[schema(value_type = String)]
    mode: Mode,
    /// The run, where it is not the present one.
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<u8>,
    /// Counted from 1.
    position: u32,
}

/// A registration with its person.
#[derive(Debug, Serialize, ToSchema)]
struct ListedRegistration {
    #[serde(flatten)]
    registration: Registration,
    email: String,
    name: String,
    /// For those who prepare the room, and for the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<String>,
}

/// The figures of one mode.
#[derive(Debug, Serialize, ToSchema)]
struct Seats {
    /// Null: no limit.
    capacity: Option<u32>,
    /// Places taken, those of people who wait to leave them included.
    confirmed: u32,
    /// People in line, those who wait to change included.
    waitlisted: u32,
}

/// The figures of both modes; null where a mode is not offered.
#[derive(Debug, Default, Serialize, ToSchema)]
struct SeatsAnswer {
    in_person: Option<Seats>,
    online: Option<Seats>,
    /// The other run of an event that is held twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    runs: Vec<RunSeats>,
}

/// The figures of a second run.
#[derive(Debug, Serialize, ToSchema)]
struct RunSeats {
    /// 2
    number: u8,
    online: Seats,
}

/// Which registrations.
#[derive(Debug, Default, Deserialize, IntoParams)]
struct StatusQuery {
    /// `confirmed`, `waitlisted` or `cancelled`; without it the first two.
    status: Option<String>,
}

impl From<Place> for Registration {
    fn from(place: Place) -> Self {
        let run = (place.run == Run::Second).then(|| place.run.number());
        let to_run = (place.to_run != place.run).then(|| place.to_run.number());
        let waiting = place.waiting.map(|(mode, position)| Waiting { mode, run: to_run, position });
        Self { id: place.id, mode: place.mode, run, status: place.status, position: place.position, waiting }
    }
}

impl From<Listed> for ListedRegistration {
    fn from(listed: Listed) -> Self {
        Self { registration: listed.place.into(), email: listed.email, name: listed.name, needs: listed.needs }
    }
}

impl From<SeatCount> for Seats {
    fn from(count: SeatCount) -> Self {
        Self { capacity: count.capacity, confirmed: count.confirmed, waitlisted: count.waitlisted }
    }
}

/// Registers the caller, or whom the organiser names. 409 `already_registered`, `not_open`, `closed`, `status`.
#[utoipa::path(post, path = "/events/{slug}/registrations", tag = "Registrations", params(("slug" = String, Path)), request_body = RegistrationRequest, responses((status = 201, body = Registration), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn register(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<RegistrationRequest>,
) -> Answer<(StatusCode, Json<Registration>)> {
    let new = NewRegistration { mode: asked.mode, run: asked.run, email: asked.email, needs: asked.needs, named: asked.named };
    let place = registration::register(&site, &actor, &slug, new).await?;
    Ok((StatusCode::CREATED, Json(place.into())))
}

/// The registrations of an event by id; who has no right to all of them gets the own.
#[utoipa::path(get, path = "/events/{slug}/registrations", tag = "Registrations", params(("slug" = String, Path), PageQuery, StatusQuery), responses((status = 200, body = Page<ListedRegistration>), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(part): Query<PageQuery>,
    Query(which): Query<StatusQuery>,
) -> Answer<Json<Page<ListedRegistration>>> {
    let (after, limit) = (part.after_id()?, part.limit()?);
    let status = which.status.as_deref().map(str::parse).transpose().map_err(|_| Error::field("status", "unknown_value"))?;
    let rows = registration::list(&site, &actor, &slug, Filter { status, after, limit: limit + 1 }).await?;
    Ok(Json(Page::by_id(rows, limit, |row| row.place.id, ListedRegistration::from)))
}

/// Asks for another mode or run, the old place being kept until the new one is confirmed; or lets the other participants know.
#[utoipa::path(patch, path = "/registrations/{id}", tag = "Registrations", params(("id" = i64, Path)), request_body = RegistrationChange, responses((status = 200, body = Registration), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<RegistrationChange>,
) -> Answer<Json<Registration>> {
    let named = match asked.named {
        Some(named) => Some(registration::name(&site, &actor, id, named).await?),
        None => None,
    };
    match named {
        Some(place) if asked.mode.is_none() && asked.run.is_none() => Ok(Json(place.into())),
        _ => {
            let change = Change { mode: asked.mode, run: asked.run };
            Ok(Json(registration::change(&site, &actor, id, change).await?.into()))
        }
    }
}

/// Gives the place up; whoever is next in line gets it.
#[utoipa::path(delete, path = "/registrations/{id}", tag = "Registrations", params(("id" = i64, Path)), responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn cancel(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<StatusCode> {
    registration::cancel(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How full an event is.
#[utoipa::path(get, path = "/events/{slug}/seats", tag = "Registrations", params(("slug" = String, Path)), responses((status = 200, body = SeatsAnswer), (status = 404, body = Problem)), security(()))]
async fn seats(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<SeatsAnswer>> {
    let seen = access::event(site.db.read(), &actor, &slug).await?;
    let mut answer = SeatsAnswer::default();
    for (spot, count) in registration::figures_of_all(site.db.read(), &seen.event).await? {
        match spot {
            Spot::InPerson => answer.in_person = Some(count.into()),
            Spot::Online => answer.online = Some(count.into()),
            Spot::OnlineAgain => answer.runs.push(RunSeats { number: spot.run().number(), online: count.into() }),
        }
    }
    Ok(Json(answer))
}

/// The participants who let the others know, for those who take part and for the host; by when they registered.
#[utoipa::path(get, path = "/events/{slug}/participants", tag = "Registrations", params(("slug" = String, Path), PageQuery), responses((status = 200, body = Page<Participant>), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn participants(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(part): Query<PageQuery>,
) -> Answer<Json<Page<Participant>>> {
    let limit = part.limit()?;
    let (_, rows, _) = registration::named(&site, &actor, &slug, part.after_id()?, limit + 1).await?;
    Ok(Json(Page::by_id(rows, limit, |row| row.id, |row| Participant { name: row.name, organisation: row.organisation })))
}
