//! Calendars to subscribe to: RFC 5545 text with a strong ETag over the very bytes.

use app::page::Public;
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

async fn public(State(site): State<Site>, Query(asked): Query<Asked>) -> Feed {
    let text = feeds::public(&site, asked.lang().unwrap_or_default()).await?;
    Ok(answer(text, "saiets.ics", Reader::Anybody))
}

async fn of_host(State(site): State<Site>, Path(host): Path<String>, Query(asked): Query<Asked>) -> Feed {
    let text = feeds::of_host(&site, &host, asked.lang().unwrap_or_default()).await?;
    Ok(answer(text, "saiets.ics", Reader::Anybody))
}

async fn of_series(State(site): State<Site>, Path(series): Path<String>, Query(asked): Query<Asked>) -> Feed {
    let text = feeds::of_series(&site, &series, asked.lang().unwrap_or_default()).await?;
    Ok(answer(text, "saiets.ics", Reader::Anybody))
}

async fn of_event(State(site): State<Site>, Path(file): Path<String>, Query(asked): Query<Asked>, headers: HeaderMap) -> Feed {
    let slug = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    let actor = app::session::actor(&site, &headers).await;
    let text = feeds::of_event(&site, &actor, slug, asked.lang().unwrap_or_default()).await?;
    let reader = if actor.me.is_some() { Reader::One } else { Reader::Anybody };
    let mut response = answer(text, "saiets.ics", reader);
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie"));
    Ok(response)
}

async fn of_person(State(site): State<Site>, Path(secret): Path<String>, Query(asked): Query<Asked>) -> Feed {
    let person = people::by_calendar_secret(&site, &secret).await?.ok_or(Error::NotFound)?;
    let text = feeds::of_person(&site, &person, asked.lang()).await?;
    Ok(answer(text, "saiets.ics", Reader::One))
}

/// Who may keep a copy.
#[derive(Clone, Copy)]
enum Reader {
    Anybody,
    One,
}

fn answer(text: String, name: &str, reader: Reader) -> Response {
    let tag = format!("\"{}\"", keys::hash(&text));
    let mut response = text.into_response();
    if matches!(reader, Reader::Anybody) {
        response.extensions_mut().insert(Public);
    }
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
