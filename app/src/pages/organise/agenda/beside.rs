//! What needs a hand: likely mistakes, and topics that wait for a session.

use super::bench::Bench;
use crate::pages::agenda::warning;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Said, Section};
use backend::service::agenda::Shown;
use backend::service::topics::Shown as Topic;
use domain::agenda::Warning;
use domain::id::SessionId;
use leptos::prelude::*;

/// What is likely a mistake, each with the way to where it is mended. Topics without a session stand below, in a list of their own.
pub fn warnings(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    let placed = bench.working.warnings.iter().filter(|found| !found.sessions().is_empty());
    let find = |id: &SessionId| bench.working.sessions.iter().find(|one| one.session.id == *id);
    let link = |shown: &Shown| {
        let href = format!("{base}/{}", shown.session.id);
        let title = view! { <Said text=&shown.session.title/> }.into_any();
        view! { <a class="plain" href=href>{title}</a> " " }
    };
    let one = |found: &Warning| {
        let ways = found.sessions().iter().filter_map(find).filter(|_| bench.changes).map(link).collect::<Vec<_>>();
        view! { <li><p class="warn">{warning(lang, &bench.zone, &bench.working, found)}</p> <p class="small ways">{ways}</p></li> }
    };
    let rows = placed.map(one).collect::<Vec<_>>();
    if rows.is_empty() {
        return ().into_any();
    }
    let title = t!(lang, "agenda-warnings", n = rows.len());
    view! { <Section id="warnings" title=title note=t(lang, "agenda-warnings-note")><ul class="rows">{rows}</ul></Section> }.into_any()
}

/// Topics that were chosen and have no session yet.
pub fn waiting(reader: &Reader, bench: &Bench, base: &str) -> AnyView {
    let lang = reader.lang;
    if bench.topics.is_empty() || !bench.changes {
        return ().into_any();
    }
    let one = |one: &Topic| {
        let href = format!("{base}/new?topic={}", one.topic.number);
        let minutes = t!(lang, "topics-minutes", n = one.topic.minutes);
        let title = view! { <Said text=&one.topic.title.0/> }.into_any();
        view! {
            <li class="pair" data-topic=one.topic.id.to_string() data-minutes=one.topic.minutes.to_string()>
                <h3>{title}</h3> <a class="plain" href=href>{t(lang, "agenda-place-it")}<span class="visually-hidden">": "{one.topic.title.0.pick(lang).to_owned()}</span></a>
                <span class="small quiet">{minutes}</span>
            </li>
        }
    };
    let rows = bench.topics.iter().map(one).collect::<Vec<_>>();
    view! {
        <Section id="waiting" title=t(lang, "agenda-waiting") note=t(lang, "agenda-waiting-note")><ul class="rows">{rows}</ul></Section>
    }
    .into_any()
}
