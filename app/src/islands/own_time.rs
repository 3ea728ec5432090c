//! The reader's own time where nobody has told us their zone: the browser knows its zone, the server its rules.

use super::piece;
use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

/// Asks `address` with `&zone=` for the hours in the browser's zone; `zone` is the venue's, and `same` says that they are equal.
#[island]
pub fn OwnTime(zone: String, address: String, same: String) -> impl IntoView {
    let said = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(own) = browser_zone() else { return };
        if own == zone {
            return said.set(format!(r#"<span class="where same">{same}</span>"#));
        }
        let address = format!("{address}&zone={}", String::from(js_sys::encode_uri_component(&own)));
        spawn_local(async move { said.set(piece(&address).await.unwrap_or_default()) });
    });
    view! { <p class="own-time" inner_html=said></p> }
}

pub(super) fn browser_zone() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?.as_string()
}
