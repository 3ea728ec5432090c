//! What became of a topic, line by line, written with the change it tells of.

use super::{news, today};
use crate::entity::{round, topic, topic_event};
use crate::{Result, Site};
use domain::text::Text;
use domain::topic::{By, Happening};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;

/// A topic's page shows at most this many lines, the newest.
const MOST: u64 = 200;

/// A line to write.
#[derive(Clone, Debug)]
pub struct Line {
    /// The topic.
    pub topic: i64,
    /// What happened.
    pub happening: Happening,
    /// In whose part.
    pub by: By,
    /// The other topic of a merger.
    pub other: Option<i64>,
    /// The vote that did it.
    pub round: Option<i64>,
    /// The comment that was made.
    pub comment: Option<i64>,
    /// The published reason or answer.
    pub reason: Option<Text>,
}

impl Line {
    /// A line without more to say.
    pub fn new(topic: i64, happening: Happening, by: By) -> Self {
        Self { topic, happening, by, other: None, round: None, comment: None, reason: None }
    }

    /// Writes it and gives its place in the order of things; for a transaction that writes no other line, see [`write`].
    pub async fn write(self, tx: &impl ConnectionTrait, site: &Site) -> Result<i64> {
        let topic = self.topic;
        let place = self.insert(tx, site).await?;
        news::wake(tx, site, &[topic]).await?;
        Ok(place)
    }

    async fn insert(self, tx: &impl ConnectionTrait, site: &Site) -> Result<i64> {
        let row = topic_event::ActiveModel {
            id: NotSet,
            topic_id: Set(self.topic),
            happening: Set(self.happening.into()),
            done_by: Set(self.by.into()),
            on_date: Set(today(site)),
            other_id: Set(self.other),
            round_id: Set(self.round),
            comment_id: Set(self.comment),
            reason: Set(self.reason.map(Into::into)),
        };
        Ok(row.insert(tx).await?.id)
    }
}

/// Writes all lines of a transaction, which holds nothing afterwards that it did not hold before but the followers: woken topic by
/// topic, they would be held in an order in which two transactions can wait for each other.
pub async fn write(tx: &impl ConnectionTrait, site: &Site, lines: Vec<Line>) -> Result<()> {
    let topics: Vec<i64> = lines.iter().map(|line| line.topic).collect();
    for line in lines {
        line.insert(tx, site).await?;
    }
    news::wake(tx, site, &topics).await
}

/// Writes a line that needs no more than this.
pub async fn note(tx: &impl ConnectionTrait, site: &Site, topic: i64, happening: Happening, by: By) -> Result<i64> {
    Line::new(topic, happening, by).write(tx, site).await
}

/// A line to read.
#[derive(Clone, Debug)]
pub struct Told {
    /// The row.
    pub row: topic_event::Model,
    /// Number and title of the other topic of a merger.
    pub other: Option<(i32, Text)>,
    /// The number of the vote that did it.
    pub round: Option<i32>,
}

/// What became of a topic, oldest first; what was said about it is the discussion's.
pub async fn of(db: &impl ConnectionTrait, topic_id: i64) -> Result<Vec<Told>> {
    let rows = topic_event::Entity::find()
        .filter(topic_event::Column::TopicId.eq(topic_id))
        .filter(topic_event::Column::Happening.ne(<&str>::from(Happening::Commented)))
        .order_by_desc(topic_event::Column::OnDate)
        .order_by_desc(topic_event::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    told(db, rows.into_iter().rev().collect()).await
}

/// Lines as they are read, in the order given.
pub(super) async fn told(db: &impl ConnectionTrait, rows: Vec<topic_event::Model>) -> Result<Vec<Told>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let others = topic::Entity::find().filter(topic::Column::Id.is_in(rows.iter().filter_map(|row| row.other_id))).all(db).await?;
    let rounds = round::Entity::find().filter(round::Column::Id.is_in(rows.iter().filter_map(|row| row.round_id))).all(db).await?;
    let told = |row: topic_event::Model| Told {
        other: others.iter().find(|other| row.other_id == Some(other.id)).map(|other| (other.number, other.title.0.clone())),
        round: rounds.iter().find(|round| row.round_id == Some(round.id)).map(|round| round.number),
        row,
    };
    Ok(rows.into_iter().map(told).collect())
}

/// The newest thing that happened to a topic, comments included; 0 if nothing did.
pub(crate) async fn newest(db: &impl ConnectionTrait, topic_id: i64) -> Result<i64> {
    let found = topic_event::Entity::find().filter(topic_event::Column::TopicId.eq(topic_id)).order_by_desc(topic_event::Column::Id);
    Ok(found.one(db).await?.map_or(0, |row| row.id))
}

/// The same of several topics.
pub(super) async fn newest_of(db: &impl ConnectionTrait, topics: impl IntoIterator<Item = i64>) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = topic_event::Entity::find()
        .select_only()
        .column(topic_event::Column::TopicId)
        .column_as(topic_event::Column::Id.max(), "newest")
        .filter(topic_event::Column::TopicId.is_in(topics))
        .group_by(topic_event::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
