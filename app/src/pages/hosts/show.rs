//! `GET …/hosts/{host}`: who it is, what it holds, and its calendar. Its members are nobody's business here.

use super::kind;
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::events::coming;
use crate::pages::me::country;
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Coming, ComingList, Empty, Said, Section, Subscribe, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::entity::{host, series};
use backend::repo::event_list::{self, Wanted};
use backend::repo::hosts::{self as repo, Placed};
use backend::service::access;
use domain::text::Lang;
use leptos::prelude::*;

/// As many events as fit a glance.
const MOST: u64 = 12;

/// What the page shows.
struct Shown {
    placed: Placed,
    coming: Vec<Coming>,
    series: Vec<series::Model>,
    manages: bool,
}

pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let db = site.db.read();
    let placed = repo::placed(db, &slug).await?;
    let wanted = Wanted { host: Some(slug.clone()), limit: MOST, ..Wanted::default() };
    let found = event_list::list(db, &reader.actor, site.now(), &wanted).await?;
    let shown = Shown {
        coming: found.items.into_iter().map(|event| coming(&reader, event)).collect(),
        series: repo::series(db, placed.host.id).await?,
        manages: access::role(db, &reader.actor, placed.host.id).await?.is_some() || reader.administers,
        placed,
    };
    let name = shown.placed.host.name.0.pick(reader.lang).to_owned();
    let meta =
        Meta::new(name).area(Area::Events).description(about(reader.lang, &shown.placed.host)).feed(format!("/hosts/{slug}/calendar.ics"));
    Ok(render(&reader, meta, StatusCode::OK, || content(&reader, &site, shown)))
}

/// "Embassy, Switzerland"
fn about(lang: Lang, host: &host::Model) -> String {
    let country = host.country.as_deref().map(|code| country(lang, code));
    [Some(kind(lang, host.kind.0)), country].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn content(reader: &Reader, site: &Site, shown: Shown) -> impl IntoView + use<> {
    let lang = reader.lang;
    let host = shown.placed.host.clone();
    let feed = site.url(&format!("/hosts/{}/calendar.ics", host.slug));
    let manage = reader.to(&format!("/organise/hosts/{}", host.slug));
    let events = if shown.coming.is_empty() {
        view! { <Empty say=t(lang, "host-none")><p>{t(lang, "host-none-next")}</p></Empty> }.into_any()
    } else {
        let whose = zone::line(reader, site, shown.coming.iter().map(Coming::when));
        view! { <ComingList events=shown.coming zones=&site.zones own=reader.own.as_ref()/> {whose} }.into_any()
    };
    let (series, near) = (all_series(reader, &shown.series), tree(reader, &shown.placed));
    let name = host.name.0.clone();
    view! {
        <Title sub=about(lang, &host)><Said text=&name/></Title>
        {shown.manages.then(|| view! { <Actions><a class="button" href=manage>{t(lang, "host-organise")}</a></Actions> })}
        <Section id="coming" title=t(lang, "host-coming")>{events}</Section>
        {series}
        {near}
        <Section id="calendar" title=t(lang, "host-calendar") note=t(lang, "host-calendar-note")>
            <Subscribe id="feed" label=t(lang, "host-calendar-label") address=feed/>
        </Section>
    }
}

fn all_series(reader: &Reader, series: &[series::Model]) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let one = |series: &series::Model| {
        let href = reader.to(&format!("/series/{}", series.slug));
        view! { <li><h3><a href=href><Said text=&series.title.0/></a></h3></li> }
    };
    let rows = series.iter().map(one).collect::<Vec<_>>();
    (!rows.is_empty())
        .then(|| view! { <Section id="series" title=t(lang, "host-series") note=t(lang, "host-series-note")><ul class="rows">{rows}</ul></Section> })
}

/// The host above and those below.
fn tree(reader: &Reader, placed: &Placed) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let link = |host: &host::Model| {
        let href = reader.to(&format!("/hosts/{}", host.slug));
        view! { <a href=href><Said text=&host.name.0/></a> }
    };
    let parent = placed.parent.as_ref().map(|parent| view! { <p>{t(lang, "host-parent")} " " {link(parent)}</p> });
    let children = placed.children.iter().map(|child| view! { <li>{link(child)}</li> }).collect::<Vec<_>>();
    let below = (!children.is_empty()).then(|| view! { <p>{t(lang, "host-children")}</p><ul class="hosts">{children}</ul> });
    let any = parent.is_some() || below.is_some();
    any.then(|| view! { <Section id="near" title=t(lang, "host-near")>{parent}{below}</Section> })
}
