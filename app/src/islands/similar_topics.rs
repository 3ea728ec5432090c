//! Topics like the one being typed, before it is sent.

use super::piece;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Typing rests this long before the server is asked.
const REST: Duration = Duration::from_millis(350);
const LEAST_LETTERS: usize = 3;

/// Watches the inputs with the ids in `fields` (spaces between), asks `address` with `?q=` and shows the piece of page it answers.
#[island]
pub fn SimilarTopics(fields: String, address: String) -> impl IntoView {
    let found = RwSignal::new(String::new());
    Effect::new(move |_| {
        for field in fields.split(' ') {
            watch(field, address.clone(), found);
        }
    });
    view! { <div class="similar" aria-live="polite" inner_html=found></div> }
}

fn watch(field: &str, address: String, found: RwSignal<String>) {
    let Some(input) = document().get_element_by_id(field) else { return };
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let source = JsValue::from(input.clone());
    let typed = move || {
        if let Some(handle) = pending.get_value() {
            handle.clear();
        }
        let Some(text) = value(&source) else { return };
        let address = address.clone();
        let ask = move || spawn_local(async move { found.set(similar(&address, &text).await.unwrap_or_default()) });
        pending.set_value(set_timeout_with_handle(ask, REST).ok());
    };
    // What stands there already was typed before the page came alive, or is shown again after a refusal.
    if value(&input).is_some_and(|text| !text.is_empty()) {
        typed();
    }
    let typed = Closure::<dyn Fn()>::new(typed);
    let _ = input.add_event_listener_with_callback("input", typed.as_ref().unchecked_ref());
    typed.forget();
}

/// What stands in an input or a text area.
fn value(input: &JsValue) -> Option<String> {
    js_sys::Reflect::get(input, &JsValue::from_str("value")).ok()?.as_string()
}

async fn similar(address: &str, text: &str) -> Option<String> {
    if text.trim().chars().count() < LEAST_LETTERS {
        return None;
    }
    let query = String::from(js_sys::encode_uri_component(text.trim()));
    piece(&format!("{address}?q={query}")).await
}
