//! Who has which role in a host.

use crate::entity::stored::Stored;
use crate::entity::{host, member};
use crate::repo::hosts as repo;
use crate::repo::hosts::Member;
use crate::service::access::{self, Actor, Naming};
use crate::service::audit;
use crate::service::given::word;
use crate::service::people::{Written, by_email, known_or_new};
use crate::{Error, Result, Site};
use domain::email::Email;
use domain::host::{Right, Role};
use domain::text::Lang;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, NotSet, QueryFilter, Set};

/// Gives a person a role in a host: its coordinator, its parent's coordinator (which is shown), an administrator. An unknown
/// address becomes a person with this address only.
pub async fn put(site: &Site, actor: &Actor, slug: &str, email: &str, role: &str) -> Result<(Written, Member)> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let host = repo::lock(&tx, slug).await?;
    let naming = access::naming(&tx, actor, &host).await?.ok_or(Error::Forbidden)?;
    let email = Email::parse(email).map_err(|refusal| refusal.at("email"))?;
    let role: Role = word(role).map_err(|refusal| refusal.at("role"))?;
    let person = known_or_new(&tx, site, &email, Lang::Lv).await?;
    let known = in_host(&tx, host.id, person.id).await?;
    let by_parent = naming == Naming::Parent;
    let written = match known {
        Some(found) => {
            let row = member::ActiveModel { role: Set(Stored(role)), named_by_parent: Set(by_parent), ..found.into() };
            row.update(&tx).await?;
            Written::Changed
        }
        None => {
            new_row(site, host.id, person.id, role, by_parent).insert(&tx).await?;
            Written::Created
        }
    };
    let detail = format!("{}{}", <&str>::from(role), if by_parent { " by parent" } else { "" });
    audit::note(&tx, site, actor, Some(host.id), "member.put", &person.id.to_string(), &detail).await?;
    tx.commit().await?;
    Ok((written, Member { email: person.email, name: person.name, role: Stored(role), named_by_parent: by_parent }))
}

fn new_row(site: &Site, host_id: i64, person_id: i64, role: Role, by_parent: bool) -> member::ActiveModel {
    member::ActiveModel {
        id: NotSet,
        host_id: Set(host_id),
        person_id: Set(person_id),
        role: Set(Stored(role)),
        named_by_parent: Set(by_parent),
        created_at: Set(site.now().as_millisecond()),
    }
}

async fn in_host(tx: &impl ConnectionTrait, host_id: i64, person_id: i64) -> Result<Option<member::Model>> {
    let found = member::Entity::find().filter(member::Column::HostId.eq(host_id)).filter(member::Column::PersonId.eq(person_id));
    Ok(found.one(tx).await?)
}

/// Takes a person's role in a host away: whoever may give it, or the person.
pub async fn remove(site: &Site, actor: &Actor, slug: &str, email: &str) -> Result<()> {
    let me = actor.me()?;
    let tx = site.db.begin_write().await?;
    let host = repo::lock(&tx, slug).await?;
    let email = Email::parse(email).map_err(|refusal| refusal.at("email"))?;
    let naming = access::naming(&tx, actor, &host).await?;
    if naming.is_none() && email.as_str() != me.email {
        return Err(Error::Forbidden);
    }
    let person = by_email(&tx, &email).await?.ok_or(Error::NotFound)?;
    let found = in_host(&tx, host.id, person.id).await?.ok_or(Error::NotFound)?;
    found.delete(&tx).await?;
    let detail = if naming == Some(Naming::Parent) { "by parent" } else { "" };
    audit::note(&tx, site, actor, Some(host.id), "member.remove", &person.id.to_string(), detail).await?;
    Ok(tx.commit().await?)
}

/// The members of a host, for whoever has a role in it or may name its members.
pub async fn list(site: &Site, actor: &Actor, slug: &str) -> Result<(host::Model, Vec<Member>)> {
    actor.me()?;
    let db = site.db.read();
    let host = repo::by_slug(db, slug).await?;
    let may_see = access::may(db, actor, host.id, Right::ViewDrafts).await? || access::naming(db, actor, &host).await?.is_some();
    if !may_see {
        return Err(Error::Forbidden);
    }
    let members = repo::members(db, host.id).await?;
    Ok((host, members))
}
