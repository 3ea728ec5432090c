//! Hosts and their members.

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::people::status;
use super::problem::{Answer, Problem};
use super::schema::Words;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::entity::host;
use backend::repo::hosts::{self as repo, Member, Placed};
use backend::service::hosts::{self, HostChange, NewHost};
use backend::service::members;
use domain::text::Text;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls on hosts.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(create, list))
        .routes(routes!(show, change))
        .routes(routes!(list_members))
        .routes(routes!(put_member, remove_member))
}

/// A name in one or both languages, or one that is the same in both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum NameRequest {
    /// The same in both languages.
    Same(String),
    /// In each language.
    Each(Words),
}

impl From<NameRequest> for Text {
    fn from(name: NameRequest) -> Self {
        match name {
            NameRequest::Same(name) => Self { lv: Some(name.clone()), en: Some(name) },
            NameRequest::Each(words) => words.into(),
        }
    }
}

/// A host to be made.
#[derive(Debug, Deserialize, ToSchema)]
struct HostRequest {
    /// The short name in addresses: a–z, 0–9 and single hyphens, at most 64.
    #[schema(example = "embassy-bern")]
    slug: String,
    name: NameRequest,
    /// `ministry`, `chancellery`, `representation`, `embassy` or `association`
    #[schema(example = "embassy")]
    kind: String,
    /// ISO 3166-1 alpha-2.
    #[schema(example = "CH")]
    country: Option<String>,
    /// IANA zone.
    #[schema(example = "Europe/Zurich")]
    zone: String,
    /// The slug of the host above it.
    parent: Option<String>,
}

/// What is to change; what is left out stays, null removes country and parent.
#[derive(Debug, Deserialize, ToSchema)]
struct HostChangeRequest {
    name: Option<NameRequest>,
    /// As for a new host.
    kind: Option<String>,
    /// As for a new host.
    #[serde(default, deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    country: Option<Option<String>>,
    /// As for a new host.
    zone: Option<String>,
    /// As for a new host; administrators only.
    #[serde(default, deserialize_with = "named")]
    #[schema(value_type = Option<String>)]
    parent: Option<Option<String>>,
}

/// Tells a null from a field that is not there.
fn named<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// A host.
#[derive(Debug, Serialize, ToSchema)]
struct HostAnswer {
    slug: String,
    name: Words,
    kind: &'static str,
    country: Option<String>,
    zone: String,
    /// The slug of the host above it.
    parent: Option<String>,
}

/// A host with what is next to it.
#[derive(Debug, Serialize, ToSchema)]
struct PlacedHostAnswer {
    #[serde(flatten)]
    host: HostAnswer,
    /// The slugs of the hosts below it.
    children: Vec<String>,
    /// The calendar of its public events.
    calendar_url: String,
}

impl HostAnswer {
    fn new(host: host::Model, parent: Option<String>) -> Self {
        let kind = host.kind.0.into();
        Self { slug: host.slug, name: host.name.0.into(), kind, country: host.country, zone: host.zone, parent }
    }
}

impl PlacedHostAnswer {
    fn new(site: &Site, placed: Placed) -> Self {
        let calendar_url = site.url(&format!("/hosts/{}/calendar.ics", placed.host.slug));
        let children = placed.children.into_iter().map(|child| child.slug).collect();
        Self { host: HostAnswer::new(placed.host, placed.parent.map(|parent| parent.slug)), children, calendar_url }
    }
}

/// Makes a host: administrators. A slug in use is 409 `slug_taken`.
#[utoipa::path(post, path = "/hosts", tag = "Hosts", request_body = HostRequest,
    responses((status = 201, body = PlacedHostAnswer), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(site): State<Site>,
    Caller(actor): Caller,
    Body(asked): Body<HostRequest>,
) -> Answer<(StatusCode, Json<PlacedHostAnswer>)> {
    let HostRequest { slug, name, kind, country, zone, parent } = asked;
    let host = hosts::create(&site, &actor, NewHost { slug, name: name.into(), kind, country, zone, parent }).await?;
    let placed = repo::around(site.db.read(), host).await?;
    Ok((StatusCode::CREATED, Json(PlacedHostAnswer::new(&site, placed))))
}

