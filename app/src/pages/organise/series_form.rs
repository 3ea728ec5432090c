//! Making and changing a series, with the dates it would have before it is saved.

use super::forms::{host_of, refused};
use super::{rule_fields, words};
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Field, Select, TextPair, Title, Years, YearsDate};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::entity::{host, series as row};
use backend::service::access;
use backend::service::events::TITLE;
use backend::service::series::{self, NewSeries, NoticeInput, SeriesDate, SeriesFields};
use backend::{Error, Site};
use domain::host::Right;
use domain::text::Text;
use leptos::prelude::*;

const PREVIEWED: usize = 5;

/// What the form is for.
#[derive(Clone)]
enum For {
    Host(host::Model),
    Series(Box<row::Model>),
}

/// `GET /organise/hosts/{host}/series/new`
pub async fn blank(reader: Reader, State(site): State<Site>, Path(host): Path<String>) -> Page {
    let host = host_of(&site, &reader, &host).await?;
    let form = Submitted::empty().with("kind", "thematic").with("zone", host.zone.clone()).with("local_time", "10:00");
    let form = form.with("duration_minutes", "120").with("notice.ideal", "365").with("notice.minimum", "183");
    Ok(page(&site, &reader, &For::Host(host), rule_fields::usual(form), None, StatusCode::OK))
}

/// `POST` there; `do=dates` only shows the dates.
pub async fn make(reader: Reader, State(site): State<Site>, Path(host): Path<String>, mut form: Submitted) -> Page {
    let host = host_of(&site, &reader, &host).await?;
    let about = For::Host(host.clone());
    let fields = read(&mut form);
    if form.get("do") == "dates" {
        return show_dates(&site, &reader, &about, form, &fields);
    }
    if form.faults.is_empty() {
        let new = NewSeries { slug: form.get("slug").trim().to_owned(), host: host.slug, fields };
        match series::create(&site, &reader.actor, new).await {
            Ok(made) => return Ok(saved(&site, &reader, &made.row.series.slug)),
            Err(error) => refuse(&mut form, error)?,
        }
    }
    Ok(page(&site, &reader, &about, form, None, StatusCode::UNPROCESSABLE_ENTITY))
}

/// `GET /organise/series/{series}/edit`
pub async fn edit(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let row = series_of(&site, &reader, &slug).await?;
    let kind: &'static str = row.kind.0.into();
    let form = Submitted::empty().with_text("title", Some(&row.title.0)).with("kind", kind).with("zone", row.zone.clone());
    let form = form.with("local_time", row.local_time.clone()).with("duration_minutes", row.duration_minutes.to_string());
    let form = form.with("first", row.first.clone()).with("venues", row.venues.0.join("\n"));
    let form = form.with("notice.ideal", row.notice_ideal.to_string()).with("notice.minimum", row.notice_minimum.to_string());
    let form = rule_fields::fill(form, &row.rule);
    Ok(page(&site, &reader, &For::Series(Box::new(row)), form, None, StatusCode::OK))
}

/// `POST` there
pub async fn change(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let about = For::Series(Box::new(series_of(&site, &reader, &slug).await?));
    let fields = read(&mut form);
    if form.get("do") == "dates" {
        return show_dates(&site, &reader, &about, form, &fields);
    }
    if form.faults.is_empty() {
        match series::update(&site, &reader.actor, &slug, fields).await {
            Ok(_) => return Ok(saved(&site, &reader, &slug)),
            Err(error) => refuse(&mut form, error)?,
        }
    }
    Ok(page(&site, &reader, &about, form, None, StatusCode::UNPROCESSABLE_ENTITY))
}

fn saved(site: &Site, reader: &Reader, slug: &str) -> Response {
    flash::lead(site, &reader.to(&format!("/organise/series/{slug}")), &t(reader.lang, "organise-series-saved"))
}

