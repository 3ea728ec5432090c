//! What people agreed to: one row a decision, the newest for a purpose counts.

use crate::entity::consent;
use crate::{Result, Site};
use domain::consent::Purpose;
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QueryOrder, Set};

/// A decision by the person, or recorded from paper by a host.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// For what.
    pub purpose: Purpose,
    /// Agreed, or not (any more).
    pub given: bool,
    /// The host that holds the paper; none where the person decided here.
    pub host: Option<i64>,
}

/// All decisions of a person, the newest first.
pub async fn decisions(db: &impl ConnectionTrait, person_id: i64) -> Result<Vec<consent::Model>> {
    let rows = consent::Entity::find().filter(consent::Column::PersonId.eq(person_id)).order_by_desc(consent::Column::Id);
    Ok(rows.all(db).await?)
}

/// The decision that counts for a purpose, among those of [`decisions`].
pub fn current(decisions: &[consent::Model], purpose: Purpose) -> Option<&consent::Model> {
    decisions.iter().find(|row| row.purpose == purpose.name())
}

/// Whether the person agrees, among those of [`decisions`]. Silence is no consent.
pub fn agrees(decisions: &[consent::Model], purpose: Purpose) -> bool {
    current(decisions, purpose).is_some_and(|row| row.given)
}

/// Records a decision with the words it was about; one that changes nothing leaves the earlier date and words as they are.
pub async fn decide(tx: &impl ConnectionTrait, site: &Site, person_id: i64, language: Lang, decision: Decision) -> Result<()> {
    let known = decisions(tx, person_id).await?;
    if agrees(&known, decision.purpose) == decision.given {
        return Ok(());
    }
    let row = consent::ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        purpose: Set(decision.purpose.name().to_owned()),
        given: Set(decision.given),
        wording: Set(decision.purpose.wording(language).to_owned()),
        host_id: Set(decision.host),
        decided_at: Set(site.now().as_millisecond()),
    };
    row.insert(tx).await?;
    Ok(())
}
