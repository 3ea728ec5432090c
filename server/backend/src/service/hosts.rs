//! Hosts: making and changing them.

use crate::entity::host;
use crate::entity::stored::{JsonText, Stored};
use crate::error::{Faults, taken};
use crate::repo::hosts as repo;
use crate::service::access::{self, Actor};
use crate::service::audit;
use crate::service::given::{country, text, word};
use crate::{Result, Site};
use domain::fault::{Fault, Refusal};
use domain::host::{HostKind, Right};
use domain::slug::Slug;
use domain::text::Text;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, NotSet, QueryOrder, QuerySelect, Set};

/// In characters.
pub const LONGEST_NAME: usize = 200;
/// The tree is no deeper than this.
const DEEPEST: usize = 20;

/// A host to be made.
#[derive(Clone, Debug, Default)]
pub struct NewHost {
    /// The short name in addresses.
    pub slug: String,
    /// The name in one or both languages, at most 200 characters each.
    pub name: Text,
    /// The name of a [`HostKind`].
    pub kind: String,
    /// ISO 3166-1 alpha-2: where it sits.
    pub country: Option<String>,
    /// IANA zone of where it sits.
    pub zone: String,
    /// The slug of the host above it.
    pub parent: Option<String>,
}

/// What is to change; what is not named stays.
#[derive(Clone, Debug, Default)]
pub struct HostChange {
    /// As in [`NewHost`].
    pub name: Option<Text>,
    /// As in [`NewHost`].
    pub kind: Option<String>,
    /// As in [`NewHost`]; an inner none removes it.
    pub country: Option<Option<String>>,
    /// As in [`NewHost`].
    pub zone: Option<String>,
    /// As in [`NewHost`]; an inner none removes it. Administrators only: it decides who may name members here.
    pub parent: Option<Option<String>>,
}

/// Makes a host: administrators. A slug in use is 409 `slug_taken`.
pub async fn create(site: &Site, actor: &Actor, new: NewHost) -> Result<host::Model> {
    access::require_admin(actor)?;
    let tx = site.db.begin_write().await?;
    let mut faults = Faults::default();
    let slug = faults.take("slug", Slug::parse(&new.slug));
    let name = text(&mut faults, "name", &new.name, LONGEST_NAME);
    let kind = faults.take("kind", word::<HostKind>(&new.kind));
    let country = faults.take_optional("country", given(new.country.as_deref()).map(country));
    let zone = faults.take("zone", zone(site, &new.zone));
    let parent = parent(&tx, &mut faults, given(new.parent.as_deref())).await?;
    faults.check()?;
    let row = host::ActiveModel {
        id: NotSet,
        slug: Set(Faults::got(slug)?.as_str().to_owned()),
        name: Set(JsonText(Faults::got(name)?)),
        kind: Set(Stored(Faults::got(kind)?)),
        country: Set(country),
        zone: Set(Faults::got(zone)?),
        parent_id: Set(parent.map(|host| host.id)),
        created_at: Set(site.now().as_millisecond()),
    };
    let host = row.insert(&tx).await.map_err(|error| taken(error, "slug_taken"))?;
    audit::note(&tx, site, actor, Some(host.id), "host.create", &host.slug, "").await?;
    tx.commit().await?;
    Ok(host)
}

/// Changes a host: its coordinator, or an administrator.
pub async fn change(site: &Site, actor: &Actor, slug: &str, change: HostChange) -> Result<host::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let host = repo::by_slug(&tx, slug).await?;
    access::require(&tx, actor, host.id, Right::ManageHost).await?;
    if change.parent.is_some() {
        access::require_admin(actor)?;
    }
    let mut faults = Faults::default();
    let name = change.name.as_ref().and_then(|name| text(&mut faults, "name", name, LONGEST_NAME));
    let kind = faults.take_optional("kind", change.kind.as_deref().map(word::<HostKind>));
    let zone = faults.take_optional("zone", change.zone.as_deref().map(|raw| zone(site, raw)));
    let country = change.country.map(|raw| faults.take_optional("country", given(raw.as_deref()).map(country)));
    let parent = match change.parent {
        Some(slug) => Some(new_parent(&tx, &mut faults, &host, given(slug.as_deref())).await?),
        None => None,
    };
    faults.check()?;
    let (id, slug) = (host.id, host.slug.clone());
    let mut row = host::ActiveModel::from(host);
    name.into_iter().for_each(|name| row.name = Set(JsonText(name)));
    kind.into_iter().for_each(|kind| row.kind = Set(Stored(kind)));
    zone.into_iter().for_each(|zone| row.zone = Set(zone));
    country.into_iter().for_each(|country| row.country = Set(country));
    parent.into_iter().for_each(|parent| row.parent_id = Set(parent));
    let host = row.update(&tx).await?;
    audit::note(&tx, site, actor, Some(id), "host.change", &slug, "").await?;
    tx.commit().await?;
    Ok(host)
}

fn given(raw: Option<&str>) -> Option<&str> {
    raw.map(str::trim).filter(|raw| !raw.is_empty())
}

fn zone(site: &Site, raw: &str) -> std::result::Result<String, Refusal> {
    site.zones.get(raw).map(|zone| zone.name().to_owned())
}

async fn parent(tx: &impl ConnectionTrait, faults: &mut Faults, slug: Option<&str>) -> Result<Option<host::Model>> {
    let Some(slug) = slug else { return Ok(None) };
    let found = repo::find(tx, slug).await?;
    if found.is_none() {
        faults.add(Fault::new("parent", "unknown_host"));
    }
    Ok(found)
}

/// The row of the new parent; `host_cycle` if the host stands above it.
async fn new_parent(tx: &impl ConnectionTrait, faults: &mut Faults, host: &host::Model, slug: Option<&str>) -> Result<Option<i64>> {
    // Two hosts put under each other at once would be a cycle neither change sees.
    host::Entity::find().order_by_asc(host::Column::Id).lock_exclusive().all(tx).await?;
    let Some(parent) = parent(tx, faults, slug).await? else { return Ok(None) };
    let mut above = Some(parent.clone());
    for _ in 0..DEEPEST {
        let Some(one) = above else { return Ok(Some(parent.id)) };
        if one.id == host.id {
            break;
        }
        above = match one.parent_id {
            Some(id) => host::Entity::find_by_id(id).one(tx).await?,
            None => None,
        };
    }
    faults.add(Fault::new("parent", "host_cycle"));
    Ok(None)
}
