use super::{class, described_by, error_line, help_line, id_of, wrong};
use crate::form::Submitted;
use crate::page::lang;
use crate::text::t;
use leptos::prelude::*;

/// One of several answers.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// What it means, in small print.
    pub note: Option<String>,
}

impl Choice {
    /// An answer that needs no note.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), note: None }
    }

    /// With what it means.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// Answers to one question; `many`: several may be ticked.
#[component]
pub fn Choices<'a>(
    form: &'a Submitted,
    name: &'a str,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<String>,
    choices: Vec<Choice>,
    #[prop(optional)] many: bool,
    /// Short answers, close together.
    #[prop(optional)]
    tight: bool,
) -> impl IntoView + use<> {
    let (id, error) = (id_of(name), wrong(form, name));
    let described = described_by(&id, help.is_some(), error.is_some());
    let one = |(i, choice): (usize, Choice)| {
        let id = if i == 0 { id.clone() } else { format!("{id}-{i}") };
        let checked = form.has(name, &choice.value);
        let words = match choice.note {
            Some(note) => view! { <span><strong>{choice.label}</strong><small>{note}</small></span> }.into_any(),
            None => view! { <span>{choice.label}</span> }.into_any(),
        };
        let kind = if many { "checkbox" } else { "radio" };
        view! { <label class="choice"><input id=id type=kind name=name.to_owned() value=choice.value checked=checked/>{words}</label> }
    };
    let rows = choices.into_iter().enumerate().map(one).collect::<Vec<_>>();
    view! {
        <fieldset class=class(error.is_some()) aria-describedby=described>
            <legend>{label}</legend>
            {help_line(&id, help)}
            {error_line(&id, &error)}
            <div class=if tight { "choices tight" } else { "choices" }>{rows}</div>
        </fieldset>
    }
}

/// A figure from 0 `to` something, one key press each.
#[component]
pub fn Scale<'a>(form: &'a Submitted, name: &'a str, #[prop(into)] label: String, to: u32) -> impl IntoView + use<> {
    let (id, error) = (id_of(name), wrong(form, name));
    let chosen = form.get(name).parse::<u32>().unwrap_or_default();
    let one = |value: u32| {
        let id = if value == 0 { id.clone() } else { format!("{id}-{value}") };
        view! { <label><input id=id type="radio" name=name.to_owned() value=value.to_string() checked=value == chosen/><span>{value}</span></label> }
    };
    let points = (0..=to).map(one).collect::<Vec<_>>();
    view! {
        <fieldset class=format!("{} scale", class(error.is_some()))>
            <legend>{label}</legend>
            {error_line(&id, &error)}
            <div class="points">{points}</div>
        </fieldset>
    }
}

/// One of many answers in a list: (value, label). `blank` offers none of them first.
#[component]
pub fn Select<'a>(
    form: &'a Submitted,
    name: &'a str,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<String>,
    options: Vec<(String, String)>,
    #[prop(optional)] blank: bool,
    #[prop(optional)] optional: bool,
) -> impl IntoView + use<> {
    let (id, error) = (id_of(name), wrong(form, name));
    let described = described_by(&id, help.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let chosen = form.get(name).to_owned();
    let rows = options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect::<Vec<_>>();
    let first = blank.then(|| view! { <option value="">{t(lang(), "choose")}</option> });
    view! {
        <div class=class(error.is_some())>
            <label for=id.clone()>{label} {optional.then(|| view! { " " <span class="optional">{t(lang(), "optional")}</span> })}</label>
            {help_line(&id, help)}
            {error_line(&id, &error)}
            <select id=id.clone() name=name.to_owned() aria-invalid=invalid aria-describedby=described>{first}{rows}</select>
        </div>
    }
}

/// One thing to agree to or not; it sends `yes`.
#[component]
pub fn Checkbox<'a>(
    form: &'a Submitted,
    name: &'a str,
    #[prop(into)] label: String,
    #[prop(optional, into)] note: Option<String>,
) -> impl IntoView + use<> {
    let (id, error) = (id_of(name), wrong(form, name));
    let described = described_by(&id, false, error.is_some());
    let checked = form.has(name, "yes");
    view! {
        <div class=class(error.is_some())>
            {error_line(&id, &error)}
            <label class="choice">
                <input id=id.clone() type="checkbox" name=name.to_owned() value="yes" checked=checked aria-describedby=described/>
                <span>{label}{note.map(|note| view! { <small>{note}</small> })}</span>
            </label>
        </div>
    }
}
