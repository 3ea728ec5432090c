//! What, when, where or how, how full: the answers of the first screen.

use super::asked::{ANSWERS, answer};
use super::place::Around;
use super::seats::seats;
use crate::pages::zone;
use crate::reader::Reader;
use crate::text::{list, t};
use crate::ui::{Clock, Elsewhere, Fact, Facts, Notice, Said, Seats, Share, StackBar, Status as StatusMark};
use crate::when::{Form, place, time};
use backend::Site;
use backend::clock::instant;
use backend::entity::event;
use backend::repo::event_page::EventPage;
use backend::repo::runs;
use backend::service::interest::Counts;
use backend::words::cities::city;
use domain::event::{Kind, Mode, Status};
use domain::text::Lang;
use domain::time::Zone;
use domain::time::slots::ThereAndThen;
use leptos::prelude::*;
use std::cmp::Ordering;

/// Where people sit when too few are registered to say (study 2022: the most frequent duty stations, and the far ends).
const USUAL: [&str; 6] =
    ["Europe/Brussels", "America/New_York", "Africa/Addis_Ababa", "Asia/Bangkok", "Pacific/Auckland", "America/Vancouver"];
/// Other places shown.
const PLACES: usize = 5;

/// How firm it is, its name, what it is for.
pub fn title(page: &EventPage, around: &Around<'_>) -> AnyView {
    let status: &'static str = page.event.status.0.into();
    let sentence = firmness(page, around);
    let sub = page.event.summary.as_ref().map(|summary| view! { <p class="sub"><Said text=&summary.0/></p> });
    view! {
        <header class="title">
            <p class="of"><StatusMark status=status/> " " <span>{sentence}</span></p>
            <h1><Said text=&page.event.title.0/></h1>
            {sub}
        </header>
    }
    .into_any()
}

/// The status in a sentence.
pub fn firmness(page: &EventPage, around: &Around<'_>) -> String {
    let (lang, status) = (around.lang, page.event.status.0);
    let promised = matches!(status, Status::Announced | Status::Confirmed);
    if promised && around.now >= page.over {
        return t(lang, "event-is-over");
    }
    let second = page.second.as_ref().is_some_and(|run| (instant(run.starts_at)..instant(run.ends_at)).contains(&around.now));
    if promised && (second || (page.starts..page.ends).contains(&around.now)) {
        return t(lang, "event-is-on");
    }
    match status {
        Status::Draft => t(lang, "event-is-draft"),
        Status::Tentative => t(lang, "event-is-tentative"),
        Status::Announced => t(lang, "event-is-announced"),
        Status::Confirmed => t(lang, "event-is-confirmed"),
        Status::Held => t(lang, "event-is-held"),
        Status::Cancelled => t(lang, "event-is-cancelled"),
    }
}

/// When and where; struck through where it does not take place.
pub fn facts(page: &EventPage, around: &Around<'_>, reader: &Reader, site: &Site) -> AnyView {
    let (lang, own) = (around.lang, reader.zone_at(site, page.starts));
    let whose = zone::switch(reader, site, page.starts, around.zone.name());
    let off = page.event.status.0 == Status::Cancelled;
    let clock = view! { <Clock starts=page.starts ends=page.ends zone=around.zone own=own/> }.into_any();
    let elsewhere = (!off).then(|| elsewhere(page, around, site, own));
    let place = place_or_link(page, lang);
    let again = again(page, around, reader, site);
    let label = if page.event.in_person_offered { t(lang, "event-where") } else { t(lang, "event-how") };
    let facts = view! {
        <Facts>
            <Fact label=t(lang, "event-when") lead=true>{clock}{whose}{elsewhere}</Fact>
            {again}
            <Fact label=label>{place}</Fact>
        </Facts>
    };
    if off { view! { {cancelled(page, lang)} <div class="gone">{facts}</div> }.into_any() } else { facts.into_any() }
}

