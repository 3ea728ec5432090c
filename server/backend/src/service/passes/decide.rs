//! What becomes of a topic that was proposed to another event: its organisers take it up or decline, those who proposed it take it back.

use crate::entity::stored::Stored;
use crate::entity::{event, hidden_topic, host, topic, topic_file, topic_file_part, topic_pass};
use crate::error::{Error, Faults};
use crate::repo;
use crate::service::access::{self, Actor, Seen};
use crate::service::talk::timeline::{self, Line};
use crate::service::talk::{follow, today};
use crate::service::topics::{REASON_MAX, seal_author};
use crate::service::{audit, given, topics};
use crate::{Result, Site};
use domain::host::Right;
use domain::text::Text;
use domain::topic::{By, Happening, Pass, Status};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, Set};
use std::collections::BTreeSet;

/// A topic proposed to an event, waiting for its organisers.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The proposal.
    pub pass: topic_pass::Model,
    /// What is proposed, in its words.
    pub topic: topic::Model,
    /// Who proposes it.
    pub host: Text,
    /// Where it was raised, if the actor may see that.
    pub event: Option<event::Model>,
}

/// What waits for the organisers of an event, the oldest first; for everybody with a role in its host.
pub async fn waiting(db: &impl ConnectionTrait, actor: &Actor, seen: &Seen) -> Result<Vec<Waiting>> {
    actor.me()?;
    seen.require(Right::ViewDrafts)?;
    let passes = topic_pass::Entity::find()
        .filter(topic_pass::Column::IntoEventId.eq(seen.event.id))
        .filter(topic_pass::Column::State.eq(Stored(Pass::Proposed)))
        .order_by_asc(topic_pass::Column::Id)
        .all(db)
        .await?;
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(passes.iter().map(|pass| pass.topic_id))).all(db).await?;
    let origins = || event::Entity::find().filter(event::Column::Id.is_in(topics.iter().map(|topic| topic.event_id)));
    let events = origins().all(db).await?;
    let visible = origins().filter(access::listed(actor)).all(db).await?;
    let hosts = host::Entity::find().filter(host::Column::Id.is_in(events.iter().map(|event| event.host_id))).all(db).await?;
    let one = |pass: topic_pass::Model| {
        let topic = topics.iter().find(|topic| topic.id == pass.topic_id)?.clone();
        let origin = events.iter().find(|event| event.id == topic.event_id)?;
        let host = hosts.iter().find(|host| host.id == origin.host_id)?.name.0.clone();
        let event = visible.iter().find(|event| event.id == topic.event_id).cloned();
        Some(Waiting { pass, topic, host, event })
    };
    Ok(passes.into_iter().filter_map(one).collect())
}

/// Whose organisers act.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Of the event that the topic is of.
    Origin,
    /// Of the event it was proposed to.
    Target,
}

/// A proposal that waits, with both events held; for who manages the topics of the one whose organisers act.
struct Held {
    pass: topic_pass::Model,
    topic: topic::Model,
    origin: event::Model,
    seen: Seen,
}

async fn hold(tx: &impl ConnectionTrait, actor: &Actor, pass_id: i64, whose: Whose) -> Result<Held> {
    actor.me()?;
    let find = || topic_pass::Entity::find_by_id(pass_id).one(tx);
    let pass = find().await?.ok_or(Error::NotFound)?;
    let topic = || topic::Entity::find_by_id(pass.topic_id).one(tx);
    let origin_id = topic().await?.ok_or(Error::NotFound)?.event_id;
    let theirs = if whose == Whose::Origin { origin_id } else { pass.into_event_id };
    access::event_by_id(tx, actor, theirs).await?.require(Right::ManageTopics)?;
    for id in BTreeSet::from([origin_id, pass.into_event_id]) {
        repo::events::lock(tx, id).await?;
    }
    let seen = access::event_by_id(tx, actor, theirs).await?;
    seen.require(Right::ManageTopics)?;
    let origin = event::Entity::find_by_id(origin_id).one(tx).await?.ok_or(Error::NotFound)?;
    let (topic, pass) = (topic().await?.ok_or(Error::NotFound)?, find().await?.ok_or(Error::NotFound)?);
    if pass.state.0 == Pass::Proposed { Ok(Held { pass, topic, origin, seen }) } else { Err(Error::Conflict("pass_decided")) }
}

/// Makes it a topic there, with the words, files and author it has. An author who is named where fewer people read it than here is a
/// topic's author without a name here, and the files, which may name them, stay behind.
pub async fn accept(site: &Site, actor: &Actor, pass_id: i64) -> Result<(topic_pass::Model, topic::Model)> {
    let tx = site.db.begin_write().await?;
    let Held { pass, topic, origin, seen } = hold(&tx, actor, pass_id, Whose::Target).await?;
    topics::still_open(&seen.event)?;
    let hidden = hidden_topic::Entity::find_by_id(topic.id).one(&tx).await?.is_some();
    super::open_to_passing(&origin, &topic, hidden)?;
    let made = copy(&tx, site, &topic, &origin, &seen.event).await?;
    let line = |topic, happening| Line::new(topic, happening, By::Organisers);
    timeline::write(&tx, site, vec![line(made.id, Happening::Raised), line(topic.id, Happening::PassAccepted)]).await?;
    if let Some(author) = made.author_id {
        follow::begin(&tx, made.id, author, timeline::newest(&tx, made.id).await?).await?;
    }
    let pass = settle(&tx, site, pass, Pass::Accepted, None, Some(made.id)).await?;
    note(&tx, site, actor, &seen, "pass_accepted", &made.number.to_string()).await?;
    tx.commit().await?;
    Ok((pass, made))
}

