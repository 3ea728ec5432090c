//! Topics: proposed with or without a name, found again, supported, answered.

use crate::entity::{event, hidden_topic, person, support, topic};
use crate::error::{Error, Faults};
use crate::service::access::{self, Actor, Seen};
use crate::service::talk::{follow, merge, timeline};
use crate::service::{audit, given};
use crate::{Result, Site};
use domain::event::Status as EventStatus;
use domain::host::Right;
use domain::similarity::{Similar, similar};
use domain::text::Text;
use domain::topic::{By, Happening, Minutes, Status};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, QuerySelect,
    Set,
};

/// Longest title, in characters.
pub const TITLE_MAX: usize = 200;
/// Longest summary, in characters.
pub const SUMMARY_MAX: usize = 5_000;
/// Longest reason, in characters.
pub const REASON_MAX: usize = 1_000;
const AUTHOR: &str = "topic-author";

/// A topic as proposed.
#[derive(Clone, Debug)]
pub struct NewTopic {
    /// What should be talked about.
    pub title: Text,
    /// Why, and what should come of it.
    pub summary: Option<Text>,
    /// Minutes it needs.
    pub minutes: i64,
    /// Without a name: nobody is shown who proposed it, organisers included.
    pub anonymous: bool,
}

/// A topic just proposed, and those already there that are much like it.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The row.
    pub topic: topic::Model,
    /// Best first.
    pub similar: Vec<Alike>,
}

/// A topic much like something typed.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The topic.
    pub topic: topic::Model,
    /// 0–1 and the matched words.
    pub found: Similar<i64>,
    /// The text the matched words are in.
    pub title: String,
}

/// Proposes a topic. Whoever is signed in and sees the event may, until it is held or cancelled.
pub async fn propose(site: &Site, actor: &Actor, slug: &str, new: NewTopic) -> Result<Proposed> {
    let me = actor.me()?.id;
    let mut faults = Faults::default();
    let title = faults.take("title", Text::line(new.title.lv.as_deref(), new.title.en.as_deref(), TITLE_MAX));
    let summary = faults.take_optional(
        "summary",
        new.summary.filter(|text| !is_blank(text)).map(|text| Text::block(text.lv.as_deref(), text.en.as_deref(), SUMMARY_MAX)),
    );
    let minutes = faults.take("minutes", Minutes::new(new.minutes));
    faults.check()?;
    let (title, minutes) = (Faults::got(title)?, Faults::got(minutes)?);

    let tx = site.db.begin_write().await?;
    let event = open_event(&tx, actor, slug).await?.event;
    let alike = among(&tx, event.id, title.pick(Default::default())).await?;
    let row = topic::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        number: Set(next_number(&tx, &event).await?),
        title: Set(title.into()),
        summary: Set(summary.map(Into::into)),
        minutes: Set(i32::from(minutes.get())),
        author_id: Set((!new.anonymous).then_some(me)),
        author_sealed: Set(new.anonymous.then(|| seal_author(site, me))),
        origin: Set(None),
        status: Set(Status::Proposed.into()),
        reason: Set(None),
        merged_into: Set(None),
        proposed_on: Set(site.now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()),
    };
    let topic = row.insert(&tx).await?;
    let proposed = timeline::note(&tx, site, topic.id, Happening::Proposed, By::Author).await?;
    if !new.anonymous {
        follow::begin(&tx, topic.id, me, proposed).await?;
    }
    tx.commit().await?;
    Ok(Proposed { topic, similar: alike })
}

fn is_blank(text: &Text) -> bool {
    [&text.lv, &text.en].iter().all(|part| part.as_deref().is_none_or(|part| part.trim().is_empty()))
}

/// The event, locked, if it still takes topics.
async fn open_event(tx: &impl ConnectionTrait, actor: &Actor, slug: &str) -> Result<Seen> {
    let seen = access::event_locked(tx, actor, slug).await?;
    still_open(&seen.event)?;
    Ok(seen)
}

