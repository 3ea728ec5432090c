//! Changing a topic: by whoever proposed it, with a name or without, and by organisers. What it said before stays to be read.

use super::content::{TopicFields, apply};
use super::{is_author, load, load_locked, still_open};
use crate::entity::{event, hidden_topic, round, round_topic, topic, topic_version};
use crate::error::{Error, Faults};
use crate::service::access::{Actor, Seen};
use crate::service::audit;
use crate::service::talk::{follow, timeline, today};
use crate::{Result, Site};
use domain::host::Right;
use domain::text::{Lang, Text};
use domain::topic::{By, Happening};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, NotSet, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, Set,
};

/// Changes the named fields. With `version` it is 409 `changed_meanwhile` if somebody has changed the topic since; 409 `in_a_round`
/// once a vote over its words has opened, `status` once it is settled.
pub async fn edit(site: &Site, actor: &Actor, topic_id: i64, version: Option<i32>, fields: TopicFields) -> Result<topic::Model> {
    change(site, actor, topic_id, version, |row, faults| apply(row, fields, faults)).await
}

/// The words of the language that is missing.
#[derive(Clone, Debug, Default)]
pub struct Translation {
    /// Of the title.
    pub title: Option<String>,
    /// Of the summary.
    pub summary: Option<String>,
}

/// Writes the language that is missing, and nothing of the one that is there; the rest as [`edit`].
pub async fn translate(site: &Site, actor: &Actor, topic_id: i64, version: Option<i32>, words: Translation) -> Result<topic::Model> {
    let write = |row: &mut topic::Model, faults: &mut Faults| {
        let title = words.title.and_then(|words| completed(&row.title.0, words));
        let summary = row.summary.as_ref().and_then(|text| completed(&text.0, words.summary?));
        if title.is_none() && summary.is_none() {
            faults.add(domain::fault::Fault::new("title", "required"));
        }
        apply(row, TopicFields { title, summary: summary.map(Some), ..TopicFields::default() }, faults);
    };
    change(site, actor, topic_id, version, write).await
}

/// A text with its missing language; nothing where none is missing, or nothing was written.
fn completed(text: &Text, words: String) -> Option<Text> {
    let words = Some(words).filter(|words| !words.trim().is_empty());
    match missing(text)? {
        Lang::Lv => words.map(|words| Text { lv: Some(words), en: text.en.clone() }),
        Lang::En => words.map(|words| Text { lv: text.lv.clone(), en: Some(words) }),
    }
}

/// The language that a text is not written in.
pub fn missing(text: &Text) -> Option<Lang> {
    match (&text.lv, &text.en) {
        (None, Some(_)) => Some(Lang::Lv),
        (Some(_), None) => Some(Lang::En),
        _ => None,
    }
}

async fn change(
    site: &Site,
    actor: &Actor,
    topic_id: i64,
    version: Option<i32>,
    write: impl FnOnce(&mut topic::Model, &mut Faults),
) -> Result<topic::Model> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (before, seen) = load_locked(&tx, actor, topic_id).await?;
    let by = writer(site, &before, &seen, me)?;
    let hidden = hidden_topic::Entity::find_by_id(topic_id).one(&tx).await?.is_some();
    open_to_changes(&seen.event, &before, hidden)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Conflict("changed_meanwhile"));
    }
    let mut row = before.clone();
    let mut faults = Faults::default();
    write(&mut row, &mut faults);
    faults.check()?;
    if row == before {
        return Ok(before);
    }
    let words = |topic: &topic::Model| (topic.title.clone(), topic.summary.clone(), topic.minutes);
    if words(&row) != words(&before) && in_a_round(&tx, site, topic_id).await? {
        return Err(Error::Conflict("in_a_round"));
    }
    let mut changed = before.clone().into_active_model();
    keep(&tx, before).await?;
    // Only what it says: how often it was opened is counted meanwhile.
    changed.title = Set(row.title);
    changed.summary = Set(row.summary);
    changed.minutes = Set(row.minutes);
    changed.wanted = Set(row.wanted);
    changed.area = Set(row.area);
    changed.links = Set(row.links);
    changed.version = Set(row.version + 1);
    changed.edited_on = Set(Some(today(site)));
    let topic = changed.update(&tx).await?;
    let place = timeline::note(&tx, site, topic_id, Happening::Edited, by).await?;
    follow::look(&tx, site, &topic, me, place).await?;
    if by == By::Organisers {
        let subject = format!("{}/{}", seen.event.slug, topic.number);
        audit::note(&tx, site, actor, Some(seen.event.host_id), "topic_edited", &subject, "").await?;
    }
    tx.commit().await?;
    Ok(topic)
}

/// Refuses (409 `status`, `topic_hidden`) to change what is settled, over, or hidden.
pub fn open_to_changes(event: &event::Model, topic: &topic::Model, hidden: bool) -> Result<()> {
    still_open(event)?;
    match (topic.status.0.is_open(), hidden) {
        (false, _) => Err(Error::Conflict("status")),
        (true, true) => Err(Error::Conflict("topic_hidden")),
        (true, false) => Ok(()),
    }
}

/// In whose part it is changed, else 403.
pub(super) fn writer(site: &Site, topic: &topic::Model, seen: &Seen, me: i64) -> Result<By> {
    if is_author(site, topic, me) {
        return Ok(By::Author);
    }
    seen.require(Right::ManageTopics).map(|()| By::Organisers)
}

async fn keep(tx: &impl ConnectionTrait, before: topic::Model) -> Result<()> {
    let row = topic_version::ActiveModel {
        id: NotSet,
        topic_id: Set(before.id),
        title: Set(before.title),
        summary: Set(before.summary),
        minutes: Set(before.minutes),
        wanted: Set(before.wanted),
        area: Set(before.area),
        links: Set(before.links),
        written_on: Set(before.edited_on.unwrap_or(before.proposed_on)),
    };
    row.insert(tx).await?;
    Ok(())
}

/// Whether a vote over it has opened, so that people have read what they vote on.
pub async fn in_a_round(db: &impl ConnectionTrait, site: &Site, topic_id: i64) -> Result<bool> {
    let its_round: RelationDef =
        round_topic::Entity::belongs_to(round::Entity).from(round_topic::Column::RoundId).to(round::Column::Id).into();
    let opened = round_topic::Entity::find()
        .join(JoinType::InnerJoin, its_round)
        .filter(round_topic::Column::TopicId.eq(topic_id))
        .filter(round::Column::OpensAt.lte(site.now().as_millisecond()));
    Ok(opened.count(db).await? > 0)
}

/// What a topic said before, oldest first, for whoever sees it; behind a row, at most `limit`. Of a hidden topic nothing.
pub async fn versions(site: &Site, actor: &Actor, topic_id: i64, after: i64, limit: u64) -> Result<Vec<topic_version::Model>> {
    let db = site.db.read();
    let (topic, _) = load(db, actor, topic_id).await?;
    if hidden_topic::Entity::find_by_id(topic.id).one(db).await?.is_some() {
        return Ok(Vec::new());
    }
    let rows = topic_version::Entity::find()
        .filter(topic_version::Column::TopicId.eq(topic.id))
        .filter(topic_version::Column::Id.gt(after))
        .order_by_asc(topic_version::Column::Id)
        .limit(limit);
    Ok(rows.all(db).await?)
}
