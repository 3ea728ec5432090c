//! What needs an organiser, each with the step that settles it.

use super::words;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Section};
use backend::Site;
use backend::entity::event;
use backend::service::organise::Need;
use domain::event::Status;
use leptos::prelude::*;

struct Line {
    heading: String,
    why: String,
    href: String,
    label: String,
}

/// The list, or that there is nothing.
pub fn section(site: &Site, reader: &Reader, needs: &[&Need]) -> AnyView {
    let lang = reader.lang;
    let body = if needs.is_empty() {
        view! { <Empty say=t(lang, "organise-nothing")/> }.into_any()
    } else {
        let rows = needs.iter().enumerate().map(|(i, need)| row(line(site, reader, need), i == 0)).collect::<Vec<_>>();
        view! { <ul class="todo">{rows}</ul> }.into_any()
    };
    view! { <Section id="needs" title=t(lang, "organise-needs")>{body}</Section> }.into_any()
}

fn row(line: Line, first: bool) -> AnyView {
    let class = if first { "button main" } else { "button" };
    view! {
        <li>
            <div><h3>{line.heading}</h3><p class="quiet">{line.why}</p></div>
            <a class=class href=line.href>{line.label}</a>
        </li>
    }
    .into_any()
}

fn line(site: &Site, reader: &Reader, need: &Need) -> Line {
    let lang = reader.lang;
    match need {
        Need::Announce { series, date, by, days } => {
            let what = format!("{}, {}", series.title.0.pick(lang), words::day(lang, date.date));
            let (heading, n) = (t!(lang, "organise-need-announce", what = what), days.abs());
            let by = words::day(lang, *by);
            let why = if *days < 0 {
                t!(lang, "organise-need-announce-missed", day = by, n = n)
            } else {
                t!(lang, "organise-need-announce-near", day = by, n = n)
            };
            let href = match &date.edition {
                Some(event) => format!("/organise/events/{}/status/announced", event.slug),
                None => format!("/organise/series/{}/editions?date={}", series.slug, date.date),
            };
            Line { heading, why, href: reader.to(&href), label: words::step(lang, Status::Announced) }
        }
        Need::Confirm { event, days } => {
            let heading = t!(lang, "organise-need-confirm", what = named(site, reader, event));
            let why = t!(lang, "organise-need-confirm-why", n = *days);
            step(reader, event, Status::Confirmed, heading, why)
        }
        Need::SayHeld { event } => {
            let heading = t!(lang, "organise-need-held", what = named(site, reader, event));
            step(reader, event, Status::Held, heading, t(lang, "organise-need-held-why"))
        }
        Need::Undelivered { event, count } => Line {
            heading: t!(lang, "organise-need-undelivered", n = *count),
            why: named(site, reader, event),
            href: reader.to(&format!("/organise/events/{}", event.slug)),
            label: t(lang, "organise-need-undelivered-step"),
        },
    }
}

fn step(reader: &Reader, event: &event::Model, to: Status, heading: String, why: String) -> Line {
    let name: &'static str = to.into();
    let href = reader.to(&format!("/organise/events/{}/status/{name}", event.slug));
    Line { heading, why, href, label: words::step(reader.lang, to) }
}

fn named(site: &Site, reader: &Reader, event: &event::Model) -> String {
    let (starts, _) = backend::service::events::bounds(event);
    let day = site.zones.get(&event.zone).map(|zone| words::day(reader.lang, zone.local(starts).time.date()));
    format!("{}, {}", event.title.0.pick(reader.lang), day.unwrap_or_default())
}
