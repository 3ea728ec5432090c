//! Everything the page of one event shows, as much of it as the reader may see.

mod mine;
mod said;

use crate::clock::instant;
use crate::entity::{event, host};
use crate::repo::event_list::counts;
use crate::repo::runs;
use crate::repo::series_page::{self, SeriesLine};
use crate::service::access::{self, Actor, Seen};
use crate::service::interest::Counts;
use crate::{Error, Result, Site};
use domain::event::{Interest, RegistrationTimes, Run, Status, Window, registration_open};
use domain::host::{HostKind, Right};
use domain::registration::{SeatCount, Spot};
use domain::text::Text;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait};

pub use mine::{Mine, Place};
pub use said::{AgendaLine, Poll, TopicLine, Topics};

/// The page of an event.
#[derive(Clone, Debug)]
pub struct EventPage {
    /// The event. Its `online_url` is emptied: see [`EventPage::join`].
    pub event: event::Model,
    /// The start.
    pub starts: Timestamp,
    /// The end.
    pub ends: Timestamp,
    /// Whether it can be registered for.
    pub window: Window,
    /// When registration closes, or the last start.
    pub closes: Timestamp,
    /// The host.
    pub host: HostLine,
    /// The other time, where it is held twice.
    pub second: Option<event::Model>,
    /// The end of the last run.
    pub over: Timestamp,
    /// The figures of what is offered, the room first.
    pub seats: Vec<(Spot, SeatCount)>,
    /// The link to join by: for those with a confirmed place, or for everybody where the event says so.
    pub join: Option<String>,
    /// What the reader has here.
    pub mine: Mine,
    /// Who would come, as far as the reader may know; nobody signed in is told nothing.
    pub interest: Counts,
    /// The reader's own answer to that.
    pub my_interest: Option<Interest>,
    /// What is proposed.
    pub topics: Topics,
    /// The rounds, newest first.
    pub polls: Vec<Poll>,
    /// The agenda as it was published last.
    pub agenda: Option<AgendaLine>,
    /// The series it is an edition of, with its next dates.
    pub series: Option<SeriesLine>,
    /// Zones of at least [`domain::groups::SMALLEST`] registered people each, the most common first.
    pub zones: Vec<String>,
    /// What the reader may do as one of its hosts.
    pub rights: Rights,
}

/// Dates of the series on the page.
const DATES: usize = 5;

/// The host in a line.
#[derive(Clone, Debug)]
pub struct HostLine {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// What sort of organisation.
    pub kind: HostKind,
}

/// The links for hosts that make sense to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Change the event and its status.
    pub edit: bool,
    /// See who is registered.
    pub registrations: bool,
    /// See who is invited.
    pub invitations: bool,
    /// See the agenda before it is published.
    pub drafts: bool,
}

/// The page of the event of a slug; 404 and 401 as [`access::event`].
pub async fn load(db: &impl ConnectionTrait, site: &Site, actor: &Actor, slug: &str) -> Result<EventPage> {
    let seen = access::event(db, actor, slug).await?;
    let rights = rights(&seen);
    let (interest, my_interest) = said::interest(db, actor, &seen).await?;
    let mut event = seen.event;
    let host = host::Entity::find_by_id(event.host_id).one(db).await?.ok_or(Error::NotFound)?;
    let mine = mine::load(db, actor, &event).await?;
    let link = event.online_url.take();
    let over = event.status.0.is_final();
    let polls = said::polls(db, actor, &event).await?;
    let second = runs::held(&event, Run::Second);
    Ok(EventPage {
        starts: instant(event.starts_at),
        ends: instant(event.ends_at),
        over: instant(runs::over_at(&event)),
        window: window(site.now(), &event, second.as_ref()),
        closes: instant(event.registration_closes_at.unwrap_or(runs::last_begins_at(&event))),
        host: HostLine { slug: host.slug, name: host.name.0, kind: host.kind.0 },
        seats: seats(db, &event).await?,
        join: link.filter(|_| !over && (event.online_public || mine.has_place())),
        interest,
        my_interest,
        topics: said::topics(db, actor, event.id).await?,
        agenda: said::agenda(db, &event, mine.run()).await?,
        polls,
        series: series(db, site, actor, &event).await?,
        zones: mine::zones(db, event.id).await?,
        mine,
        rights,
        second,
        event,
    })
}

async fn seats(db: &impl ConnectionTrait, event: &event::Model) -> Result<Vec<(Spot, SeatCount)>> {
    let counts = counts(db, std::iter::once(event.id)).await?;
    let offers = [
        (Spot::InPerson, event.in_person_offered, event.in_person_capacity),
        (Spot::Online, event.online_offered, event.online_capacity),
        (Spot::OnlineAgain, runs::is_twice(event), event.second_capacity),
    ];
    let offered = offers.into_iter().filter(|(_, offered, _)| *offered);
    Ok(offered.map(|(spot, _, capacity)| (spot, counts.of(event.id, spot, capacity))).collect())
}

/// Open as long as one of the runs can be registered for.
fn window(now: Timestamp, event: &event::Model, second: Option<&event::Model>) -> Window {
    let of = |run: &event::Model| registration_open(now, run.status.0, &times(run));
    let first = of(event);
    second.map(of).filter(|second| first != Window::Open && *second == Window::Open).unwrap_or(first)
}

async fn series(db: &impl ConnectionTrait, site: &Site, actor: &Actor, event: &event::Model) -> Result<Option<SeriesLine>> {
    match event.series_id {
        Some(id) => series_page::one(db, site, actor, id, DATES).await.map(Some),
        None => Ok(None),
    }
}

fn times(event: &event::Model) -> RegistrationTimes {
    RegistrationTimes {
        opens: event.registration_opens_at.map(instant),
        closes: event.registration_closes_at.map(instant),
        starts: instant(event.starts_at),
        ends: instant(event.ends_at),
    }
}

fn rights(seen: &Seen) -> Rights {
    Rights {
        edit: seen.may(Right::ManageEvents),
        registrations: seen.may(Right::ViewRegistrations),
        invitations: seen.may(Right::ViewInvitations),
        drafts: seen.may(Right::ViewDrafts),
    }
}

impl EventPage {
    /// Whether anything can still be asked of people: it is neither over nor called off.
    pub fn is_ahead(&self, now: Timestamp) -> bool {
        !matches!(self.event.status.0, Status::Held | Status::Cancelled) && now < self.over
    }

    /// The figures of a mode of the first run, or of a spot, if it is offered.
    pub fn seat(&self, spot: impl Into<Spot>) -> Option<SeatCount> {
        let spot = spot.into();
        self.seats.iter().find(|(offered, _)| *offered == spot).map(|(_, count)| *count)
    }
}
