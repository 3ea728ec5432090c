//! One day: an ordered list, which the style sheet lays out as a grid where there is room for one.

use super::picture::Picture;
use super::words::{chaired, held_in, place, signed};
use crate::text::{list, t};
use crate::ui::Said;
use crate::when::{Form, date, day_shift, place as city, time};
use backend::repo::runs;
use backend::service::agenda::Shown;
use domain::agenda::{Column, ColumnPlace, Grid, Material, Part, STEP_MINUTES, Session, Slot, Span, Warning, grid};
use domain::text::Lang;
use domain::time::Zone;
use jiff::civil::Date;
use leptos::prelude::*;

/// More beside each other could not be read.
const MOST_LANES: u32 = 8;
/// And a picture is at most this long.
const MOST_HOURS: u32 = 47;

/// A day at the venue; night sessions stay on the day they begin.
pub struct Day<'a> {
    date: Date,
    sessions: Vec<&'a Shown>,
    /// One of several.
    several: bool,
}

impl<'a> Day<'a> {
    /// All days that have a session the reader wants to see.
    pub fn all(picture: &Picture<'a>) -> Vec<Self> {
        let mut days: Vec<Self> = Vec::new();
        for shown in picture.agenda.sessions.iter().filter(|one| one.marked || !picture.wanted.only_mine()) {
            let date = picture.clocks.venue.local(shown.span.from).time.date();
            match days.last_mut().filter(|day| day.date == date) {
                Some(day) => day.sessions.push(shown),
                None => days.push(Self { date, sessions: vec![shown], several: false }),
            }
        }
        let several = days.len() > 1;
        days.iter_mut().for_each(|day| day.several = several);
        days
    }

    pub fn view(self, picture: &Picture<'_>) -> AnyView {
        let lang = picture.lang;
        let id = format!("day-{}", self.date);
        let name = crate::when::capital(&date(lang, self.date, Form::Is));
        let class = (!self.several).then_some("visually-hidden");
        let (main, extra): (Vec<&Shown>, Vec<&Shown>) = self.sessions.iter().copied().partition(|one| one.session.part == Part::Main);
        let ends = main.iter().map(|one| one.span.to).max();
        let apart = !extra.is_empty() && ends.is_none_or(|ends| extra.iter().all(|one| one.span.from >= ends));
        let key = self.sessions.first().map(|first| view! { <p class="timekey small quiet">{time_key(picture, first.span)}</p> });
        let blocks = match apart {
            true => {
                let heading = view! {
                    <div class="part"><h3>{t(lang, "agenda-supplementary")}</h3><p>{t(lang, "agenda-supplementary-note")}</p></div>
                };
                view! { {key} {block(picture, self.date, &main, false)} {heading} {block(picture, self.date, &extra, false)} }.into_any()
            }
            false => view! { {key} {block(picture, self.date, &self.sessions, true)} }.into_any(),
        };
        view! {
            <section class="daybox" aria-labelledby=id.clone()>
                <h2 class=class id=id.clone()>{name}</h2>
                {blocks}
            </section>
        }
        .into_any()
    }
}

/// Sessions with their picture; `labels`: those of the supplementary part are marked as that.
fn block(picture: &Picture<'_>, day: Date, sessions: &[&Shown], labels: bool) -> AnyView {
    let plain: Vec<Session> = sessions.iter().map(|one| one.session.clone()).collect();
    // The link is hidden from who may not join, but online is a place all the same.
    let placed = plain.into_iter().zip(sessions).map(|(session, one)| Session { online_url: one.online.then(String::new), ..session });
    let Some(grid) = grid(picture.clocks.venue, &placed.collect::<Vec<_>>()) else { return ().into_any() };
    let fits = grid.lanes() <= MOST_LANES && grid.step(grid.span.to) / steps_an_hour() < MOST_HOURS;
    let lanes = format!("of-{}{}", grid.lanes(), if picture.clocks.second.is_none() { " single" } else { "" });
    let of = |class: &str| if fits { format!("{class} drawn {lanes}") } else { class.to_owned() };
    let mut rows: Vec<AnyView> = Vec::new();
    let now = now_line(picture, &grid);
    let before = sessions.iter().take_while(|one| one.span.from <= picture.now).count();
    for (i, (shown, slot)) in sessions.iter().zip(&grid.slots).enumerate() {
        if i == before {
            rows.extend(now.as_ref().map(|make| make()));
        }
        rows.push(item(picture, day, shown, *slot, labels, slot.lanes == grid.lanes()));
    }
    if before == sessions.len() {
        rows.extend(now.as_ref().map(|make| make()));
    }
    view! {
        {fits.then(|| rooms(picture, &grid, of("rooms")))}
        <div class=of("timetable")>
            {fits.then(|| ticks(picture, &grid))}
            <ol class="tt">{rows}</ol>
        </div>
    }
    .into_any()
}

