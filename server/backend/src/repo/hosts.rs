//! Reading hosts.

use crate::entity::stored::Stored;
use crate::entity::{host, member, person, series};
use crate::{Error, Result};
use domain::host::Role;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};

/// Somebody with a role in a host.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Member {
    /// The address.
    pub email: String,
    /// The name, possibly empty.
    pub name: String,
    /// The role.
    pub role: Stored<Role>,
    /// The parent's coordinator named them.
    pub named_by_parent: bool,
}

/// A host with those next to it in the tree.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The host.
    pub host: host::Model,
    /// The host above it.
    pub parent: Option<host::Model>,
    /// The hosts below it, by slug.
    pub children: Vec<host::Model>,
}

/// The host of a slug, if there is one.
pub async fn find(db: &impl ConnectionTrait, slug: &str) -> Result<Option<host::Model>> {
    Ok(host::Entity::find().filter(host::Column::Slug.eq(slug)).one(db).await?)
}

/// The host of a slug, else 404.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<host::Model> {
    find(db, slug).await?.ok_or(Error::NotFound)
}

/// As [`by_slug`], locked on PostgreSQL until the transaction ends.
pub async fn lock(tx: &impl ConnectionTrait, slug: &str) -> Result<host::Model> {
    host::Entity::find().filter(host::Column::Slug.eq(slug)).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
}

/// A host with parent and children.
pub async fn placed(db: &impl ConnectionTrait, slug: &str) -> Result<Placed> {
    around(db, by_slug(db, slug).await?).await
}

/// The parent and the children of a host.
pub async fn around(db: &impl ConnectionTrait, host: host::Model) -> Result<Placed> {
    let near = Condition::any().add(host::Column::ParentId.eq(host.id)).add_option(host.parent_id.map(|id| host::Column::Id.eq(id)));
    let mut children = host::Entity::find().filter(near).order_by_asc(host::Column::Slug).all(db).await?;
    let parent = children.iter().position(|near| Some(near.id) == host.parent_id).map(|at| children.remove(at));
    Ok(Placed { host, parent, children })
}

/// Hosts after a row, at most `limit`, each with its parent's slug.
pub async fn list(db: &impl ConnectionTrait, after: i64, limit: u64) -> Result<Vec<(host::Model, Option<String>)>> {
    let rows = host::Entity::find().filter(host::Column::Id.gt(after)).order_by_asc(host::Column::Id).limit(limit).all(db).await?;
    let parents = host::Entity::find().filter(host::Column::Id.is_in(rows.iter().filter_map(|host| host.parent_id))).all(db).await?;
    let slug = |id: i64| parents.iter().find(|parent| parent.id == id).map(|parent| parent.slug.clone());
    Ok(rows.into_iter().map(|host| (host.parent_id.and_then(slug), host)).map(|(parent, host)| (host, parent)).collect())
}

/// All hosts by slug; for choosing one.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<host::Model>> {
    Ok(host::Entity::find().order_by_asc(host::Column::Slug).all(db).await?)
}

/// The members of a host, the first named first.
pub async fn members(db: &impl ConnectionTrait, host_id: i64) -> Result<Vec<Member>> {
    let rows = member::Entity::find()
        .join(JoinType::InnerJoin, member::Relation::Person.def())
        .filter(member::Column::HostId.eq(host_id))
        .order_by_asc(member::Column::Id)
        .select_only()
        .columns([person::Column::Email, person::Column::Name])
        .columns([member::Column::Role, member::Column::NamedByParent]);
    Ok(rows.into_model().all(db).await?)
}

/// The series of a host, by slug.
pub async fn series(db: &impl ConnectionTrait, host_id: i64) -> Result<Vec<series::Model>> {
    Ok(series::Entity::find().filter(series::Column::HostId.eq(host_id)).order_by_asc(series::Column::Slug).all(db).await?)
}
