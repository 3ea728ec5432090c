//! Questions in the margin, answers beside them.

use leptos::prelude::*;

/// A list of [`Fact`]s.
#[component]
pub fn Facts(
    /// The quieter list after the reader's sheet.
    #[prop(optional)]
    rest: bool,
    /// The questions are read on a narrow screen, too, because the answers do not tell by themselves what they answer.
    #[prop(optional)]
    named: bool,
    children: Children,
) -> impl IntoView {
    let class = match (rest, named) {
        (true, _) => "facts rest",
        (false, true) => "facts named",
        (false, false) => "facts",
    };
    view! { <dl class=class>{children()}</dl> }
}

/// One of them. `lead`: the answer is in large print.
#[component]
pub fn Fact(#[prop(into)] label: String, #[prop(optional)] lead: bool, children: Children) -> impl IntoView {
    view! { <div class=lead.then_some("lead-row")><dt>{label}</dt><dd>{children()}</dd></div> }
}
