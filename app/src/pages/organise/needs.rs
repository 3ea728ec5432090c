//! What needs an organiser, each with the step that settles it.

use super::words;
use crate::reader::Reader;
use crate::text::{list, t};
use crate::ui::{Empty, Section};
use crate::when::{Form, moment};
use backend::Site;
use backend::clock::instant;
use backend::entity::{event, host, series};
use backend::repo::organise::Poll;
use backend::service::organise::Need;
use backend::service::series::SeriesDate;
use domain::event::{Mode, Status};
use domain::text::Lang;
use jiff::civil::Date;
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
        view! { <Empty say=t(lang, "organise-nothing")><p>{t(lang, "organise-nothing-why")}</p></Empty> }.into_any()
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
        Need::Announce { series, date, by, days } => to_announce(reader, series, date, *by, *days),
        Need::Confirm { event, days } => {
            let heading = t!(lang, "organise-need-confirm", what = named(site, reader, event));
            let why = t!(lang, "organise-need-confirm-why", n = *days);
            step(reader, event, Status::Confirmed, heading, why)
        }
        Need::SayHeld { event } => {
            let heading = t!(lang, "organise-need-held", what = named(site, reader, event));
            step(reader, event, Status::Held, heading, t(lang, "organise-need-held-why"))
        }
        Need::Undelivered { event, count } => {
            let heading = t!(lang, "organise-need-undelivered", n = *count);
            to(
                reader,
                event,
                "/invitations?only=undelivered",
                heading,
                named(site, reader, event),
                t(lang, "organise-need-undelivered-step"),
            )
        }
        Need::Waiting { event, mode, count, free } => waiting(site, reader, event, *mode, *count, *free),
        Need::Reported { event, count } => {
            let heading = t!(lang, "organise-need-reported", n = *count);
            to(reader, event, "/moderation", heading, named(site, reader, event), t(lang, "moderation-decide"))
        }
        Need::Passed { event, count } => {
            let heading = t!(lang, "organise-need-passed", n = *count);
            to(reader, event, "/passes", heading, named(site, reader, event), t(lang, "organise-need-passed-step"))
        }
        Need::Unanswered { event, number, days } => Line {
            heading: t!(lang, "organise-need-unanswered", what = named(site, reader, event)),
            why: t!(lang, "organise-need-unanswered-why", number = i64::from(*number), n = *days),
            href: reader.to(&format!("/events/{}/topics/{number}", event.slug)),
            label: t(lang, "organise-need-unanswered-step"),
        },
        Need::Owed { event, count } => {
            let heading = t!(lang, "organise-need-owed", what = named(site, reader, event), n = *count);
            to(reader, event, "/outcomes", heading, t(lang, "organise-need-owed-why"), t(lang, "organise-need-owed-step"))
        }
        Need::Undecided { poll, answered } => Line {
            heading: t!(lang, "organise-need-undecided", poll = poll.title.0.pick(lang).to_owned()),
            why: t!(lang, "organise-need-undecided-why", n = *answered),
            href: reader.to(&format!("/organise/polls/{}", poll.token)),
            label: t(lang, "organise-need-undecided-step"),
        },
        Need::Unbriefed { host, last } => unbriefed(site, reader, host, *last),
        Need::QuietBelow { hosts } => quiet_below(lang, hosts),
        Need::Closing { event, poll } => closing(site, reader, event, poll),
        Need::Unapplied { event, poll } => {
            let heading = t!(lang, "organise-need-unapplied", vote = poll.title.0.pick(lang).to_owned());
            vote(site, reader, event, poll, heading, t(lang, "organise-need-unapplied-why"), t(lang, "organise-need-unapplied-step"))
        }
        Need::Unreleased { event, changes } => {
            let n = i64::try_from(*changes).unwrap_or(i64::MAX);
            let heading = t!(lang, "organise-need-unreleased", what = named(site, reader, event));
            to(reader, event, "/agenda", heading, t!(lang, "organise-need-unreleased-why", n = n), t(lang, "organise-need-agenda-step"))
        }
        Need::NoAgenda { event, days } => {
            let heading = t!(lang, "organise-need-no-agenda", what = named(site, reader, event));
            to(reader, event, "/agenda", heading, t!(lang, "organise-need-confirm-why", n = *days), t(lang, "organise-need-agenda-step"))
        }
    }
}

