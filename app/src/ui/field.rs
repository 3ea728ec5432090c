//! Fields of forms: label, help, the sentence of what is wrong, and what was typed.

mod choice;
mod input;
mod summary;

pub use choice::{Checkbox, Choice, Choices, Scale, Select};
pub use input::{Field, TextPair};
pub use summary::ErrorSummary;

use crate::form::Submitted;
use crate::page::lang;
use crate::text;
use leptos::prelude::*;

/// The id of a field's input: its name, with hyphens for dots.
fn id_of(name: &str) -> String {
    name.replace('.', "-")
}

/// The ids that describe an input: its help and its error, where they are.
fn described_by(id: &str, help: bool, wrong: bool) -> Option<String> {
    let ids = [help.then(|| format!("{id}-help")), wrong.then(|| format!("{id}-error"))];
    let ids = ids.into_iter().flatten().collect::<Vec<_>>();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn help_line(id: &str, help: Option<String>) -> AnyView {
    let id = format!("{id}-help");
    help.map(|help| view! { <p class="help" id=id>{help}</p> }).into_any()
}

fn error_line(id: &str, words: &Option<String>) -> AnyView {
    let id = format!("{id}-error");
    let sign = r#"<path class="o" d="M8 1.6 15 14.4H1z"/><path class="l" d="M8 6v4M8 11.4v1.2"/>"#;
    words
        .clone()
        .map(|words| {
            view! {
                <p class="error" id=id>
                    <svg viewBox="0 0 16 16" aria-hidden="true" class="mark" inner_html=sign></svg>
                    <span>{words}</span>
                </p>
            }
        })
        .into_any()
}

fn wrong(form: &Submitted, name: &str) -> Option<String> {
    form.fault(name).map(|fault| text::fault(lang(), fault))
}

fn class(wrong: bool) -> &'static str {
    if wrong { "field wrong" } else { "field" }
}
