//! What is coming.

use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Coming, ComingList, Empty, Section, Subscribe, Title};
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use leptos::prelude::*;

/// As many as fit a glance; all of them are at `/events`.
const MOST: u64 = 8;

/// `GET /lv/`, `GET /en/`
pub async fn show(reader: Reader, State(site): State<Site>) -> Page {
    let lang = reader.lang;
    let coming = coming(&site, &reader, MOST).await?;
    let zones = site.zones.clone();
    let own = reader.zone.clone();
    let feed = site.url("/calendar.ics");
    let all = reader.to("/events");
    let meta = Meta::new(t(lang, "home-title")).area(Area::Events).description(t(lang, "home-sub")).feed("/calendar.ics");
    Ok(render(&reader, meta, StatusCode::OK, move || {
        let list = if coming.is_empty() {
            view! { <Empty say=t(lang, "home-none")><p>{t(lang, "home-none-next")}</p></Empty> }.into_any()
        } else {
            view! {
                <ComingList events=coming zones=&zones own=own.as_deref()/>
                <p><a class="plain" href=all>{t(lang, "home-all")}</a></p>
            }
            .into_any()
        };
        view! {
            <Title sub=t(lang, "home-sub")>{t(lang, "home-heading")}</Title>
            <Section id="coming" title=t(lang, "home-coming") note=t(lang, "home-coming-note")>{list}</Section>
            <Section id="calendar" title=t(lang, "home-calendar") note=t(lang, "home-calendar-note")>
                <Subscribe id="feed" label=t(lang, "home-feed") address=feed/>
            </Section>
        }
    }))
}

async fn coming(_site: &Site, _reader: &Reader, _most: u64) -> Result<Vec<Coming>, crate::failure::Failed> {
    Ok(Vec::new())
}
