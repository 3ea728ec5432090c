//! By whose clocks an event's people live, what earlier editions cost, and what else happens then.

use crate::clock::instant;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{burden, event, host, invitation, person, registration};
use crate::{Result, Site};
use domain::event::{Status, Visibility};
use domain::person::{OwnZone, Travel};
use domain::registration::{Spot, Status as Place};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::{BTreeMap, BTreeSet};

fn registered(event_id: i64) -> SelectStatement {
    Query::select()
        .column(registration::Column::PersonId)
        .from(registration::Entity)
        .and_where(Expr::col((registration::Entity, registration::Column::EventId)).eq(event_id))
        .and_where(Expr::col((registration::Entity, registration::Column::Status)).ne(Stored(Place::Cancelled)))
        .to_owned()
}

/// The zone whose clocks are somebody's own when the event begins.
pub(super) fn zone_then(site: &Site, event: &event::Model, own: OwnZone) -> String {
    own.at(&site.zones, instant(event.starts_at)).map(|zone| zone.name().to_owned()).unwrap_or(own.home)
}

/// Who is registered or invited.
pub async fn known(db: &impl ConnectionTrait, event_id: i64) -> Result<BTreeSet<i64>> {
    let people = person::Entity::find().select_only().column(person::Column::Id).filter(concerned(event_id));
    Ok(people.into_tuple::<i64>().all(db).await?.into_iter().collect())
}

