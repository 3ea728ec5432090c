//! Stopping letters from the link in one of them, without signing in. The language is that of the letters.

use crate::failure::Failed;
use crate::page::{Meta, lang, render};
use crate::reader::Reader;
use crate::text::t;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::Site;
use backend::service::unsubscribe::{self, Letters};
use leptos::prelude::*;

/// `/unsubscribe/{signed}`, outside the languages because it stands in mail headers.
pub fn router() -> Router<Site> {
    Router::new().route("/unsubscribe/{signed}", get(ask).post(stop))
}

async fn ask(mut reader: Reader, State(site): State<Site>, Path(signed): Path<String>) -> Result<Response, Failed> {
    let (letters, lang_of) = unsubscribe::stops(&site, &signed).await?;
    reader.lang = lang_of;
    let ask = match letters {
        Letters::All => t(reader.lang, "unsubscribe-ask"),
        Letters::Topics => t(reader.lang, "unsubscribe-ask-topics"),
    };
    let meta = Meta::new(t(reader.lang, "unsubscribe-title")).hidden();
    Ok(render(&reader, meta, StatusCode::OK, move || {
        view! {
            <header class="title"><h1>{t(lang(), "unsubscribe-title")}</h1></header>
            <p class="sub">{ask}</p>
            <form method="post"><p class="actions"><button class="button main">{t(lang(), "unsubscribe-button")}</button></p></form>
        }
    }))
}

async fn stop(mut reader: Reader, State(site): State<Site>, Path(signed): Path<String>) -> Result<Response, Failed> {
    let (letters, lang_of) = unsubscribe::stop(&site, &signed).await?;
    reader.lang = lang_of;
    let done = match letters {
        Letters::All => t(reader.lang, "unsubscribe-done"),
        Letters::Topics => t(reader.lang, "unsubscribe-done-topics"),
    };
    let meta = Meta::new(t(reader.lang, "unsubscribe-done-title")).hidden();
    let me = reader.to("/me");
    Ok(render(&reader, meta, StatusCode::OK, move || {
        view! {
            <header class="title"><h1>{t(lang(), "unsubscribe-done-title")}</h1></header>
            <p class="sub">{done}</p>
            <p class="actions"><a class="button" href=me>{t(lang(), "unsubscribe-me")}</a></p>
        }
    }))
}
