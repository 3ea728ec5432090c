//! Passing a topic up: from an embassy's briefing to the Brussels series, and on to the forum. Nobody's support moves.

mod chain;
mod decide;
mod notice;
mod propose;

pub use chain::{Chain, Gone, Step, chain, gone_on};
pub use decide::{Waiting, accept, decline, waiting, withdraw};
pub use notice::{Notice, notice};
pub use propose::{open_to_passing, propose, targets};

use crate::Result;
use crate::entity::topic_pass;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, BTreeSet};

/// All passes of the topics that these came from or went on to, and theirs, by id.
async fn related(db: &impl ConnectionTrait, topics: impl IntoIterator<Item = i64>) -> Result<Vec<topic_pass::Model>> {
    let mut known: BTreeSet<i64> = topics.into_iter().collect();
    let mut fresh = known.clone();
    let mut passes: BTreeMap<i64, topic_pass::Model> = BTreeMap::new();
    while !fresh.is_empty() {
        let ids = || fresh.iter().copied();
        let there = sea_orm::Condition::any().add(topic_pass::Column::TopicId.is_in(ids())).add(topic_pass::Column::MadeId.is_in(ids()));
        let rows = topic_pass::Entity::find().filter(there).order_by_asc(topic_pass::Column::Id).all(db).await?;
        fresh = rows.iter().flat_map(|row| [Some(row.topic_id), row.made_id]).flatten().filter(|id| !known.contains(id)).collect();
        known.extend(fresh.iter().copied());
        passes.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(passes.into_values().collect())
}
