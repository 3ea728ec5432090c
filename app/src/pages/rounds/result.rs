//! The result of a round: in a sentence, as bars, and with the reason beside each.

use super::booth::rule;
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::events::Open;
use crate::pages::inner::Inner;
use crate::pages::topics::bar;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Said, Section};
use crate::when::{Form, moment};
use axum::http::StatusCode;
use backend::Site;
use backend::clock::instant;
use backend::entity::{round, round_topic, topic};
use backend::service::access::Seen;
use backend::service::rounds::{self, Outcome};
use domain::host::Right;
use domain::text::Lang;
use domain::voting::{Method, Reason, Standing, Step};
use leptos::prelude::*;

/// Above this many voters a dot each would be a texture.
const MOST_DOTS: u64 = 400;

/// The page of a closed round.
pub async fn page(reader: &Reader, site: &Site, seen: Seen, round: round::Model) -> Page {
    let lang = reader.lang;
    let outcome = rounds::outcome(site, &reader.actor, round.id).await?;
    let inner = Inner::new(reader, site, &seen.event, Open::Vote, Some(outcome.round.number));
    let title = outcome.round.title.0.pick(lang).to_owned();
    let closed =
        site.zones.get(&seen.event.zone).map(|zone| moment(lang, instant(outcome.round.closes_at), zone, Form::In)).unwrap_or_default();
    let meta = Meta::new(title.clone()).area(Area::Events);
    let manages = seen.may(Right::ManageRounds);
    Ok(render(reader, meta, StatusCode::OK, move || {
        let (chosen_rows, other_rows) = (rows(lang, &outcome, true), rows(lang, &outcome, false));
        let (voters, said) = (dots(lang, &outcome), satisfaction(lang, &outcome));
        view! {
            {inner.head(title, None)}
            <p class="outcome">{chosen(lang, &outcome)} " " <b>{heard(lang, &outcome)}</b></p>
            <p class="quiet closed">{method(lang, &outcome.round)} " " {t!(lang, "round-closed", closed = closed)} " " {secrecy(lang, &outcome)}</p>
            {manages.then(|| apply(lang, &outcome))}
            <Section id="chosen" title=t(lang, "round-chosen") note=rule(lang, outcome.round.winners, outcome.round.minutes)>
                {chosen_rows}
            </Section>
            <Section id="not-chosen" title=t(lang, "round-not-chosen") note=t(lang, "round-not-chosen-note")>{other_rows}</Section>
            <Section id="heard" title=t(lang, "round-heard")>{voters}<p class="prose">{said}</p></Section>
        }
    }))
}

fn chosen(lang: Lang, outcome: &Outcome) -> String {
    let (n, all) = (outcome.tally.selected.len(), outcome.topics.len());
    let (n, all) = (i64::try_from(n).unwrap_or(0), i64::try_from(all).unwrap_or(0));
    match outcome.round.minutes {
        Some(minutes) => t!(lang, "round-outcome-minutes", n = n, all = all, used = outcome.tally.minutes_used, minutes = minutes),
        None => t!(lang, "round-outcome", n = n, all = all),
    }
}

fn voted(outcome: &Outcome) -> i64 {
    i64::try_from(outcome.voted).unwrap_or(0)
}

fn heard(lang: Lang, outcome: &Outcome) -> String {
    t!(lang, "round-heard-of", covered = outcome.tally.satisfaction.covered, n = voted(outcome))
}

fn satisfaction(lang: Lang, outcome: &Outcome) -> String {
    let mean = format!("{:.1}", outcome.tally.satisfaction.mean);
    let mean = if lang == Lang::Lv { mean.replace('.', ",") } else { mean };
    t!(lang, "round-satisfaction", mean = mean, least = outcome.tally.satisfaction.least)
}

fn method(lang: Lang, round: &round::Model) -> String {
    match (round.method.0, round.secret) {
        (Method::Score, true) => t(lang, "round-score-secret"),
        (Method::Score, false) => t(lang, "round-score"),
        (_, true) => t(lang, "round-approval-secret"),
        (_, false) => t(lang, "round-approval"),
    }
}

fn secrecy(lang: Lang, outcome: &Outcome) -> String {
    let turnout = t!(lang, "round-turnout", voted = voted(outcome), n = i64::try_from(outcome.entitled).unwrap_or(0));
    if outcome.round.secret { format!("{turnout} {}", t(lang, "round-destroyed")) } else { turnout }
}

