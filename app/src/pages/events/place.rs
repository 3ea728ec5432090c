//! "Your place": what the reader has at an event, and what they can do about it. One answer for every state.

use crate::text::t;
use crate::when::{Form, moment, short_date};
use backend::clock::instant;
use backend::repo::event_page::{EventPage, Place};
use domain::event::{Mode, Status, Window};
use domain::invitation::PartStat;
use domain::registration::Spot;
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use leptos::prelude::*;

/// Something to press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    pub label: String,
    pub href: String,
    pub weight: Weight,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one filled button.
    Main,
    /// An outlined button.
    Button,
    /// Underlined.
    Plain,
}

/// A part of the reader's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub say: String,
    pub more: Vec<String>,
    pub presses: Vec<Press>,
}

impl Sheet {
    pub fn new(say: String) -> Self {
        Self { say, more: Vec::new(), presses: Vec::new() }
    }

    pub fn more(mut self, sentence: String) -> Self {
        self.more.push(sentence);
        self
    }

    pub fn press(mut self, label: String, href: String, weight: Weight) -> Self {
        self.presses.push(Press { label, href, weight });
        self
    }

    /// Whether it holds the filled button of the page.
    pub fn has_main(&self) -> bool {
        self.presses.iter().any(|press| press.weight == Weight::Main)
    }

    pub fn view(self) -> AnyView {
        let more = self.more.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect::<Vec<_>>();
        let presses = self.presses.into_iter().map(|press| {
            let class = match press.weight {
                Weight::Main => "button main full",
                Weight::Button => "button full",
                Weight::Plain => "plain",
            };
            view! { <a class=class href=press.href>{press.label}</a> " " }
        });
        let presses = presses.collect::<Vec<_>>();
        let actions = (!presses.is_empty()).then(|| view! { <p class="actions">{presses}</p> });
        view! { <p class="say">{self.say}</p>{more}{actions} }.into_any()
    }
}

/// What of the world the sheet depends on.
pub struct Around<'a> {
    pub lang: Lang,
    pub now: Timestamp,
    /// The venue's zone.
    pub zone: &'a Zone,
    /// Addresses below the reader's language.
    pub to: &'a dyn Fn(&str) -> String,
    pub sign_in: String,
}

/// The sheet for a reader of this event.
pub fn place(page: &EventPage, around: &Around<'_>) -> Sheet {
    let (lang, status) = (around.lang, page.event.status.0);
    match (status, page.mine.place) {
        (Status::Cancelled, place) => called_off(page, place, around),
        (Status::Held, place) => over(page, place, around),
        (_, place) if around.now >= page.over => over(page, place, around),
        (_, Some(place)) => changeable(had(page, place, around), page, around),
        (_, None) => match page.window {
            Window::Open => open(page, around),
            Window::NotYet(opens) => {
                let say = t!(lang, "place-opens", when = moment(lang, opens, around.zone, Form::In));
                invited(Sheet::new(say), page, around)
            }
            Window::NotAnnounced | Window::Cancelled | Window::Ended => {
                Sheet::new(t(lang, "place-not-announced")).more(t(lang, "place-not-announced-why"))
            }
            Window::Closed => closed(page, around),
        },
    }
}

fn called_off(page: &EventPage, place: Option<Place>, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let sheet = match place {
        Some(_) => Sheet::new(t(lang, "place-called-off")).more(t(lang, "place-called-off-had")),
        None => Sheet::new(t(lang, "place-called-off")),
    };
    the_next(sheet, page, around)
}

fn over(page: &EventPage, place: Option<Place>, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let say = match place {
        Some(Place { spot: Spot::InPerson, position: None, .. }) => t(lang, "place-was-in-person"),
        Some(Place { position: None, .. }) => t(lang, "place-was-online"),
        _ => t(lang, "place-over"),
    };
    the_next(Sheet::new(say), page, around)
}

/// The way on from what is over: the next edition, or when it is expected.
fn the_next(sheet: Sheet, page: &EventPage, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let next = page.series.as_ref().and_then(|series| series.dates.iter().find(|d| d.status != Status::Cancelled).map(|d| (series, d)));
    match next {
        Some((series, next)) => {
            let day = short_date(lang, next.date, Form::Is);
            let path = match &next.edition {
                Some(edition) => format!("/events/{}", edition.slug),
                None => format!("/series/{}", series.slug),
            };
            sheet.press(t!(lang, "place-next", day = day), (around.to)(&path), Weight::Button)
        }
        None => sheet.press(t(lang, "place-what-is-coming"), (around.to)("/events"), Weight::Button),
    }
}

fn had(page: &EventPage, place: Place, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let sheet = match (place.spot, place.position) {
        (Spot::InPerson, None) => Sheet::new(t(lang, "place-in-person")),
        (Spot::Online, None) => Sheet::new(t(lang, "place-online")),
        (Spot::OnlineAgain, None) => Sheet::new(t(lang, "place-online-again")),
        (spot, Some(position)) => Sheet::new(in_line(lang, page, spot, position)).more(t(lang, "place-told")),
    };
    match (place.change, place.position) {
        (Some((spot, position)), None) => {
            let keeps = match (place.spot, spot) {
                (Spot::InPerson, _) => t(lang, "place-keeps-in-person"),
                (_, Spot::InPerson) => t(lang, "place-keeps-online"),
                _ => t(lang, "place-keeps-run"),
            };
            sheet.more(format!("{} {keeps}", in_line(lang, page, spot, position)))
        }
        (Some((spot, position)), Some(_)) => sheet.more(in_line(lang, page, spot, position)),
        (None, _) => sheet,
    }
}

