//! Who is asked: those invited or registered at the opening, and whoever is later, until the deadline.

use super::letter::Notice;
use super::{Procedure, load, rows};
use crate::clock::instant;
use crate::entity::{event, person, procedure, procedure_answer};
use crate::error::Error;
use crate::outbox::{Job, put};
use crate::repo::planning;
use crate::service::access::Actor;
use crate::service::entry::refused_contact;
use crate::{Result, Site};
use domain::host::Right;
use domain::procedure::Phase;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who is asked, for organisers.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Their name, possibly empty.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Came after the opening.
    pub added: bool,
    /// When they answered, if they did; never what.
    pub answered: Option<Timestamp>,
    /// Whether that was late.
    pub late: bool,
}

/// Who is asked and who has answered, for whoever sees the invitations; by name.
pub async fn people(site: &Site, actor: &Actor, slug: &str) -> Result<Vec<Asked>> {
    let db = site.db.read();
    let (seen, _) = load(db, site, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ViewInvitations)?;
    let rows = rows(db, seen.event.id).await?;
    let people = by_id(db, &rows).await?;
    let one = |row: procedure_answer::Model| {
        let person = people.get(&row.person_id?)?;
        let answered = row.answered_at.map(instant);
        Some(Asked { name: person.name.clone(), email: person.email.clone(), added: row.added, answered, late: row.late })
    };
    let mut all: Vec<Asked> = rows.into_iter().filter_map(one).collect();
    all.sort_by_cached_key(|one| (one.name.to_lowercase(), one.email.clone()));
    Ok(all)
}

/// The people of these rows.
pub(super) async fn by_id(db: &impl ConnectionTrait, rows: &[procedure_answer::Model]) -> Result<BTreeMap<i64, person::Model>> {
    let ids: Vec<i64> = rows.iter().filter_map(|row| row.person_id).collect();
    let mut people = BTreeMap::new();
    for some in ids.chunks(500) {
        let found = person::Entity::find().filter(person::Column::Id.is_in(some.iter().copied())).all(db).await?;
        people.extend(found.into_iter().map(|person| (person.id, person)));
    }
    Ok(people)
}

/// Whether those asked are others than those taken down.
pub(super) async fn is_outdated(db: &impl ConnectionTrait, event_id: i64) -> Result<bool> {
    let rows = rows(db, event_id).await?;
    Ok(!missing(&rows, &planning::known(db, event_id).await?).is_empty())
}

/// Who is to be added. Whoever was asked once stays so: a quorum that could be had by asking fewer would be none.
fn missing(rows: &[procedure_answer::Model], known: &BTreeSet<i64>) -> Vec<i64> {
    let there: BTreeSet<i64> = rows.iter().filter_map(|row| row.person_id).collect();
    known.difference(&there).copied().collect()
}

/// Takes down who is asked, in a transaction that holds the event, once it has opened; each is told once. A procedure that opened while
/// nothing ran is taken down as soon as something does. After the deadline nobody is added any more.
pub(super) async fn take_down(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, procedure: &mut Procedure) -> Result<()> {
    let first = procedure.row.asked_at.is_none();
    if !(procedure.phase == Phase::Open || (first && procedure.phase.is_closed())) {
        return Ok(());
    }
    let rows = rows(tx, event.id).await?;
    let new = missing(&rows, &planning::known(tx, event.id).await?);
    let row = |person: &i64| procedure_answer::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        person_id: Set(Some(*person)),
        added: Set(!first),
        answers: Set(None),
        separate_opinion: Set(None),
        answered_at: Set(None),
        late: Set(false),
    };
    for some in new.chunks(500) {
        procedure_answer::Entity::insert_many(some.iter().map(row)).exec_without_returning(tx).await?;
    }
    if first {
        mark(tx, procedure, procedure::Column::AskedAt, site.now().as_millisecond()).await?;
        procedure.row.asked_at = Some(site.now().as_millisecond());
    }
    // Who comes later has just been invited or registered, and that letter leads here.
    if first && procedure.phase == Phase::Open {
        tell(tx, site, event.id, &new, Notice::Opening).await?;
    }
    Ok(())
}

/// Writes that something has been done, so that it is done once.
pub(super) async fn mark(tx: &impl ConnectionTrait, procedure: &Procedure, column: procedure::Column, at: i64) -> Result<()> {
    let row = procedure::Entity::update_many().col_expr(column, Expr::value(at)).filter(procedure::Column::Id.eq(procedure.row.id));
    if row.exec(tx).await?.rows_affected == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// A letter to each of these people who takes letters.
pub(super) async fn tell(tx: &impl ConnectionTrait, site: &Site, event: i64, people: &[i64], notice: Notice) -> Result<()> {
    let refused = refused_contact(tx, people).await?;
    for person in people.iter().copied().filter(|person| !refused.contains(person)) {
        put(tx, site, &Job::Procedure { event, person, notice }).await?;
    }
    Ok(())
}
