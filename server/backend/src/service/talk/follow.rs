//! Who follows which topic, and what is new to them.
//!
//! The unnamed author of a topic follows it without a row that names them: what they have seen and chosen stands under a keyed
//! hash of topic and person, which nobody can compute without the platform's secret.

use super::timeline::newest;
use crate::entity::{event, follow, topic, topic_event};
use crate::service::access::{self, Actor};
use crate::service::topics;
use crate::{Result, Site};
use domain::event::Status as EventStatus;
use sea_orm::sea_query::{Expr, OnConflict, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, NotSet, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;

/// Topics without a name are looked through for the reader's own; older ones than this many are not.
const UNNAMED: u64 = 5_000;
const FOLLOWER: &str = "topic-follower";

fn hash(site: &Site, topic_id: i64, person: i64) -> String {
    site.keys.sign(FOLLOWER, format!("{topic_id}/{person}").as_bytes())
}

/// Follows from here on, for whoever proposes or comments with a name; who chose not to follow is left alone.
pub(crate) async fn begin(tx: &impl ConnectionTrait, topic_id: i64, person: i64, seen: i64) -> Result<()> {
    let columns = [follow::Column::TopicId, follow::Column::PersonId];
    let once = OnConflict::columns(columns).update_column(follow::Column::Seen).to_owned();
    follow::Entity::insert(row(topic_id, (Some(person), None), true, seen)).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

fn row(topic_id: i64, who: (Option<i64>, Option<String>), following: bool, seen: i64) -> follow::ActiveModel {
    let (person, hash) = who;
    follow::ActiveModel {
        id: NotSet,
        topic_id: Set(topic_id),
        person_id: Set(person),
        follower_hash: Set(hash),
        following: Set(following),
        seen: Set(seen),
        told: Set(0),
    }
}

/// The topics a person follows with their name, each with what they have seen of it.
pub(super) async fn seen_by_name(db: &impl ConnectionTrait, person: i64) -> Result<HashMap<i64, i64>> {
    let mine = follow::Entity::find().filter(follow::Column::PersonId.eq(person)).filter(follow::Column::Following.eq(true));
    Ok(mine.all(db).await?.into_iter().map(|row| (row.topic_id, row.seen)).collect())
}

/// Where the reader stands with a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The reader follows it.
    pub following: bool,
    /// The last that happened before they looked.
    pub seen: i64,
}

/// The reader's rows for a topic: the one by name, and the unnamed author's.
async fn rows(db: &impl ConnectionTrait, site: &Site, topic_id: i64, me: i64) -> Result<Vec<follow::Model>> {
    let mine = follow::Column::PersonId.eq(me).or(follow::Column::FollowerHash.eq(hash(site, topic_id, me)));
    Ok(follow::Entity::find().filter(follow::Column::TopicId.eq(topic_id)).filter(mine).all(db).await?)
}

/// Whether the reader follows a topic; its unnamed author does unless they chose not to.
pub async fn standing(db: &impl ConnectionTrait, site: &Site, actor: &Actor, topic: &topic::Model) -> Result<Standing> {
    let Some(me) = actor.id() else { return Ok(Standing::default()) };
    let rows = rows(db, site, topic.id, me).await?;
    let by_default = topics::is_unnamed_author(site, topic, me) && rows.iter().all(|row| row.follower_hash.is_none());
    Ok(Standing { following: by_default || rows.iter().any(|row| row.following), seen: rows.iter().map(|row| row.seen).max().unwrap_or(0) })
}

/// Follows a topic or no longer; what happened so far is not new.
pub async fn choose(site: &Site, actor: &Actor, topic_id: i64, following: bool) -> Result<topic::Model> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (topic, _) = topics::load_locked(&tx, actor, topic_id).await?;
    let seen = newest(&tx, topic_id).await?;
    let columns = [follow::Column::Following, follow::Column::Seen];
    if topics::is_unnamed_author(site, &topic, me) {
        let key = [follow::Column::TopicId, follow::Column::FollowerHash];
        let own = row(topic_id, (None, Some(hash(site, topic_id, me))), following, seen);
        let again = OnConflict::columns(key).update_columns(columns).to_owned();
        follow::Entity::insert(own).on_conflict(again).exec_without_returning(&tx).await?;
        // A comment with a name may have begun another.
        let named = follow::Entity::update_many().filter(follow::Column::TopicId.eq(topic_id)).filter(follow::Column::PersonId.eq(me));
        named
            .col_expr(follow::Column::Following, Expr::value(following))
            .col_expr(follow::Column::Seen, Expr::value(seen))
            .exec(&tx)
            .await?;
    } else {
        let key = [follow::Column::TopicId, follow::Column::PersonId];
        let again = OnConflict::columns(key).update_columns(columns).to_owned();
        follow::Entity::insert(row(topic_id, (Some(me), None), following, seen)).on_conflict(again).exec_without_returning(&tx).await?;
    }
    tx.commit().await?;
    Ok(topic)
}

