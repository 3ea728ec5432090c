//! The API under `/api/v1`, described by the OpenAPI document made from these very functions.

mod address;
mod agenda;
pub mod body;
pub mod caller;
mod comments;
mod date_polls;
mod document;
mod events;
mod hosts;
pub mod idempotency;
mod interest;
mod invitations;
mod me;
mod merges;
mod moderation;
mod outcomes;
pub mod page;
mod passes;
mod people;
pub mod problem;
mod procedure;
mod refusals;
mod registrations;
mod rounds;
pub mod schema;
mod series;
mod slots;
mod talk;
mod tally;
mod tools;
mod topic_files;
mod topics;

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use backend::Site;
use problem::Problem;
use serde_json::Value;
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Saiets",
        description = "Events and forums for professionals from Latvia in international organisations. The same to read, with what every call has in common: `/api`."
    ),
    external_docs(url = "/api", description = "The same to read"),
    servers((url = "/api/v1")),
    security(("bearer" = []))
)]
struct Document;

fn calls() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .merge(comments::routes())
        .merge(agenda::routes())
        .merge(date_polls::routes())
        .merge(events::routes())
        .merge(hosts::routes())
        .merge(interest::routes())
        .merge(invitations::routes())
        .merge(me::routes())
        .merge(merges::routes())
        .merge(passes::routes())
        .merge(moderation::routes())
        .merge(outcomes::routes())
        .merge(people::routes())
        .merge(procedure::routes())
        .merge(registrations::routes())
        .merge(rounds::routes())
        .merge(series::routes())
        .merge(slots::routes())
        .merge(tally::routes())
        .merge(talk::routes())
        .merge(tools::routes())
        .merge(topic_files::routes())
        .merge(topics::routes())
}

/// All calls, behind idempotency, and their OpenAPI document; what is not a call is a 404 problem.
pub fn router(site: &Site) -> (Router<Site>, Arc<Value>) {
    let (router, mut described) = OpenApiRouter::with_openapi(Document::openapi()).merge(calls()).split_for_parts();
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    described.components.get_or_insert_default().add_security_scheme("bearer", bearer);
    let document = Arc::new(document::complete(&described));
    let text = document.to_string();
    let router = router
        .layer(axum::middleware::from_fn_with_state(site.clone(), idempotency::once))
        .route("/openapi.json", get(move || async move { ([("content-type", "application/json")], text.clone()) }))
        .fallback(|| async { Problem::new(404, "not_found", "There is no such call.").into_response() })
        .method_not_allowed_fallback(|| async {
            Problem::new(405, "method_not_allowed", "This address does not take that method.").into_response()
        });
    (router, document)
}
