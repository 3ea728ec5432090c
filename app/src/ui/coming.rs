//! Events to come, the day first, as in a printed programme.

use super::{Said, Status};
use crate::page::lang;
use crate::text::{list, t};
use crate::when::{Form, day_shift, large_date, place, span, weekday};
use backend::repo::event_list::Listed;
use backend::words::cities::city;
use domain::event::Mode;
use domain::text::{Lang, Text};
use domain::time::{Timestamp, Zone, Zones};
use leptos::prelude::*;

/// One event in a list.
#[derive(Clone, Debug)]
pub struct Coming {
    pub slug: String,
    pub title: Text,
    pub host: Text,
    /// See [`Status`].
    pub status: String,
    pub starts: Timestamp,
    pub ends: Timestamp,
    /// The venue's zone, an IANA name.
    pub zone: String,
    /// The city, where there is a venue.
    pub city: Option<String>,
    /// There is a room.
    pub room: bool,
    /// Can be joined from elsewhere.
    pub online: bool,
    /// How many places are left, in words.
    pub places: Option<String>,
}

impl From<Listed> for Coming {
    fn from(event: Listed) -> Self {
        let offers = |wanted: Mode| event.seats.iter().any(|(mode, _)| *mode == wanted);
        Self {
            room: offers(Mode::InPerson),
            online: offers(Mode::Online),
            slug: event.slug,
            title: event.title,
            host: event.host,
            status: <&str>::from(event.status).to_owned(),
            starts: event.starts,
            ends: event.ends,
            zone: event.zone,
            city: event.city,
            places: None,
        }
    }
}

/// Rows with day, title, venue time, the reader's `own` time, and how firm the day is.
#[component]
pub fn ComingList<'a>(
    events: Vec<Coming>,
    zones: &'a Zones,
    #[prop(optional_no_strip)] own: Option<&'a str>,
    /// Below the name of their month, so that the weekday stands beside the day.
    #[prop(optional)]
    by_month: bool,
) -> impl IntoView + use<> {
    let own = own.and_then(|name| zones.get(name).ok());
    let rows = events
        .into_iter()
        .filter_map(|event| zones.get(&event.zone).ok().map(|zone| row(lang(), event, zone, own, by_month)))
        .collect::<Vec<_>>();
    view! { <ul class="coming">{rows}</ul> }
}

fn row(lang: Lang, event: Coming, zone: &Zone, own: Option<&Zone>, by_month: bool) -> impl IntoView + use<> {
    let (from, to) = (zone.local(event.starts).time, zone.local(event.ends).time);
    let (day, month) = large_date(lang, from.date());
    let rest = if by_month { weekday(lang, from.date(), Form::Is) } else { month };
    let hours = format!("{} {}", span(from.time(), to.time()), place(lang, zone.name(), Form::In));
    let mine = own.filter(|own| own.local(event.starts) != zone.local(event.starts)).map(|own| {
        let (start, end) = (own.local(event.starts).time, own.local(event.ends).time);
        let shift = day_shift(lang, from.date(), start, end).map(|words| view! { " " <span class="shift">{words}</span> });
        let hours = format!("{} {}", span(start.time(), end.time()), place(lang, own.name(), Form::In));
        view! { " " <span class="quiet nb">{hours}</span> {shift} }
    });
    let href = format!("/{}/events/{}", lang.code(), event.slug);
    let class = (event.status == "cancelled").then_some("off");
    view! {
        <li class=class>
            <p class="date"><time datetime=from.date().to_string()><b>{day}</b> " " {rest}</time></p>
            <div class="what">
                <h3><a href=href><Said text=&event.title/></a></h3>
                <p class="hours"><span class="nb">{hours}</span> {mine}</p>
                <p class="quiet small"><Said text=&event.host/> " " {ways(lang, &event)}</p>
            </div>
            <p><Status status=event.status quiet=true/></p>
        </li>
    }
}

/// "· in the room (Brussels) and online": where it can be joined, or how many places are left.
fn ways(lang: Lang, event: &Coming) -> String {
    let city = event.city.as_ref().map(|name| format!(" · {}", city(lang, name))).unwrap_or_default();
    if let Some(places) = &event.places {
        return format!("{city} · {places}");
    }
    let room = event.room.then(|| t(lang, "mode-in-person-in"));
    let online = event.online.then(|| t(lang, "mode-online-in"));
    let ways = [room, online].into_iter().flatten().collect::<Vec<_>>();
    if ways.is_empty() { city } else { format!("{city} · {}", list(lang, &ways)) }
}
