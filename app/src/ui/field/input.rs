use super::{class, described_by, error_line, help_line, id_of, wrong};
use crate::form::Submitted;
use crate::page::lang;
use crate::text::t;
use leptos::prelude::*;

/// A labelled input. `kind` is the input's type, or `textarea`.
#[component]
pub fn Field<'a>(
    form: &'a Submitted,
    name: &'a str,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<String>,
    #[prop(default = "text")] kind: &'a str,
    /// Said after the label, so that what must be filled in needs no mark.
    #[prop(optional)]
    optional: bool,
    /// As wide as a few figures.
    #[prop(optional)]
    narrow: bool,
    #[prop(optional, into)] autocomplete: Option<String>,
    /// The most characters it takes.
    #[prop(optional, into)]
    max: Option<usize>,
    #[prop(default = 4)] rows: u32,
    /// The language of what is typed, where it is known.
    #[prop(optional, into)]
    written_in: Option<String>,
) -> impl IntoView + use<> {
    let (id, error) = (id_of(name), wrong(form, name));
    let described = described_by(&id, help.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let value = form.get(name).to_owned();
    let (name, kind) = (name.to_owned(), kind.to_owned());
    let input_id = id.clone();
    let input = if kind == "textarea" {
        view! {
            <textarea id=input_id name=name rows=rows maxlength=max lang=written_in aria-invalid=invalid aria-describedby=described>
                // A browser drops the first line break of a text area.
                {format!("\n{}", within(&value))}
            </textarea>
        }
        .into_any()
    } else {
        let class = narrow.then_some("narrow");
        view! {
            <input
                id=input_id
                name=name
                type=kind
                class=class
                value=value
                maxlength=max
                autocomplete=autocomplete
                lang=written_in
                aria-invalid=invalid
                aria-describedby=described
            />
        }
        .into_any()
    };
    view! {
        <div class=class(error.is_some())>
            <label for=id.clone()>{label} {optional.then(|| view! { " " <span class="optional">{t(lang(), "optional")}</span> })}</label>
            {help_line(&id, help)}
            {error_line(&id, &error)}
            {input}
        </div>
    }
}

/// What stands in a text area: Leptos writes it as it is, and what somebody else wrote could end it and go on as a page.
fn within(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;")
}

/// A text in Latvian and English, in the fields `name.lv` and `name.en`; one is enough. Read it with `form.text_line(name, max)`.
#[component]
pub fn TextPair<'a>(
    form: &'a Submitted,
    name: &'a str,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<String>,
    /// Several lines.
    #[prop(optional)]
    block: bool,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] max: Option<usize>,
) -> impl IntoView + use<> {
    let reader = lang();
    let (id, error) = (id_of(name), wrong(form, name));
    let help = help.unwrap_or_else(|| t(reader, "one-language-is-enough"));
    let described = described_by(&id, true, error.is_some());
    let one = |code: &'static str, id: String, label: String| {
        let (field, value) = (format!("{name}.{code}"), form.get(&format!("{name}.{code}")).to_owned());
        let invalid = error.is_some().then_some("true");
        let described = described.clone();
        let input = if block {
            let value = format!("\n{value}");
            view! { <textarea id=id.clone() name=field rows="5" maxlength=max lang=code aria-invalid=invalid aria-describedby=described>{within(&value)}</textarea> }.into_any()
        } else {
            view! { <input id=id.clone() name=field value=value maxlength=max lang=code aria-invalid=invalid aria-describedby=described/> }
                .into_any()
        };
        view! { <div class="field"><label for=id>{label}</label>{input}</div> }
    };
    // The summary's link leads to the first of the two.
    let lv = one("lv", id.clone(), t(reader, "in-latvian"));
    let en = one("en", format!("{id}-en"), t(reader, "in-english"));
    view! {
        <fieldset class=format!("{} pairfield", class(error.is_some()))>
            <legend>{label} {optional.then(|| view! { " " <span class="optional">{t(reader, "optional")}</span> })}</legend>
            {help_line(&id, Some(help))}
            {error_line(&id, &error)}
            <div class="two">{lv} {en}</div>
        </fieldset>
    }
}
