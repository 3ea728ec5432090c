//! A series: its rule in words, its next dates at once, what has been.

mod borne;
mod dates;
mod years;

use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Said, Section, Status, Subscribe};
use crate::when::{Form, capital, rule, short_date};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::get;
use backend::Site;
use backend::repo::planning;
use backend::repo::series_page::{self, Edition, SeriesPage};
use backend::words::cities::city;
use domain::time::Zone;
use leptos::prelude::*;

/// Dates to come: the first in large print, the years ahead in a table.
const DATES: usize = 40;
/// Editions gone.
const PAST: u64 = 20;

/// `/series/{series}`
pub fn router() -> Router<Site> {
    Router::new().route("/series/{series}", get(show))
}

async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let lang = reader.lang;
    let page = series_page::load(site.db.read(), &site, &reader.actor, &slug, DATES, PAST).await?;
    let borne = planning::borne(site.db.read(), page.series.id).await?;
    let title = page.series.title.0.pick(lang).to_owned();
    let said = capital(&rule(lang, &page.rule));
    let feed = format!("/series/{}/calendar.ics", page.series.slug);
    let meta = Meta::new(title).area(Area::Events).description(said.clone()).feed(feed.clone());
    let zone = site.zones.get(&page.series.zone).map_err(|_| crate::failure::Failed::Internal)?;
    let (who, address, now) = (reader.clone(), site.url(&feed), site.now());
    Ok(render(&reader, meta, StatusCode::OK, || {
        view! {
            {head(&page, said, &who)}
            {dates::section(&page, zone, now, &who)}
            {borne::section(lang, &borne, page.may_manage)}
            {past(&page.past, zone, &who)}
            <Section id="calendar" title=t(lang, "series-calendar") note=t(lang, "series-calendar-note")>
                <Subscribe id="feed" label=t(lang, "series-feed") address=address/>
            </Section>
        }
    }))
}

fn head(page: &SeriesPage, said: String, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let host = reader.to(&format!("/hosts/{}", page.host_slug));
    let edit = page.may_manage.then(|| {
        let href = reader.to(&format!("/organise/series/{}", page.series.slug));
        view! { <a href=href>{t(lang, "series-edit")}</a> }
    });
    view! {
        <header class="title">
            <p class="of"><span>{t(lang, "series-of")}</span> " " <a href=host><Said text=&page.host/></a> " " {edit}</p>
            <h1><Said text=&page.series.title.0/></h1>
            <p class="sub">{format!("{said}{}", hours(page))}</p>
        </header>
    }
    .into_any()
}

/// ", 10:00–18:00"
fn hours(page: &SeriesPage) -> String {
    let start: Option<jiff::civil::Time> = page.series.local_time.parse().ok();
    let end = start.map(|start| start.wrapping_add(jiff::Span::new().minutes(page.series.duration_minutes)));
    match (start, end) {
        (Some(start), Some(end)) if page.series.duration_minutes < 1_440 => format!(", {}", crate::when::span(start, end)),
        _ => String::new(),
    }
}

fn past(past: &[Edition], zone: &Zone, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let matter = if past.is_empty() {
        view! { <Empty say=t(lang, "series-none-past")/> }.into_any()
    } else {
        let rows = past.iter().map(|edition| {
            let day = zone.local(edition.starts).time.date();
            let href = reader.to(&format!("/events/{}", edition.slug));
            let status: &'static str = edition.status.into();
            let city = edition.city.as_ref().map(|name| format!(", {}", city(lang, name)));
            view! {
                <li class="pair">
                    <h3><a href=href><Said text=&edition.title/></a></h3>
                    <Status status=status quiet=true/>
                    <span class="small quiet">{capital(&short_date(lang, day, Form::Is))}{city}</span>
                </li>
            }
        });
        view! { <ul class="rows">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    view! { <Section id="past" title=t(lang, "series-past")>{matter}</Section> }.into_any()
}
