//! Invitations: sent, listed, withdrawn.

use super::address::{Path, Query};
use super::body::Body;
use super::caller::Caller;
use super::page::{Page, PageQuery};
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::repo::invitations::Row;
use backend::service::invitations::{self, Outcome, Wanted, WantedAudience};
use domain::invitation::{Delivery, PartStat};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(list, invite)).routes(routes!(withdraw))
}

/// Whom to invite; addresses, an audience, or both.
#[derive(Debug, Deserialize, ToSchema)]
struct InvitationsRequest {
    /// At most 1,000. An unknown address becomes a person with that address only.
    #[serde(default)]
    #[schema(example = json!(["ilze@example.org"]))]
    emails: Option<Vec<String>>,
    /// People who have agreed to be contacted, by what they say of themselves.
    audience: Option<AudienceRequest>,
}

/// Lists narrow each other; within a list any value fits. At least one list must have something in it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(super) struct AudienceRequest {
    /// ISO 3166-1 alpha-2.
    #[schema(example = json!(["BE", "LU"]))]
    countries: Option<Vec<String>>,
    /// `diplomacy`, `justice`, `culture_and_sport`, `economy_and_finance`, `other`
    segments: Option<Vec<String>>,
    /// As people write them.
    competences: Option<Vec<String>>,
    /// Short names of hosts the caller has a role in: their members, and who was registered with them.
    hosts: Option<Vec<String>>,
}

/// How it went.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationsAnswer {
    /// So many were invited.
    invited: u64,
    /// Who was not.
    skipped: Vec<Skipped>,
}

/// One who was not invited.
#[derive(Debug, Serialize, ToSchema)]
struct Skipped {
    /// As given.
    email: String,
    /// `invalid_email`, `already_invited`, `already_registered`, `no_contact_consent` or `contact_limit`
    code: &'static str,
}

/// One invitation.
#[derive(Debug, Serialize, ToSchema)]
struct Invitation {
    email: String,
    /// Possibly empty.
    name: String,
    /// `needs_action`, `accepted`, `tentative` or `declined`
    #[schema(value_type = String)]
    partstat: PartStat,
    /// SEQUENCE last sent.
    sequence: i32,
    /// `queued`, `sent`, `bounced` or `failed`
    #[schema(value_type = String)]
    delivery: Delivery,
}

impl From<InvitationsRequest> for Wanted {
    fn from(asked: InvitationsRequest) -> Self {
        Self { emails: asked.emails.unwrap_or_default(), audience: asked.audience.map(Into::into) }
    }
}

impl From<AudienceRequest> for WantedAudience {
    fn from(asked: AudienceRequest) -> Self {
        Self {
            countries: asked.countries.unwrap_or_default(),
            segments: asked.segments.unwrap_or_default(),
            competences: asked.competences.unwrap_or_default(),
            hosts: asked.hosts.unwrap_or_default(),
        }
    }
}

impl From<Outcome> for InvitationsAnswer {
    fn from(outcome: Outcome) -> Self {
        let skipped = outcome.skipped.into_iter().map(|(email, code)| Skipped { email, code });
        Self { invited: outcome.invited, skipped: skipped.collect() }
    }
}

fn show(row: Row) -> Invitation {
    Invitation { email: row.email, name: row.name, partstat: row.partstat.0, sequence: row.sequence, delivery: row.delivery.0 }
}

/// Invites people. Before the event is announced nothing is sent; the invitations wait for it.
#[utoipa::path(post, path = "/events/{slug}/invitations", tag = "Invitations", params(("slug" = String, Path)), request_body = InvitationsRequest, responses((status = 200, body = InvitationsAnswer), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn invite(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<InvitationsRequest>,
) -> Answer<Json<InvitationsAnswer>> {
    let outcome = invitations::invite(&site, &actor, &slug, asked.into()).await?;
    Ok(Json(outcome.into()))
}

/// The invitations that stand, oldest first; for the host's own people.
#[utoipa::path(get, path = "/events/{slug}/invitations", tag = "Invitations", params(("slug" = String, Path), PageQuery), responses((status = 200, body = Page<Invitation>), (status = 403, body = Problem)))]
async fn list(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<Invitation>>> {
    let limit = page.limit()?;
    let rows = invitations::list(&site, &actor, &slug, page.after_id()?, limit + 1).await?;
    Ok(Json(Page::by_id(rows, limit, |row| row.id, show)))
}

/// Withdraws one person's invitation, and the place if there is one: CANCEL to that person, the event lives on.
#[utoipa::path(delete, path = "/events/{slug}/invitations/{email}", tag = "Invitations", params(("slug" = String, Path), ("email" = String, Path)), responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
async fn withdraw(State(site): State<Site>, Caller(actor): Caller, Path((slug, email)): Path<(String, String)>) -> Answer<StatusCode> {
    invitations::withdraw(&site, &actor, &slug, &email).await?;
    Ok(StatusCode::NO_CONTENT)
}
