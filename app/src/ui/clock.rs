//! When: the venue's time first, the reader's own beside it, both named, another day said in words.

use crate::islands::OwnTime;
use crate::page::lang;
use crate::text::t;
use crate::when::{Form, date, day_shift, offset, place, span, time};
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use jiff::civil::Date;
use leptos::prelude::*;

/// The day in large print and the clocks below it. Without `own` the browser tells the reader's time, if it can.
#[component]
pub fn Clock<'a>(
    starts: Timestamp,
    ends: Timestamp,
    zone: &'a Zone,
    #[prop(optional_no_strip)] own: Option<&'a Zone>,
) -> impl IntoView + use<> {
    let lang = lang();
    let (from, to) = (zone.local(starts), zone.local(ends));
    let overnight = day_shift(lang, from.time.date(), from.time, to.time).filter(|_| (ends.as_second() - starts.as_second()) < 86_400);
    let days = if overnight.is_none() && from.time.date() != to.time.date() {
        days_text(lang, from.time.date(), to.time.date())
    } else {
        day_text(lang, from.time.date())
    };
    let mine = match own {
        Some(own) => own_time(lang, starts, ends, zone, own).into_any(),
        None => browser_line(lang, starts, ends, zone).into_any(),
    };
    let (clocks, visitor) = if own.is_some() { (Some(mine), None) } else { (None, Some(mine)) };
    view! {
        <p class="day"><time datetime=from.time.date().to_string()>{days}</time></p>
        <p class="clock">
            <span class="span">{span(from.time.time(), to.time.time())}</span>
            <span class="where">
                <b>{place(lang, zone.name(), Form::In)}</b>", "{offset(from.offset_seconds)}
                {overnight.map(|words| view! { " " <span class="shift">{words}</span> })}
            </span>
            {clocks}
        </p>
        {visitor}
    }
}

fn day_text(lang: Lang, day: Date) -> String {
    let text = date(lang, day, Form::In);
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn days_text(lang: Lang, first: Date, last: Date) -> String {
    format!("{} – {}", date(lang, first, Form::Is), date(lang, last, Form::Is))
}

/// The reader's own hours, in words only where they are the same.
pub fn own_time(lang: Lang, starts: Timestamp, ends: Timestamp, zone: &Zone, own: &Zone) -> impl IntoView + use<> {
    let (from, to) = (own.local(starts), own.local(ends));
    if from == zone.local(starts) && to == zone.local(ends) {
        return view! { <span class="where same">{t(lang, "clock-same")}</span> }.into_any();
    }
    let shift = day_shift(lang, zone.local(starts).time.date(), from.time, to.time);
    view! {
        <span class="span own">{span(from.time.time(), to.time.time())}</span>
        <span class="where">
            {t(lang, "clock-your-time")} " " <b>{place(lang, own.name(), Form::In)}</b> {shift.map(|words| view! { " " <span class="shift">{words}</span> })}
        </span>
    }
    .into_any()
}

fn browser_line(lang: Lang, starts: Timestamp, ends: Timestamp, zone: &Zone) -> impl IntoView + use<> {
    let (from, to) = (starts.as_millisecond(), ends.as_millisecond());
    let at = percent_encoding::utf8_percent_encode(zone.name(), percent_encoding::NON_ALPHANUMERIC);
    let address = format!("/{}/hours?from={from}&to={to}&at={at}", lang.code());
    view! { <OwnTime zone=zone.name().to_owned() address=address same=t(lang, "clock-same")/> }
}

/// The same hours in other places, folded away.
#[component]
pub fn Elsewhere<'a>(starts: Timestamp, ends: Timestamp, zone: &'a Zone, places: Vec<&'a Zone>) -> impl IntoView + use<> {
    let lang = lang();
    let venue_day = zone.local(starts).time.date();
    let one = |z: &Zone| {
        let (from, to) = (z.local(starts).time, z.local(ends).time);
        let shift = day_shift(lang, venue_day, from, to).map(|words| view! { " " <span class="shift">{words}</span> });
        let hours = format!("{}–{}", time(from.time()), time(to.time()));
        view! { <li><span>{place(lang, z.name(), Form::In)}</span> " " <b>{hours}</b> {shift}</li> }
    };
    let rows = places.into_iter().map(one).collect_view();
    view! { <details><summary class="small">{t(lang, "clock-other-places")}</summary><ul class="elsewhere">{rows}</ul></details> }
}
