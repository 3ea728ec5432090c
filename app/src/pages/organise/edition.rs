//! Making the event of one of a series' dates: two fields, both filled in already.

use super::words;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Field, Said, TextPair, Title};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::events::TITLE;
use backend::service::given;
use backend::service::series::{self, NewEdition, SeriesView};
use backend::{Error, Site};
use domain::text::Text;
use jiff::civil::Date;
use leptos::prelude::*;
use serde::Deserialize;

/// Which of the dates.
#[derive(Debug, Deserialize)]
pub struct Which {
    date: String,
}

/// `GET /organise/series/{series}/editions?date=`
pub async fn blank(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(which): Query<Which>) -> Page {
    let (view, date) = find(&site, &reader, &slug, &which).await?;
    let year = date.year().to_string();
    let title = series::edition_title(&view.row.series, date);
    let proposed = if series::is_yearly(&view.row.series) { year } else { date.to_string() };
    let form = Submitted::empty().with_text("title", Some(&title)).with("slug", format!("{slug}-{proposed}"));
    Ok(page(&reader, &view, date, form, StatusCode::OK))
}

/// `POST` there
pub async fn make(
    reader: Reader,
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(which): Query<Which>,
    mut form: Submitted,
) -> Page {
    let (view, date) = find(&site, &reader, &slug, &which).await?;
    if form.faults.is_empty() {
        let text = |field: &str| form.given(field).map(str::to_owned);
        let title = form.text_given("title").then(|| Text { lv: text("title.lv"), en: text("title.en") });
        let new = NewEdition { year: None, date: Some(date.to_string()), slug: form.get("slug").trim().to_owned(), title };
        match series::announce_edition(&site, &reader.actor, &slug, new).await {
            Ok(made) => {
                let next = reader.to(&format!("/organise/events/{}", made.row.event.slug));
                return Ok(flash::lead(&site, &next, &t(reader.lang, "organise-edition-made")));
            }
            Err(error) => super::forms::refused(&mut form, error)?,
        }
    }
    Ok(page(&reader, &view, date, form, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn find(site: &Site, reader: &Reader, slug: &str, which: &Which) -> Result<(SeriesView, Date), Failed> {
    reader.actor.me()?;
    let view = series::show(site, &reader.actor, slug).await?;
    if !view.managed {
        return Err(Failed::Forbidden);
    }
    let date = given::date(&which.date).map_err(|refusal| Error::from(refusal.at("date")))?;
    Ok((view, date))
}

fn page(reader: &Reader, view: &SeriesView, date: Date, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let day = words::day(lang, date);
    let title = t!(lang, "organise-edition-title", day = day);
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let back = reader.to(&format!("/organise/series/{}", view.row.series.slug));
        view! {
            <Title inner=true sub=t(lang, "organise-edition-sub")>{title}</Title>
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                <p class="quiet"><Said text=&view.row.series.title.0/></p>
                <TextPair form=&form name="title" label=t(lang, "organise-title-field") max=TITLE/>
                <Field form=&form name="slug" label=t(lang, "organise-slug") help=t(lang, "organise-slug-help") max=64_usize/>
                <p class="actions">
                    <button class="button main">{t(lang, "organise-make-edition")}</button>
                    <a class="plain" href=back>{t(lang, "organise-back")}</a>
                </p>
            </form>
        }
    })
}
