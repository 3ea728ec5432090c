//! A draft as it is shown: what is placed where, what is not and why, and its figures.

use super::super::input::Named;
use super::asked::Asked;
use super::question::{Question, What, may, minute_at, question};
use crate::service::access::{self, Actor, Seen};
use crate::service::slots::beside;
use crate::{Result, Site};
use domain::agenda::draft::{self, Draft, Figures, Placement, Reason, Thing};
use domain::agenda::{Part, Session, Span, Speaker};
use domain::id::PersonId;
use domain::text::Text;
use domain::time::{LocalTime, Zone};
use std::collections::BTreeMap;

/// Pairs wanted by fewer people than this are told without their number.
pub const FEWEST_TOLD: u32 = 5;

/// What a draft proposes; nothing of it is stored.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The event.
    pub seen: Seen,
    /// The event's clocks.
    pub zone: Zone,
    /// Another text for everything it was made from.
    pub mark: String,
    /// What was to be placed: topics by number, then sessions by start.
    pub items: Vec<Item>,
    /// Sessions and breaks that stay where they are.
    pub kept: Vec<Session>,
    /// Pairs at the same time that the same people want, the most wanted first.
    pub clashes: Vec<Clash>,
    /// In the order of what they weigh.
    pub points: Vec<Point>,
    /// The number of the round whose ballots counted, and how many they are.
    pub round: Option<(i32, usize)>,
    /// The hours it was made for.
    pub hours: Vec<Span>,
    /// How people are called, by address where they have no name.
    pub people: BTreeMap<PersonId, String>,
}

/// One of what was to be placed.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which.
    pub what: What,
    /// Its title.
    pub title: Text,
    /// Its length.
    pub minutes: i64,
    /// How many want it.
    pub votes: u32,
    /// For all, or beside others.
    pub part: Part,
    /// Who speaks or leads, in words.
    pub speakers: Vec<String>,
    /// When it takes place, if it has a place.
    pub at: Option<(LocalTime, Span)>,
    /// Where; none is the event's own place.
    pub room: Option<Text>,
    /// Why it has no place.
    pub why: Option<Why>,
    /// Those of a topic as they were given.
    pub(super) given: Vec<Named>,
    pub(super) version: Option<i32>,
}

/// Why something has no place, with what a sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The rule's reason.
    pub reason: Reason,
    /// How many were expected.
    pub expected: u32,
    /// Who cannot be there.
    pub who: Option<String>,
    /// When they can.
    pub hours: Vec<Span>,
}

/// Two at the same time that the same people want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// What was placed.
    pub one: Text,
    /// Beside what.
    pub other: Text,
    /// How many want both, where they are enough to be told.
    pub people: Option<u32>,
}

/// One figure of the objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// `placed`, `collisions`, `night` or `early`.
    pub code: &'static str,
    /// The figure that decides.
    pub value: i64,
    /// What it could be at best if it could be had at all: all that was to be placed, else 0.
    pub ideal: i64,
    /// Whether no draft can be better in this, given what stands before it.
    pub proven: bool,
}

/// A draft for who may change the agenda of an event that is not over. The same question has the same draft.
pub async fn propose(site: &Site, actor: &Actor, slug: &str, asked: &Asked) -> Result<Proposal> {
    let db = site.db.read();
    let seen = may(actor, access::event(db, actor, slug).await?)?;
    let question = question(db, site, seen, asked).await?;
    beside(move || Ok(answer(question))).await
}

fn answer(question: Question) -> Proposal {
    let problem = &question.problem;
    let ground = problem.ground();
    let draft = draft::search(problem, &ground, draft::effort(problem, &ground));
    let found = problem.proven(&ground, &draft);
    let figures = problem.figures(&draft);
    let span = |from: i64, minutes: i64| Span { from: minute_at(from), to: minute_at(from + minutes) };
    let items = question.labels.iter().zip(&problem.tasks).zip(&draft).enumerate().map(|(i, ((label, task), placed))| Item {
        what: label.what,
        title: label.title.clone(),
        minutes: task.minutes,
        votes: task.votes,
        part: label.part,
        speakers: label.speakers.iter().map(|one| called(&question, one)).collect(),
        at: placed.map(|placed| (LocalTime::new(question.zone.local(minute_at(placed.at)).time), span(placed.at, task.minutes))),
        room: placed.and_then(|placed: Placement| question.rooms.get(placed.room).cloned().flatten()),
        why: problem.reason(&ground, &draft, i).map(|reason| why(&question, reason, task.expected)),
        given: label.given.clone(),
        version: label.version,
    });
    Proposal {
        items: items.collect(),
        clashes: clashes(&question, &draft),
        points: points(&question, figures, found),
        round: question.counted.round.map(|round| (round, question.counted.ballots)),
        hours: problem.hours.iter().map(|hours| span(hours.from, hours.to - hours.from)).collect(),
        kept: question.kept.iter().map(|one| one.session.clone()).collect(),
        people: question.names.clone(),
        mark: question.mark.clone(),
        zone: question.zone.clone(),
        seen: question.seen.clone(),
    }
}

fn called(question: &Question, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Named(name) => name.clone(),
        Speaker::Person(id) => question.names.get(id).cloned().unwrap_or_default(),
    }
}

fn why(question: &Question, reason: Reason, expected: u32) -> Why {
    let voice = match reason {
        Reason::VoiceAbsent(voice) => Some(voice),
        _ => None,
    };
    let there = voice.and_then(|voice| question.problem.voices.get(voice)?.as_ref());
    let span = |hours: &draft::Stretch| Span { from: minute_at(hours.from), to: minute_at(hours.to) };
    Why {
        reason,
        expected,
        who: voice.and_then(|voice| question.voices.get(voice)).map(|speaker| called(question, speaker)),
        hours: there.map(|hours| hours.iter().map(span).collect()).unwrap_or_default(),
    }
}

fn clashes(question: &Question, draft: &Draft) -> Vec<Clash> {
    let mut found: Vec<_> = question.problem.collisions(draft).collect();
    found.sort_by_key(|wish| (std::cmp::Reverse(wish.people), wish.task));
    let title = |thing: Thing| match thing {
        Thing::Task(i) => question.labels.get(i).map(|label| label.title.clone()),
        Thing::Fixed(k) => question.kept.get(k).map(|one| one.session.title.clone()),
    };
    let one = |wish: &draft::Wish| {
        let people = Some(wish.people).filter(|people| *people >= FEWEST_TOLD);
        Some(Clash { one: title(Thing::Task(wish.task))?, other: title(wish.other)?, people })
    };
    found.into_iter().filter_map(one).collect()
}

fn points(question: &Question, figures: Figures, proven: usize) -> Vec<Point> {
    let all = question.problem.tasks.iter().map(draft::Task::worth).sum();
    let values =
        [("placed", figures.worth.0, all), ("collisions", figures.collisions, 0), ("night", figures.night, 0), ("early", figures.wait, 0)];
    let one = |(i, (code, value, ideal)): (usize, (&'static str, i64, i64))| Point { code, value, ideal, proven: i < proven };
    values.into_iter().enumerate().map(one).collect()
}
