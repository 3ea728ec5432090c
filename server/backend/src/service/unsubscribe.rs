//! Stopping letters by one click, without signing in (RFC 8058).

use crate::entity::{consent, person};
use crate::{Error, Result, Site, repo};
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, EntityTrait, NotSet, Set};

const PURPOSE: &str = "unsubscribe";

/// The address in a person's letters that stops them.
pub fn address(site: &Site, person_id: i64) -> String {
    site.url(&format!("/unsubscribe/{person_id}.{}", site.keys.sign(PURPOSE, person_id.to_string().as_bytes())))
}

/// The language of the person whose letters an address stops; 404 if it is not one of ours.
pub async fn language(site: &Site, signed: &str) -> Result<Lang> {
    Ok(known(site, signed).await?.language.0)
}

/// Withdraws the person's consent to being contacted.
pub async fn stop(site: &Site, signed: &str) -> Result<Lang> {
    let person = known(site, signed).await?;
    let tx = site.db.begin_write().await?;
    repo::people::lock(&tx, person.id).await?;
    if !crate::service::entry::refused_contact(&tx, &[person.id]).await?.contains(&person.id) {
        let row = consent::ActiveModel {
            id: NotSet,
            person_id: Set(person.id),
            purpose: Set("contact".to_owned()),
            given: Set(false),
            wording: Set("List-Unsubscribe".to_owned()),
            host_id: Set(None),
            decided_at: Set(site.now().as_millisecond()),
        };
        row.insert(&tx).await?;
    }
    tx.commit().await?;
    Ok(person.language.0)
}

async fn known(site: &Site, signed: &str) -> Result<person::Model> {
    let (id, tag) = signed.split_once('.').ok_or(Error::NotFound)?;
    if !site.keys.verify(PURPOSE, id.as_bytes(), tag) {
        return Err(Error::NotFound);
    }
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    person::Entity::find_by_id(id).one(site.db.read()).await?.ok_or(Error::NotFound)
}
