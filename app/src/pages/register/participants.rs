//! `GET …/participants`: who takes part, for those who do.

use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::{figure, t};
use crate::ui::{Empty, Pager, Table};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::registration::{self, Named};
use backend::service::rounds;
use leptos::prelude::*;
use serde::Deserialize;

/// Rows of one page.
const MOST: usize = 100;

#[derive(Debug, Default, Deserialize)]
pub struct Part {
    #[serde(default)]
    after: i64,
}

pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(part): Query<Part>) -> Page {
    let lang = reader.lang;
    let (seen, mut rows, all) = registration::named(&site, &reader.actor, &slug, part.after, MOST as u64 + 1).await?;
    let next = rows.get(MOST).is_some().then(|| rows.get(MOST - 1).map(|row| row.id)).flatten();
    rows.truncate(MOST);
    let round = rounds::newest(&site, seen.event.id).await?;
    let meta = Meta::new(t(lang, "participants-title")).area(Area::Events).hidden();
    let here = reader.to(&format!("/events/{slug}/participants"));
    let all = figure(lang, i64::try_from(all).unwrap_or(i64::MAX));
    Ok(render(&reader, meta, StatusCode::OK, || {
        let head = Inner::new(&reader, &site, &seen.event, Open::Register, round)
            .head(t(lang, "participants-title"), Some(t!(lang, "participants-sub", n = all)));
        let next = next.map(|id| format!("{here}?after={id}"));
        let first = (part.after > 0).then(|| here.clone());
        let own = reader.to(&format!("/events/{slug}/register"));
        view! {
            {head}
            <div class="first-plain">{table(lang, rows)}</div>
            <Pager first=first next=next/>
            <p class="small quiet">{t(lang, "participants-note")} " " <a class="plain" href=own>{t(lang, "participants-own")}</a></p>
        }
    }))
}

fn table(lang: domain::text::Lang, rows: Vec<Named>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty say=t(lang, "participants-none")/> }.into_any();
    }
    let heads = vec![t(lang, "participants-name"), t(lang, "participants-organisation")];
    let rows =
        rows.into_iter().map(|row| view! { <tr><th scope="row">{row.name}</th><td>{row.organisation.unwrap_or_default()}</td></tr> });
    view! { <Table caption=t(lang, "participants-title") heads=heads>{rows.collect::<Vec<_>>()}</Table> }.into_any()
}
