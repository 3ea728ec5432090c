//! The address of a calendar, to subscribe to.

use crate::islands::CopyAddress;
use crate::page::lang;
use crate::text::t;
use leptos::prelude::*;

/// A read-only field with the address, a button that copies it, and a link that opens it in the reader's calendar.
#[component]
pub fn Subscribe(
    #[prop(into)] id: String,
    /// What the calendar is: read out, not shown.
    #[prop(into)]
    label: String,
    /// The whole address, https.
    #[prop(into)]
    address: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let lang = lang();
    let webcal = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}")).unwrap_or_else(|| address.clone());
    view! {
        <div class="copy">
            <label class="visually-hidden" for=id.clone()>{label}</label>
            <input id=id readonly=true value=address.clone()/>
            <CopyAddress address=address label=t(lang, "copy-address") copied=t(lang, "copied") failed=t(lang, "copy-failed")/>
        </div>
        <p class="actions"><a class="plain" href=webcal>{t(lang, "calendar-open")}</a> {children.map(|children| children())}</p>
    }
}
