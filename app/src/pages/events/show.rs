//! `GET …/events/{event}`: one event in one screen. `POST` there answers whether the reader would come.

use super::asked::asked;
use super::facts::{facts, figures, firmness, title};
use super::overview::below;
use super::place::{Around, place};
use super::written::{self, Written};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::Site;
use backend::repo::event_page::{self, EventPage};
use backend::service::interest;
use domain::event::Visibility;
use leptos::prelude::*;

pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let page = event_page::load(site.db.read(), &site, &reader.actor, &slug).await?;
    let given = page.my_interest.map(<&str>::from).unwrap_or_default();
    let form = Submitted::empty().with("answer", given);
    answer_with(&reader, &site, page, &form, StatusCode::OK).await
}

pub async fn answer(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    match interest::give(&site, &reader.actor, &slug, form.get("answer")).await {
        Ok(_) => return Ok(flash::lead(&site, &reader.to(&format!("/events/{slug}")), &t(reader.lang, "interest-thanks"))),
        Err(error) => form.refused(error)?,
    }
    let page = event_page::load(site.db.read(), &site, &reader.actor, &slug).await?;
    answer_with(&reader, &site, page, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn answer_with(reader: &Reader, site: &Site, page: EventPage, form: &Submitted, status: StatusCode) -> Page {
    let written = written::load(reader, site, &page).await?;
    let lang = reader.lang;
    let zone = site.zones.get(&page.event.zone).map_err(|_| Failed::Internal)?;
    let to = |path: &str| reader.to(path);
    let around = Around { lang, now: site.now(), zone, to: &to, sign_in: reader.sign_in() };
    Ok(page_of(reader, site, &page, form, &around, written.as_ref(), status))
}

fn page_of(
    reader: &Reader,
    site: &Site,
    page: &EventPage,
    form: &Submitted,
    around: &Around<'_>,
    written: Option<&Written>,
    status: StatusCode,
) -> Response {
    render(reader, meta(reader, page, around), status, || {
        let lang = reader.lang;
        if let Some(written) = written {
            return written::view(page, around, reader, site, written);
        }
        let place = place(page, around);
        let asked = asked(page, form, around, !place.has_main());
        view! {
            <div class="cols side hero">
                <div>{title(page, around)}{facts(page, around, reader, site)}</div>
                <div class="mine">
                    <section aria-labelledby="my"><h2 id="my">{t(lang, "place-title")}</h2>{place.view()}</section>
                    {asked}
                </div>
                {figures(page, around)}
            </div>
            {below(page, around, reader, site, None)}
        }
        .into_any()
    })
}

fn meta(reader: &Reader, page: &EventPage, around: &Around<'_>) -> Meta {
    let title = page.event.title.0.pick(reader.lang).to_owned();
    let said = match &page.event.summary {
        Some(summary) => summary.0.pick(reader.lang).to_owned(),
        None => firmness(page, around),
    };
    let day = crate::when::date(reader.lang, around.zone.local(page.starts).time.date(), crate::when::Form::Is);
    let meta = Meta::new(title).area(Area::Events).description(format!("{}. {said}", crate::when::capital(&day)));
    match (page.event.visibility.0, &page.series) {
        (Visibility::Public, Some(series)) => meta.feed(format!("/series/{}/calendar.ics", series.slug)),
        (Visibility::Public, None) => meta.feed(format!("/events/{}.ics", page.event.slug)),
        _ => meta.hidden(),
    }
}
