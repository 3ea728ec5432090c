//! Questions in the margin, answers beside them.

use leptos::prelude::*;

/// A list of [`Fact`]s.
#[component]
pub fn Facts(
    /// The quieter list after the reader's sheet.
    #[prop(optional)]
    rest: bool,
    children: Children,
) -> impl IntoView {
    view! { <dl class=if rest { "facts rest" } else { "facts" }>{children()}</dl> }
}

/// One of them. `lead`: the answer is in large print.
#[component]
pub fn Fact(#[prop(into)] label: String, #[prop(optional)] lead: bool, children: Children) -> impl IntoView {
    view! { <div class=lead.then_some("lead-row")><dt>{label}</dt><dd>{children()}</dd></div> }
}
