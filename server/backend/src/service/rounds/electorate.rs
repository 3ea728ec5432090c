//! Who may vote in a round.

use crate::Result;
use crate::entity::{event, member, registration, round};
use crate::error::Error;
use crate::repo::invitations;
use crate::service::access;
use domain::event::Visibility;
use domain::registration::Status as Place;
use domain::voting::Voters;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Whom the round is for, by id, as it was when it was made or opened, whichever was later.
pub(super) async fn of(tx: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<i64>> {
    match round.voters.0 {
        Voters::Registered => registered(tx, round).await,
        Voters::Members => members(tx, round).await,
        Voters::Audience => audience(tx, round).await,
    }
}

/// Also where it is taken down later, because nothing ran then.
async fn registered(tx: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<i64>> {
    let at = round.opens_at.max(round.made_at);
    let still =
        Condition::any().add(registration::Column::Status.ne(<&str>::from(Place::Cancelled))).add(registration::Column::CancelledAt.gt(at));
    let people = registration::Entity::find()
        .select_only()
        .column(registration::Column::PersonId)
        .filter(registration::Column::EventId.eq(round.event_id))
        .filter(registration::Column::RegisteredAt.lte(at))
        .filter(still)
        .order_by_asc(registration::Column::PersonId);
    Ok(people.into_tuple().all(tx).await?)
}

async fn members(tx: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<i64>> {
    let host = event(tx, round).await?.host_id;
    let people = member::Entity::find()
        .select_only()
        .column(member::Column::PersonId)
        .filter(member::Column::HostId.eq(host))
        .filter(member::Column::CreatedAt.lte(round.opens_at.max(round.made_at)))
        .order_by_asc(member::Column::PersonId);
    Ok(people.into_tuple().all(tx).await?)
}

/// Who could not see the event could not vote in it either.
async fn audience(tx: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<i64>> {
    let Some(audience) = &round.audience else { return Ok(Vec::new()) };
    let people = invitations::audience(tx, &audience.0).await?.into_iter().map(|person| person.id);
    let event = event(tx, round).await?;
    if event.visibility.0 != Visibility::Invited {
        return Ok(people.collect());
    }
    let circle = access::circle(tx, &event).await?;
    Ok(people.filter(|person| circle.contains(person)).collect())
}

async fn event(tx: &impl ConnectionTrait, round: &round::Model) -> Result<event::Model> {
    event::Entity::find_by_id(round.event_id).one(tx).await?.ok_or(Error::NotFound)
}
