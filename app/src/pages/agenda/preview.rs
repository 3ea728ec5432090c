//! The agenda in a few lines, for the page of the event.

use super::words::{hours, place};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Beside, Said, Section};
use crate::when::{Form, day_shift, moment, place as city};
use backend::clock::instant;
use backend::repo::event_page::AgendaLine;
use domain::agenda::Session;
use domain::time::Zone;
use leptos::prelude::*;

/// A section with the first sessions of what was published last; `own` is the reader's zone then, where it is known.
pub fn preview(reader: &Reader, slug: &str, zone: &Zone, own: Option<&Zone>, agenda: &AgendaLine) -> AnyView {
    let lang = reader.lang;
    let begins = agenda.first.first().map(|session| session.span(zone).from).unwrap_or_default();
    let clocks = Beside::new(begins, zone, own);
    let day = clocks.day(begins);
    let href = reader.to(&format!("/events/{slug}/agenda"));
    let row = |session: &Session| {
        let span = session.span(zone);
        let on = |at| clocks.lead.local(at).time;
        let shift = day_shift(lang, day, on(span.from), on(span.to)).map(|words| view! { " " <span class="shift">{words}</span> });
        let at = hours(clocks.lead, span);
        let link = format!("{href}#session-{}", session.id);
        let place = place(lang, session, session.online_url.is_some());
        view! {
            <li>
                <span class="time">{at} {shift}</span>
                <a href=link><Said text=&session.title/></a>
                <span class="min">{place}</span>
            </li>
        }
    };
    let rows = agenda.first.iter().map(row).collect::<Vec<_>>();
    let when = moment(lang, instant(agenda.at), zone, Form::In);
    let note = format!("{}. {}", t!(lang, "agenda-release", n = i64::from(agenda.number)), t!(lang, "agenda-published", when = when));
    let note = if clocks.own_first {
        format!("{note} {}", t!(lang, "zone-is-own", place = city(lang, clocks.lead.name(), Form::Of)))
    } else {
        note
    };
    let all = t!(lang, "agenda-whole", n = agenda.count);
    view! {
        <Section id="agenda" title=t(lang, "agenda-heading") note=note>
            <ol class="preview placed">{rows}</ol>
            <p><a class="plain" href=href>{all}</a></p>
        </Section>
    }
    .into_any()
}
