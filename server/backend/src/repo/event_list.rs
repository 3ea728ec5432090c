//! Events as lists show them: what is coming, what was.

use crate::Result;
use crate::clock::instant;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, host, registration};
use crate::repo::runs;
use crate::service::access::{Actor, listed};
use domain::event::{Kind, Mode, Status, Venue};
use domain::registration::{SeatCount, Spot, Status as Place};
use domain::text::Text;
use jiff::Timestamp;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use std::collections::HashMap;

/// Which events are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Those that are over, newest first, instead of those to come, soonest first.
    pub past: bool,
    /// Of one kind only.
    pub kind: Option<Kind>,
    /// Of one host only, by its slug.
    pub host: Option<String>,
    /// Without those called off.
    pub without_cancelled: bool,
    /// After this one in the order of the list.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: u64,
}

/// A place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The start, in milliseconds.
    pub at: i64,
    /// The event's id.
    pub id: i64,
}

/// One event of a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub title: Text,
    /// What sort of gathering.
    pub kind: Kind,
    /// How firm.
    pub status: Status,
    /// The start.
    pub starts: Timestamp,
    /// The end.
    pub ends: Timestamp,
    /// The venue's IANA zone.
    pub zone: String,
    /// The city of the venue, if there is one.
    pub city: Option<String>,
    /// The host's name.
    pub host: Text,
    /// The host's address.
    pub host_slug: String,
    /// The figures of the modes offered, the room first.
    pub seats: Vec<(Mode, SeatCount)>,
}

/// A part of a list, and where the next begins.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// In order.
    pub items: Vec<Listed>,
    /// Nothing at the end.
    pub next: Option<Cursor>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    slug: String,
    title: JsonText<Text>,
    kind: Stored<Kind>,
    status: Stored<Status>,
    starts_at: i64,
    ends_at: i64,
    zone: String,
    venue: Option<JsonText<Venue>>,
    in_person_offered: bool,
    in_person_capacity: Option<i32>,
    online_offered: bool,
    online_capacity: Option<i32>,
    host_name: JsonText<Text>,
    host_slug: String,
}

const COLUMNS: [event::Column; 13] = [
    event::Column::Id,
    event::Column::Slug,
    event::Column::Title,
    event::Column::Kind,
    event::Column::Status,
    event::Column::StartsAt,
    event::Column::EndsAt,
    event::Column::Zone,
    event::Column::Venue,
    event::Column::InPersonOffered,
    event::Column::InPersonCapacity,
    event::Column::OnlineOffered,
    event::Column::OnlineCapacity,
];

/// The events the actor may see, in two queries.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, now: Timestamp, wanted: &Wanted) -> Result<Listing> {
    let order = if wanted.past { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    let mut rows = event::Entity::find()
        .select_only()
        .columns(COLUMNS)
        .column_as(host::Column::Name, "host_name")
        .column_as(host::Column::Slug, "host_slug")
        .join(JoinType::InnerJoin, its_host())
        .filter(listed(actor))
        .filter(matching(now, wanted))
        .order_by(event::Column::StartsAt, order.clone())
        .order_by(event::Column::Id, order)
        .limit(wanted.limit + 1)
        .into_model::<Row>()
        .all(db)
        .await?;
    let most = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(|row| Cursor { at: row.starts_at, id: row.id });
    let counts = counts(db, rows.iter().map(|row| row.id)).await?;
    Ok(Listing { items: rows.into_iter().map(|row| listed_of(row, &counts)).collect(), next })
}

/// The hosts whose events the list without a host filter would show, for the filter's links.
pub async fn hosts(db: &impl ConnectionTrait, actor: &Actor, now: Timestamp, past: bool) -> Result<Vec<(String, Text)>> {
    let rows: Vec<(String, JsonText<Text>)> = event::Entity::find()
        .select_only()
        .column(host::Column::Slug)
        .column(host::Column::Name)
        .distinct()
        .join(JoinType::InnerJoin, its_host())
        .filter(listed(actor))
        .filter(in_time(now, past))
        .order_by_asc(host::Column::Slug)
        .limit(60)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(slug, name)| (slug, name.0)).collect())
}

