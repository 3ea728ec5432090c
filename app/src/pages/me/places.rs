//! Where the reader is expected.

use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Beside, Empty, Said};
use crate::when::large_date;
use backend::Site;
use backend::clock::instant;
use backend::entity::registration;
use backend::repo::places::Expected;
use domain::event::{Mode, Status};
use domain::invitation::PartStat;
use domain::registration::Status as Place;
use domain::text::Lang;
use leptos::prelude::*;

pub fn list(reader: &Reader, site: &Site, places: &[Expected]) -> AnyView {
    let lang = reader.lang;
    if places.is_empty() {
        let events = reader.to("/events");
        let next = view! { <p class="actions"><a class="button" href=events>{t(lang, "me-no-places-step")}</a></p> };
        return view! { <Empty say=t(lang, "me-no-places")><p>{t(lang, "me-no-places-next")}</p>{next}</Empty> }.into_any();
    }
    let rows = places.iter().filter_map(|expected| row(reader, site, expected)).collect::<Vec<_>>();
    let whose = zone::line(reader, site, places.iter().map(|expected| (instant(expected.event.starts_at), expected.event.zone.as_str())));
    view! { <ul class="places">{rows}</ul> {whose} }.into_any()
}

fn row(reader: &Reader, site: &Site, expected: &Expected) -> Option<AnyView> {
    let lang = reader.lang;
    let event = &expected.event;
    let zone = site.zones.get(&event.zone).ok()?;
    let (starts, ends) = (instant(event.starts_at), instant(event.ends_at));
    let clocks = Beside::new(starts, zone, reader.zone_at(site, starts));
    let date = clocks.day(starts);
    let (day, rest) = large_date(lang, date);
    let hours = clocks.line(starts, ends);
    let href = reader.to(&format!("/events/{}", event.slug));
    let view = view! {
        <li>
            <p class="date"><time datetime=date.to_string()><b>{day}</b> " " {rest}</time></p>
            <div>
                <h3><a href=href.clone()><Said text=&event.title.0/></a></h3>
                <p>{hours}</p>
                {standing(lang, expected)}
            </div>
            {step(lang, expected, &href)}
        </li>
    };
    Some(view.into_any())
}

/// What the reader's place is, in a sentence.
fn standing(lang: Lang, expected: &Expected) -> AnyView {
    if expected.event.status.0 == Status::Cancelled {
        return view! { <p class="shift">{t(lang, "me-place-cancelled")}</p> }.into_any();
    }
    match &expected.registration {
        Some(held) => view! { <p>{place_of(lang, held)} {line(lang, expected)}</p> }.into_any(),
        None => invited(lang, expected),
    }
}

fn place_of(lang: Lang, held: &registration::Model) -> Option<AnyView> {
    let words = match (held.status.0, held.mode.0.mode()) {
        (Place::Confirmed, Mode::InPerson) => t(lang, "me-place-room"),
        (Place::Confirmed, Mode::Online) => t(lang, "me-place-online"),
        _ => return None,
    };
    Some(view! { <b>{words}</b> " " }.into_any())
}

fn line(lang: Lang, expected: &Expected) -> Option<String> {
    let (spot, position, all) = expected.line?;
    Some(match spot.mode() {
        Mode::InPerson => t!(lang, "me-line-room", position = position, all = all),
        Mode::Online => t!(lang, "me-line-online", position = position, all = all),
    })
}

fn invited(lang: Lang, expected: &Expected) -> AnyView {
    match expected.invitation.as_ref().map(|asked| asked.partstat.0) {
        Some(PartStat::Declined) => view! { <p class="quiet">{t(lang, "me-invited-declined")}</p> }.into_any(),
        Some(PartStat::Tentative) => view! { <p>{t(lang, "me-invited-perhaps")}</p> }.into_any(),
        _ => view! { <p class="shift">{t(lang, "me-invited-open")}</p> }.into_any(),
    }
}

fn step(lang: Lang, expected: &Expected, event: &str) -> Option<AnyView> {
    if !matches!(expected.event.status.0, Status::Announced | Status::Confirmed) {
        return None;
    }
    let href = format!("{event}/register");
    let view = match expected.registration {
        Some(_) => view! { <p><a class="plain" href=href>{t(lang, "me-change")}</a></p> }.into_any(),
        None => view! { <p><a class="button" href=href>{t(lang, "me-answer")}</a></p> }.into_any(),
    };
    Some(view)
}
