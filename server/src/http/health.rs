//! Whether the server is alive, and whether it can work. No limit counts here.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use backend::Site;
use backend::schema::{self, Schema};
use std::time::Duration;

/// Who asks wants to know soon; a pool would wait longer for a database that is away.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/healthz` (alive) and `/readyz` (the database answers with the schema this binary knows, and nobody has asked it to stop).
pub fn router() -> Router<Site> {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready))
}

async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    match why_not(&site).await {
        None => (StatusCode::OK, "ready\n"),
        Some(reason) => (StatusCode::SERVICE_UNAVAILABLE, reason),
    }
}

async fn why_not(site: &Site) -> Option<&'static str> {
    if site.live.is_stopping() {
        return Some("stopping\n");
    }
    match tokio::time::timeout(PATIENCE, schema::taken(site.db.read())).await {
        Ok(Ok(steps)) if Schema::of(&steps) == Schema::Current => None,
        Ok(Ok(_)) => Some("the database has another schema\n"),
        _ => Some("the database does not answer\n"),
    }
}
