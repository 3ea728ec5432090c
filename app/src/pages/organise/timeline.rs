//! The days that matter before an event, today among them.

use super::noticeline::{Mark, Stop, today, view};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Section;
use backend::clock::instant;
use backend::entity::event;
use backend::service::series::SeriesDate;
use domain::recurrence::Deadline;
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use jiff::civil::Date;
use leptos::prelude::*;

/// The section; days are those of the event's zone. `planned` is what its series says of its date.
pub fn section(reader: &Reader, event: &event::Model, zone: &Zone, now: Timestamp, planned: Option<&SeriesDate>) -> AnyView {
    let lang = reader.lang;
    let day = |at: i64| zone.local(instant(at)).time.date();
    let (this, starts) = (zone.local(now).time.date(), day(event.starts_at));
    if event.ends_at <= now.as_millisecond() || event.status.0.is_final() {
        return ().into_any();
    }
    let mut stops = vec![today(lang, this, starts)];
    let planned = planned.filter(|_| !event.status.0.is_mailed());
    if let Some(by) = planned.map(|planned| planned.announce_by) {
        let of = |due: Date| (due, Deadline::of(due, None, this));
        stops.extend(deadlines(lang, this, of(by.ideal), of(by.minimum)));
    }
    let registration = (event.registration_opens_at.map(day), event.registration_closes_at.map(day));
    stops.extend(bounds(lang, this, registration));
    stops.push(plain(starts, event.title.0.pick(lang).to_owned(), Mark::Full));
    let line = view(lang, stops, planned.map(|planned| planned.announce_by.minimum));
    view! { <Section id="line" title=t(lang, "organise-line") wide=true>{line}</Section> }.into_any()
}

/// A day of which nothing more is said.
pub fn plain(date: Date, label: String, mark: Mark) -> Stop {
    Stop { date, label, note: String::new(), mark }
}

/// When registration opens and closes, where that is said.
pub fn bounds(lang: Lang, today: Date, (opens, closes): (Option<Date>, Option<Date>)) -> Vec<Stop> {
    let mark = |day: Date| if day < today { Mark::Full } else { Mark::Hollow };
    let opens = opens.map(|day| plain(day, t(lang, "organise-line-opens"), mark(day)));
    let closes = closes.map(|day| plain(day, t(lang, "organise-line-closes"), mark(day)));
    opens.into_iter().chain(closes).collect()
}

/// By when it is to be announced, in words and by form how that stands.
pub fn deadlines(lang: Lang, today: Date, ideal: (Date, Deadline), minimum: (Date, Deadline)) -> [Stop; 2] {
    let one = |(date, state): (Date, Deadline), label: String| {
        let left = crate::when::days_between(today, date);
        let (note, mark) = match state {
            Deadline::Met => (t(lang, "organise-line-met"), Mark::Full),
            Deadline::Ahead | Deadline::Near => (t!(lang, "organise-line-left", n = left), Mark::Hollow),
            Deadline::Missed => (t(lang, "organise-line-missed"), Mark::Missed),
        };
        Stop { date, label, note, mark }
    };
    [one(ideal, t(lang, "organise-line-ideal")), one(minimum, t(lang, "organise-line-minimum"))]
}
