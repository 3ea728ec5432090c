//! Writing, changing and taking back comments.

use super::{follow, hold_comment, mentions, timeline, today};
use crate::entity::{comment, comment_version, report, topic, topic_event};
use crate::error::{Error, Faults};
use crate::service::access::Actor;
use crate::service::{given, topics};
use crate::{Result, Site};
use domain::comment::{Stance, State, TEXT_MAX};
use domain::fault::Fault;
use domain::text::{Lang, block};
use domain::topic::{By, Happening, Status};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, NotSet, QueryFilter, Set};

/// A comment as written.
#[derive(Clone, Debug)]
pub struct NewComment {
    /// Markdown.
    pub text: String,
    /// The language it is in.
    pub language: Lang,
    /// The comment it answers.
    pub parent: Option<i64>,
    /// Without a name, as the topic's author is.
    pub anonymous: bool,
    /// Where its author stands; only a comment that answers none says so.
    pub stance: Option<Stance>,
}

/// Comments on a topic. Whoever is signed in and sees it may, until its event is over or it is part of another topic.
pub async fn write(site: &Site, actor: &Actor, topic_id: i64, new: NewComment) -> Result<comment::Model> {
    let me = actor.me()?.id;
    let mut faults = Faults::default();
    let text = given::limited(&mut faults, "text", TEXT_MAX, block(&new.text, TEXT_MAX));
    no_stance_of_an_answer(&mut faults, new.parent, new.stance);
    let tx = site.db.begin_write().await?;
    let (topic, seen) = topics::load_locked(&tx, actor, topic_id).await?;
    faults.check()?;
    topics::still_open(&seen.event)?;
    if topic.status.0 == Status::Merged {
        return Err(Error::Conflict("status"));
    }
    topics::not_hidden(&tx, topic_id).await?;
    // Who else wrote without a name would pass for the topic's author.
    if new.anonymous && !topics::is_unnamed_author(site, &topic, me) {
        return Err(Error::field("anonymous", "not_the_unnamed_author"));
    }
    if let Some(parent) = new.parent {
        answerable(&tx, topic_id, parent).await?;
    }
    let row = comment::ActiveModel {
        id: NotSet,
        topic_id: Set(topic_id),
        parent_id: Set(new.parent),
        author_id: Set((!new.anonymous).then_some(me)),
        author_sealed: Set(new.anonymous.then(|| topics::seal_author(site, me))),
        language: Set(new.language.into()),
        text: Set(Faults::got(text)?),
        state: Set(State::Shown.into()),
        hidden_reason: Set(None),
        written_on: Set(today(site)),
        edited_on: Set(None),
        stance: Set(new.stance.map(Into::into)),
    };
    let comment = row.insert(&tx).await?;
    let line = timeline::Line::new(topic_id, Happening::Commented, By::Commenter);
    let place = timeline::Line { comment: Some(comment.id), ..line }.write(&tx, site).await?;
    if new.anonymous {
        follow::look(&tx, site, &topic, me, place).await?;
    } else {
        follow::begin(&tx, topic_id, me, place).await?;
    }
    mentions::take_down(&tx, site, &topic, &comment).await?;
    tx.commit().await?;
    Ok(comment)
}

fn no_stance_of_an_answer(faults: &mut Faults, parent: Option<i64>, stance: Option<Stance>) {
    if parent.is_some() && stance.is_some() {
        faults.add(Fault::new("stance", "stance_of_an_answer"));
    }
}

/// A comment that can be answered: of the same topic, shown, and not itself an answer.
async fn answerable(tx: &impl ConnectionTrait, topic_id: i64, parent: i64) -> Result<()> {
    let found = comment::Entity::find_by_id(parent).one(tx).await?.filter(|found| found.topic_id == topic_id);
    let found = found.ok_or_else(|| Error::field("parent", "no_such_comment"))?;
    found.state.0.shown().map_err(|refusal| refusal.at("parent"))?;
    if found.parent_id.is_some() { Err(Error::field("parent", "answer_to_an_answer")) } else { Ok(()) }
}

/// A comment as it is to be from now on.
#[derive(Clone, Debug)]
pub struct Change {
    /// Markdown.
    pub text: String,
    /// The language it is in.
    pub language: Lang,
    /// Where its author stands now; none leaves it as it is, an inner none takes it back.
    pub stance: Option<Option<Stance>>,
}