fn in_line(lang: Lang, page: &EventPage, spot: Spot, position: u32) -> String {
    let of = page.seat(spot).map_or(position, |count| count.waitlisted.max(position));
    match spot {
        Spot::InPerson => t!(lang, "place-line-in-person", position = position, of = of),
        Spot::Online => t!(lang, "place-line-online", position = position, of = of),
        Spot::OnlineAgain => t!(lang, "place-line-online-again", position = position, of = of),
    }
}

/// A place can be given up until the start; a change needs the other mode and open registration.
fn changeable(sheet: Sheet, page: &EventPage, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let href = register(page, around);
    if around.now >= page.second.as_ref().map_or(page.starts, |run| page.starts.max(instant(run.starts_at))) {
        return sheet;
    }
    let sheet = if page.seats.len() > 1 && page.window == Window::Open {
        sheet.press(t(lang, "place-change"), href.clone(), Weight::Plain)
    } else {
        sheet
    };
    sheet.press(t(lang, "place-give-up"), href, Weight::Plain)
}

fn register(page: &EventPage, around: &Around<'_>) -> String {
    (around.to)(&format!("/events/{}/register", page.event.slug))
}

fn open(page: &EventPage, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let offered = |mode: Mode| page.seats.iter().any(|(spot, _)| spot.mode() == mode);
    let has_room = |mode: Mode| {
        let of_mode = page.seats.iter().filter(|(spot, _)| spot.mode() == mode);
        of_mode.map(|(_, count)| count).any(|count| count.capacity.is_none_or(|capacity| count.confirmed < capacity))
    };
    let (room, online) = (has_room(Mode::InPerson), has_room(Mode::Online));
    let until = t!(lang, "place-until", when = moment(lang, page.closes, around.zone, Form::To));
    let href = register(page, around);
    let line = |mode: Mode| page.seat(mode).map_or(1, |count| count.waitlisted + 1);
    let sheet = match (room, online) {
        (true, _) | (_, true) if page.mine.invited == Some(PartStat::NeedsAction) => Sheet::new(t(lang, "place-invited")),
        (true, true) => Sheet::new(t(lang, "place-come-both")),
        (true, false) => Sheet::new(t(lang, "place-come-room")),
        (false, true) if offered(Mode::InPerson) => Sheet::new(t(lang, "place-room-full")),
        (false, true) => Sheet::new(t(lang, "place-come-online")),
        (false, false) => Sheet::new(t(lang, "place-all-full")).more(t(lang, "place-line-is-a-place")),
    };
    let sheet = if page.second.is_some() { sheet.more(t(lang, "place-held-twice")) } else { sheet };
    let sheet = answered(sheet, page, lang).more(until);
    let sheet = match (room, online) {
        (false, false) => {
            let mode = if offered(Mode::InPerson) { Mode::InPerson } else { Mode::Online };
            sheet.press(t!(lang, "place-stand-in-line", n = line(mode)), href, Weight::Main)
        }
        (false, true) if offered(Mode::InPerson) => {
            let stand = t!(lang, "place-stand-in-line", n = line(Mode::InPerson));
            sheet.press(t(lang, "place-register-online"), href.clone(), Weight::Main).press(stand, href, Weight::Plain)
        }
        _ => sheet.press(t(lang, "place-register"), href, Weight::Main),
    };
    if page.mine.signed_in { sheet } else { sheet.press(t(lang, "place-sign-in"), around.sign_in.clone(), Weight::Plain) }
}

/// What somebody invited has answered by mail.
fn answered(sheet: Sheet, page: &EventPage, lang: Lang) -> Sheet {
    match page.mine.invited {
        Some(PartStat::Declined) => sheet.more(t(lang, "place-declined")),
        Some(PartStat::Tentative) => sheet.more(t(lang, "place-perhaps")),
        _ => sheet,
    }
}

fn invited(sheet: Sheet, page: &EventPage, around: &Around<'_>) -> Sheet {
    match page.mine.invited {
        Some(PartStat::NeedsAction) => sheet.more(t(around.lang, "place-invited-early")),
        _ => answered(sheet, page, around.lang),
    }
}

fn closed(page: &EventPage, around: &Around<'_>) -> Sheet {
    let lang = around.lang;
    let say = t!(lang, "place-closed", when = moment(lang, page.closes, around.zone, Form::In));
    let sheet = if page.event.online_public { Sheet::new(say).more(t(lang, "place-closed-stream")) } else { Sheet::new(say) };
    sheet.press(t(lang, "place-ask-host"), (around.to)(&format!("/hosts/{}", page.host.slug)), Weight::Button)
}
