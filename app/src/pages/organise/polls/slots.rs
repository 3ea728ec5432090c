//! What to take and why, and how each slot stands.

use crate::pages::plan::pain;
use crate::pages::polls::{answer, when};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Notice;
use crate::when::{Form, place, time};
use backend::Site;
use backend::service::date_polls::{Figures, View};
use domain::date_poll::Answer;
use domain::text::Lang;
use domain::time::slots::Slot as Cost;
use leptos::prelude::*;

/// The one sentence that says what to take and why, and the way to take it.
pub fn suggestion(reader: &Reader, site: &Site, view: &View) -> AnyView {
    let lang = reader.lang;
    if view.poll.event_id.is_some() {
        let event = view.event.as_ref().map(|event| {
            let href = reader.to(&format!("/organise/events/{}", event.slug));
            view! { <p class="actions"><a class="button" href=href>{t(lang, "datepoll-to-event")}</a></p> }
        });
        let rest = view! { <p>{t(lang, "datepoll-decided-text")}</p> {event} }.into_any();
        return view! { <Notice calm=true title=t(lang, "datepoll-decided")>{rest}</Notice> }.into_any();
    }
    let Some(figures) = view.suggested.and_then(|place| view.slots.get(place)) else { return ().into_any() };
    let [yes, need, _] = figures.counts.map(Option::unwrap_or_default);
    let why = t!(
        lang,
        "datepoll-why",
        n = yes + need,
        all = view.answered.unwrap_or_default(),
        cost = figures.cost.as_ref().map(|cost| cost_in_words(lang, cost)).unwrap_or_default()
    );
    let rest = view! { <p>{why}</p> <p class="small quiet">{t(lang, "datepoll-rule")}</p> {take(reader, view, figures, true)} }.into_any();
    let title = t!(lang, "datepoll-suggested", when = when(site, lang, &view.poll, &figures.slot));
    view! { <Notice calm=true title=title>{rest}</Notice> }.into_any()
}

/// "It is night for nobody. Hardest for New York, where it begins at 03:00."
fn cost_in_words(lang: Lang, cost: &Cost) -> String {
    let people = i64::try_from(cost.night_people).unwrap_or(i64::MAX);
    let night = t!(lang, "datepoll-night", n = people);
    // The first of those that are hit alike.
    let hardest = cost.by_zone.iter().rev().max_by(|a, b| a.pain.total_cmp(&b.pain)).filter(|there| there.pain > 0.0);
    let hardest = hardest.map(|there| {
        let at = time(there.local.datetime().time());
        t!(lang, "datepoll-hardest", place = place(lang, &there.zone, Form::In), time = at)
    });
    [Some(night), hardest].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn take(reader: &Reader, view: &View, figures: &Figures, main: bool) -> Option<AnyView> {
    if !view.manages || view.poll.event_id.is_some() {
        return None;
    }
    let href = reader.to(&format!("/organise/polls/{}/event?slot={}", view.poll.token, figures.slot.id));
    let class = if main { "button main" } else { "plain" };
    Some(view! { <p class="actions"><a class=class href=href>{t(reader.lang, "datepoll-take")}</a></p> }.into_any())
}

/// One slot: how many can come as a bar and in figures, and what it costs.
pub fn slot(reader: &Reader, site: &Site, view: &View, figures: &Figures, best: bool) -> AnyView {
    let lang = reader.lang;
    let [yes, need, no] = figures.counts.map(Option::unwrap_or_default);
    let all = (yes + need + no).max(1);
    let bar = format!(
        r#"<rect class="pale" width="{all}" height="8"/><rect width="{yes}" height="8"/><rect class="second" x="{yes}" width="{need}" height="8"/>"#
    );
    let words = [Answer::Yes, Answer::IfNeedBe, Answer::No].into_iter().zip([yes, need, no]);
    let words: Vec<String> = words.map(|(said, n)| format!("{} {n}", answer(lang, said))).collect();
    let cost = figures.cost.as_ref().map(|cost| {
        let pains = t!(lang, "datepoll-pains", worst = pain(cost.worst_pain), total = pain(cost.total_pain));
        view! { <p class="small quiet">{cost_in_words(lang, cost)} " " {pains}</p> }
    });
    let mark = best.then(|| view! { " " <span class="tag">{t(lang, "datepoll-best")}</span> });
    view! {
        <li class=best.then_some("best")>
            <h3>{when(site, lang, &view.poll, &figures.slot)} {mark}</h3>
            <svg class="bar" viewBox=format!("0 0 {all} 8") preserveAspectRatio="none" aria-hidden="true" inner_html=bar></svg>
            <p class="figs">{words.join(" · ")}</p>
            {cost}
            {take(reader, view, figures, false)}
        </li>
    }
    .into_any()
}
