//! Sessions of the working version: made, changed, removed.

use super::history::{Edit, keep};
use super::input::{Named, SessionFields, Voices, apply, not_in_a_break};
use super::{find, find_row, open};
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{session, session_speaker};
use crate::error::Faults;
use crate::repo::agenda::Voice;
use crate::service::access::{self, Actor, Seen};
use crate::service::{audit, people};
use crate::{Error, Result, Site, repo};
use domain::agenda::{Part, Session, SessionKind};
use domain::fault::Fault;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, Set,
};

/// Sessions of one agenda.
pub(super) const MOST: u64 = 500;

/// Adds a session to the working version and gives its id.
pub async fn create(site: &Site, actor: &Actor, slug: &str, fields: SessionFields) -> Result<i64> {
    let tx = site.db.begin_write().await?;
    let seen = access::event(&tx, actor, slug).await?;
    let seen = open(&tx, actor, seen).await?;
    let made = add(&tx, site, actor, &seen, fields).await?;
    let id = made.session;
    keep(&tx, site, actor, vec![made]).await?;
    tx.commit().await?;
    Ok(id)
}

/// The same within a transaction that holds the event; what was done is for the caller to [`keep`].
pub(super) async fn add(tx: &DatabaseTransaction, site: &Site, actor: &Actor, seen: &Seen, fields: SessionFields) -> Result<Edit> {
    if repo::agenda::count(tx, seen.event.id).await? >= MOST {
        return Err(Error::Conflict("too_many_sessions"));
    }
    let mut faults = Faults::default();
    let needed = [
        ("title", fields.title.is_some()),
        ("starts_local", fields.starts_local.is_some()),
        ("duration_minutes", fields.duration_minutes.is_some()),
    ];
    for (field, _) in needed.into_iter().filter(|(_, there)| !there) {
        faults.add(Fault::new(field, "required"));
    }
    let mut row = blank(site, seen.event.id);
    let voices = apply(tx, site, &seen.event, &mut row, &fields, &mut faults).await?;
    not_in_a_break(&row, &voices, &[], &mut faults);
    faults.check()?;
    let mut active = row.into_active_model().reset_all();
    active.id = NotSet;
    let row = active.insert(tx).await?;
    speak(tx, site, actor, row.id, voices).await?;
    note(tx, site, actor, seen, "session_made", row.id).await?;
    edit(tx, row, None).await
}

fn blank(site: &Site, event_id: i64) -> session::Model {
    let now = site.now().as_millisecond();
    session::Model {
        id: 0,
        event_id,
        topic_id: None,
        title: JsonText::default(),
        starts_local: String::new(),
        duration_minutes: 0,
        room: None,
        online_url: None,
        part: Stored(Part::Main),
        version: 1,
        removed: false,
        created_at: now,
        changed_at: now,
        run: None,
        kind: Stored(SessionKind::Session),
        language: None,
        chatham_house: false,
        working_group: None,
        materials: None,
        capacity: None,
    }
}

