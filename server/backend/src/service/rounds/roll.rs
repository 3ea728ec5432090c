//! Who voted what, in a round that was not secret: announced before anybody voted, shown after the close.

use super::Outcome;
use crate::entity::{ballot, person};
use crate::service::access::Actor;
use crate::{Result, Site};
use domain::host::Right;
use domain::voting::Choice;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// A ballot with its voter.
#[derive(Clone, Debug)]
pub struct Named {
    /// The voter's name, possibly empty.
    pub name: String,
    /// The ballot.
    pub choice: Choice,
}

/// The ballots by name, for those who could vote and for the organisers; nothing for others, or where the round was secret.
pub async fn roll(site: &Site, actor: &Actor, outcome: &Outcome) -> Result<Option<Vec<Named>>> {
    let db = site.db.read();
    let Some(me) = actor.id().filter(|_| !outcome.round.secret) else { return Ok(None) };
    if !outcome.seen.may(Right::ManageRounds) && super::entry(db, outcome.round.id, me).await?.is_none() {
        return Ok(None);
    }
    let cast = ballot::Entity::find().filter(ballot::Column::RoundId.eq(outcome.round.id)).all(db).await?;
    let ids: Vec<i64> = cast.iter().filter_map(|ballot| ballot.person_id).collect();
    let mut names: HashMap<i64, String> = HashMap::new();
    for some in ids.chunks(500) {
        let people = person::Entity::find().filter(person::Column::Id.is_in(some.iter().copied())).all(db).await?;
        names.extend(people.into_iter().map(|person| (person.id, person.name)));
    }
    let named = cast.iter().filter_map(|ballot| {
        let name = names.get(&ballot.person_id?)?.clone();
        Some(Named { name, choice: serde_json::from_str(&ballot.content).ok()? })
    });
    let mut named: Vec<Named> = named.collect();
    named.sort_by_key(|one| one.name.to_lowercase());
    Ok(Some(named))
}
