//! What was reported, and what the organisers decide: keep it, or hide its words behind a published reason.

use super::report::Thing;
use super::timeline::Line;
use super::{hold_comment, load_comment};
use crate::entity::{comment, hidden_topic, report, topic};
use crate::error::{Error, Faults};
use crate::service::access::{Actor, Seen};
use crate::service::topics::{self, REASON_MAX};
use crate::service::{audit, given};
use crate::{Result, Site};
use domain::comment::{Complaint, Decision, State};
use domain::host::Right;
use domain::text::Text;
use domain::topic::{By, Happening};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Select, Set};

/// What a report says; never who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Why.
    pub reason: Complaint,
    /// In words.
    pub text: Option<String>,
    /// The day.
    pub on: String,
}

/// Something that waits for a decision.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its place in the queue: that of its first report.
    pub place: i64,
    /// The topic, or the one commented on.
    pub topic: topic::Model,
    /// The comment.
    pub comment: Option<comment::Model>,
    /// What the reports say, oldest first.
    pub reports: Vec<Said>,
}

fn open(event_id: i64) -> Select<report::Entity> {
    report::Entity::find().filter(report::Column::Decision.is_null()).filter(report::Column::TopicId.in_subquery(topics_of(event_id)))
}

fn topics_of(event_id: i64) -> SelectStatement {
    Query::select().column(topic::Column::Id).from(topic::Entity).and_where(Expr::col(topic::Column::EventId).eq(event_id)).to_owned()
}

type Key = (i64, Option<i64>, i64);

async fn keys(db: &impl ConnectionTrait, event_id: i64, after: i64, limit: Option<u64>) -> Result<Vec<Key>> {
    let first = || Expr::col(report::Column::Id).min();
    let rows = open(event_id)
        .select_only()
        .column(report::Column::TopicId)
        .column(report::Column::CommentId)
        .column_as(report::Column::Id.min(), "place")
        .group_by(report::Column::TopicId)
        .group_by(report::Column::CommentId)
        .having(first().gt(after));
    let rows = sea_orm::QueryOrder::order_by(rows, first(), sea_orm::Order::Asc).limit(limit);
    Ok(rows.into_tuple().all(db).await?)
}

/// How many things wait for a decision.
pub async fn count(db: &impl ConnectionTrait, event_id: i64) -> Result<usize> {
    Ok(keys(db, event_id, 0, None).await?.len())
}

/// What waits in an event, the first reported first, behind a place; for everybody with a role in its host.
pub async fn queue(db: &impl ConnectionTrait, actor: &Actor, seen: &Seen, after: i64, limit: u64) -> Result<Vec<Waiting>> {
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let keys = keys(db, seen.event.id, after, Some(limit)).await?;
    read(db, seen.event.id, keys).await
}

/// One thing of an event, reported or not, for everybody with a role in its host.
pub async fn one(site: &Site, actor: &Actor, thing: Thing) -> Result<(Waiting, Seen)> {
    let db = site.db.read();
    let (topic, comment, seen) = match thing {
        Thing::Topic(id) => topics::load(db, actor, id).await.map(|(topic, seen)| (topic, None, seen))?,
        Thing::Comment(id) => load_comment(db, actor, id).await.map(|(comment, topic, seen)| (topic, Some(comment), seen))?,
    };
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let mut found = read(db, seen.event.id, vec![(topic.id, comment.map(|comment| comment.id), 0)]).await?;
    Ok((found.pop().ok_or(Error::NotFound)?, seen))
}

async fn read(db: &impl ConnectionTrait, event_id: i64, keys: Vec<Key>) -> Result<Vec<Waiting>> {
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(keys.iter().map(|key| key.0))).all(db).await?;
    let comments = comment::Entity::find().filter(comment::Column::Id.is_in(keys.iter().filter_map(|key| key.1))).all(db).await?;
    let reports = open(event_id).filter(report::Column::TopicId.is_in(keys.iter().map(|key| key.0)));
    let reports = sea_orm::QueryOrder::order_by_asc(reports, report::Column::Id).all(db).await?;
    let waiting = |(topic_id, comment_id, place): Key| {
        let of = reports.iter().filter(|report| report.topic_id == topic_id && report.comment_id == comment_id);
        Some(Waiting {
            place,
            topic: topics.iter().find(|topic| topic.id == topic_id)?.clone(),
            comment: comments.iter().find(|comment| Some(comment.id) == comment_id).map(unhidden),
            reports: of.map(|report| Said { reason: report.reason.0, text: report.text.clone(), on: report.reported_on.clone() }).collect(),
        })
    };
    Ok(keys.into_iter().filter_map(waiting).collect())
}

/// Hidden words are their author's only, so the organisers who hid them no longer read them either.
fn unhidden(comment: &comment::Model) -> comment::Model {
    let mut comment = comment.clone();
    if comment.state.0 != State::Shown {
        comment.text.clear();
    }
    comment
}

