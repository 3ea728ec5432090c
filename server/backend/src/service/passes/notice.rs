//! The letter to an organiser: a topic was proposed to their event.

use crate::entity::{event, host, person, topic, topic_pass};
use crate::service::access::{self, Actor, Me};
use crate::service::entry::refused_contact;
use crate::service::talk::news;
use crate::{Result, Site};
use domain::host::Right;
use domain::news::Rhythm;
use domain::text::Text;
use domain::topic::Pass;
use sea_orm::EntityTrait;

/// What it says.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Whom it is for.
    pub person: person::Model,
    /// What is proposed.
    pub topic: topic::Model,
    /// By whom.
    pub host: Text,
    /// To which event.
    pub event: event::Model,
}

/// The letter as it is now; none once it is decided, or for who may not decide it any more or wants no letters.
pub async fn notice(site: &Site, pass_id: i64, person_id: i64) -> Result<Option<Notice>> {
    let db = site.db.read();
    let Some(pass) = topic_pass::Entity::find_by_id(pass_id).one(db).await? else { return Ok(None) };
    let Some(person) = person::Entity::find_by_id(person_id).one(db).await? else { return Ok(None) };
    let Some(topic) = topic::Entity::find_by_id(pass.topic_id).one(db).await? else { return Ok(None) };
    let Some(origin) = event::Entity::find_by_id(topic.event_id).one(db).await? else { return Ok(None) };
    let Some(host) = host::Entity::find_by_id(origin.host_id).one(db).await? else { return Ok(None) };
    let actor = Actor { me: Some(Me::from(person.clone())) };
    let Ok(seen) = access::event_by_id(db, &actor, pass.into_event_id).await else { return Ok(None) };
    let silent = refused_contact(db, &[person_id]).await?.contains(&person_id);
    // One click in such a letter turns all letters about topics off.
    let choice = news::choice(db, person_id).await?;
    let silent = silent || (choice.rhythm == Rhythm::Never && !choice.mentions);
    let waits = pass.state.0 == Pass::Proposed && seen.may(Right::ManageTopics) && !silent;
    Ok(waits.then_some(Notice { person, topic, host: host.name.0, event: seen.event }))
}