/// Changes the named fields. With `version` it is refused with 409 `changed_meanwhile` if somebody has changed the session since.
pub async fn update(site: &Site, actor: &Actor, id: i64, version: Option<i32>, fields: SessionFields) -> Result<()> {
    let tx = site.db.begin_write().await?;
    if let Some(done) = revise(&tx, site, actor, id, version, fields).await? {
        keep(&tx, site, actor, vec![done]).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The same within a transaction; what was done, if anything was, is for the caller to [`keep`].
pub(super) async fn revise(
    tx: &DatabaseTransaction,
    site: &Site,
    actor: &Actor,
    id: i64,
    version: Option<i32>,
    fields: SessionFields,
) -> Result<Option<Edit>> {
    let (seen, before) = locked(tx, actor, id, version).await?;
    let mut row = before.clone();
    let mut faults = Faults::default();
    let voices = apply(tx, site, &seen.event, &mut row, &fields, &mut faults).await?;
    not_in_a_break(&row, &voices, &speaking(tx, id).await?, &mut faults);
    faults.check()?;
    let was = repo::agenda::one(tx, before.clone()).await?.map(|draft| draft.session);
    let spoken = speak(tx, site, actor, id, voices).await?;
    if !spoken && row == before {
        return Ok(None);
    }
    save(tx, site, row.clone()).await?;
    note(tx, site, actor, &seen, "session_changed", id).await?;
    edit(tx, row, was).await.map(Some)
}

/// Takes a session out of the working version; the next release drops it. `version` as in [`update`].
pub async fn remove(site: &Site, actor: &Actor, id: i64, version: Option<i32>) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let (seen, mut row) = locked(&tx, actor, id, version).await?;
    let was = repo::agenda::one(&tx, row.clone()).await?.map(|draft| draft.session);
    row.removed = true;
    save(&tx, site, row.clone()).await?;
    note(&tx, site, actor, &seen, "session_removed", id).await?;
    let edit = edit(&tx, row, was).await?;
    keep(&tx, site, actor, vec![edit]).await?;
    tx.commit().await?;
    Ok(())
}

/// What the row is now, after what it was.
async fn edit(tx: &DatabaseTransaction, row: session::Model, before: Option<Session>) -> Result<Edit> {
    let (event, session) = (row.event_id, row.id);
    let after = repo::agenda::one(tx, row).await?.map(|draft| draft.session);
    Ok(Edit { event, session, before, after })
}

/// The session as it is under the lock of its event.
async fn locked(tx: &DatabaseTransaction, actor: &Actor, id: i64, version: Option<i32>) -> Result<(Seen, session::Model)> {
    let (seen, _) = find(tx, actor, id).await?;
    let seen = open(tx, actor, seen).await?;
    let row = find_row(tx, id).await?;
    if row.removed {
        return Err(Error::NotFound);
    }
    if version.is_some_and(|version| version != row.version) {
        return Err(Error::Conflict("changed_meanwhile"));
    }
    Ok((seen, row))
}

pub(super) async fn save(tx: &DatabaseTransaction, site: &Site, mut row: session::Model) -> Result<()> {
    row.version += 1;
    row.changed_at = site.now().as_millisecond();
    row.into_active_model().reset_all().update(tx).await?;
    Ok(())
}

async fn speaking(tx: &DatabaseTransaction, session_id: i64) -> Result<Vec<session_speaker::Model>> {
    let own = session_speaker::Entity::find().filter(session_speaker::Column::SessionId.eq(session_id));
    Ok(own.order_by_asc(session_speaker::Column::Position).all(tx).await?)
}

/// Writes who speaks and who leads, where that was sent; true if that is a change. An unknown address becomes a person with that
/// address only.
async fn speak(tx: &DatabaseTransaction, site: &Site, actor: &Actor, session_id: i64, voices: Voices) -> Result<bool> {
    let there: Vec<Voice> = speaking(tx, session_id).await?.into_iter().map(|row| (row.chairs, row.person_id, row.name)).collect();
    let mut wanted: Vec<Voice> = Vec::new();
    for (chairs, sent) in [(false, voices.speakers), (true, voices.chairs)] {
        let Some(sent) = sent else {
            wanted.extend(there.iter().filter(|(leads, ..)| *leads == chairs).cloned());
            continue;
        };
        for one in sent {
            wanted.push(match one {
                Named::Person(email) => (chairs, Some(people::known_or_new(tx, site, &email, actor.me()?.language).await?.id), None),
                Named::Name(name) => (chairs, None, Some(name)),
            });
        }
    }
    if there == wanted {
        return Ok(false);
    }
    write_voices(tx, session_id, wanted).await?;
    Ok(true)
}

/// Replaces who speaks and who leads.
pub(super) async fn write_voices(tx: &DatabaseTransaction, session_id: i64, voices: Vec<Voice>) -> Result<()> {
    session_speaker::Entity::delete_many().filter(session_speaker::Column::SessionId.eq(session_id)).exec(tx).await?;
    let rows = (1..).zip(voices).map(|(position, (chairs, person, name))| session_speaker::ActiveModel {
        id: NotSet,
        session_id: Set(session_id),
        position: Set(position),
        person_id: Set(person),
        name: Set(name),
        chairs: Set(chairs),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        session_speaker::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

pub(super) async fn note(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, seen: &Seen, action: &str, id: i64) -> Result<()> {
    audit::note(tx, site, actor, Some(seen.event.host_id), action, &seen.event.slug, &format!("session {id}")).await
}
