//! `…/organise/hosts/{host}/members`: members and data of one host.

use super::{data, members};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, ErrorSummary, Said, Section, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::repo::hosts::{self as repo, Member, Placed};
use backend::service::access::{self, Naming};
use backend::service::members::list;
use domain::host::Right;
use leptos::prelude::*;

/// What the page shows, and what the reader may do on it.
struct Shown {
    placed: Placed,
    members: Vec<Member>,
    naming: Option<Naming>,
    changes: bool,
    parents: Vec<(String, String)>,
}

pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    page(&reader, &site, &slug, None, StatusCode::OK).await
}

/// The page has several forms; `form` says which was sent.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    if form.faults.is_empty() {
        let done = match form.get("form") {
            "data" => data::save(&site, &reader, &slug, &form).await.map(|()| t(reader.lang, "host-saved")),
            _ => members::save(&site, &reader, &slug, &form).await,
        };
        match done {
            Ok(words) => return Ok(flash::lead(&site, &after(&reader, &slug), &words)),
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &slug, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Who has just left a host may see its page for everybody only.
fn after(reader: &Reader, slug: &str) -> String {
    reader.to(&format!("/organise/hosts/{slug}/members"))
}

async fn page(reader: &Reader, site: &Site, slug: &str, typed: Option<Submitted>, status: StatusCode) -> Page {
    let (host, members) = list(site, &reader.actor, slug).await?;
    let db = site.db.read();
    let naming = access::naming(db, &reader.actor, &host).await?;
    let changes = access::may(db, &reader.actor, host.id, Right::ManageHost).await?;
    let parents = if reader.administers { data::parents(reader.lang, repo::all(db).await?, Some(host.id)) } else { Vec::new() };
    let shown = Shown { placed: repo::around(db, host).await?, members, naming, changes, parents };
    let name = shown.placed.host.name.0.pick(reader.lang).to_owned();
    let meta = Meta::new(name).area(Area::Organise).hidden();
    Ok(render(reader, meta, status, || content(reader, site, shown, typed)))
}

fn content(reader: &Reader, site: &Site, shown: Shown, typed: Option<Submitted>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let public = reader.to(&format!("/hosts/{}", shown.placed.host.slug));
    let is_data = typed.as_ref().is_some_and(|form| form.get("form") == "data");
    let (data, member) = match typed {
        Some(form) if is_data => (form, Submitted::empty()),
        Some(form) => (data::form(&shown.placed), form),
        None => (data::form(&shown.placed), Submitted::empty()),
    };
    let naming = shown.naming.map(|naming| {
        let note = (naming == Naming::Parent).then(|| view! { <p class="quiet">{t(lang, "member-from-parent")}</p> });
        let form = members::naming(lang, &member);
        view! { <Section id="naming" title=t(lang, "member-put") note=t(lang, "member-put-note")>{note} {form}</Section> }
    });
    let edit = shown.changes.then(|| edit(reader, site, &data, shown.parents));
    let (name, members) = (shown.placed.host.name.0, members::table(lang, &shown.members, shown.naming.is_some()));
    view! {
        <Title sub=t(lang, "host-manage-sub")><Said text=&name/></Title>
        <Actions><a class="plain" href=public>{t(lang, "host-public")}</a></Actions>
        <Section id="members" title=t(lang, "members-title") note=t(lang, "members-note") wide=true>{members}</Section>
        {naming}
        {edit}
    }
}

fn edit(reader: &Reader, site: &Site, form: &Submitted, parents: Vec<(String, String)>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let parent = reader.administers.then(|| data::parent_field(lang, form, parents));
    let filled = view! {
        <form method="post" novalidate=true>
            <input type="hidden" name="form" value="data"/>
            <ErrorSummary form=form/>
            {data::fields(lang, site, form)}
            {parent}
            <Actions><button class="button main" type="submit">{t(lang, "host-save")}</button></Actions>
        </form>
    };
    view! { <Section id="data" title=t(lang, "host-data")>{filled}</Section> }
}
