//! Calendars to subscribe to: RFC 5545 text with a strong ETag over the very bytes.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::service::{feeds, people};
use backend::{Error, Site, keys};
use domain::text::Lang;
use serde::Deserialize;

/// All feeds.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/calendar.ics", get(public))
        .route("/hosts/{host}/calendar.ics", get(of_host))
        .route("/series/{series}/calendar.ics", get(of_series))
        .route("/events/{event}", get(of_event))
        .route("/u/{secret}/calendar.ics", get(of_person))
}

#[derive(Debug, Deserialize)]
struct Asked {
    lang: Option<String>,
}

impl Asked {
    fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(|lang| lang.parse().ok())
    }
}

type Feed = Result<Response, Refused>;

/// A feed that is not given; calendar programs read the status only.
struct Refused(Error);

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        if let Error::Internal(source) | Error::Unavailable(source) = &self.0 {
            tracing::error!(%source, "a feed failed");
        }
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{}\n", self.0.code())).into_response()
    }
}

async fn public(State(site): State<Site>, Query(asked): Query<Asked>, headers: HeaderMap) -> Feed {
    let text = feeds::public(&site, asked.lang().unwrap_or_default()).await?;
    Ok(answer(&headers, text, "saiets.ics", Reader::Anybody))
}

async fn of_host(State(site): State<Site>, Path(host): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Feed {
    let text = feeds::of_host(&site, &host, asked.lang().unwrap_or_default()).await?;
    Ok(answer(&headers, text, "saiets.ics", Reader::Anybody))
}

async fn of_series(State(site): State<Site>, Path(series): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Feed {
    let text = feeds::of_series(&site, &series, asked.lang().unwrap_or_default()).await?;
    Ok(answer(&headers, text, "saiets.ics", Reader::Anybody))
}

async fn of_event(State(site): State<Site>, Path(file): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Feed {
    let slug = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    let actor = app::session::actor(&site, &headers).await;
    let text = feeds::of_event(&site, &actor, slug, asked.lang().unwrap_or_default()).await?;
    let reader = if actor.me.is_some() { Reader::One } else { Reader::Anybody };
    Ok(answer(&headers, text, "saiets.ics", reader))
}

async fn of_person(State(site): State<Site>, Path(secret): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Feed {
    let person = people::by_calendar_secret(&site, &secret).await?.ok_or(Error::NotFound)?;
    let text = feeds::of_person(&site, &person, asked.lang()).await?;
    Ok(answer(&headers, text, "saiets.ics", Reader::One))
}

/// Who may keep a copy.
#[derive(Clone, Copy)]
enum Reader {
    Anybody,
    One,
}

fn answer(headers: &HeaderMap, text: String, name: &str, reader: Reader) -> Response {
    let tag = format!("\"{}\"", keys::hash(&text));
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|value| knows(value, &tag));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { text.into_response() };
    let kept = match reader {
        Reader::Anybody => "public, no-cache",
        Reader::One => "private, no-cache",
    };
    let own = response.headers_mut();
    own.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    own.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        own.insert(header::ETAG, tag);
    }
    if let Ok(name) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        own.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// RFC 9110 13.1.2: any of a list, compared weakly, or `*`.
fn knows(list: &str, tag: &str) -> bool {
    list.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[cfg(test)]
mod tests {
    use super::knows;

    #[test]
    fn a_client_that_has_the_bytes_is_told_so() {
        for list in ["\"a\"", "\"b\", \"a\"", "W/\"a\"", "*"] {
            assert!(knows(list, "\"a\""), "{list}");
        }
        for list in ["", "a", "\"b\"", "\"a\"b"] {
            assert!(!knows(list, "\"a\""), "{list}");
        }
    }
}
