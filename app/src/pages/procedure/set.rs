//! What is asked, written down by an organiser until it opens.

use super::questions::questions;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Checkbox, Choice, Choices, ErrorSummary, Field, Notice, Select, TextPair, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::access::{self, Seen};
use backend::service::procedure::{self as procedures, NewProcedure, NewQuestion, Procedure, usual_options};
use domain::event::Kind;
use domain::fault::{Fault, Refusal};
use domain::host::Right;
use domain::procedure::{EXPLANATION_MAX, LINE_MAX, OPTIONS_MAX, Phase, QUESTIONS_MAX, Question, Quorum};
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// The event, for who may say what is asked in it.
pub(super) async fn for_setting(reader: &Reader, site: &Site, slug: &str) -> Result<Seen, Failed> {
    let seen = access::event(site.db.read(), &reader.actor, slug).await?;
    reader.actor.me()?;
    seen.require(Right::ManageEvents)?;
    if seen.event.kind.0 == Kind::Written { Ok(seen) } else { Err(Failed::Conflict("not_written".to_owned())) }
}

/// `GET /organise/events/{event}/procedure`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let seen = for_setting(&reader, &site, &slug).await?;
    let found = procedures::of_event(site.db.read(), &site, &seen.event).await?;
    let form = found.as_ref().map_or_else(|| Submitted::empty().with("named", "yes").with("quorum_in", "percent"), fill);
    page(&reader, &site, &slug, form, StatusCode::OK).await
}

