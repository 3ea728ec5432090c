//! Whom invitations reach, by field of work and country: of those who have agreed to be contacted.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{invitation, person};
use crate::repo::people::agreed;
use domain::consent::Purpose;
use domain::person::Segment;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use std::collections::HashMap;

/// People who say the same of their field of work and their country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The field.
    pub segment: Option<Segment>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// How many.
    pub people: i64,
}

type Row = (Option<Stored<Segment>>, Option<String>, i64);

impl From<Row> for Group {
    fn from((segment, country, people): Row) -> Self {
        Self { segment: segment.map(|segment| segment.0), country, people }
    }
}

fn to_person() -> RelationDef {
    invitation::Entity::belongs_to(person::Entity).from(invitation::Column::PersonId).to(person::Column::Id).into()
}

/// All who may be asked, and of them those who are invited to or registered for each of these events.
pub async fn reached(db: &impl ConnectionTrait, events: &[i64]) -> Result<(Vec<Group>, HashMap<i64, Vec<Group>>)> {
    let all = person::Entity::find()
        .filter(person::Column::Id.in_subquery(agreed(Purpose::Contact)))
        .select_only()
        .columns([person::Column::Segment, person::Column::Country])
        .column_as(person::Column::Id.count(), "people")
        .group_by(person::Column::Segment)
        .group_by(person::Column::Country);
    let all = all.into_tuple::<Row>().all(db).await?.into_iter().map(Group::from).collect();
    let some = invitation::Entity::find()
        .join(JoinType::InnerJoin, to_person())
        .filter(invitation::Column::EventId.is_in(events.iter().copied()))
        .filter(invitation::Column::Withdrawn.eq(false))
        .filter(person::Column::Id.in_subquery(agreed(Purpose::Contact)))
        .select_only()
        .column(invitation::Column::EventId)
        .column(person::Column::Segment)
        .column(person::Column::Country)
        .column_as(invitation::Column::Id.count(), "people")
        .group_by(invitation::Column::EventId)
        .group_by(person::Column::Segment)
        .group_by(person::Column::Country);
    let mut found: HashMap<i64, Vec<Group>> = HashMap::new();
    for (event, segment, country, people) in some.into_tuple::<(i64, Option<Stored<Segment>>, Option<String>, i64)>().all(db).await? {
        found.entry(event).or_default().push(Group::from((segment, country, people)));
    }
    Ok((all, found))
}