fn apply(lang: Lang, outcome: &Outcome) -> AnyView {
    if outcome.round.applied_at.is_some() {
        return view! { <p class="small quiet">{t(lang, "round-is-applied")}</p> }.into_any();
    }
    view! {
        <form method="post" class="actions">
            <button class="button main" type="submit" name="do" value="apply">{t(lang, "round-apply")}</button>
            <span class="small quiet">{t(lang, "round-apply-note")}</span>
        </form>
    }
    .into_any()
}

fn rows(lang: Lang, outcome: &Outcome, selected: bool) -> AnyView {
    let most = u32::try_from(outcome.voted).unwrap_or(0).max(outcome.tally.order.iter().map(|one| one.support).max().unwrap_or(0)).max(1);
    let wanted = |one: &&Standing| outcome.tally.selected.contains(&one.id) == selected;
    let row = |one: &Standing| {
        let (asked, topic) = outcome.topics.iter().find(|(row, _)| row.topic_id.to_string() == one.id)?;
        let step = outcome.tally.log.iter().find(|step| step.id() == Some(&one.id));
        Some(line(lang, outcome, one, asked, topic, step, most))
    };
    let rows: Vec<_> = outcome.tally.order.iter().filter(wanted).filter_map(row).collect();
    match rows.is_empty() {
        true if selected => view! { <p class="quiet">{t(lang, "round-none-chosen")}</p> }.into_any(),
        true => view! { <p class="quiet">{t(lang, "round-all-chosen")}</p> }.into_any(),
        false => view! { <ol class="tally">{rows}</ol> }.into_any(),
    }
}

fn line(
    lang: Lang,
    outcome: &Outcome,
    one: &Standing,
    asked: &round_topic::Model,
    topic: &topic::Model,
    step: Option<&Step>,
    most: u32,
) -> AnyView {
    let why = step.map(|step| why(lang, outcome, step)).unwrap_or_default();
    let (taken, heading) = match step {
        Some(Step::Taken { .. } | Step::Bought { .. }) => (true, t(lang, "round-why")),
        _ => (false, t(lang, "round-why-not")),
    };
    let figures = if outcome.round.method.0 == Method::Score {
        t!(lang, "round-points", n = one.support, minutes = asked.minutes)
    } else {
        t!(lang, "round-votes", n = one.support, minutes = asked.minutes)
    };
    view! {
        <li class=if taken { "sel" } else { "out" }>
            <details>
                <summary>
                    <h3>{topic.number} ". " <Said text=&topic.title.0/></h3>
                    <span class="figs">{figures}</span>
                    {bar(one.support, most)}
                </summary>
                <p><b>{heading}</b> " " {why}</p>
            </details>
        </li>
    }
    .into_any()
}

fn why(lang: Lang, outcome: &Outcome, step: &Step) -> String {
    let voted = voted(outcome);
    match step {
        Step::Shared { .. } => String::new(),
        Step::Bought { supporters: n, left, minutes, .. } | Step::Taken { support: n, left: Some(left), minutes, .. } => {
            t!(lang, "round-why-taken-minutes", n = *n, voted = voted, minutes = *minutes, left = *left)
        }
        Step::Taken { support, .. } => t!(lang, "round-why-taken", n = *support, voted = voted),
        Step::PassedOver { reason: Reason::NoRoom { needs, left }, .. } => t!(lang, "round-why-no-room", needs = *needs, left = *left),
        Step::PassedOver { reason: Reason::Unsupported, .. } => t(lang, "round-why-unsupported"),
        Step::PassedOver { reason: Reason::EnoughWinners, .. } => t!(lang, "round-why-enough", n = outcome.round.winners.unwrap_or(0)),
    }
}

/// One dot a voter: filled where something of theirs was chosen.
fn dots(lang: Lang, outcome: &Outcome) -> AnyView {
    if outcome.voted == 0 || outcome.voted > MOST_DOTS {
        return ().into_any();
    }
    let covered = u64::from(outcome.tally.satisfaction.covered);
    let dot = |n: u64| view! { <circle class=(n >= covered).then_some("none") cx=8 + 16 * (n % 25) cy=8 + 16 * (n / 25) r="6"></circle> };
    let height = 16 * outcome.voted.div_ceil(25);
    view! {
        <svg class="dots" viewBox=format!("0 0 400 {height}") role="img" aria-label=heard(lang, outcome)>{(0..outcome.voted).map(dot).collect_view()}</svg>
    }
    .into_any()
}
