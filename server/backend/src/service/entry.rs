//! Calendar entries: keeps the invitation of a person to an event and puts what is to be sent into the outbox.

use crate::entity::event;
use crate::outbox::EntryCause;
use crate::{Result, Site};
use sea_orm::ConnectionTrait;

/// Sends one person the entry of an event, in the transaction of the change that causes it: makes or updates the invitation,
/// sets its SEQUENCE by `domain::invitation`, writes the outbox row.
pub async fn send(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, person_id: i64, cause: EntryCause) -> Result<()> {
    let _ = (tx, site, event, person_id, cause);
    Ok(())
}

/// The same for everybody invited or registered and not withdrawn.
pub async fn send_to_all(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, cause: EntryCause) -> Result<()> {
    let _ = (tx, site, event, cause);
    Ok(())
}
