//! Every step of the count in figures, and the files to count it again from.

use super::words::decimal;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Table;
use backend::service::rounds::{File, Outcome};
use domain::text::Lang;
use domain::voting::{Method, Reason, Step};
use leptos::prelude::*;

/// The table, folded away until somebody wants it.
pub fn steps(lang: Lang, outcome: &Outcome) -> AnyView {
    let shares = outcome.round.method.0 == Method::EqualShares;
    let heads = ["round-step-topic", "round-step-what", "round-step-minutes", "round-step-support", "round-step-left"];
    let mut heads: Vec<String> = heads.iter().map(|key| t(lang, key)).collect();
    if shares {
        heads.push(t(lang, "round-step-price"));
    }
    let rows = outcome.tally.log.iter().filter_map(|step| row(lang, outcome, step, shares)).collect_view();
    view! {
        <details>
            <summary>{t(lang, "round-steps")}</summary>
            <Table caption=t(lang, "round-steps") heads=heads>{rows}</Table>
        </details>
    }
    .into_any()
}

fn row(lang: Lang, outcome: &Outcome, step: &Step, shares: bool) -> Option<AnyView> {
    let (asked, topic) = outcome.topics.iter().find(|(row, _)| step.id() == Some(&row.topic_id.to_string()))?;
    let standing = outcome.tally.order.iter().find(|one| step.id() == Some(&one.id))?;
    let what = match step {
        Step::Shared { .. } => return None,
        Step::Bought { .. } => "round-step-bought",
        Step::Taken { .. } if shares => "round-step-filled",
        Step::Taken { .. } => "round-step-taken",
        Step::PassedOver { reason: Reason::NoRoom { .. }, .. } => "round-step-no-room",
        Step::PassedOver { reason: Reason::Unsupported, .. } => "round-step-unsupported",
        Step::PassedOver { reason: Reason::EnoughWinners, .. } => "round-step-enough",
    };
    let left = match step {
        Step::Bought { left, .. } | Step::PassedOver { reason: Reason::NoRoom { left, .. }, .. } => Some(*left),
        Step::Taken { left, .. } => *left,
        _ => None,
    };
    let price = if let Step::Bought { price, .. } = step { decimal(lang, *price) } else { String::new() };
    let title = format!("{}. {}", topic.number, topic.title.0.pick(lang));
    let row = view! {
        <tr>
            <th scope="row">{title}</th>
            <td>{t(lang, what)}</td>
            <td class="num">{asked.minutes}</td>
            <td class="num">{standing.support}</td>
            <td class="num">{left}</td>
            {shares.then(|| view! { <td class="num">{price}</td> })}
        </tr>
    };
    Some(row.into_any())
}

/// The links to the files, and why there are none of ballots where few voted.
pub fn files(reader: &Reader, outcome: &Outcome) -> AnyView {
    let lang = reader.lang;
    let base = reader.to(&format!("/events/{}/rounds/{}", outcome.seen.event.slug, outcome.round.number));
    let all = File::all(outcome);
    let few = all.len() == 1;
    let link = |file: File| {
        let words = match file {
            File::Result => t(lang, "round-file-result"),
            File::Ballots => t(lang, "round-file-ballots"),
            File::Pb => t(lang, "round-file-pb"),
            File::Toi => t(lang, "round-file-toi"),
        };
        view! { <a class="plain" href=format!("{base}/{}", file.name()) download="">{words}</a> }
    };
    let links = all.into_iter().map(link).collect_view();
    view! {
        <p class="actions">{links}</p>
        {few.then(|| view! { <p class="small quiet">{t(lang, "round-few-ballots")}</p> })}
    }
    .into_any()
}
