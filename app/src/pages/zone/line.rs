//! Whose times a page shows, and the way to change that.

use crate::reader::{OWN, Reader};
use crate::text::t;
use crate::when::{Form, day_month, place};
use backend::Site;
use domain::time::{Timestamp, Zone};
use leptos::prelude::*;

/// Beside times: whose they are, whose stand first, and where to change that. `shown` are the instants and zones of the page; nothing
/// where the reader's own clock shows the same for all of them.
pub fn line<'a>(reader: &Reader, site: &Site, shown: impl IntoIterator<Item = (Timestamp, &'a str)>) -> Option<AnyView> {
    let lang = reader.lang;
    let Some(own) = &reader.own else { return Some(offer(reader)) };
    let zone = other(reader, site, shown)?;
    let key = if reader.own_first { "zone-own-first" } else { "zone-yours" };
    let said = t!(lang, key, place = place(lang, zone.name(), Form::Of));
    let travel = own.travel.as_ref().map(|travel| {
        let place = place(lang, &travel.zone, Form::Of);
        t!(
            lang,
            "zone-travel",
            place = place,
            from = day_month(lang, travel.from, Form::Is),
            until = day_month(lang, travel.until, Form::Is)
        )
    });
    Some(view! { <p class="small quiet">{said} " " {travel}</p> {buttons(reader)} }.into_any())
}

/// The same below a clock that says whose time it shows.
pub fn switch(reader: &Reader, site: &Site, at: Timestamp, venue: &str) -> Option<AnyView> {
    other(reader, site, [(at, venue)]).map(|_| buttons(reader))
}

/// The reader's own zone at the first of these instants at which its clock shows something else than the venue's.
fn other<'s, 'a>(reader: &Reader, site: &'s Site, shown: impl IntoIterator<Item = (Timestamp, &'a str)>) -> Option<&'s Zone> {
    shown.into_iter().find_map(|(at, venue)| {
        let (own, venue) = (reader.zone_at(site, at)?, site.zones.get(venue).ok()?);
        (own.local(at) != venue.local(at)).then_some(own)
    })
}

/// Whose time is to stand first, and which zone is one's own.
fn buttons(reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let (first, label) = if reader.own_first { ("venue", "zone-put-venue-first") } else { (OWN, "zone-put-own-first") };
    let href = if reader.actor.me.is_some() { reader.to("/me#profile") } else { to_choose(reader) };
    view! {
        <form class="whose small" method="post" action=reader.to("/zone")>
            <input type="hidden" name="to" value=reader.path.clone()/>
            <button class="plain" name="first" value=first>{t(lang, label)}</button>
            <a class="plain" href=href>{t(lang, "zone-change")}</a>
        </form>
    }
    .into_any()
}

/// For whom nothing is known of.
fn offer(reader: &Reader) -> AnyView {
    let lang = reader.lang;
    view! { <p class="small quiet">{t(lang, "zone-venues")} " " <a class="plain" href=to_choose(reader)>{t(lang, "zone-show-mine")}</a></p> }
        .into_any()
}

fn to_choose(reader: &Reader) -> String {
    let here = percent_encoding::utf8_percent_encode(&reader.path, percent_encoding::NON_ALPHANUMERIC);
    reader.to(&format!("/zone?to={here}"))
}
