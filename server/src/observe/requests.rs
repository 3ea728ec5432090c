//! One line and one count for each request, by the pattern of its route: the path itself may name a person or hold a secret.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use backend::clock::Stopwatch;
use backend::id;
use std::time::Duration;
use tracing::Instrument;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Asked for every few seconds by machines.
const QUIET: [&str; 3] = ["/healthz", "/readyz", "/metrics"];

/// Around everything else. The id is ours, never the caller's: what a caller sends may be anything.
pub async fn observe(request: Request, next: Next) -> Response {
    let watch = Stopwatch::start();
    let (method, route) = (name(request.method()), pattern(&request));
    let id = id::unique();
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| note(method, &route, response.status(), watch.elapsed()));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

fn note(method: &'static str, route: &str, status: StatusCode, took: Duration) {
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if QUIET.contains(&route) {
        tracing::debug!(method, route, status = status.as_u16(), ms, "request");
    } else {
        tracing::info!(method, route, status = status.as_u16(), ms, "request");
    }
    let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", class(status).to_owned())];
    metrics::histogram!("saiets_http_request_seconds", &labels).record(took.as_secs_f64());
}

/// What an address is, without what it says; one name for all that nobody knows, so that nobody can make us count for ever.
fn pattern(request: &Request) -> String {
    let matched = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    matched.map_or("unknown", |path| path.split("{*").next().unwrap_or(path)).to_owned()
}

fn name(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