pub(super) fn its_host() -> RelationDef {
    event::Entity::belongs_to(host::Entity).from(event::Column::HostId).to(host::Column::Id).into()
}

fn matching(now: Timestamp, wanted: &Wanted) -> Condition {
    let column = event::Column::StartsAt;
    let beyond = wanted.after.map(|after| {
        let (later, same) = if wanted.past {
            (column.lt(after.at), event::Column::Id.lt(after.id))
        } else {
            (column.gt(after.at), event::Column::Id.gt(after.id))
        };
        Condition::any().add(later).add(Condition::all().add(column.eq(after.at)).add(same))
    });
    in_time(now, wanted.past)
        .add_option(wanted.kind.map(|kind| event::Column::Kind.eq(Stored(kind))))
        .add_option(wanted.host.as_ref().map(|slug| host::Column::Slug.eq(slug.clone())))
        .add_option(wanted.without_cancelled.then(|| event::Column::Status.ne(Stored(Status::Cancelled))))
        .add_option(beyond)
}

/// What runs now is still to come.
fn in_time(now: Timestamp, past: bool) -> Condition {
    let now = now.as_millisecond();
    Condition::all().add(if past { runs::is_over(now) } else { runs::is_ahead(now) })
}

fn listed_of(row: Row, counts: &Counts) -> Listed {
    let seats = [(Mode::InPerson, row.in_person_offered, row.in_person_capacity), (Mode::Online, row.online_offered, row.online_capacity)];
    let offered = seats.into_iter().filter(|(_, offered, _)| *offered);
    Listed {
        seats: offered.map(|(mode, _, capacity)| (mode, counts.of(row.id, mode.into(), capacity))).collect(),
        slug: row.slug,
        title: row.title.0,
        kind: row.kind.0,
        status: row.status.0,
        starts: instant(row.starts_at),
        ends: instant(row.ends_at),
        zone: row.zone,
        city: row.venue.map(|venue| venue.0.city),
        host: row.host_name.0,
        host_slug: row.host_slug,
    }
}

/// How many people have or wait for places, by event and spot.
#[derive(Debug, Default)]
pub(super) struct Counts(HashMap<(i64, Spot), (u32, u32)>);

impl Counts {
    pub(super) fn of(&self, event: i64, spot: Spot, capacity: Option<i32>) -> SeatCount {
        let (confirmed, waitlisted) = self.0.get(&(event, spot)).copied().unwrap_or_default();
        SeatCount { capacity: capacity.and_then(|n| u32::try_from(n).ok()), confirmed, waitlisted }
    }

    fn add(&mut self, event: i64, spot: Spot, place: Place, people: i64) {
        let people = u32::try_from(people).unwrap_or(u32::MAX);
        let (confirmed, waitlisted) = self.0.entry((event, spot)).or_default();
        match place {
            Place::Confirmed => *confirmed += people,
            Place::Waitlisted => *waitlisted += people,
            Place::Cancelled => {}
        }
    }
}

type Tally = (i64, Stored<Spot>, Stored<Place>, Option<Stored<Spot>>, i64);

/// Who waits to change mode counts in both: where the place is, and in the other line.
pub(super) async fn counts(db: &impl ConnectionTrait, events: impl Iterator<Item = i64>) -> Result<Counts> {
    use registration::Column;
    let events: Vec<i64> = events.collect();
    let mut counts = Counts::default();
    if events.is_empty() {
        return Ok(counts);
    }
    let rows: Vec<Tally> = registration::Entity::find()
        .select_only()
        .columns([Column::EventId, Column::Mode, Column::Status, Column::WaitingMode])
        .column_as(Column::Id.count(), "people")
        .filter(Column::EventId.is_in(events))
        .filter(Column::Status.ne(Stored(Place::Cancelled)))
        .group_by(Column::EventId)
        .group_by(Column::Mode)
        .group_by(Column::Status)
        .group_by(Column::WaitingMode)
        .into_tuple()
        .all(db)
        .await?;
    for (event, spot, place, waiting, people) in rows {
        counts.add(event, spot.0, place.0, people);
        if let Some(other) = waiting {
            counts.add(event, other.0, Place::Waitlisted, people);
        }
    }
    Ok(counts)
}
