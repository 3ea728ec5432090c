//! `GET …/events/{event}/agenda`: the newest release. `POST` there marks a session or takes the mark back.

use super::day::Day;
use super::picture::{Clocks, Picture, Wanted};
use super::releases::{NAMED, releases};
use super::top;
use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::reader::Reader;
use crate::text::t;
use crate::when::{Form, capital, date};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use backend::clock::instant;
use backend::service::agenda::{self, Which};
use backend::service::{rounds, topics};
use backend::{Error, Site};
use leptos::prelude::*;

pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Page {
    let agenda = agenda::read(&site, &reader.actor, &slug, wanted.which()?, wanted.at()).await?;
    let event = &agenda.seen.event;
    let round = rounds::newest(&site, event.id).await?;
    let inner = Inner::new(&reader, &site, event, Open::Agenda, round);
    let nothing = agenda.release.is_none() && !(wanted.which()? == Which::Working);
    let chosen = match nothing {
        true => topics::list(site.db.read(), &site, &reader.actor, event.id).await?,
        false => Vec::new(),
    };
    let (lines, _) = match nothing {
        true => Default::default(),
        false => agenda::releases(&site, &reader.actor, &slug, None, NAMED).await?,
    };
    let lang = reader.lang;
    let day = date(lang, agenda.zone.local(instant(event.starts_at)).time.date(), Form::Is);
    let meta = Meta::new(t!(lang, "agenda-title", event = inner.event.clone())).area(Area::Events);
    let meta = meta.description(format!("{}. {}", capital(&day), inner.event));
    let meta = if wanted.release.is_some() || wanted.against.is_some() || nothing { meta.hidden() } else { meta };
    Ok(render(&reader, meta, StatusCode::OK, || {
        let clocks = Clocks::new(&site, &reader, &agenda, &wanted);
        let body = match nothing {
            true => top::empty(&reader, &site, &agenda, &chosen),
            false => {
                let picture = Picture { lang, now: site.now(), clocks, agenda: &agenda, wanted: &wanted, reader: &reader };
                let days = Day::all(&picture).into_iter().map(|day| day.view(&picture)).collect::<Vec<_>>();
                view! { {top::top(&picture)} {days} {releases(&picture, &lines)} }.into_any()
            }
        };
        view! { {inner.head(t(lang, "agenda-heading"), None)} {body} }
    }))
}

pub async fn send(
    reader: Reader,
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(wanted): Query<Wanted>,
    form: Submitted,
) -> Page {
    let id = form.get("session").parse().map_err(|_| Error::NotFound)?;
    let said = match form.get("do") {
        "unmark" => agenda::unmark(&site, &reader.actor, id).await.map(|()| t(reader.lang, "agenda-unmarked"))?,
        _ => agenda::mark(&site, &reader.actor, id).await.map(|()| t(reader.lang, "agenda-marked"))?,
    };
    let back = wanted.address(&reader.to(&format!("/events/{slug}/agenda")), |_| ());
    Ok(flash::lead(&site, &format!("{back}#session-{id}"), &said))
}
