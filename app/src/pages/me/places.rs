//! Where the reader is expected.

use crate::failure::Failed;
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Beside, Empty, Said};
use crate::when::large_date;
use backend::Site;
use backend::clock::instant;
use backend::entity::registration;
use backend::repo::places::{Expected, expected};
use backend::service::procedure::asked_of;
use domain::event::{Kind, Mode, Status};
use domain::invitation::PartStat;
use domain::procedure::Phase;
use domain::registration::Status as Place;
use domain::text::Lang;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// By event: how a written procedure stands, and whether the reader has answered.
type Asked = BTreeMap<i64, (Phase, bool)>;

/// Where the reader is expected.
pub struct Places {
    expected: Vec<Expected>,
    asked: Asked,
}

pub async fn load(site: &Site, me: i64) -> Result<Places, Failed> {
    let db = site.db.read();
    let expected = expected(db, me, site.now().as_millisecond()).await?;
    let asked = asked_of(db, site, me, expected.iter().map(|one| &one.event)).await?;
    Ok(Places { expected, asked })
}

pub fn list(reader: &Reader, site: &Site, Places { expected: places, asked }: &Places) -> AnyView {
    let lang = reader.lang;
    if places.is_empty() {
        let events = reader.to("/events");
        let next = view! { <p class="actions"><a class="button" href=events>{t(lang, "me-no-places-step")}</a></p> };
        return view! { <Empty say=t(lang, "me-no-places")><p>{t(lang, "me-no-places-next")}</p>{next}</Empty> }.into_any();
    }
    let rows = places.iter().filter_map(|expected| row(reader, site, expected, asked)).collect::<Vec<_>>();
    let whose = zone::line(reader, site, places.iter().map(|expected| (instant(expected.event.starts_at), expected.event.zone.as_str())));
    view! { <ul class="places">{rows}</ul> {whose} }.into_any()
}

fn row(reader: &Reader, site: &Site, expected: &Expected, asked: &Asked) -> Option<AnyView> {
    let lang = reader.lang;
    let event = &expected.event;
    let zone = site.zones.get(&event.zone).ok()?;
    let (starts, ends) = (instant(event.starts_at), instant(event.ends_at));
    let clocks = Beside::new(starts, zone, reader.zone_at(site, starts));
    let date = clocks.day(starts);
    let (day, rest) = large_date(lang, date);
    let href = reader.to(&format!("/events/{}", event.slug));
    let (hours, standing, step) = match event.kind.0 {
        Kind::Written => {
            let (standing, step) = answering(lang, expected, asked.get(&event.id), &href);
            (clocks.until(ends), standing, step)
        }
        _ => (clocks.line(starts, ends), standing(lang, expected), step(lang, expected, &href)),
    };
    let view = view! {
        <li>
            <p class="date"><time datetime=date.to_string()><b>{day}</b> " " {rest}</time></p>
            <div>
                <h3><a href=href.clone()><Said text=&event.title.0/></a></h3>
                <p>{hours}</p>
                {standing}
            </div>
            {step}
        </li>
    };
    Some(view.into_any())
}

/// What a written procedure wants of the reader, and the way there.
fn answering(lang: Lang, expected: &Expected, asked: Option<&(Phase, bool)>, event: &str) -> (AnyView, Option<AnyView>) {
    let (say, class, label) = match asked {
        _ if expected.event.status.0 == Status::Cancelled => ("me-place-cancelled", Some("shift"), None),
        None => ("procedure-place-none", None, None),
        Some((Phase::Off, _)) => ("procedure-off", Some("shift"), None),
        Some((Phase::Waiting, _)) => ("procedure-place-waiting", None, Some(("procedure-do-read", "plain"))),
        Some((Phase::Open, false)) => ("procedure-place-answer", Some("shift"), Some(("procedure-do-answer", "button"))),
        Some((Phase::Open, true)) => ("procedure-place-answered", None, Some(("procedure-do-change", "plain"))),
        Some((Phase::Late | Phase::Over, _)) => ("procedure-place-result", None, Some(("procedure-do-result", "plain"))),
    };
    let step = label.map(|(label, class)| {
        let href = format!("{event}/procedure");
        view! { <p><a class=class href=href>{t(lang, label)}</a></p> }.into_any()
    });
    (view! { <p class=class>{t(lang, say)}</p> }.into_any(), step)
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
