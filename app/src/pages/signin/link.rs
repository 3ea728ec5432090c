//! The page a sign-in link opens: a button, because programs that look into mails open links too.

use super::ask;
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::session;
use crate::text::t;
use crate::ui::{Actions, Section, Title};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use backend::service::sign_in::{self, LinkState};
use backend::{Error, Site};
use domain::text::Lang;
use leptos::prelude::*;

pub async fn show(reader: Reader, State(site): State<Site>, Path(secret): Path<String>) -> Page {
    match sign_in::look(&site, &secret).await? {
        LinkState::Good => Ok(good(&reader)),
        over => Ok(spent(&reader, over)),
    }
}

/// Signs in and leads to where the person wanted to go; somebody new without a wish to their own page.
pub async fn enter(reader: Reader, State(site): State<Site>, Path(secret): Path<String>) -> Page {
    let lang = reader.lang;
    let entered = match sign_in::enter(&site, &secret, lang).await {
        Ok(entered) => entered,
        Err(Error::Conflict(_)) => return Ok(spent(&reader, sign_in::look(&site, &secret).await?)),
        Err(error) => return Err(error.into()),
    };
    let (home, words) = if entered.is_first { ("/me", t(lang, "signin-first")) } else { ("/", t(lang, "signin-done")) };
    let to = entered.return_to.unwrap_or_else(|| reader.to(home));
    let mut response = flash::lead(&site, &to, &words);
    if let Some(value) = session::begin(&entered.session) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}

fn good(reader: &Reader) -> Response {
    let lang = reader.lang;
    render(reader, Meta::new(t(lang, "signin-title")).hidden(), StatusCode::OK, move || {
        view! {
            <Title sub=t(lang, "signin-press-sub")>{t(lang, "signin-title")}</Title>
            <form method="post"><Actions><button class="button main" type="submit">{t(lang, "signin-press")}</button></Actions></form>
        }
    })
}

fn words(lang: Lang, state: LinkState) -> (String, String) {
    match state {
        LinkState::Used => (t(lang, "signin-used-title"), t(lang, "signin-used")),
        LinkState::Expired => (t(lang, "signin-expired-title"), t(lang, "signin-expired")),
        LinkState::Good | LinkState::Unknown => (t(lang, "signin-unknown-title"), t(lang, "signin-unknown")),
    }
}

/// A link that is over, with the way to a new one.
fn spent(reader: &Reader, state: LinkState) -> Response {
    let lang = reader.lang;
    let status = if state == LinkState::Unknown { StatusCode::NOT_FOUND } else { StatusCode::GONE };
    let (title, sub) = words(lang, state);
    let heading = title.clone();
    render(reader, Meta::new(title).hidden(), status, move || {
        view! {
            <Title sub=sub>{heading}</Title>
            <Section id="link" title=t(lang, "signin-new") note=t(lang, "signin-link-note")>{ask(lang, Submitted::empty())}</Section>
        }
    })
}
