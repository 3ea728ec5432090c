//! What a letter about topics says, decided when it is written: nothing that was hidden or read meanwhile, nothing the reader may not
//! see any more.

use super::comments::is_own;
use super::discussion::{Writer, in_language};
use super::timeline::{self, Told};
use super::{follow, news};
use crate::entity::stored::Stored;
use crate::entity::{comment, event, mention, person, topic, topic_event};
use crate::service::access::{self, Actor, Me};
use crate::service::entry::refused_contact;
use crate::service::topics;
use crate::{Result, Site};
use domain::comment::State;
use domain::news::{Rhythm, first_line};
use domain::text::Text;
use domain::topic::Happening;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};

/// Topics of one letter; there are more on the reader's page.
const TOPICS: usize = 20;
/// Things that happened, of each topic of a letter.
const HAPPENINGS: u64 = 1_000;
/// Comments of which the first line is told, each topic.
pub const QUOTES: usize = 3;

/// A glance at a comment.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Its id.
    pub comment: i64,
    /// Whose it is, as everybody reads it.
    pub writer: Writer,
    /// Its first line, in its language.
    pub line: Text,
}

/// A topic in a letter.
#[derive(Clone, Debug)]
pub struct News {
    /// The topic.
    pub topic: topic::Model,
    /// Its event.
    pub event: event::Model,
    /// What became of it.
    pub told: Vec<Told>,
    /// New comments.
    pub said: usize,
    /// The first of them.
    pub quotes: Vec<Quote>,
}

/// A letter.
#[derive(Clone, Debug)]
pub struct Digest {
    /// Whom it is for.
    pub person: person::Model,
    /// Topics in which the reader is named, with the comments that do.
    pub called: Vec<News>,
    /// Topics the reader follows, with what is new.
    pub topics: Vec<News>,
    /// Topics left out for their number.
    pub more: usize,
    /// The reader proposed the topic without a name, and is named as its author.
    pub author: bool,
}

/// The letter of a job to one who follows topics or was named; none if nothing is left to say.
pub async fn digest(site: &Site, person_id: i64, follows: &[(i64, i64, i64)], mentions: &[i64]) -> Result<Option<Digest>> {
    let db = site.db.read();
    let Some((person, actor)) = reachable(db, person_id).await? else { return Ok(None) };
    let choice = news::choice(db, person_id).await?;
    let ids: Vec<i64> = if choice.mentions { mentions.to_vec() } else { Vec::new() };
    let named = mention::Entity::find().filter(mention::Column::Id.is_in(ids)).filter(mention::Column::PersonId.eq(person_id));
    let named: BTreeSet<i64> = named.all(db).await?.into_iter().map(|row| row.comment_id).collect();
    let seen = follow::seen_by_name(db, person_id).await?;
    let called = calls(db, site, &actor, &named, &seen).await?;
    let told: BTreeSet<i64> = called.iter().flat_map(|one| one.quotes.iter().map(|quote| quote.comment)).collect();
    let still = |(topic, from, upto): &(i64, i64, i64)| Some((*topic, std::cmp::max(*from, *seen.get(topic)?), *upto));
    let spans: Vec<_> = if choice.rhythm == Rhythm::Never { Vec::new() } else { follows.iter().filter_map(still).collect() };
    let mut topics = fresh(db, site, &actor, &spans, &told).await?;
    let more = topics.len().saturating_sub(TOPICS);
    topics.truncate(TOPICS);
    let letter = Digest { person, called, topics, more, author: false };
    Ok(Some(letter).filter(|letter| !letter.called.is_empty() || !letter.topics.is_empty()))
}

/// The letter to whoever proposed a topic without a name, named there as its author; who that is, is read from the seal only here.
pub async fn author_called(site: &Site, topic_id: i64, comments: &[i64]) -> Result<Option<Digest>> {
    let db = site.db.read();
    let Some(topic) = topic::Entity::find_by_id(topic_id).one(db).await? else { return Ok(None) };
    let Some(author) = topic.author_sealed.as_deref().and_then(|sealed| topics::opened(site, sealed)) else { return Ok(None) };
    let Some((person, actor)) = reachable(db, author).await? else { return Ok(None) };
    if !news::choice(db, author).await?.mentions {
        return Ok(None);
    }
    let seen = follow::standing(db, site, &actor, &topic).await?.seen;
    let called = calls(db, site, &actor, &comments.iter().copied().collect(), &HashMap::from([(topic_id, seen)])).await?;
    Ok((!called.is_empty()).then_some(Digest { person, called, topics: Vec::new(), more: 0, author: true }))
}

/// The person, unless they want no letters.
async fn reachable(db: &impl ConnectionTrait, person_id: i64) -> Result<Option<(person::Model, Actor)>> {
    let Some(person) = person::Entity::find_by_id(person_id).one(db).await? else { return Ok(None) };
    if refused_contact(db, &[person_id]).await?.contains(&person_id) {
        return Ok(None);
    }
    let actor = Actor { me: Some(Me::from(person.clone())) };
    Ok(Some((person, actor)))
}

/// Topics the reader may see, with their events.
async fn visible(db: &impl ConnectionTrait, actor: &Actor, ids: &[i64]) -> Result<Vec<(topic::Model, event::Model)>> {
    let topics = topic::Entity::find().filter(topic::Column::Id.is_in(ids.iter().copied())).order_by_asc(topic::Column::Id).all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(topics.iter().map(|topic| topic.event_id)));
    let events = events.filter(access::visible(actor)).all(db).await?;
    let with = |topic: topic::Model| {
        let event = events.iter().find(|event| event.id == topic.event_id)?.clone();
        Some((topic, event))
    };
    Ok(topics.into_iter().filter_map(with).collect())
}

