//! How a whole is made up, as a bar and in figures.

use crate::page::lang;
use leptos::prelude::*;

/// One part of a whole.
#[derive(Clone, Debug)]
pub struct Share {
    /// Its colour, 1–6; said by the key as well.
    pub key: usize,
    /// What it is.
    pub label: String,
    /// How much.
    pub count: i64,
}

/// The bar, and its key with the figures; parts of nothing are only in the key.
#[component]
pub fn StackBar(shares: Vec<Share>) -> impl IntoView {
    let total: i64 = shares.iter().map(|share| share.count).sum();
    let mut from = 0;
    let bars = shares.iter().filter(|share| share.count > 0).map(|share| {
        let x = from;
        from += share.count;
        view! { <rect class=format!("k{}", share.key) x=x.to_string() y="0" width=share.count.to_string() height="28"></rect> }
    });
    let bars = bars.collect::<Vec<_>>();
    let key = shares.iter().map(|share| {
        let class = format!("k{}", share.key);
        let square = view! { <svg viewBox="0 0 12 12" aria-hidden="true"><rect class=class width="12" height="12"></rect></svg> };
        view! { <li>{square}<b>{crate::text::figure(lang(), share.count)}</b><span>{share.label.clone()}</span></li> }
    });
    view! {
        <svg class="stackbar" viewBox=format!("0 0 {} 28", total.max(1)) preserveAspectRatio="none" aria-hidden="true">{bars}</svg>
        <ul class="keyed">{key.collect::<Vec<_>>()}</ul>
    }
}
