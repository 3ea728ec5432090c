//! Events as lists and pages show them, each with its host, its series and the reader's own part, in one statement.

use crate::Result;
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, host, invitation, member, person, registration, series};
use crate::repo::runs;
use crate::service::access::{self, Actor};
use domain::event::{CalendarFacts, Kind, Status};
use domain::host::Role;
use domain::registration::{Spot, Status as Place};
use domain::text::Text;
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, IntoCondition, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select,
};

/// An event lasts at most this long, and its second run begins at most so much before or after: a week.
pub const LONGEST_MS: i64 = 7 * 24 * 3_600_000;
/// As long as a written procedure may be open, which is longer than two runs with all that may lie between them.
const WRITTEN_MS: i64 = 62 * 24 * 3_600_000;

/// As many are named in one statement.
const PARTS: usize = 1_000;

/// One event with what stands beside it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    /// The event.
    #[sea_orm(nested)]
    pub event: event::Model,
    /// Its host's short name.
    pub host_slug: String,
    /// Its host's name.
    pub host_name: JsonText<Text>,
    /// Its series' short name.
    pub series_slug: Option<String>,
    /// Its series' title.
    pub series_title: Option<JsonText<Text>>,
    /// The spot of the reader's registration, cancelled ones included.
    pub my_spot: Option<Stored<Spot>>,
    /// What became of the reader's registration.
    pub my_place: Option<Stored<Place>>,
    /// The reader's role in the host.
    pub my_role: Option<Stored<Role>>,
}

/// Which events a list is about; nothing said is all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The host's short name.
    pub host: Option<String>,
    /// The series' short name.
    pub series: Option<String>,
    /// What sort of gathering.
    pub kind: Option<Kind>,
}

/// Which way a list goes from an instant (milliseconds), and the last event already shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Not over at the instant, the soonest first.
    Coming(i64),
    /// Over at the instant, the latest first.
    Past(i64),
}

/// A place in a list: start (milliseconds) and id of the last event shown.
pub type After = Option<(i64, i64)>;

fn to_host() -> RelationDef {
    event::Entity::belongs_to(host::Entity).from(event::Column::HostId).to(host::Column::Id).into()
}

fn to_series() -> RelationDef {
    event::Entity::belongs_to(series::Entity).from(event::Column::SeriesId).to(series::Column::Id).into()
}

fn to_registration(person: i64) -> RelationDef {
    event::Entity::belongs_to(registration::Entity)
        .from(event::Column::Id)
        .to(registration::Column::EventId)
        .on_condition(move |_, right| Expr::col((right, registration::Column::PersonId)).eq(person).into_condition())
        .into()
}

fn to_member(person: i64) -> RelationDef {
    event::Entity::belongs_to(member::Entity)
        .from(event::Column::HostId)
        .to(member::Column::HostId)
        .on_condition(move |_, right| Expr::col((right, member::Column::PersonId)).eq(person).into_condition())
        .into()
}

fn rows(actor: &Actor) -> Select<event::Entity> {
    // No person has the id 0, so nothing is joined for a visitor.
    let person = actor.id().unwrap_or_default();
    event::Entity::find()
        .join(JoinType::InnerJoin, to_host())
        .join(JoinType::LeftJoin, to_series())
        .join(JoinType::LeftJoin, to_registration(person))
        .join(JoinType::LeftJoin, to_member(person))
        .column_as(host::Column::Slug, "host_slug")
        .column_as(host::Column::Name, "host_name")
        .column_as(series::Column::Slug, "series_slug")
        .column_as(series::Column::Title, "series_title")
        .column_as(registration::Column::Mode, "my_spot")
        .column_as(registration::Column::Status, "my_place")
        .column_as(member::Column::Role, "my_role")
}

/// One event; whether the actor may see it has been decided.
pub async fn one(db: &impl ConnectionTrait, actor: &Actor, event_id: i64) -> Result<Option<Row>> {
    Ok(rows(actor).filter(event::Column::Id.eq(event_id)).into_model::<Row>().one(db).await?)
}

