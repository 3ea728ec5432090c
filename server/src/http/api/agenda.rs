//! The agenda of an event: its sessions, what is published of them, what is likely wrong, and what people mark.

mod draft;
mod releases;
mod setup;
mod shapes;

use self::shapes::{SessionBody, SessionChange, SessionRequest, body};
use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::problem::{Answer, Problem};
use super::schema::{Name, rfc3339};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::service::access::Actor;
use backend::service::agenda::{self, At, Gone, Moved, Release, Shown, Way, Which};
use backend::{Error, Site};
use domain::agenda::Kind;
use domain::text::{Lang, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(show, update, remove))
        .routes(routes!(mark, unmark))
        .routes(routes!(read))
        .routes(routes!(warnings))
        .routes(routes!(undo))
        .routes(routes!(redo))
        .routes(routes!(releases::list, publish))
        .merge(releases::routes())
        .merge(setup::routes())
        .merge(draft::routes())
}

/// An agenda.
#[derive(Debug, Serialize, ToSchema)]
struct AgendaBody {
    /// What is shown; null where nothing is published yet.
    release: Option<ReleaseBody>,
    zone: String,
    /// The sessions of the release by start.
    items: Vec<SessionBody>,
    /// Always null: an agenda is shown whole.
    next: Option<String>,
    /// Against the release before.
    changes: Vec<ChangeBody>,
    /// What is not published yet; for the host only.
    #[serde(skip_serializing_if = "Option::is_none")]
    working: Option<WorkingBody>,
}

/// What was published.
#[derive(Debug, Serialize, ToSchema)]
struct ReleaseBody {
    number: i32,
    name: Name,
    /// RFC 3339 UTC.
    released_at: String,
}

/// The version the host works on.
#[derive(Debug, Serialize, ToSchema)]
struct WorkingBody {
    items: Vec<SessionBody>,
    /// What publishing it would change.
    changes: Vec<ChangeBody>,
    /// Another text for every change of it: what `seen` of a release takes.
    mark: String,
}

/// A difference between two versions.
#[derive(Debug, Serialize, ToSchema)]
struct ChangeBody {
    /// `added`, `moved`, `changed` or `cancelled`
    #[schema(value_type = String)]
    kind: Kind,
    /// The id of the session.
    session: i64,
}

/// Something that is likely a mistake.
#[derive(Debug, Serialize, ToSchema)]
struct WarningBody {
    /// `speaker_twice`, `room_twice`, `outside_event`, `gap`, `overlap`, `speaker_unavailable`, `room_too_small`, `topic_not_placed` or
    /// `late_for_online`
    code: &'static str,
    /// Their ids; none where it is a topic that has no session.
    sessions: Vec<i64>,
    /// The id of that topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<i64>,
    message: String,
}

/// A release to publish.
#[derive(Debug, Deserialize, ToSchema)]
struct ReleaseRequest {
    /// At most 100 characters.
    name: Name,
    /// The `mark` of the working version that was looked at: with it, 409 `changed_meanwhile` where that is another by now.
    seen: Option<String>,
}

/// A step taken back or done again.
#[derive(Debug, Serialize, ToSchema)]
struct StepBody {
    /// `false` where somebody else has changed the same since: nothing is changed then, and the step is forgotten.
    done: bool,
    /// The title of the session it is about, of the first where there are several.
    title: Name,
}

/// A release just published.
#[derive(Debug, Serialize, ToSchema)]
struct ReleaseMade {
    number: i32,
    changes: Vec<ChangeBody>,
    told: ToldBody,
}

/// How many are written to, each counted once.
#[derive(Debug, Serialize, ToSchema)]
struct ToldBody {
    /// At once.
    now: u64,
    /// Those who see only moves of less than 15 minutes: the next morning.
    later: u64,
}

/// Which version.
#[derive(Debug, Deserialize, IntoParams)]
struct AgendaQuery {
    /// The number of a release; the newest if not said.
    release: Option<String>,
}

fn bodies(zone: &str, shown: Vec<Shown>) -> Vec<SessionBody> {
    shown.into_iter().map(|one| body(zone, one)).collect()
}

fn changes(moved: &[Moved]) -> Vec<ChangeBody> {
    moved.iter().map(|one| ChangeBody { kind: one.change.kind, session: one.change.session.0 }).collect()
}

impl ReleaseBody {
    fn new(number: i32, name: Text, at: i64) -> Self {
        Self { number, name: name.into(), released_at: rfc3339(at) }
    }
}

impl From<Gone> for StepBody {
    fn from(gone: Gone) -> Self {
        let (done, title) = match gone {
            Gone::Went(title) => (true, title),
            Gone::Overtaken(title) => (false, title),
        };
        Self { done, title: title.into() }
    }
}

impl From<Release> for ReleaseBody {
    fn from(release: Release) -> Self {
        Self::new(release.number, release.name, release.at)
    }
}

async fn answer(site: &Site, actor: &Actor, id: i64) -> Answer<Json<SessionBody>> {
    let (zone, shown) = agenda::get(site, actor, id).await?;
    Ok(Json(body(&zone, shown)))
}

/// Adds a session to the working version; nobody else sees it before it is released.
#[utoipa::path(post, path = "/events/{slug}/sessions", tag = "Agenda", params(("slug" = String, Path)), request_body = SessionRequest, responses((status = 201, body = SessionBody), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<SessionRequest>,
) -> Answer<(StatusCode, Json<SessionBody>)> {
    let id = agenda::create(&site, &actor, &slug, asked.into()).await?;
    Ok((StatusCode::CREATED, answer(&site, &actor, id).await?))
}