pub(crate) fn still_open(event: &event::Model) -> Result<()> {
    match event.status.0 {
        EventStatus::Held | EventStatus::Cancelled => Err(Error::Conflict("status")),
        _ => Ok(()),
    }
}

async fn next_number(tx: &impl ConnectionTrait, event: &event::Model) -> Result<i32> {
    let number = event.next_topic_number;
    event::Entity::update_many()
        .col_expr(event::Column::NextTopicNumber, Expr::value(number + 1))
        .filter(event::Column::Id.eq(event.id))
        .exec(tx)
        .await?;
    Ok(number)
}

/// Topics of the event that are much like what is being typed.
pub async fn alike(site: &Site, actor: &Actor, slug: &str, typed: &str) -> Result<Vec<Alike>> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    among(site.db.read(), seen.event.id, typed).await
}

async fn among(db: &impl ConnectionTrait, event_id: i64, typed: &str) -> Result<Vec<Alike>> {
    let topics = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.is_not_in([<&str>::from(Status::Merged), <&str>::from(Status::Declined)]))
        .filter(readable())
        .all(db)
        .await?;
    let titles = || {
        topics.iter().flat_map(|topic| [&topic.title.0.lv, &topic.title.0.en].into_iter().flatten().map(|title| (topic.id, title.as_str())))
    };
    let found = similar(typed, titles());
    let alike = |found: Similar<i64>| {
        let topic = topics.iter().find(|topic| topic.id == found.id)?.clone();
        // The matched places are in one of the two titles: the one they fit.
        let fits = |title: &&String| found.matched.iter().all(|range| title.get(range.clone()).is_some());
        let title = [&topic.title.0.lv, &topic.title.0.en].into_iter().flatten().find(fits)?.clone();
        Some(Alike { topic, found, title })
    };
    Ok(found.into_iter().filter_map(alike).collect())
}

/// Supports a topic; a second time changes nothing. 409 `status` where it is merged, answered or declined, or the event is over.
pub async fn support(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = load_locked(&tx, actor, topic_id).await?;
    still_open(&seen.event)?;
    if !topic.status.0.is_open() {
        return Err(Error::Conflict("status"));
    }
    not_hidden(&tx, topic_id).await?;
    let row = support::ActiveModel { id: NotSet, topic_id: Set(topic_id), person_id: Set(me) };
    let once = OnConflict::columns([support::Column::TopicId, support::Column::PersonId]).do_nothing().to_owned();
    support::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(topic)
}

/// Takes the support back.
pub async fn unsupport(site: &Site, actor: &Actor, topic_id: i64) -> Result<topic::Model> {
    let me = actor.me()?.id;
    let tx = site.db.begin_write().await?;
    let (topic, seen) = load_locked(&tx, actor, topic_id).await?;
    still_open(&seen.event)?;
    support::Entity::delete_many().filter(support::Column::TopicId.eq(topic_id)).filter(support::Column::PersonId.eq(me)).exec(&tx).await?;
    tx.commit().await?;
    Ok(topic)
}

/// Changes a topic's status; a declined or answered one says why. A merger needs its author and is not made here.
pub async fn set_status(site: &Site, actor: &Actor, topic_id: i64, to: Status, reason: Option<Text>) -> Result<topic::Model> {
    actor.me()?;
    let mut faults = Faults::default();
    let reason = reason.filter(|text| !is_blank(text)).and_then(|text| given::block(&mut faults, "reason", &text, REASON_MAX));
    let tx = site.db.begin_write().await?;
    let (topic, seen) = load_locked(&tx, actor, topic_id).await?;
    seen.require(Right::ManageTopics)?;
    faults.check()?;
    if to == Status::Merged {
        return Err(Error::Conflict("status"));
    }
    let topic = change_status(&tx, site, topic, to, reason, By::Organisers).await?;
    audit::note(&tx, site, actor, Some(seen.event.host_id), "topic_status", &format!("{}/{}", seen.event.slug, topic.number), to.into())
        .await?;
    tx.commit().await?;
    Ok(topic)
}

