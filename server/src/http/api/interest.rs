//! "Will you come?" in five words, before registration opens.

use super::address::Path;
use super::body::Body;
use super::caller::Caller;
use super::problem::{Answer, Problem};
use axum::Json;
use axum::extract::State;
use backend::Site;
use backend::service::interest;
use domain::event::Interest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(counts, give))
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
struct InterestRequest {
    /// `yes`, `maybe`, `remote_only`, `cannot` or `not_interested`
    #[schema(example = "yes")]
    answer: String,
}

/// The answer kept.
#[derive(Debug, Serialize, ToSchema)]
struct InterestBody {
    #[schema(value_type = String)]
    answer: Interest,
}

/// How many gave each answer. Groups under 5 are in `others` for everybody but the event's organisers.
#[derive(Debug, Serialize, ToSchema)]
struct Counts {
    #[serde(skip_serializing_if = "Option::is_none")]
    yes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remote_only: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cannot: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_interested: Option<i64>,
    /// Those in groups too small to be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    others: Option<i64>,
}

/// Gives or changes the caller's answer; 409 `status` for a draft and for what is held or cancelled.
#[utoipa::path(put, path = "/events/{slug}/interest", tag = "Interest", params(("slug" = String, Path)), request_body = InterestRequest, responses((status = 200, body = InterestBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn give(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(asked): Body<InterestRequest>,
) -> Answer<Json<InterestBody>> {
    Ok(Json(InterestBody { answer: interest::give(&site, &actor, &slug, &asked.answer).await? }))
}

/// How many gave each answer; for who is signed in.
#[utoipa::path(get, path = "/events/{slug}/interest", tag = "Interest", params(("slug" = String, Path)), responses((status = 200, body = Counts), (status = 404, body = Problem)))]
async fn counts(State(site): State<Site>, Caller(actor): Caller, Path(slug): Path<String>) -> Answer<Json<Counts>> {
    let counts = interest::counts(&site, &actor, &slug).await?;
    Ok(Json(Counts {
        yes: counts.get(Interest::Yes),
        maybe: counts.get(Interest::Maybe),
        remote_only: counts.get(Interest::RemoteOnly),
        cannot: counts.get(Interest::Cannot),
        not_interested: counts.get(Interest::NotInterested),
        others: counts.others,
    }))
}