/// A session: for the host as it is now, for others as it was released.
#[utoipa::path(get, path = "/sessions/{id}", tag = "Agenda", params(("id" = i64, Path)), responses((status = 200, body = SessionBody), (status = 404, body = Problem)))]
async fn show(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<SessionBody>> {
    answer(&site, &actor, id).await
}

/// Changes the named fields in the working version.
#[utoipa::path(patch, path = "/sessions/{id}", tag = "Agenda", params(("id" = i64, Path)), request_body = SessionChange, responses((status = 200, body = SessionBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn update(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<SessionChange>,
) -> Answer<Json<SessionBody>> {
    agenda::update(&site, &actor, id, asked.version, asked.into()).await?;
    answer(&site, &actor, id).await
}

/// Takes a session out of the working version; the next release drops it.
#[utoipa::path(delete, path = "/sessions/{id}", tag = "Agenda", params(("id" = i64, Path)), responses((status = 204), (status = 404, body = Problem)))]
async fn remove(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<StatusCode> {
    agenda::remove(&site, &actor, id, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Puts a released session into the caller's own calendar; again changes nothing. Where it has a `capacity`, this takes a place.
#[utoipa::path(post, path = "/sessions/{id}/marks", tag = "Agenda", params(("id" = i64, Path)), responses((status = 200, body = SessionBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn mark(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<SessionBody>> {
    agenda::mark(&site, &actor, id).await?;
    answer(&site, &actor, id).await
}

/// Takes it out again.
#[utoipa::path(delete, path = "/sessions/{id}/marks", tag = "Agenda", params(("id" = i64, Path)), responses((status = 204)))]
async fn unmark(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<StatusCode> {
    agenda::unmark(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The newest release, or the one of a number; for the host also what is not released yet.
#[utoipa::path(get, path = "/events/{slug}/agenda", tag = "Agenda", params(("slug" = String, Path), AgendaQuery), responses((status = 200, body = AgendaBody), (status = 404, body = Problem)))]
async fn read(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(asked): Query<AgendaQuery>,
) -> Answer<Json<AgendaBody>> {
    let number = |raw: &str| raw.parse().map(Which::Number).map_err(|_| Error::field("release", "invalid_number"));
    let which = asked.release.as_deref().filter(|raw| !raw.is_empty()).map(number).transpose()?.unwrap_or_default();
    let agenda = agenda::read(&site, &actor, &slug, which, At::Both).await?;
    let (zone, current) = (agenda.zone.name(), agenda.seen.event.zone.as_str());
    Ok(Json(AgendaBody {
        release: agenda.release.map(Into::into),
        zone: zone.to_owned(),
        items: bodies(zone, agenda.sessions),
        next: None,
        changes: changes(&agenda.changes),
        working: agenda.working.map(|working| WorkingBody {
            changes: changes(&working.changes),
            items: bodies(current, working.sessions),
            mark: working.mark,
        }),
    }))
}

/// What is likely a mistake in the working version; for the host only.
#[utoipa::path(get, path = "/events/{slug}/agenda/warnings", tag = "Agenda", params(("slug" = String, Path)), responses((status = 200, body = Vec<WarningBody>), (status = 403, body = Problem)))]
async fn warnings(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Vec<WarningBody>>> {
    let (agenda, working) = agenda::workbench(&site, &actor, &slug).await?;
    let zone = site.zones.get(&agenda.seen.event.zone).map_err(Error::internal)?;
    let one = |warning: &domain::agenda::Warning| WarningBody {
        code: warning.code(),
        sessions: warning.sessions().iter().map(|id| id.0).collect(),
        topic: match warning {
            domain::agenda::Warning::TopicNotPlaced(waiting) => Some(waiting.topic.0),
            _ => None,
        },
        message: app::pages::agenda::warning(Lang::En, zone, &working, warning),
    };
    Ok(Json(working.warnings.iter().map(one).collect()))
}

/// Takes back the last change of the caller to the working version; of the last 100.
#[utoipa::path(post, path = "/events/{slug}/agenda/undo", tag = "Agenda", params(("slug" = String, Path)), responses((status = 200, body = StepBody), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn undo(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<StepBody>> {
    Ok(Json(agenda::go(&site, &actor, &slug, Way::Undo).await?.into()))
}

/// Does again what the caller took back last, until they change something else.
#[utoipa::path(post, path = "/events/{slug}/agenda/redo", tag = "Agenda", params(("slug" = String, Path)), responses((status = 200, body = StepBody), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn redo(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<StepBody>> {
    Ok(Json(agenda::go(&site, &actor, &slug, Way::Redo).await?.into()))
}

/// Publishes the working version. Once the event is announced, those whom the changes concern get one letter each: who speaks or leads,
/// who marked a session, and who is registered where it changes their day.
#[utoipa::path(post, path = "/events/{slug}/agenda/releases", tag = "Agenda", params(("slug" = String, Path)), request_body = ReleaseRequest, responses((status = 201, body = ReleaseMade), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn publish(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<ReleaseRequest>,
) -> Answer<(StatusCode, Json<ReleaseMade>)> {
    let made = agenda::publish(&site, &actor, &slug, asked.name.into(), asked.seen.as_deref()).await?;
    let changes = made.changes.iter().map(|change| ChangeBody { kind: change.kind, session: change.session.0 });
    let told = ToldBody { now: made.told.now(), later: made.told.later };
    Ok((StatusCode::CREATED, Json(ReleaseMade { number: made.number, changes: changes.collect(), told })))
}
