//! The days that matter before an event, today among them.

use super::words;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Section;
use backend::clock::instant;
use backend::entity::event;
use backend::service::series::SeriesDate;
use domain::time::{Timestamp, Zone};
use jiff::civil::Date;
use leptos::prelude::*;

/// One day.
struct Stop {
    date: Date,
    label: String,
    today: bool,
}

/// The section; days are those of the event's zone. `planned` is what its series says of its date.
pub fn section(reader: &Reader, event: &event::Model, zone: &Zone, now: Timestamp, planned: Option<&SeriesDate>) -> AnyView {
    let lang = reader.lang;
    let day = |at: i64| zone.local(instant(at)).time.date();
    let (today, starts) = (zone.local(now).time.date(), day(event.starts_at));
    if event.ends_at <= now.as_millisecond() || event.status.0.is_final() {
        return ().into_any();
    }
    let mut stops = Vec::new();
    let mut add = |date: Date, label: String| stops.push(Stop { date, label, today: false });
    if let Some(planned) = planned.filter(|_| !event.status.0.is_mailed()) {
        add(planned.announce_by.ideal, t(lang, "organise-line-ideal"));
        add(planned.announce_by.minimum, t(lang, "organise-line-minimum"));
    }
    if let Some(opens) = event.registration_opens_at {
        add(day(opens), t(lang, "organise-line-opens"));
    }
    if let Some(closes) = event.registration_closes_at {
        add(day(closes), t(lang, "organise-line-closes"));
    }
    add(starts, event.title.0.pick(lang).to_owned());
    let left = crate::when::days_between(today, starts).max(0);
    stops.push(Stop { date: today, label: t!(lang, "organise-line-today", n = left), today: true });
    stops.sort_by_key(|stop| (stop.date, !stop.today));
    let rows = stops.into_iter().map(|stop| {
        let class = stop.today.then_some("today");
        view! { <li class=class><span>{words::day(lang, stop.date)}</span> <span>{stop.label}</span></li> }
    });
    let list = view! { <ol class="timeline">{rows.collect::<Vec<_>>()}</ol> }.into_any();
    view! { <Section id="line" title=t(lang, "organise-line")>{list}</Section> }.into_any()
}
