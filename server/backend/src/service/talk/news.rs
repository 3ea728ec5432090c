//! When those who follow topics, or are named in a comment, get a letter, and what they chose.
//!
//! Only who follows with their name is in any row or job: who proposed a topic without a name sees on their own page what is new
//! there, because a row that wakes them would say whose it is.

use super::timeline;
use crate::entity::stored::Stored;
use crate::entity::{comment, follow, mention, person, topic_news};
use crate::error::{Error, Faults};
use crate::outbox::{Job, put};
use crate::service::access::Actor;
use crate::service::{given, morning};
use crate::{Result, Site};
use domain::news::Rhythm;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select, Set,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Rows asked for or written at once.
const AT_ONCE: usize = 500;

/// What somebody wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Of the topics they follow.
    pub rhythm: Rhythm,
    /// That somebody named them in a comment.
    pub mentions: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self { rhythm: Rhythm::default(), mentions: true }
    }
}

/// What the person chose, or what holds for who has not.
pub async fn choice(db: &impl ConnectionTrait, person_id: i64) -> Result<Choice> {
    let row = topic_news::Entity::find_by_id(person_id).one(db).await?;
    Ok(row.map(|row| Choice { rhythm: row.rhythm.0, mentions: row.mentions }).unwrap_or_default())
}

/// Chooses; what waits already comes when the new rhythm says so. `rhythm` is `daily`, `weekly` or `never`.
pub async fn choose(site: &Site, actor: &Actor, rhythm: &str, mentions: bool) -> Result<Choice> {
    let me = actor.me()?.id;
    let mut faults = Faults::default();
    let rhythm: Option<Rhythm> = faults.take("rhythm", given::word(rhythm));
    faults.check()?;
    let choice = Choice { rhythm: Faults::got(rhythm)?, mentions };
    let tx = site.db.begin_write().await?;
    set(&tx, site, me, choice).await?;
    tx.commit().await?;
    Ok(choice)
}

