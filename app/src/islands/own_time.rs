//! The reader's own time where the profile has no zone: the browser knows its zone, and tells times in it.

use js_sys::{Array, Date, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// `from` and `to` in milliseconds since 1970; `zone` is the venue's.
#[island]
pub fn OwnTime(from: i64, to: i64, zone: String, lang: String, label: String, same: String) -> impl IntoView {
    let own = RwSignal::new(None::<Own>);
    Effect::new(move |_| own.set(Own::of(from, to, &zone, &lang)));
    let said = move || match own.get() {
        None => view! { <span></span> }.into_any(),
        Some(Own { differs: false, .. }) => view! { <span class="where">{same.clone()}</span> }.into_any(),
        Some(Own { span, place, .. }) => view! {
            <span class="span">{span}</span>
            <span class="where">{label.clone()} " " <b>{place}</b></span>
        }
        .into_any(),
    };
    view! { <p class="own-time">{said}</p> }
}

#[derive(Clone, Debug, PartialEq)]
struct Own {
    span: String,
    place: String,
    differs: bool,
}

impl Own {
    fn of(from: i64, to: i64, venue: &str, lang: &str) -> Option<Self> {
        let zone = browser_zone()?;
        let at = |ms: i64, zone: &str, with_day: bool| told(ms, lang, zone, with_day);
        let day = |ms: i64, zone: &str| at(ms, zone, true);
        let moved = day(from, &zone)? != day(from, venue)? || day(to, &zone)? != day(to, venue)?;
        let differs = moved || at(from, &zone, false)? != at(from, venue, false)?;
        let start = at(from, &zone, false)?;
        let end = at(to, &zone, false)?;
        // Another day is said with its name rather than left to be found out.
        let span =
            if moved { format!("{}, {start} – {}, {end}", day(from, &zone)?, day(to, &zone)?) } else { format!("{start}–{end}") };
        let place = zone.rsplit('/').next().unwrap_or(&zone).replace('_', " ");
        Some(Self { span, place, differs })
    }
}

pub(super) fn browser_zone() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?.as_string()
}

fn told(ms: i64, lang: &str, zone: &str, day: bool) -> Option<String> {
    let options = Object::new();
    let set = |name: &str, value: &str| Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    set("timeZone", zone)?;
    if day {
        set("weekday", "long")?;
    } else {
        set("hour", "2-digit")?;
        set("minute", "2-digit")?;
        set("hourCycle", "h23")?;
    }
    let locales = Array::of1(&JsValue::from_str(lang));
    let format = Intl::DateTimeFormat::new(&locales, &options).format();
    format.call1(&JsValue::NULL, &Date::new(&JsValue::from_f64(ms as f64))).ok()?.as_string()
}
