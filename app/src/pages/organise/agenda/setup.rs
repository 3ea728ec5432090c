//! The rooms of an event, and when those who speak can be there: what the warnings compare the sessions with.

use super::head;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{ErrorSummary, Field, Notice, Section, TextPair};
use crate::when::{Form, place};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::access::Seen;
use backend::service::agenda::{self, HOURS, Hours, NAME, ROOMS, RoomInput, SPEAKER};
use backend::{Error, Site};
use domain::agenda::Room;
use domain::fault::Refusal;
use domain::host::Right;
use domain::text::{Lang, Text};
use leptos::prelude::*;

/// Empty rows below those that are there.
const BLANK: usize = 2;
/// What a list was when the form was filled.
const SEEN: &str = "seen";

/// What the page needs beside what was typed.
struct Desk {
    seen: Seen,
    rooms: Vec<Room>,
    hours: Vec<Hours>,
}

impl Desk {
    async fn read(site: &Site, reader: &Reader, slug: &str) -> Result<Self, Failed> {
        let (seen, rooms, hours) = agenda::setup(site, &reader.actor, slug).await?;
        seen.require(Right::ManageAgenda)?;
        if seen.event.status.0.is_final() {
            return Err(Failed::Conflict("status".to_owned()));
        }
        Ok(Self { seen, rooms, hours })
    }

    fn rooms(&self) -> Submitted {
        let form = Submitted::empty().with(SEEN, agenda::mark_of(&self.rooms));
        self.rooms.iter().enumerate().fold(form, |form, (i, room)| {
            form.with_text(&format!("rooms.{i}.name"), Some(&room.name)).with(&format!("rooms.{i}.capacity"), room.capacity.to_string())
        })
    }

    fn hours(&self) -> Submitted {
        let form = Submitted::empty().with(SEEN, agenda::mark_of(&self.hours));
        self.hours.iter().enumerate().fold(form, |form, (i, hours)| {
            form.with(&format!("hours.{i}.speaker"), &hours.speaker)
                .with(&format!("hours.{i}.from_local"), &hours.from_local)
                .with(&format!("hours.{i}.until_local"), &hours.until_local)
        })
    }
}

/// `GET …/agenda/setup`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let desk = Desk::read(&site, &reader, &slug).await?;
    let (rooms, hours) = (desk.rooms(), desk.hours());
    Ok(page(&reader, &desk, &rooms, &hours, false, StatusCode::OK))
}

