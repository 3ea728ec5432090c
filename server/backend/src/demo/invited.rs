//! Whom the hosts invited, and what these answered.

use super::Stage;
use super::events::{IN_LINE, REGISTERED, ROOM};
use crate::Result;
use crate::entity::invitation::{INVITED, REGISTERED as BY_THEMSELVES};
use crate::entity::{event, invitation, person};
use domain::invitation::{Delivery, Holding, PartStat};
use sea_orm::{ColumnTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, QuerySelect, Set};

/// Everybody was asked but every ninth, who registered unasked; of those who are not registered some declined, three were not reached.
pub async fn to_forum(stage: &Stage<'_>, event: &event::Model, people: &[i64]) -> Result<()> {
    let rows = people.iter().enumerate().filter_map(|(i, person)| {
        let (answer, delivery) = match i {
            i if i < ROOM || (ROOM + IN_LINE..REGISTERED).contains(&i) => (PartStat::Accepted, Delivery::Sent),
            i if i < REGISTERED => (PartStat::Tentative, Delivery::Sent),
            i if i % 13 == 5 => (PartStat::NeedsAction, Delivery::Bounced),
            i if i % 4 == 0 => (PartStat::Declined, Delivery::Sent),
            _ => (PartStat::NeedsAction, Delivery::Sent),
        };
        let unasked = i % 9 == 8;
        let origin = if unasked { BY_THEMSELVES } else { INVITED };
        (!unasked || i < REGISTERED).then(|| row(stage, event, *person, origin, answer, delivery))
    });
    invitation::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(&stage.tx).await?;
    Ok(())
}

/// Those who work in Belgium were asked to the meeting in Brussels.
pub async fn to_brussels(stage: &Stage<'_>, event: &event::Model) -> Result<()> {
    let people = person::Entity::find().filter(person::Column::Country.eq("BE")).order_by_asc(person::Column::Id);
    let people: Vec<i64> = people.select_only().column(person::Column::Id).into_tuple().all(&stage.tx).await?;
    let rows = people.iter().enumerate().map(|(i, person)| {
        let answer = if i % 5 == 1 { PartStat::Declined } else { PartStat::NeedsAction };
        row(stage, event, *person, INVITED, answer, Delivery::Sent)
    });
    invitation::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(&stage.tx).await?;
    Ok(())
}

/// Those asked in writing.
pub async fn to_procedure(stage: &Stage<'_>, event: &event::Model, people: &[i64]) -> Result<()> {
    let rows = people.iter().map(|person| row(stage, event, *person, INVITED, PartStat::NeedsAction, Delivery::Sent));
    invitation::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(&stage.tx).await?;
    Ok(())
}

fn row(
    stage: &Stage<'_>,
    event: &event::Model,
    person: i64,
    origin: &str,
    answer: PartStat,
    delivery: Delivery,
) -> invitation::ActiveModel {
    invitation::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        person_id: Set(person),
        origin: Set(origin.to_owned()),
        sequence: Set(event.sequence),
        partstat: Set(answer.into()),
        withdrawn: Set(false),
        holding: Set(Holding::Entry.into()),
        delivery: Set(delivery.into()),
        created_at: Set(stage.days(-100)),
        changed_at: Set(stage.days(-100)),
        outdated: Set(false),
        run: NotSet,
    }
}
