//! Written procedures: what is asked of whom, answers until the deadline, late ones, silence, and what came of it.
//!
//! The event's start is the opening, its end the deadline. Who is asked is taken down at the opening; who is invited or registered
//! later is added and shown as that. Nobody sees how it stands before the deadline.

mod answer;
mod asked;
mod close;
mod documents;
mod forget;
mod letter;
mod outcome;
mod record;
mod set;

pub use answer::{Mine, Sent, answer, mine};
pub use asked::{Asked, people};
pub use close::settle_due;
pub use documents::{DOCUMENTS_MAX, attach, detach, document, documents};
pub use forget::forget;
pub use letter::{News, Notice, news};
pub use outcome::{Counted, Outcome, Said, Separate, outcome};
pub use record::{by, leading, names_rule, record, share, summary};
pub use set::{NewProcedure, NewQuestion, keep, set, usual_options};

use crate::clock::instant;
use crate::entity::{event, procedure, procedure_answer, procedure_question};
use crate::error::Error;
use crate::service::access::{self, Actor, Seen};
use crate::{Result, Site};
use domain::event::{Kind, Status};
use domain::host::Right;
use domain::procedure::{LATE, Phase, Question, Quorum, Standing};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// A written procedure as far as everybody who sees its event may know it.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// Its row.
    pub row: procedure::Model,
    /// What is asked, in order.
    pub questions: Vec<Question>,
    /// The opening.
    pub opens: Timestamp,
    /// The deadline.
    pub closes: Timestamp,
    /// Where it stands.
    pub phase: Phase,
}

impl Procedure {
    /// Until when late answers are taken down.
    pub fn late_until(&self) -> Timestamp {
        self.closes.saturating_add(LATE).unwrap_or(self.closes)
    }

    /// How many must answer.
    pub fn quorum(&self) -> Option<Quorum> {
        self.row.quorum.as_ref().map(|quorum| quorum.0)
    }
}

/// The phase of an event's procedure now; once it was counted it stays closed, wherever the deadline is moved.
pub fn phase(site: &Site, event: &event::Model, row: &procedure::Model) -> Phase {
    let closes = row.closed_at.map_or(event.ends_at, |closed| closed.min(event.ends_at));
    // Nor is what was counted gone because the event is called off afterwards.
    let status = if row.closed_at.is_some() { Status::Held } else { event.status.0 };
    Phase::at(site.now(), status, instant(event.starts_at), instant(closes))
}

/// The procedure of an event that was read already; none where nothing is asked yet or the event is no written one.
pub async fn of_event(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<Option<Procedure>> {
    if event.kind.0 != Kind::Written {
        return Ok(None);
    }
    let Some(row) = procedure::Entity::find().filter(procedure::Column::EventId.eq(event.id)).one(db).await? else { return Ok(None) };
    let questions = procedure_question::Entity::find()
        .filter(procedure_question::Column::EventId.eq(event.id))
        .order_by_asc(procedure_question::Column::Position);
    let questions = questions.all(db).await?.into_iter().map(question).collect();
    let phase = phase(site, event, &row);
    Ok(Some(Procedure { row, questions, opens: instant(event.starts_at), closes: instant(event.ends_at), phase }))
}

fn question(row: procedure_question::Model) -> Question {
    Question { text: row.text.0, explanation: row.explanation.map(|text| text.0), options: row.options.0 }
}

/// The procedure of the event of a slug, for whoever sees it; 404 where nothing is asked.
pub async fn load(db: &impl ConnectionTrait, site: &Site, actor: &Actor, slug: &str) -> Result<(Seen, Procedure)> {
    let seen = access::event(db, actor, slug).await?;
    let found = of_event(db, site, &seen.event).await?.ok_or(Error::NotFound)?;
    Ok((seen, found))
}

/// As [`load`], with the event held.
async fn load_locked(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, slug: &str) -> Result<(Seen, Procedure)> {
    let seen = access::event_locked(tx, actor, slug).await?;
    let found = of_event(tx, site, &seen.event).await?.ok_or(Error::NotFound)?;
    Ok((seen, found))
}

/// How the written ones among some events stand, and whether a person has answered: by event, those in which something is asked.
pub async fn asked_of(
    db: &impl ConnectionTrait,
    site: &Site,
    person_id: i64,
    events: impl IntoIterator<Item = &event::Model>,
) -> Result<BTreeMap<i64, (Phase, bool)>> {
    let written: Vec<&event::Model> = events.into_iter().filter(|event| event.kind.0 == Kind::Written).collect();
    if written.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids = || written.iter().map(|event| event.id);
    let procedures = procedure::Entity::find().filter(procedure::Column::EventId.is_in(ids())).all(db).await?;
    let answered: Vec<i64> = procedure_answer::Entity::find()
        .select_only()
        .column(procedure_answer::Column::EventId)
        .filter(procedure_answer::Column::EventId.is_in(ids()))
        .filter(procedure_answer::Column::PersonId.eq(person_id))
        .filter(procedure_answer::Column::Answers.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let one = |row: &procedure::Model| {
        let event = written.iter().find(|event| event.id == row.event_id)?;
        Some((event.id, (phase(site, event, row), answered.contains(&event.id))))
    };
    Ok(procedures.iter().filter_map(one).collect())
}

/// What somebody has to do with the procedure of an event.
pub async fn standing(db: &impl ConnectionTrait, actor: &Actor, seen: &Seen) -> Result<Standing> {
    if seen.may(Right::ViewInvitations) {
        return Ok(Standing::Organiser);
    }
    Ok(if own(db, actor, seen.event.id).await?.is_some() { Standing::Asked } else { Standing::Other })
}

/// The row of somebody who is asked.
async fn own(db: &impl ConnectionTrait, actor: &Actor, event_id: i64) -> Result<Option<procedure_answer::Model>> {
    let Some(me) = actor.id() else { return Ok(None) };
    let row = procedure_answer::Entity::find()
        .filter(procedure_answer::Column::EventId.eq(event_id))
        .filter(procedure_answer::Column::PersonId.eq(me));
    Ok(row.one(db).await?)
}

async fn rows(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<procedure_answer::Model>> {
    let rows = procedure_answer::Entity::find().filter(procedure_answer::Column::EventId.eq(event_id));
    Ok(rows.order_by_asc(procedure_answer::Column::Id).all(db).await?)
}