/// `POST` there replaces one of the two lists.
pub async fn save(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, form: Submitted) -> Page {
    let desk = Desk::read(&site, &reader, &slug).await?;
    let is_rooms = form.get("do") != "hours";
    let mut form = if is_rooms { closed_up(&form, "rooms", ROOMS) } else { closed_up(&form, "hours", HOURS) };
    let seen = form.get(SEEN).to_owned();
    let done = match is_rooms {
        true => match rooms(&mut form) {
            Some(sent) => agenda::set_rooms(&site, &reader.actor, &slug, sent, Some(&seen)).await,
            None => Err(Error::Invalid(Vec::new())),
        },
        false => agenda::set_hours(&site, &reader.actor, &slug, hours(&form), Some(&seen)).await,
    };
    let (overtaken, status) = match done {
        Ok(()) => {
            let back = reader.to(&format!("/organise/events/{slug}/agenda/setup"));
            return Ok(flash::lead(&site, &back, &t(reader.lang, "agenda-setup-saved")));
        }
        Err(Error::Conflict("changed_meanwhile")) => (true, StatusCode::CONFLICT),
        Err(error) => {
            form.refused(error)?;
            (false, StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    let form =
        if overtaken { form.set(SEEN, if is_rooms { agenda::mark_of(&desk.rooms) } else { agenda::mark_of(&desk.hours) }) } else { form };
    let (rooms, hours) = if is_rooms { (form, desk.hours()) } else { (desk.rooms(), form) };
    Ok(page(&reader, &desk, &rooms, &hours, overtaken, status))
}

/// The rows in which something was typed, numbered from 0 without gaps.
fn closed_up(form: &Submitted, list: &str, most: usize) -> Submitted {
    let mut kept = Submitted::empty().with(SEEN, form.get(SEEN));
    kept.faults.clone_from(&form.faults);
    let mut next = 0;
    for i in 0..most + BLANK {
        let prefix = format!("{list}.{i}.");
        let row: Vec<(&str, &str)> = form.typed().filter_map(|(name, value)| Some((name.strip_prefix(&prefix)?, value))).collect();
        if row.iter().all(|(_, value)| value.trim().is_empty()) {
            continue;
        }
        for (name, value) in row {
            kept = kept.with(&format!("{list}.{next}.{name}"), value);
        }
        next += 1;
    }
    kept
}

fn count(form: &Submitted, list: &str, field: &str) -> usize {
    let last = format!(".{field}");
    form.typed().filter(|(name, _)| name.starts_with(list) && name.ends_with(&last)).count()
}

fn rooms(form: &mut Submitted) -> Option<Vec<RoomInput>> {
    let number = |raw: &str| raw.trim().parse::<i64>().map_err(|_| Refusal::new("not_a_number"));
    let rows = count(form, "rooms.", "capacity");
    let one = |i: usize| {
        let part = |lang: &str| Some(form.get(&format!("rooms.{i}.name.{lang}")).to_owned());
        let name = Text { lv: part("lv"), en: part("en") };
        Some(RoomInput { name, capacity: form.parse(&format!("rooms.{i}.capacity"), number)? })
    };
    let rooms: Vec<RoomInput> = (0..rows).filter_map(one).collect();
    form.faults.is_empty().then_some(rooms)
}

fn hours(form: &Submitted) -> Vec<Hours> {
    let one = |i: usize| Hours {
        speaker: form.get(&format!("hours.{i}.speaker")).to_owned(),
        from_local: super::super::event_fields::local(form.get(&format!("hours.{i}.from_local"))),
        until_local: super::super::event_fields::local(form.get(&format!("hours.{i}.until_local"))),
    };
    (0..count(form, "hours.", "speaker")).map(one).collect()
}

fn page(reader: &Reader, desk: &Desk, rooms: &Submitted, hours: &Submitted, overtaken: bool, status: StatusCode) -> Response {
    let lang = reader.lang;
    let event = &desk.seen.event;
    let meta = Meta::new(t(lang, "agenda-setup")).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let back = reader.to(&format!("/organise/events/{}/agenda", event.slug));
        let overtaken = overtaken.then(|| {
            let words = view! { <p>{t(lang, "agenda-setup-overtaken-next")}</p> }.into_any();
            view! { <Notice title=t(lang, "agenda-setup-overtaken")>{words}</Notice> }
        });
        let clocks = t!(lang, "agenda-hours-note", place = place(lang, &event.zone, Form::Of));
        let room_rows = (0..count(rooms, "rooms.", "capacity") + BLANK).map(|i| room(lang, rooms, i)).collect::<Vec<_>>();
        let hour_rows = (0..count(hours, "hours.", "speaker") + BLANK).map(|i| hour(lang, hours, i)).collect::<Vec<_>>();
        let seen = |form: &Submitted| view! { <input type="hidden" name=SEEN value=form.get(SEEN).to_owned()/> };
        let rooms = view! {
            <form method="post" novalidate=true>
                <ErrorSummary form=rooms/>
                {seen(rooms)} {room_rows}
                <p class="actions"><button class="button main" type="submit" name="do" value="rooms">{t(lang, "agenda-rooms-save")}</button></p>
            </form>
        }
        .into_any();
        let hours = view! {
            <form method="post" novalidate=true>
                <ErrorSummary form=hours/>
                {seen(hours)} {hour_rows}
                <p class="actions">
                    <button class="button" type="submit" name="do" value="hours">{t(lang, "agenda-hours-save")}</button>
                    <a class="plain" href=back>{t(lang, "organise-back")}</a>
                </p>
            </form>
        }
        .into_any();
        view! {
            {head(reader, event, t(lang, "agenda-setup"))}
            {overtaken}
            <Section id="rooms" title=t(lang, "agenda-rooms") note=t(lang, "agenda-rooms-note")>{rooms}</Section>
            <Section id="hours" title=t(lang, "agenda-hours") note=clocks>{hours}</Section>
        }
    })
}

fn room(lang: Lang, form: &Submitted, i: usize) -> AnyView {
    let (name, capacity) = (format!("rooms.{i}.name"), format!("rooms.{i}.capacity"));
    let n = i + 1;
    view! {
        <TextPair form=form name=&name label=t!(lang, "agenda-room-n", n = n) optional=true max=NAME/>
        <Field form=form name=&capacity label=t!(lang, "agenda-room-holds", n = n) kind="number" narrow=true optional=true/>
    }
    .into_any()
}

fn hour(lang: Lang, form: &Submitted, i: usize) -> AnyView {
    let field = |name: &str| format!("hours.{i}.{name}");
    let (speaker, from, until) = (field("speaker"), field("from_local"), field("until_local"));
    view! {
        <div class="threefields" role="group" aria-label=t!(lang, "agenda-hours-who", n = i + 1)>
            <Field form=form name=&speaker label=t!(lang, "agenda-hours-who", n = i + 1) max=SPEAKER optional=true/>
            <Field form=form name=&from label=t(lang, "agenda-hours-from") kind="datetime-local"/>
            <Field form=form name=&until label=t(lang, "agenda-hours-until") kind="datetime-local"/>
        </div>
    }
    .into_any()
}