/// `POST` there.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    for_setting(&reader, &site, &slug).await?;
    if let Some(new) = read(&mut form) {
        match procedures::set(&site, &reader.actor, &slug, new).await {
            Ok(()) => {
                let (to, said) = match form.get("do") {
                    "more" => (format!("/organise/events/{slug}/procedure"), "procedure-saved"),
                    "documents" => (format!("/organise/events/{slug}/documents"), "procedure-saved"),
                    _ => (format!("/events/{slug}/procedure"), "procedure-saved"),
                };
                return Ok(flash::lead(&site, &reader.to(&to), &t(reader.lang, said)));
            }
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn at(number: usize, name: &str) -> String {
    format!("questions.{number}.{name}")
}

fn fill(procedure: &Procedure) -> Submitted {
    let (quorum, unit) = match procedure.quorum() {
        None => (String::new(), "percent"),
        Some(Quorum::Answers(n)) => (n.to_string(), "answers"),
        Some(Quorum::Percent(n)) => (n.to_string(), "percent"),
    };
    let form = Submitted::empty().with("quorum", quorum).with("quorum_in", unit);
    let form = if procedure.row.named { form.with("named", "yes") } else { form };
    (1..).zip(&procedure.questions).fold(form, |form, (number, one)| fill_one(form, number, one))
}

fn fill_one(form: Submitted, number: usize, question: &Question) -> Submitted {
    let form =
        form.with_text(&at(number, "text"), Some(&question.text)).with_text(&at(number, "explanation"), question.explanation.as_ref());
    let kind = if question.options.is_empty() {
        "opinion"
    } else if question.options == usual_options() {
        "usual"
    } else {
        "own"
    };
    let form = form.with(&at(number, "kind"), kind);
    if kind != "own" {
        return form;
    }
    let lines = |pick: fn(&Text) -> Option<&String>| {
        question.options.iter().map(|option| pick(option).cloned().unwrap_or_default()).collect::<Vec<_>>().join("\n").trim_end().to_owned()
    };
    form.with(&at(number, "options.lv"), lines(|text| text.lv.as_ref())).with(&at(number, "options.en"), lines(|text| text.en.as_ref()))
}

/// Whether anything was typed for a question; blocks without are left out.
fn is_given(form: &Submitted, number: usize) -> bool {
    ["text", "explanation", "options"].iter().any(|name| form.text_given(&at(number, name)))
}

/// The numbers of the questions in the form.
fn given(form: &Submitted) -> Vec<usize> {
    (1..=QUESTIONS_MAX).filter(|number| is_given(form, *number)).collect()
}

fn read(form: &mut Submitted) -> Option<NewProcedure> {
    let n = form.parse_given("quorum", |raw| raw.trim().parse::<u32>().map_err(|_| Refusal::new("invalid_number")));
    let quorum = n.map(|n| if form.get("quorum_in") == "answers" { Quorum::Answers(n) } else { Quorum::Percent(n) });
    let numbers = given(form);
    // Faults are said at the number a question has in the form, so a gap would put them at another.
    let gap = numbers.iter().zip(1..).find(|(number, wanted)| *number != wanted).map(|(_, wanted)| wanted);
    if let Some(gap) = gap {
        let field = at(gap, "text");
        form.faults.push(Fault::new(field, "required"));
    }
    let questions = numbers.iter().map(|number| question(form, *number)).collect();
    form.faults.is_empty().then(|| NewProcedure { questions, quorum, named: form.has("named", "yes") })
}

fn question(form: &Submitted, number: usize) -> NewQuestion {
    let text = |name: &str| {
        let part = |code: &str| Some(form.get(&at(number, &format!("{name}.{code}"))).to_owned());
        Text { lv: part("lv"), en: part("en") }
    };
    let options = match form.get(&at(number, "kind")) {
        "opinion" => Some(Vec::new()),
        "own" => Some(lines(&text("options"))),
        _ => None,
    };
    NewQuestion { text: text("text"), explanation: Some(text("explanation")), options }
}

/// One option a line; the lines of both languages belong together by their number.
fn lines(text: &Text) -> Vec<Text> {
    let split =
        |words: &Option<String>| words.as_deref().unwrap_or_default().trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    let (lv, en) = (split(&text.lv), split(&text.en));
    let one = |n: usize| Text { lv: lv.get(n).cloned(), en: en.get(n).cloned() };
    let all = (0..lv.len().max(en.len())).map(one);
    all.filter(|text| [&text.lv, &text.en].into_iter().flatten().any(|words| !words.is_empty())).take(OPTIONS_MAX + 1).collect()
}

async fn page(reader: &Reader, site: &Site, slug: &str, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let seen = for_setting(reader, site, slug).await?;
    let found = procedures::of_event(site.db.read(), site, &seen.event).await?;
    let fixed = found.filter(|found| found.row.asked_at.is_some() || found.phase != Phase::Waiting);
    let meta = Meta::new(t(lang, "procedure-set")).area(Area::Organise).hidden();
    let title = seen.event.title.0.pick(lang).to_owned();
    Ok(render(reader, meta, code, move || {
        let body = match &fixed {
            Some(procedure) => view! {
                <Notice calm=true title=t(lang, "procedure-fixed")><p>{t(lang, "procedure-fixed-why")}</p></Notice>
                <h2 class="visually-hidden">{t(lang, "procedure-questions")}</h2>
                {questions(lang, &procedure.questions)}
            }
            .into_any(),
            None => fields(lang, &form),
        };
        view! { <Title inner=true sub=title>{t(lang, "procedure-set")}</Title> {body} }
    }))
}

fn fields(lang: Lang, form: &Submitted) -> AnyView {
    let shown = (given(form).last().copied().unwrap_or(0) + 1).min(QUESTIONS_MAX);
    let blocks = (1..=shown).map(|number| block(lang, form, number)).collect_view();
    let units = vec![("percent".to_owned(), t(lang, "procedure-in-percent")), ("answers".to_owned(), t(lang, "procedure-in-answers"))];
    view! {
        <form class="mine" method="post" novalidate=true aria-label=t(lang, "procedure-set")>
            <section>
                <ErrorSummary form=form/>
                {blocks}
                <h2 class="formhead">{t(lang, "procedure-rules")}</h2>
                <div class="threefields">
                    <Field form=form name="quorum" label=t(lang, "procedure-quorum") help=t(lang, "procedure-quorum-help") kind="number" narrow=true optional=true/>
                    <Select form=form name="quorum_in" label=t(lang, "procedure-quorum-in") options=units/>
                </div>
                <Checkbox form=form name="named" label=t(lang, "procedure-named-choice") note=t(lang, "procedure-named-note")/>
                <p class="actions">
                    <button class="button main" type="submit">{t(lang, "organise-save")}</button>
                    <button class="button" type="submit" name="do" value="more">{t(lang, "procedure-save-more")}</button>
                    <button class="button" type="submit" name="do" value="documents">{t(lang, "procedure-save-documents")}</button>
                </p>
            </section>
        </form>
    }
    .into_any()
}

fn block(lang: Lang, form: &Submitted, number: usize) -> AnyView {
    let kind_field = at(number, "kind");
    let form = &if form.given(&kind_field).is_some() { form.clone() } else { form.clone().with(&kind_field, "usual") };
    let kinds = vec![
        Choice::new("usual", t(lang, "procedure-kind-usual")),
        Choice::new("own", t(lang, "procedure-kind-own")).note(t(lang, "procedure-kind-own-note")),
        Choice::new("opinion", t(lang, "procedure-kind-opinion")),
    ];
    let (text, more, options) = (at(number, "text"), at(number, "explanation"), at(number, "options"));
    let head = t!(lang, "procedure-question", n = i64::try_from(number).unwrap_or_default());
    view! {
        <h2 class="formhead">{head.clone()}</h2>
        <TextPair form=form name=&text label=t(lang, "procedure-question-text") max=LINE_MAX/>
        <TextPair form=form name=&more label=t(lang, "procedure-question-more") help=t(lang, "procedure-markdown") block=true max=EXPLANATION_MAX optional=true/>
        <Choices form=form name=&kind_field label=t(lang, "procedure-kind") choices=kinds/>
        <TextPair form=form name=&options label=t(lang, "procedure-own-options") help=t(lang, "procedure-own-options-help") block=true optional=true/>
    }
    .into_any()
}
