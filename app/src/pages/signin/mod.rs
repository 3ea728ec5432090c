//! Coming in by a link in the mail, and leaving.

mod link;

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::session;
use crate::text::t;
use crate::ui::{Actions, ErrorSummary, Field, Notice, Section, Title};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use backend::Site;
use backend::service::{credential, sign_in};
use domain::text::Lang;
use leptos::prelude::*;
use serde::Deserialize;

/// `/signin`, `/signin/{secret}`, `/signout`
pub fn router() -> Router<Site> {
    Router::new()
        .route("/signin", get(show).post(send))
        .route("/signin/sent", get(sent))
        .route("/signin/{secret}", get(link::show).post(link::enter))
        .route("/signout", post(leave))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    to: String,
}

async fn show(reader: Reader, Query(asked): Query<Asked>) -> Response {
    let form = if sign_in::is_own_path(&asked.to) { Submitted::empty().with("to", asked.to) } else { Submitted::empty() };
    page(&reader, form, StatusCode::OK)
}

/// The same answer whether the address is known or not.
async fn send(reader: Reader, State(site): State<Site>, mut form: Submitted) -> Page {
    if form.faults.is_empty() {
        match sign_in::ask(&site, form.get("email"), reader.lang, form.given("to")).await {
            Ok(()) => return Ok(flash::see_other(&reader.to("/signin/sent"))),
            Err(error) => form.refused(error)?,
        }
    }
    Ok(page(&reader, form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn page(reader: &Reader, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let known = reader.name.clone().map(|name| already(reader, name));
    render(reader, Meta::new(t(lang, "signin-title")).hidden(), status, move || {
        view! {
            <Title sub=t(lang, "signin-sub")>{t(lang, "signin-title")}</Title>
            {known}
            <Section id="link" title=t(lang, "signin-link") note=t(lang, "signin-link-note")>{ask(lang, form)}</Section>
        }
    })
}

fn already(reader: &Reader, name: String) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (me, out) = (reader.to("/me"), reader.to("/signout"));
    view! {
        <Notice calm=true>
            <p>{t!(lang, "signin-already", name = name)}</p>
            <form method="post" action=out><Actions>
                <a class="plain" href=me>{t(lang, "signin-me")}</a> " "
                <button class="plain" type="submit">{t(lang, "signin-out")}</button>
            </Actions></form>
        </Notice>
    }
}

/// The form that asks for a link; also shown where a link is over.
fn ask(lang: Lang, form: Submitted) -> impl IntoView {
    let to = form.get("to").to_owned();
    let action = format!("/{}/signin", lang.code());
    view! {
        <form method="post" action=action novalidate=true>
            <ErrorSummary form=&form/>
            <Field form=&form name="email" label=t(lang, "signin-email") help=t(lang, "signin-email-help") kind="email" autocomplete="email" max=254_usize/>
            <input type="hidden" name="to" value=to/>
            <Actions><button class="button main" type="submit">{t(lang, "signin-send")}</button></Actions>
        </form>
    }
}

async fn sent(reader: Reader) -> Response {
    let lang = reader.lang;
    let again = reader.to("/signin");
    render(&reader, Meta::new(t(lang, "signin-sent-title")).hidden(), StatusCode::OK, move || {
        view! {
            <Title sub=t(lang, "signin-sent")>{t(lang, "signin-sent-title")}</Title>
            <div class="empty">
                <p>{t(lang, "signin-sent-missing")}</p>
                <p class="actions"><a class="plain" href=again>{t(lang, "signin-again")}</a></p>
            </div>
        }
    })
}

async fn leave(reader: Reader, State(site): State<Site>, headers: HeaderMap) -> Page {
    if let Some(secret) = session::secret(&headers) {
        credential::revoke(&site, secret).await?;
    }
    let mut response = flash::lead(&site, &reader.to("/"), &t(reader.lang, "signin-left"));
    if let Some(value) = session::end() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}