fn steps_an_hour() -> u32 {
    60 / STEP_MINUTES
}

/// The classes that say where something begins or ends: `at-h3 at-m6`, `to-h4 to-m0`.
pub fn mark(which: &str, step: u32) -> String {
    format!("{which}-h{} {which}-m{}", step / steps_an_hour(), step % steps_an_hour())
}

/// The zones of the times in the list, in words.
fn time_key(picture: &Picture<'_>, span: Span) -> String {
    let (lang, clocks) = (picture.lang, picture.clocks);
    let lead = city(lang, clocks.lead.name(), Form::Of);
    match clocks.second {
        Some(second) => t!(lang, "agenda-times-both", lead = lead, second = city(lang, second.name(), Form::Of)),
        None => t!(lang, "agenda-times", lead = lead, offset = crate::when::offset(clocks.lead.local(span.from).offset_seconds)),
    }
}

fn rooms(picture: &Picture<'_>, grid: &Grid, class: String) -> AnyView {
    let (lang, clocks) = (picture.lang, picture.clocks);
    let mut lane = 0;
    let one = |column: &Column| {
        let place = format!("lane-{lane} wide-{}", column.lanes);
        lane += column.lanes;
        let name = match &column.place {
            ColumnPlace::Room(room) => view! { <Said text=room/> }.into_any(),
            ColumnPlace::Elsewhere => ().into_any(),
            ColumnPlace::Online => t(lang, "agenda-online").into_any(),
        };
        view! { <b class=place>{name}</b> }
    };
    let columns = grid.columns.iter().map(one).collect::<Vec<_>>();
    let lead = city(lang, clocks.lead.name(), Form::Is);
    let second = clocks.second.map(|zone| view! { <span class="second">{city(lang, zone.name(), Form::Is)}</span> });
    view! { <div class=class aria-hidden="true"><span class="lead">{lead}</span> {columns} {second}</div> }.into_any()
}

fn ticks(picture: &Picture<'_>, grid: &Grid) -> AnyView {
    let clocks = picture.clocks;
    let last = grid.step(grid.span.to);
    let hours = (0..).map(|hour| hour * steps_an_hour()).take_while(|step| *step <= last);
    let shown = |zone: &Zone, step: u32| {
        let at = grid.span.from.saturating_add(jiff::Span::new().minutes(i64::from(step * STEP_MINUTES))).unwrap_or(grid.span.from);
        time(zone.local(at).time.time())
    };
    let one = |step: u32| {
        let at = mark("at", step);
        let second = clocks.second.map(|zone| view! { <span class=format!("tick o {at}")>{shown(zone, step)}</span> });
        view! { <span class=format!("tick v {at}")>{shown(clocks.lead, step)}</span> {second} <span class=format!("hour {at}")></span> }
    };
    view! { <div class="ticks" aria-hidden="true">{hours.map(one).collect::<Vec<_>>()}</div> }.into_any()
}

/// The line at the present moment, while the day is on.
fn now_line<'a>(picture: &Picture<'a>, grid: &Grid) -> Option<impl Fn() -> AnyView + use<'a>> {
    let (now, lang, zone) = (picture.now, picture.lang, picture.clocks.lead);
    let on = grid.span.from <= now && now < grid.span.to;
    let class = format!("now {}", mark("at", grid.step(now)));
    on.then_some(move || {
        let words = t!(lang, "agenda-now", time = time(zone.local(now).time.time()));
        view! { <li class=class.clone()><span>{words}</span></li> }.into_any()
    })
}

