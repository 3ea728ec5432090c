//! What came of a written procedure, as much of it as the reader may know.

use super::asked::by_id;
use super::close::settle;
use super::{Procedure, load, rows, standing};
use crate::clock::instant;
use crate::entity::procedure_answer;
use crate::error::Error;
use crate::service::access::{Actor, Seen};
use crate::{Result, Site};
use domain::groups::SMALLEST;
use domain::procedure::{Answer, Count, Phase, Shown, Standing, count, shown};
use domain::text::{Lang, Text};
use jiff::Timestamp;

/// The result.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The event as the reader sees it.
    pub seen: Seen,
    /// What was asked.
    pub procedure: Procedure,
    /// What the reader has to do with it.
    pub standing: Standing,
    /// How many were asked.
    pub asked: u32,
    /// How many of them were added after the opening.
    pub added: u32,
    /// How many answered in time.
    pub answered: u32,
    /// How many answered late.
    pub late: u32,
    /// How many have said nothing.
    pub silent: u32,
    /// How many had to answer in time.
    pub needed: Option<u32>,
    /// Question by question.
    pub questions: Vec<Counted>,
    /// Attached to the record.
    pub separate: Vec<Separate>,
    /// Who has said nothing, where the reader may know; who was erased since is not among them.
    pub silent_names: Option<Vec<String>>,
    /// When the last of it was taken down.
    pub at: Timestamp,
}

/// One question's answers.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The figures that the reader may know.
    pub shown: Shown,
    /// The count.
    pub count: Count,
    /// What was said, for those who read it: opinions, and with names also choices.
    pub said: Vec<Said>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// After the deadline, so not counted.
    pub late: bool,
    /// Whose, where names are read; empty for who has none or was erased.
    pub name: Option<String>,
    /// What.
    pub answer: Answer,
}

/// An opinion attached to the record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Separate {
    /// After the deadline.
    pub late: bool,
    /// Whose, as in [`Said`].
    pub name: Option<String>,
    /// What it says.
    pub text: String,
}

impl Outcome {
    /// Whether as many answered as had to.
    pub fn is_quorate(&self) -> bool {
        self.needed.is_none_or(|needed| self.answered >= needed)
    }

    /// What was decided at a question, counted from 1: it and the option that most chose, in the languages it was asked in. Nothing
    /// where too few answered, no option is ahead, or that is not for the reader.
    pub fn decided(&self, number: usize) -> Option<Text> {
        let place = number.checked_sub(1).filter(|_| self.is_quorate())?;
        let question = self.procedure.questions.get(place)?;
        let [ahead] = self.questions.get(place)?.count.leading.as_slice() else { return None };
        let option = question.options.get(usize::try_from(*ahead).ok()?.checked_sub(1)?)?;
        let said = |lang: Lang, asked: &Option<String>| {
            let asked = asked.as_deref()?.trim_end();
            let between = if asked.ends_with(['?', '.', '!', ':']) { " " } else { ": " };
            Some(format!("{asked}{between}{}", option.pick(lang)))
        };
        Some(Text { lv: said(Lang::Lv, &question.text.lv), en: said(Lang::En, &question.text.en) })
    }
}

