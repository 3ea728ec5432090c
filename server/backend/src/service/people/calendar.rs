//! A person's own calendar address. The secret in it is computed, so it can be shown again, and counted, so it can be ended.

use crate::entity::person;
use crate::service::access::Actor;
use crate::{Error, Result, Site};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

const PURPOSE: &str = "calendar";

/// The address of the person's own feed. Whoever has it can read their places.
pub fn calendar_url(site: &Site, person: &person::Model) -> String {
    site.url(&format!("/u/{}-{}/calendar.ics", person.id, tag(site, person)))
}

fn tag(site: &Site, person: &person::Model) -> String {
    site.keys.sign(PURPOSE, message(person).as_bytes())
}

fn message(person: &person::Model) -> String {
    format!("{}/{}", person.id, person.calendar_generation)
}

/// The person whose address has this secret; nobody once it has been ended.
pub async fn by_calendar_secret(site: &Site, secret: &str) -> Result<Option<person::Model>> {
    let Some((id, tag)) = secret.split_once('-') else { return Ok(None) };
    let Ok(id) = id.parse::<i64>() else { return Ok(None) };
    let found = person::Entity::find_by_id(id).one(site.db.read()).await?;
    Ok(found.filter(|person| site.keys.verify(PURPOSE, message(person).as_bytes(), tag)))
}

/// Ends the actor's calendar address and gives a new one.
pub async fn new_calendar_address(site: &Site, actor: &Actor) -> Result<String> {
    let me = actor.me()?;
    let tx = site.db.begin_write().await?;
    person::Entity::update_many()
        .col_expr(person::Column::CalendarGeneration, Expr::col(person::Column::CalendarGeneration).add(1))
        .filter(person::Column::Id.eq(me.id))
        .exec(&tx)
        .await?;
    let person = person::Entity::find_by_id(me.id).one(&tx).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(calendar_url(site, &person))
}