/// Decides: all open reports on it are settled. Who hides says why, and that is published in its place.
pub async fn decide(site: &Site, actor: &Actor, thing: Thing, decision: Decision, reason: Option<Text>) -> Result<()> {
    actor.me()?;
    let mut faults = Faults::default();
    let filled = |text: &Text| [&text.lv, &text.en].iter().any(|part| part.as_deref().is_some_and(|part| !part.trim().is_empty()));
    let reason = reason.filter(filled).and_then(|text| given::block(&mut faults, "reason", &text, REASON_MAX));
    let tx = site.db.begin_write().await?;
    let (topic, comment, seen) = match thing {
        Thing::Topic(id) => topics::load_locked(&tx, actor, id).await.map(|(topic, seen)| (topic, None, seen))?,
        Thing::Comment(id) => hold_comment(&tx, actor, id).await.map(|(comment, topic, seen)| (topic, Some(comment), seen))?,
    };
    seen.require(Right::ManageTopics)?;
    faults.check()?;
    if decision == Decision::Hide && reason.is_none() {
        return Err(Error::field("reason", "reason_required"));
    }
    let (what, subject) = match &comment {
        Some(comment) => ("comment", format!("{}/{}/{}", seen.event.slug, topic.number, comment.id)),
        None => ("topic", format!("{}/{}", seen.event.slug, topic.number)),
    };
    settle_reports(&tx, topic.id, comment.as_ref().map(|comment| comment.id), decision).await?;
    match comment {
        Some(comment) => set_comment(&tx, comment, decision, reason).await?,
        None => set_topic(&tx, site, topic, decision, reason).await?,
    }
    let action = format!("{what}_{}", if decision == Decision::Hide { "hidden" } else { "kept" });
    audit::note(&tx, site, actor, Some(seen.event.host_id), &action, &subject, "").await?;
    Ok(tx.commit().await?)
}

async fn settle_reports(tx: &impl ConnectionTrait, topic_id: i64, comment_id: Option<i64>, decision: Decision) -> Result<()> {
    let same = match comment_id {
        Some(id) => report::Column::CommentId.eq(id),
        None => report::Column::CommentId.is_null(),
    };
    report::Entity::update_many()
        .col_expr(report::Column::Decision, Expr::value(<&str>::from(decision)))
        .filter(report::Column::TopicId.eq(topic_id))
        .filter(same)
        .filter(report::Column::Decision.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

async fn set_comment(tx: &impl ConnectionTrait, comment: comment::Model, decision: Decision, reason: Option<Text>) -> Result<()> {
    let state = comment.state.0.decided(decision).map_err(|refusal| Error::Conflict(refusal.code))?;
    let mut row = comment.into_active_model();
    row.state = Set(state.into());
    row.hidden_reason = Set(reason.filter(|_| decision == Decision::Hide).map(Into::into));
    row.update(tx).await?;
    Ok(())
}

/// The words of a hidden topic are moved to where only their author reads them, so that no list, vote or agenda can show them.
async fn set_topic(tx: &impl ConnectionTrait, site: &Site, topic: topic::Model, decision: Decision, reason: Option<Text>) -> Result<()> {
    let hidden = hidden_topic::Entity::find_by_id(topic.id).one(tx).await?;
    let topic_id = topic.id;
    let mut row = topic.clone().into_active_model();
    let line = match (decision, hidden, reason) {
        (Decision::Hide, None, Some(reason)) => {
            let words = hidden_topic::ActiveModel {
                topic_id: Set(topic_id),
                reason: Set(reason.clone().into()),
                title: Set(topic.title),
                summary: Set(topic.summary),
            };
            words.insert(tx).await?;
            row.title = Set(instead().into());
            row.summary = Set(None);
            Line { reason: Some(reason), ..Line::new(topic_id, Happening::Hidden, By::Organisers) }
        }
        (Decision::Hide, Some(hidden), Some(reason)) => {
            let mut hidden = hidden.into_active_model();
            hidden.reason = Set(reason.into());
            hidden.update(tx).await?;
            return Ok(());
        }
        (Decision::Keep, Some(hidden), _) => {
            hidden_topic::Entity::delete_by_id(topic_id).exec(tx).await?;
            row.title = Set(hidden.title);
            row.summary = Set(hidden.summary);
            Line::new(topic_id, Happening::Restored, By::Organisers)
        }
        _ => return Ok(()),
    };
    row.update(tx).await?;
    line.write(tx, site).await.map(|_| ())
}

/// What stands in the title of a hidden topic.
fn instead() -> Text {
    Text { lv: Some("Rīkotāju paslēpts temats".to_owned()), en: Some("A topic hidden by the organisers".to_owned()) }
}

/// The words of the reader's own hidden topic.
pub async fn own_words(db: &impl ConnectionTrait, site: &Site, actor: &Actor, topic: &topic::Model) -> Result<Option<hidden_topic::Model>> {
    if !actor.id().is_some_and(|me| topics::is_author(site, topic, me)) {
        return Ok(None);
    }
    Ok(hidden_topic::Entity::find_by_id(topic.id).one(db).await?)
}
