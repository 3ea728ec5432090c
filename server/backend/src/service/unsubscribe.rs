//! Stopping letters by one click, without signing in (RFC 8058).

use crate::entity::{consent, person};
use crate::service::talk::news::{self, Choice};
use crate::{Error, Result, Site, repo};
use domain::news::Rhythm;
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, NotSet, Set};

const PURPOSE: &str = "unsubscribe";
/// Behind the number of a person: only the letters about topics.
const TOPICS: &str = "t";

/// The address in a person's letters that stops them.
pub fn address(site: &Site, person_id: i64) -> String {
    site.url(&format!("/unsubscribe/{person_id}.{}", site.keys.sign(PURPOSE, person_id.to_string().as_bytes())))
}

/// As [`address`], of the letters about topics only.
pub fn topics_address(site: &Site, person_id: i64) -> String {
    let signed = format!("{person_id}{TOPICS}");
    site.url(&format!("/unsubscribe/{signed}.{}", site.keys.sign(PURPOSE, signed.as_bytes())))
}

/// Which letters an address stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// All that nobody asked for by registering.
    All,
    /// Those about topics.
    Topics,
}

/// Which letters an address stops, and the language of their reader; 404 if it is not one of ours.
pub async fn stops(site: &Site, signed: &str) -> Result<(Letters, Lang)> {
    let (person, letters) = known(site, signed).await?;
    Ok((letters, person.language.0))
}

/// Stops them: withdraws the person's consent to being contacted, or turns the letters about topics off.
pub async fn stop(site: &Site, signed: &str) -> Result<(Letters, Lang)> {
    let (person, letters) = known(site, signed).await?;
    let tx = site.db.begin_write().await?;
    match letters {
        Letters::All => {
            repo::people::lock(&tx, person.id).await?;
            refuse_contact(&tx, site, person.id).await?;
        }
        Letters::Topics => news::set(&tx, site, person.id, Choice { rhythm: Rhythm::Never, mentions: false }).await?,
    }
    tx.commit().await?;
    Ok((letters, person.language.0))
}

async fn refuse_contact(tx: &impl ConnectionTrait, site: &Site, person_id: i64) -> Result<()> {
    if crate::service::entry::refused_contact(tx, &[person_id]).await?.contains(&person_id) {
        return Ok(());
    }
    let row = consent::ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        purpose: Set("contact".to_owned()),
        given: Set(false),
        wording: Set("List-Unsubscribe".to_owned()),
        host_id: Set(None),
        decided_at: Set(site.now().as_millisecond()),
    };
    row.insert(tx).await?;
    Ok(())
}

async fn known(site: &Site, signed: &str) -> Result<(person::Model, Letters)> {
    let (whose, tag) = signed.split_once('.').ok_or(Error::NotFound)?;
    if !site.keys.verify(PURPOSE, whose.as_bytes(), tag) {
        return Err(Error::NotFound);
    }
    let (id, letters) = whose.strip_suffix(TOPICS).map_or((whose, Letters::All), |id| (id, Letters::Topics));
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let person = person::Entity::find_by_id(id).one(site.db.read()).await?.ok_or(Error::NotFound)?;
    Ok((person, letters))
}