/// `across`: it spans all rooms, so that it says its own.
fn item(picture: &Picture<'_>, day: Date, shown: &Shown, slot: Slot, labels: bool, across: bool) -> AnyView {
    let (lang, session) = (picture.lang, &shown.session);
    let extra = session.part == Part::Supplementary;
    let warned = warnings(picture, shown);
    let states = [
        (shown.span.to <= picture.now, "past"),
        (shown.marked, "mine-too"),
        (extra, "extra"),
        (!session.is_attended(), "pause"),
        (across, "across"),
        (!warned.is_empty(), "flag"),
        (is_drafted(session), "drafted"),
    ];
    let states = states.into_iter().filter(|(is, _)| *is).map(|(_, class)| class).collect::<Vec<_>>().join(" ");
    let (at, to) = (mark("at", slot.step), mark("to", slot.step + slot.steps));
    let class = format!("session lane-{} wide-{} {at} {to} {states}", slot.lane, slot.lanes);
    let twice = runs::is_twice(&picture.agenda.seen.event);
    let labels = [
        is_drafted(session).then(|| t(lang, if session.topic.is_some() { "agenda-draft-new" } else { "agenda-draft-anew" })),
        (labels && extra).then(|| t(lang, "agenda-supplementary")),
        session.run.filter(|_| twice).map(|_| t(lang, "agenda-this-time-only")),
    ];
    let group = session.group.as_ref().map(|group| {
        view! { <p class="m group">{t!(lang, "agenda-of-group", group = group.pick(lang).to_owned())}</p> }
    });
    view! {
        <li class=class id=format!("session-{}", session.id)>
            {clock(picture, day, shown)}
            <div>
                <h3><Said text=&session.title/></h3>
                {group}
                {about(picture, shown, labels)}
                {beyond(lang, session)}
                {warned.into_iter().map(|words| view! { <p class="m warn">{words}</p> }).collect::<Vec<_>>()}
                {tail(picture, shown)}
            </div>
        </li>
    }
    .into_any()
}

/// Whether it is only proposed by a draft.
fn is_drafted(session: &Session) -> bool {
    session.id.0 < 0
}

/// The start on the leading clocks and below it on the other; another day is said.
fn clock(picture: &Picture<'_>, day: Date, shown: &Shown) -> AnyView {
    let (lang, clocks) = (picture.lang, picture.clocks);
    let at = |zone: &Zone| {
        let (from, to) = (zone.local(shown.span.from).time, zone.local(shown.span.to).time);
        let shift = day_shift(lang, day, from, to).filter(|_| zone.name() != clocks.venue.name());
        (time(from.time()), shift.map(|words| view! { " " <span class="shift">{words}</span> }))
    };
    let (first, shift) = at(clocks.lead);
    let second = clocks.second.map(|zone| {
        let (time, shift) = at(zone);
        view! { <small>{time} {shift}</small> }
    });
    view! { <p class="t"><time datetime=shown.span.from.to_string()>{first}</time> {shift} {second}</p> }.into_any()
}

fn about(picture: &Picture<'_>, shown: &Shown, labels: [Option<String>; 3]) -> AnyView {
    let lang = picture.lang;
    let topic = shown.topic.as_ref().map(|(number, _)| {
        let href = picture.reader.to(&format!("/events/{}/topics/{number}", picture.agenda.seen.event.slug));
        view! { <a href=href>{t!(lang, "agenda-topic", n = i64::from(*number))}</a> }.into_any()
    });
    let names = (!shown.speakers.is_empty()).then(|| list(lang, &shown.speakers).into_any());
    let labels = labels.into_iter().flatten().map(IntoAny::into_any);
    let led = chaired(lang, shown).map(IntoAny::into_any);
    let language = held_in(lang, &shown.session).map(IntoAny::into_any);
    let places = shown.session.capacity.and_then(|_| signed(lang, shown)).map(IntoAny::into_any);
    let rest: Vec<AnyView> = labels.chain(names).chain(led).chain(language).chain(places).chain(topic).collect();
    let stop = |more: bool| if more { ". " } else { "" };
    let place = place(lang, &shown.session, shown.online);
    let minutes = t!(lang, "topics-minutes", n = i64::from(shown.session.minutes.get()));
    let minutes = format!("{minutes}{}", stop(place.is_some() || !rest.is_empty()));
    let place = place.map(|place| view! { <span class="room">{place}{stop(!rest.is_empty())}</span> });
    let count = rest.len();
    let rest = rest.into_iter().enumerate().map(|(i, part)| view! { {part}{stop(i + 1 < count)} }).collect::<Vec<_>>();
    view! { <p class="m"><span class="length">{minutes}</span>{place}{rest}</p> }.into_any()
}

