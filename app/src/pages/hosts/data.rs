//! The host's own data, as a form: to make one and to change it.

use super::kind;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::me::countries;
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Choice, Choices, ErrorSummary, Field, Section, Select, TextPair, Title};
use axum::extract::State;
use axum::http::StatusCode;
use backend::entity::host;
use backend::repo::hosts::{self as repo, Placed};
use backend::service::hosts::{HostChange, LONGEST_NAME, NewHost, change, create};
use backend::{Error, Result, Site};
use domain::fault::Fault;
use domain::host::HostKind;
use domain::text::{Lang, Text};
use leptos::prelude::*;

pub async fn blank(reader: Reader, State(site): State<Site>) -> Page {
    page(&reader, &site, Submitted::empty().with("zone", "Europe/Riga"), StatusCode::OK).await
}

pub async fn make(reader: Reader, State(site): State<Site>, mut form: Submitted) -> Page {
    if form.faults.is_empty() {
        match create(&site, &reader.actor, new_host(&form)).await {
            Ok(host) => {
                let to = reader.to(&format!("/organise/hosts/{}/members", host.slug));
                return Ok(flash::lead(&site, &to, &t(reader.lang, "hosts-made")));
            }
            Err(Error::Conflict(code)) => form.faults.push(Fault::new("slug", code)),
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn page(reader: &Reader, site: &Site, form: Submitted, status: StatusCode) -> Page {
    if !reader.actor.me()?.admin {
        return Err(Failed::Forbidden);
    }
    let lang = reader.lang;
    let parents = parents(lang, repo::all(site.db.read()).await?, None);
    Ok(render(reader, Meta::new(t(lang, "hosts-new")).area(Area::Organise).hidden(), status, || {
        let filled = view! {
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                <Field form=&form name="slug" label=t(lang, "host-slug") help=t(lang, "host-slug-help") max=64_usize/>
                {fields(lang, site, &form)}
                {parent_field(lang, &form, parents)}
                <Actions><button class="button main" type="submit">{t(lang, "host-make")}</button></Actions>
            </form>
        };
        view! {
            <Title>{t(lang, "hosts-new")}</Title>
            <Section id="data" title=t(lang, "host-data")>{filled}</Section>
        }
    }))
}

/// The form with what is known.
pub fn form(placed: &Placed) -> Submitted {
    let host = &placed.host;
    let kind: &str = host.kind.0.into();
    Submitted::empty()
        .with_text("name", Some(&host.name.0))
        .with("kind", kind)
        .with("country", host.country.clone().unwrap_or_default())
        .with("zone", &host.zone)
        .with("parent", placed.parent.as_ref().map(|parent| parent.slug.clone()).unwrap_or_default())
}

fn typed_name(form: &Submitted) -> Text {
    let part = |field: &str| form.given(field).map(str::to_owned);
    Text { lv: part("name.lv"), en: part("name.en") }
}

fn new_host(form: &Submitted) -> NewHost {
    let text = |field: &str| form.given(field).map(str::to_owned);
    NewHost {
        slug: form.get("slug").trim().to_owned(),
        name: typed_name(form),
        kind: form.get("kind").to_owned(),
        country: text("country"),
        zone: form.get("zone").to_owned(),
        parent: text("parent"),
    }
}

/// Saves what was typed; the place in the tree is for administrators.
pub async fn save(site: &Site, reader: &Reader, slug: &str, form: &Submitted) -> Result<()> {
    let text = |field: &str| form.given(field).map(str::to_owned);
    let asked = HostChange {
        name: Some(typed_name(form)),
        kind: Some(form.get("kind").to_owned()),
        country: Some(text("country")),
        zone: Some(form.get("zone").to_owned()),
        parent: reader.administers.then(|| text("parent")),
    };
    change(site, &reader.actor, slug, asked).await?;
    Ok(())
}

/// What makers and changers both fill in.
pub fn fields(lang: Lang, site: &Site, form: &Submitted) -> impl IntoView + use<> {
    view! {
        <TextPair form=form name="name" label=t(lang, "host-name") max=LONGEST_NAME/>
        <Choices form=form name="kind" label=t(lang, "host-kind") choices=kinds(lang) tight=true/>
        <Select form=form name="country" label=t(lang, "host-country") options=countries(lang) blank=true optional=true/>
        <Select form=form name="zone" label=t(lang, "host-zone") help=t(lang, "host-zone-help") options=zone::options(lang, site)/>
    }
}

/// The host above; for administrators.
pub fn parent_field(lang: Lang, form: &Submitted, parents: Vec<(String, String)>) -> impl IntoView + use<> {
    view! { <Select form=form name="parent" label=t(lang, "host-above") help=t(lang, "host-above-help") options=parents blank=true optional=true/> }
}

/// Hosts to choose from, all but the host itself.
pub fn parents(lang: Lang, all: Vec<host::Model>, own: Option<i64>) -> Vec<(String, String)> {
    all.into_iter().filter(|host| Some(host.id) != own).map(|host| (host.slug, host.name.0.pick(lang).to_owned())).collect()
}

fn kinds(lang: Lang) -> Vec<Choice> {
    let all = [HostKind::Ministry, HostKind::Chancellery, HostKind::Representation, HostKind::Embassy, HostKind::Association];
    all.map(|one| Choice::new(<&str>::from(one), kind(lang, one))).to_vec()
}