/// The other time, and which of the two hurts the reader less.
fn again(page: &EventPage, around: &Around<'_>, reader: &Reader, site: &Site) -> Option<AnyView> {
    let (lang, run) = (around.lang, page.second.as_ref()?);
    let starts = instant(run.starts_at);
    let own = reader.zone_at(site, starts);
    let clock = view! { <Clock starts=starts ends=instant(run.ends_at) zone=around.zone own=own/> }.into_any();
    let better = better(reader, site, &page.event, run).map(|said| view! { <p>{said}</p> });
    Some(view! { <Fact label=t(lang, "event-again")>{clock}{better}</Fact> }.into_any())
}

/// "In New York the second time is easier for you: 14:00, not 03:00."
pub fn better(reader: &Reader, site: &Site, event: &event::Model, second: &event::Model) -> Option<String> {
    let (lang, own) = (reader.lang, reader.own.as_ref()?);
    let (one, two) = (runs::there(site, event, own)?, runs::there(site, second, own)?);
    let clock = |there: &ThereAndThen| time(there.local.datetime().time());
    let easier = if two.pain < one.pain { &two } else { &one };
    let place = place(lang, &easier.zone, Form::In);
    Some(match one.pain.total_cmp(&two.pain) {
        Ordering::Less => t!(lang, "event-better-first", place = place, better = clock(&one), worse = clock(&two)),
        Ordering::Greater => t!(lang, "event-better-second", place = place, better = clock(&two), worse = clock(&one)),
        Ordering::Equal => t!(lang, "event-better-either", place = place, first = clock(&one), second = clock(&two)),
    })
}

fn cancelled(page: &EventPage, lang: Lang) -> AnyView {
    let title = match page.event.kind.0 {
        Kind::Forum => t(lang, "event-cancelled-forum"),
        Kind::Thematic => t(lang, "event-cancelled-thematic"),
        Kind::Briefing => t(lang, "event-cancelled-briefing"),
        Kind::Written => t(lang, "event-cancelled-written"),
    };
    let reason = page.event.status_reason.as_ref().map(|reason| view! { <p><Said text=&reason.0/></p> });
    view! { <Notice title=title>{reason} <p>{t(lang, "event-cancelled-entry")}</p></Notice> }.into_any()
}

fn elsewhere(page: &EventPage, around: &Around<'_>, site: &Site, own: Option<&Zone>) -> AnyView {
    let shown = [Some(around.zone.name()), own.map(Zone::name)];
    let common = page.zones.iter().map(String::as_str).chain(USUAL).filter(|name| !shown.contains(&Some(*name)));
    let mut places: Vec<&Zone> = Vec::new();
    for zone in common.filter_map(|name| site.zones.get(name).ok()) {
        if places.len() < PLACES && places.iter().all(|known| known.name() != zone.name()) {
            places.push(zone);
        }
    }
    places.sort_by_key(|zone| zone.local(page.starts).offset_seconds);
    view! { <Elsewhere starts=page.starts ends=page.ends zone=around.zone places=places/> }.into_any()
}

fn place_or_link(page: &EventPage, lang: Lang) -> AnyView {
    let event = &page.event;
    let room = event.in_person_offered.then(|| match &event.venue {
        Some(venue) => {
            let venue = &venue.0;
            let (name, city) = (city(lang, venue.name.pick(lang)), city(lang, &venue.city));
            let rest = [venue.address.clone(), (name != city).then_some(city)].into_iter().flatten().collect::<Vec<_>>().join(", ");
            view! { <p><b>{name}</b> {(!rest.is_empty()).then(|| view! { <br/> {rest} })}</p> }.into_any()
        }
        None => view! { <p>{no_room_yet(page, lang)}</p> }.into_any(),
    });
    let online = (event.online_offered || page.second.is_some()).then(|| {
        let how = if event.in_person_offered { t(lang, "event-or-online") } else { t(lang, "event-online") };
        match &page.join {
            Some(link) => view! {
                <p><b>{how}</b> " " <a class="join" href=link.clone() rel="noopener noreferrer">{t(lang, "event-join")}</a></p>
            }
            .into_any(),
            None => view! { <p><b>{how}</b> {link_later(page, lang).map(|sentence| format!(" {sentence}"))}</p> }.into_any(),
        }
    });
    view! { {room} {online} }.into_any()
}

