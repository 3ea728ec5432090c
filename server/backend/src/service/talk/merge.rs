//! Making two topics one: the organisers propose it, the author accepts. Nobody's support moves: who supported the merged topic is
//! told and supports the other one themselves, or not.

use super::timeline::{self, Line};
use super::today;
use crate::entity::{event, topic, topic_merge};
use crate::error::{Error, taken};
use crate::service::access::{self, Actor, Seen};
use crate::service::{audit, topics};
use crate::{Result, Site};
use domain::fault::Refusal;
use domain::host::Right;
use domain::topic::{By, Happening, Proposal, Status};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, QuerySelect,
    Set,
};

/// A page shows at most this many topics that went on in another.
const MOST: u64 = 50;

/// A proposal that waits for the author.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The proposal.
    pub row: topic_merge::Model,
    /// The topic it would become part of.
    pub into: topic::Model,
}

/// The proposal to merge a topic that waits for its author.
pub async fn waiting(db: &impl ConnectionTrait, topic_id: i64) -> Result<Option<Waiting>> {
    let open =
        topic_merge::Entity::find().filter(topic_merge::Column::TopicId.eq(topic_id)).filter(topic_merge::Column::State.eq("proposed"));
    let Some(row) = open.one(db).await? else { return Ok(None) };
    let into = topic::Entity::find_by_id(row.into_id).one(db).await?.ok_or(Error::NotFound)?;
    Ok(Some(Waiting { row, into }))
}

/// Asks the author to let a topic become part of another of the same event. 409 `merge_proposed` while they are asked already,
/// `no_author` where there is nobody to ask.
pub async fn propose(site: &Site, actor: &Actor, topic_id: i64, into: i64) -> Result<topic::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = topics::load_locked(&tx, actor, topic_id).await?;
    seen.require(Right::ManageTopics)?;
    topics::still_open(&seen.event)?;
    let target = topic::Entity::find_by_id(into).one(&tx).await?.filter(|one| one.event_id == topic.event_id && one.id != topic.id);
    let target = target.ok_or_else(|| Error::field("into", "unknown_topic"))?;
    topic.status.0.may_merge_into(target.status.0).map_err(conflict)?;
    if topic.author_id.is_none() && topic.author_sealed.is_none() {
        return Err(Error::Conflict("no_author"));
    }
    let row = topic_merge::ActiveModel {
        id: NotSet,
        topic_id: Set(topic_id),
        into_id: Set(into),
        state: Set(Proposal::Proposed.into()),
        proposed_on: Set(today(site)),
    };
    row.insert(&tx).await.map_err(|error| taken(error, "merge_proposed"))?;
    line(&topic, into, Happening::MergeProposed, By::Organisers).write(&tx, site).await?;
    note(&tx, site, actor, &seen, &topic, "merge_proposed", target.number).await?;
    tx.commit().await?;
    Ok(topic)
}

/// The organisers no longer ask.
pub async fn withdraw(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = topics::load_locked(&tx, actor, topic_id).await?;
    seen.require(Right::ManageTopics)?;
    let into = settle(&tx, topic_id, Proposal::Withdrawn).await?.into;
    line(&topic, into.id, Happening::MergeWithdrawn, By::Organisers).write(&tx, site).await?;
    note(&tx, site, actor, &seen, &topic, "merge_withdrawn", into.number).await?;
    tx.commit().await?;
    Ok(topic)
}

/// The author would rather not.
pub async fn refuse(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    let tx = site.db.begin_write().await?;
    let (topic, seen) = authors(&tx, site, actor, topic_id).await?;
    let into = settle(&tx, topic_id, Proposal::Refused).await?.into;
    line(&topic, into.id, Happening::MergeRefused, By::Author).write(&tx, site).await?;
    note(&tx, site, &Actor::default(), &seen, &topic, "merge_refused", into.number).await?;
    tx.commit().await?;
    Ok(topic)
}

