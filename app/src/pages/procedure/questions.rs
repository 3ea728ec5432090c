//! What is asked, to be read.

use crate::text::t;
use crate::ui::{Markdown, Said};
use domain::procedure::{Question, Quorum};
use domain::text::Lang;
use leptos::prelude::*;

/// The questions with their explanations and options.
pub fn questions(lang: Lang, all: &[Question]) -> AnyView {
    let one = |(number, question): (usize, &Question)| {
        let text = view! { <Said text=&question.text/> }.into_any();
        let more = question.explanation.as_ref().map(|text| view! { <Markdown text=text/> }.into_any());
        let options = question.options.iter().map(|option| view! { <li><Said text=option/></li> }).collect::<Vec<_>>();
        let choice = if options.is_empty() {
            view! { <p class="quiet">{t(lang, "procedure-free")}</p> }.into_any()
        } else {
            view! { <ul>{options}</ul> }.into_any()
        };
        view! { <li><h3>{number} ". " {text}</h3>{more}<div class="prose">{choice}</div></li> }
    };
    view! { <ul class="rows">{(1..).zip(all).map(one).collect_view()}</ul> }.into_any()
}

/// How many must answer.
pub fn quorum(lang: Lang, quorum: Option<Quorum>) -> String {
    match quorum {
        None => t(lang, "procedure-quorum-none"),
        Some(Quorum::Answers(n)) => t!(lang, "procedure-quorum-needed", n = n),
        Some(Quorum::Percent(n)) => t!(lang, "procedure-quorum-percent", n = n),
    }
}
