//! The larger shapes of a page.

use leptos::prelude::*;

/// The name of the page. `inner`: the small form on the inner pages of an event, with the event's name and day in `of`.
#[component]
pub fn Title(
    #[prop(optional)] inner: bool,
    #[prop(optional, into)] of: ViewFn,
    #[prop(optional, into)] sub: Option<String>,
    children: Children,
) -> impl IntoView {
    let class = if inner { "title inner" } else { "title" };
    view! { <header class=class>{of.run()} <h1>{children()}</h1> {sub.map(|sub| view! { <p class="sub">{sub}</p> })}</header> }
}

/// A line in the programme: its name in the margin, its matter beside it. `id` is also the address of the section.
#[component]
pub fn Section(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    #[prop(optional, into)] note: Option<String>,
    /// Without the rule above, below a row of contents.
    #[prop(optional)]
    plain: bool,
    /// The matter takes the whole width, below the name.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-name");
    view! {
        <section class=if plain { "section plain-top" } else { "section" } id=id aria-labelledby=heading.clone()>
            <div class=if wide { "in wide" } else { "in" }>
                <header>
                    <h2 id=heading.clone()>{title}</h2>
                    {note.map(|note| view! { <p class="small quiet">{note}</p> })}
                </header>
                <div>{children()}</div>
            </div>
        </section>
    }
}

/// One page of several that belong together.
#[derive(Clone, Debug)]
pub struct Tab {
    pub label: String,
    pub href: String,
    pub current: bool,
}

/// The pages of one event, host or series.
#[component]
pub fn Contents(#[prop(into)] label: String, tabs: Vec<Tab>) -> impl IntoView {
    let one = |tab: Tab| view! { <li><a href=tab.href aria-current=tab.current.then_some("page")>{tab.label}</a></li> };
    view! { <nav class="contents" aria-label=label><ul>{tabs.into_iter().map(one).collect_view()}</ul></nav> }
}

/// One part of the reader's own sheet: what it is about, the sentence that matters, the rest. Sheets go into `<div class="mine">`.
#[component]
pub fn Mine(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    #[prop(into)] say: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            <p class="say">{say}</p>
            {children.map(|children| children())}
        </section>
    }
}

/// Buttons and links in a row: `<a class="button main">` for the one that matters, `button`, `plain` for the others.
#[component]
pub fn Actions(children: Children) -> impl IntoView {
    view! { <p class="actions">{children()}</p> }
}
