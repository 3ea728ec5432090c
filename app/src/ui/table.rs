//! Rows to compare, and the way through long lists.

use crate::page::lang;
use crate::text::t;
use leptos::prelude::*;

/// A table with a caption and heads; children are the rows of its body.
#[component]
pub fn Table(
    #[prop(into)] caption: String,
    heads: Vec<String>,
    /// On a narrow screen each row becomes a block: for rows that are read one by one and not compared.
    #[prop(optional)]
    stacked: bool,
    children: Children,
) -> impl IntoView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=caption.clone()>
            <table class=if stacked { "plaintable stacked" } else { "plaintable" }>
                <caption class="visually-hidden">{caption.clone()}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

/// On to what follows, and back to the start.
#[component]
pub fn Pager(#[prop(optional_no_strip)] first: Option<String>, #[prop(optional_no_strip)] next: Option<String>) -> impl IntoView {
    let lang = lang();
    (first.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=t(lang, "pager-label")>
                {first.map(|href| view! { <a class="plain" href=href>{t(lang, "pager-first")}</a> })}
                {next.map(|href| view! { <a class="plain" href=href rel="next">{t(lang, "pager-next")}</a> })}
            </nav>
        }
    })
}
