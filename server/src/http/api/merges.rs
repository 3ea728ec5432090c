//! Making two topics one, with the author's consent.

use super::address::Path;
use super::body::Body;
use super::caller::Caller;
use super::problem::{Answer, Problem};
use super::topics::{Topic, one};
use axum::Json;
use axum::extract::State;
use backend::Site;
use backend::service::talk::merge;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The calls.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new().routes(routes!(propose, withdraw)).routes(routes!(accept)).routes(routes!(refuse))
}

/// A merger to propose.
#[derive(Debug, Deserialize, ToSchema)]
struct MergeRequest {
    /// The id of the topic it would become part of.
    into: i64,
}

/// Asks the author to let a topic become part of another; for organisers.
#[utoipa::path(post, path = "/topics/{id}/merge", tag = "Topics", params(("id" = i64, Path)), request_body = MergeRequest, responses((status = 200, body = Topic), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn propose(
    State(site): State<Site>,
    Caller(actor): Caller,
    Path(id): Path<i64>,
    Body(asked): Body<MergeRequest>,
) -> Answer<Json<Topic>> {
    let topic = merge::propose(&site, &actor, id, asked.into).await?;
    one(&site, &actor, topic).await
}

/// The organisers no longer ask.
#[utoipa::path(delete, path = "/topics/{id}/merge", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Topic), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn withdraw(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Topic>> {
    let topic = merge::withdraw(&site, &actor, id).await?;
    one(&site, &actor, topic).await
}

/// The author accepts, with a name or without; nobody's support moves.
#[utoipa::path(post, path = "/topics/{id}/merge/accept", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Topic), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn accept(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Topic>> {
    let topic = merge::accept(&site, &actor, id).await?;
    one(&site, &actor, topic).await
}

/// The author would rather not.
#[utoipa::path(post, path = "/topics/{id}/merge/refuse", tag = "Topics", params(("id" = i64, Path)), responses((status = 200, body = Topic), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn refuse(State(site): State<Site>, Caller(actor): Caller, Path(id): Path<i64>) -> Answer<Json<Topic>> {
    let topic = merge::refuse(&site, &actor, id).await?;
    one(&site, &actor, topic).await
}
