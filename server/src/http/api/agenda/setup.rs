//! The rooms of an event, and when those who speak can be there.

use crate::http::api::address::Path;
use crate::http::api::body::Body;
use crate::http::api::caller::Caller;
use crate::http::api::page::Page;
use crate::http::api::problem::{Answer, Problem};
use crate::http::api::schema::Name;
use axum::Json;
use axum::extract::State;
use backend::Site;
use backend::service::agenda::{self, Hours, RoomInput};
use domain::agenda::Room;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(rooms, set_rooms)).routes(routes!(hours, set_hours))
}

/// A room and how many people it holds.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct RoomBody {
    /// As sessions name it; at most 100 characters.
    name: Name,
    /// 1–100,000.
    capacity: i64,
}

/// A time at which somebody who speaks or leads can be there.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct HoursBody {
    /// The mail address of a person, or a name as sessions have it.
    speaker: String,
    /// `YYYY-MM-DDTHH:MM` in the zone of the event.
    #[schema(example = "2027-08-18T10:00")]
    from_local: String,
    /// The same.
    #[schema(example = "2027-08-18T13:00")]
    until_local: String,
}

impl From<Room> for RoomBody {
    fn from(room: Room) -> Self {
        Self { name: room.name.into(), capacity: room.capacity.into() }
    }
}

impl From<Hours> for HoursBody {
    fn from(hours: Hours) -> Self {
        Self { speaker: hours.speaker, from_local: hours.from_local, until_local: hours.until_local }
    }
}

/// The rooms of an event, in their order; for the host only.
#[utoipa::path(get, path = "/events/{slug}/rooms", tag = "Agenda", params(("slug" = String, Path)), responses((status = 200, body = Page<RoomBody>), (status = 403, body = Problem)))]
async fn rooms(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<RoomBody>>> {
    let (_, rooms, _) = agenda::setup(&site, &actor, &slug).await?;
    Ok(Json(Page::whole(rooms.into_iter().map(Into::into).collect())))
}

/// Replaces the rooms, at most 50. Sessions in a room that holds fewer people than are expected are warned of.
#[utoipa::path(put, path = "/events/{slug}/rooms", tag = "Agenda", params(("slug" = String, Path)), request_body = Vec<RoomBody>, responses((status = 200, body = Page<RoomBody>), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn set_rooms(
    state: State<Site>,
    caller: Caller,
    Path(slug): Path<String>,
    Body(asked): Body<Vec<RoomBody>>,
) -> Answer<Json<Page<RoomBody>>> {
    let sent = asked.into_iter().map(|room| RoomInput { name: room.name.into(), capacity: room.capacity });
    agenda::set_rooms(&state, &caller.0, &slug, sent.collect(), None).await?;
    rooms(state, caller, Path(slug)).await
}

/// When those who speak or lead can be at an event; for the host only.
#[utoipa::path(get, path = "/events/{slug}/availability", tag = "Agenda", params(("slug" = String, Path)), responses((status = 200, body = Page<HoursBody>), (status = 403, body = Problem)))]
async fn hours(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<HoursBody>>> {
    let (.., hours) = agenda::setup(&site, &actor, &slug).await?;
    Ok(Json(Page::whole(hours.into_iter().map(Into::into).collect())))
}

/// Replaces the times at which those who speak or lead can be there, at most 200, several of one person included. Who is not in it can
/// be there at any time.
#[utoipa::path(put, path = "/events/{slug}/availability", tag = "Agenda", params(("slug" = String, Path)), request_body = Vec<HoursBody>, responses((status = 200, body = Page<HoursBody>), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn set_hours(
    state: State<Site>,
    caller: Caller,
    Path(slug): Path<String>,
    Body(asked): Body<Vec<HoursBody>>,
) -> Answer<Json<Page<HoursBody>>> {
    let one = |hours: HoursBody| Hours { speaker: hours.speaker, from_local: hours.from_local, until_local: hours.until_local };
    agenda::set_hours(&state, &caller.0, &slug, asked.into_iter().map(one).collect(), None).await?;
    hours(state, caller, Path(slug)).await
}
