//! What becomes of the answers of somebody who is erased.

use crate::entity::{event, procedure, procedure_answer};
use crate::{Result, Site};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// Takes the answers back where it is not closed yet. Where it is, they stay in the count and the record, and lose their name with the
/// row of the person.
pub async fn forget(tx: &impl ConnectionTrait, site: &Site, person_id: i64) -> Result<()> {
    let unclosed = procedure::Entity::find().select_only().column(procedure::Column::EventId).filter(procedure::Column::ClosedAt.is_null());
    let ahead = event::Entity::find().select_only().column(event::Column::Id).filter(event::Column::EndsAt.gt(site.now().as_millisecond()));
    procedure_answer::Entity::delete_many()
        .filter(procedure_answer::Column::PersonId.eq(person_id))
        .filter(procedure_answer::Column::EventId.in_subquery(unclosed.into_query()))
        .filter(procedure_answer::Column::EventId.in_subquery(ahead.into_query()))
        .exec(tx)
        .await?;
    Ok(())
}