/// The dates stand below the form; what is wrong with the rule stands at its fields.
fn show_dates(site: &Site, reader: &Reader, about: &For, mut form: Submitted, fields: &SeriesFields) -> Page {
    let dates = form.faults.is_empty().then(|| series::preview(site, fields, PREVIEWED));
    match dates {
        Some(Ok(dates)) => Ok(page(site, reader, about, form, Some(dates), StatusCode::OK)),
        Some(Err(error)) => {
            refuse(&mut form, error)?;
            Ok(page(site, reader, about, form, None, StatusCode::UNPROCESSABLE_ENTITY))
        }
        None => Ok(page(site, reader, about, form, None, StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

/// The rule has no field of its own where it is built from words.
fn refuse(form: &mut Submitted, error: Error) -> Result<(), Failed> {
    refused(form, error)?;
    let worded = form.get("repeats") != "own";
    for fault in &mut form.faults {
        match fault.field.as_str() {
            "rule" if worded => fault.field = "repeats".to_owned(),
            "notice_days" => fault.field = "notice.minimum".to_owned(),
            _ => {}
        }
    }
    Ok(())
}

async fn series_of(site: &Site, reader: &Reader, slug: &str) -> Result<row::Model, Failed> {
    let view = series::show(site, &reader.actor, slug).await?;
    access::require(site.db.read(), &reader.actor, view.row.series.host_id, Right::ManageSeries).await?;
    Ok(view.row.series)
}

fn read(form: &mut Submitted) -> SeriesFields {
    let rule = rule_fields::read(form);
    let duration_minutes = form.parse("duration_minutes", whole);
    let days = (form.parse("notice.ideal", whole), form.parse("notice.minimum", whole));
    let text = |field: &str| form.get(field).trim().to_owned();
    let venues = form.get("venues").lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    SeriesFields {
        title: Some(Text { lv: Some(text("title.lv")), en: Some(text("title.en")) }),
        kind: Some(text("kind")),
        rule,
        first: form.given("first").map(str::to_owned),
        zone: Some(text("zone")),
        local_time: Some(text("local_time")),
        duration_minutes,
        venues: Some(venues),
        notice_days: days.0.zip(days.1).map(|(ideal, minimum)| NoticeInput { ideal, minimum }),
    }
}

fn whole(raw: &str) -> Result<i64, domain::fault::Refusal> {
    let raw = raw.trim();
    raw.parse().map_err(|_| domain::fault::Refusal::new(if raw.is_empty() { "required" } else { "not_a_number" }))
}

fn page(site: &Site, reader: &Reader, about: &For, form: Submitted, dates: Option<Vec<SeriesDate>>, status: StatusCode) -> Response {
    let lang = reader.lang;
    let (title, sub, back, is_new) = match about {
        For::Host(host) => (t(lang, "organise-new-series"), host.name.0.pick(lang).to_owned(), "/organise".to_owned(), true),
        For::Series(row) => {
            (t(lang, "organise-change-series"), row.title.0.pick(lang).to_owned(), format!("/organise/series/{}", row.slug), false)
        }
    };
    let meta = Meta::new(title.clone()).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let slug = is_new.then(|| {
            view! { <Field form=&form name="slug" label=t(lang, "organise-slug") help=t(lang, "organise-series-slug-help") max=64_usize/> }
        });
        view! {
            <Title inner=true sub=sub>{title}</Title>
            <form method="post" novalidate=true>
                <ErrorSummary form=&form/>
                {dates.map(|dates| preview(reader, dates))}
                <TextPair form=&form name="title" label=t(lang, "organise-title-field") max=TITLE/>
                {slug}
                <Select form=&form name="kind" label=t(lang, "organise-kind") options=words::kinds(lang)/>
                {rule_fields::fields(lang, &form)}
                {time_fields(site, reader, &form)}
                {place_fields(reader, &form)}
                <p class="actions">
                    <button class="button main">{t(lang, "organise-save")}</button>
                    <button class="button" name="do" value="dates">{t(lang, "organise-show-dates")}</button>
                    <a class="plain" href=reader.to(&back)>{t(lang, "organise-back")}</a>
                </p>
            </form>
        }
    })
}

fn preview(reader: &Reader, dates: Vec<SeriesDate>) -> AnyView {
    let lang = reader.lang;
    let years = dates.into_iter().map(|date| YearsDate { date: date.date, status: "tentative".to_owned(), href: None, this: false });
    view! {
        <section aria-labelledby="preview" class="section plain-top">
            <h2 id="preview" class="formhead">{t(lang, "organise-next-dates")}</h2>
            <Years dates=years.collect()/>
        </section>
    }
    .into_any()
}

fn time_fields(site: &Site, reader: &Reader, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    view! {
        <div class="threefields">
            <Field form=form name="local_time" label=t(lang, "organise-start-time") kind="time" narrow=true/>
            <Field form=form name="duration_minutes" label=t(lang, "organise-duration") kind="number" narrow=true/>
            <Field form=form name="first" label=t(lang, "organise-first") help=t(lang, "organise-first-help") kind="date" optional=true/>
        </div>
        <Select form=form name="zone" label=t(lang, "organise-zone") options=zone::options(lang, site)/>
    }
    .into_any()
}

fn place_fields(reader: &Reader, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    view! {
        <Field form=form name="venues" label=t(lang, "organise-venues") help=t(lang, "organise-venues-help") kind="textarea" optional=true/>
        <h2 class="formhead">{t(lang, "organise-notice-days")}</h2>
        <p class="quiet">{t(lang, "organise-notice-days-help")}</p>
        <div class="threefields">
            <Field form=form name="notice.ideal" label=t(lang, "organise-notice-ideal") kind="number" narrow=true/>
            <Field form=form name="notice.minimum" label=t(lang, "organise-notice-minimum") kind="number" narrow=true/>
        </div>
    }
    .into_any()
}
