use super::id_of;
use crate::form::Submitted;
use crate::page::lang;
use crate::text::{sentence, t};
use leptos::prelude::*;

/// What is wrong, on top of the form, each line leading to its field; the same words stand there.
#[component]
pub fn ErrorSummary<'a>(form: &'a Submitted) -> impl IntoView + use<> {
    let lang = lang();
    let lines = form
        .faults
        .iter()
        .map(|fault| view! { <li><a href=format!("#{}", id_of(&fault.field))>{sentence(lang, fault)}</a></li> })
        .collect::<Vec<_>>();
    let count = lines.len();
    (count > 0).then(|| {
        view! {
            <div class="notice" role="alert" aria-labelledby="faults" tabindex="-1">
                <h2 id="faults">{t!(lang, "faults-title", n = count)}</h2>
                <ul>{lines}</ul>
                <p class="small">{t(lang, "faults-kept")}</p>
            </div>
        }
    })
}
