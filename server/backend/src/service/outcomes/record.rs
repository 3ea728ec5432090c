//! Recording outcomes, changing them and taking them back.

use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, outcome, session, topic};
use crate::error::Faults;
use crate::service::access::{self, Actor, Seen};
use crate::service::talk::{timeline, today};
use crate::service::{audit, given, people};
use crate::{Error, Result, Site};
use domain::email::Email;
use domain::fault::Fault;
use domain::host::Right;
use domain::outcome::Kind;
use domain::text::{Text, line};
use domain::topic::{By, Happening};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, NotSet, PaginatorTrait, QueryFilter};

/// Longest outcome, in characters.
pub const TEXT_MAX: usize = 2_000;
/// Longest name of an owner, in characters.
pub const NAME_MAX: usize = 120;
/// Outcomes of one event.
const MOST: u64 = 500;

/// The fields that can be given and changed. None leaves a field as it is; an inner none empties it.
#[derive(Clone, Debug, Default)]
pub struct OutcomeFields {
    /// `decision`, `action` or `information`.
    pub kind: Option<String>,
    /// At most [`TEXT_MAX`] characters a language.
    pub text: Option<Text>,
    /// The id of a topic of the event.
    pub topic: Option<Option<i64>>,
    /// The id of a session of the event.
    pub session: Option<Option<i64>>,
    /// Who does it: a name as everybody reads it, at most [`NAME_MAX`] characters, or an address, which is shown to nobody.
    pub owner: Option<Option<String>>,
    /// The address of who does it beside the name.
    pub owner_email: Option<Option<String>>,
    /// `YYYY-MM-DD`.
    pub due_on: Option<Option<String>>,
    /// Whether it is done.
    pub done: Option<bool>,
}

/// Records an outcome of an event, for its organisers, before it, at it and after it.
pub async fn record(site: &Site, actor: &Actor, slug: &str, fields: OutcomeFields) -> Result<outcome::Model> {
    let tx = site.db.begin_write().await?;
    let seen = recorder(access::event_locked(&tx, actor, slug).await?, actor)?;
    let so_far = outcome::Entity::find().filter(outcome::Column::EventId.eq(seen.event.id)).count(&tx).await?;
    if so_far >= MOST {
        return Err(Error::Conflict("too_many_outcomes"));
    }
    let mut faults = Faults::default();
    for (field, _) in [("kind", fields.kind.is_some()), ("text", fields.text.is_some())].into_iter().filter(|(_, there)| !there) {
        faults.add(Fault::new(field, "required"));
    }
    let mut row = blank(site, seen.event.id);
    let owner = apply(&tx, site, &seen.event, &mut row, &fields, &mut faults).await?;
    faults.check()?;
    own(&tx, site, actor, &mut row, owner).await?;
    let mut new = row.into_active_model().reset_all();
    new.id = NotSet;
    let row = new.insert(&tx).await?;
    if let Some(topic) = row.topic_id {
        timeline::note(&tx, site, topic, Happening::Recorded, By::Organisers).await?;
    }
    note(&tx, site, actor, &seen, "outcome_recorded", row.id).await?;
    tx.commit().await?;
    Ok(row)
}

fn blank(site: &Site, event_id: i64) -> outcome::Model {
    outcome::Model {
        id: 0,
        event_id,
        topic_id: None,
        session_id: None,
        kind: Stored(Kind::Information),
        text: JsonText::default(),
        owner_name: None,
        owner_id: None,
        due_on: None,
        done_on: None,
        recorded_on: today(site),
        version: 1,
    }
}

/// Changes the named fields. With `version` it is 409 `changed_meanwhile` if somebody has changed the outcome since.
pub async fn change(site: &Site, actor: &Actor, id: i64, version: Option<i32>, fields: OutcomeFields) -> Result<outcome::Model> {
    let tx = site.db.begin_write().await?;
    let (mut row, seen) = locked(&tx, actor, id).await?;
    if version.is_some_and(|version| version != row.version) {
        return Err(Error::Conflict("changed_meanwhile"));
    }
    let before = row.clone();
    let mut faults = Faults::default();
    let owner = apply(&tx, site, &seen.event, &mut row, &fields, &mut faults).await?;
    faults.check()?;
    own(&tx, site, actor, &mut row, owner).await?;
    if row != before {
        row.version += 1;
        row = row.into_active_model().reset_all().update(&tx).await?;
        if let Some(topic) = row.topic_id.filter(|topic| before.topic_id != Some(*topic)) {
            timeline::note(&tx, site, topic, Happening::Recorded, By::Organisers).await?;
        }
        note(&tx, site, actor, &seen, "outcome_changed", id).await?;
    }
    tx.commit().await?;
    Ok(row)
}

/// Takes an outcome back, and gives the event it was of.
pub async fn remove(site: &Site, actor: &Actor, id: i64) -> Result<event::Model> {
    let tx = site.db.begin_write().await?;
    let (_, seen) = locked(&tx, actor, id).await?;
    outcome::Entity::delete_by_id(id).exec(&tx).await?;
    note(&tx, site, actor, &seen, "outcome_removed", id).await?;
    tx.commit().await?;
    Ok(seen.event)
}

