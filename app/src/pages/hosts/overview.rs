//! `GET …/organise/hosts`: the hosts the reader has a part in; for administrators all of them.

use super::kind;
use crate::failure::{Failed, Page};
use crate::page::{Area, Meta, render};
use crate::pages::me::role_name;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Empty, Said, Section, Title};
use axum::extract::State;
use axum::http::StatusCode;
use backend::Site;
use backend::entity::host;
use backend::repo::{hosts as repo, people};
use domain::host::Role;
use leptos::prelude::*;

pub async fn show(reader: Reader, State(site): State<Site>) -> Page {
    let me = reader.actor.me()?;
    let db = site.db.read();
    let roles = people::roles(db, me.id).await?;
    if roles.is_empty() && !me.admin {
        return Err(Failed::Forbidden);
    }
    let all = repo::all(db).await?;
    let named = |host: &host::Model| roles.iter().find(|(mine, _)| mine.id == host.id).map(|(_, role)| *role);
    let coordinates = |id: i64| roles.iter().any(|(mine, role)| mine.id == id && *role == Role::Coordinator);
    let reachable = |host: &host::Model| me.admin || named(host).is_some() || host.parent_id.is_some_and(coordinates);
    let rows = all.into_iter().filter(reachable).map(|host| (named(&host), host)).collect::<Vec<_>>();
    let lang = reader.lang;
    Ok(render(&reader, Meta::new(t(lang, "hosts-title")).area(Area::Organise).hidden(), StatusCode::OK, || content(&reader, &rows)))
}

fn content(reader: &Reader, rows: &[(Option<Role>, host::Model)]) -> impl IntoView + use<> {
    let lang = reader.lang;
    let new = reader.administers.then(|| {
        let href = reader.to("/organise/hosts/new");
        view! { <Actions><a class="button main" href=href>{t(lang, "hosts-new")}</a></Actions> }
    });
    let one = |(role, host): &(Option<Role>, host::Model)| {
        // Who only coordinates the host above has no part in what it holds.
        let inside = role.is_some() || reader.administers;
        let href = reader.to(&format!("/organise/hosts/{}{}", host.slug, if inside { "" } else { "/members" }));
        let mine = role.map(|role| view! { <span class="quiet">{role_name(lang, role)}</span> });
        view! {
            <li class="pair">
                <h3><a href=href><Said text=&host.name.0/></a></h3>
                {mine}
                <span class="small quiet">{kind(lang, host.kind.0)}</span>
            </li>
        }
    };
    let list = rows.iter().map(one).collect::<Vec<_>>();
    let list = if list.is_empty() {
        view! { <Empty say=t(lang, "hosts-none")><p>{t(lang, "hosts-none-next")}</p></Empty> }.into_any()
    } else {
        view! { <ul class="rows">{list}</ul> }.into_any()
    };
    view! {
        <Title sub=t(lang, "hosts-sub")>{t(lang, "hosts-title")}</Title>
        <Section id="hosts" title=t(lang, "hosts-all")>{list} {new}</Section>
    }
}
