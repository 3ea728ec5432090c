//! What was done to a host's things and by whom.

use crate::entity::audit;
use crate::service::access::Actor;
use crate::{Result, Site};
use sea_orm::{ActiveModelTrait, ConnectionTrait, NotSet, Set};

/// Notes an action in the transaction that does it. `subject` is a slug or id, `detail` never an address, a need or a voter.
pub async fn note(
    tx: &impl ConnectionTrait,
    site: &Site,
    actor: &Actor,
    host_id: Option<i64>,
    action: &str,
    subject: &str,
    detail: &str,
) -> Result<()> {
    let row = audit::ActiveModel {
        id: NotSet,
        at: Set(site.now().as_millisecond()),
        actor_id: Set(actor.id()),
        host_id: Set(host_id),
        action: Set(action.to_owned()),
        subject: Set(subject.to_owned()),
        detail: Set(detail.to_owned()),
    };
    row.insert(tx).await?;
    Ok(())
}
