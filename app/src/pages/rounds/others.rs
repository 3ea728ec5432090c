//! The way to the other votes of an event.

use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Said, Section};
use backend::Site;
use backend::entity::round;
use backend::service::access::Seen;
use backend::service::rounds::{self, Phase, phase};
use domain::host::Right;
use leptos::prelude::*;

/// The other rounds of the event, oldest first.
pub async fn others(site: &Site, seen: &Seen, shown: &round::Model) -> backend::Result<Vec<round::Model>> {
    Ok(rounds::list(site, seen.event.id).await?.into_iter().filter(|round| round.id != shown.id).collect())
}

/// Links to them, and for organisers to a new one.
pub fn view(reader: &Reader, seen: &Seen, others: &[round::Model], now: i64) -> AnyView {
    let lang = reader.lang;
    let manages = seen.may(Right::ManageRounds) && !seen.event.status.0.is_final();
    if others.is_empty() && !manages {
        return ().into_any();
    }
    let base = reader.to(&format!("/events/{}/rounds", seen.event.slug));
    let row = |round: &round::Model| {
        let state = match phase(round, now) {
            Phase::Waiting => "round-phase-waiting",
            Phase::Open => "round-phase-open",
            Phase::Closed => "round-phase-closed",
        };
        let title = view! { <Said text=&round.title.0/> }.into_any();
        view! { <li class="pair"><h3><a href=format!("{base}/{}", round.number)>{title}</a></h3><span class="small quiet">{t(lang, state)}</span></li> }
    };
    let rows = others.iter().map(row).collect_view();
    let list = (!others.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> });
    let new = manages.then(|| view! { <p class="actions"><a class="plain" href=format!("{base}/new")>{t(lang, "round-another")}</a></p> });
    view! { <Section id="others" title=t(lang, "round-others")>{list} {new}</Section> }.into_any()
}
