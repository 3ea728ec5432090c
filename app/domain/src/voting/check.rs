//! What a tally refuses, before anything is counted.

use super::poll::{Poll, Vote};
use super::{Ballot, Choice, Item, Kind, Limits, Method};
use crate::fault::Fault;
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// The most items in one tally.
pub const ITEMS_MAX: u32 = 500;
/// The most minutes one item may need.
pub const ITEM_MINUTES_MAX: u32 = 1_440;
/// The most minutes there may be to fill: a week.
pub const MINUTES_MAX: u32 = 10_080;
/// The most the weights of all ballots may sum to.
pub const BALLOTS_MAX: u32 = 100_000;
/// The best score.
pub const SCORE_MAX: u32 = 5;
/// More faults than this are not named: nobody reads a hundred thousand.
pub(super) const FAULTS_MAX: usize = 20;

/// Checks one choice over the items of a round before it is stored; fields are `approve`, `scores` or `ranking`.
///
/// Codes: `ballot_kind` (not what the round asks), `unknown_item`, `repeated_item`, `out_of_range` (a score above 5),
/// `too_many_choices` (more items named than `max_choices`).
pub fn check_choice<'a>(
    kind: Kind,
    items: impl IntoIterator<Item = &'a str>,
    choice: &Choice,
    max_choices: Option<u32>,
) -> Result<(), Vec<Fault>> {
    let places = items.into_iter().zip(0..).collect();
    let mut faults = Vec::new();
    let marks = marks(&[kind], &places, choice, "", &mut faults);
    if let Some(max) = max_choices.filter(|max| marks.len() > *max as usize) {
        faults.push(Fault::new(choice.field(), "too_many_choices").with("max", max));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Checks everything of a tally; see [`super::tally`].
pub(super) fn poll<'a>(method: Method, items: &'a [Item], ballots: &[Ballot], limits: Limits) -> Result<Poll<'a>, Vec<Fault>> {
    let mut faults = Vec::new();
    let places = check_items(items, &mut faults);
    if let Some(winners) = limits.winners {
        in_range("winners", winners, 1..=ITEMS_MAX, &mut faults);
    }
    if let Some(minutes) = limits.minutes {
        in_range("minutes", minutes, 1..=MINUTES_MAX, &mut faults);
    } else if method == Method::EqualShares {
        faults.push(Fault::new("minutes", "required"));
    }
    let votes = if faults.is_empty() { check_ballots(method, &places, ballots, &mut faults) } else { Vec::new() };
    faults.truncate(FAULTS_MAX);
    if faults.is_empty() { Ok(Poll { items, votes }) } else { Err(faults) }
}

fn check_items<'a>(items: &'a [Item], faults: &mut Vec<Fault>) -> HashMap<&'a str, usize> {
    if items.is_empty() {
        faults.push(Fault::new("items", "required"));
    }
    if items.len() > ITEMS_MAX as usize {
        faults.push(Fault::new("items", "too_many_items").with("max", ITEMS_MAX));
        return HashMap::new();
    }
    let mut places = HashMap::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        if places.insert(item.id.as_str(), n).is_some() {
            faults.push(Fault::new(format!("items.{n}.id"), "repeated_item").with("item", &item.id));
        }
        in_range(&format!("items.{n}.minutes"), item.minutes, 1..=ITEM_MINUTES_MAX, faults);
    }
    places
}

fn check_ballots(method: Method, places: &HashMap<&str, usize>, ballots: &[Ballot], faults: &mut Vec<Fault>) -> Vec<Vote> {
    let total: u64 = ballots.iter().map(|ballot| u64::from(ballot.weight)).sum();
    if total > u64::from(BALLOTS_MAX) || ballots.len() > BALLOTS_MAX as usize {
        faults.push(Fault::new("ballots", "too_many_ballots").with("max", BALLOTS_MAX));
        return Vec::new();
    }
    let mut votes = Vec::with_capacity(ballots.len());
    for (n, ballot) in ballots.iter().enumerate() {
        if faults.len() >= FAULTS_MAX {
            break;
        }
        let prefix = format!("ballots.{n}.");
        if ballot.weight == 0 {
            in_range(&format!("{prefix}weight"), 0, 1..=BALLOTS_MAX, faults);
        }
        // Approvals and scores both suit equal shares, but not in one tally.
        if ballots.first().is_some_and(|first| first.choice.field() != ballot.choice.field()) {
            faults.push(Fault::new(format!("{prefix}{}", ballot.choice.field()), "ballot_kind"));
            continue;
        }
        votes.push(Vote { weight: ballot.weight, marks: marks(method.kinds(), places, &ballot.choice, &prefix, faults) });
    }
    votes
}

/// The marks of a choice by the place of the item, those of 0 left out.
fn marks(kinds: &[Kind], places: &HashMap<&str, usize>, choice: &Choice, prefix: &str, faults: &mut Vec<Fault>) -> Vec<(usize, u32)> {
    let field = || format!("{prefix}{}", choice.field());
    if !kinds.contains(&choice.kind()) {
        faults.push(Fault::new(field(), "ballot_kind"));
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut marks = Vec::new();
    for (id, mark) in choice.marks() {
        match places.get(id) {
            None => faults.push(Fault::new(field(), "unknown_item").with("item", id)),
            Some(place) if !seen.insert(*place) => faults.push(Fault::new(field(), "repeated_item").with("item", id)),
            Some(_) if matches!(choice, Choice::Scores(_)) && mark > SCORE_MAX => {
                in_range(&field(), mark, 0..=SCORE_MAX, faults);
            }
            Some(place) if mark > 0 => marks.push((*place, mark)),
            Some(_) => {}
        }
        if faults.len() >= FAULTS_MAX {
            break;
        }
    }
    marks
}

fn in_range(field: &str, value: u32, range: RangeInclusive<u32>, faults: &mut Vec<Fault>) {
    if !range.contains(&value) {
        faults.push(Fault::new(field, "out_of_range").with("min", range.start()).with("max", range.end()));
    }
}
