//! Events to come, the day first, as in a printed programme.

use super::{Beside, Said, Status};
use crate::page::lang;
use crate::text::{list, t};
use crate::when::{Form, large_date, weekday};
use backend::repo::event_list::Listed;
use backend::words::cities::city;
use domain::event::{Kind, Mode};
use domain::person::OwnZone;
use domain::text::{Lang, Text};
use domain::time::{Timestamp, Zones};
use leptos::prelude::*;

/// One event in a list.
#[derive(Clone, Debug)]
pub struct Coming {
    pub slug: String,
    pub title: Text,
    pub host: Text,
    /// See [`Status`].
    pub status: String,
    /// It is a written procedure, open from its start to its end.
    pub written: bool,
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
            written: event.kind == Kind::Written,
            starts: event.starts,
            ends: event.ends,
            zone: event.zone,
            city: event.city,
            places: None,
        }
    }
}

impl Coming {
    /// Its start, and the zone of its venue.
    pub fn when(&self) -> (Timestamp, &str) {
        (self.starts, &self.zone)
    }
}

/// Rows with day, title, venue time, the reader's `own` time, and how firm the day is.
#[component]
pub fn ComingList<'a>(
    events: Vec<Coming>,
    zones: &'a Zones,
    #[prop(optional_no_strip)] own: Option<&'a OwnZone>,
    /// Below the name of their month, so that the weekday stands beside the day.
    #[prop(optional)]
    by_month: bool,
) -> impl IntoView + use<> {
    let clocks =
        |event: &Coming| Some(Beside::new(event.starts, zones.get(&event.zone).ok()?, own.and_then(|own| own.at(zones, event.starts))));
    let rows = events.into_iter().filter_map(|event| clocks(&event).map(|clocks| row(lang(), event, clocks, by_month)));
    let rows = rows.collect::<Vec<_>>();
    view! { <ul class="coming">{rows}</ul> }
}

fn row(lang: Lang, event: Coming, clocks: Beside<'_>, by_month: bool) -> impl IntoView + use<> {
    let date = clocks.day(event.starts);
    let (day, month) = large_date(lang, date);
    let rest = if by_month { weekday(lang, date, Form::Is) } else { month };
    let hours = if event.written { clocks.until(event.ends) } else { clocks.line(event.starts, event.ends) };
    let href = format!("/{}/events/{}", lang.code(), event.slug);
    let class = (event.status == "cancelled").then_some("off");
    view! {
        <li class=class>
            <p class="date"><time datetime=date.to_string()><b>{day}</b> " " {rest}</time></p>
            <div class="what">
                <h3><a href=href><Said text=&event.title/></a></h3>
                <p class="hours">{hours}</p>
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
