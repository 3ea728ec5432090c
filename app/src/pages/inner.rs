//! The head that the inner pages of an event share: its name and day, the page's own name, the way to its other pages.

use crate::pages::events::{Open, tabs};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Contents, Tab, Title};
use crate::when::{Form, date, moment, place, span};
use backend::Site;
use backend::clock::instant;
use backend::entity::event;
use domain::event::Kind;
use leptos::prelude::*;

/// What the head shows.
pub struct Inner {
    /// The event's title in the reader's language.
    pub event: String,
    href: String,
    day: String,
    clock: Option<String>,
    tabs: Vec<Tab>,
}

impl Inner {
    /// For the page `open` of an event; `round` is the number of its newest round.
    pub fn new(reader: &Reader, site: &Site, event: &event::Model, open: Open, round: Option<i32>) -> Self {
        let lang = reader.lang;
        let local = |at: i64| site.zones.get(&event.zone).ok().map(|zone| zone.local(instant(at)).time);
        let (starts, ends) = (local(event.starts_at), local(event.ends_at));
        let written = site.zones.get(&event.zone).ok().filter(|_| event.kind.0 == Kind::Written);
        let (day, clock) = match (written, starts.zip(ends)) {
            (Some(zone), _) => (t!(lang, "until-when", when = moment(lang, instant(event.ends_at), zone, Form::To)), None),
            (None, Some((from, to))) => {
                let hours = format!("{} {}", span(from.time(), to.time()), place(lang, &event.zone, Form::Is));
                (date(lang, from.date(), Form::Is), Some(hours))
            }
            (None, None) => (String::new(), None),
        };
        Self {
            event: event.title.0.pick(lang).to_owned(),
            href: reader.to(&format!("/events/{}", event.slug)),
            day,
            clock,
            tabs: tabs(reader, event, open, round),
        }
    }

    /// The head with a heading that somebody wrote, marked with its language where that is another.
    pub fn head_in(self, heading: String, written_in: Option<&'static str>) -> AnyView {
        self.around(view! { <span lang=written_in>{heading}</span> }.into_any(), None)
    }

    /// The head itself.
    pub fn head(self, heading: String, sub: Option<String>) -> AnyView {
        self.around(heading.into_any(), sub)
    }

    fn around(self, heading: AnyView, sub: Option<String>) -> AnyView {
        let Self { event, href, day, clock, tabs } = self;
        let of = move || view! { <p class="of"><a href=href.clone()>{event.clone()}</a> <span>{day.clone()} {clock.clone().map(|clock| view! { ", " <span class="nb">{clock}</span> })}</span></p> };
        let title = match sub {
            Some(sub) => view! { <Title inner=true of=of sub=sub>{heading}</Title> }.into_any(),
            None => view! { <Title inner=true of=of>{heading}</Title> }.into_any(),
        };
        view! { {title} <Contents label=t(crate::page::lang(), "event-tabs") tabs=tabs/> }.into_any()
    }
}
