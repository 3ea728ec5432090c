//! Who is registered: for those who prepare an event.

mod table;

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::register::chosen;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Choice, Choices, Empty, ErrorSummary, Field, Pager, Said, Section, Title};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use backend::Site;
use backend::service::access::{self, Seen};
use backend::service::registration::{self, Change, Filter, Listed, MAX_NEEDS, NewRegistration};
use domain::host::Right;
use domain::registration::{SeatCount, Spot};
use domain::text::Lang;
use leptos::prelude::*;
use serde::Deserialize;

/// Rows of one page.
const MOST: u64 = 100;

/// `/organise/events/{event}/registrations`
pub fn router() -> Router<Site> {
    Router::new().route("/organise/events/{event}/registrations", get(show).post(send))
}

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
struct Part {
    #[serde(default)]
    after: i64,
}

/// Everything the page shows.
struct Shown {
    seen: Seen,
    seats: Vec<(Spot, SeatCount)>,
    rows: Vec<Listed>,
    /// The last id of this part, where more follow.
    next: Option<i64>,
    after: i64,
}

impl Shown {
    async fn read(site: &Site, reader: &Reader, slug: &str, after: i64) -> backend::Result<Self> {
        let db = site.db.read();
        let seen = access::event(db, &reader.actor, slug).await?;
        reader.actor.me()?;
        seen.require(Right::ViewRegistrations)?;
        let seats = registration::figures_of_all(db, &seen.event).await?;
        let mut rows = registration::list(site, &reader.actor, slug, Filter { status: None, after, limit: MOST + 1 }).await?;
        let more = rows.len() > usize::try_from(MOST).unwrap_or(usize::MAX);
        rows.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
        let next = rows.last().filter(|_| more).map(|row| row.place.id);
        Ok(Self { seen, seats, rows, next, after })
    }
}

async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(part): Query<Part>) -> Page {
    let shown = Shown::read(&site, &reader, &slug, part.after).await?;
    Ok(page(&reader, shown, Submitted::empty(), StatusCode::OK))
}

