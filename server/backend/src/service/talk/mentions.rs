//! Who is named in a comment with `@`.
//!
//! Only who has already written in a topic with a name can be: everybody who reads the topic sees these names. So a comment with any
//! other name is one without a mention, whether there is such a person or not. Who proposed the topic without a name is reached as its
//! author only, in a row without a person.

use crate::entity::stored::Stored;
use crate::entity::{comment, mention, person, topic};
use crate::service::morning;
use crate::{Result, Site};
use domain::comment::State;
use domain::mention::{AUTHOR, find};
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeSet;

/// Writers of one topic who can be named.
const MOST: u64 = 300;
/// When who proposed a topic without a name is told, the same hour for everybody: their own morning would tell where they live.
const AUTHORS_HOUR: SignedDuration = SignedDuration::from_hours(6);
const DAY_S: i64 = 86_400;

/// Somebody whose name stands in a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The row of `person`.
    pub id: i64,
    /// As everybody reads it.
    pub name: String,
}

/// Who can be named in a topic: its author, if with a name, and who wrote a comment there that can be read.
pub async fn writers(db: &impl ConnectionTrait, topic: &topic::Model) -> Result<Vec<Writer>> {
    let wrote = Query::select()
        .column(comment::Column::AuthorId)
        .from(comment::Entity)
        .and_where(comment::Column::TopicId.eq(topic.id))
        .and_where(comment::Column::State.eq(Stored(State::Shown)))
        .and_where(comment::Column::AuthorId.is_not_null())
        .to_owned();
    let there = Condition::any().add(person::Column::Id.in_subquery(wrote)).add_option(topic.author_id.map(|id| person::Column::Id.eq(id)));
    let rows: Vec<(i64, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(there)
        .filter(person::Column::Name.ne(""))
        .order_by_asc(person::Column::Id)
        .limit(MOST)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name)| Writer { id, name }).collect())
}

/// Whom a text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Named {
    people: BTreeSet<i64>,
    author: bool,
}

fn named(text: &str, writers: &[Writer]) -> Named {
    let names: Vec<&str> = writers.iter().map(|writer| writer.name.as_str()).chain(AUTHOR).collect();
    let mut named = Named::default();
    for found in find(text, &names) {
        let name = writers.get(found.who).map(|writer| writer.name.to_lowercase());
        // Two people of one name cannot be told apart by it.
        named.people.extend(writers.iter().filter(|writer| Some(writer.name.to_lowercase()) == name).map(|writer| writer.id));
        named.author |= name.is_none();
    }
    named
}

/// Takes down whom a comment names now. Whoever wrote it is not left out: for a comment without a name that would tell whose it is.
pub(super) async fn take_down(tx: &impl ConnectionTrait, site: &Site, topic: &topic::Model, comment: &comment::Model) -> Result<()> {
    let before = mention::Entity::find().filter(mention::Column::CommentId.eq(comment.id)).all(tx).await?;
    if before.is_empty() && !comment.text.contains('@') {
        return Ok(());
    }
    let named = named(&comment.text, &writers(tx, topic).await?);
    let mut people = named.people;
    people.extend(topic.author_id.filter(|_| named.author));
    let mut now: BTreeSet<Option<i64>> = people.into_iter().map(Some).collect();
    if named.author && topic.author_sealed.is_some() {
        now.insert(None);
    }
    let gone = before.iter().filter(|row| !now.contains(&row.person_id)).map(|row| row.id);
    mention::Entity::delete_many().filter(mention::Column::Id.is_in(gone)).exec(tx).await?;
    now.retain(|who| before.iter().all(|row| row.person_id != *who));
    let known = person::Entity::find().filter(person::Column::Id.is_in(now.iter().copied().flatten())).all(tx).await?;
    let due = |who: Option<i64>| match who {
        Some(id) => known.iter().find(|person| person.id == id).map(|person| morning::next(site, person)),
        None => Some(authors_hour(site.now())),
    };
    let rows = now.into_iter().map(|who| mention::ActiveModel {
        id: NotSet,
        comment_id: Set(comment.id),
        person_id: Set(who),
        due_at: Set(due(who)),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        mention::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn authors_hour(now: Timestamp) -> i64 {
    let today = now.as_second().div_euclid(DAY_S) * DAY_S + AUTHORS_HOUR.as_secs();
    let next = if today > now.as_second() { today } else { today + DAY_S };
    next * 1_000
}

/// Forgets whom comments named.
pub(super) async fn forget(tx: &impl ConnectionTrait, comments: &[i64]) -> Result<()> {
    mention::Entity::delete_many().filter(mention::Column::CommentId.is_in(comments.iter().copied())).exec(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_without_a_name_is_told_at_six_utc_wherever_they_live() {
        let at = |now: &str| crate::clock::instant(authors_hour(now.parse().unwrap())).to_string();
        assert_eq!(at("2027-01-25T05:59:59Z"), "2027-01-25T06:00:00Z");
        assert_eq!(at("2027-01-25T06:00:00Z"), "2027-01-26T06:00:00Z");
    }
}
