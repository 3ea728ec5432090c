//! What the letters about a procedure say: read when they are written, so that they say what is so then.

use super::{Mine, Outcome, Procedure, load, outcome, own};
use crate::entity::{event, host, person};
use crate::error::Error;
use crate::service::access::{self, Actor, Me};
use crate::{Result, Site};
use domain::procedure::Phase;
use domain::text::Text;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// It has opened.
    Opening,
    /// It closes soon, and nothing has been said yet.
    Reminder,
    /// It has closed: the result.
    Result,
    /// An answer was taken down after the deadline.
    Late,
}

/// A letter's content.
#[derive(Clone, Debug)]
pub struct News {
    /// What it is about.
    pub notice: Notice,
    /// Whom it is for.
    pub person: person::Model,
    /// The event.
    pub event: event::Model,
    /// Who asks.
    pub host: Text,
    /// What is asked.
    pub procedure: Procedure,
    /// The result, once there is one.
    pub outcome: Option<Outcome>,
}

/// The letter as it is now; none for who may no longer see the event, has answered since, or where it is too late to say it.
pub async fn news(site: &Site, event_id: i64, person_id: i64, notice: Notice) -> Result<Option<News>> {
    let db = site.db.read();
    let Some(person) = person::Entity::find_by_id(person_id).one(db).await? else { return Ok(None) };
    let actor = Actor { me: Some(Me::from(person.clone())) };
    let Ok(seen) = access::event_by_id(db, &actor, event_id).await else { return Ok(None) };
    let (seen, procedure) = load(db, site, &actor, &seen.event.slug).await?;
    let Some(mine) = own(db, &actor, event_id).await?.map(Mine::from) else { return Ok(None) };
    let said = match notice {
        Notice::Opening => procedure.phase == Phase::Open,
        Notice::Reminder => procedure.phase == Phase::Open && mine.answers.is_none(),
        Notice::Result => procedure.phase.is_closed(),
        Notice::Late => mine.late,
    };
    if !said {
        return Ok(None);
    }
    let outcome = match notice {
        Notice::Result => Some(outcome(site, &actor, &seen.event.slug).await?),
        _ => None,
    };
    let host = host::Entity::find_by_id(seen.event.host_id).one(db).await?.ok_or(Error::NotFound)?;
    Ok(Some(News { notice, person, event: seen.event, host: host.name.0, procedure, outcome }))
}
