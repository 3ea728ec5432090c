//! "Your place": registering for an event, changing between the room and online, giving the place up.

mod form;
mod mine;
mod needs;
mod participants;
mod shut;
mod words;

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Seats;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::Site;
use backend::clock::instant;
use backend::repo::runs;
use backend::service::access;
use backend::service::registration::{self, Change, NewRegistration, Place};
use backend::service::rounds;
use domain::event::{Run, Window};
use domain::registration::{SeatCount, Spot, Status};
use domain::time::Zone;
use leptos::prelude::*;

/// `/events/{event}/register`
pub fn router() -> Router<Site> {
    Router::new().route("/events/{event}/register", get(show).post(send)).route("/events/{event}/participants", get(participants::show))
}

/// Everything the page shows.
pub struct Around {
    event: backend::entity::event::Model,
    /// The other time, where it is held twice.
    second: Option<backend::entity::event::Model>,
    seats: Vec<(Spot, SeatCount)>,
    mine: Option<Place>,
    window: Window,
    /// The other participants may know of the reader.
    named: bool,
    /// The number of the newest round.
    round: Option<i32>,
    /// Who has a place may still change it.
    changeable: bool,
    zone: Zone,
    /// The reader's zones at the two runs, where they are others than the venue's.
    own: [Option<Zone>; 2],
}

impl Around {
    async fn read(site: &Site, reader: &Reader, slug: &str) -> backend::Result<Self> {
        let db = site.db.read();
        let event = access::event(db, &reader.actor, slug).await?.event;
        let zone = site.zones.get(&event.zone).map_err(backend::Error::internal)?.clone();
        Ok(Self {
            second: runs::held(&event, Run::Second),
            seats: registration::figures_of_all(db, &event).await?,
            mine: registration::mine(db, &reader.actor, event.id).await?,
            named: registration::am_named(db, &reader.actor, event.id).await?.unwrap_or_default(),
            round: rounds::newest(site, event.id).await?,
            window: open_in_either(&event, site),
            changeable: registration::is_changeable(&event, site.now()),
            own: Run::BOTH.map(|run| {
                let own = reader.zone_at(site, instant(runs::at(&event, run).starts_at));
                own.filter(|own| own.name() != zone.name()).cloned()
            }),
            zone,
            event,
        })
    }

    fn seat(&self, spot: Spot) -> Option<&SeatCount> {
        self.seats.iter().find(|(offered, _)| *offered == spot).map(|(_, count)| count)
    }

    /// The reader's zone at a run, where it is another than the venue's.
    fn own(&self, run: Run) -> Option<&Zone> {
        let [first, second] = &self.own;
        if run == Run::First { first.as_ref() } else { second.as_ref() }
    }

    /// The event at the time of a run.
    fn run(&self, run: Run) -> &backend::entity::event::Model {
        self.second.as_ref().filter(|_| run == Run::Second).unwrap_or(&self.event)
    }

    fn is_full(&self, spot: Spot) -> bool {
        self.seat(spot).is_some_and(|count| count.capacity.is_some_and(|capacity| count.confirmed >= capacity))
    }
}

/// Open as long as one of the runs can be registered for.
fn open_in_either(event: &backend::entity::event::Model, site: &Site) -> Window {
    let first = registration::window(event, site.now());
    let second = runs::held(event, Run::Second).map(|run| registration::window(&run, site.now()));
    second.filter(|second| first != Window::Open && *second == Window::Open).unwrap_or(first)
}

/// Mode and run, as a choice of the form names them together.
pub fn chosen(raw: &str) -> (String, Run) {
    let spot = raw.parse::<Spot>().ok();
    spot.map_or_else(|| (raw.to_owned(), Run::First), |spot| (<&str>::from(spot.mode()).to_owned(), spot.run()))
}

async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let around = Around::read(&site, &reader, &slug).await?;
    let form = Submitted::empty().with("named", "no");
    let form = match around.seats.as_slice() {
        // Nothing to choose from.
        [(only, _)] => form.with("mode", <&str>::from(*only)),
        _ => form,
    };
    Ok(page(&reader, &site, around, form, StatusCode::OK))
}

async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    reader.actor.me()?;
    let around = Around::read(&site, &reader, &slug).await?;
    let lang = reader.lang;
    let back = reader.to(&format!("/events/{slug}"));
    if form.faults.is_empty() {
        let done = match (form.get("do"), &around.mine) {
            ("leave", Some(mine)) => registration::cancel(&site, &reader.actor, mine.id).await.map(|()| t(lang, "register-left")),
            ("name", Some(mine)) => {
                let named = form.has("named", "yes");
                let said = t(lang, if named { "register-now-named" } else { "register-now-unnamed" });
                registration::name(&site, &reader.actor, mine.id, named).await.map(|_| said)
            }
            ("change", Some(mine)) => {
                let (mode, run) = chosen(form.get("mode"));
                let change = Change { mode: Some(mode), run: Some(i64::from(run.number())) };
                let changed = registration::change(&site, &reader.actor, mine.id, change).await;
                changed.map(|place| words::standing(lang, &place))
            }
            _ => {
                let ((mode, run), named) = (chosen(form.get("mode")), form.has("named", "yes"));
                let needs = needs::written(lang, &form);
                let asked = NewRegistration { mode, run: Some(i64::from(run.number())), email: None, needs, named };
                registration::register(&site, &reader.actor, &slug, asked).await.map(|place| words::standing(lang, &place))
            }
        };
        match done {
            Ok(said) => return Ok(flash::lead(&site, &back, &said)),
            Err(error) => form.refused(error)?,
        }
    }
    for fault in form.faults.iter_mut().filter(|fault| fault.field == "mode" && fault.code == "required") {
        fault.code = "choose_mode".to_owned();
    }
    Ok(page(&reader, &site, around, form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn page(reader: &Reader, site: &Site, around: Around, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(t(lang, "register-title")).area(Area::Events).hidden();
    render(reader, meta, status, || {
        let main = match (&around.mine, around.window, &reader.actor.me) {
            (Some(place), _, _) => mine::view(&around, place, &form),
            (None, Window::Open, Some(me)) => form::view(reader, site, &around, me, &form),
            (None, Window::Open, None) => shut::sign_in(reader),
            (None, _, _) => shut::view(reader, &around),
        };
        let inner = Inner::new(reader, site, &around.event, Open::Register, around.round);
        let head = inner.head(t(lang, "register-title"), None);
        view! {
            {head}
            <div class="cols side">
                {main}
                {aside(&around)}
            </div>
        }
    })
}

fn aside(around: &Around) -> AnyView {
    let lang = crate::page::lang();
    if !matches!(around.window, Window::Open | Window::Closed) || around.seats.is_empty() {
        return ().into_any();
    }
    let live = format!("/events/{}/seats/live", around.event.slug);
    let seats = around.seats.iter().map(|(spot, count)| words::meter(*spot, count)).collect::<Vec<_>>();
    view! {
        <aside class="aside" aria-labelledby="seats-name">
            <h2 id="seats-name">{t(lang, "register-seats")}</h2>
            <Seats seats=seats live=live/>
            <p class="small quiet">{t(lang, "register-changeable")}</p>
            <p class="small quiet">{t(lang, "register-entry")}</p>
        </aside>
    }
    .into_any()
}

/// Whether a place is in line for something.
fn waits(place: &Place) -> bool {
    place.status == Status::Waitlisted || place.waiting.is_some()
}