/// As [`load`], with the event held and the topic read after that.
pub(crate) async fn load_locked(tx: &impl ConnectionTrait, actor: &Actor, topic_id: i64) -> Result<(topic::Model, Seen)> {
    let topic = || topic::Entity::find_by_id(topic_id).one(tx);
    let event_id = topic().await?.ok_or(Error::NotFound)?.event_id;
    let seen = access::event_by_id_locked(tx, actor, event_id).await?;
    Ok((topic().await?.ok_or(Error::NotFound)?, seen))
}

/// The change itself, with its line in the timeline, in the transaction of what causes it; the event is locked there.
/// 409 `status` where it may not follow, 422 `reason_required` where a reason is owed.
pub async fn change_status(
    tx: &impl ConnectionTrait,
    site: &Site,
    topic: topic::Model,
    to: Status,
    reason: Option<Text>,
    by: By,
) -> Result<topic::Model> {
    let to = topic.status.0.change_to(to, reason.as_ref()).map_err(|refusal| match refusal.code {
        "status" => Error::Conflict("status"),
        _ => Error::Invalid(vec![refusal.at("reason")]),
    })?;
    let mut row = topic.into_active_model();
    row.status = Set(to.into());
    row.reason = Set(reason.clone().map(Into::into));
    let topic = row.update(tx).await?;
    timeline::Line { reason, ..timeline::Line::new(topic.id, to.into(), by) }.write(tx, site).await?;
    if !to.is_open() {
        merge::withdraw_all(tx, topic.id).await?;
    }
    Ok(topic)
}

/// Refuses (409 `topic_hidden`) what needs a topic that can be read.
pub(crate) async fn not_hidden(tx: &impl ConnectionTrait, topic_id: i64) -> Result<()> {
    match hidden_topic::Entity::find_by_id(topic_id).one(tx).await? {
        Some(_) => Err(Error::Conflict("topic_hidden")),
        None => Ok(()),
    }
}

/// For lists: topics whose words are not hidden.
pub(crate) fn readable() -> Expr {
    topic::Column::Id.not_in_subquery(Query::select().column(hidden_topic::Column::TopicId).from(hidden_topic::Entity).to_owned())
}

/// A topic of an event that the actor may see, else 404.
pub async fn load(db: &impl ConnectionTrait, actor: &Actor, topic_id: i64) -> Result<(topic::Model, Seen)> {
    let topic = topic::Entity::find_by_id(topic_id).one(db).await?.ok_or(Error::NotFound)?;
    let seen = access::event_by_id(db, actor, topic.event_id).await?;
    Ok((topic, seen))
}

/// A topic as lists and pages show it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The row.
    pub topic: topic::Model,
    /// The name of who proposed it, if it was proposed with one.
    pub author: Option<String>,
    /// How many people support it.
    pub supporters: u32,
    /// The reader is one of them.
    pub supported: bool,
    /// The reader proposed it (with or without a name).
    pub own: bool,
    /// Why the organisers hid its words; what stands in its title is then not the author's.
    pub hidden: Option<Text>,
    /// What it is part of now.
    pub merged_into: Option<topic::Model>,
}

/// The topic of a number within an event.
pub async fn by_number(db: &impl ConnectionTrait, event_id: i64, number: i32) -> Result<topic::Model> {
    let found = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).filter(topic::Column::Number.eq(number));
    found.one(db).await?.ok_or(Error::NotFound)
}

/// Up to `limit` topics of an event with ids above `after`, by id.
pub async fn part(db: &impl ConnectionTrait, event_id: i64, after: i64, limit: u64) -> Result<Vec<topic::Model>> {
    let rows = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).filter(topic::Column::Id.gt(after));
    Ok(rows.order_by_asc(topic::Column::Id).limit(limit).all(db).await?)
}

