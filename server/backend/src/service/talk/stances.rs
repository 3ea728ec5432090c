//! Where people stand on a topic: who said so with their name, each counted once, by the last they said.

use crate::Result;
use crate::entity::comment;
use crate::entity::stored::Stored;
use domain::comment::{Stance, State};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// How many people take which stance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stances {
    /// Who want it.
    pub in_favour: u64,
    /// Who would rather not.
    pub against: u64,
    /// Who see both sides.
    pub neutral: u64,
}

impl Stances {
    /// Whether nobody has said where they stand.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Comments of a topic that can be read and say where their author stands.
fn said(topic_id: i64) -> Condition {
    Condition::all()
        .add(comment::Column::TopicId.eq(topic_id))
        .add(comment::Column::State.eq(Stored(State::Shown)))
        .add(comment::Column::Stance.is_not_null())
}

/// Counts people. Who proposed the topic without a name is nobody here: counted beside the name they may also write under, one
/// person would stand twice.
pub async fn count(db: &impl ConnectionTrait, topic_id: i64) -> Result<Stances> {
    let named = said(topic_id).add(comment::Column::AuthorId.is_not_null());
    let last = Query::select()
        .expr(comment::Column::Id.max())
        .from(comment::Entity)
        .cond_where(named)
        .group_by_col(comment::Column::AuthorId)
        .to_owned();
    let rows: Vec<(Stored<Stance>, i64)> = comment::Entity::find()
        .select_only()
        .column(comment::Column::Stance)
        .column_as(comment::Column::Id.count(), "people")
        .filter(comment::Column::Id.in_subquery(last))
        .group_by(comment::Column::Stance)
        .into_tuple()
        .all(db)
        .await?;
    let counts: HashMap<Stance, u64> = rows.into_iter().map(|(stance, n)| (stance.0, u64::try_from(n).unwrap_or(0))).collect();
    let of = |stance| counts.get(&stance).copied().unwrap_or(0);
    Ok(Stances { in_favour: of(Stance::For), against: of(Stance::Against), neutral: of(Stance::Neutral) })
}

/// The comments that take a stance, by id.
pub(super) fn taking(topic_id: i64, stance: Stance) -> SelectStatement {
    let taken = said(topic_id).add(comment::Column::Stance.eq(Stored(stance)));
    Query::select().column(comment::Column::Id).from(comment::Entity).cond_where(taken).to_owned()
}
