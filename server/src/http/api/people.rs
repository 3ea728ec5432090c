//! People, as organisers record and find them.

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::entity::{consent, person};
use backend::repo::people::{self as repo, Found};
use backend::service::access;
use backend::service::consent::{agrees, decisions};
use backend::service::people::{self, NewPerson, NewProfile, Written};
use backend::{Error, Site};
use domain::consent::Purpose;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls on people.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(put)).routes(routes!(find))
}

/// A person to be recorded; what is left out is removed, but for consents, which stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
struct PersonRequest {
    /// At most 200 characters.
    #[schema(example = "Ilze Kalniņa")]
    name: String,
    /// The person's own IANA zone.
    #[schema(example = "America/New_York")]
    zone: String,
    /// ISO 3166-1 alpha-2.
    #[schema(example = "US")]
    country: Option<String>,
    /// `lv` or `en`
    #[schema(example = "lv")]
    language: String,
    /// `diplomacy`, `justice`, `culture_and_sport`, `economy_and_finance` or `other`
    segment: Option<String>,
    /// At most 200 characters.
    organisation: Option<String>,
    /// At most 30 of 100 characters.
    #[serde(default)]
    competences: Vec<String>,
    /// Recorded as evidence where they are another person's: with the host, the words and the date.
    #[serde(default)]
    consents: ConsentsRequest,
    /// How many letters a year are welcome, 0–365; absent: no limit.
    contact_per_year: Option<i64>,
    /// The host that holds consents given on paper; absent: the first in which you organise.
    host: Option<String>,
}

/// Decisions; what is left out stays as it is.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct ConsentsRequest {
    /// To appear in the directory.
    directory: Option<bool>,
    /// Anonymous research.
    research: Option<bool>,
    /// To be asked for advice.
    contact: Option<bool>,
}

/// What a person agrees to now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsentsAnswer {
    directory: bool,
    research: bool,
    contact: bool,
}

/// A person's profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonAnswer {
    /// The address, in small letters.
    email: String,
    name: String,
    zone: String,
    country: Option<String>,
    language: &'static str,
    segment: Option<&'static str>,
    organisation: Option<String>,
    competences: Vec<String>,
    consents: ConsentsAnswer,
    contact_per_year: Option<i32>,
}

impl ConsentsRequest {
    fn decisions(&self) -> Vec<(Purpose, bool)> {
        let all = [(Purpose::Directory, self.directory), (Purpose::Research, self.research), (Purpose::Contact, self.contact)];
        all.into_iter().filter_map(|(purpose, given)| given.map(|given| (purpose, given))).collect()
    }
}

impl PersonAnswer {
    /// From the row and the person's decisions.
    pub fn new(person: person::Model, decisions: &[consent::Model]) -> Self {
        let agreed = |purpose| agrees(decisions, purpose);
        Self {
            email: person.email,
            name: person.name,
            zone: person.zone,
            country: person.country,
            language: person.language.0.code(),
            segment: person.segment.map(|segment| segment.0.into()),
            organisation: person.organisation,
            competences: person.competences.0,
            consents: ConsentsAnswer {
                directory: agreed(Purpose::Directory),
                research: agreed(Purpose::Research),
                contact: agreed(Purpose::Contact),
            },
            contact_per_year: person.contact_per_year,
        }
    }
}

/// Records a person. Yourself always; others: administrators and organisers, until the person has signed in (403
/// `signed_in_person`).
#[utoipa::path(put, path = "/people/{email}", tag = "People", params(("email" = String, Path)), request_body = PersonRequest,
    responses((status = 201, body = PersonAnswer), (status = 200, body = PersonAnswer), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn put(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(email): Path<String>,
    Body(asked): Body<PersonRequest>,
) -> Answer<(StatusCode, Json<PersonAnswer>)> {
    let consents = asked.consents.decisions();
    let profile = NewProfile {
        name: asked.name,
        zone: asked.zone,
        country: asked.country,
        language: asked.language,
        segment: asked.segment,
        organisation: asked.organisation,
        competences: asked.competences,
        contact_per_year: asked.contact_per_year,
    };
    let (written, person) = people::put(&site, &actor, &email, NewPerson { profile, consents, host: asked.host }).await?;
    let decisions = decisions(site.db.read(), person.id).await?;
    Ok((status(written), Json(PersonAnswer::new(person, &decisions))))
}

/// 201 or 200.
pub fn status(written: Written) -> StatusCode {
    if written == Written::Created { StatusCode::CREATED } else { StatusCode::OK }
}

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
struct FindQuery {
    /// Part of a name, address or organisation; case and diacritics do not matter.
    q: Option<String>,
}

/// A person who was found.
#[derive(Debug, Serialize, ToSchema)]
struct PersonItem {
    email: String,
    name: String,
    organisation: Option<String>,
}

/// Finds people. Administrators find everybody; assistants, organisers and coordinators find who is in the directory and who has
/// to do with their hosts: invited, registered, a member, or recorded by them.
#[utoipa::path(get, path = "/people", tag = "People", params(FindQuery, PageQuery),
    responses((status = 200, body = Page<PersonItem>), (status = 403, body = Problem)))]
async fn find(
    State(site): State<Site>,
    Caller(actor): Caller,
    Query(asked): Query<FindQuery>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<PersonItem>>> {
    let db = site.db.read();
    let whom = access::findable(db, &actor).await?;
    let limit = page.limit()?;
    let sought = asked.q.unwrap_or_default();
    if sought.chars().count() > 200 {
        return Err(Error::field("q", "too_long").into());
    }
    let rows = repo::find(db, &whom, &sought, page.after_id()?, limit + 1).await?;
    let show = |row: Found| PersonItem { email: row.email, name: row.name, organisation: row.organisation };
    Ok(Json(Page::by_id(rows, limit, |row| row.id, show)))
}
