//! What an organiser sees first: what needs them, then each host's series and events.

use super::{needs, words};
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Empty, Said, Section, Status, Title};
use crate::when::{Form, capital, date};
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::entity::series;
use backend::repo::organise::Gathering;
use backend::repo::people;
use backend::service::organise::{self, Desk};
use backend::service::series::SeriesDate;
use leptos::prelude::*;

/// `GET /organise`: the page of the only host, or all of them.
pub async fn show(reader: Reader, State(site): State<Site>) -> Page {
    let lang = reader.lang;
    let me = reader.actor.me()?;
    if !me.admin
        && let [(only, _)] = people::roles(site.db.read(), me.id).await?.as_slice()
    {
        return super::host::page(&reader, &site, &only.slug).await;
    }
    let desks = organise::overview(&site, &reader.actor).await?;
    let today = site.zones.get(reader.own.as_ref().map_or("Europe/Riga", |own| &own.home)).map(|zone| zone.local(site.now()).time.date());
    let sub = today.map(|today| capital(&date(lang, today, Form::Is))).unwrap_or_default();
    let title = t(lang, "organise-title");
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    Ok(render(&reader, meta, StatusCode::OK, || {
        let needs: Vec<_> = desks.iter().flat_map(|desk| &desk.needs).collect();
        let acts = desks.iter().any(|desk| desk.manages || !desk.needs.is_empty());
        let needs = acts.then(|| needs::section(&site, &reader, &needs));
        let hosts = desks.iter().map(|desk| host(&site, &reader, desk)).collect::<Vec<_>>();
        let none = desks.is_empty().then(|| view! { <Empty say=t(lang, "organise-no-host")/> });
        view! { <Title sub=sub>{title}</Title> {none} {needs} {hosts} }
    }))
}

fn host(site: &Site, reader: &Reader, desk: &Desk) -> AnyView {
    let lang = reader.lang;
    let slug = &desk.host.slug;
    let more = reader.to(&format!("/organise/hosts/{slug}"));
    let held = held(site, reader, desk);
    let name = desk.host.name.0.pick(lang).to_owned();
    view! { <Section id=format!("host-{slug}") title=name>{held} <p><a class="plain" href=more>{t(lang, "organise-host-page")}</a></p></Section> }
        .into_any()
}

/// The events and series of a host, and the ways to make more.
pub fn held(site: &Site, reader: &Reader, desk: &Desk) -> AnyView {
    let lang = reader.lang;
    let slug = &desk.host.slug;
    let events = part(t(lang, "organise-events"), events(site, reader, &desk.events));
    let series = part(t(lang, "organise-series"), all_series(reader, &desk.series));
    let none = (events.is_none() && series.is_none())
        .then(|| view! { <Empty say=t(lang, "organise-no-events")><p>{t(lang, "organise-no-events-next")}</p></Empty> });
    let make = desk.manages.then(|| {
        let event = reader.to(&format!("/organise/hosts/{slug}/events/new"));
        let series = reader.to(&format!("/organise/hosts/{slug}/series/new"));
        view! {
            <Actions>
                <a class="button" href=event>{t(lang, "organise-new-event")}</a>
                <a class="plain" href=series>{t(lang, "organise-new-series")}</a>
            </Actions>
        }
    });
    view! { {none} {events} {series} {make} }.into_any()
}

/// A list with its name above; nothing where there is nothing.
fn part(name: String, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| view! { <p class="small quiet">{name}</p> <ul class="rows">{rows}</ul> }.into_any())
}

fn events(site: &Site, reader: &Reader, events: &[Gathering]) -> Vec<AnyView> {
    let lang = reader.lang;
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
                    {day} " · " {t!(lang, "organise-figures", invited = held.invited(), registered = held.registered)}
                </span>
            </li>
        }
        .into_any()
    };
    events.iter().map(one).collect()
}

fn all_series(reader: &Reader, series: &[(series::Model, Vec<SeriesDate>)]) -> Vec<AnyView> {
    let lang = reader.lang;
    let one = |(series, dates): &(series::Model, Vec<SeriesDate>)| {
        let href = reader.to(&format!("/organise/series/{}", series.slug));
        let next = dates.first().map(|next| {
            let status: &'static str = next.edition.as_ref().map_or("tentative", |event| event.status.0.into());
            view! {
                <Status status=status quiet=true/>
                <span class="small quiet">{t!(lang, "organise-next-date", day = words::day(lang, next.date))}</span>
            }
        });
        view! { <li class="pair"><h3><a href=href><Said text=&series.title.0/></a></h3> {next}</li> }.into_any()
    };
    series.iter().map(one).collect()
}
