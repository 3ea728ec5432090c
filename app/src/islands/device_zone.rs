//! Offers the zone of the reader's device where a time zone is chosen.

use super::own_time::browser_zone;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlOptionElement, HtmlSelectElement};

/// Says whether the device has the zone that is `chosen` in the select with the id `field`, and puts it in where it differs.
/// `{zone}` in the words stands for its name.
#[island]
pub fn DeviceZone(field: String, chosen: String, same: String, other: String, take: String) -> impl IntoView {
    let device = RwSignal::new(None::<String>);
    let taken = RwSignal::new(chosen);
    Effect::new(move |_| device.set(browser_zone()));
    let said = move || {
        let zone = device.get()?;
        let name = name_in(&field, &zone);
        if taken.get() == zone {
            return Some(view! { <p class="help">{same.replace("{zone}", &name)}</p> }.into_any());
        }
        let field = field.clone();
        let put = move |_| {
            if let Some(select) = select(&field) {
                select.set_value(&zone);
                if select.value() == zone {
                    taken.set(zone.clone());
                }
                let _ = select.focus();
            }
        };
        let words = other.replace("{zone}", &name);
        Some(view! { <p class="help">{words} " " <button class="plain" type="button" on:click=put>{take.clone()}</button></p> }.into_any())
    };
    view! { <div role="status">{said}</div> }
}

/// The city as the select has it, in the reader's language: "Ņujorka (America), …".
fn name_in(field: &str, zone: &str) -> String {
    let label = select(field).and_then(|select| {
        let options = select.options();
        let option = |i| options.get_with_index(i)?.dyn_into::<HtmlOptionElement>().ok();
        (0..options.length()).filter_map(option).find(|option| option.value() == zone).map(|option| option.text())
    });
    let label = label.unwrap_or_else(|| zone.to_owned());
    label.split(['(', ',']).next().unwrap_or_default().trim().to_owned()
}

fn select(id: &str) -> Option<HtmlSelectElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
