//! How a date poll stands, for its organisers: what suits most, who said what, and what can be done.

use super::super::event_fields::local;
use super::slots::{slot, suggestion};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::islands::CopyAddress;
use crate::page::{Area, Meta, render};
use crate::pages::polls::table;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, ErrorSummary, Field, Said, Section, Title};
use crate::when::{Form, moment, place};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::clock::instant;
use backend::service::date_polls::{self, Change, Sees, View, is_open};
use backend::{Error, Site};
use domain::text::Lang;
use domain::time::LocalTime;
use leptos::prelude::*;

/// `GET /organise/polls/{poll}`
pub async fn show(reader: Reader, State(site): State<Site>, Path(poll): Path<String>) -> Page {
    page(&reader, &site, &poll, None, StatusCode::OK).await
}

/// `POST` there: closes it, moves its close, or takes it away.
pub async fn send(reader: Reader, State(site): State<Site>, Path(poll): Path<String>, mut form: Submitted) -> Page {
    let lang = reader.lang;
    let here = reader.to(&format!("/organise/polls/{poll}"));
    let change = match form.get("do") {
        "delete" => {
            let host = date_polls::view(&site, &reader.actor, &poll, None).await?.host;
            date_polls::delete(&site, &reader.actor, &poll).await?;
            return Ok(flash::lead(&site, &reader.to(&format!("/organise/hosts/{}", host.slug)), &t(lang, "datepoll-deleted")));
        }
        "close" => Change { close: true, ..Change::default() },
        _ => Change { closes_local: Some(local(form.get("closes_local"))), ..Change::default() },
    };
    match date_polls::change(&site, &reader.actor, &poll, change).await {
        Ok(_) => Ok(flash::lead(&site, &here, &t(lang, "datepoll-saved-close"))),
        Err(error) => {
            form.refused(error)?;
            page(&reader, &site, &poll, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn page(reader: &Reader, site: &Site, poll: &str, typed: Option<Submitted>, status: StatusCode) -> Page {
    reader.actor.me()?;
    let view = date_polls::view(site, &reader.actor, poll, None).await?;
    if view.sees != Sees::Everything {
        return Err(Error::Forbidden.into());
    }
    let form = typed.unwrap_or_else(|| Submitted::empty().with("closes_local", closes(site, &view)));
    let title = view.poll.title.0.pick(reader.lang).to_owned();
    Ok(render(reader, Meta::new(title).area(Area::Organise).hidden(), status, || content(reader, site, &view, &form)))
}

fn closes(site: &Site, view: &View) -> String {
    let local = site.zones.get(&view.poll.zone).map(|zone| LocalTime::new(zone.local(instant(view.poll.closes_at)).time));
    local.map(|local| local.to_string()).unwrap_or_default()
}

fn content(reader: &Reader, site: &Site, view: &View, form: &Submitted) -> impl IntoView + use<> {
    let lang = reader.lang;
    let title = view! { <Said text=&view.poll.title.0/> }.into_any();
    let zone = site.zones.get(&view.poll.zone).ok();
    let slots = view.slots.iter().enumerate().map(|(i, figures)| slot(reader, site, view, figures, view.suggested == Some(i)));
    let slots = slots.collect::<Vec<_>>();
    let who = if view.replies.is_empty() {
        view! { <Empty say=t(lang, "datepoll-nobody")><p>{t(lang, "datepoll-nobody-next")}</p></Empty> }.into_any()
    } else {
        table(lang, view, zone)
    };
    let change = view.manages.then(|| changing(reader, view, form, site));
    let suggestion = suggestion(reader, site, view);
    let link = link(reader, site, view);
    let link = view! { <Section id="link" title=t(lang, "datepoll-link") note=t(lang, "datepoll-link-note")>{link}</Section> };
    // What is wanted first: answers, then what came of them.
    let (before, after) = if view.replies.is_empty() { (Some(link), None) } else { (None, Some(link)) };
    view! {
        <Title inner=true sub=sub(reader, site, view)>{title}</Title>
        <div class="pollsuggest">{suggestion}</div>
        {before}
        <Section id="times" title=t(lang, "datepoll-times") note=t(lang, "datepoll-times-note")><ol class="pollresult">{slots}</ol></Section>
        <Section id="answers" title=t(lang, "datepoll-answers") note=seen(lang, view) wide=true>{who}</Section>
        {after}
        {change}
    }
}

/// "9 people have answered. Open until …"
fn sub(reader: &Reader, site: &Site, view: &View) -> String {
    let lang = reader.lang;
    let answered = t!(lang, "datepoll-answered", n = view.answered.unwrap_or_default());
    let Ok(zone) = site.zones.get(&view.poll.zone) else { return answered };
    let at = instant(view.poll.closes_at);
    let state = if is_open(&view.poll, site.now().as_millisecond()) {
        t!(lang, "datepoll-open-until", when = moment(lang, at, zone, Form::To))
    } else {
        t!(lang, "datepoll-closed-text", when = moment(lang, at, zone, Form::In))
    };
    format!("{answered} {state}")
}

fn seen(lang: Lang, view: &View) -> String {
    if view.poll.answers_shown { t(lang, "datepoll-seen-by-all") } else { t(lang, "datepoll-seen-by-you") }
}

fn link(reader: &Reader, site: &Site, view: &View) -> AnyView {
    let lang = reader.lang;
    let path = reader.to(&format!("/polls/{}", view.poll.token));
    let address = site.url(&path);
    view! {
        <div class="copy">
            <label class="visually-hidden" for="poll-link">{t(lang, "datepoll-link")}</label>
            <input id="poll-link" readonly=true value=address.clone()/>
            <CopyAddress address=address label=t(lang, "copy-address") copied=t(lang, "copied") failed=t(lang, "copy-failed")/>
        </div>
        <p class="actions"><a class="plain" href=path>{t(lang, "datepoll-open")}</a></p>
    }
    .into_any()
}

fn changing(reader: &Reader, view: &View, form: &Submitted, site: &Site) -> AnyView {
    let lang = reader.lang;
    let open = is_open(&view.poll, site.now().as_millisecond());
    let close = open.then(|| {
        view! {
            <form method="post">
                <input type="hidden" name="do" value="close"/>
                <p class="actions"><button class="button" type="submit">{t(lang, "datepoll-close-now")}</button></p>
            </form>
        }
    });
    let moved = view.poll.event_id.is_none().then(|| {
        let where_ = place(lang, &view.poll.zone, Form::Of);
        view! {
            <form method="post" novalidate=true>
                <ErrorSummary form=form/>
                <Field form=form name="closes_local" label=t(lang, "datepoll-closes") help=t!(lang, "round-closes-note", place = where_) kind="datetime-local"/>
                <p class="actions"><button class="button" type="submit">{t(lang, "datepoll-move-close")}</button></p>
            </form>
        }
    });
    view! {
        <Section id="change" title=t(lang, "datepoll-change-poll")>
            {moved}
            {close}
            <details>
                <summary>{t(lang, "datepoll-delete")}</summary>
                <div>
                    <p>{t(lang, "datepoll-delete-text")}</p>
                    <form method="post">
                        <input type="hidden" name="do" value="delete"/>
                        <p class="actions"><button class="button" type="submit">{t(lang, "datepoll-delete-now")}</button></p>
                    </form>
                </div>
            </details>
        </Section>
    }
    .into_any()
}
