//! The releases of an agenda, and what differs between any two.

use super::ReleaseBody;
use super::shapes::{SessionBody, body};
use crate::http::api::address::{Path, Query};
use crate::http::api::caller::Caller;
use crate::http::api::page::{Page, PageQuery};
use crate::http::api::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use backend::service::agenda::{self, At, Line, Moved, Which};
use backend::{Error, Site};
use domain::agenda::Kind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(compare))
}

/// Which two releases.
#[derive(Debug, Deserialize, IntoParams)]
struct Two {
    /// The number of the one compared with.
    from: Option<String>,
    /// The number of the other; the newest if not said.
    to: Option<String>,
}

/// What differs between two releases.
#[derive(Debug, Serialize, ToSchema)]
struct Differences {
    from: i32,
    to: i32,
    /// By start.
    items: Vec<Differs>,
    /// Always null: they are told whole.
    next: Option<String>,
}

/// A session that two releases have differently.
#[derive(Debug, Serialize, ToSchema)]
struct Differs {
    /// `added`, `moved`, `changed` or `cancelled`
    #[schema(value_type = String)]
    kind: Kind,
    /// The id of the session.
    session: i64,
    /// As `from` has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<SessionBody>,
    /// As `to` has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<SessionBody>,
}

impl From<Line> for ReleaseBody {
    fn from(line: Line) -> Self {
        Self::new(line.number, line.name, line.at)
    }
}

/// The releases of an event, newest first.
#[utoipa::path(get, path = "/events/{slug}/agenda/releases", tag = "Agenda", params(("slug" = String, Path), PageQuery), responses((status = 200, body = Page<ReleaseBody>), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ReleaseBody>>> {
    let below = page.cursor.as_deref().map(|cursor| cursor.parse().map_err(|_| Error::field("cursor", "invalid_cursor"))).transpose()?;
    let (lines, more) = agenda::releases(&site, &actor, &slug, below, page.limit()?).await?;
    let next = lines.last().filter(|_| more).map(|line| line.number.to_string());
    Ok(Json(Page { items: lines.into_iter().map(Into::into).collect(), next }))
}

/// What differs from one release to another.
#[utoipa::path(get, path = "/events/{slug}/agenda/changes", tag = "Agenda", params(("slug" = String, Path), Two), responses((status = 200, body = Differences), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn compare(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(asked): Query<Two>,
) -> Answer<Json<Differences>> {
    let given = |raw: Option<String>| raw.filter(|raw| !raw.is_empty());
    let number = |field: &'static str| move |raw: String| raw.parse::<i32>().map_err(|_| Error::field(field, "invalid_number"));
    let from = given(asked.from).map(number("from")).transpose()?.ok_or_else(|| Error::field("from", "required"))?;
    let to = given(asked.to).map(number("to")).transpose()?;
    let agenda = agenda::read(&site, &actor, &slug, Which::Against(to, from), At::Both).await?;
    let to = agenda.release.as_ref().map(|release| release.number).ok_or(Error::NotFound)?;
    let zone = agenda.zone.name();
    let one = |moved: Moved| Differs {
        kind: moved.change.kind,
        session: moved.change.session.0,
        was: moved.was.map(|shown| body(zone, shown)),
        now: moved.now.map(|shown| body(zone, shown)),
    };
    Ok(Json(Differences { from, to, items: agenda.changes.into_iter().map(one).collect(), next: None }))
}
