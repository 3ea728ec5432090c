//! A written procedure: before it opens, while it is open, and what came of it.

use super::answer::{form_view, read, typed_from};
use super::questions::{questions, quorum};
use super::{documents, people, result};
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Notice, Section};
use crate::when::{Form, moment};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::entity::event_file;
use backend::service::access::Seen;
use backend::service::procedure::{self as procedures, Mine, Procedure, names_rule};
use backend::{Error, Site};
use domain::host::Right;
use domain::procedure::Phase;
use domain::text::Lang;
use domain::time::Zone;
use leptos::prelude::*;

/// `GET /events/{event}/procedure`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    page(&reader, &site, &slug, None, StatusCode::OK).await
}

/// `POST` there: an answer, or another in its place.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let (_, procedure) = procedures::load(site.db.read(), &site, &reader.actor, &slug).await?;
    if !form.faults.is_empty() {
        return page(&reader, &site, &slug, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match procedures::answer(&site, &reader.actor, &slug, read(&form, &procedure.questions)).await {
        Ok(mine) => {
            let said = if mine.late { "procedure-answered-late" } else { "procedure-answered" };
            Ok(flash::lead(&site, &reader.to(&format!("/events/{slug}/procedure")), &t(reader.lang, said)))
        }
        Err(Error::Invalid(faults)) => {
            form.faults.extend(faults);
            page(&reader, &site, &slug, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What the page shows beside the questions.
struct About {
    seen: Seen,
    procedure: Procedure,
    mine: Option<Mine>,
    files: Vec<event_file::Model>,
}

async fn page(reader: &Reader, site: &Site, slug: &str, form: Option<Submitted>, code: StatusCode) -> Page {
    let lang = reader.lang;
    let (seen, procedure) = procedures::load(site.db.read(), site, &reader.actor, slug).await?;
    let mine = procedures::mine(site, &reader.actor, &seen.event, &procedure).await?;
    let files = procedures::documents(site.db.read(), seen.event.id).await?;
    let outcome = match procedure.phase.is_closed() {
        true => Some(procedures::outcome(site, &reader.actor, slug).await?),
        false => None,
    };
    let asked = match seen.may(Right::ViewInvitations) && reader.actor.me.is_some() && procedure.row.asked_at.is_some() {
        true => Some(procedures::people(site, &reader.actor, slug).await?),
        false => None,
    };
    let inner = Inner::new(reader, site, &seen.event, Open::Procedure, None);
    let about = About { seen, procedure, mine, files };
    let zone = site.zones.get(&about.seen.event.zone).map_err(|_| crate::failure::Failed::Internal)?;
    let sub = standing(lang, &about.procedure, zone);
    let meta = Meta::new(t(lang, "event-tab-procedure")).area(Area::Events).hidden();
    Ok(render(reader, meta, code, move || {
        let href = reader.to(&format!("/events/{}", about.seen.event.slug));
        let record =
            about.seen.may(Right::ManageTopics).then(|| reader.to(&format!("/organise/events/{}/outcomes", about.seen.event.slug)));
        let result = outcome.as_ref().map(|outcome| result::view(lang, outcome, &href, record.as_deref()));
        let answering = answering(reader, &about, form, outcome.is_some());
        let documents = documents::section(lang, &href, &about.files);
        let people = asked.map(|asked| people::view(lang, &asked, zone, outcome.is_some()));
        view! {
            {inner.head(t(lang, "event-tab-procedure"), Some(sub))}
            {result}
            {answering}
            {documents}
            {people}
        }
    }))
}

/// Until when, or since when not any more.
fn standing(lang: Lang, procedure: &Procedure, zone: &Zone) -> String {
    let said = |at, form| moment(lang, at, zone, form);
    match procedure.phase {
        Phase::Waiting => {
            t!(lang, "procedure-opens", opens = said(procedure.opens, Form::Of), closes = said(procedure.closes, Form::To))
        }
        Phase::Open => t!(lang, "procedure-open-until", closes = said(procedure.closes, Form::To)),
        Phase::Late | Phase::Over => t!(lang, "procedure-closed", closes = said(procedure.closes, Form::In)),
        Phase::Off => t(lang, "procedure-off"),
    }
}

/// The reader's part: the form, what has been answered, or why there is nothing to do.
fn answering(reader: &Reader, about: &About, form: Option<Submitted>, has_result: bool) -> AnyView {
    let (lang, procedure) = (reader.lang, &about.procedure);
    let asked = |mine: &Mine| form.clone().unwrap_or_else(|| typed_from(mine));
    let main = match (&about.mine, procedure.phase) {
        (Some(mine), Phase::Open) => form_view(lang, procedure, mine, &asked(mine)),
        (Some(mine), Phase::Late) if mine.answers.is_none() || mine.late => form_view(lang, procedure, mine, &asked(mine)),
        (Some(mine), _) if mine.answers.is_some() => {
            view! { <Notice calm=true title=t(lang, "procedure-you-answered")><p>{t(lang, "procedure-you-answered-final")}</p></Notice> }
                .into_any()
        }
        // The result has the questions.
        _ if has_result => return ().into_any(),
        _ => view! {
            {not_asked(reader, procedure.phase)}
            <h2 class="visually-hidden">{t(lang, "procedure-questions")}</h2>
            {questions(lang, &procedure.questions)}
        }
        .into_any(),
    };
    let how = how(lang, procedure);
    let id = if has_result { "answer" } else { "questions" };
    let body = view! { <div class="cols side"><div>{main}</div>{how}</div> }.into_any();
    if has_result { view! { <Section id=id title=t(lang, "procedure-your-answer") wide=true>{body}</Section> }.into_any() } else { body }
}

fn not_asked(reader: &Reader, phase: Phase) -> Option<AnyView> {
    let lang = reader.lang;
    match (phase, reader.actor.me.is_some()) {
        (Phase::Open, false) => {
            let sign_in = reader.sign_in();
            Some(view! { <Empty say=t(lang, "procedure-sign-in")><p class="actions"><a class="button main" href=sign_in>{t(lang, "round-sign-in-do")}</a></p></Empty> }.into_any())
        }
        (Phase::Open, true) => {
            Some(view! { <Empty say=t(lang, "procedure-not-asked")><p>{t(lang, "procedure-not-asked-why")}</p></Empty> }.into_any())
        }
        _ => None,
    }
}

/// What holds for everybody, said before anybody answers.
fn how(lang: Lang, procedure: &Procedure) -> AnyView {
    let facts = [
        Some(t(lang, "procedure-sealed")),
        Some(names_rule(lang, procedure.row.named)),
        Some(quorum(lang, procedure.quorum())),
        Some(t(lang, "procedure-late-rule")),
    ];
    let facts = facts.into_iter().flatten().map(|fact| view! { <p class="small quiet">{fact}</p> }).collect_view();
    view! { <aside class="aside"><h2>{t(lang, "round-how")}</h2>{facts}</aside> }.into_any()
}
