//! The board: days below each other, rooms beside each other, time downwards. Where scripts run, sessions are moved on it by pointer and
//! keys (`modules/board.js`); otherwise each is the way to its form.

use super::bench::Bench;
use crate::pages::agenda::{hours, step_mark};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Said;
use crate::when::{Form, capital, date, place as city};
use backend::service::agenda::Shown;
use domain::agenda::{BoardColumn, BoardDay, Part, STEP_MINUTES, Slot, Warning};
use domain::text::{Lang, Text};
use domain::time::LocalTime;
use leptos::prelude::*;

/// More beside each other could not be read.
const MOST_LANES: u32 = 16;
/// And a day is at most this long.
const MOST_HOURS: u32 = 47;
const STEPS_AN_HOUR: u32 = 60 / STEP_MINUTES;

/// Nothing where it could not be read.
pub fn board(reader: &Reader, bench: &Bench, base: &str) -> Option<AnyView> {
    let lang = reader.lang;
    let event = &bench.agenda.seen.event;
    let starts = LocalTime::parse(&event.starts_local).ok()?;
    let sessions: Vec<_> = bench.working.sessions.iter().map(|shown| shown.session.clone()).collect();
    let rooms: Vec<Text> = bench.rooms.iter().map(|room| room.name.clone()).collect();
    let days = domain::agenda::board(&sessions, &rooms, starts, event.duration_minutes.into());
    let fits = |day: &BoardDay| day.lanes() <= MOST_LANES && day.to_hour <= MOST_HOURS;
    if (sessions.is_empty() && !bench.changes) || !days.iter().all(fits) {
        return None;
    }
    let several = days.len() > 1;
    let days = days.iter().map(|day| self::day(reader, bench, day, base, several)).collect::<Vec<_>>();
    let clocks = t!(lang, "agenda-hours-of", place = city(lang, &event.zone, Form::Of));
    let help = bench.changes.then(|| {
        view! {
            <details class="lively">
                <summary>{t(lang, "agenda-board-how")}</summary>
                <p id="board-help" class="small quiet">{t(lang, "agenda-board-help")}</p>
            </details>
        }
    });
    Some(
        view! { <p class="small quiet">{clocks}</p> {help} {back_and_again(lang, bench, base)} <div class="board">{days}</div> }.into_any(),
    )
}

/// Taking back what one did last, and doing it again.
fn back_and_again(lang: Lang, bench: &Bench, base: &str) -> Option<AnyView> {
    let one = |what: &'static str, label: String, title: &Option<Text>| {
        let of = title.as_ref().map(|title| title.pick(lang).to_owned());
        let named = of.map(|of| view! { <span class="of">{of}</span> });
        view! {
            <form method="post" action=format!("{base}/board")>
                <button class="plain" type="submit" id=format!("board-{what}") name="do" value=what disabled=title.is_none()>{label}</button>
                " " {named}
            </form>
        }
    };
    bench.changes.then(|| {
        let undo = one("undo", t(lang, "agenda-undo"), &bench.ways.undo);
        let redo = one("redo", t(lang, "agenda-redo"), &bench.ways.redo);
        view! { <div class="backandagain">{undo} {redo}</div> }.into_any()
    })
}

fn day(reader: &Reader, bench: &Bench, day: &BoardDay, base: &str, several: bool) -> AnyView {
    let lang = reader.lang;
    let name = capital(&date(lang, day.date, Form::Is));
    let id = format!("board-{}", day.date);
    let class = (!several).then_some("visually-hidden");
    let blocks = day.slots.iter().filter_map(|slot| {
        let shown = bench.working.sessions.iter().find(|shown| shown.session.id == slot.session)?;
        Some(block(lang, bench, shown, *slot, base))
    });
    let blocks = blocks.collect::<Vec<_>>();
    let application = bench.changes.then_some("application");
    view! {
        <h3 class=class id=id.clone()>{name}</h3>
        <div class="scroll">
            <div
                class=format!("boardday of-{}", day.lanes())
                role=application
                aria-labelledby=id
                aria-describedby=bench.changes.then_some("board-help")
                data-date=day.date.to_string()
                data-from=day.from_hour.to_string()
                data-to=day.to_hour.to_string()
            >
                <div class="heads">{day.columns.iter().map(|column| head(lang, column)).collect::<Vec<_>>()}</div>
                <div class="ticks" aria-hidden="true">{(day.from_hour..=day.to_hour).map(|hour| tick(day, hour)).collect::<Vec<_>>()}</div>
                <ol class="blocks">{blocks}</ol>
            </div>
        </div>
    }
    .into_any()
}

fn head(lang: Lang, column: &BoardColumn) -> AnyView {
    let class = format!("lane-{} wide-{}", column.lane, column.lanes);
    let name = match &column.room {
        Some(room) => view! { <Said text=room/> }.into_any(),
        None => t(lang, "agenda-no-room").into_any(),
    };
    let part = |part: Option<&Text>, pick: fn(&Text) -> &Option<String>| part.and_then(|room| pick(room).clone()).unwrap_or_default();
    let (lv, en) = (part(column.room.as_ref(), |room| &room.lv), part(column.room.as_ref(), |room| &room.en));
    view! { <b class=class data-lv=lv data-en=en>{name}</b> }.into_any()
}

fn tick(day: &BoardDay, hour: u32) -> AnyView {
    let at = step_mark("at", (hour - day.from_hour) * STEPS_AN_HOUR);
    let clock = format!("{:02}:00", hour % 24);
    view! { <span class=format!("tick {at}")>{clock}</span> <span class=format!("hour {at}")></span> }.into_any()
}

fn block(lang: Lang, bench: &Bench, shown: &Shown, slot: Slot, base: &str) -> AnyView {
    let session = &shown.session;
    // A night somewhere concerns whole agendas: it is said below, not on every block.
    let is_own = |found: &&Warning| !matches!(found, Warning::LateForOnline { .. });
    let flagged = bench.working.warnings.iter().filter(is_own).any(|found| found.sessions().contains(&session.id));
    let states = [(session.part == Part::Supplementary, "extra"), (!session.is_attended(), "pause"), (flagged, "flag")];
    let states = states.into_iter().filter(|(is, _)| *is).map(|(_, class)| class).collect::<Vec<_>>().join(" ");
    let (at, to) = (step_mark("at", slot.step), step_mark("to", slot.step + slot.steps));
    let class = format!("block lane-{} wide-{} {at} {to} {states}", slot.lane, slot.lanes);
    let when = view! { <span class="when">{hours(&bench.zone, shown.span)}</span> };
    let warned = flagged.then(|| view! { <span class="visually-hidden">{t(lang, "agenda-flagged")}</span> });
    let title = view! { <b><Said text=&session.title/></b> }.into_any();
    let name = match bench.changes {
        true => view! {
            <a id=format!("block-{}", session.id) href=format!("{base}/{}", session.id)>{title} " " {when} {warned}</a>
            <span class="grip" aria-hidden="true"></span>
            <span class="edge" aria-hidden="true"></span>
        }
        .into_any(),
        false => view! { {title} " " {when} {warned} }.into_any(),
    };
    view! {
        <li
            class=class
            id=format!("session-{}", session.id)
            data-session=session.id.to_string()
            data-version=shown.version.filter(|_| bench.changes).map(|version| version.to_string())
            data-starts=session.starts_local.to_string()
            data-minutes=session.minutes.get().to_string()
        >
            {name}
        </li>
    }
    .into_any()
}
