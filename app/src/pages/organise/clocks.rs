//! The time of an event, as the clocks of its people show it: what its organisers should know before they promise it.

use crate::pages::me::country;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Said, Section};
use crate::when::{Form, place, time};
use backend::repo::planning::Other;
use backend::service::events::EventView;
use backend::service::planning::{DayOff, Verdict};
use backend::words::cities::city;
use backend::words::list;
use backend::{Site, holidays};
use domain::text::Lang;
use leptos::prelude::*;

/// As many places are named.
const NAMED: usize = 6;

/// Whom the time hits, what would be better, what else happens then. Nothing of it stands in the way.
pub fn section(reader: &Reader, site: &Site, view: &EventView, verdict: &Verdict) -> AnyView {
    let lang = reader.lang;
    let event = &view.row.event;
    if event.status.0.is_final() {
        return ().into_any();
    }
    let href = reader.to(&format!("/organise/events/{}/plan", event.slug));
    let invite = reader.to(&format!("/organise/events/{}/invitations#invite", event.slug));
    let calm = verdict.is_calm().then(|| {
        let said = if verdict.people == 0 { t(lang, "clocks-nobody-yet") } else { t!(lang, "clocks-calm", n = verdict.people) };
        view! { <p>{said}</p> }
    });
    let lines = [
        night(lang, site, &event.zone, verdict),
        odd(lang, verdict),
        days_off(lang, verdict),
        others(reader, &verdict.clashes, true),
        others(reader, &verdict.same_city, false),
    ];
    view! {
        <Section id="clocks" title=t(lang, "clocks-title") note=t(lang, "clocks-note")>
            {calm}
            <ul class="rows">{lines.into_iter().flatten().collect::<Vec<_>>()}</ul>
            <p class="actions">
                <a class="button" href=href>{t(lang, "clocks-plan")}</a>
                <a class="plain" href=invite>{t(lang, "clocks-plan-with-others")}</a>
            </p>
        </Section>
    }
    .into_any()
}

fn night(lang: Lang, site: &Site, zone: &str, verdict: &Verdict) -> Option<AnyView> {
    if verdict.night.is_empty() {
        return None;
    }
    let mut hit = verdict.night.clone();
    hit.sort_by_key(|(_, people, _)| std::cmp::Reverse(*people));
    let said = |(zone, people, local): &(String, i64, domain::time::LocalTime)| {
        t!(lang, "clocks-hit", place = place(lang, zone, Form::Is), time = time(local.datetime().time()), n = *people)
    };
    let mut names: Vec<String> = hit.iter().take(NAMED).map(said).collect();
    if hit.len() > NAMED {
        names.push(t!(lang, "plan-more-places", n = hit.len() - NAMED));
    }
    let better = verdict.better.as_ref().and_then(|(at, people)| {
        let local = site.zones.get(zone).ok()?.local(*at).time;
        Some(t!(lang, "clocks-better", time = time(local.time()), place = place(lang, zone, Form::Of), n = *people))
    });
    let words = t!(lang, "clocks-night", n = verdict.at_night(), all = verdict.people, places = list(lang, &names));
    Some(view! { <li><h3>{t(lang, "clocks-night-title")}</h3><p>{words} " " {better}</p></li> }.into_any())
}

fn odd(lang: Lang, verdict: &Verdict) -> Option<AnyView> {
    let names: Vec<String> = verdict.odd.iter().take(NAMED).map(|zone| place(lang, zone, Form::In)).collect();
    (!names.is_empty()).then(|| {
        let words = t!(lang, "clocks-odd", places = list(lang, &names));
        view! { <li><h3>{t(lang, "clocks-odd-title")}</h3><p>{words}</p></li> }.into_any()
    })
}

fn days_off(lang: Lang, verdict: &Verdict) -> Option<AnyView> {
    let one = |day: &DayOff| {
        let people = (day.people > 0).then(|| t!(lang, "clocks-of-there", n = day.people));
        let name = day.holiday.name(lang).map(str::to_owned);
        let words: Vec<String> = [Some(country(lang, day.country)), name, people].into_iter().flatten().collect();
        view! { <li>{words.join(", ")}</li> }
    };
    let named = verdict.days_off.iter().take(NAMED).map(one).collect::<Vec<_>>();
    let more = verdict
        .days_off
        .len()
        .checked_sub(NAMED)
        .filter(|rest| *rest > 0)
        .map(|n| view! { <li>{t!(lang, "clocks-more-countries", n = n)}</li> });
    let (years, _) = holidays::origin();
    let note = t!(lang, "clocks-days-off-note", years = years.replace('-', "–"));
    (!named.is_empty())
        .then(|| view! { <li><h3>{t(lang, "clocks-days-off-title")}</h3><ul>{named}{more}</ul><p class="quiet">{note}</p></li> }.into_any())
}

fn others(reader: &Reader, others: &[Other], clash: bool) -> Option<AnyView> {
    let lang = reader.lang;
    if others.is_empty() {
        return None;
    }
    let one = |other: &Other| {
        let href = reader.to(&format!("/events/{}", other.slug));
        let rest = if clash {
            t!(lang, "clocks-both", n = other.people)
        } else {
            other.venue.as_ref().map(|venue| city(lang, &venue.0.city)).unwrap_or_default()
        };
        view! { <li><a href=href><Said text=&other.title.0/></a> ", " <Said text=&other.host.0/> ", " {rest}</li> }
    };
    let title = if clash { t(lang, "clocks-clash-title") } else { t(lang, "clocks-city-title") };
    Some(view! { <li><h3>{title}</h3><ul>{others.iter().map(one).collect::<Vec<_>>()}</ul></li> }.into_any())
}