/// Changes one's own comment; what it said before, and where its author stood, stays to be read.
pub async fn edit(site: &Site, actor: &Actor, comment_id: i64, change: Change) -> Result<comment::Model> {
    let mut faults = Faults::default();
    let text = given::limited(&mut faults, "text", TEXT_MAX, block(&change.text, TEXT_MAX));
    let tx = site.db.begin_write().await?;
    let (comment, topic, seen) = own(&tx, site, actor, comment_id).await?;
    no_stance_of_an_answer(&mut faults, comment.parent_id, change.stance.flatten());
    faults.check()?;
    let text = Faults::got(text)?;
    topics::still_open(&seen.event)?;
    comment.state.0.shown().map_err(|refusal| Error::Conflict(refusal.code))?;
    let stance = change.stance.map_or(comment.stance, |stance| stance.map(Into::into));
    if comment.text == text && comment.stance == stance {
        return Ok(comment);
    }
    let before = comment_version::ActiveModel {
        id: NotSet,
        comment_id: Set(comment_id),
        language: Set(comment.language),
        text: Set(comment.text.clone()),
        written_on: Set(comment.edited_on.clone().unwrap_or_else(|| comment.written_on.clone())),
        stance: Set(comment.stance),
    };
    before.insert(&tx).await?;
    let mut row = comment.into_active_model();
    row.text = Set(text);
    row.language = Set(change.language.into());
    row.stance = Set(stance);
    row.edited_on = Set(Some(today(site)));
    let comment = row.update(&tx).await?;
    mentions::take_down(&tx, site, &topic, &comment).await?;
    tx.commit().await?;
    Ok(comment)
}

/// Takes one's own comment back, whatever became of the event: its words, their history and whose they were are gone.
pub async fn remove(site: &Site, actor: &Actor, comment_id: i64) -> Result<topic::Model> {
    let tx = site.db.begin_write().await?;
    let (_, topic, _) = own(&tx, site, actor, comment_id).await?;
    take_back(&tx, &[comment_id]).await?;
    tx.commit().await?;
    Ok(topic)
}

/// Empties comments; answers to them stay, below a line that says something was there.
pub(crate) async fn take_back(tx: &impl ConnectionTrait, ids: &[i64]) -> Result<()> {
    let of = |column: comment::Column| column.is_in(ids.iter().copied());
    comment::Entity::update_many()
        .col_expr(comment::Column::Text, Expr::value(""))
        .col_expr(comment::Column::State, Expr::value(<&str>::from(State::Removed)))
        .col_expr(comment::Column::HiddenReason, Expr::value(Option::<String>::None))
        .col_expr(comment::Column::AuthorId, Expr::value(Option::<i64>::None))
        .col_expr(comment::Column::AuthorSealed, Expr::value(Option::<String>::None))
        .col_expr(comment::Column::Stance, Expr::value(Option::<String>::None))
        .filter(of(comment::Column::Id))
        .exec(tx)
        .await?;
    mentions::forget(tx, ids).await?;
    let ids = || ids.iter().copied();
    comment_version::Entity::delete_many().filter(comment_version::Column::CommentId.is_in(ids())).exec(tx).await?;
    topic_event::Entity::delete_many().filter(topic_event::Column::CommentId.is_in(ids())).exec(tx).await?;
    report::Entity::update_many()
        .col_expr(report::Column::Decision, Expr::value(<&str>::from(State::Removed)))
        .filter(report::Column::CommentId.is_in(ids()).and(report::Column::Decision.is_null()))
        .exec(tx)
        .await?;
    Ok(())
}

/// The comment if it is the actor's own, else 403.
async fn own(
    tx: &impl ConnectionTrait,
    site: &Site,
    actor: &Actor,
    comment_id: i64,
) -> Result<(comment::Model, topic::Model, crate::service::access::Seen)> {
    let me = actor.me()?.id;
    let (comment, topic, seen) = hold_comment(tx, actor, comment_id).await?;
    if is_own(site, &comment, me) { Ok((comment, topic, seen)) } else { Err(Error::Forbidden) }
}

/// Whether the reader wrote it, with or without a name. Only ever asked of the reader's own id.
pub(crate) fn is_own(site: &Site, comment: &comment::Model, me: i64) -> bool {
    comment.author_id == Some(me) || comment.author_sealed.as_deref().and_then(|sealed| topics::opened(site, sealed)) == Some(me)
}