/// Remembers that a follower has seen a topic up to a place.
pub(crate) async fn look(tx: &impl ConnectionTrait, site: &Site, topic: &topic::Model, me: i64, seen: i64) -> Result<()> {
    let rows = rows(tx, site, topic.id, me).await?;
    follow::Entity::update_many()
        .col_expr(follow::Column::Seen, Expr::value(seen))
        .filter(follow::Column::Id.is_in(rows.iter().map(|row| row.id)).and(follow::Column::Seen.lt(seen)))
        .exec(tx)
        .await?;
    if topics::is_unnamed_author(site, topic, me) && rows.iter().all(|row| row.follower_hash.is_none()) {
        let own = row(topic.id, (None, Some(hash(site, topic.id, me))), true, seen);
        follow::Entity::insert(own).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The reader looks at the page of a topic: what is new to a follower until then is returned, and is not new any more.
pub async fn looked(site: &Site, actor: &Actor, topic: &topic::Model) -> Result<Standing> {
    if actor.me.is_some() {
        site.opened.count(topic.id);
    }
    let standing = standing(site.db.read(), site, actor, topic).await?;
    let Some(me) = actor.id().filter(|_| standing.following) else { return Ok(standing) };
    if newest(site.db.read(), topic.id).await? > standing.seen {
        let tx = site.db.begin_write().await?;
        let (topic, _) = topics::load_locked(&tx, actor, topic.id).await?;
        let seen = newest(&tx, topic.id).await?;
        look(&tx, site, &topic, me, seen).await?;
        tx.commit().await?;
    }
    Ok(standing)
}

/// A topic that the reader follows.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The topic.
    pub topic: topic::Model,
    /// Its event.
    pub event: event::Model,
    /// How much happened since the reader last looked.
    pub new: i64,
}

/// What the reader follows and may still see, where something happened last first; `from` of them are left out.
pub async fn list(site: &Site, actor: &Actor, from: usize, limit: usize) -> Result<Vec<Followed>> {
    let me = actor.me()?.id;
    let db = site.db.read();
    let seen = all_seen(db, site, actor, me).await?;
    let mut latest: Vec<(i64, i64)> = topic_event::Entity::find()
        .select_only()
        .column(topic_event::Column::TopicId)
        .column_as(topic_event::Column::Id.max(), "latest")
        .filter(topic_event::Column::TopicId.is_in(seen.keys().copied()))
        .group_by(topic_event::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    latest.sort_by_key(|(_, latest)| std::cmp::Reverse(*latest));
    let ids: Vec<i64> = latest.into_iter().map(|(topic, _)| topic).skip(from).take(limit).collect();
    let new = unseen(db, &ids, &seen).await?;
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(ids.clone())).all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(topics.iter().map(|topic| topic.event_id))).all(db).await?;
    let followed = |id: i64| {
        let topic = topics.iter().find(|topic| topic.id == id)?.clone();
        let event = events.iter().find(|event| event.id == topic.event_id)?.clone();
        Some(Followed { new: new.get(&id).copied().unwrap_or(0), topic, event })
    };
    Ok(ids.into_iter().filter_map(followed).collect())
}

/// The topics the reader follows, by id, each with what they have seen of it.
async fn all_seen(db: &impl ConnectionTrait, site: &Site, actor: &Actor, me: i64) -> Result<HashMap<i64, i64>> {
    let mine = follow::Entity::find().filter(follow::Column::PersonId.eq(me)).filter(follow::Column::Following.eq(true));
    let mine = mine.filter(follow::Column::TopicId.in_subquery(seen_topics(actor))).all(db).await?;
    let mut seen: HashMap<i64, i64> = mine.into_iter().map(|row| (row.topic_id, row.seen)).collect();
    let over = [<&str>::from(EventStatus::Held), <&str>::from(EventStatus::Cancelled)];
    let unnamed = topic::Entity::find()
        .filter(topic::Column::AuthorSealed.is_not_null())
        .filter(
            topic::Column::EventId
                .in_subquery(events(Condition::all().add(event::Column::Status.is_not_in(over)).add(access::visible(actor)))),
        )
        .order_by_desc(topic::Column::Id)
        .limit(UNNAMED)
        .all(db)
        .await?;
    let own: Vec<i64> = unnamed.iter().filter(|topic| topics::is_unnamed_author(site, topic, me)).map(|topic| topic.id).collect();
    let hashes = own.iter().map(|topic| hash(site, *topic, me));
    let rows = follow::Entity::find().filter(follow::Column::FollowerHash.is_in(hashes)).all(db).await?;
    for topic in own {
        match rows.iter().find(|row| row.topic_id == topic) {
            Some(row) if !row.following => _ = seen.remove(&topic),
            row => {
                let before = seen.entry(topic).or_default();
                *before = std::cmp::max(*before, row.map_or(0, |row| row.seen));
            }
        }
    }
    Ok(seen)
}

fn events(which: Condition) -> SelectStatement {
    Query::select().column(event::Column::Id).from(event::Entity).cond_where(which).to_owned()
}

fn seen_topics(actor: &Actor) -> SelectStatement {
    let inside = Expr::col(topic::Column::EventId).in_subquery(events(access::visible(actor)));
    Query::select().column(topic::Column::Id).from(topic::Entity).and_where(inside).to_owned()
}

/// How much happened to each topic behind what was seen of it.
async fn unseen(db: &impl ConnectionTrait, ids: &[i64], seen: &HashMap<i64, i64>) -> Result<HashMap<i64, i64>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let behind = |id: &i64| {
        let seen = seen.get(id).copied().unwrap_or(0);
        topic_event::Column::TopicId.eq(*id).and(topic_event::Column::Id.gt(seen))
    };
    let any = ids.iter().fold(Condition::any(), |any, id| any.add(behind(id)));
    let counts: Vec<(i64, i64)> = topic_event::Entity::find()
        .select_only()
        .column(topic_event::Column::TopicId)
        .column_as(topic_event::Column::Id.count(), "new")
        .filter(any)
        .group_by(topic_event::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().collect())
}
