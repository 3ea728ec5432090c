//! What an organiser sees first: what needs them, then each host's series and events.

use super::{needs, words};
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Empty, Said, Section, Status, Title};
use crate::when::{Form, date};
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::entity::series;
use backend::repo::organise::Gathering;
use backend::service::organise::{self, Desk};
use backend::service::series::SeriesDate;
use leptos::prelude::*;

/// `GET /organise`
pub async fn show(reader: Reader, State(site): State<Site>) -> Page {
    let lang = reader.lang;
    let desks = organise::overview(&site, &reader.actor).await?;
    let today = site.zones.get(reader.zone.as_deref().unwrap_or("Europe/Riga")).map(|zone| zone.local(site.now()).time.date());
    let sub = today.map(|today| date(lang, today, Form::Is)).unwrap_or_default();
    let title = match desks.as_slice() {
        [only] => only.host.name.0.pick(lang).to_owned(),
        _ => t(lang, "organise-title"),
    };
    let single = desks.len() == 1;
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    Ok(render(&reader, meta, StatusCode::OK, || {
        let desks = desks.iter().map(|desk| host(&site, &reader, desk, single)).collect::<Vec<_>>();
        let none = desks.is_empty().then(|| view! { <Empty say=t(lang, "organise-no-host")/> });
        view! { <Title sub=sub>{title}</Title> {none} {desks} }
    }))
}

fn host(site: &Site, reader: &Reader, desk: &Desk, single: bool) -> AnyView {
    let lang = reader.lang;
    let slug = &desk.host.slug;
    let heading = (!single).then(|| view! { <h2 class="formhead"><Said text=&desk.host.name.0/></h2> });
    let needs = desk.manages.then(|| needs::section(site, reader, slug, &desk.needs));
    let make_event = desk.manages.then(|| {
        let href = reader.to(&format!("/organise/hosts/{slug}/events/new"));
        view! { <Actions><a class="button" href=href>{t(lang, "organise-new-event")}</a></Actions> }
    });
    let make_series = desk.manages.then(|| {
        let href = reader.to(&format!("/organise/hosts/{slug}/series/new"));
        view! { <Actions><a class="button" href=href>{t(lang, "organise-new-series")}</a></Actions> }
    });
    let (events, series) = (events(site, reader, &desk.events), all_series(reader, &desk.series));
    view! {
        {heading}
        {needs}
        <Section id=format!("{slug}-events") title=t(lang, "organise-events") note=t(lang, "organise-events-note")>
            {events}
            {make_event}
        </Section>
        <Section id=format!("{slug}-series") title=t(lang, "organise-series") note=t(lang, "organise-series-note")>
            {series}
            {make_series}
        </Section>
    }
    .into_any()
}

fn events(site: &Site, reader: &Reader, events: &[Gathering]) -> AnyView {
    let lang = reader.lang;
    if events.is_empty() {
        return view! { <Empty say=t(lang, "organise-no-events")><p>{t(lang, "organise-no-events-next")}</p></Empty> }.into_any();
    }
    let one = |held: &Gathering| {
        let event = &held.event;
        let href = reader.to(&format!("/organise/events/{}", event.slug));
        let (starts, _) = backend::service::events::bounds(event);
        let day = site.zones.get(&event.zone).map(|zone| words::day(lang, zone.local(starts).time.date())).unwrap_or_default();
        let status: &'static str = event.status.0.into();
        view! {
            <li class="pair">
                <h3><a href=href><Said text=&event.title.0/></a></h3>
                <Status status=status quiet=true/>
                <span class="small quiet">
                    {day} " · " {t!(lang, "organise-figures", invited = held.invited, registered = held.registered)}
                </span>
            </li>
        }
    };
    view! { <ul class="rows">{events.iter().map(one).collect::<Vec<_>>()}</ul> }.into_any()
}

fn all_series(reader: &Reader, series: &[(series::Model, Vec<SeriesDate>)]) -> AnyView {
    let lang = reader.lang;
    if series.is_empty() {
        return view! { <Empty say=t(lang, "organise-no-series")><p>{t(lang, "organise-no-series-next")}</p></Empty> }.into_any();
    }
    let one = |(series, dates): &(series::Model, Vec<SeriesDate>)| {
        let href = reader.to(&format!("/organise/series/{}", series.slug));
        let next = dates.first().map(|next| {
            let status: &'static str = next.edition.as_ref().map_or("tentative", |event| event.status.0.into());
            view! {
                <Status status=status quiet=true/>
                <span class="small quiet">{t!(lang, "organise-next-date", day = words::day(lang, next.date))}</span>
            }
        });
        view! { <li class="pair"><h3><a href=href><Said text=&series.title.0/></a></h3> {next}</li> }
    };
    view! { <ul class="rows">{series.iter().map(one).collect::<Vec<_>>()}</ul> }.into_any()
}
