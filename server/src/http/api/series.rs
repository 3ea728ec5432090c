//! Series: events that recur by a rule, their dates and editions.

use super::address::{Path, Query};
use super::body::{Body, Layered};
use super::caller::Caller;
use super::events::EventBody;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use super::schema::{Words, rfc3339};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::service::series::{self, NewEdition, NewSeries, NoticeInput, SeriesDate, SeriesFields, SeriesView};
use backend::{Site, repo};
use domain::event::Status;
use domain::text::Text;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(show, change)).routes(routes!(dates)).routes(routes!(edition))
}

/// A series to make.
#[derive(Debug, Deserialize, ToSchema)]
struct SeriesRequest {
    /// Its short name: 1–64 of a–z, 0–9 and inner hyphens.
    #[schema(example = "forum")]
    slug: String,
    /// The short name of its host.
    #[schema(example = "state-chancellery")]
    host: String,
    #[serde(flatten)]
    fields: SeriesChange,
}

/// What can be given and changed of a series; a change replaces the fields it names.
#[derive(Debug, Deserialize, ToSchema)]
struct SeriesChange {
    /// At most 200 characters a language.
    title: Option<Words>,
    /// `forum`, `thematic`, `briefing` or `written`
    #[schema(example = "forum")]
    kind: Option<String>,
    /// FREQ, INTERVAL, BYMONTH, BYMONTHDAY and BYDAY of RFC 5545.
    #[schema(example = "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE")]
    rule: Option<String>,
    /// `YYYY-MM-DD`: intervals count from here and nothing comes before; the day the series is made, if not said.
    #[schema(example = "2022-08-17")]
    first: Option<String>,
    /// An IANA name.
    #[schema(example = "Europe/Riga")]
    zone: Option<String>,
    /// `HH:MM`
    #[schema(example = "10:00")]
    local_time: Option<String>,
    /// 1–10,080
    #[schema(example = 480)]
    duration_minutes: Option<i64>,
    /// Cities in the order of their turn, a country behind where it is not plain: "Valletta, MT".
    #[schema(example = json!(["Rīga", "Brussels"]))]
    venues: Option<Vec<String>>,
    /// A year and half a year, if not said.
    notice_days: Option<Notice>,
}

/// How many days before an edition it is announced.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct Notice {
    /// Aimed at.
    #[schema(example = 365)]
    ideal: i64,
    /// Not to be missed; at most the ideal.
    #[schema(example = 199)]
    minimum: i64,
}

/// A series.
#[derive(Debug, Serialize, ToSchema)]
struct SeriesBody {
    slug: String,
    /// The short name of its host.
    host: String,
    title: Words,
    /// `forum`, `thematic`, `briefing` or `written`
    kind: String,
    rule: String,
    /// `YYYY-MM-DD`
    first: String,
    zone: String,
    /// `HH:MM`
    local_time: String,
    duration_minutes: i32,
    venues: Vec<String>,
    notice_days: Notice,
}

/// A date that the rule gives.
#[derive(Debug, Serialize, ToSchema)]
struct DateBody {
    year: i16,
    /// `YYYY-MM-DD`
    date: String,
    /// `YYYY-MM-DDTHH:MM`
    starts_local: String,
    zone: String,
    /// RFC 3339 UTC.
    starts_at: String,
    /// The city whose turn it is.
    venue: Option<String>,
    announce_by: AnnounceBy,
    /// The short name of this date's event, where there is one that the caller may see; it may have moved since.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    /// That event's status.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    status: Option<Status>,
}

/// The days by which an edition is to be announced.
#[derive(Debug, Serialize, ToSchema)]
struct AnnounceBy {
    /// `YYYY-MM-DD`
    ideal: String,
    /// `YYYY-MM-DD`
    minimum: String,
}

/// Which series.
#[derive(Debug, Deserialize, IntoParams)]
struct SeriesQuery {
    /// Of this host.
    host: Option<String>,
}

/// Which dates.
#[derive(Debug, Deserialize, IntoParams)]
struct DatesQuery {
    /// A year or a date `YYYY-MM-DD`; today, if not said.
    from: Option<String>,
    /// 1–100; 5, if not said.
    count: Option<i64>,
}

/// An edition to make: `year` or `date` says which of the rule's dates.
#[derive(Debug, Deserialize, ToSchema)]
struct EditionRequest {
    /// The first date of that year that has no edition yet.
    #[schema(example = 2027)]
    year: Option<i64>,
    /// `YYYY-MM-DD`
    date: Option<String>,
    /// The short name of the event.
    #[schema(example = "forum-2027")]
    slug: String,
    /// The series' title with the year, if not said.
    title: Option<Words>,
}

impl From<SeriesChange> for SeriesFields {
    fn from(sent: SeriesChange) -> Self {
        Self {
            title: sent.title.map(Text::from),
            kind: sent.kind,
            rule: sent.rule,
            first: sent.first,
            zone: sent.zone,
            local_time: sent.local_time,
            duration_minutes: sent.duration_minutes,
            venues: sent.venues,
            notice_days: sent.notice_days.map(|days| NoticeInput { ideal: days.ideal, minimum: days.minimum }),
        }
    }
}

