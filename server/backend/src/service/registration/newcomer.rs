//! People whom an organiser registers by address.

use crate::entity::{event, person};
use crate::error::taken;
use crate::{Result, Site};
use domain::email::Email;
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, Set};

/// The person of an address; unknown, one with that address only, who until their first visit reads the event's clock and the
/// language of who registered them.
pub(in crate::service) async fn known(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, email: &Email, language: Lang) -> Result<i64> {
    if let Some(found) = person::Entity::find().filter(person::Column::Email.eq(email.as_str())).one(tx).await? {
        return Ok(found.id);
    }
    let row = person::ActiveModel {
        id: NotSet,
        email: Set(email.as_str().to_owned()),
        name: Set(String::new()),
        zone: Set(event.zone.clone()),
        country: Set(None),
        language: Set(language.into()),
        segment: Set(None),
        organisation: Set(None),
        competences: Set(Vec::new().into()),
        contact_per_year: Set(None),
        is_admin: Set(false),
        calendar_generation: Set(0),
        first_signed_in_at: Set(None),
        created_at: Set(site.now().as_millisecond()),
    };
    Ok(row.insert(tx).await.map_err(|error| taken(error, "try_again"))?.id)
}
