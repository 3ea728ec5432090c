//! Answering, replacing the answer until the deadline, and answering late.

use super::asked::take_down;
use super::letter::Notice;
use super::{Procedure, load_locked, own};
use crate::clock::instant;
use crate::entity::{event, procedure_answer};
use crate::error::Error;
use crate::outbox::{Job, put};
use crate::service::access::Actor;
use crate::{Result, Site};
use domain::procedure::{Answer, Given, OPINION_MAX, Phase, check};
use domain::text::block;
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};

/// An answer as it is sent.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// To the questions.
    pub answers: Vec<Given>,
    /// An opinion to be attached to the record.
    pub separate_opinion: Option<String>,
}

/// What somebody who is asked has answered.
#[derive(Clone, Debug)]
pub struct Mine {
    /// In the order of the questions; none so far.
    pub answers: Option<Vec<Answer>>,
    /// The opinion attached to the record.
    pub separate_opinion: Option<String>,
    /// When.
    pub answered: Option<Timestamp>,
    /// After the deadline.
    pub late: bool,
}

impl From<procedure_answer::Model> for Mine {
    fn from(row: procedure_answer::Model) -> Self {
        Self {
            answers: row.answers.map(|answers| answers.0),
            separate_opinion: row.separate_opinion,
            answered: row.answered_at.map(instant),
            late: row.late,
        }
    }
}

/// What the reader is asked and has answered; none who is not asked. Who came a moment ago is taken down first.
pub async fn mine(site: &Site, actor: &Actor, event: &event::Model, procedure: &Procedure) -> Result<Option<Mine>> {
    let db = site.db.read();
    let found = own(db, actor, event.id).await?;
    let Some(me) = actor.id().filter(|_| found.is_none() && procedure.phase == Phase::Open) else { return Ok(found.map(Into::into)) };
    if !crate::repo::planning::known(db, event.id).await?.contains(&me) {
        return Ok(None);
    }
    let tx = site.db.begin_write().await?;
    let (seen, mut procedure) = load_locked(&tx, site, actor, &event.slug).await?;
    take_down(&tx, site, &seen.event, &mut procedure).await?;
    let found = own(&tx, actor, event.id).await?;
    tx.commit().await?;
    Ok(found.map(Into::into))
}

/// Answers, or replaces the answer until the deadline. Afterwards who has not answered may still do so: it is taken down as late and not
/// counted. 403 for who is not asked; 409 `procedure_not_open`, `procedure_over`, `answer_final` for who answered in time.
pub async fn answer(site: &Site, actor: &Actor, slug: &str, sent: Sent) -> Result<Mine> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (seen, mut procedure) = load_locked(&tx, site, actor, slug).await?;
    take_down(&tx, site, &seen.event, &mut procedure).await?;
    let row = match own(&tx, actor, seen.event.id).await? {
        Some(row) => row,
        // Who will be asked is told that it is too early, not that it is not for them.
        None if procedure.phase == Phase::Waiting => return Err(Error::Conflict("procedure_not_open")),
        None => return Err(Error::Forbidden),
    };
    let late = match procedure.phase {
        Phase::Open => false,
        Phase::Late if row.answers.is_some() && !row.late => return Err(Error::Conflict("answer_final")),
        Phase::Late => true,
        Phase::Waiting => return Err(Error::Conflict("procedure_not_open")),
        Phase::Over | Phase::Off => return Err(Error::Conflict("procedure_over")),
    };
    let row = write(&tx, site, &procedure, row, sent, late).await?;
    if late {
        // Asked for by the person this very moment, so also who wants no other letters gets it.
        put(&tx, site, &Job::Procedure { event: seen.event.id, person: me, notice: Notice::Late }).await?;
    }
    tx.commit().await?;
    site.live.changed(seen.event.id);
    Ok(row.into())
}

async fn write(
    tx: &impl ConnectionTrait,
    site: &Site,
    procedure: &Procedure,
    row: procedure_answer::Model,
    sent: Sent,
    late: bool,
) -> Result<procedure_answer::Model> {
    let opinion = sent.separate_opinion.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let opinion = opinion.map(|words| block(words, OPINION_MAX)).transpose();
    let (answers, opinion) = match (check(&procedure.questions, &sent.answers), opinion) {
        (Ok(answers), Ok(opinion)) => (answers, opinion),
        (answers, opinion) => {
            let mut faults = answers.err().unwrap_or_default();
            faults.extend(opinion.err().map(|refusal| refusal.at("separate_opinion").with("max", OPINION_MAX)));
            return Err(Error::Invalid(faults));
        }
    };
    let mut row = row.into_active_model();
    row.answers = Set(Some(answers.into()));
    row.separate_opinion = Set(opinion);
    row.answered_at = Set(Some(site.now().as_millisecond()));
    row.late = Set(late);
    Ok(row.update(tx).await?)
}