impl From<repo::series::Row> for SeriesBody {
    fn from(row: repo::series::Row) -> Self {
        let series = row.series;
        Self {
            slug: series.slug,
            host: row.host_slug,
            title: series.title.0.into(),
            kind: <&str>::from(series.kind.0).to_owned(),
            rule: series.rule,
            first: series.first,
            zone: series.zone,
            local_time: series.local_time,
            duration_minutes: series.duration_minutes,
            venues: series.venues.0,
            notice_days: Notice { ideal: series.notice_ideal.into(), minimum: series.notice_minimum.into() },
        }
    }
}

impl From<SeriesView> for SeriesBody {
    fn from(view: SeriesView) -> Self {
        view.row.into()
    }
}

impl DateBody {
    fn new(zone: &str, found: SeriesDate) -> Self {
        let (event, status) = found.edition.map(|edition| (edition.slug, edition.status.0)).unzip();
        Self {
            year: found.date.year(),
            date: found.date.to_string(),
            starts_local: found.starts_local.to_string(),
            zone: zone.to_owned(),
            starts_at: rfc3339(found.starts_at.as_millisecond()),
            venue: found.venue,
            announce_by: AnnounceBy { ideal: found.announce_by.ideal.to_string(), minimum: found.announce_by.minimum.to_string() },
            event,
            status,
        }
    }
}

/// Lists series, which are public.
#[utoipa::path(get, path = "/series", tag = "Series", params(PageQuery, SeriesQuery), responses((status = 200, body = Page<SeriesBody>)), security(()))]
async fn list(State(site): State<Site>, Query(page): Query<PageQuery>, Query(asked): Query<SeriesQuery>) -> Answer<Json<Page<SeriesBody>>> {
    let limit = page.limit()?;
    let rows = repo::series::list(site.db.read(), asked.host.as_deref(), page.after_id()?, limit + 1).await?;
    Ok(Json(Page::by_id(rows, limit, |row| row.series.id, SeriesBody::from)))
}

/// Makes a series. For organisers of the host; a rule that gives no date is 422 `rule_never_occurs`.
#[utoipa::path(post, path = "/series", tag = "Series", request_body = SeriesRequest, responses((status = 201, body = SeriesBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(site): State<Site>,
    Caller(actor): Caller,
    Layered(asked, _): Layered<SeriesRequest, SeriesChange>,
) -> Answer<(StatusCode, Json<SeriesBody>)> {
    let new = NewSeries { slug: asked.slug, host: asked.host, fields: asked.fields.into() };
    Ok((StatusCode::CREATED, Json(series::create(&site, &actor, new).await?.into())))
}

/// Shows a series.
#[utoipa::path(get, path = "/series/{slug}", tag = "Series", params(("slug" = String, Path)), responses((status = 200, body = SeriesBody), (status = 404, body = Problem)), security(()))]
async fn show(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<SeriesBody>> {
    Ok(Json(series::show(&site, &actor, &slug).await?.into()))
}

/// Changes the fields named. Editions that exist stay as they are. For organisers of the host.
#[utoipa::path(patch, path = "/series/{slug}", tag = "Series", params(("slug" = String, Path)), request_body = SeriesChange, responses((status = 200, body = SeriesBody), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<SeriesChange>,
) -> Answer<Json<SeriesBody>> {
    Ok(Json(series::update(&site, &actor, &slug, asked.into()).await?.into()))
}

/// The dates that the rule gives, at most 100 and none after 2199.
#[utoipa::path(get, path = "/series/{slug}/dates", tag = "Series", params(("slug" = String, Path), DatesQuery), responses((status = 200, body = Page<DateBody>), (status = 422, body = Problem)), security(()))]
async fn dates(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(asked): Query<DatesQuery>,
) -> Answer<Json<Page<DateBody>>> {
    let (view, found) = series::dates(&site, &actor, &slug, asked.from.as_deref(), asked.count).await?;
    let zone = view.row.series.zone;
    Ok(Json(Page::whole(found.into_iter().map(|date| DateBody::new(&zone, date)).collect())))
}

/// Makes the tentative event of one of the dates; nothing is sent. `not_in_rule` where the rule gives none, 409 `edition_exists`
/// where there is one. For organisers of the host.
#[utoipa::path(post, path = "/series/{slug}/editions", tag = "Series", params(("slug" = String, Path)), request_body = EditionRequest, responses((status = 201, body = EventBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn edition(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<EditionRequest>,
) -> Answer<(StatusCode, Json<EventBody>)> {
    let new = NewEdition { year: asked.year, date: asked.date, slug: asked.slug, title: asked.title.map(Text::from) };
    let made = series::announce_edition(&site, &actor, &slug, new).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}
