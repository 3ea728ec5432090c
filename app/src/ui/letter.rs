//! How a letter begins, for whoever decides whether it is sent.

use crate::page::lang;
use crate::text::t;
use crate::ui::Section;
use backend::mail::Sample;
use leptos::prelude::*;

/// The section with its subject and first lines.
#[component]
pub fn LetterStart<'a>(letter: &'a Sample) -> impl IntoView + use<> {
    let lang = lang();
    let facts = letter.facts.iter().map(|(name, lines)| {
        let lines = lines.iter().map(|line| view! { <span>{line.clone()}</span> }).collect::<Vec<_>>();
        view! { <div><dt>{name.clone()}</dt><dd>{lines}</dd></div> }
    });
    let body = view! {
        <div class="letter">
            <p class="subject"><span class="quiet">{t(lang, "foretold-subject")}</span> " " <b>{letter.subject.clone()}</b></p>
            <p class="head">{letter.heading.clone()}</p>
            <p>{letter.lede.clone()}</p>
            <dl>{facts.collect::<Vec<_>>()}</dl>
        </div>
    }
    .into_any();
    view! { <Section id="letter" title=t(lang, "foretold-letter") note=t(lang, "foretold-letter-note")>{body}</Section> }
}
