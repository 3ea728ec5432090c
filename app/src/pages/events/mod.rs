//! Events as everybody sees them: the list, and the page of one.

mod asked;
mod facts;
mod list;
mod overview;
mod place;
mod seats;
mod show;
mod written;

use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Coming, Tab};
use axum::Router;
use axum::routing::get;
use backend::Site;
use backend::entity::event;
use backend::repo::event_list::Listed;
use domain::event::{Kind, Status};

pub use facts::{better, tally};
pub use overview::years;

/// `/events`, `/events/{event}`
pub fn router() -> Router<Site> {
    Router::new().route("/events", get(list::show)).route("/events/{event}", get(show::show).post(show::answer))
}

/// Which page of an event is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// `/events/{event}`
    Overview,
    /// `/events/{event}/topics`
    Topics,
    /// `/events/{event}/rounds/{n}`
    Vote,
    /// `/events/{event}/register`, which the sheet leads to and the tabs do not.
    Register,
    /// `/events/{event}/agenda`
    Agenda,
    /// `/events/{event}/procedure`, of a written one.
    Procedure,
    /// `/events/{event}/outcomes`
    Outcomes,
}

/// The pages of one event. `round`: the number of the newest, if there is one. What became of its topics is asked once it was held.
pub fn tabs(reader: &Reader, event: &event::Model, open: Open, round: Option<i32>) -> Vec<Tab> {
    let (lang, slug) = (reader.lang, &event.slug);
    let tab =
        |label: String, path: String, this: Open| Tab { label, href: reader.to(&format!("/events/{slug}{path}")), current: open == this };
    let mut tabs = vec![tab(t(lang, "event-tab-overview"), String::new(), Open::Overview)];
    // A written procedure has no meeting that topics and an agenda could be for.
    let written = event.kind.0 == Kind::Written;
    if written {
        tabs.push(tab(t(lang, "event-tab-procedure"), "/procedure".to_owned(), Open::Procedure));
    }
    if !written || open == Open::Topics {
        tabs.push(tab(t(lang, "event-tab-topics"), "/topics".to_owned(), Open::Topics));
    }
    tabs.extend(round.map(|number| tab(t(lang, "event-tab-vote"), format!("/rounds/{number}"), Open::Vote)));
    if !written || open == Open::Agenda {
        tabs.push(tab(t(lang, "event-tab-agenda"), "/agenda".to_owned(), Open::Agenda));
    }
    if event.status.0 == Status::Held || open == Open::Outcomes {
        tabs.push(tab(t(lang, "event-tab-outcomes"), "/outcomes".to_owned(), Open::Outcomes));
    }
    tabs
}

/// A row of a list of events.
pub fn coming(reader: &Reader, event: Listed) -> Coming {
    Coming { places: seats::in_words(reader.lang, &event), ..Coming::from(event) }
}
