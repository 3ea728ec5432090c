//! Why a topic was chosen, or not, in a sentence with the figures it follows from.

use super::words::decimal;
use crate::text::t;
use backend::service::rounds::Outcome;
use domain::text::Lang;
use domain::voting::{Kind, Method, Reason, Standing, Step, Utility};

/// The sentence for one topic.
pub fn why(lang: Lang, outcome: &Outcome, one: &Standing, step: &Step) -> String {
    match step {
        Step::Shared { .. } => String::new(),
        Step::Bought { .. } => bought(lang, outcome, step),
        Step::Taken { .. } => taken(lang, outcome, one, step),
        Step::PassedOver { reason: Reason::Unsupported, .. } => t(lang, "round-why-unsupported"),
        Step::PassedOver { reason, .. } => {
            let more = match outcome.round.method.0 {
                Method::EqualShares if *reason != Reason::EnoughWinners => missed(lang, outcome, one),
                Method::Ranked => beaten(lang, outcome, one),
                _ => String::new(),
            };
            [more, passed_over(lang, outcome, *reason)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}

fn voted(outcome: &Outcome) -> i64 {
    i64::try_from(outcome.voted).unwrap_or(0)
}

fn bought(lang: Lang, outcome: &Outcome, step: &Step) -> String {
    let Step::Bought { supporters, price, short, .. } = step else { return String::new() };
    let first = outcome.tally.log.iter().find(|step| matches!(step, Step::Bought { .. })) == Some(step);
    let price = decimal(lang, *price);
    let by_item = outcome.round.utility.0 == Utility::Item;
    let key = match (outcome.round.kind.0, *short > 0, first) {
        (Kind::Scores, false, _) => "round-why-bought-points",
        (Kind::Scores, true, _) => "round-why-bought-points-short",
        (_, false, true) if by_item => "round-why-bought-cheapest",
        (_, false, true) => "round-why-bought-first",
        (_, false, false) => "round-why-bought",
        (_, true, _) => "round-why-bought-short",
    };
    t!(lang, key, n = *supporters, price = price, short = *short)
}

fn taken(lang: Lang, outcome: &Outcome, one: &Standing, step: &Step) -> String {
    let Step::Taken { support, minutes, left, .. } = step else { return String::new() };
    match (outcome.round.method.0, left) {
        (Method::EqualShares, Some(left)) => {
            let by_item = outcome.round.utility.0 == Utility::Item;
            let key = if by_item { "round-why-filled-length" } else { "round-why-filled" };
            t!(lang, key, minutes = *left + *minutes, n = one.support)
        }
        (Method::Ranked, left) => {
            let beats = t!(
                lang,
                "round-why-beats",
                n = one.beats.unwrap_or(0),
                all = outcome.topics.len().saturating_sub(1),
                beaten = one.beaten_by.unwrap_or(0)
            );
            left.map_or(beats.clone(), |left| format!("{beats} {}", t!(lang, "round-why-fits", minutes = *minutes, left = left)))
        }
        (_, Some(left)) => t!(lang, "round-why-taken-minutes", n = *support, voted = voted(outcome), minutes = *minutes, left = *left),
        (_, None) => t!(lang, "round-why-taken", n = *support, voted = voted(outcome)),
    }
}

fn passed_over(lang: Lang, outcome: &Outcome, reason: Reason) -> String {
    match reason {
        Reason::NoRoom { needs, left } => t!(lang, "round-why-no-room", needs = needs, left = left),
        Reason::EnoughWinners => t!(lang, "round-why-enough", n = outcome.round.winners.unwrap_or(0)),
        Reason::Unsupported => String::new(),
    }
}

/// What its supporters still had, and what else they got for the rest.
fn missed(lang: Lang, outcome: &Outcome, one: &Standing) -> String {
    let needs = outcome.topics.iter().find(|(row, _)| row.topic_id.to_string() == one.id).map_or(0, |(row, _)| row.minutes);
    let unspent = decimal(lang, one.unspent.unwrap_or_default());
    let had = t!(lang, "round-why-unspent", n = one.supporters, unspent = unspent, needs = needs);
    if one.served == 0 { had } else { format!("{had} {}", t!(lang, "round-why-served", n = one.served, all = one.supporters)) }
}

/// The topic that beats it, taken first of those that do.
fn beaten(lang: Lang, outcome: &Outcome, one: &Standing) -> String {
    let Some(pairs) = &outcome.tally.pairwise else { return String::new() };
    let place = |id: &str| pairs.ids.iter().position(|known| known == id);
    let cell =
        |square: &[Vec<u32>], row: usize, column: usize| square.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default();
    let Some(own) = place(&one.id) else { return String::new() };
    let wins =
        |square: &[Vec<u32>], other: &Standing| place(&other.id).is_some_and(|other| cell(square, other, own) > cell(square, own, other));
    let mut beaters = outcome.tally.order.iter().filter(|other| wins(&pairs.strength, other));
    // In a circle somebody may be beaten only by way of others.
    let Some(winner) = beaters.clone().find(|other| wins(&pairs.prefer, other)).or_else(|| beaters.next()) else { return String::new() };
    let (Some(at), Some((_, topic))) = (place(&winner.id), outcome.topics.iter().find(|(row, _)| row.topic_id.to_string() == winner.id))
    else {
        return String::new();
    };
    let count = one.beaten_by.unwrap_or_default();
    if !wins(&pairs.prefer, winner) {
        let (chain, back) = (cell(&pairs.strength, at, own), cell(&pairs.strength, own, at));
        return t!(lang, "round-why-beaten-chain", n = count, number = topic.number, ahead = chain, behind = back);
    }
    t!(
        lang,
        "round-why-beaten",
        n = count,
        number = topic.number,
        ahead = cell(&pairs.prefer, at, own),
        behind = cell(&pairs.prefer, own, at)
    )
}