async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(part): Query<Part>, mut form: Submitted) -> Page {
    let shown = Shown::read(&site, &reader, &slug, part.after).await?;
    if form.faults.is_empty() {
        match act(&reader, &site, &slug, &mut form).await {
            Ok(said) => return Ok(flash::lead(&site, &reader.path, &said)),
            Err(error) => form.refused(error)?,
        }
    }
    for fault in form.faults.iter_mut().filter(|fault| fault.field == "mode" && fault.code == "required") {
        fault.code = "choose_mode".to_owned();
    }
    Ok(page(&reader, shown, form, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn act(reader: &Reader, site: &Site, slug: &str, form: &mut Submitted) -> backend::Result<String> {
    let lang = reader.lang;
    let id = || form.get("id").parse().map_err(|_| backend::Error::NotFound);
    match form.get("do") {
        "move" => {
            let (mode, run) = chosen(form.get("mode"));
            let change = Change { mode: Some(mode), run: Some(i64::from(run.number())) };
            let place = registration::change(site, &reader.actor, id()?, change).await?;
            Ok(match place.waiting {
                Some((_, position)) => t!(lang, "registrations-moved-later", position = position),
                None => t(lang, "registrations-moved"),
            })
        }
        "cancel" => registration::cancel(site, &reader.actor, id()?).await.map(|()| t(lang, "registrations-cancelled")),
        _ => {
            let email = form.get("email").trim().to_owned();
            if email.is_empty() {
                return Err(backend::Error::field("email", "required"));
            }
            let needs = form.given("needs").map(str::to_owned);
            let (mode, run) = chosen(form.get("mode"));
            let asked = NewRegistration { mode, run: Some(i64::from(run.number())), email: Some(email.clone()), needs, named: false };
            let place = registration::register(site, &reader.actor, slug, asked).await?;
            Ok(match place.position {
                Some(position) => t!(lang, "registrations-made-line", email = email, position = position),
                None => t!(lang, "registrations-made", email = email),
            })
        }
    }
}

fn page(reader: &Reader, shown: Shown, form: Submitted, status: StatusCode) -> axum::response::Response {
    let lang = reader.lang;
    let meta = Meta::new(t(lang, "registrations-title")).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let manages = shown.seen.may(Right::ManageRegistrations) && !shown.seen.event.status.0.is_final();
        let (list, note) = (list(reader, &shown, manages), figures(lang, &shown.seats));
        let add = manages.then(|| {
            let form = one_more(lang, &shown, &form);
            view! { <Section id="add" title=t(lang, "registrations-add") note=t(lang, "registrations-add-note")>{form}</Section> }
        });
        view! {
            {title(reader, &shown)}
            <Section id="list" title=t(lang, "registrations-who") note=note wide=true>{list}</Section>
            {add}
        }
    })
}

fn title(reader: &Reader, shown: &Shown) -> impl IntoView + use<> {
    let (lang, name) = (reader.lang, shown.seen.event.title.0.clone());
    let href = reader.to(&format!("/events/{}", shown.seen.event.slug));
    let of = move || view! { <p class="of"><a href=href.clone()><Said text=&name/></a></p> };
    view! { <Title inner=true of=of>{t(lang, "registrations-title")}</Title> }
}

/// "In the room: 20 of 20, 5 waiting. Online: 12."
pub fn figures(lang: Lang, seats: &[(Spot, SeatCount)]) -> String {
    let one = |(spot, count): &(Spot, SeatCount)| {
        let name = crate::ui::mode(lang, (*spot).into());
        match count.capacity {
            Some(of) => t!(lang, "registrations-figures", mode = name, n = count.confirmed, of = of, waiting = count.waitlisted),
            None => t!(lang, "registrations-figures-open", mode = name, n = count.confirmed),
        }
    };
    seats.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn list(reader: &Reader, shown: &Shown, manages: bool) -> AnyView {
    let lang = reader.lang;
    if shown.rows.is_empty() {
        return view! { <Empty say=t(lang, "registrations-none")><p>{t(lang, "registrations-none-next")}</p></Empty> }.into_any();
    }
    let here = reader.to(&format!("/organise/events/{}/registrations", shown.seen.event.slug));
    let first = (shown.after > 0).then(|| here.clone());
    let next = shown.next.map(|after| format!("{here}?after={after}"));
    let sees_needs = shown.seen.may(Right::SeeNeeds);
    let hidden = (!sees_needs).then(|| view! { <p class="small quiet">{t(lang, "registrations-needs-hidden")}</p> });
    let offered = shown.seats.iter().map(|(spot, _)| *spot).collect::<Vec<_>>();
    view! { {table::view(lang, &shown.rows, sees_needs, manages, &offered)} {hidden} <Pager first=first next=next/> }.into_any()
}

fn one_more(lang: Lang, shown: &Shown, form: &Submitted) -> AnyView {
    let choice = |(spot, _): &(Spot, SeatCount)| {
        let value: &str = (*spot).into();
        Choice::new(value, crate::ui::mode(lang, value))
    };
    let choices = shown.seats.iter().map(choice).collect::<Vec<_>>();
    view! {
        <form method="post" novalidate=true>
            <ErrorSummary form=form/>
            <Field form=form name="email" label=t(lang, "registrations-email") help=t(lang, "registrations-email-help") kind="email"/>
            <Choices form=form name="mode" label=t(lang, "registrations-mode") choices=choices tight=true/>
            <Field form=form name="needs" label=t(lang, "registrations-needs") kind="textarea" optional=true max=MAX_NEEDS rows=2/>
            <p class="actions"><button class="button main" type="submit" name="do" value="register">{t(lang, "registrations-send")}</button></p>
        </form>
    }
    .into_any()
}