/// Comments by others that can be read, by id.
async fn readable(
    db: &impl ConnectionTrait,
    site: &Site,
    actor: &Actor,
    ids: impl IntoIterator<Item = i64>,
) -> Result<Vec<comment::Model>> {
    let rows = comment::Entity::find().filter(comment::Column::Id.is_in(ids)).filter(comment::Column::State.eq(Stored(State::Shown)));
    let others = |row: &comment::Model| !actor.id().is_some_and(|me| is_own(site, row, me));
    Ok(rows.order_by_asc(comment::Column::Id).all(db).await?.into_iter().filter(others).collect())
}

async fn quotes(db: &impl ConnectionTrait, comments: &[comment::Model]) -> Result<HashMap<i64, Quote>> {
    let authors = person::Entity::find().filter(person::Column::Id.is_in(comments.iter().filter_map(|row| row.author_id))).all(db).await?;
    let one = |row: &comment::Model| {
        let name = authors.iter().find(|author| row.author_id == Some(author.id)).map(|author| author.name.clone());
        let writer = match name.filter(|name| !name.is_empty()) {
            _ if row.author_sealed.is_some() => Writer::Unnamed,
            Some(name) => Writer::Named(name),
            None => Writer::Nobody,
        };
        (row.id, Quote { comment: row.id, writer, line: in_language(row.language.0, first_line(&row.text)) })
    };
    Ok(comments.iter().map(one).collect())
}

/// The comments that name the reader and are not read yet, by topic.
async fn calls(db: &impl ConnectionTrait, site: &Site, actor: &Actor, ids: &BTreeSet<i64>, seen: &HashMap<i64, i64>) -> Result<Vec<News>> {
    let comments = readable(db, site, actor, ids.iter().copied()).await?;
    let places =
        topic_event::Entity::find().filter(topic_event::Column::CommentId.is_in(comments.iter().map(|row| row.id))).all(db).await?;
    let read = |row: &comment::Model| {
        let place = places.iter().find(|place| place.comment_id == Some(row.id)).map_or(0, |place| place.id);
        seen.get(&row.topic_id).is_some_and(|seen| *seen >= place)
    };
    let comments: Vec<comment::Model> = comments.into_iter().filter(|row| !read(row)).collect();
    let topics: Vec<i64> = comments.iter().map(|row| row.topic_id).collect();
    let mut quotes = quotes(db, &comments).await?;
    let mut news = |(topic, event): (topic::Model, event::Model)| {
        let of = comments.iter().filter(|row| row.topic_id == topic.id);
        let quotes: Vec<Quote> = of.filter_map(|row| quotes.remove(&row.id)).collect();
        News { said: quotes.len(), quotes, topic, event, told: Vec::new() }
    };
    Ok(visible(db, actor, &topics).await?.into_iter().map(&mut news).collect())
}

/// What happened within these places, without what is told already.
async fn fresh(
    db: &impl ConnectionTrait,
    site: &Site,
    actor: &Actor,
    spans: &[(i64, i64, i64)],
    told: &BTreeSet<i64>,
) -> Result<Vec<News>> {
    let within = |(topic, from, upto): &(i64, i64, i64)| {
        let behind = topic_event::Column::Id.gt(*from).and(topic_event::Column::Id.lte(*upto));
        topic_event::Column::TopicId.eq(*topic).and(behind)
    };
    let mut rows = Vec::new();
    // Topic by topic, so that a busy one leaves the others their lines.
    for span in spans {
        let own = topic_event::Entity::find().filter(within(span)).order_by_asc(topic_event::Column::Id);
        rows.extend(own.limit(HAPPENINGS).all(db).await?);
    }
    rows.sort_unstable_by_key(|row| row.id);
    let comments = readable(db, site, actor, rows.iter().filter_map(|row| row.comment_id).filter(|id| !told.contains(id))).await?;
    let mut quotes = quotes(db, &comments).await?;
    let ids: Vec<i64> = spans.iter().map(|(topic, ..)| *topic).collect();
    let lines = timeline::told(db, rows.into_iter().filter(|row| is_told(row.happening.0)).collect()).await?;
    let mut news = |(topic, event): (topic::Model, event::Model)| {
        let said: Vec<&comment::Model> = comments.iter().filter(|row| row.topic_id == topic.id).collect();
        let told: Vec<Told> = lines.iter().filter(|line| line.row.topic_id == topic.id).cloned().collect();
        let shown = said.iter().take(QUOTES).filter_map(|row| quotes.remove(&row.id)).collect();
        (!said.is_empty() || !told.is_empty()).then_some(News { said: said.len(), quotes: shown, told, topic, event })
    };
    Ok(visible(db, actor, &ids).await?.into_iter().filter_map(&mut news).collect())
}

/// What somebody who follows a topic is written to for; the rest is on its page.
fn is_told(happening: Happening) -> bool {
    match happening {
        Happening::Proposed | Happening::Commented | Happening::Hidden | Happening::Restored => false,
        Happening::MergeProposed | Happening::MergeRefused | Happening::MergeWithdrawn => false,
        Happening::Merged | Happening::Absorbed | Happening::Shortlisted | Happening::Scheduled | Happening::Answered => true,
        Happening::Raised => false,
        Happening::Passed | Happening::PassAccepted | Happening::PassDeclined | Happening::PassWithdrawn => true,
        Happening::Declined | Happening::Reopened | Happening::Edited | Happening::Recorded => true,
    }
}
