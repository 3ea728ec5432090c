//! The result of a round: in a sentence, as bars, and with the reason beside each.

use super::budget::budget;
use super::others;
use super::pairs::pairs;
use super::roll::roll;
use super::steps::{files, steps};
use super::why::why;
use super::words::{decimal, method, rule};
use crate::failure::Page;
use crate::page::{Area, Meta, Module, render};
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
use domain::voting::{Kind, Method, Standing, Step};
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
    // What this device may have kept of a ballot is forgotten.
    let meta = if reader.actor.me.is_some() { meta.module(Module::Ballot) } else { meta };
    let manages = seen.may(Right::ManageRounds);
    let named = rounds::roll(site, &reader.actor, &outcome).await?;
    let others = others::others(site, &seen, &outcome.round).await?;
    let now = site.now().as_millisecond();
    Ok(render(reader, meta, StatusCode::OK, move || {
        let (chosen_rows, other_rows) = (rows(lang, &outcome, true), rows(lang, &outcome, false));
        let (voters, said) = (dots(lang, &outcome), satisfaction(lang, &outcome));
        let (steps_view, files_view) = (steps(lang, &outcome), files(reader, &outcome));
        view! {
            {inner.head(title, None)}
            <p class="outcome">{chosen(lang, &outcome)} " " <b>{heard(lang, &outcome)}</b></p>
            <p class="quiet closed">{method(lang, &outcome.round)} " " {t!(lang, "round-closed", closed = closed)} " " {secrecy(lang, &outcome)}</p>
            {manages.then(|| apply(lang, &outcome))}
            {budget(lang, &outcome)}
            <Section id="chosen" title=t(lang, "round-chosen") note=rule(lang, &outcome.round)>
                {chosen_rows}
            </Section>
            <Section id="not-chosen" title=t(lang, "round-not-chosen") note=t(lang, "round-not-chosen-note")>{other_rows}</Section>
            {pairs(lang, &outcome)}
            <Section id="heard" title=t(lang, "round-heard")>{voters}<p class="prose">{said}</p>{steps_view}{files_view}</Section>
            {roll(lang, &outcome, named)}
            {others::view(reader, &seen, &others, now)}
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
    let mean = decimal(lang, outcome.tally.satisfaction.mean);
    let said = t!(lang, "round-satisfaction", mean = mean, least = outcome.tally.satisfaction.least);
    let Some(plain) = &outcome.tally.approval else { return said };
    let mut both = [plain.selected.clone(), outcome.tally.selected.clone()];
    both.iter_mut().for_each(|one| one.sort());
    let compared = match both {
        [plain_selected, selected] if plain_selected == selected => t(lang, "round-compared-same"),
        _ => t!(lang, "round-compared", n = plain.satisfaction.covered, mean = decimal(lang, plain.satisfaction.mean)),
    };
    format!("{said} {compared}")
}

fn secrecy(lang: Lang, outcome: &Outcome) -> String {
    let turnout = t!(lang, "round-turnout", voted = voted(outcome), n = i64::try_from(outcome.entitled).unwrap_or(0));
    let quorum = outcome.round.quorum.map(|quorum| match outcome.is_quorate() {
        true => t!(lang, "round-quorum-reached", n = quorum),
        false => t!(lang, "round-quorum-missed", n = quorum),
    });
    let destroyed = outcome.round.secret.then(|| t(lang, "round-destroyed"));
    [Some(turnout), quorum, destroyed].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn apply(lang: Lang, outcome: &Outcome) -> AnyView {
    if outcome.round.applied_at.is_some() {
        return view! { <p class="small quiet">{t(lang, "round-is-applied")}</p> }.into_any();
    }
    if !outcome.is_quorate() || outcome.tally.selected.is_empty() {
        return ().into_any();
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
    let most = match outcome.round.kind.0 {
        Kind::Ranking => u32::try_from(outcome.topics.len().saturating_sub(1)).unwrap_or(0),
        _ => u32::try_from(outcome.voted).unwrap_or(0).max(outcome.tally.order.iter().map(|one| one.support).max().unwrap_or(0)),
    };
    let most = most.max(1);
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
    let why = step.map(|step| why(lang, outcome, one, step)).unwrap_or_default();
    let (class, heading) = match step {
        Some(Step::Taken { .. }) if outcome.round.method.0 == Method::EqualShares => ("fill", t(lang, "round-why")),
        Some(Step::Taken { .. } | Step::Bought { .. }) => ("sel", t(lang, "round-why")),
        _ => ("out", t(lang, "round-why-not")),
    };
    let figures = match outcome.round.kind.0 {
        Kind::Scores => t!(lang, "round-points", n = one.support, minutes = asked.minutes),
        Kind::Ranking => t!(lang, "round-beats", n = one.beats.unwrap_or(0), minutes = asked.minutes),
        Kind::Approve => t!(lang, "round-votes", n = one.support, minutes = asked.minutes),
    };
    let length = if outcome.round.kind.0 == Kind::Ranking { one.beats.unwrap_or(0) } else { one.support };
    view! {
        <li class=class>
            <details>
                <summary>
                    <h3>{topic.number} ". " <Said text=&topic.title.0/></h3>
                    <span class="figs">{figures}</span>
                    {bar(length, most)}
                </summary>
                <p><b>{heading}</b> " " {why}</p>
            </details>
        </li>
    }
    .into_any()
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