/// The author accepts: the topic is part of the other one from now on, for good.
pub async fn accept(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    let tx = site.db.begin_write().await?;
    let (topic, seen) = authors(&tx, site, actor, topic_id).await?;
    topics::still_open(&seen.event)?;
    let into = settle(&tx, topic_id, Proposal::Accepted).await?.into;
    topic.status.0.may_merge_into(into.status.0).map_err(conflict)?;
    let mut row = topic.into_active_model();
    row.status = Set(Status::Merged.into());
    row.reason = Set(None);
    row.merged_into = Set(Some(into.id));
    let topic = row.update(&tx).await?;
    withdraw_all(&tx, topic_id).await?;
    let (gone, grown) = (line(&topic, into.id, Happening::Merged, By::Author), line(&into, topic.id, Happening::Absorbed, By::Author));
    timeline::write(&tx, site, vec![gone, grown]).await?;
    // The author may be unnamed, so no author is noted.
    note(&tx, site, &Actor::default(), &seen, &topic, "topic_merged", into.number).await?;
    tx.commit().await?;
    Ok(topic)
}

fn conflict(refusal: Refusal) -> Error {
    Error::Conflict(refusal.code)
}

/// The topic if the actor proposed it, with a name or without, else 403.
async fn authors(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, topic_id: i64) -> Result<(topic::Model, Seen)> {
    let me = actor.me()?.id;
    let (topic, seen) = topics::load_locked(tx, actor, topic_id).await?;
    if topics::is_author(site, &topic, me) { Ok((topic, seen)) } else { Err(Error::Forbidden) }
}

/// Ends the proposal that waits, else 409 `no_merge_proposed`.
async fn settle(tx: &impl ConnectionTrait, topic_id: i64, state: Proposal) -> Result<Waiting> {
    let waiting = waiting(tx, topic_id).await?.ok_or(Error::Conflict("no_merge_proposed"))?;
    let mut row = waiting.row.clone().into_active_model();
    row.state = Set(state.into());
    row.update(tx).await?;
    Ok(waiting)
}

/// Ends all proposals that a topic is part of, because it goes another way.
pub(crate) async fn withdraw_all(tx: &impl ConnectionTrait, topic_id: i64) -> Result<()> {
    topic_merge::Entity::update_many()
        .col_expr(topic_merge::Column::State, Expr::value(<&str>::from(Proposal::Withdrawn)))
        .filter(topic_merge::Column::State.eq("proposed"))
        .filter(topic_merge::Column::TopicId.eq(topic_id).or(topic_merge::Column::IntoId.eq(topic_id)))
        .exec(tx)
        .await?;
    Ok(())
}

fn line(topic: &topic::Model, other: i64, what: Happening, by: By) -> Line {
    Line { other: Some(other), ..Line::new(topic.id, what, by) }
}

async fn note(
    tx: &impl ConnectionTrait,
    site: &Site,
    actor: &Actor,
    seen: &Seen,
    topic: &topic::Model,
    action: &str,
    into: i32,
) -> Result<()> {
    let subject = format!("{}/{}", seen.event.slug, topic.number);
    audit::note(tx, site, actor, Some(seen.event.host_id), action, &subject, &format!("into {into}")).await
}

/// A topic that the reader supported and that went on in another which they do not support.
#[derive(Clone, Debug)]
pub struct GoneOn {
    /// The topic that was merged.
    pub topic: topic::Model,
    /// What it is part of now.
    pub into: topic::Model,
    /// The event of both.
    pub event: event::Model,
}

/// What the reader's support did not follow by itself.
pub async fn gone_on(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<GoneOn>> {
    let me = actor.me()?.id;
    let visible = Query::select().column(event::Column::Id).from(event::Entity).cond_where(access::visible(actor)).to_owned();
    let topics = topic::Entity::find()
        .filter(topic::Column::Status.eq(<&str>::from(Status::Merged)))
        .filter(topic::Column::Id.in_subquery(topics::supported_by(me)))
        .filter(topic::Column::MergedInto.not_in_subquery(topics::supported_by(me)))
        .filter(topic::Column::EventId.in_subquery(visible))
        .order_by_desc(topic::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    let others = topic::Entity::find().filter(topic::Column::Id.is_in(topics.iter().filter_map(|topic| topic.merged_into))).all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(topics.iter().map(|topic| topic.event_id))).all(db).await?;
    let one = |topic: topic::Model| {
        let into = others.iter().find(|into| topic.merged_into == Some(into.id) && into.status.0.is_open())?.clone();
        let event = events.iter().find(|event| event.id == topic.event_id).filter(|event| topics::still_open(event).is_ok())?.clone();
        Some(GoneOn { topic, into, event })
    };
    Ok(topics.into_iter().filter_map(one).collect())
}
