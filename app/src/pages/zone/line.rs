//! Whose times a page shows, and the way to change that.

use crate::reader::{OWN, Reader};
use crate::text::t;
use crate::when::{Form, day_month, place};
use backend::Site;
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use leptos::prelude::*;

/// Beside times: whose they are, whose stand first, and where to change that. `shown` are the instants and zones of the page; nothing
/// where the reader's own clock shows the same for all of them.
pub fn line<'a>(reader: &Reader, site: &Site, shown: impl IntoIterator<Item = (Timestamp, &'a str)>) -> Option<AnyView> {
    let lang = reader.lang;
    let Some(own) = &reader.own else { return Some(offer(reader)) };
    let mut other = shown.into_iter().filter_map(|(at, venue)| {
        let (own, venue) = (reader.zone_at(site, at)?, site.zones.get(venue).ok()?);
        (own.local(at) != venue.local(at)).then_some(own)
    });
    let zone: &Zone = other.next()?;
    let city = place(lang, zone.name(), Form::Of);
    let (said, first, switch) = match reader.own_first {
        true => (t!(lang, "zone-own-first", place = city), "venue", t(lang, "zone-put-venue-first")),
        false => (t!(lang, "zone-yours", place = city), OWN, t(lang, "zone-put-own-first")),
    };
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
    let (href, change) = match reader.actor.me {
        Some(_) => (reader.to("/me#profile"), t(lang, "zone-change")),
        None => (to_choose(reader), t(lang, "zone-change")),
    };
    let view = view! {
        <form class="whose small quiet" method="post" action=reader.to("/zone")>
            <input type="hidden" name="to" value=reader.path.clone()/>
            <p>
                {said} " " {travel} " "
                <button class="plain" name="first" value=first>{switch}</button> " "
                <a class="plain" href=href>{change}</a>
            </p>
        </form>
    };
    Some(view.into_any())
}

/// For whom nothing is known of.
fn offer(reader: &Reader) -> AnyView {
    let lang: Lang = reader.lang;
    view! { <p class="small quiet">{t(lang, "zone-venues")} " " <a class="plain" href=to_choose(reader)>{t(lang, "zone-show-mine")}</a></p> }
        .into_any()
}

fn to_choose(reader: &Reader) -> String {
    let here = percent_encoding::utf8_percent_encode(&reader.path, percent_encoding::NON_ALPHANUMERIC);
    reader.to(&format!("/zone?to={here}"))
}