/// As [`choose`], for the person whatever they are doing here.
pub(crate) async fn set(tx: &impl ConnectionTrait, site: &Site, person_id: i64, choice: Choice) -> Result<()> {
    let person = person::Entity::find_by_id(person_id).one(tx).await?.ok_or(Error::NotFound)?;
    let before = topic_news::Entity::find_by_id(person_id).lock_exclusive().one(tx).await?;
    let waits = before.is_some_and(|row| row.due_at.is_some());
    let row = topic_news::ActiveModel {
        person_id: Set(person_id),
        rhythm: Set(Stored(choice.rhythm)),
        mentions: Set(choice.mentions),
        due_at: Set(due(site, &person, choice.rhythm).filter(|_| waits)),
    };
    let columns = [topic_news::Column::Rhythm, topic_news::Column::Mentions, topic_news::Column::DueAt];
    let again = OnConflict::column(topic_news::Column::PersonId).update_columns(columns).to_owned();
    topic_news::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

fn due(site: &Site, person: &person::Model, rhythm: Rhythm) -> Option<i64> {
    match rhythm {
        Rhythm::Daily => Some(morning::next(site, person)),
        Rhythm::Weekly => Some(morning::next_monday(site, person)),
        Rhythm::Never => None,
    }
}

/// Something happened to these topics: whoever follows one with their name, and is not waiting for a letter already, is from now on.
/// Called once in a transaction, at its end: people are held in the order of their ids, so that no two wait for each other.
pub(super) async fn wake(tx: &impl ConnectionTrait, site: &Site, topics: &[i64]) -> Result<()> {
    let followers = || {
        follow::Entity::find()
            .select_only()
            .column(follow::Column::PersonId)
            .distinct()
            .filter(follow::Column::TopicId.is_in(topics.iter().copied()))
            .filter(follow::Column::Following.eq(true))
            .filter(follow::Column::PersonId.is_not_null())
            .order_by_asc(follow::Column::PersonId)
    };
    make_rows(tx, followers()).await?;
    let followers: Vec<i64> = followers().into_tuple().all(tx).await?;
    for some in followers.chunks(AT_ONCE) {
        wake_some(tx, site, some).await?;
    }
    Ok(())
}

/// Gives a row to whoever has none: all rows can be held in one order only where none is made between them.
async fn make_rows(tx: &impl ConnectionTrait, followers: Select<follow::Entity>) -> Result<()> {
    let known = topic_news::Entity::find().select_only().column(topic_news::Column::PersonId).into_query();
    let default = Choice::default();
    let new = followers
        .filter(follow::Column::PersonId.not_in_subquery(known))
        .expr(Expr::value(Stored(default.rhythm)))
        .expr(Expr::value(default.mentions));
    let columns = [topic_news::Column::PersonId, topic_news::Column::Rhythm, topic_news::Column::Mentions];
    let once = OnConflict::column(topic_news::Column::PersonId).do_nothing().to_owned();
    let mut insert = Query::insert();
    insert.into_table(topic_news::Entity).columns(columns).select_from(new.into_query()).map_err(Error::internal)?.on_conflict(once);
    tx.execute(&insert).await?;
    Ok(())
}

async fn wake_some(tx: &impl ConnectionTrait, site: &Site, ids: &[i64]) -> Result<()> {
    // Held, so that a letter just being made either has what happened here, or is waited for and followed by another.
    let rows = topic_news::Entity::find().filter(topic_news::Column::PersonId.is_in(ids.iter().copied()));
    let rows = rows.order_by_asc(topic_news::Column::PersonId).lock_exclusive().all(tx).await?;
    let asleep: HashMap<i64, topic_news::Model> =
        rows.into_iter().filter(|row| row.due_at.is_none() && row.rhythm.0 != Rhythm::Never).map(|row| (row.person_id, row)).collect();
    if asleep.is_empty() {
        return Ok(());
    }
    let people = person::Entity::find().filter(person::Column::Id.is_in(asleep.keys().copied())).all(tx).await?;
    let awake = people.iter().filter_map(|person| {
        let row = asleep.get(&person.id)?.clone();
        let due_at = due(site, person, row.rhythm.0);
        Some(topic_news::Model { due_at, ..row }.into_active_model().reset_all())
    });
    let later = OnConflict::column(topic_news::Column::PersonId).update_column(topic_news::Column::DueAt).to_owned();
    topic_news::Entity::insert_many(awake).on_conflict(later).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes to those whose morning has come, each person in a transaction of their own; one that fails holds up no other.
pub async fn tell_due(site: &Site) -> Result<()> {
    let (db, now) = (site.db.read(), site.now().as_millisecond());
    let follow = topic_news::Entity::find().select_only().column(topic_news::Column::PersonId);
    let follow: Vec<i64> = follow.filter(topic_news::Column::DueAt.lte(now)).into_tuple().all(db).await?;
    let named = mention::Entity::find().select_only().column(mention::Column::PersonId).distinct();
    let named: Vec<Option<i64>> = named.filter(mention::Column::DueAt.lte(now)).into_tuple().all(db).await?;
    let authors = named.contains(&None);
    let people: BTreeSet<i64> = follow.into_iter().chain(named.into_iter().flatten()).collect();
    let mut told = Ok(());
    for person in people {
        told = tell(site, person, now).await.and(told);
    }
    if authors { tell_authors(site, now).await.and(told) } else { told }
}

/// One letter with all that is due.
async fn tell(site: &Site, person_id: i64, now: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    // Held in the order in which a comment writes them, and never the person, to whom its rows refer: so nobody waits for the other.
    // Whoever was erased meanwhile has no rows any more; another worker may have been here since.
    let row = topic_news::Entity::find_by_id(person_id).lock_exclusive().one(&tx).await?;
    let follows = row.is_some_and(|row| row.due_at.is_some_and(|due| due <= now));
    let topics = if follows { fresh(&tx, person_id).await? } else { Vec::new() };
    if follows {
        topic_news::Entity::update_many()
            .col_expr(topic_news::Column::DueAt, Expr::value(None::<i64>))
            .filter(topic_news::Column::PersonId.eq(person_id))
            .exec(&tx)
            .await?;
    }
    let mentions = called(&tx, mention::Column::PersonId.eq(person_id), now).await?;
    let mentions: Vec<i64> = mentions.into_iter().map(|row| row.id).collect();
    if !topics.is_empty() || !mentions.is_empty() {
        put(&tx, site, &Job::TopicNews { person: person_id, topics, mentions }).await?;
    }
    Ok(tx.commit().await?)
}

/// What is due of those calls, which is told from now on.
async fn called(tx: &impl ConnectionTrait, whose: Expr, now: i64) -> Result<Vec<mention::Model>> {
    let due = whose.and(mention::Column::DueAt.lte(now));
    let rows = mention::Entity::find().filter(due.clone()).order_by_asc(mention::Column::Id).lock_exclusive().all(tx).await?;
    mention::Entity::update_many().col_expr(mention::Column::DueAt, Expr::value(None::<i64>)).filter(due).exec(tx).await?;
    Ok(rows)
}

/// The topics a person follows by name in which something happened that they have neither seen nor been told, each with the place
/// from which and up to which that is so; told from now on.
async fn fresh(tx: &impl ConnectionTrait, person_id: i64) -> Result<Vec<(i64, i64, i64)>> {
    let mine = follow::Entity::find().filter(follow::Column::PersonId.eq(person_id)).filter(follow::Column::Following.eq(true));
    let mut topics = Vec::new();
    for some in mine.order_by_asc(follow::Column::TopicId).all(tx).await?.chunks(AT_ONCE) {
        let newest = timeline::newest_of(tx, some.iter().map(|row| row.topic_id)).await?;
        for row in some {
            let (from, upto) = (std::cmp::max(row.seen, row.told), newest.get(&row.topic_id).copied().unwrap_or(0));
            if upto > from {
                topics.push((row.topic_id, from, upto));
                let told = follow::Entity::update_many().col_expr(follow::Column::Told, Expr::value(upto));
                told.filter(follow::Column::Id.eq(row.id)).exec(tx).await?;
            }
        }
    }
    Ok(topics)
}

/// The authors without a name: a job for each topic, which names nobody. Whose letter it is, is known when it is written.
async fn tell_authors(site: &Site, now: i64) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let rows = called(&tx, mention::Column::PersonId.is_null(), now).await?;
    let comments = comment::Entity::find().filter(comment::Column::Id.is_in(rows.iter().map(|row| row.comment_id))).all(&tx).await?;
    let mut topics: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for comment in comments {
        topics.entry(comment.topic_id).or_default().push(comment.id);
    }
    for (topic, comments) in topics {
        put(&tx, site, &Job::AuthorCalled { topic, comments }).await?;
    }
    Ok(tx.commit().await?)
}
