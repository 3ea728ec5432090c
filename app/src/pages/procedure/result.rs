//! What came of a written procedure: in a sentence, as bars, in words; and the record to keep.

use crate::failure::{Failed, Page};
use crate::pages::topics::bar;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Markdown, Said, Section};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use backend::Site;
use backend::service::procedure::{self as procedures, Counted, Outcome, by, leading, summary};
use domain::procedure::{Answer, Question};
use domain::text::Lang;
use leptos::prelude::*;

/// `GET /events/{event}/record.pdf`: the record in the language of the address.
pub async fn record(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let file = procedures::record(&site, &reader.actor, &slug, reader.lang).await?;
    let mut response = Response::new(Body::from(file));
    let name = HeaderValue::from_str(&format!("inline; filename=\"{slug}-{}.pdf\"", reader.lang.code())).map_err(|_| Failed::Internal)?;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

/// The result; `record` is where organisers write down what was decided.
pub fn view(lang: Lang, outcome: &Outcome, href: &str, record: Option<&str>) -> AnyView {
    let counted = (1..).zip(outcome.procedure.questions.iter().zip(&outcome.questions));
    let questions = counted.map(|(number, (question, counted))| one(lang, outcome, number, question, counted, record)).collect_view();
    let late = (outcome.late > 0).then(|| t!(lang, "procedure-late-said", n = outcome.late));
    let silent = (outcome.silent > 0).then(|| t!(lang, "procedure-silent", n = outcome.silent));
    let aside = [late, silent].into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        <p class="outcome">{summary(lang, outcome)}</p>
        <p class="quiet closed">{aside}</p>
        <p class="actions"><a class="button" href=format!("{href}/record.pdf")>{t(lang, "procedure-record-get")}</a></p>
        {questions}
        {separate(lang, outcome)}
        {silence(lang, outcome)}
    }
    .into_any()
}

fn one(lang: Lang, outcome: &Outcome, number: usize, question: &Question, counted: &Counted, record: Option<&str>) -> AnyView {
    let more = question.explanation.as_ref().map(|text| view! { <Markdown text=text/> }.into_any());
    let note = leading(lang, question, &counted.count).filter(|_| outcome.is_quorate());
    let most = outcome.answered.max(1);
    let row = |(n, (option, figure)): (u32, (_, &Option<u32>))| {
        let figure = (*figure)?;
        let (names, late) = (names(lang, counted, n, false), names(lang, counted, n, true));
        let option = view! { <Said text=option/> }.into_any();
        let names = (!names.is_empty()).then(|| view! { <span class="small quiet">{names}</span> });
        let late = (!late.is_empty()).then(|| view! { <span class="small quiet">{t!(lang, "procedure-late-names", names = late)}</span> });
        Some(view! { <li class="pair"><h3>{option}</h3><b class="nb">{figure}</b>{names}{late}{bar(figure, most)}</li> })
    };
    let rows = (1..).zip(question.options.iter().zip(&counted.shown.options)).filter_map(row).collect::<Vec<_>>();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="rows answers">{rows}</ul> });
    let others =
        (counted.shown.others > 0).then(|| view! { <p class="quiet">{t!(lang, "procedure-others", n = counted.shown.others)}</p> });
    let opinions = opinions(lang, counted);
    let kept = (question.options.is_empty() && counted.said.is_empty())
        .then(|| view! { <p class="quiet">{t(lang, "procedure-opinions-kept")}</p> });
    let decided = record.filter(|_| outcome.decided(number).is_some()).map(|href| {
        let href = format!("{href}?question={number}#record");
        view! { <p class="actions"><a class="plain" href=href>{t(lang, "procedure-record-outcome")}</a></p> }.into_any()
    });
    let title = format!("{number}. {}", question.text.pick(lang));
    let id = format!("question-{number}");
    match note {
        Some(note) => view! { <Section id=id title=title note=note>{more}{rows}{others}{opinions}{kept}{decided}</Section> }.into_any(),
        None => view! { <Section id=id title=title>{more}{rows}{others}{opinions}{kept}{decided}</Section> }.into_any(),
    }
}

/// Who chose an option in time or late, where names are read.
fn names(lang: Lang, counted: &Counted, option: u32, late: bool) -> String {
    let chose = counted.said.iter().filter(|one| one.answer == Answer::Option(option) && one.late == late);
    chose.map(|one| by(lang, one.name.as_deref(), false)).collect::<Vec<_>>().join(", ")
}

fn opinions(lang: Lang, counted: &Counted) -> Vec<AnyView> {
    let one = |said: &procedures::Said| match &said.answer {
        Answer::Opinion(text) => Some(quote(lang, said.name.as_deref(), said.late, text)),
        Answer::Option(_) => None,
    };
    counted.said.iter().filter_map(one).collect()
}

fn quote(lang: Lang, name: Option<&str>, late: bool, text: &str) -> AnyView {
    let by = by(lang, name, late);
    let by = (!by.is_empty()).then(|| view! { <p class="by small quiet">{by}</p> });
    let lines = text.split('\n').filter(|line| !line.trim().is_empty()).map(|line| view! { <p>{line.to_owned()}</p> }).collect::<Vec<_>>();
    view! { <div class="prose said">{by}<blockquote dir="auto">{lines}</blockquote></div> }.into_any()
}

fn separate(lang: Lang, outcome: &Outcome) -> Option<AnyView> {
    let all = outcome.separate.iter().map(|one| quote(lang, one.name.as_deref(), one.late, &one.text)).collect::<Vec<_>>();
    (!all.is_empty()).then(|| {
        view! { <Section id="separate" title=t(lang, "procedure-separate") note=t(lang, "procedure-separate-note")>{all}</Section> }
            .into_any()
    })
}

fn silence(lang: Lang, outcome: &Outcome) -> Option<AnyView> {
    let names = outcome.silent_names.as_ref().filter(|names| !names.is_empty())?;
    let names = names.iter().map(|name| by(lang, Some(name), false)).collect::<Vec<_>>().join(", ");
    Some(view! { <Section id="silence" title=t(lang, "procedure-silence")><p>{names}</p></Section> }.into_any())
}
