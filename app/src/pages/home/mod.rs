//! What is coming.

use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::events::{coming, years};
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Coming, ComingList, Empty, Said, Section, Subscribe, Title, Years};
use crate::when::{capital, rule};
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::repo::event_list::{self, Wanted};
use backend::repo::series_page::{self, SeriesLine};
use leptos::prelude::*;

/// As many as fit a glance; all of them are at `/events`.
const MOST: u64 = 6;
/// Dates of each series.
const DATES: usize = 5;
/// Series shown; the others are found by their events.
const MOST_SERIES: u64 = 12;

/// `GET /lv/`, `GET /en/`
pub async fn show(reader: Reader, State(site): State<Site>) -> Page {
    let lang = reader.lang;
    let wanted = Wanted { without_cancelled: true, limit: MOST, ..Wanted::default() };
    let found = event_list::list(site.db.read(), &reader.actor, site.now(), &wanted).await?;
    let series = series_page::list(site.db.read(), &site, &reader.actor, DATES, MOST_SERIES).await?;
    let events = found.items.into_iter().map(|event| coming(&reader, event)).collect::<Vec<_>>();
    let meta = Meta::new(t(lang, "home-title")).area(Area::Events).description(t(lang, "home-sub")).feed("/calendar.ics");
    let (who, site) = (reader.clone(), site.clone());
    Ok(render(&reader, meta, StatusCode::OK, move || {
        let whose = zone::line(&who, &site, events.iter().map(Coming::when));
        let list = if events.is_empty() {
            view! { <Empty say=t(lang, "home-none")><p>{t(lang, "home-none-next")}</p></Empty> }.into_any()
        } else {
            view! {
                <ComingList events=events zones=&site.zones own=who.own.as_ref()/>
                {whose}
                <p><a class="plain" href=who.to("/events")>{t(lang, "home-all")}</a></p>
            }
            .into_any()
        };
        view! {
            <Title sub=t(lang, "home-sub")>{t(lang, "home-heading")}</Title>
            <Section id="coming" title=t(lang, "home-coming") note=t(lang, "home-coming-note")>{list}</Section>
            {series.iter().map(|series| one_series(series, &who)).collect::<Vec<_>>()}
            <Section id="calendar" title=t(lang, "home-calendar") note=t(lang, "home-calendar-note")>
                <Subscribe id="feed" label=t(lang, "home-feed") address=site.url("/calendar.ics")/>
            </Section>
        }
    }))
}

fn one_series(series: &SeriesLine, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let id = format!("series-{}", series.slug);
    let heading = format!("{id}-name");
    let labelled = heading.clone();
    let href = reader.to(&format!("/series/{}", series.slug));
    let said = capital(&rule(lang, &series.rule));
    view! {
        <section class="section" id=id aria-labelledby=labelled>
            <div class="in">
                <header>
                    <h2 id=heading><a class="quietlink" href=href><Said text=&series.title/></a></h2>
                    <p class="small quiet">{said}</p>
                    <p class="small quiet"><Said text=&series.host/></p>
                </header>
                <div><Years dates=years(series, None, reader)/></div>
            </div>
        </section>
    }
    .into_any()
}
