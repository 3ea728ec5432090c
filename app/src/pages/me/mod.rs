//! Everything held about the reader, to change, take away and erase.

mod consents;
mod erase;
mod places;
mod profile;
mod topics;
mod travel;

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Notice, Said, Section, Subscribe, Title};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::Site;
use backend::repo::people::{self as repo, Own};
use backend::service::passes::{self, Gone};
use backend::service::talk::follow::{self, Followed};
use backend::service::talk::merge::{self, GoneOn};
use backend::service::talk::news;
use backend::service::{export, people};
use domain::host::Role;
use domain::text::Lang;
use leptos::prelude::*;

pub use profile::{countries, country};

/// Topics that went on elsewhere and are shown.
const PASSED: u64 = 50;

/// `/me` and what can be done from it.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/me", get(show).post(send))
        .route("/me/topics", get(topics::show))
        .route("/me/export", get(take_away))
        .route("/me/erase", get(erase::ask).post(erase::erase))
}

/// The forms of the page as they are to be shown: from the profile, or as typed.
struct Forms {
    profile: Submitted,
    travel: Submitted,
    consents: Submitted,
    letters: Submitted,
}

/// What is new of the topics the reader has to do with.
struct Talk {
    followed: Vec<Followed>,
    gone: Vec<GoneOn>,
    passed: Vec<Gone>,
}

async fn show(reader: Reader, State(site): State<Site>) -> Page {
    page(&reader, &site, None, StatusCode::OK).await
}

/// The page has several forms; `form` says which was sent.
async fn send(reader: Reader, State(site): State<Site>, mut form: Submitted) -> Page {
    let lang = reader.lang;
    let done = match form.get("form") {
        "calendar" => people::new_calendar_address(&site, &reader.actor).await.map(|_| t(lang, "me-calendar-made")),
        "consents" => consents::save(&site, &reader, &form).await.map(|()| t(lang, "me-consents-saved")),
        "topic-news" => topics::save(&site, &reader, &form).await,
        "travel" => travel::save(&site, &reader, &form).await,
        _ => profile::save(&site, &reader, &mut form).await.map(|()| t(lang, "me-profile-saved")),
    };
    match done {
        Ok(words) if form.faults.is_empty() => Ok(flash::lead(&site, &reader.to("/me"), &words)),
        Ok(_) => page(&reader, &site, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) => {
            form.refused(error)?;
            page(&reader, &site, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn page(reader: &Reader, site: &Site, typed: Option<Submitted>, status: StatusCode) -> Page {
    let lang = reader.lang;
    let me = reader.actor.me()?.id;
    let db = site.db.read();
    let own = repo::own(db, me).await?;
    let places = places::load(site, me).await?;
    let talk = Talk {
        followed: follow::list(site, &reader.actor, 0, topics::FEW + 1).await?,
        gone: merge::gone_on(db, &reader.actor).await?,
        passed: passes::gone_on(db, &reader.actor, PASSED).await?,
    };
    let mut forms = Forms {
        profile: profile::form(&own),
        travel: travel::form(&own),
        consents: consents::form(&own),
        letters: topics::form(news::choice(db, me).await?),
    };
    match typed {
        Some(typed) if typed.get("form") == "consents" => forms.consents = typed,
        Some(typed) if typed.get("form") == "topic-news" => forms.letters = typed,
        Some(typed) if typed.get("form") == "travel" => forms.travel = typed,
        Some(typed) => forms.profile = typed,
        None => {}
    }
    let title = if own.person.name.is_empty() { t(lang, "me-title") } else { own.person.name.clone() };
    let meta = Meta::new(title.clone()).area(Area::Me).hidden();
    Ok(render(reader, meta, status, || content(reader, site, &own, &places, talk, forms, title)))
}

fn content(
    reader: &Reader,
    site: &Site,
    own: &Own,
    places: &places::Places,
    talk: Talk,
    forms: Forms,
    title: String,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let unnamed = own.person.name.is_empty().then(|| {
        view! {
            <Notice calm=true title=t(lang, "me-new-title")>
                <p>{t(lang, "me-new")}</p>
                <p class="actions"><a class="plain" href="#name">{t(lang, "me-new-step")}</a></p>
            </Notice>
        }
    });
    let places = places::list(reader, site, places);
    let profile = profile::view(reader, site, &forms.profile);
    let travel = travel::view(reader, site, own, &forms.travel);
    let consents = consents::view(reader, site, own, &forms.consents);
    let address = people::calendar_url(site, &own.person);
    let (roles, away) = (roles(reader, own), away(reader));
    let (gone, follows) = (topics::gone_on(reader, &talk.gone, &talk.passed), topics::section(reader, talk.followed, &forms.letters));
    view! {
        <Title sub=t(lang, "me-sub")>{title}</Title>
        {unnamed}
        <Section id="places" title=t(lang, "me-places")>{places}</Section>
        {gone}
        {follows}
        <Section id="profile" title=t(lang, "me-profile") note=t(lang, "me-profile-note")>{profile}</Section>
        <Section id="travel" title=t(lang, "me-travel") note=t(lang, "me-travel-note")>{travel}</Section>
        <Section id="calendar" title=t(lang, "me-calendar") note=t(lang, "me-calendar-note")>{calendar(lang, address)}</Section>
        <Section id="consents" title=t(lang, "me-consents") note=t(lang, "me-consents-note")>{consents}</Section>
        {roles}
        <Section id="away" title=t(lang, "me-away")>{away}</Section>
    }
}

fn calendar(lang: Lang, address: String) -> impl IntoView {
    view! {
        <Subscribe id="feed" label=t(lang, "me-calendar-label") address=address/>
        <form method="post">
            <input type="hidden" name="form" value="calendar"/>
            <Actions><button class="plain" type="submit">{t(lang, "me-calendar-new")}</button></Actions>
        </form>
    }
}

fn roles(reader: &Reader, own: &Own) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let one = |(host, role): &(backend::entity::host::Model, Role)| {
        let href = reader.to(&format!("/organise/hosts/{}", host.slug));
        view! { <li class="pair"><h3><a href=href><Said text=&host.name.0/></a></h3> <span class="quiet">{role_name(lang, *role)}</span></li> }
    };
    let rows = own.roles.iter().map(one).collect::<Vec<_>>();
    (!rows.is_empty()).then(
        || view! { <Section id="roles" title=t(lang, "me-roles") note=t(lang, "me-roles-note")><ul class="rows">{rows}</ul></Section> },
    )
}

/// A role in words.
pub fn role_name(lang: Lang, role: Role) -> String {
    match role {
        Role::Viewer => t(lang, "role-viewer"),
        Role::Assistant => t(lang, "role-assistant"),
        Role::Organiser => t(lang, "role-organiser"),
        Role::Coordinator => t(lang, "role-coordinator"),
    }
}

fn away(reader: &Reader) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (export, erase, out) = (reader.to("/me/export"), reader.to("/me/erase"), reader.to("/signout"));
    view! {
        <div class="prose"><p>{t(lang, "me-away-text")}</p></div>
        <p class="actions">
            <a class="button" href=export download="saiets.zip">{t(lang, "me-export")}</a> " "
            <a class="plain" href=erase>{t(lang, "me-erase")}</a>
        </p>
        <form method="post" action=out><Actions><button class="plain" type="submit">{t(lang, "me-out")}</button></Actions></form>
    }
}

async fn take_away(reader: Reader, State(site): State<Site>) -> Page {
    let archive = export::export(&site, &reader.actor).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"saiets.zip\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok::<Response, _>((headers, archive).into_response())
}
