//! What somebody changed in a working version: each can take back what they did themselves, step by step, and do it again, as long as
//! nobody else has changed the same since.

use super::input::is_open_topic;
use super::session::{MOST, note, save, write_voices};
use super::{find_row, open};
use crate::entity::stored::JsonText;
use crate::entity::{agenda_edit, person, session};
use crate::service::access::{self, Actor};
use crate::{Error, Result, Site, repo};
use domain::agenda::{Session, Speaker};
use domain::id::{PersonId, SessionId};
use domain::text::Text;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, NotSet, QueryFilter, QueryOrder, Set};
use std::collections::BTreeSet;

/// So many steps of a person and an event can be taken back.
const KEPT: i64 = 100;

/// A session before and after a change; nothing where it was not there.
#[derive(Clone, Debug)]
pub struct Edit {
    /// In the agenda of which event.
    pub event: i64,
    /// Which session.
    pub session: i64,
    /// As it was.
    pub before: Option<Session>,
    /// As it is then.
    pub after: Option<Session>,
}

/// Which way through what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The last step is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
}

/// What came of going a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    /// The first of the sessions it changed, by title.
    Went(Text),
    /// Somebody else has changed one of its sessions since, or its topic found another end. The step is forgotten, nothing is changed.
    Overtaken(Text),
}

/// What can be taken back and done again, by the title of its first session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The last step.
    pub undo: Option<Text>,
    /// What was taken back last.
    pub redo: Option<Text>,
}

impl Edit {
    fn title(&self) -> Text {
        self.after.as_ref().or(self.before.as_ref()).map(|session| session.title.clone()).unwrap_or_default()
    }

    /// What must be there, and what is to be.
    fn along(self, way: Way) -> (Option<Session>, Option<Session>) {
        match way {
            Way::Undo => (self.after, self.before),
            Way::Redo => (self.before, self.after),
        }
    }
}

impl From<agenda_edit::Model> for Edit {
    fn from(row: agenda_edit::Model) -> Self {
        Self { event: row.event_id, session: row.session_id, before: row.before.map(|one| one.0), after: row.after.map(|one| one.0) }
    }
}

/// Notes what the actor changed at once in one agenda, in the transaction that does it. What was taken back before is gone from then on.
pub(super) async fn keep(tx: &DatabaseTransaction, site: &Site, actor: &Actor, edits: Vec<Edit>) -> Result<()> {
    let me = actor.me()?.id;
    let Some(event_id) = edits.first().map(|edit| edit.event) else { return Ok(()) };
    agenda_edit::Entity::delete_many().filter(own(event_id, me)).filter(agenda_edit::Column::Undone.eq(true)).exec(tx).await?;
    let last = agenda_edit::Entity::find().filter(own(event_id, me)).order_by_desc(agenda_edit::Column::Step).one(tx).await?;
    let step = last.map_or(1, |last| last.step + 1);
    let rows = edits.into_iter().map(|edit| agenda_edit::ActiveModel {
        id: NotSet,
        event_id: Set(event_id),
        person_id: Set(me),
        session_id: Set(edit.session),
        step: Set(step),
        before: Set(edit.before.map(JsonText)),
        after: Set(edit.after.map(JsonText)),
        undone: Set(false),
        made_at: Set(site.now().as_millisecond()),
    });
    agenda_edit::Entity::insert_many(rows).exec_without_returning(tx).await?;
    let old = agenda_edit::Column::Step.lte(step - KEPT);
    agenda_edit::Entity::delete_many().filter(own(event_id, me)).filter(old).exec(tx).await?;
    Ok(())
}

fn own(event_id: i64, person_id: i64) -> Expr {
    agenda_edit::Column::EventId.eq(event_id).and(agenda_edit::Column::PersonId.eq(person_id))
}

/// The first edit of the step that is next on the way.
async fn first(db: &impl ConnectionTrait, event_id: i64, person_id: i64, way: Way) -> Result<Option<agenda_edit::Model>> {
    let found = agenda_edit::Entity::find().filter(own(event_id, person_id));
    let found = match way {
        Way::Undo => found.filter(agenda_edit::Column::Undone.eq(false)).order_by_desc(agenda_edit::Column::Step),
        Way::Redo => found.filter(agenda_edit::Column::Undone.eq(true)).order_by_asc(agenda_edit::Column::Step),
    };
    Ok(found.order_by_asc(agenda_edit::Column::Id).one(db).await?)
}

/// The edits of the step that is next on the way, in the order they were made.
async fn next(db: &impl ConnectionTrait, event_id: i64, person_id: i64, way: Way) -> Result<Vec<agenda_edit::Model>> {
    let Some(first) = first(db, event_id, person_id, way).await? else { return Ok(Vec::new()) };
    let step = agenda_edit::Entity::find().filter(own(event_id, person_id)).filter(agenda_edit::Column::Step.eq(first.step));
    Ok(step.order_by_asc(agenda_edit::Column::Id).all(db).await?)
}