/// The result; 409 `sealed` before the deadline, for everybody.
pub async fn outcome(site: &Site, actor: &Actor, slug: &str) -> Result<Outcome> {
    let db = site.db.read();
    let (mut seen, mut procedure) = load(db, site, actor, slug).await?;
    if procedure.phase == Phase::Off || !procedure.phase.is_closed() {
        return Err(Error::Conflict("sealed"));
    }
    if procedure.row.closed_at.is_none() {
        settle(site, seen.event.id).await?;
        // Meanwhile the deadline may have been moved: only what is closed for good is told.
        (seen, procedure) = load(db, site, actor, slug).await?;
        if procedure.row.closed_at.is_none() {
            return Err(Error::Conflict("sealed"));
        }
    }
    let standing = standing(db, actor, &seen).await?;
    let rows = rows(db, seen.event.id).await?;
    let named = standing.reads_names(procedure.row.named);
    let silent_known = standing.knows_silent(procedure.row.named);
    let people = if named || silent_known { by_id(db, &rows).await? } else { Default::default() };
    let name = |row: &procedure_answer::Model| {
        let person = row.person_id.and_then(|id| people.get(&id));
        person.map(|person| person.name.clone()).unwrap_or_default()
    };
    let whose = |row: &procedure_answer::Model| named.then(|| name(row));
    // Who was late is known: without names, what few said late would be theirs.
    let late = rows.iter().filter(|row| row.answers.is_some() && row.late).count();
    let late_told = procedure.row.named || (procedure.phase == Phase::Over && i64::try_from(late).is_ok_and(|late| late >= SMALLEST));
    let told: Vec<&procedure_answer::Model> = rows.iter().filter(|row| !row.late || late_told).collect();
    let mut silent: Vec<String> = rows.iter().filter(|row| row.answers.is_none() && row.person_id.is_some()).map(name).collect();
    silent.sort_by_cached_key(|name| name.to_lowercase());
    Ok(Outcome {
        asked: many(rows.iter()),
        added: many(rows.iter().filter(|row| row.added)),
        answered: many(rows.iter().filter(|row| row.answers.is_some() && !row.late)),
        late: many(rows.iter().filter(|row| row.answers.is_some() && row.late)),
        silent: many(rows.iter().filter(|row| row.answers.is_none())),
        needed: procedure.quorum().map(|quorum| quorum.needed(many(rows.iter()))),
        questions: questions(&procedure, &told, standing, whose),
        separate: if standing.reads_answers() { separate(&told, whose) } else { Vec::new() },
        silent_names: silent_known.then_some(silent),
        at: instant(rows.iter().filter_map(|row| row.answered_at).max().unwrap_or_default()).max(procedure.closes),
        seen,
        procedure,
        standing,
    })
}

fn many<'a>(rows: impl Iterator<Item = &'a procedure_answer::Model>) -> u32 {
    u32::try_from(rows.count()).unwrap_or(u32::MAX)
}

/// Sorted by name, or by what is said where it has none: the order of the rows would tell who was asked when.
fn questions(
    procedure: &Procedure,
    rows: &[&procedure_answer::Model],
    standing: Standing,
    whose: impl Fn(&procedure_answer::Model) -> Option<String>,
) -> Vec<Counted> {
    let in_time = || rows.iter().filter(|row| !row.late).filter_map(|row| row.answers.as_ref()).map(|answers| answers.0.as_slice());
    let one = |(place, question)| {
        let mut count = count(question, place, in_time());
        let shown = shown(&count, standing.reads_answers());
        // What most of very few chose is what they chose.
        if !standing.reads_answers() && count.options.iter().map(|n| i64::from(*n)).sum::<i64>() < SMALLEST {
            count.leading.clear();
        }
        let said = |row: &procedure_answer::Model| {
            let answer = row.answers.as_ref()?.0.get(place)?.clone();
            Some(Said { late: row.late, name: whose(row), answer })
        };
        let is_read = |said: &Said| said.name.is_some() || matches!(said.answer, Answer::Opinion(_));
        let read = rows.iter().copied().filter(|_| standing.reads_answers());
        let mut said: Vec<Said> = read.filter_map(said).filter(is_read).collect();
        said.sort();
        Counted { shown, count, said }
    };
    procedure.questions.iter().enumerate().map(|(place, question)| one((place, question))).collect()
}

fn separate(rows: &[&procedure_answer::Model], whose: impl Fn(&procedure_answer::Model) -> Option<String>) -> Vec<Separate> {
    let one = |row: &procedure_answer::Model| Some(Separate { late: row.late, name: whose(row), text: row.separate_opinion.clone()? });
    let mut all: Vec<Separate> = rows.iter().copied().filter_map(one).collect();
    all.sort();
    all
}
