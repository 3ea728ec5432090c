//! A text somebody wrote, marked with the language it is in.

use crate::page::lang;
use domain::text::Text;
use leptos::prelude::*;

/// In the reader's language if it was written in it, else in the other, marked so that it is read out right.
#[component]
pub fn Said<'a>(text: &'a Text) -> impl IntoView + use<> {
    let (words, written_in) = text.pick_with_lang(lang());
    let words = words.to_owned();
    if written_in == lang() { words.into_any() } else { view! { <span lang=written_in.code()>{words}</span> }.into_any() }
}
