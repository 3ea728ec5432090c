//! `Idempotency-Key` on every POST: a repeat gives the first status and body and does nothing.

use super::caller::Caller;
use super::problem::Problem;
use super::{tally, topic_files};
use crate::http::BODY_LIMIT;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::Site;
use backend::service::idempotency::{self, Claim, Scope};

const NAME: &str = "idempotency-key";
const LONGEST: usize = 255;

/// Keys are per person; a call without a token or without a key goes straight through.
pub async fn once(State(site): State<Site>, caller: Option<Caller>, request: Request, next: Next) -> Response {
    let key =
        request.headers().get(NAME).filter(|_| request.method() == Method::POST).map(|key| key.to_str().unwrap_or_default().to_owned());
    let (Some(Caller(actor)), Some(key)) = (caller, key) else { return next.run(request).await };
    let Some(person) = actor.id() else { return next.run(request).await };
    if key.is_empty() || key.len() > LONGEST {
        return Problem::new(400, "invalid_idempotency_key", "An idempotency key is 1 to 255 visible characters.").into_response();
    }
    run_once(&site, person, &key, request, next).await.unwrap_or_else(Problem::into_response)
}

async fn run_once(site: &Site, person: i64, key: &str, request: Request, next: Next) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let too_large = |_| Problem::new(413, "too_large", "The body is larger than this call takes.");
    let limit = match parts.uri.path() {
        path if path.ends_with("/tools/tally") => tally::BODY_LIMIT,
        path if path.ends_with("/files") => topic_files::BODY_LIMIT,
        _ => BODY_LIMIT,
    };
    let bytes = to_bytes(body, limit).await.map_err(too_large)?;
    let scope = Scope { person, key: key.to_owned() };
    let fingerprint = [parts.uri.to_string().as_bytes(), b"\n", &bytes].concat();
    match idempotency::claim(site, &scope, &fingerprint).await? {
        Claim::Repeat { status, body } => return Ok(answer(status, body, true)),
        Claim::Ours => {}
    }
    let response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default().to_vec();
    // What failed on our side may be tried again with the same key.
    if status.is_server_error() {
        idempotency::release(site, &scope).await?;
    } else {
        idempotency::keep(site, &scope, status.as_u16(), &body).await?;
    }
    Ok(answer(status.as_u16(), body, false))
}

fn answer(status: u16, body: Vec<u8>, repeat: bool) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = if status.is_client_error() || status.is_server_error() { "application/problem+json" } else { "application/json" };
    let mut response = (status, body).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if repeat {
        response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    response
}
