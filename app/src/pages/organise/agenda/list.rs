//! The sessions as a list, by day.

use super::bench::Bench;
use crate::pages::agenda::{chaired, hours, only_at, place, signed};
use crate::reader::Reader;
use crate::text::{list, t};
use crate::ui::Said;
use crate::when::{Form, capital, date};
use backend::repo::runs;
use backend::service::agenda::Shown;
use domain::text::Lang;
use leptos::prelude::*;

/// `alone`: there is no board, so that who has saved a session is led to it here.
pub fn sessions(reader: &Reader, bench: &Bench, base: &str, alone: bool) -> AnyView {
    let lang = reader.lang;
    let day = |shown: &Shown| bench.zone.local(shown.span.from).time.date();
    let days = bench.working.sessions.chunk_by(|one, other| day(one) == day(other)).map(|sessions| {
        let name = sessions.first().map(|first| capital(&date(lang, day(first), Form::Is)));
        let rows = sessions.iter().map(|shown| row(reader, bench, shown, base, alone)).collect::<Vec<_>>();
        view! { <h3 class="dayname">{name}</h3> <ol class="rows bench">{rows}</ol> }
    });
    days.collect::<Vec<_>>().into_any()
}

fn row(reader: &Reader, bench: &Bench, shown: &Shown, base: &str, alone: bool) -> AnyView {
    let lang = reader.lang;
    let session = &shown.session;
    let title = view! { <Said text=&session.title/> }.into_any();
    let title = match bench.changes {
        true => view! { <a href=format!("{base}/{}", session.id)>{title}</a> }.into_any(),
        false => title,
    };
    let topic = shown.topic.as_ref().map(|(number, _)| t!(lang, "agenda-topic", n = i64::from(*number)));
    let names = (!shown.speakers.is_empty()).then(|| list(lang, &shown.speakers));
    let extra = (session.part == domain::agenda::Part::Supplementary).then(|| t(lang, "agenda-supplementary"));
    let pause = (!session.is_attended()).then(|| t(lang, "agenda-kind-break"));
    let chairs = chaired(lang, shown);
    let group = session.group.as_ref().map(|group| group.pick(lang).to_owned());
    let marks = signed(lang, shown).filter(|_| shown.marks != Some(0) || session.capacity.is_some());
    let about = [pause, group, place(lang, session, shown.online), only(bench, lang, shown), extra, names, chairs, topic, marks]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(". ");
    view! {
        <li id=alone.then(|| format!("session-{}", session.id))>
            <span class="time">{hours(&bench.zone, shown.span)}</span>
            <div>
                <h4>{title}</h4>
                <p class="small quiet">{about}</p>
            </div>
        </li>
    }
    .into_any()
}

/// Which time has it, if it is one only, and when that is if it is not the first.
fn only(bench: &Bench, lang: Lang, shown: &Shown) -> Option<String> {
    let said = capital(&only_at(lang, &shown.session)?);
    Some(match shown.again.filter(|_| runs::has(&bench.agenda.seen.event, &shown.session)) {
        Some(again) => format!("{said} ({})", hours(&bench.zone, again)),
        None if shown.again.is_some() => format!("{said}. {}", t(lang, "agenda-time-not-held")),
        None => said,
    })
}
