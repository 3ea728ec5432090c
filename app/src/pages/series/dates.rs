//! The next dates of a series: in large print for everybody, with their deadlines for who must keep them.

use super::years;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Said, Section, Status};
use crate::when::{Form, day_month, days_away, days_between, large_date, short_date};
use backend::repo::series_page::{SeriesDate, SeriesPage};
use backend::words::cities::city;
use domain::event::Status as Firm;
use domain::recurrence::Deadline;
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use jiff::civil::Date;
use leptos::prelude::*;

/// Dates in large print.
const LARGE: usize = 5;
/// Farther deadlines are dates only.
const COUNTED_DAYS: i64 = 400;

pub fn section(page: &SeriesPage, zone: &Zone, now: Timestamp, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let today = zone.local(now).time.date();
    let matter = if page.dates.is_empty() {
        view! { <Empty say=t(lang, "series-none")><p>{t(lang, "series-none-why")}</p></Empty> }.into_any()
    } else {
        let rows = page.dates.iter().take(LARGE).map(|date| row(page, date, zone, today, reader)).collect::<Vec<_>>();
        view! { <ol class="coming dates">{rows}</ol> {years::table(lang, page, zone, today.year())} }.into_any()
    };
    view! { <Section id="dates" title=t(lang, "series-dates") note=t(lang, "series-dates-note")>{matter}</Section> }.into_any()
}

fn row(page: &SeriesPage, date: &SeriesDate, zone: &Zone, today: Date, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let (day, rest) = large_date(lang, date.date);
    let status: &'static str = date.status.into();
    let class = (date.status == Firm::Cancelled).then_some("off");
    let moved = date.moved_from.map(
        |from| view! { <p class="small"><span class="shift">{t!(lang, "series-moved", day = day_month(lang, from, Form::Of))}</span></p> },
    );
    let place = date.venue.clone().map(|name| view! { <p class="quiet">{city(lang, &name)}</p> });
    let keep = page.may_manage.then(|| keep(page, date, zone, today, reader));
    view! {
        <li class=class>
            <p class="date"><time datetime=date.date.to_string()><b>{day}</b> " " {rest}</time></p>
            <div class="what"><h3>{name(page, date, reader)}</h3> {place} {moved} {keep}</div>
            <p><Status status=status quiet=true/></p>
        </li>
    }
    .into_any()
}

fn name(page: &SeriesPage, date: &SeriesDate, reader: &Reader) -> AnyView {
    match &date.edition {
        Some(edition) => {
            let href = reader.to(&format!("/events/{}", edition.slug));
            view! { <a href=href><Said text=&edition.title/></a> }.into_any()
        }
        None => view! { <span class="quiet"><Said text=&page.series.title.0/></span> }.into_any(),
    }
}

/// For who must announce it: by when, how that stands, and the way to the edition.
fn keep(page: &SeriesPage, date: &SeriesDate, zone: &Zone, today: Date, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let announced = announced(date, zone);
    let by = &date.announce_by;
    let lines = [(by.ideal, t(lang, "series-announce-ideal")), (by.minimum, t(lang, "series-announce-minimum"))];
    let lines = lines.map(|(due, label)| deadline(lang, label, due, Deadline::of(due, announced, today), today));
    let make = date.by_rule.filter(|_| date.edition.is_none()).map(|day| {
        let href = reader.to(&format!("/organise/series/{}/editions?date={day}", page.series.slug));
        view! { <p class="actions"><a class="button" href=href>{t(lang, "series-make")}</a></p> }
    });
    let lines = (date.status != Firm::Cancelled).then(|| lines.into_iter().collect::<Vec<_>>());
    view! { <ul class="deadlines small">{lines}</ul> {make} }.into_any()
}

/// The day it was promised on, as far as the edition tells: it cannot have been announced before it came to be.
fn announced(date: &SeriesDate, zone: &Zone) -> Option<Date> {
    let edition = date.edition.as_ref()?;
    let promised = matches!(edition.status, Firm::Announced | Firm::Confirmed | Firm::Held);
    promised.then(|| zone.local(edition.announced.unwrap_or(edition.created)).time.date())
}

fn deadline(lang: Lang, label: String, due: Date, stands: Deadline, today: Date) -> AnyView {
    let day = short_date(lang, due, Form::To);
    let (class, word) = match stands {
        Deadline::Met => ("quiet", Some(t(lang, "series-deadline-met"))),
        Deadline::Ahead => ("quiet", (days_between(today, due) <= COUNTED_DAYS).then(|| days_away(lang, today, due))),
        Deadline::Near => ("shift", Some(days_away(lang, today, due))),
        Deadline::Missed => ("shift", Some(t(lang, "series-deadline-missed"))),
    };
    let word = word.map(|word| view! { ", " <span class=class>{word}</span> });
    view! { <li>{label} " " {day} {word}</li> }.into_any()
}
