//! Against requests that another site makes a reader's browser send (CSRF).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::config::Config;
use std::sync::Arc;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Lets a change through only from our own pages. The API is apart: it takes no cookie, so a browser has nothing to lend.
pub async fn same_origin(State(config): State<Arc<Config>>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let one_click = request.uri().path().starts_with("/unsubscribe/");
    if safe || one_click || request.uri().path().starts_with("/api/") || is_own(&config, request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This form came from another site; nothing was changed.\n").into_response()
    }
}

/// Browsers say where a form came from in `Sec-Fetch-Site`, older ones in `Origin`; a client that sends neither is no browser
/// and has no cookie that was not its own.
fn is_own(config: &Config, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(SEC_FETCH_SITE), text(header::ORIGIN)) {
        (Some(from), _) => matches!(from, "same-origin" | "none"),
        (None, Some(origin)) => {
            origin == config.base_url || text(header::HOST).is_some_and(|host| origin.split_once("://").is_some_and(|(_, at)| at == host))
        }
        (None, None) => true,
    }
}