fn recorder(seen: Seen, actor: &Actor) -> Result<Seen> {
    actor.me()?;
    seen.require(Right::ManageTopics)?;
    Ok(seen)
}

/// The outcome as it is under the lock of its event.
async fn locked(tx: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<(outcome::Model, Seen)> {
    let find = || outcome::Entity::find_by_id(id).one(tx);
    let event_id = find().await?.ok_or(Error::NotFound)?.event_id;
    let seen = recorder(access::event_by_id_locked(tx, actor, event_id).await?, actor)?;
    Ok((find().await?.ok_or(Error::NotFound)?, seen))
}

/// Who owns it from now on: nothing said, nobody, or whoever has this address.
type Owner = Option<Option<Email>>;

/// Changes `row` as far as what was sent is right; the owner's address is for the caller to find.
async fn apply(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    row: &mut outcome::Model,
    fields: &OutcomeFields,
    faults: &mut Faults,
) -> Result<Owner> {
    if let Some(kind) = fields.kind.as_deref().and_then(|raw| faults.take("kind", given::word(raw))) {
        row.kind = Stored(kind);
    }
    if let Some(text) = fields.text.as_ref().and_then(|text| given::block(faults, "text", text, TEXT_MAX)) {
        row.text = JsonText(text);
    }
    // What it came of stays, though it could not be chosen any more.
    if let Some(topic) = fields.topic.filter(|topic| *topic != row.topic_id) {
        row.topic_id = topic;
        if row.topic_id.is_some() && !has_topic(tx, event.id, topic).await? {
            faults.add(Fault::new("topic", "unknown_topic"));
        }
    }
    if let Some(session) = fields.session.filter(|session| *session != row.session_id) {
        row.session_id = session;
        if row.session_id.is_some() && !has_session(tx, event.id, session).await? {
            faults.add(Fault::new("session", "unknown_session"));
        }
    }
    Ok(to_do(site, row, fields, faults))
}

/// What only an action has: an owner, a day, and that it is done.
fn to_do(site: &Site, row: &mut outcome::Model, fields: &OutcomeFields, faults: &mut Faults) -> Owner {
    let filled = |field: &Option<Option<String>>| field.clone().map(|value| value.filter(|value| !value.trim().is_empty()));
    let (mut name, mut email, due) = (filled(&fields.owner), filled(&fields.owner_email), filled(&fields.due_on));
    if let Some(Some(address)) = name.take_if(|name| name.as_deref().is_some_and(|name| name.contains('@'))) {
        (name, email) = (Some(None), Some(Some(address)));
    }
    if !row.kind.0.is_to_do() {
        let named = [("owner", name.flatten()), ("owner_email", email.flatten()), ("due_on", due.flatten())];
        named.into_iter().filter(|(_, value)| value.is_some()).for_each(|(field, _)| faults.add(Fault::new(field, "only_for_actions")));
        if fields.done == Some(true) {
            faults.add(Fault::new("done", "only_for_actions"));
        }
        (row.owner_name, row.due_on, row.done_on) = (None, None, None);
        return Some(None);
    }
    if let Some(name) = name {
        row.owner_name = name.and_then(|name| given::limited(faults, "owner", NAME_MAX, line(&name, NAME_MAX)));
    }
    if let Some(due) = due {
        row.due_on = due.and_then(|due| faults.take("due_on", given::date(&due))).map(|date| date.to_string());
    }
    match fields.done {
        Some(true) => row.done_on = Some(row.done_on.take().unwrap_or_else(|| today(site))),
        Some(false) => row.done_on = None,
        None => {}
    }
    email.map(|email| email.and_then(|email| faults.take("owner_email", Email::parse(&email))))
}

async fn own(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, row: &mut outcome::Model, owner: Owner) -> Result<()> {
    match owner {
        Some(Some(email)) => row.owner_id = Some(people::known_or_new(tx, site, &email, actor.me()?.language).await?.id),
        Some(None) => row.owner_id = None,
        None => {}
    }
    Ok(())
}

async fn has_topic(tx: &impl ConnectionTrait, event_id: i64, id: Option<i64>) -> Result<bool> {
    let Some(id) = id else { return Ok(false) };
    Ok(topic::Entity::find_by_id(id).filter(topic::Column::EventId.eq(event_id)).one(tx).await?.is_some())
}

async fn has_session(tx: &impl ConnectionTrait, event_id: i64, id: Option<i64>) -> Result<bool> {
    let Some(id) = id else { return Ok(false) };
    let found = session::Entity::find_by_id(id).filter(session::Column::EventId.eq(event_id)).filter(session::Column::Removed.eq(false));
    Ok(found.one(tx).await?.is_some())
}

async fn note(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, seen: &Seen, action: &str, id: i64) -> Result<()> {
    audit::note(tx, site, actor, Some(seen.event.host_id), action, &seen.event.slug, &format!("outcome {id}")).await
}
