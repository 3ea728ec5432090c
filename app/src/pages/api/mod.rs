//! The API to read: the OpenAPI document, in words.

mod call;
mod fields;

use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Contents, Section, Tab, Title};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use backend::Site;
use call::{Call, view};
use domain::text::Lang;
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// `/api`
pub fn router(document: &Arc<Value>) -> Router<Site> {
    Router::new().route("/api", get(answer)).layer(Extension(document.clone()))
}

/// The groups of calls in the order in which somebody meets them.
const GROUPS: [&str; 15] = [
    "Events",
    "Series",
    "Hosts",
    "People",
    "Me",
    "Interest",
    "Registrations",
    "Invitations",
    "Polls",
    "Topics",
    "Rounds",
    "Procedures",
    "Agenda",
    "Outcomes",
    "Calculators",
];

fn name(lang: Lang, group: &str) -> String {
    match group {
        "Events" => t(lang, "api-events"),
        "Series" => t(lang, "api-series"),
        "Hosts" => t(lang, "api-hosts"),
        "People" => t(lang, "api-people"),
        "Me" => t(lang, "api-me"),
        "Interest" => t(lang, "api-interest"),
        "Registrations" => t(lang, "api-registrations"),
        "Invitations" => t(lang, "api-invitations"),
        "Polls" => t(lang, "api-polls"),
        "Topics" => t(lang, "api-topics"),
        "Rounds" => t(lang, "api-rounds"),
        "Procedures" => t(lang, "api-procedures"),
        "Agenda" => t(lang, "api-agenda"),
        "Outcomes" => t(lang, "api-outcomes"),
        "Calculators" => t(lang, "api-calculators"),
        other => other.to_owned(),
    }
}

async fn answer(reader: Reader, State(site): State<Site>, Extension(document): Extension<Arc<Value>>) -> Response {
    show(&reader, &site, &document)
}

fn show(reader: &Reader, site: &Site, document: &Value) -> Response {
    let lang = reader.lang;
    let base = site.url("/api/v1");
    let calls = Call::all(document);
    let meta = Meta::new(t(lang, "api-title")).description(t(lang, "api-sub"));
    render(reader, meta, StatusCode::OK, move || {
        let tab = |group: &&str| Tab { label: name(lang, group), href: format!("#{}", group.to_lowercase()), current: false };
        let groups = GROUPS.map(|group| {
            let calls = calls.iter().filter(|call| call.group == group).map(|call| view(lang, &base, call)).collect_view();
            view! { <Section id=group.to_lowercase() title=name(lang, group) wide=true><div class="calls">{calls}</div></Section> }
        });
        view! {
            <Title sub=t(lang, "api-sub")>{t(lang, "api-title")}</Title>
            <Contents label=t(lang, "api-contents") tabs=GROUPS.iter().map(tab).collect()/>
            {common(lang, &base)}
            {groups.into_iter().collect_view()}
        }
    })
}

/// What holds for every call.
fn common(lang: Lang, base: &str) -> impl IntoView + use<> {
    let address = base.to_owned();
    view! {
        <Section id="common" title=t(lang, "api-common") plain=true>
            <div class="prose">
                <p>{t(lang, "api-address")} " " <code>{address}</code></p>
                <p>{t(lang, "api-token")} " " <code>"Authorization: Bearer …"</code></p>
                <p>{t(lang, "api-shapes")}</p>
                <p>{t(lang, "api-lists")}</p>
                <p>{t(lang, "api-errors")}</p>
                <p>{t(lang, "api-once")}</p>
                <p>{t(lang, "api-english")}</p>
                <p><a class="plain" href="/api/v1/openapi.json">{t(lang, "api-document")}</a></p>
            </div>
        </Section>
    }
}
