//! The pages, one folder for each area. `docs/pages.md` says how to add one.

pub mod agenda;
mod api;
pub mod events;
pub mod home;
pub mod hosts;
mod inner;
pub mod invitations;
pub mod me;
pub mod organise;
pub mod outcomes;
pub mod plan;
pub mod polls;
pub mod procedure;
pub mod register;
pub mod registrations;
pub mod rounds;
pub mod series;
pub mod signin;
pub mod statements;
pub mod topics;
pub mod unsubscribe;
pub mod zone;

use crate::assets;
use crate::failure::{dress, not_found, refuse_too_often};
use crate::flash::see_other;
use crate::guard;
use crate::reader::language;
use axum::Router;
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{Redirect, Response};
use axum::routing::get;
use backend::Site;
use serde_json::Value;
use std::sync::Arc;

/// All pages, in both languages, with refusals made readable; `calls` is the OpenAPI document.
pub fn router(site: &Site, calls: &Arc<Value>) -> Router<Site> {
    Router::new()
        .route("/", get(choose_language))
        .route("/lv", get(|| async { Redirect::permanent("/lv/") }))
        .route("/en", get(|| async { Redirect::permanent("/en/") }))
        .route("/lv/", get(home::show))
        .route("/en/", get(home::show))
        .route("/api", get(choose_language))
        .nest("/lv", areas().merge(api::router(calls)))
        .nest("/en", areas().merge(api::router(calls)))
        .merge(unsubscribe::router())
        .fallback(not_found)
        .layer(from_fn(refuse_too_often))
        .layer(from_fn_with_state(site.clone(), dress))
        .merge(assets::files())
        .layer(from_fn_with_state(site.clone(), guard::guard))
}

/// Everything below the language.
fn areas() -> Router<Site> {
    Router::new()
        .merge(organise::router())
        .merge(events::router())
        .merge(series::router())
        .merge(statements::router())
        .merge(plan::router())
        .merge(polls::router())
        .merge(procedure::router())
        .merge(zone::router())
        .merge(topics::router())
        .merge(rounds::router())
        .merge(agenda::router())
        .merge(outcomes::router())
        .merge(hosts::router())
        .merge(me::router())
        .merge(signin::router())
        .merge(register::router())
        .merge(registrations::router())
        .merge(invitations::router())
}

/// To the same address below the language that the browser asks for.
async fn choose_language(uri: Uri, headers: HeaderMap) -> Response {
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut response = see_other(&format!("/{}{}", language("/", accept).code(), uri.path()));
    response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept-language"));
    response
}
