//! What could not be done, as a page in the reader's language.

use crate::flash::see_other;
use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::session;
use crate::text::{self, t};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::{Error, Site};
use domain::fault::Fault;
use domain::text::Lang;
use leptos::prelude::*;

/// What a page handler answers: `Ok` page or redirect, or why not. [`dress`] makes the latter a page.
pub type Page = Result<Response, Failed>;

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// There is no such thing, or the reader may not know of it.
    NotFound,
    /// The reader's role does not reach this far.
    Forbidden,
    /// Only for people who have signed in.
    SignIn,
    /// The state of things does not allow it; the code has a sentence.
    Conflict(String),
    /// Refused at fields the page has no form for.
    Invalid(Vec<Fault>),
    /// Too often.
    TooMany,
    /// Too large a body.
    TooLarge,
    /// No browser sends this.
    Malformed(StatusCode),
    /// The database cannot work at the moment.
    Unavailable,
    /// Our fault.
    Internal,
}

impl Failed {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed(status) => *status,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::UNAUTHORIZED => Self::SignIn,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_client_error() => Self::Malformed(status),
            _ => Self::Internal,
        }
    }

    fn title(&self, lang: Lang) -> String {
        match self {
            Self::NotFound => t(lang, "failure-not-found-title"),
            Self::Forbidden | Self::SignIn => t(lang, "failure-forbidden-title"),
            Self::Conflict(_) | Self::Invalid(_) => t(lang, "failure-refused-title"),
            Self::TooMany => t(lang, "failure-too-many-title"),
            Self::TooLarge => t(lang, "failure-too-large-title"),
            Self::Malformed(_) => t(lang, "failure-malformed-title"),
            Self::Unavailable => t(lang, "failure-unavailable-title"),
            Self::Internal => t(lang, "failure-internal-title"),
        }
    }

    fn said(&self, lang: Lang) -> Vec<String> {
        let one = match self {
            Self::NotFound => t(lang, "failure-not-found"),
            Self::Forbidden | Self::SignIn => t(lang, "failure-forbidden"),
            Self::Conflict(code) => text::error(lang, code),
            Self::Invalid(faults) => return faults.iter().map(|fault| text::fault(lang, fault)).collect(),
            Self::TooMany => t(lang, "failure-too-many"),
            Self::TooLarge => t(lang, "failure-too-large"),
            Self::Malformed(_) => t(lang, "failure-malformed"),
            Self::Unavailable => t(lang, "failure-unavailable"),
            Self::Internal => t(lang, "failure-internal"),
        };
        vec![one]
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(faults) => Self::Invalid(faults),
            Error::Unauthenticated => Self::SignIn,
            Error::Forbidden | Error::Refused(_) => Self::Forbidden,
            Error::NotFound => Self::NotFound,
            Error::Conflict(code) => Self::Conflict(code.to_owned()),
            Error::TooOften(_) => Self::TooMany,
            Error::Unavailable(source) => {
                tracing::error!(error = %source, "a page has to wait");
                Self::Unavailable
            }
            Error::Internal(source) => {
                tracing::error!(error = %source, "a page failed");
                Self::Internal
            }
        }
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if self == Self::Unavailable {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// On a request for a page that came too often: again after so many seconds.
#[derive(Clone, Copy, Debug)]
pub struct TooOften(pub u64);

/// Refuses what came too often, before anything is done.
pub async fn refuse_too_often(request: Request, next: Next) -> Response {
    match request.extensions().get::<TooOften>() {
        Some(TooOften(seconds)) => ([(header::RETRY_AFTER, seconds.to_string())], Failed::TooMany).into_response(),
        None => next.run(request).await,
    }
}

/// Makes every bare refusal below it a page; who must sign in first is led there and back.
pub async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !(status.is_client_error() || status.is_server_error()) || is_page {
        return response;
    }
    let failed = response.extensions().get::<Failed>().cloned().unwrap_or_else(|| Failed::of(status));
    let Ok(reader) = Reader::from_request_parts(&mut asked, &site).await;
    if failed == Failed::SignIn && reader.actor.me.is_none() {
        // Who is signed in and cannot be looked up just now would lose what was typed.
        return match session::look(&site, &asked.headers).await {
            Err(error @ Error::Unavailable(_)) => show(&reader, &error.into()),
            _ => see_other(&reader.sign_in()),
        };
    }
    let mut page = show(&reader, &failed);
    for kept in [header::RETRY_AFTER, header::ALLOW] {
        keep(&response, &mut page, kept);
    }
    page
}

fn keep(from: &Response, to: &mut Response, name: HeaderName) {
    if let Some(value) = from.headers().get(&name) {
        to.headers_mut().insert(name, value.clone());
    }
}

/// The page of a failure.
pub fn show(reader: &Reader, failed: &Failed) -> Response {
    let lang = reader.lang;
    let (title, said, home) = (failed.title(lang), failed.said(lang), reader.to("/"));
    let heading = title.clone();
    render(reader, Meta::new(title).hidden(), failed.status(), move || {
        view! {
            <header class="title"><h1>{heading}</h1></header>
            <div class="empty">
                {said.into_iter().map(|line| view! { <p class="sub">{line}</p> }).collect_view()}
                <p class="actions"><a class="button" href=home>{t(lang, "failure-home")}</a></p>
            </div>
        }
    })
}

/// What a router answers to an address nobody knows.
pub async fn not_found() -> Failed {
    Failed::NotFound
}
