//! The minutes there were, and which topic took how many.

use crate::text::t;
use crate::ui::Section;
use backend::service::rounds::Outcome;
use domain::text::Lang;
use domain::voting::Step;
use leptos::prelude::*;

/// Narrower than this, in hundredths of the whole, a part has no room for its number.
const NARROW: f64 = 2.5;

/// A topic that was taken.
struct Taken {
    number: i32,
    minutes: u32,
    /// Bought by its supporters; else filled in.
    bought: bool,
}

/// The bar with the line that the minutes end at; nothing for a round that fills no minutes.
pub fn budget(lang: Lang, outcome: &Outcome) -> AnyView {
    let Some(minutes) = outcome.round.minutes.and_then(|minutes| u32::try_from(minutes).ok()) else { return ().into_any() };
    let taken: Vec<Taken> = outcome.tally.log.iter().filter_map(|step| taken(outcome, step)).collect();
    let part = |minutes_so_far: u32| f64::from(minutes_so_far) * 100.0 / f64::from(minutes.max(1));
    let mut from = 0;
    let parts = taken.iter().map(|one| {
        let (x, width) = (part(from), part(one.minutes));
        from += one.minutes;
        let class = if one.bought { "sel" } else { "fill" };
        let name = (width >= NARROW).then(|| view! { <text x=percent(x + width / 2.0) y="62" text-anchor="middle">{one.number}</text> });
        view! { <rect class=class x=percent(x) y="0" width=percent(width) height="44"></rect> {name} }
    });
    let parts = parts.collect_view();
    let free = (from < minutes)
        .then(|| view! { <rect class="free" x=percent(part(from)) y="1" width=percent(100.0 - part(from)) height="42"></rect> });
    let said = t!(lang, "round-budget-said", used = outcome.tally.minutes_used, minutes = minutes, left = minutes.saturating_sub(from));
    let listed =
        taken.iter().map(|one| t!(lang, "round-budget-part", n = one.number, minutes = one.minutes)).collect::<Vec<_>>().join(", ");
    let picture = view! {
        <figure>
            <svg class="budget" width="100%" height="68" role="img" aria-label=format!("{said} {listed}")>
                {parts} {free} <line class="limit" x1="100%" x2="100%" y1="0" y2="50"></line>
            </svg>
            <figcaption class="budget-key"><span>{t(lang, "round-budget-numbers")}</span> <span>{t!(lang, "round-budget-line", minutes = minutes)}</span></figcaption>
        </figure>
    };
    let note = share(lang, outcome);
    view! { <Section id="minutes" title=t(lang, "round-minutes-title") note=note>{picture}</Section> }.into_any()
}

fn taken(outcome: &Outcome, step: &Step) -> Option<Taken> {
    let (id, minutes, bought) = match step {
        Step::Bought { id, minutes, .. } => (id, *minutes, true),
        Step::Taken { id, minutes, .. } => (id, *minutes, !outcome.tally.log.iter().any(|step| matches!(step, Step::Shared { .. }))),
        Step::Shared { .. } | Step::PassedOver { .. } => return None,
    };
    let number = outcome.topics.iter().find(|(row, _)| row.topic_id.to_string() == *id)?.1.number;
    Some(Taken { number, minutes, bought })
}

/// What every ballot had to spend, where that was how it was decided.
fn share(lang: Lang, outcome: &Outcome) -> String {
    if outcome.voted == 0 {
        return t(lang, "round-nobody-voted");
    }
    let said = outcome.tally.log.iter().find_map(|step| match step {
        Step::Shared { minutes, raised_to, share } => {
            let share = super::words::decimal(lang, *share);
            let n = i64::try_from(outcome.voted).unwrap_or(0);
            Some(match *raised_to > u64::from(*minutes) {
                true => t!(lang, "round-share-raised", minutes = *minutes, n = n, share = share),
                false => t!(lang, "round-share", minutes = *minutes, n = n, share = share),
            })
        }
        _ => None,
    });
    said.unwrap_or_default()
}

fn percent(value: f64) -> String {
    format!("{value:.3}%")
}