/// All topics of an event, most supported first, in three queries however many there are.
pub async fn list(db: &impl ConnectionTrait, site: &Site, actor: &Actor, event_id: i64) -> Result<Vec<Shown>> {
    let rows = topic::Entity::find().filter(topic::Column::EventId.eq(event_id)).order_by_asc(topic::Column::Number).all(db).await?;
    let mut shown = show(db, site, actor, rows).await?;
    shown.sort_by_key(|one| (!one.is_open(), std::cmp::Reverse(one.supporters), one.topic.number));
    Ok(shown)
}

impl Shown {
    /// Whether it can be read and supported.
    pub fn is_open(&self) -> bool {
        self.topic.status.0.is_open() && self.hidden.is_none()
    }
}

/// What lists show of these topics.
pub async fn show(db: &impl ConnectionTrait, site: &Site, actor: &Actor, topics: Vec<topic::Model>) -> Result<Vec<Shown>> {
    let me = actor.id();
    let ids: Vec<i64> = topics.iter().map(|topic| topic.id).collect();
    let counts: Vec<(i64, i64)> = support::Entity::find()
        .select_only()
        .column(support::Column::TopicId)
        .column_as(support::Column::Id.count(), "supporters")
        .filter(support::Column::TopicId.is_in(ids.clone()))
        .group_by(support::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    let mine: Vec<i64> = match me {
        Some(me) => {
            let mine = support::Entity::find().select_only().column(support::Column::TopicId);
            mine.filter(support::Column::PersonId.eq(me).and(support::Column::TopicId.is_in(ids))).into_tuple().all(db).await?
        }
        None => Vec::new(),
    };
    let hidden =
        hidden_topic::Entity::find().filter(hidden_topic::Column::TopicId.is_in(topics.iter().map(|topic| topic.id))).all(db).await?;
    let others = topic::Entity::find().filter(topic::Column::Id.is_in(topics.iter().filter_map(|topic| topic.merged_into))).all(db).await?;
    let authors: Vec<i64> = topics.iter().filter_map(|topic| topic.author_id).collect();
    let names: Vec<(i64, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(authors))
        .into_tuple()
        .all(db)
        .await?;
    let one = |topic: topic::Model| Shown {
        author: topic
            .author_id
            .and_then(|id| names.iter().find(|(person, _)| *person == id))
            .map(|(_, name)| name.clone())
            .filter(|name| !name.is_empty()),
        supporters: counts.iter().find(|(id, _)| *id == topic.id).and_then(|(_, count)| u32::try_from(*count).ok()).unwrap_or(0),
        supported: mine.contains(&topic.id),
        own: me.is_some_and(|me| is_author(site, &topic, me)),
        hidden: hidden.iter().find(|row| row.topic_id == topic.id).map(|row| row.reason.0.clone()),
        merged_into: others.iter().find(|other| topic.merged_into == Some(other.id)).cloned(),
        topic,
    };
    Ok(topics.into_iter().map(one).collect())
}

/// Who proposed it, so that nobody but we can tell, and we only whether it was the reader.
pub(crate) fn seal_author(site: &Site, person: i64) -> String {
    site.keys.seal(AUTHOR, &person.to_be_bytes())
}

/// Whether the reader is who proposed the topic, with or without a name.
pub(crate) fn is_author(site: &Site, topic: &topic::Model, me: i64) -> bool {
    topic.author_id == Some(me) || is_unnamed_author(site, topic, me)
}

/// Whether the reader is who proposed the topic without a name. Only ever asked of the reader's own id.
pub(crate) fn is_unnamed_author(site: &Site, topic: &topic::Model, me: i64) -> bool {
    topic.author_sealed.as_deref().and_then(|sealed| opened(site, sealed)) == Some(me)
}

/// Whether what was sealed as an author's is the reader's own.
pub(crate) fn opened(site: &Site, sealed: &str) -> Option<i64> {
    site.keys.open(AUTHOR, sealed)?.try_into().ok().map(i64::from_be_bytes)
}
