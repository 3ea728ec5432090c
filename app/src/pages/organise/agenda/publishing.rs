//! What publishing would change, whom it would tell, and the button.

use super::bench::{Bench, SEEN};
use crate::form::Submitted;
use crate::pages::agenda::changes;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, ErrorSummary, Section, TextPair};
use backend::service::agenda::{NAME, Told};
use domain::text::Lang;
use leptos::prelude::*;

pub fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Who gets a letter, and why.
fn told(lang: Lang, told: &Told) -> AnyView {
    if told.now() + told.later == 0 {
        return view! { <p>{t(lang, "agenda-told-nobody")}</p> }.into_any();
    }
    let all = [
        (told.speaking, t!(lang, "agenda-told-speaking", n = count(told.speaking))),
        (told.marked, t!(lang, "agenda-told-marked", n = count(told.marked))),
        (told.registered, t!(lang, "agenda-told-registered", n = count(told.registered))),
    ];
    let rows = all.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| view! { <li>{words}</li> }).collect::<Vec<_>>();
    let now = (told.now() > 0).then(|| {
        view! { <p>{t!(lang, "agenda-told-now", n = count(told.now()))}</p> <ul class="told">{rows}</ul> }
    });
    let later = (told.later > 0).then(|| view! { <p>{t!(lang, "agenda-told-later", n = count(told.later))}</p> });
    view! { {now} {later} }.into_any()
}

/// What publishing would change, and the button.
pub fn publishing(reader: &Reader, bench: &Bench, form: &Submitted) -> AnyView {
    let lang = reader.lang;
    if !bench.changes || (bench.working.sessions.is_empty() && bench.agenda.release.is_none()) {
        return ().into_any();
    }
    let moved = &bench.working.changes;
    if moved.is_empty() && form.faults.is_empty() {
        return view! { <Section id="publish" title=t(lang, "agenda-publish")><Empty say=t(lang, "agenda-nothing-to-publish")/></Section> }
            .into_any();
    }
    let number = bench.next_release();
    let action = reader.to(&format!("/organise/events/{}/agenda", bench.agenda.seen.event.slug));
    let said = match &bench.agenda.release {
        None => t!(lang, "agenda-publish-first", n = moved.len()),
        Some(release) => t!(lang, "agenda-publish-changes", n = moved.len(), release = i64::from(release.number)),
    };
    let body = view! {
        <p><b>{said}</b></p>
        {bench.agenda.release.is_some().then(|| changes(lang, &bench.zone, moved))}
        {told(lang, &bench.told)}
        <form method="post" action=action novalidate=true>
            <ErrorSummary form=form/>
            <input type="hidden" name=SEEN value=bench.working.mark.clone()/>
            <TextPair form=form name="name" label=t(lang, "agenda-release-name") help=t(lang, "agenda-release-name-help") max=NAME/>
            <p class="actions"><button class="button main" type="submit">{t!(lang, "agenda-publish-do", n = i64::from(number))}</button></p>
        </form>
    }
    .into_any();
    view! { <Section id="publish" title=t(lang, "agenda-publish") note=t(lang, "agenda-publish-note")>{body}</Section> }.into_any()
}
