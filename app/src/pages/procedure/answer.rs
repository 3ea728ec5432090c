//! The form of somebody who is asked.

use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Choice, Choices, ErrorSummary, Field, Markdown, Notice};
use backend::service::procedure::{Mine, Procedure, Sent};
use domain::procedure::{Answer, Given, OPINION_MAX, Phase, Question};
use domain::text::Lang;
use leptos::prelude::*;

fn field(number: u32) -> String {
    format!("answers.{number}")
}

/// The form filled as the reader's answer is.
pub fn typed_from(mine: &Mine) -> Submitted {
    let answers = mine.answers.iter().flatten();
    let form = (1..).zip(answers).fold(Submitted::empty(), |form, (number, answer)| match answer {
        Answer::Option(n) => form.with(&field(number), n.to_string()),
        Answer::Opinion(words) => form.with(&field(number), words.clone()),
    });
    form.with("separate_opinion", mine.separate_opinion.clone().unwrap_or_default())
}

/// What a form holds; what was left out is missing, so that it is said at its field.
pub fn read(form: &Submitted, questions: &[Question]) -> Sent {
    let one = |(number, question): (u32, &Question)| {
        let typed = form.given(&field(number))?;
        let answer = match question.options.is_empty() {
            true => Answer::Opinion(typed.to_owned()),
            false => Answer::Option(typed.parse().unwrap_or(0)),
        };
        Some(Given { question: number, answer })
    };
    let separate_opinion = form.given("separate_opinion").map(str::to_owned);
    Sent { answers: (1..).zip(questions).filter_map(one).collect(), separate_opinion }
}

/// The questions to answer.
pub fn form_view(lang: Lang, procedure: &Procedure, mine: &Mine, form: &Submitted) -> AnyView {
    let late = procedure.phase == Phase::Late;
    let said = match (mine.answers.is_some(), late) {
        (true, false) => Some((true, "procedure-you-answered", "procedure-you-answered-next")),
        (true, true) => Some((true, "procedure-you-answered-late", "procedure-late-next")),
        (false, true) => Some((false, "procedure-you-are-late", "procedure-late-next")),
        (false, false) => None,
    };
    let said = said.map(|(calm, title, more)| view! { <Notice calm=calm title=t(lang, title)><p>{t(lang, more)}</p></Notice> });
    let questions = (1..).zip(&procedure.questions).map(|(number, one)| question(lang, number, one, form)).collect_view();
    let send = if mine.answers.is_some() { t(lang, "procedure-replace") } else { t(lang, "procedure-send") };
    let open = form.given("separate_opinion").is_some() || form.fault("separate_opinion").is_some();
    view! {
        {said}
        <form class="mine" method="post" novalidate=true aria-label=t(lang, "procedure-your-answer")>
            <section>
                <ErrorSummary form=form/>
                {questions}
                <details open=open>
                    <summary>{t(lang, "procedure-separate-add")}</summary>
                    <div>
                        <Field form=form name="separate_opinion" label=t(lang, "procedure-separate-one") help=t(lang, "procedure-separate-help") kind="textarea" rows=8 max=OPINION_MAX optional=true/>
                    </div>
                </details>
                <p class="actions"><button class="button main" type="submit">{send}</button></p>
            </section>
        </form>
    }
    .into_any()
}

fn question(lang: Lang, number: u32, question: &Question, form: &Submitted) -> AnyView {
    let label = format!("{number}. {}", question.text.pick(lang));
    let more = question.explanation.as_ref().map(|text| view! { <Markdown text=text/> }.into_any());
    let name = field(number);
    let answer = if question.options.is_empty() {
        view! { <Field form=form name=&name label=label kind="textarea" rows=6 max=OPINION_MAX/> }.into_any()
    } else {
        let choices = (1..).zip(&question.options).map(|(n, option): (u32, _)| Choice::new(n.to_string(), option.pick(lang))).collect();
        view! { <Choices form=form name=&name label=label choices=choices tight=true/> }.into_any()
    };
    view! { {answer} {more} }.into_any()
}
