//! Reading what was said about a topic: each comment followed by its answers.

use super::comments::is_own;
use super::{load_comment, stances};
use crate::entity::{comment, comment_version, person, topic};
use crate::error::Error;
use crate::service::access::{Actor, Seen};
use crate::{Result, Site};
use domain::comment::{Stance, State};
use domain::text::{Lang, Text};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// Who wrote a comment, as far as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writer {
    /// Somebody, by name.
    Named(String),
    /// Who proposed the topic, without a name.
    Unnamed,
    /// Somebody whose name is not known any more, or who has given none.
    Nobody,
}

/// A comment as a reader may see it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The row's id.
    pub id: i64,
    /// The comment it answers.
    pub parent: Option<i64>,
    /// Whether it can be read.
    pub state: State,
    /// What it says; nothing where the reader may not read it.
    pub text: Option<Text>,
    /// Whose it is; told only with the words.
    pub writer: Writer,
    /// Where its author stands; told only with the words.
    pub stance: Option<Stance>,
    /// Why the organisers hid it.
    pub reason: Option<Text>,
    /// The day it was written.
    pub written_on: String,
    /// The day it was last changed.
    pub edited_on: Option<String>,
    /// How often it was changed.
    pub changes: u64,
    /// The reader wrote it.
    pub own: bool,
}

impl Shown {
    /// Its place in the discussion, to go on from.
    pub fn place(&self) -> (i64, i64) {
        (self.parent.unwrap_or(self.id), self.id)
    }
}

/// How many comments on a topic can be read.
pub async fn count(db: &impl ConnectionTrait, topic_id: i64) -> Result<u64> {
    let shown = comment::Entity::find().filter(comment::Column::TopicId.eq(topic_id)).filter(comment::Column::State.eq("shown"));
    Ok(shown.count(db).await?)
}

/// Which comments of a topic are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Behind this place.
    pub after: (i64, i64),
    /// At most so many.
    pub limit: u64,
    /// Only those whose author takes this stance, with the answers to them.
    pub stance: Option<Stance>,
}

/// Some comments of a topic, each before its answers.
pub async fn part(db: &impl ConnectionTrait, site: &Site, actor: &Actor, topic_id: i64, part: Part) -> Result<Vec<Shown>> {
    let after = part.after;
    let thread = || Expr::from(Func::coalesce([Expr::col(comment::Column::ParentId), Expr::col(comment::Column::Id)]));
    let behind = thread().gt(after.0).or(thread().eq(after.0).and(Expr::col(comment::Column::Id).gt(after.1)));
    let taken = part.stance.map(|stance| thread().in_subquery(stances::taking(topic_id, stance)));
    let rows = comment::Entity::find()
        .filter(comment::Column::TopicId.eq(topic_id))
        .filter(Condition::all().add(behind).add_option(taken))
        .order_by(thread(), sea_orm::Order::Asc)
        .order_by_asc(comment::Column::Id)
        .limit(part.limit)
        .all(db)
        .await?;
    show(db, site, actor, rows).await
}

/// One comment with its topic, as a reader may see it.
pub async fn one(site: &Site, actor: &Actor, comment_id: i64) -> Result<(Shown, topic::Model, Seen)> {
    let db = site.db.read();
    let (comment, topic, seen) = load_comment(db, actor, comment_id).await?;
    let shown = show(db, site, actor, vec![comment]).await?.into_iter().next().ok_or(Error::NotFound)?;
    Ok((shown, topic, seen))
}

/// What a comment said before, oldest first, for whoever may read it now; behind a row, at most `limit`.
pub async fn versions(site: &Site, actor: &Actor, comment_id: i64, after: i64, limit: u64) -> Result<Vec<comment_version::Model>> {
    let (shown, ..) = one(site, actor, comment_id).await?;
    if shown.text.is_none() {
        return Ok(Vec::new());
    }
    let rows = comment_version::Entity::find()
        .filter(Condition::all().add(comment_version::Column::CommentId.eq(comment_id)).add(comment_version::Column::Id.gt(after)))
        .order_by_asc(comment_version::Column::Id)
        .limit(limit);
    Ok(rows.all(site.db.read()).await?)
}

/// What readers see of these comments, in three queries however many there are.
async fn show(db: &impl ConnectionTrait, site: &Site, actor: &Actor, rows: Vec<comment::Model>) -> Result<Vec<Shown>> {
    let names: Vec<(i64, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(rows.iter().filter_map(|row| row.author_id)))
        .into_tuple()
        .all(db)
        .await?;
    let changes: Vec<(i64, i64)> = comment_version::Entity::find()
        .select_only()
        .column(comment_version::Column::CommentId)
        .column_as(comment_version::Column::Id.count(), "changes")
        .filter(comment_version::Column::CommentId.is_in(rows.iter().map(|row| row.id)))
        .group_by(comment_version::Column::CommentId)
        .into_tuple()
        .all(db)
        .await?;
    let one = |row: comment::Model| {
        let own = actor.id().is_some_and(|me| is_own(site, &row, me));
        let readable = row.state.0 == State::Shown || (row.state.0 == State::Hidden && own);
        let name = names.iter().find(|(id, _)| row.author_id == Some(*id)).map(|(_, name)| name.clone()).filter(|name| !name.is_empty());
        let changes = changes.iter().find(|(id, _)| *id == row.id).and_then(|(_, n)| u64::try_from(*n).ok());
        Shown {
            id: row.id,
            parent: row.parent_id,
            state: row.state.0,
            writer: match (readable, row.author_sealed, name) {
                (true, Some(_), _) => Writer::Unnamed,
                (true, None, Some(name)) => Writer::Named(name),
                _ => Writer::Nobody,
            },
            text: readable.then(|| in_language(row.language.0, row.text)),
            stance: row.stance.map(|stance| stance.0).filter(|_| readable),
            reason: row.hidden_reason.map(|reason| reason.0),
            written_on: row.written_on,
            edited_on: row.edited_on.filter(|_| readable),
            changes: changes.filter(|_| readable).unwrap_or(0),
            own,
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Words in the one language they were written in.
pub fn in_language(language: Lang, words: String) -> Text {
    match language {
        Lang::Lv => Text { lv: Some(words), en: None },
        Lang::En => Text { lv: None, en: Some(words) },
    }
}
