//! What the forms of organisers share: whose they are, and what is said where they are refused.

use crate::failure::Failed;
use crate::form::Submitted;
use crate::reader::Reader;
use backend::entity::host;
use backend::service::access;
use backend::service::events::{self, EventView};
use backend::{Error, Site, repo};
use domain::fault::Fault;
use domain::host::Right;

/// Carries what the event was when the form was opened.
pub(super) const SEEN: &str = "seen";

/// A host for whom the reader may make series and events, else 403.
pub(super) async fn host_of(site: &Site, reader: &Reader, slug: &str) -> Result<host::Model, Failed> {
    let host = repo::series::host(site.db.read(), slug).await?.ok_or(Failed::NotFound)?;
    access::require(site.db.read(), &reader.actor, host.id, Right::ManageSeries).await?;
    Ok(host)
}

/// The event, for who may change it until it is over or called off.
pub(super) async fn for_change(site: &Site, reader: &Reader, slug: &str) -> Result<EventView, Failed> {
    let view = events::show(site, &reader.actor, slug).await?;
    if !view.manages {
        reader.actor.me()?;
        return Err(Failed::Forbidden);
    }
    if view.row.event.status.0.is_final() { Err(Failed::Conflict("status".to_owned())) } else { Ok(view) }
}

/// An address or a date that is taken is said at its field, so that what was typed is kept.
pub(super) fn refused(form: &mut Submitted, error: Error) -> Result<(), Failed> {
    match error {
        Error::Conflict(code @ ("slug_taken" | "edition_exists")) => {
            form.faults.push(Fault::new("slug", code));
            Ok(())
        }
        other => form.refused(other),
    }
}