/// The city of the series' rotation, where it is known.
fn no_room_yet(page: &EventPage, lang: Lang) -> String {
    let dates = page.series.as_ref().map(|series| series.dates.as_slice()).unwrap_or_default();
    let own = dates.iter().find(|date| date.edition.as_ref().is_some_and(|edition| edition.slug == page.event.slug));
    match own.and_then(|date| date.venue.clone()) {
        Some(venue) => t!(lang, "event-room-later-in", city = city(lang, &venue)),
        None if page.event.status.0.is_final() => t(lang, "mode-in-person"),
        None => t(lang, "event-room-later"),
    }
}

fn link_later(page: &EventPage, lang: Lang) -> Option<String> {
    match page.event.status.0 {
        Status::Held | Status::Cancelled => None,
        _ if page.mine.has_place() => Some(t(lang, "event-link-follows")),
        _ => Some(t(lang, "event-link-for-registered")),
    }
}

/// How full it is, or who would come.
pub fn figures(page: &EventPage, around: &Around<'_>) -> Option<AnyView> {
    let lang = around.lang;
    match page.event.status.0 {
        Status::Announced | Status::Confirmed if around.now < page.over => {
            let live = format!("/events/{}/seats/live", page.event.slug);
            let seats = view! { <Seats seats=seats(&page.seats) live=live/> }.into_any();
            Some(view! { <Facts rest=true><Fact label=t(lang, "event-seats")>{seats}</Fact></Facts> }.into_any())
        }
        Status::Announced | Status::Confirmed | Status::Held => came(page, lang),
        Status::Tentative if page.mine.signed_in => {
            let tally = tally(&page.interest, lang);
            Some(view! { <Facts rest=true><Fact label=t(lang, "event-interest")>{tally}</Fact></Facts> }.into_any())
        }
        Status::Draft | Status::Tentative | Status::Cancelled => None,
    }
}

/// Only in sum and mode: nobody is named.
fn came(page: &EventPage, lang: Lang) -> Option<AnyView> {
    let one = |mode: Mode| {
        let of_mode = page.seats.iter().filter(|(spot, _)| spot.mode() == mode);
        let n = Some(of_mode.map(|(_, count)| count.confirmed).sum::<u32>()).filter(|n| *n > 0)?;
        Some(match mode {
            Mode::InPerson => t!(lang, "event-had-in-person", n = n),
            Mode::Online => t!(lang, "event-had-online", n = n),
        })
    };
    let parts = [Mode::InPerson, Mode::Online].into_iter().filter_map(one).collect::<Vec<_>>();
    let label = t(lang, "event-seats");
    (!parts.is_empty()).then(|| view! { <Facts rest=true><Fact label=label><p>{list(lang, &parts)}</p></Fact></Facts> }.into_any())
}

/// The answers as a bar with its key. Groups that could point at somebody are in "others".
pub fn tally(counts: &Counts, lang: Lang) -> AnyView {
    let shown = ANSWERS.iter().enumerate();
    let shown =
        shown.filter_map(|(i, one)| Some(Share { key: i + 1, label: answer(lang, *one), count: counts.get(*one).filter(|n| *n > 0)? }));
    let others = counts.others.filter(|n| *n > 0).map(|count| Share { key: 6, label: t(lang, "interest-others"), count });
    let shares: Vec<Share> = shown.chain(others).collect();
    let total: i64 = shares.iter().map(|share| share.count).sum();
    if total == 0 {
        return view! { <p>{t(lang, "interest-none")}</p> }.into_any();
    }
    if shares.iter().all(|share| share.key == 6) {
        return view! { <p>{t!(lang, "interest-few", n = total)}</p> }.into_any();
    }
    view! { <StackBar shares=shares/> }.into_any()
}