/// Declines, with a reason that is published where the topic comes from.
pub async fn decline(site: &Site, actor: &Actor, pass_id: i64, reason: Option<Text>) -> Result<topic_pass::Model> {
    let mut faults = Faults::default();
    let filled = |text: &Text| [&text.lv, &text.en].iter().any(|part| part.as_deref().is_some_and(|part| !part.trim().is_empty()));
    let reason = reason.filter(filled).and_then(|text| given::block(&mut faults, "reason", &text, REASON_MAX));
    let tx = site.db.begin_write().await?;
    let Held { pass, topic, seen, .. } = hold(&tx, actor, pass_id, Whose::Target).await?;
    faults.check()?;
    let reason = reason.ok_or_else(|| Error::field("reason", "reason_required"))?;
    Line { reason: Some(reason.clone()), ..Line::new(topic.id, Happening::PassDeclined, By::Organisers) }.write(&tx, site).await?;
    let pass = settle(&tx, site, pass, Pass::Declined, Some(reason), None).await?;
    note(&tx, site, actor, &seen, "pass_declined", &pass.id.to_string()).await?;
    tx.commit().await?;
    Ok(pass)
}

/// Takes a proposal back that nobody has decided on; the topic can be proposed there again.
pub async fn withdraw(site: &Site, actor: &Actor, pass_id: i64) -> Result<topic::Model> {
    let tx = site.db.begin_write().await?;
    let Held { pass, topic, seen, .. } = hold(&tx, actor, pass_id, Whose::Origin).await?;
    topic_pass::Entity::delete_by_id(pass.id).exec(&tx).await?;
    note(&tx, site, actor, &seen, "pass_withdrawn", &topic.number.to_string()).await?;
    Line::new(topic.id, Happening::PassWithdrawn, By::Organisers).write(&tx, site).await?;
    tx.commit().await?;
    Ok(topic)
}

async fn settle(
    tx: &impl ConnectionTrait,
    site: &Site,
    pass: topic_pass::Model,
    state: Pass,
    reason: Option<Text>,
    made: Option<i64>,
) -> Result<topic_pass::Model> {
    let mut row = pass.into_active_model();
    row.state = Set(state.into());
    row.reason = Set(reason.map(Into::into));
    row.made_id = Set(made);
    row.decided_on = Set(Some(today(site)));
    Ok(row.update(tx).await?)
}

async fn note(tx: &impl ConnectionTrait, site: &Site, actor: &Actor, seen: &Seen, action: &str, detail: &str) -> Result<()> {
    audit::note(tx, site, actor, Some(seen.event.host_id), action, &seen.event.slug, detail).await
}

async fn copy(
    tx: &impl ConnectionTrait,
    site: &Site,
    topic: &topic::Model,
    origin: &event::Model,
    into: &event::Model,
) -> Result<topic::Model> {
    let narrower = origin.visibility.0.is_narrower_than(into.visibility.0);
    let host = host::Entity::find_by_id(origin.host_id).one(tx).await?.ok_or(Error::NotFound)?;
    let mut row = topic.clone();
    row.event_id = into.id;
    row.number = repo::events::take_number(tx, into, event::Column::NextTopicNumber, into.next_topic_number).await?;
    row.origin = Some(raised_by(&host.name.0).into());
    row.author_id = topic.author_id.filter(|_| !narrower);
    row.author_sealed = topic.author_id.filter(|_| narrower).map(|author| seal_author(site, author)).or(topic.author_sealed.clone());
    if narrower {
        // They may name who is not named, as files may.
        row.links = Vec::new().into();
    }
    (row.status, row.reason, row.merged_into) = (Status::Proposed.into(), None, None);
    (row.proposed_on, row.opened, row.version, row.edited_on) = (today(site), 0, 1, None);
    let mut made = row.into_active_model().reset_all();
    made.id = NotSet;
    let made = made.insert(tx).await?;
    if !narrower {
        copy_files(tx, topic.id, made.id).await?;
    }
    Ok(made)
}

/// Where a topic comes from, as everybody may read it: the host, and no event that may be none of theirs.
fn raised_by(host: &Text) -> Text {
    let lv = host.lv.as_ref().or(host.en.as_ref()).map(|host| format!("Izvirzīts tikšanās reizē: {host}"));
    let en = host.en.as_ref().or(host.lv.as_ref()).map(|host| format!("Raised at a meeting held by {host}"));
    Text { lv, en }
}

/// Inside the database, so that no file is ever held whole.
async fn copy_files(tx: &impl ConnectionTrait, from: i64, to: i64) -> Result<()> {
    let files = topic_file::Entity::find().filter(topic_file::Column::TopicId.eq(from)).order_by_asc(topic_file::Column::Id);
    for file in files.all(tx).await? {
        let before = file.id;
        let mut row = file.into_active_model().reset_all();
        (row.id, row.topic_id) = (NotSet, Set(to));
        let file = row.insert(tx).await?;
        let parts = Query::select()
            .expr(Expr::val(file.id))
            .columns([topic_file_part::Column::Position, topic_file_part::Column::Content])
            .from(topic_file_part::Entity)
            .and_where(topic_file_part::Column::FileId.eq(before))
            .to_owned();
        let columns = [topic_file_part::Column::FileId, topic_file_part::Column::Position, topic_file_part::Column::Content];
        let insert =
            Query::insert().into_table(topic_file_part::Entity).columns(columns).select_from(parts).map_err(Error::internal)?.to_owned();
        tx.execute(&insert).await?;
    }
    Ok(())
}
