//! What people need to take part: sealed, apart from everything else, and gone when nobody has to prepare for it any more.

use crate::entity::registration_needs;
use crate::error::Faults;
use crate::{Error, Result, Site};
use domain::fault::Fault;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, Set, Statement};

/// The most characters.
pub const MAX_NEEDS: usize = 2_000;
/// Days after an event's end.
pub const KEPT_DAYS: i64 = 30;

/// The text, or nothing where it is blank; what is wrong is noted at `needs`.
pub(super) fn parse(faults: &mut Faults, raw: Option<&str>) -> Option<String> {
    let raw = raw.filter(|raw| !raw.trim().is_empty())?;
    match domain::text::block(raw, MAX_NEEDS) {
        Ok(text) => Some(text),
        Err(refusal) => {
            faults.add(Fault::new("needs", refusal.code).with("max", MAX_NEEDS));
            None
        }
    }
}

fn context(registration_id: i64) -> String {
    format!("needs/{registration_id}")
}

/// Stores them; without any, those of an earlier registration of the same person go.
pub(super) async fn keep(tx: &impl ConnectionTrait, site: &Site, registration_id: i64, needs: Option<&str>) -> Result<()> {
    let Some(needs) = needs else { return Ok(()) };
    let row = registration_needs::ActiveModel {
        registration_id: Set(registration_id),
        sealed: Set(site.keys.seal(&context(registration_id), needs.as_bytes())),
    };
    let replace =
        OnConflict::column(registration_needs::Column::RegistrationId).update_column(registration_needs::Column::Sealed).to_owned();
    registration_needs::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

/// Erases those of one registration.
pub(super) async fn forget(tx: &impl ConnectionTrait, registration_id: i64) -> Result<()> {
    registration_needs::Entity::delete_by_id(registration_id).exec(tx).await?;
    Ok(())
}

/// The text of a row.
pub(super) fn open(site: &Site, row: &registration_needs::Model) -> Result<String> {
    let plain = site.keys.open(&context(row.registration_id), &row.sealed);
    plain.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| Error::internal("needs sealed with another secret"))
}

/// Erases the needs of every event that ended [`KEPT_DAYS`] ago; gives how many there were.
pub async fn erase_needs(site: &Site) -> Result<u64> {
    let before = site.now().as_millisecond() - KEPT_DAYS * 86_400_000;
    let sql = "DELETE FROM registration_needs WHERE registration_id IN (SELECT registration.id FROM registration \
        JOIN event ON event.id = registration.event_id WHERE event.ends_at <= $1)";
    let tx = site.db.begin_quiet().await?;
    let done = tx.execute_raw(Statement::from_sql_and_values(site.db.backend(), sql, [before.into()])).await?;
    tx.commit().await?;
    Ok(done.rows_affected())
}