fn closing(site: &Site, reader: &Reader, event: &event::Model, poll: &Poll) -> Line {
    let lang = reader.lang;
    let closes = site.zones.get(&event.zone).map(|zone| moment(lang, instant(poll.closes_at), zone, Form::In)).unwrap_or_default();
    let heading = t!(lang, "organise-need-closing", vote = poll.title.0.pick(lang).to_owned());
    vote(site, reader, event, poll, heading, t!(lang, "organise-need-closing-why", when = closes), t(lang, "organise-need-closing-step"))
}

fn to_announce(reader: &Reader, series: &series::Model, date: &SeriesDate, by: Date, days: i64) -> Line {
    let lang = reader.lang;
    let what = format!("{}, {}", series.title.0.pick(lang), words::day(lang, date.date));
    let by = words::day(lang, by);
    let why = if days < 0 {
        t!(lang, "organise-need-announce-missed", day = by, n = -days)
    } else {
        t!(lang, "organise-need-announce-near", day = by, n = days)
    };
    let href = match &date.edition {
        Some(event) => format!("/organise/events/{}/status/announced", event.slug),
        None => format!("/organise/series/{}/editions?date={}", series.slug, date.date),
    };
    let heading = t!(lang, "organise-need-announce", what = what);
    Line { heading, why, href: reader.to(&href), label: words::step(lang, Status::Announced) }
}

fn quiet_below(lang: Lang, hosts: &[host::Model]) -> Line {
    let names: Vec<String> = hosts.iter().map(|host| host.name.0.pick(lang).to_owned()).collect();
    let heading = t!(lang, "organise-need-quiet", n = i64::try_from(names.len()).unwrap_or(i64::MAX), hosts = list(lang, &names));
    let (why, label) = (t(lang, "organise-need-quiet-why"), t(lang, "organise-need-quiet-step"));
    Line { heading, why, href: "#briefings".to_owned(), label }
}

/// Leads to one of the event's pages for organisers.
fn to(reader: &Reader, event: &event::Model, page: &str, heading: String, why: String, label: String) -> Line {
    Line { heading, why, href: reader.to(&format!("/organise/events/{}{page}", event.slug)), label }
}

fn vote(site: &Site, reader: &Reader, event: &event::Model, poll: &Poll, heading: String, why: String, label: String) -> Line {
    let why = format!("{} {why}", t!(reader.lang, "organise-need-of", what = named(site, reader, event)));
    Line { heading, why, href: reader.to(&format!("/events/{}/rounds/{}", event.slug, poll.number)), label }
}

fn waiting(site: &Site, reader: &Reader, event: &event::Model, mode: Mode, count: i64, free: Option<i64>) -> Line {
    let lang = reader.lang;
    let heading = t!(lang, "organise-need-waiting", what = named(site, reader, event));
    let who = match mode {
        Mode::InPerson => t!(lang, "organise-need-waiting-room", n = count),
        Mode::Online => t!(lang, "organise-need-waiting-online", n = count),
    };
    let elsewhere = match (mode, free) {
        (Mode::InPerson, None) => t(lang, "organise-need-waiting-online-open"),
        (Mode::Online, None) => t(lang, "organise-need-waiting-room-open"),
        (Mode::InPerson, Some(free)) => t!(lang, "organise-need-waiting-online-free", n = free),
        (Mode::Online, Some(free)) => t!(lang, "organise-need-waiting-room-free", n = free),
    };
    to(reader, event, "/registrations", heading, format!("{who} {elsewhere}"), t(lang, "organise-need-waiting-step"))
}

fn unbriefed(site: &Site, reader: &Reader, host: &host::Model, last: Option<i64>) -> Line {
    let lang = reader.lang;
    let day = last.zip(site.zones.get(&host.zone).ok()).map(|(at, zone)| words::day(lang, zone.local(instant(at)).time.date()));
    Line {
        heading: t!(lang, "organise-need-unbriefed", host = host.name.0.pick(lang).to_owned()),
        why: day.map_or_else(|| t(lang, "organise-need-unbriefed-never"), |day| t!(lang, "organise-need-unbriefed-why", day = day)),
        href: reader.to(&format!("/organise/hosts/{}/events/new", host.slug)),
        label: t(lang, "organise-new-event"),
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
