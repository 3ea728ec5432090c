use super::id_of;
use crate::form::Submitted;
use crate::page::lang;
use crate::text::{self, t};
use leptos::prelude::*;

/// What is wrong, on top of the form, each line leading to its field; the same words stand there.
#[component]
pub fn ErrorSummary<'a>(form: &'a Submitted) -> impl IntoView + use<> {
    let lang = lang();
    let lines = form
        .faults
        .iter()
        .map(|found| view! { <li><a href=format!("#{}", id_of(&found.field))>{text::fault(lang, found)}</a></li> })
        .collect::<Vec<_>>();
    let count = lines.len();
    (count > 0).then(|| {
        view! {
            <div class="notice" role="alert" aria-labelledby="faults" tabindex="-1" autofocus=true>
                <h2 id="faults">{t!(lang, "faults-title", n = count)}</h2>
                <ul>{lines}</ul>
                <p class="small">{t(lang, "faults-kept")}</p>
            </div>
        }
    })
}
