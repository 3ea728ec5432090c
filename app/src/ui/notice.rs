//! What must not be overlooked; and what there is when there is nothing.

use leptos::prelude::*;

/// A tinted note. `calm`: good or neutral news; otherwise a warning. `status`: read out when the page appears.
#[component]
pub fn Notice(
    #[prop(optional, into)] title: Option<String>,
    #[prop(optional)] calm: bool,
    #[prop(optional)] status: bool,
    children: Children,
) -> impl IntoView {
    let class = if calm { "notice calm" } else { "notice" };
    view! { <div class=class role=status.then_some("status")>{title.map(|title| view! { <h2>{title}</h2> })} {children()}</div> }
}

/// What is so, why, and what can be done next: `say` is the first sentence, children are the rest and the actions.
#[component]
pub fn Empty(#[prop(into)] say: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! { <div class="empty"><p class="say">{say}</p>{children.map(|children| children())}</div> }
}