/// Who else changed the working version last, by name, and which session, by title; nothing where nobody did, or nobody with a name.
pub async fn last_change(site: &Site, actor: &Actor, event_id: i64) -> Result<Option<(String, Text)>> {
    let others = agenda_edit::Entity::find()
        .filter(agenda_edit::Column::EventId.eq(event_id))
        .filter(agenda_edit::Column::PersonId.ne(actor.me()?.id))
        .order_by_desc(agenda_edit::Column::Id);
    let Some(edit) = others.one(site.db.read()).await? else { return Ok(None) };
    let person = person::Entity::find_by_id(edit.person_id).one(site.db.read()).await?;
    let name = person.map(|person| person.name).filter(|name| !name.is_empty());
    Ok(name.map(|name| (name, Edit::from(edit).title())))
}

/// What the actor can take back and do again.
pub async fn ways(site: &Site, actor: &Actor, event_id: i64) -> Result<Ways> {
    let (db, me) = (site.db.read(), actor.me()?.id);
    let title = |row: Option<agenda_edit::Model>| row.map(|row| Edit::from(row).title());
    Ok(Ways { undo: title(first(db, event_id, me, Way::Undo).await?), redo: title(first(db, event_id, me, Way::Redo).await?) })
}

/// Takes back the last step of the actor, or does again what was taken back last; 409 `nothing_to_undo` or `nothing_to_redo` where
/// there is none.
pub async fn go(site: &Site, actor: &Actor, slug: &str, way: Way) -> Result<Gone> {
    let tx = site.db.begin_write().await?;
    let seen = open(&tx, actor, access::event(&tx, actor, slug).await?).await?;
    let (event_id, me) = (seen.event.id, actor.me()?.id);
    let mut rows = next(&tx, event_id, me, way).await?;
    let Some(step) = rows.first().map(|row| row.step) else {
        return Err(Error::Conflict(if way == Way::Undo { "nothing_to_undo" } else { "nothing_to_redo" }));
    };
    let its = own(event_id, me).and(agenda_edit::Column::Step.eq(step));
    let title = rows.first().cloned().map(|row| Edit::from(row).title()).unwrap_or_default();
    if way == Way::Undo {
        rows.reverse();
    }
    let edits: Vec<Edit> = rows.into_iter().map(Edit::from).collect();
    let Some(changes) = changes(&tx, event_id, edits, way).await? else {
        agenda_edit::Entity::delete_many().filter(its).exec(&tx).await?;
        tx.commit().await?;
        return Ok(Gone::Overtaken(title));
    };
    for (row, to) in changes {
        let id = row.id;
        put(&tx, site, row, to).await?;
        note(&tx, site, actor, &seen, if way == Way::Undo { "session_change_undone" } else { "session_change_redone" }, id).await?;
    }
    let turned = agenda_edit::Entity::update_many().col_expr(agenda_edit::Column::Undone, (way == Way::Undo).into());
    turned.filter(its).exec(&tx).await?;
    tx.commit().await?;
    Ok(Gone::Went(title))
}

type Change = (session::Model, Option<Session>);

/// What is to be written; nothing where that would take away what others did.
async fn changes(tx: &DatabaseTransaction, event_id: i64, edits: Vec<Edit>, way: Way) -> Result<Option<Vec<Change>>> {
    let mut changes = Vec::new();
    let mut back = 0;
    for edit in edits {
        let row = find_row(tx, edit.session).await?;
        let (from, to) = edit.along(way);
        let now = repo::agenda::one(tx, row.clone()).await?.map(|draft| draft.session);
        if !is_same(tx, &from, &now).await? {
            return Ok(None);
        }
        if let Some(topic) = to.as_ref().and_then(|to| to.topic)
            && now.as_ref().and_then(|now| now.topic) != Some(topic)
            && !is_open_topic(tx, event_id, topic.0).await?
        {
            return Ok(None);
        }
        back += u64::from(now.is_none() && to.is_some());
        changes.push((row, to));
    }
    let fits = back == 0 || repo::agenda::count(tx, event_id).await? + back <= MOST;
    Ok(fits.then_some(changes))
}

/// Whether a session is still as it was left, but for people who are not here any more.
async fn is_same(tx: &DatabaseTransaction, left: &Option<Session>, now: &Option<Session>) -> Result<bool> {
    match left {
        Some(left) if Some(left) != now.as_ref() => Ok(Some(&known(tx, left.clone()).await?) == now.as_ref()),
        _ => Ok(left == now),
    }
}

/// The session without the people who are not here any more.
async fn known(tx: &DatabaseTransaction, mut session: Session) -> Result<Session> {
    let here: BTreeSet<PersonId> = repo::agenda::people(tx, &[&session]).await?.into_keys().collect();
    let stays = |speaker: &Speaker| match speaker {
        Speaker::Person(id) => here.contains(id),
        Speaker::Named(_) => true,
    };
    session.speakers.retain(stays);
    session.chairs.retain(stays);
    Ok(session)
}

async fn put(tx: &DatabaseTransaction, site: &Site, mut row: session::Model, to: Option<Session>) -> Result<()> {
    let id = row.id;
    row.removed = to.is_none();
    if let Some(to) = to {
        let to = known(tx, Session { id: SessionId(id), ..to }).await?;
        repo::agenda::write(&to, &mut row);
        write_voices(tx, id, repo::agenda::voices(&to)).await?;
    }
    save(tx, site, row).await
}
