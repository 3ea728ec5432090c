//! How often topics have been opened, gathered here so that reading a page writes nothing.

use crate::entity::topic;
use crate::{Result, Site};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Counts by topic that are not written yet; what a server loses when it is killed is a few seconds of them.
#[derive(Clone, Debug, Default)]
pub struct Opened(Arc<Mutex<BTreeMap<i64, i64>>>);

impl Opened {
    /// Somebody opened the topic.
    pub fn count(&self, topic_id: i64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(topic_id).or_default() += 1;
    }

    fn take(&self) -> BTreeMap<i64, i64> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Writes the counts gathered since, in the order of topics, as everybody changes them.
pub async fn write(site: &Site) -> Result<()> {
    let counts = site.opened.take();
    if counts.is_empty() {
        return Ok(());
    }
    let tx = site.db.begin_quiet().await?;
    for (topic_id, count) in counts {
        topic::Entity::update_many()
            .col_expr(topic::Column::Opened, Expr::col(topic::Column::Opened).add(count))
            .filter(topic::Column::Id.eq(topic_id))
            .exec(&tx)
            .await?;
    }
    Ok(tx.commit().await?)
}
