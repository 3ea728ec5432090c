//! What is asked, written down by an organiser until it opens.

use super::{Procedure, of_event};
use crate::entity::{event, procedure, procedure_question};
use crate::error::{Error, Faults};
use crate::service::access::{self, Actor};
use crate::service::audit;
use crate::words::t;
use crate::{Result, Site};
use domain::event::Kind;
use domain::fault::Fault;
use domain::host::Right;
use domain::procedure::{EXPLANATION_MAX, LINE_MAX, OPTIONS_MAX, Phase, QUESTIONS_MAX, Question, Quorum};
use domain::text::{Lang, Text};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};

/// A written procedure as it is sent.
#[derive(Clone, Debug, Default)]
pub struct NewProcedure {
    /// What is asked.
    pub questions: Vec<NewQuestion>,
    /// How many must answer in time.
    pub quorum: Option<Quorum>,
    /// Those asked see who answered what, once it has closed.
    pub named: bool,
}

/// A question as it is sent.
#[derive(Clone, Debug, Default)]
pub struct NewQuestion {
    /// In one line.
    pub text: Text,
    /// More of it.
    pub explanation: Option<Text>,
    /// What can be chosen; absent: agree, disagree, abstain; none: a free opinion.
    pub options: Option<Vec<Text>>,
}

/// Agree, disagree, abstain.
pub fn usual_options() -> Vec<Text> {
    let one = |key: &str| Text { lv: Some(t(Lang::Lv, key)), en: Some(t(Lang::En, key)) };
    ["procedure-agree", "procedure-disagree", "procedure-abstain"].map(one).to_vec()
}

/// Writes down what is asked, in place of what was; 409 `not_written` for another kind of event, `procedure_open` once it has opened.
pub async fn set(site: &Site, actor: &Actor, slug: &str, new: NewProcedure) -> Result<()> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let seen = access::event_locked(&tx, actor, slug).await?;
    seen.require(Right::ManageEvents)?;
    if seen.event.kind.0 != Kind::Written {
        return Err(Error::Conflict("not_written"));
    }
    let before = of_event(&tx, site, &seen.event).await?;
    still_open_to_changes(site, &seen.event, before.as_ref())?;
    let (questions, quorum) = check(&new)?;
    write(&tx, seen.event.id, before.map(|before| before.row), quorum, new.named).await?;
    replace(&tx, seen.event.id, questions).await?;
    audit::note(&tx, site, actor, Some(seen.event.host_id), "procedure_set", slug, "").await?;
    Ok(tx.commit().await?)
}

/// From the opening on nothing is changed of what is asked, nor of the documents: people may have answered it.
pub(super) fn still_open_to_changes(site: &Site, event: &event::Model, before: Option<&Procedure>) -> Result<()> {
    match before {
        Some(before) if before.row.asked_at.is_some() || before.phase != Phase::Waiting => Err(Error::Conflict("procedure_open")),
        // With nothing asked so far the opening may have passed: it opens once something is, if there is time left.
        None if site.now().as_millisecond() >= event.ends_at => Err(Error::Conflict("procedure_over")),
        _ => Ok(()),
    }
}

/// Refuses a change of the event under a procedure: from the opening on it stays a written one that opened then (409 `procedure_open`),
/// and once it was counted its deadline stays (409 `procedure_over`). Until then the deadline may be put off, but never be nearer than
/// people were told (409 `procedure_open`): whoever sets it could end the procedure at the moment that suits.
pub async fn keep(db: &impl ConnectionTrait, before: &event::Model, after: &event::Model) -> Result<()> {
    let same = before.kind == after.kind && before.starts_at == after.starts_at;
    if before.kind.0 != Kind::Written || (same && before.ends_at == after.ends_at) {
        return Ok(());
    }
    let row = procedure::Entity::find().filter(procedure::Column::EventId.eq(before.id)).one(db).await?;
    match row {
        Some(row) if row.asked_at.is_some() && !same => Err(Error::Conflict("procedure_open")),
        Some(row) if row.closed_at.is_some() => Err(Error::Conflict("procedure_over")),
        Some(row) if row.asked_at.is_some() && after.ends_at < before.ends_at => Err(Error::Conflict("procedure_open")),
        _ => Ok(()),
    }
}

fn check(new: &NewProcedure) -> Result<(Vec<Question>, Option<Quorum>)> {
    let mut faults = Faults::default();
    let quorum = faults.take_optional("quorum", new.quorum.map(Quorum::check));
    if new.questions.is_empty() {
        faults.add(Fault::new("questions", "required"));
    } else if new.questions.len() > QUESTIONS_MAX {
        faults.add(Fault::new("questions", "too_many_questions").with("max", QUESTIONS_MAX));
    }
    let mut questions = Vec::new();
    for (number, one) in (1..).zip(new.questions.iter().take(QUESTIONS_MAX)) {
        questions.extend(question(number, one, &mut faults));
    }
    faults.check()?;
    Ok((questions, quorum))
}

fn question(number: usize, new: &NewQuestion, faults: &mut Faults) -> Option<Question> {
    let at = |name: &str| format!("questions.{number}.{name}");
    let long = |fault: domain::fault::Refusal, field: String, max: usize| fault.at(field).with("max", max);
    let mut text = |name: &str, parsed: std::result::Result<Text, domain::fault::Refusal>, max: usize| {
        parsed.map_err(|refusal| faults.add(long(refusal, at(name), max))).ok()
    };
    let line = |text: &Text| Text::line(text.lv.as_deref(), text.en.as_deref(), LINE_MAX);
    let said = text("text", line(&new.text), LINE_MAX);
    let explained = new.explanation.as_ref().filter(|text| !is_blank(text));
    let explanation = explained
        .and_then(|more| text("explanation", Text::block(more.lv.as_deref(), more.en.as_deref(), EXPLANATION_MAX), EXPLANATION_MAX));
    let options = match &new.options {
        None => usual_options(),
        Some(given) => given.iter().filter_map(|option| text("options", line(option), LINE_MAX)).collect(),
    };
    let given = new.options.as_ref().map_or(options.len(), Vec::len);
    if given == 1 || given > OPTIONS_MAX {
        faults.add(Fault::new(at("options"), "option_count").with("max", OPTIONS_MAX));
    }
    Some(Question { text: said?, explanation, options })
}

fn is_blank(text: &Text) -> bool {
    [&text.lv, &text.en].into_iter().flatten().all(|words| words.trim().is_empty())
}

async fn write(
    tx: &impl ConnectionTrait,
    event_id: i64,
    before: Option<procedure::Model>,
    quorum: Option<Quorum>,
    named: bool,
) -> Result<()> {
    let row = procedure::ActiveModel {
        id: before.as_ref().map_or(NotSet, |row| Set(row.id)),
        event_id: Set(event_id),
        quorum: Set(quorum.map(Into::into)),
        named: Set(named),
        asked_at: Set(None),
        reminded_at: Set(None),
        closed_at: Set(None),
    };
    if before.is_some() {
        row.update(tx).await?
    } else {
        row.insert(tx).await?
    };
    Ok(())
}

async fn replace(tx: &impl ConnectionTrait, event_id: i64, questions: Vec<Question>) -> Result<()> {
    procedure_question::Entity::delete_many().filter(procedure_question::Column::EventId.eq(event_id)).exec(tx).await?;
    let rows = (1..).zip(questions).map(|(position, one)| procedure_question::ActiveModel {
        id: NotSet,
        event_id: Set(event_id),
        position: Set(position),
        text: Set(one.text.into()),
        explanation: Set(one.explanation.map(Into::into)),
        options: Set(one.options.into()),
    });
    procedure_question::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}