/// All hosts, oldest first.
#[utoipa::path(get, path = "/hosts", tag = "Hosts", params(PageQuery), responses((status = 200, body = Page<HostAnswer>)), security(()))]
async fn list(State(site): State<Site>, Query(page): Query<PageQuery>) -> Answer<Json<Page<HostAnswer>>> {
    let limit = page.limit()?;
    let rows = repo::list(site.db.read(), page.after_id()?, limit + 1).await?;
    Ok(Json(Page::by_id(rows, limit, |(host, _)| host.id, |(host, parent)| HostAnswer::new(host, parent))))
}

/// One host.
#[utoipa::path(get, path = "/hosts/{slug}", tag = "Hosts", params(("slug" = String, Path)),
    responses((status = 200, body = PlacedHostAnswer), (status = 404, body = Problem)), security(()))]
async fn show(State(site): State<Site>, Path(slug): Path<String>) -> Answer<Json<PlacedHostAnswer>> {
    let placed = repo::placed(site.db.read(), &slug).await?;
    Ok(Json(PlacedHostAnswer::new(&site, placed)))
}

/// Changes a host: its coordinators and administrators.
#[utoipa::path(patch, path = "/hosts/{slug}", tag = "Hosts", params(("slug" = String, Path)), request_body = HostChangeRequest,
    responses((status = 200, body = PlacedHostAnswer), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn change(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<HostChangeRequest>,
) -> Answer<Json<PlacedHostAnswer>> {
    let HostChangeRequest { name, kind, country, zone, parent } = asked;
    let host = hosts::change(&site, &actor, &slug, HostChange { name: name.map(Text::from), kind, country, zone, parent }).await?;
    let placed = repo::around(site.db.read(), host).await?;
    Ok(Json(PlacedHostAnswer::new(&site, placed)))
}

/// The role a member is given.
#[derive(Debug, Deserialize, ToSchema)]
struct MemberRequest {
    /// `coordinator`, `organiser`, `assistant` or `viewer`
    #[schema(example = "organiser")]
    role: String,
}

/// A member of a host.
#[derive(Debug, Serialize, ToSchema)]
struct MemberAnswer {
    email: String,
    name: String,
    role: &'static str,
    /// The parent's coordinator named them.
    named_by_parent: bool,
}

impl From<Member> for MemberAnswer {
    fn from(member: Member) -> Self {
        Self { email: member.email, name: member.name, role: member.role.0.into(), named_by_parent: member.named_by_parent }
    }
}

/// The members of a host, for its members, its parent's coordinators and administrators.
#[utoipa::path(get, path = "/hosts/{slug}/members", tag = "Hosts", params(("slug" = String, Path)),
    responses((status = 200, body = Page<MemberAnswer>), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn list_members(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Page<MemberAnswer>>> {
    let (_, members) = members::list(&site, &actor, &slug).await?;
    Ok(Json(Page::whole(members.into_iter().map(MemberAnswer::from).collect())))
}

/// Gives a person a role in a host: its coordinators, its parent's coordinators (which is shown), administrators.
#[utoipa::path(put, path = "/hosts/{slug}/members/{email}", tag = "Hosts", params(("slug" = String, Path), ("email" = String, Path)),
    request_body = MemberRequest,
    responses((status = 201, body = MemberAnswer), (status = 200, body = MemberAnswer), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn put_member(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path((slug, email)): Path<(String, String)>,
    Body(asked): Body<MemberRequest>,
) -> Answer<(StatusCode, Json<MemberAnswer>)> {
    let (written, member) = members::put(&site, &actor, &slug, &email, &asked.role).await?;
    Ok((status(written), Json(member.into())))
}

/// Takes a role away: whoever may give it, or the member.
#[utoipa::path(delete, path = "/hosts/{slug}/members/{email}", tag = "Hosts", params(("slug" = String, Path), ("email" = String, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn remove_member(State(site): State<Site>, Caller(actor): Caller, Path((slug, email)): Path<(String, String)>) -> Answer<StatusCode> {
    members::remove(&site, &actor, &slug, &email).await?;
    Ok(StatusCode::NO_CONTENT)
}
