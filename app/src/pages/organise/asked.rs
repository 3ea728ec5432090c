//! The invitations of the next events: how people answered, and whom that leaves out.

use crate::pages::invitations::{region_name, segment_name};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Said, Section, Share, StackBar};
use crate::when::{Form, short_date};
use backend::Site;
use backend::clock::instant;
use backend::repo::organise::Gathering;
use backend::service::organise::{Asked, HostDesk, LeftOut, Part};
use domain::text::Lang;
use leptos::prelude::*;

/// The section; nothing where nobody was asked to anything that is to come.
pub fn section(reader: &Reader, site: &Site, shown: &HostDesk) -> AnyView {
    let lang = reader.lang;
    if shown.asked.is_empty() {
        return ().into_any();
    }
    let events = shown.asked.iter().map(|asked| event(reader, site, asked, shown.invites)).collect::<Vec<_>>();
    view! { <Section id="invitations" title=t(lang, "invitations-title") note=t(lang, "organise-asked-note")>{events}</Section> }.into_any()
}

fn event(reader: &Reader, site: &Site, asked: &Asked, invites: bool) -> AnyView {
    let lang = reader.lang;
    let event = &asked.held.event;
    let base = reader.to(&format!("/organise/events/{}/invitations", event.slug));
    let answers = asked.held.letters.asked;
    let share = |key, label: String, count| Share { key, label, count };
    let shares = vec![
        share(1, t(lang, "asked-accepted"), answers.accepted),
        share(2, t(lang, "asked-perhaps"), answers.tentative),
        share(4, t(lang, "asked-declined"), answers.declined),
        share(3, t(lang, "asked-silent"), answers.silent),
        share(5, t(lang, "asked-lost"), answers.lost),
    ];
    let title = view! { <Said text=&event.title.0/> }.into_any();
    let more = invites.then(|| more(lang, &base, &asked.left_out));
    view! {
        <div class="asked">
            <h3><a href=reader.to(&format!("/organise/events/{}", event.slug))>{title}</a></h3>
            <p class="small quiet">{since(lang, site, &asked.held)}</p>
            <StackBar shares=shares/>
            {left_out(lang, &asked.left_out)}
            <Actions>{more} <a class="plain" href=base.clone()>{t(lang, "asked-all")}</a></Actions>
        </div>
    }
    .into_any()
}

/// "412 people, asked from 14 August 2026 on. 35 more registered unasked."
fn since(lang: Lang, site: &Site, held: &Gathering) -> String {
    let asked = held.letters.asked.total();
    let zone = site.zones.get(&held.event.zone).ok();
    let first = held.letters.first_asked.zip(zone).map(|(at, zone)| zone.local(instant(at)).time.date());
    let people = match first {
        Some(day) => t!(lang, "asked-since", n = asked, day = short_date(lang, day, Form::In)),
        None => String::new(),
    };
    let unasked = held.invited() - asked;
    let unasked = (unasked > 0).then(|| t!(lang, "asked-unasked", n = unasked));
    [Some(people), unasked].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn name(lang: Lang, part: Part) -> String {
    match part {
        Part::Segment(segment) => segment_name(lang, segment),
        Part::Region(region) => region_name(lang, region),
        Part::OtherSegments => t(lang, "left-out-other-segments"),
        Part::OtherRegions => t(lang, "left-out-other-regions"),
    }
}

fn left_out(lang: Lang, parts: &[LeftOut]) -> AnyView {
    if parts.is_empty() {
        return view! { <p class="prose">{t(lang, "left-out-nobody")}</p> }.into_any();
    }
    let rows = parts.iter().map(|one| {
        let said = t!(lang, "left-out-of", n = one.reached, all = one.all);
        view! { <li><b>{name(lang, one.part)}</b>{format!(": {said}")}</li> }
    });
    view! {
        <div class="leftout">
            <p><b>{t(lang, "left-out")}</b></p>
            <ul>{rows.collect::<Vec<_>>()}</ul>
            <p class="small quiet">{t(lang, "left-out-note")}</p>
        </div>
    }
    .into_any()
}

/// Leads to the form of invitations, filled in with the group that is left out most and can be named.
fn more(lang: Lang, base: &str, parts: &[LeftOut]) -> AnyView {
    let field = |part: &LeftOut| match part.part {
        Part::Segment(segment) => Some(("audience.segments", <&str>::from(segment).to_owned(), part.part)),
        Part::Region(region) => Some(("audience.countries", region_name(lang, region), part.part)),
        Part::OtherSegments | Part::OtherRegions => None,
    };
    let Some((field, value, part)) = parts.iter().find_map(field) else {
        return view! { <a class="button" href=format!("{base}#invite")>{t(lang, "asked-more")}</a> }.into_any();
    };
    let value = percent_encoding::utf8_percent_encode(&value, percent_encoding::NON_ALPHANUMERIC).to_string();
    let words = t!(lang, "asked-more-of", part = name(lang, part));
    view! { <a class="button" href=format!("{base}?{field}={value}#invite")>{words}</a> }.into_any()
}