/// Some events that the actor may see, at most `limit`.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &Filter,
    stretch: Stretch,
    after: After,
    limit: u64,
) -> Result<Vec<Row>> {
    let mut query = rows(actor).filter(access::visible(actor)).limit(limit);
    if let Some(host) = &filter.host {
        query = query.filter(host::Column::Slug.eq(host.as_str()));
    }
    if let Some(series) = &filter.series {
        query = query.filter(series::Column::Slug.eq(series.as_str()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(event::Column::Kind.eq(Stored(kind)));
    }
    Ok(stretched(query, stretch, after).into_model::<Row>().all(db).await?)
}

fn stretched(query: Select<event::Entity>, stretch: Stretch, after: After) -> Select<event::Entity> {
    let (starts, id) = (event::Column::StartsAt, event::Column::Id);
    match stretch {
        Stretch::Coming(now) => {
            let query = query.filter(runs::is_ahead(now)).filter(starts.gt(now.saturating_sub(WRITTEN_MS)));
            let rest = after.map(|(at, last)| starts.gt(at).or(starts.eq(at).and(id.gt(last))));
            query.filter(sea_orm::Condition::all().add_option(rest)).order_by_asc(starts).order_by_asc(id)
        }
        Stretch::Past(now) => {
            let query = query.filter(runs::is_over(now));
            let rest = after.map(|(at, last)| starts.lt(at).or(starts.eq(at).and(id.lt(last))));
            query.filter(sea_orm::Condition::all().add_option(rest)).order_by_desc(starts).order_by_desc(id)
        }
    }
}

/// The row, locked on PostgreSQL until the transaction ends; SQLite has one writer anyway.
pub async fn lock(tx: &impl ConnectionTrait, event_id: i64) -> Result<event::Model> {
    event::Entity::find_by_id(event_id).lock_exclusive().one(tx).await?.ok_or(crate::Error::NotFound)
}

/// As [`lock`], by short name.
pub async fn lock_slug(tx: &impl ConnectionTrait, slug: &str) -> Result<event::Model> {
    event::Entity::find().filter(event::Column::Slug.eq(slug)).lock_exclusive().one(tx).await?.ok_or(crate::Error::NotFound)
}

/// The number `next` of something within an event that is held: it is counted on in `column`, so that nothing else gets it.
pub async fn take_number(tx: &impl ConnectionTrait, event: &event::Model, column: event::Column, next: i32) -> Result<i32> {
    let counted = event::Entity::update_many().col_expr(column, Expr::value(next + 1)).filter(event::Column::Id.eq(event.id));
    counted.exec(tx).await?;
    Ok(next)
}

/// Those that are not over and whose instants another release of the time zone rules gave.
pub async fn reckoned_otherwise(db: &impl ConnectionTrait, release: &str, now: Timestamp) -> Result<Vec<event::Model>> {
    let query = event::Entity::find()
        .filter(event::Column::Tzdb.ne(release))
        .filter(runs::is_ahead(now.as_millisecond()))
        .filter(event::Column::Status.is_not_in([Status::Held, Status::Cancelled].map(Stored)));
    Ok(query.order_by_asc(event::Column::Id).all(db).await?)
}

/// Notes that a newer release gives the same instants to these events, unless they were changed meanwhile.
pub async fn confirm_release(tx: &impl ConnectionTrait, events: &[i64], before: &str, release: &str) -> Result<()> {
    for part in events.chunks(PARTS) {
        event::Entity::update_many()
            .col_expr(event::Column::Tzdb, Expr::value(release))
            .filter(event::Column::Id.is_in(part.iter().copied()))
            .filter(event::Column::Tzdb.eq(before))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The editions of a series on these dates that the actor may see.
pub async fn editions(db: &impl ConnectionTrait, actor: &Actor, series_id: i64, dates: &[String]) -> Result<Vec<event::Model>> {
    let query = event::Entity::find()
        .filter(event::Column::SeriesId.eq(series_id))
        .filter(event::Column::EditionDate.is_in(dates.iter().map(String::as_str)))
        .filter(access::visible(actor));
    Ok(query.all(db).await?)
}

/// How many hold a place, and how many hold or await one, in a spot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// With a place.
    pub confirmed: i64,
    /// With a place, in line, or waiting to change into this spot.
    pub all: i64,
}

/// What is held of each spot: the room, online, online in the second run.
pub async fn held(tx: &impl ConnectionTrait, event_id: i64) -> Result<[Held; 3]> {
    let found = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event_id))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .select_only()
        .column(registration::Column::Mode)
        .column(registration::Column::Status)
        .column(registration::Column::WaitingMode)
        .column_as(registration::Column::Id.count(), "count")
        .group_by(registration::Column::Mode)
        .group_by(registration::Column::Status)
        .group_by(registration::Column::WaitingMode)
        .into_tuple::<(Stored<Spot>, Stored<Place>, Option<Stored<Spot>>, i64)>()
        .all(tx)
        .await?;
    Ok(Spot::ALL.map(|spot| {
        let sum = |counts: &dyn Fn(Spot, Place, Option<Spot>) -> bool| {
            found.iter().filter(|(s, place, waiting, _)| counts(s.0, place.0, waiting.map(|w| w.0))).map(|(.., n)| n).sum()
        };
        Held {
            confirmed: sum(&|held, place, _| held == spot && place == Place::Confirmed),
            all: sum(&|held, _, waiting| held == spot || waiting == Some(spot)),
        }
    }))
}

/// How many people a change of the event is mailed to: invited and not withdrawn, or registered.
pub async fn audience(db: &impl ConnectionTrait, event_id: i64) -> Result<u64> {
    let invited = Query::select()
        .column(invitation::Column::PersonId)
        .from(invitation::Entity)
        .and_where(Expr::col(invitation::Column::EventId).eq(event_id))
        .and_where(Expr::col(invitation::Column::Withdrawn).eq(false))
        .to_owned();
    let registered = Query::select()
        .column(registration::Column::PersonId)
        .from(registration::Entity)
        .and_where(Expr::col(registration::Column::EventId).eq(event_id))
        .and_where(Expr::col(registration::Column::Status).ne(Stored(Place::Cancelled)))
        .to_owned();
    let either = person::Column::Id.in_subquery(invited).or(person::Column::Id.in_subquery(registered));
    Ok(person::Entity::find().filter(either).count(db).await?)
}

/// What of the event reaches people's calendars.
pub fn facts(event: &event::Model) -> CalendarFacts {
    let instant = |at: i64| Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    CalendarFacts {
        status: event.status.0,
        starts: instant(event.starts_at),
        ends: instant(event.ends_at),
        venue: event.venue.as_ref().filter(|_| event.in_person_offered).map(|venue| venue.0.clone()),
        online: event.online_offered,
        online_url: event.online_url.clone().filter(|_| event.online_offered),
    }
}

/// Whether the series has its event of this date.
pub async fn edition_is_taken(tx: &impl ConnectionTrait, series_id: i64, date: &str) -> Result<bool> {
    let query = event::Entity::find().filter(event::Column::SeriesId.eq(series_id)).filter(event::Column::EditionDate.eq(date));
    Ok(query.count(tx).await? > 0)
}

/// The dates of a series that have their event.
pub async fn edition_dates(tx: &impl ConnectionTrait, series_id: i64) -> Result<Vec<String>> {
    let query = event::Entity::find().filter(event::Column::SeriesId.eq(series_id)).filter(event::Column::EditionDate.is_not_null());
    Ok(query.select_only().column(event::Column::EditionDate).into_tuple().all(tx).await?)
}
