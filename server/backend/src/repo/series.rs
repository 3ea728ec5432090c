//! Series and hosts by their short names.

use crate::Result;
use crate::entity::stored::JsonText;
use crate::entity::{host, series};
use domain::text::Text;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};

/// A series with its host.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    /// The series.
    #[sea_orm(nested)]
    pub series: series::Model,
    /// Its host's short name.
    pub host_slug: String,
    /// Its host's name.
    pub host_name: JsonText<Text>,
}

fn to_host() -> RelationDef {
    series::Entity::belongs_to(host::Entity).from(series::Column::HostId).to(host::Column::Id).into()
}

fn rows() -> Select<series::Entity> {
    series::Entity::find()
        .join(JoinType::InnerJoin, to_host())
        .column_as(host::Column::Slug, "host_slug")
        .column_as(host::Column::Name, "host_name")
}

/// The series of a short name.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Row>> {
    Ok(rows().filter(series::Column::Slug.eq(slug)).into_model::<Row>().one(db).await?)
}

/// Series after an id, of one host or of all, at most `limit`.
pub async fn list(db: &impl ConnectionTrait, host: Option<&str>, after_id: i64, limit: u64) -> Result<Vec<Row>> {
    let mut query = rows().filter(series::Column::Id.gt(after_id)).order_by_asc(series::Column::Id).limit(limit);
    if let Some(host) = host {
        query = query.filter(host::Column::Slug.eq(host));
    }
    Ok(query.into_model::<Row>().all(db).await?)
}

/// The series, locked on PostgreSQL until the transaction ends.
pub async fn lock(tx: &impl ConnectionTrait, series_id: i64) -> Result<series::Model> {
    series::Entity::find_by_id(series_id).lock_exclusive().one(tx).await?.ok_or(crate::Error::NotFound)
}

/// The host of a short name.
pub async fn host(db: &impl ConnectionTrait, slug: &str) -> Result<Option<host::Model>> {
    Ok(host::Entity::find().filter(host::Column::Slug.eq(slug)).one(db).await?)
}

/// The country a host is in, if it says.
pub async fn country_of(db: &impl ConnectionTrait, host_id: i64) -> Result<Option<String>> {
    Ok(host::Entity::find_by_id(host_id).one(db).await?.and_then(|host| host.country))
}
