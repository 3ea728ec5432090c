//! Whether the server is alive, and whether it can work.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use backend::Site;

/// `/healthz` (alive) and `/readyz` (the database answers).
pub fn router() -> Router<Site> {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready))
}

async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    match site.db.read().ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