/// The last edition of a series that was held; where none was, the newest that was announced.
pub async fn last_edition(db: &impl ConnectionTrait, series_id: i64) -> Result<Option<event::Model>> {
    for known in [&[Status::Held][..], &[Status::Announced, Status::Confirmed]] {
        let known = known.iter().map(|status| Stored(*status));
        let editions = event::Entity::find().filter(event::Column::SeriesId.eq(series_id)).filter(event::Column::Status.is_in(known));
        if let Some(found) = editions.order_by_desc(event::Column::StartsAt).one(db).await? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// As a condition on people: registered for an event or invited to it.
fn concerned(event_id: i64) -> Condition {
    let mut invited = Query::select();
    invited
        .column(invitation::Column::PersonId)
        .from(invitation::Entity)
        .and_where(Expr::col((invitation::Entity, invitation::Column::EventId)).eq(event_id))
        .and_where(Expr::col((invitation::Entity, invitation::Column::Withdrawn)).eq(false));
    Condition::any().add(person::Column::Id.in_subquery(registered(event_id))).add(person::Column::Id.in_subquery(invited))
}

/// People who live by the same clocks.
#[derive(FromQueryResult)]
pub(super) struct Alike {
    zone: String,
    travel: Option<JsonText<Travel>>,
    pub people: i64,
}

impl Alike {
    pub fn own(self) -> OwnZone {
        OwnZone { home: self.zone, travel: self.travel.map(|travel| travel.0) }
    }
}

/// How many are registered by the zone whose clocks are theirs then: who is in the room lives by the clock of the event's zone.
pub async fn zones_of_registered(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<BTreeMap<String, i64>> {
    registered_by(db, event, |alike| zone_then(site, event, alike.own())).await
}

/// The same by where they live, wherever they are then.
pub async fn homes_of_registered(db: &impl ConnectionTrait, event: &event::Model) -> Result<BTreeMap<String, i64>> {
    registered_by(db, event, |alike| alike.zone).await
}

async fn registered_by(db: &impl ConnectionTrait, event: &event::Model, zone: impl Fn(Alike) -> String) -> Result<BTreeMap<String, i64>> {
    let whose = registration::Entity::belongs_to(person::Entity).from(registration::Column::PersonId).to(person::Column::Id);
    let rows = registration::Entity::find()
        .select_only()
        .columns([person::Column::Zone, person::Column::Travel])
        .column_as(registration::Column::Id.count(), "people")
        .join(JoinType::InnerJoin, whose.into())
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .group_by(person::Column::Zone)
        .group_by(person::Column::Travel);
    let in_room = registration::Column::Mode.eq(Stored(Spot::InPerson));
    let mut zones = BTreeMap::new();
    for alike in rows.clone().filter(in_room.clone().not()).into_model::<Alike>().all(db).await? {
        let people = alike.people;
        *zones.entry(zone(alike)).or_default() += people;
    }
    let there: Vec<Alike> = rows.filter(in_room).into_model().all(db).await?;
    if !there.is_empty() {
        *zones.entry(event.zone.clone()).or_default() += there.iter().map(|alike| alike.people).sum::<i64>();
    }
    Ok(zones)
}

/// How many are invited, not withdrawn and not registered, by where they live: who has only been asked has told nobody where they are.
pub async fn zones_of_invited(db: &impl ConnectionTrait, event_id: i64) -> Result<BTreeMap<String, i64>> {
    let whose = invitation::Entity::belongs_to(person::Entity).from(invitation::Column::PersonId).to(person::Column::Id);
    let rows: Vec<(String, i64)> = invitation::Entity::find()
        .select_only()
        .column(person::Column::Zone)
        .column_as(invitation::Column::Id.count(), "people")
        .join(JoinType::InnerJoin, whose.into())
        .filter(invitation::Column::EventId.eq(event_id))
        .filter(invitation::Column::Withdrawn.eq(false))
        .filter(invitation::Column::PersonId.not_in_subquery(registered(event_id)))
        .group_by(person::Column::Zone)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many are registered or invited, by country and zone; whose country is not known are not in it.
pub async fn countries(db: &impl ConnectionTrait, event_id: i64) -> Result<Vec<(String, String, i64)>> {
    let rows = person::Entity::find()
        .select_only()
        .columns([person::Column::Country, person::Column::Zone])
        .column_as(person::Column::Id.count(), "people")
        .filter(person::Column::Country.is_not_null())
        .filter(concerned(event_id))
        .group_by(person::Column::Country)
        .group_by(person::Column::Zone);
    Ok(rows.into_tuple().all(db).await?)
}

/// What one held edition cost a zone, in millionths.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Borne {
    /// The edition.
    pub event_id: i64,
    /// Its start.
    pub starts_at: i64,
    /// The IANA name.
    pub zone: String,
    /// How many took part there.
    pub people: i32,
    /// In millionths.
    pub pain: i64,
}

/// What the held editions of a series cost, the earliest first.
pub async fn borne(db: &impl ConnectionTrait, series_id: i64) -> Result<Vec<Borne>> {
    Ok(burden::Entity::find()
        .select_only()
        .columns([burden::Column::EventId, burden::Column::Zone, burden::Column::People, burden::Column::Pain])
        .column(event::Column::StartsAt)
        .join(JoinType::InnerJoin, burden::Entity::belongs_to(event::Entity).from(burden::Column::EventId).to(event::Column::Id).into())
        .filter(event::Column::SeriesId.eq(series_id))
        .filter(event::Column::Status.eq(Stored(Status::Held)))
        .order_by_asc(event::Column::StartsAt)
        .order_by_asc(burden::Column::Zone)
        .into_model()
        .all(db)
        .await?)
}

/// Keeps what an edition cost each zone: (zone, people, millionths).
pub async fn keep(tx: &impl ConnectionTrait, event_id: i64, rows: Vec<(String, i32, i64)>) -> Result<()> {
    burden::Entity::delete_many().filter(burden::Column::EventId.eq(event_id)).exec(tx).await?;
    let row = |(zone, people, pain)| burden::ActiveModel {
        id: sea_orm::NotSet,
        event_id: Set(event_id),
        zone: Set(zone),
        people: Set(people),
        pain: Set(pain),
    };
    if !rows.is_empty() {
        burden::Entity::insert_many(rows.into_iter().map(row)).exec(tx).await?;
    }
    Ok(())
}

/// Another event at the same time.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Other {
    /// Whose it is.
    pub host_id: i64,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub title: JsonText<domain::text::Text>,
    /// Its host's name.
    pub host: JsonText<domain::text::Text>,
    /// Where it is.
    pub venue: Option<JsonText<domain::event::Venue>>,
    /// Its start.
    pub starts_at: i64,
    /// Its end.
    pub ends_at: i64,
    /// How many are registered for both.
    pub people: i64,
}

/// At most so many others are looked at.
const MOST_OTHERS: u64 = 20;

/// What is not a draft, not closed to others, and between two instants; drafts and closed events of nobody are used.
pub async fn others(db: &impl ConnectionTrait, event: &event::Model, from: i64, to: i64) -> Result<Vec<Other>> {
    let both = Query::select()
        .expr(Expr::col((registration::Entity, registration::Column::Id)).count())
        .from(registration::Entity)
        .and_where(Expr::col((registration::Entity, registration::Column::EventId)).eq(Expr::col((event::Entity, event::Column::Id))))
        .and_where(Expr::col((registration::Entity, registration::Column::Status)).ne(Stored(Place::Cancelled)))
        .and_where(Expr::col((registration::Entity, registration::Column::PersonId)).in_subquery(also(event.id)))
        .to_owned();
    let open = [Visibility::Public, Visibility::Members].map(Stored);
    let expected = [Status::Tentative, Status::Announced, Status::Confirmed].map(Stored);
    Ok(event::Entity::find()
        .select_only()
        .columns([
            event::Column::HostId,
            event::Column::Slug,
            event::Column::Title,
            event::Column::Venue,
            event::Column::StartsAt,
            event::Column::EndsAt,
        ])
        .column_as(host::Column::Name, "host")
        .expr_as(both, "people")
        .join(JoinType::InnerJoin, event::Entity::belongs_to(host::Entity).from(event::Column::HostId).to(host::Column::Id).into())
        .filter(event::Column::Id.ne(event.id))
        .filter(event::Column::StartsAt.lt(to))
        .filter(event::Column::EndsAt.gt(from))
        .filter(event::Column::Status.is_in(expected))
        .filter(event::Column::Visibility.is_in(open))
        .order_by_asc(event::Column::StartsAt)
        .order_by_asc(event::Column::Id)
        .limit(MOST_OTHERS)
        .into_model()
        .all(db)
        .await?)
}

/// The same people under another name for the table, inside a query on it.
fn also(event_id: i64) -> SelectStatement {
    let own = sea_orm::sea_query::Alias::new("own");
    Query::select()
        .column((own.clone(), registration::Column::PersonId))
        .from_as(registration::Entity, own.clone())
        .and_where(Expr::col((own.clone(), registration::Column::EventId)).eq(event_id))
        .and_where(Expr::col((own, registration::Column::Status)).ne(Stored(Place::Cancelled)))
        .to_owned()
}
