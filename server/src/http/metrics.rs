//! `/metrics`, for who watches over the installation.

use super::api::caller::Caller;
use super::limits::Limits;
use crate::observe::metrics;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use backend::Site;

/// From this machine or a trusted network without anything asked; from elsewhere, or through a proxy, for administrators. To
/// everybody else there is no such page.
pub fn router(limits: Limits) -> Router<Site> {
    metrics::book();
    Router::new().route("/metrics", get(show).layer(Extension(limits)))
}

async fn show(Extension(limits): Extension<Limits>, caller: Option<Caller>, State(site): State<Site>, request: Request) -> Response {
    let is_admin = caller.is_some_and(|Caller(actor)| actor.is_admin());
    if !is_admin && !limits.is_near(request.extensions(), request.headers()) {
        return (StatusCode::NOT_FOUND, "not_found\n").into_response();
    }
    match metrics::text(&site).await {
        Ok(text) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the figures cannot be read");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
