//! A button that copies a calendar's address.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// Copies `address` and says so; where the browser refuses, it says what to do instead. Without scripts there is no button.
#[island]
pub fn CopyAddress(address: String, label: String, copied: String, failed: String) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    let copy = move |_| {
        let (address, copied, failed) = (address.clone(), copied.clone(), failed.clone());
        spawn_local(async move {
            let done = JsFuture::from(window().navigator().clipboard().write_text(&address)).await;
            said.set(if done.is_ok() { copied } else { failed });
        });
    };
    view! {
        <button class="button" type="button" hidden=move || !alive.get() on:click=copy>{label}</button>
        <span class="said" role="status">{said}</span>
    }
}
