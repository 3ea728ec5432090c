//! "Your place": registering for an event, changing between the room and online, giving the place up.

mod form;
mod mine;
mod needs;
mod shut;
mod words;

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Said, Seats, Title};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::Site;
use backend::service::access;
use backend::service::registration::{self, NewRegistration, Place};
use domain::event::{Mode, Window};
use domain::registration::{SeatCount, Status};
use domain::time::Zone;
use leptos::prelude::*;

/// `/events/{event}/register`
pub fn router() -> Router<Site> {
    Router::new().route("/events/{event}/register", get(show).post(send))
}

/// Everything the page shows.
pub struct Around {
    event: backend::entity::event::Model,
    seats: Vec<(Mode, SeatCount)>,
    mine: Option<Place>,
    window: Window,
    /// Who has a place may still change it.
    changeable: bool,
    zone: Zone,
    own: Option<Zone>,
}

impl Around {
    async fn read(site: &Site, reader: &Reader, slug: &str) -> backend::Result<Self> {
        let db = site.db.read();
        let event = access::event(db, &reader.actor, slug).await?.event;
        let zone = site.zones.get(&event.zone).map_err(backend::Error::internal)?.clone();
        Ok(Self {
            seats: registration::figures(db, &event).await?,
            mine: registration::mine(db, &reader.actor, event.id).await?,
            window: registration::window(&event, site.now()),
            changeable: registration::is_changeable(&event, site.now()),
            own: reader.zone.as_deref().filter(|own| *own != zone.name()).and_then(|own| site.zones.get(own).ok()).cloned(),
            zone,
            event,
        })
    }

    fn seat(&self, mode: Mode) -> Option<&SeatCount> {
        self.seats.iter().find(|(offered, _)| *offered == mode).map(|(_, count)| count)
    }

    fn is_full(&self, mode: Mode) -> bool {
        self.seat(mode).is_some_and(|count| count.capacity.is_some_and(|capacity| count.confirmed >= capacity))
    }
}

async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let around = Around::read(&site, &reader, &slug).await?;
    let form = match around.seats.as_slice() {
        // Nothing to choose from.
        [(only, _)] => Submitted::empty().with("mode", <&str>::from(*only)),
        _ => Submitted::empty(),
    };
    Ok(page(&reader, around, form, StatusCode::OK))
}

async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    reader.actor.me()?;
    let around = Around::read(&site, &reader, &slug).await?;
    let lang = reader.lang;
    let back = reader.to(&format!("/events/{slug}"));
    if form.faults.is_empty() {
        let done = match (form.get("do"), &around.mine) {
            ("leave", Some(mine)) => registration::cancel(&site, &reader.actor, mine.id).await.map(|()| t(lang, "register-left")),
            ("change", Some(mine)) => {
                let changed = registration::change_mode(&site, &reader.actor, mine.id, form.get("mode")).await;
                changed.map(|place| words::standing(lang, &place))
            }
            _ => {
                let asked = NewRegistration { mode: form.get("mode").to_owned(), email: None, needs: needs::written(lang, &form) };
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
    Ok(page(&reader, around, form, StatusCode::UNPROCESSABLE_ENTITY))
}

fn page(reader: &Reader, around: Around, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let meta = Meta::new(t(lang, "register-title")).area(Area::Events).hidden();
    render(reader, meta, status, || {
        let main = match (&around.mine, around.window, &reader.actor.me) {
            (Some(place), _, _) => mine::view(&around, place, &form),
            (None, Window::Open, Some(me)) => form::view(reader, &around, me, &form),
            (None, Window::Open, None) => shut::sign_in(reader),
            (None, _, _) => shut::view(reader, &around),
        };
        view! {
            {title(reader, &around)}
            <div class="cols side">
                {main}
                {aside(&around)}
            </div>
        }
    })
}

fn title(reader: &Reader, around: &Around) -> impl IntoView + use<> {
    let (lang, href) = (reader.lang, reader.to(&format!("/events/{}", around.event.slug)));
    let (name, when) = (around.event.title.0.clone(), words::when(lang, around));
    let of = move || view! { <p class="of"><a href=href.clone()><Said text=&name/></a> " " <span>{when.clone()}</span></p> };
    view! { <Title inner=true of=of>{t(lang, "register-title")}</Title> }
}

fn aside(around: &Around) -> AnyView {
    let lang = crate::page::lang();
    if !matches!(around.window, Window::Open | Window::Closed) || around.seats.is_empty() {
        return ().into_any();
    }
    let live = format!("/events/{}/seats/live", around.event.slug);
    let seats = around.seats.iter().map(|(mode, count)| words::meter(*mode, count)).collect::<Vec<_>>();
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
