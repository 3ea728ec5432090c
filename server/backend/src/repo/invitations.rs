//! Who is invited, and who could be.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{event, host, invitation, member, person, registration};
use crate::repo::people::agreed;
use domain::consent::Purpose;
use domain::invitation::{Audience, Delivery, PartStat};
use domain::registration::Status as Place;
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use std::collections::BTreeSet;

/// One invitation in a list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    /// The row of `invitation`.
    pub id: i64,
    /// The person's address.
    pub email: String,
    /// The person's name, possibly empty.
    pub name: String,
    /// The answer.
    pub partstat: Stored<PartStat>,
    /// SEQUENCE last sent.
    pub sequence: i32,
    /// What became of the last mail.
    pub delivery: Stored<Delivery>,
}

fn to_person() -> RelationDef {
    invitation::Entity::belongs_to(person::Entity).from(invitation::Column::PersonId).to(person::Column::Id).into()
}

/// Which invitations of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// Those behind this id.
    pub after: i64,
    /// Those whose last letter did not arrive.
    pub lost: bool,
}

/// The invitations of an event that have not been withdrawn, at most `limit`.
pub async fn list(db: &impl ConnectionTrait, event_id: i64, only: Only, limit: u64) -> Result<Vec<Row>> {
    let lost = only.lost.then(|| invitation::Column::Delivery.is_in([Delivery::Bounced, Delivery::Failed].map(Stored)));
    let rows = invitation::Entity::find()
        .select_only()
        .columns([invitation::Column::Id, invitation::Column::Partstat, invitation::Column::Sequence, invitation::Column::Delivery])
        .join(JoinType::InnerJoin, to_person())
        .column_as(person::Column::Email, "email")
        .column_as(person::Column::Name, "name")
        .filter(invitation::Column::EventId.eq(event_id))
        .filter(invitation::Column::Withdrawn.eq(false))
        .filter(invitation::Column::Id.gt(only.after))
        .filter(Condition::all().add_option(lost))
        .order_by_asc(invitation::Column::Id)
        .limit(limit);
    Ok(rows.into_model::<Row>().all(db).await?)
}

/// The invitation of a person to an event, withdrawn ones included.
pub async fn of(db: &impl ConnectionTrait, event_id: i64, person_id: i64) -> Result<Option<invitation::Model>> {
    let found =
        invitation::Entity::find().filter(invitation::Column::EventId.eq(event_id)).filter(invitation::Column::PersonId.eq(person_id));
    Ok(found.one(db).await?)
}

/// How many organisers' invitations a person has had since an instant (milliseconds).
pub async fn contacts_since(db: &impl ConnectionTrait, person_id: i64, since: i64) -> Result<u64> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::PersonId.eq(person_id))
        .filter(invitation::Column::Origin.eq(invitation::INVITED))
        .filter(invitation::Column::CreatedAt.gt(since));
    Ok(rows.count(db).await?)
}

/// The people of an audience who have agreed to be contacted.
pub async fn audience(db: &impl ConnectionTrait, wanted: &Audience) -> Result<Vec<person::Model>> {
    let mut filter = Condition::all().add(person::Column::Id.in_subquery(agreed(Purpose::Contact)));
    if !wanted.countries.is_empty() {
        filter = filter.add(person::Column::Country.is_in(wanted.countries.iter().map(String::as_str)));
    }
    if !wanted.segments.is_empty() {
        filter = filter.add(person::Column::Segment.is_in(wanted.segments.iter().map(|segment| Stored(*segment))));
    }
    if !wanted.hosts.is_empty() {
        filter = filter
            .add(Condition::any().add(person::Column::Id.in_subquery(members(wanted))).add(person::Column::Id.in_subquery(guests(wanted))));
    }
    let people = person::Entity::find().filter(filter).order_by_asc(person::Column::Id).all(db).await?;
    let skills: BTreeSet<String> = wanted.competences.iter().map(|skill| skill.trim().to_lowercase()).collect();
    let fits =
        |person: &person::Model| skills.is_empty() || person.competences.0.iter().any(|skill| skills.contains(&skill.to_lowercase()));
    Ok(people.into_iter().filter(fits).collect())
}

fn members(wanted: &Audience) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .column(member::Column::PersonId)
        .from(member::Entity)
        .and_where(member::Column::HostId.is_in(wanted.hosts.iter().copied()))
        .to_owned()
}

fn guests(wanted: &Audience) -> sea_orm::sea_query::SelectStatement {
    let events = Query::select()
        .column(event::Column::Id)
        .from(event::Entity)
        .and_where(event::Column::HostId.is_in(wanted.hosts.iter().copied()))
        .to_owned();
    Query::select()
        .column(registration::Column::PersonId)
        .from(registration::Entity)
        .and_where(registration::Column::EventId.in_subquery(events))
        .and_where(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .to_owned()
}

/// Hosts by short name.
pub async fn hosts(db: &impl ConnectionTrait, slugs: &[String]) -> Result<Vec<host::Model>> {
    Ok(host::Entity::find().filter(host::Column::Slug.is_in(slugs.iter().map(String::as_str))).all(db).await?)
}
