//! The caller's own: profile, calendar address, everything held, and being forgotten.

use super::body::Body;
use super::caller::Caller;
use super::people::PersonAnswer;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use backend::Site;
use backend::repo::people as repo;
use backend::service::people::{self, NewTravel};
use backend::service::{erase, export};
use domain::person::Travel;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls on oneself.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(show, forget)).routes(routes!(new_calendar)).routes(routes!(take_away)).routes(routes!(go, stay))
}

/// Oneself.
#[derive(Debug, Serialize, ToSchema)]
struct MeAnswer {
    #[serde(flatten)]
    person: PersonAnswer,
    /// Days away from home, if you said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    travel: Option<TravelDays>,
    /// Runs the installation.
    administrator: bool,
    /// The hosts you have a role in.
    roles: Vec<RoleAnswer>,
    /// Your own feed. Whoever has this address can read your places.
    calendar_url: String,
}

/// Days away from home: then the clocks there are your own. Forgotten once they are over.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
struct TravelDays {
    /// The IANA zone of the place.
    #[schema(example = "Asia/Tokyo")]
    zone: String,
    /// The first day there.
    #[schema(example = "2027-08-10")]
    from: String,
    /// The last day there, at most a year after the first.
    #[schema(example = "2027-08-20")]
    until: String,
}

impl From<Travel> for TravelDays {
    fn from(travel: Travel) -> Self {
        Self { zone: travel.zone, from: travel.from.to_string(), until: travel.until.to_string() }
    }
}

/// A role in a host.
#[derive(Debug, Serialize, ToSchema)]
struct RoleAnswer {
    /// The host's slug.
    host: String,
    /// `coordinator`, `organiser`, `assistant` or `viewer`
    role: &'static str,
}

/// The address of one's own feed.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarAnswer {
    /// The new address; the one before is 404 from now on.
    calendar_url: String,
}

/// Who you are and what you said of yourself.
#[utoipa::path(get, path = "/me", tag = "Me", responses((status = 200, body = MeAnswer), (status = 401, body = Problem)))]
async fn show(State(site): State<Site>, Caller(actor): Caller) -> Answer<Json<MeAnswer>> {
    let own = repo::own(site.db.read(), actor.me()?.id).await?;
    let roles = own.roles.into_iter().map(|(host, role)| RoleAnswer { host: host.slug, role: role.into() }).collect();
    let calendar_url = people::calendar_url(&site, &own.person);
    let administrator = own.person.is_admin;
    let travel = own.person.travel.clone().map(|travel| travel.0.into());
    Ok(Json(MeAnswer { person: PersonAnswer::new(own.person, &own.decisions), travel, administrator, roles, calendar_url }))
}

/// Says where you will be for some days, in place of what you said before.
#[utoipa::path(put, path = "/me/travel", tag = "Me", request_body = TravelDays, responses((status = 200, body = TravelDays), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn go(State(site): State<Site>, Caller(actor): Caller, Body(asked): Body<TravelDays>) -> Answer<Json<TravelDays>> {
    let new = NewTravel { zone: asked.zone, from: asked.from, until: asked.until };
    Ok(Json(people::travel(&site, &actor, &new).await?.into()))
}

/// You are at home, or will be.
#[utoipa::path(delete, path = "/me/travel", tag = "Me", responses((status = 204), (status = 401, body = Problem)))]
async fn stay(State(site): State<Site>, Caller(actor): Caller) -> Answer<StatusCode> {
    people::stay_home(&site, &actor).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a new address for your calendar and ends the old one.
#[utoipa::path(post, path = "/me/calendar", tag = "Me", responses((status = 200, body = CalendarAnswer), (status = 401, body = Problem)))]
async fn new_calendar(State(site): State<Site>, Caller(actor): Caller) -> Answer<Json<CalendarAnswer>> {
    Ok(Json(CalendarAnswer { calendar_url: people::new_calendar_address(&site, &actor).await? }))
}

/// Everything held about you, as JSON files in a zip archive.
#[utoipa::path(get, path = "/me/export", tag = "Me", responses((status = 200, content_type = "application/zip"), (status = 401, body = Problem)))]
async fn take_away(State(site): State<Site>, Caller(actor): Caller) -> Answer<impl IntoResponse> {
    let archive = export::export(&site, &actor).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"saiets.zip\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, archive))
}

/// Erases you, at once: profile, consents, places, invitations, sessions and tokens. Topics you proposed with your name stay
/// without it, closed rounds stay counted. The last administrator is 409 `last_administrator`.
#[utoipa::path(delete, path = "/me", tag = "Me", responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem)))]
async fn forget(State(site): State<Site>, Caller(actor): Caller) -> Answer<StatusCode> {
    erase::erase(&site, &actor).await?;
    Ok(StatusCode::NO_CONTENT)
}
