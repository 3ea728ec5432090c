//! When: the venue's time first, the reader's own beside it, or the other way round; both named, another day said in words.

use crate::islands::OwnTime;
use crate::page::{lang, own_first};
use crate::text::t;
use crate::when::{Form, date, day_shift, moment, offset, place, span, time};
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use jiff::civil::Date;
use leptos::prelude::*;

/// The clock that leads, and the other one where it shows something else.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// Whose day and hours stand first.
    pub lead: &'a Zone,
    /// Whose hours stand beside them.
    pub other: Option<&'a Zone>,
    /// The reader's own leads.
    pub own_first: bool,
}

impl<'a> Beside<'a> {
    /// As the reader of the page wants it; `own` is their zone then, where it is known.
    pub fn new(starts: Timestamp, venue: &'a Zone, own: Option<&'a Zone>) -> Self {
        match own.filter(|own| own.local(starts) != venue.local(starts)) {
            Some(own) if own_first() => Self { lead: own, other: Some(venue), own_first: true },
            other => Self { lead: venue, other, own_first: false },
        }
    }

    /// The day it begins on the clock that leads.
    pub fn day(&self, starts: Timestamp) -> Date {
        self.lead.local(starts).time.date()
    }

    /// Until when, on the clock that leads and, where it is another, the reader's own: for what is open for days.
    pub fn until(&self, ends: Timestamp) -> AnyView {
        let lang = lang();
        let said = |zone: &Zone| moment(lang, ends, zone, Form::To);
        let other = self.other.map(|zone| view! { " " <span class="quiet">"(" {said(zone)} ")"</span> });
        view! { {t!(lang, "until-when", when = said(self.lead))} {other} }.into_any()
    }

    /// Both hours in a line, each with its place.
    pub fn line(&self, starts: Timestamp, ends: Timestamp) -> AnyView {
        let lang = lang();
        let on = |zone: &Zone| (zone.local(starts).time, zone.local(ends).time);
        let hours = |zone: &Zone| format!("{} {}", span(on(zone).0.time(), on(zone).1.time()), place(lang, zone.name(), Form::In));
        let other = self.other.map(|zone| {
            let (from, to) = on(zone);
            let shift = day_shift(lang, self.day(starts), from, to).map(|words| view! { " " <span class="shift">{words}</span> });
            view! { " " <span class="quiet nb">{hours(zone)}</span> {shift} }
        });
        view! { <span class="nb">{hours(self.lead)}</span> {other} }.into_any()
    }
}

/// The day in large print and the clocks below it. Without `own` the browser tells the reader's time, if it can.
#[component]
pub fn Clock<'a>(
    starts: Timestamp,
    ends: Timestamp,
    zone: &'a Zone,
    #[prop(optional_no_strip)] own: Option<&'a Zone>,
) -> impl IntoView + use<> {
    let lang = lang();
    let Beside { lead, own_first, .. } = Beside::new(starts, zone, own);
    let (from, to) = (lead.local(starts), lead.local(ends));
    let overnight = day_shift(lang, from.time.date(), from.time, to.time).filter(|_| (ends.as_second() - starts.as_second()) < 86_400);
    let days = if overnight.is_none() && from.time.date() != to.time.date() {
        days_text(lang, from.time.date(), to.time.date())
    } else {
        day_text(lang, from.time.date())
    };
    let (clocks, visitor) = match own {
        Some(own) if own_first => (Some(other_time(lang, starts, ends, own, zone, t(lang, "clock-venue-time")).into_any()), None),
        Some(own) => (Some(own_time(lang, starts, ends, zone, own).into_any()), None),
        None => (None, Some(browser_line(lang, starts, ends, zone).into_any())),
    };
    view! {
        <p class="day"><time datetime=from.time.date().to_string()>{days}</time></p>
        <p class="clock">
            <span class="span">{span(from.time.time(), to.time.time())}</span>
            <span class="where">
                {own_first.then(|| t(lang, "clock-your-time"))} " " <b>{place(lang, lead.name(), Form::In)}</b>", "{offset(from.offset_seconds)}
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
    other_time(lang, starts, ends, zone, own, t(lang, "clock-your-time")).into_any()
}

/// The hours on another clock than the one that leads, by its name.
fn other_time(lang: Lang, starts: Timestamp, ends: Timestamp, lead: &Zone, other: &Zone, name: String) -> impl IntoView + use<> {
    let (from, to) = (other.local(starts).time, other.local(ends).time);
    let shift = day_shift(lang, lead.local(starts).time.date(), from, to).map(|words| view! { " " <span class="shift">{words}</span> });
    view! {
        <span class="span own">{span(from.time(), to.time())}</span>
        <span class="where">{name} " " <b>{place(lang, other.name(), Form::In)}</b> {shift}</span>
    }
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
