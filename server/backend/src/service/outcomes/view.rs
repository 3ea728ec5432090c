//! Outcomes as a reader sees them.

use super::fates::{At, Released, released};
use crate::entity::stored::Stored;
use crate::entity::{event, outcome, session, topic};
use crate::service::access::{self, Actor, Seen};
use crate::{Error, Result, Site};
use domain::outcome::Kind;
use domain::text::Text;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

/// A page shows at most this many actions that earlier editions left open.
const MOST_OPEN: u64 = 100;

/// An outcome as everybody may read it who sees its event.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The row; who owns it is told by the name as written and by nothing else.
    pub row: outcome::Model,
    /// Number and title of its topic.
    pub topic: Option<(i32, Text)>,
    /// Its session, if it is published.
    pub session: Option<At>,
    /// Whether the reader owns it.
    pub own: bool,
}

/// One outcome that an earlier edition of a series left to do.
#[derive(Clone, Debug)]
pub struct Found {
    /// The outcome.
    pub outcome: Shown,
    /// The edition.
    pub event: event::Model,
}

/// All outcomes of an event, as they were recorded.
pub async fn of_event(site: &Site, actor: &Actor, event: &event::Model) -> Result<Vec<Shown>> {
    let rows = outcome::Entity::find().filter(outcome::Column::EventId.eq(event.id));
    of(site, actor, event, rows).await
}

/// The outcomes of one topic.
pub async fn of_topic(site: &Site, actor: &Actor, event: &event::Model, topic_id: i64) -> Result<Vec<Shown>> {
    of(site, actor, event, outcome::Entity::find().filter(outcome::Column::TopicId.eq(topic_id))).await
}

async fn of(site: &Site, actor: &Actor, event: &event::Model, rows: Select<outcome::Entity>) -> Result<Vec<Shown>> {
    let db = site.db.read();
    let rows = rows.order_by_asc(outcome::Column::Id).all(db).await?;
    let released = if rows.iter().any(|row| row.session_id.is_some()) { released(db, site, event).await? } else { Released::default() };
    show(db, actor, rows, &released).await
}

async fn show(db: &impl ConnectionTrait, actor: &Actor, rows: Vec<outcome::Model>, released: &Released) -> Result<Vec<Shown>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(rows.iter().filter_map(|row| row.topic_id))).all(db).await?;
    let one = |row: outcome::Model| Shown {
        topic: topics.iter().find(|topic| row.topic_id == Some(topic.id)).map(|topic| (topic.number, topic.title.0.clone())),
        session: released.session(row.session_id),
        own: row.owner_id.is_some() && row.owner_id == actor.id(),
        row,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// One outcome of an event that the actor may see, else 404.
pub async fn find(site: &Site, actor: &Actor, id: i64) -> Result<(outcome::Model, Seen)> {
    let db = site.db.read();
    let row = outcome::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let seen = access::event_by_id(db, actor, row.event_id).await?;
    Ok((row, seen))
}

/// A topic and a session by id, whether they could still be chosen or not; for whoever records what came of their event.
pub async fn came_of(
    db: &impl ConnectionTrait,
    topic: Option<i64>,
    session: Option<i64>,
) -> Result<(Option<topic::Model>, Option<session::Model>)> {
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(topic)).one(db).await?;
    Ok((topics, session::Entity::find().filter(session::Column::Id.is_in(session)).one(db).await?))
}

/// As [`Shown`], of a row just written.
pub async fn one(site: &Site, actor: &Actor, row: outcome::Model) -> Result<Shown> {
    let seen = access::event_by_id(site.db.read(), actor, row.event_id).await?;
    let released = released(site.db.read(), site, &seen.event).await?;
    show(site.db.read(), actor, vec![row], &released).await?.pop().ok_or(Error::NotFound)
}

/// What earlier editions of the event's series left to do and is not done, of those the actor may see; what is due first, first.
pub async fn carried_over(site: &Site, actor: &Actor, event: &event::Model) -> Result<Vec<Found>> {
    let Some(series) = event.series_id else { return Ok(Vec::new()) };
    let db = site.db.read();
    let before = Condition::all()
        .add(event::Column::SeriesId.eq(series))
        .add(event::Column::StartsAt.lt(event.starts_at))
        .add(access::listed(actor));
    let before = Query::select().column(event::Column::Id).from(event::Entity).cond_where(before).to_owned();
    let mut rows = outcome::Entity::find()
        .filter(outcome::Column::EventId.in_subquery(before))
        .filter(outcome::Column::Kind.eq(Stored(Kind::Action)))
        .filter(outcome::Column::DoneOn.is_null())
        .order_by_asc(outcome::Column::Id)
        .limit(MOST_OPEN)
        .all(db)
        .await?;
    // Without a day comes last, which the two databases would order differently.
    rows.sort_by_key(|row| (row.due_on.is_none(), row.due_on.clone(), row.id));
    let events = event::Entity::find().filter(event::Column::Id.is_in(rows.iter().map(|row| row.event_id))).all(db).await?;
    let found = |outcome: Shown| {
        let event = events.iter().find(|event| event.id == outcome.row.event_id)?.clone();
        Some(Found { outcome, event })
    };
    Ok(show(db, actor, rows, &Released::default()).await?.into_iter().filter_map(found).collect())
}
