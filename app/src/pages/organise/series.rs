//! A series as its organisers see it: the next dates, by when each is to be announced, and the step to do so.

use super::words;
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Empty, Said, Section, Status, Title};
use crate::when::{capital, rule};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::service::series::{self, SeriesDate};
use backend::words::cities::city;
use backend::{Error, Site};
use domain::recurrence::Deadline;
use domain::text::Lang;
use jiff::civil::Date;
use leptos::prelude::*;

/// As many dates as are planned for.
const DATES: i64 = 5;

/// `GET /organise/series/{series}`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let lang = reader.lang;
    reader.actor.me()?;
    let (view, dates) = series::dates(&site, &reader.actor, &slug, None, Some(DATES)).await?;
    if !view.managed {
        return Err(Error::Forbidden.into());
    }
    let today = site.zones.get(&view.row.series.zone).map(|zone| zone.local(site.now()).time.date()).unwrap_or_default();
    let title = view.row.series.title.0.pick(lang).to_owned();
    Ok(render(&reader, Meta::new(title).area(Area::Organise).hidden(), StatusCode::OK, || {
        let (public, edit) = (reader.to(&format!("/series/{slug}")), reader.to(&format!("/organise/series/{slug}/edit")));
        let plan = reader.to(&format!("/organise/series/{slug}/plan"));
        let said = view.row.series.rule.parse().map(|written: domain::recurrence::Rule| capital(&rule(lang, &written))).unwrap_or_default();
        let (name, list) = (view! { <Said text=&view.row.series.title.0/> }.into_any(), list(&reader, &slug, &dates, today));
        view! {
            <Title inner=true sub=view.row.host_name.0.pick(lang).to_owned()>{name}</Title>
            <Section id="dates" title=t(lang, "organise-next-dates") note=t(lang, "organise-next-dates-note")>
                {list}
                <Actions><a class="button" href=plan>{t(lang, "clocks-plan")}</a></Actions>
            </Section>
            <Section id="series" title=t(lang, "organise-the-series")>
                <p>{said}</p>
                <Actions>
                    <a class="button" href=edit>{t(lang, "organise-change-series")}</a>
                    <a class="plain" href=public>{t(lang, "organise-public-page")}</a>
                </Actions>
            </Section>
        }
    }))
}

fn list(reader: &Reader, slug: &str, dates: &[SeriesDate], today: Date) -> AnyView {
    if dates.is_empty() {
        return view! { <Empty say=t(reader.lang, "organise-no-dates")/> }.into_any();
    }
    let first_open = dates.iter().position(|date| date.edition.is_none());
    let rows = dates.iter().enumerate().map(|(i, date)| row(reader, slug, date, today, Some(i) == first_open)).collect::<Vec<_>>();
    view! { <ul class="todo">{rows}</ul> }.into_any()
}

fn row(reader: &Reader, slug: &str, date: &SeriesDate, today: Date, first_open: bool) -> AnyView {
    let lang = reader.lang;
    let status: &'static str = date.edition.as_ref().map_or("tentative", |event| event.status.0.into());
    let heading = crate::when::date(lang, date.date, crate::when::Form::Is);
    let step = match &date.edition {
        Some(event) => {
            let href = reader.to(&format!("/organise/events/{}", event.slug));
            view! { <a class="button" href=href>{t(lang, "organise-open-event")}</a> }.into_any()
        }
        None => {
            let href = reader.to(&format!("/organise/series/{slug}/editions?date={}", date.date));
            let class = if first_open { "button main" } else { "button" };
            view! { <a class=class href=href>{t(lang, "organise-make-edition")}</a> }.into_any()
        }
    };
    let venue = date.venue.clone().map(|name| format!(" · {}", city(lang, &name)));
    view! {
        <li>
            <div>
                <h3>{heading}</h3>
                <p class="small"><Status status=status quiet=true/> {venue}</p>
                <p class="small quiet">{notice(lang, date, today)}</p>
            </div>
            {step}
        </li>
    }
    .into_any()
}

/// By when it is to be announced, and how that stands.
fn notice(lang: Lang, date: &SeriesDate, today: Date) -> String {
    let announced = date.edition.as_ref().is_some_and(|event| event.status.0.is_mailed());
    if announced {
        return t(lang, "organise-notice-done");
    }
    let (ideal, minimum) = (words::day(lang, date.announce_by.ideal), words::day(lang, date.announce_by.minimum));
    match Deadline::of(date.announce_by.minimum, None, today) {
        Deadline::Missed => t!(lang, "organise-notice-missed", minimum = minimum),
        Deadline::Near => t!(lang, "organise-notice-near", minimum = minimum),
        Deadline::Ahead | Deadline::Met => t!(lang, "organise-notice", ideal = ideal, minimum = minimum),
    }
}