/// The rule it is under, and what there is to read.
fn beyond(lang: Lang, session: &Session) -> AnyView {
    let rule = session.chatham_house.then(|| view! { <p class="m">{t(lang, "agenda-chatham-rule")}</p> });
    let one = |material: &Material| {
        let (title, url) = (material.title.clone(), material.url.clone());
        view! { <li><a href=url rel="noopener noreferrer">{title}</a></li> }
    };
    let read = (!session.materials.is_empty()).then(|| {
        let rows = session.materials.iter().map(one).collect::<Vec<_>>();
        view! { <ul class="m read" aria-label=t(lang, "agenda-materials")>{rows}</ul> }
    });
    view! { {rule} {read} }.into_any()
}

/// The way in, and the reader's mark.
fn tail(picture: &Picture<'_>, shown: &Shown) -> AnyView {
    let lang = picture.lang;
    let join = shown.session.online_url.clone().map(|href| {
        view! { <a class="plain" href=href rel="noopener noreferrer">{t(lang, "event-join")}</a> }
    });
    let may = shown.session.is_attended() && picture.is_newest() && picture.reader.actor.me.is_some();
    let full = shown.is_full() && !shown.marked;
    let mark = (may && !full).then(|| mark_form(picture, shown));
    let full = full.then(|| view! { <p class="m">{t(lang, "agenda-full")}</p> });
    let clash = may.then(|| clash(picture, shown)).flatten().map(|words| view! { <p class="m">{words}</p> });
    if join.is_none() && mark.is_none() && full.is_none() {
        return ().into_any();
    }
    view! { {clash} {full} <div class="tail">{join} {mark}</div> }.into_any()
}

/// What the reader marked at the same time.
fn clash(picture: &Picture<'_>, shown: &Shown) -> Option<String> {
    let others = picture.agenda.sessions.iter().filter(|other| other.marked && other.session.id != shown.session.id);
    let titles: Vec<String> = others
        .filter(|other| other.span.common(shown.span).is_some())
        .map(|other| t!(picture.lang, "quoted", words = other.session.title.pick(picture.lang).to_owned()))
        .collect();
    (!titles.is_empty()).then(|| t!(picture.lang, "agenda-clash", titles = list(picture.lang, &titles)))
}

fn mark_form(picture: &Picture<'_>, shown: &Shown) -> AnyView {
    let lang = picture.lang;
    let (what, label) = match shown.marked {
        true => ("unmark", t(lang, "agenda-marked-by-you")),
        false if shown.session.capacity.is_some() => ("mark", t(lang, "agenda-take-place")),
        false => ("mark", t(lang, "agenda-mark")),
    };
    let title = shown.session.title.pick(lang).to_owned();
    let shape = r#"<path d="M1.5 1h9v13.6L6 10.8l-4.5 3.8z"/>"#;
    let action = picture.wanted.address(&picture.base(), |_| ());
    view! {
        <form method="post" action=action>
            <input type="hidden" name="session" value=shown.session.id.to_string()/>
            <button class=if shown.marked { "my on" } else { "my" } type="submit" name="do" value=what>
                <svg viewBox="0 0 12 16" aria-hidden="true" inner_html=shape></svg>
                <span>{label}<span class="visually-hidden">": "{title}</span></span>
            </button>
        </form>
    }
    .into_any()
}

/// In the working version: what is likely wrong with this session.
fn warnings(picture: &Picture<'_>, shown: &Shown) -> Vec<String> {
    let Some(working) = picture.agenda.working.as_ref().filter(|_| picture.agenda.release.is_none()) else { return Vec::new() };
    let about = working.warnings.iter().filter(|warning| warning.sessions().contains(&shown.session.id));
    let said = |warning: &Warning| match warning {
        // Beside the session it need not name itself and all others.
        Warning::LateForOnline { people, .. } => t!(picture.lang, "agenda-warning-late-here", n = people.values().sum::<i64>()),
        warning => super::warning(picture.lang, picture.clocks.venue, working, warning),
    };
    about.map(said).collect()
}
