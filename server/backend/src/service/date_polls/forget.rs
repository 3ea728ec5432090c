//! What is not kept: answers without an account after a while, and whatever belongs to an address that is erased.

use crate::entity::{date_poll, date_poll_letter, date_poll_reply, outbox};
use crate::{Result, Site};
use domain::date_poll::KEPT_DAYS;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

/// Erases what was answered without an account in polls that closed [`KEPT_DAYS`] ago.
pub async fn forget_due(site: &Site) -> Result<()> {
    let before = site.now().as_millisecond() - KEPT_DAYS * 86_400_000;
    let over = || {
        let mut over = Query::select();
        over.column(date_poll::Column::Id).from(date_poll::Entity).and_where(Expr::col(date_poll::Column::ClosesAt).lte(before));
        over.to_owned()
    };
    let tx = site.db.begin_quiet().await?;
    date_poll_reply::Entity::delete_many()
        .filter(date_poll_reply::Column::PersonId.is_null())
        .filter(date_poll_reply::Column::PollId.in_subquery(over()))
        .exec(&tx)
        .await?;
    date_poll_letter::Entity::delete_many().filter(date_poll_letter::Column::PollId.in_subquery(over())).exec(&tx).await?;
    Ok(tx.commit().await?)
}

/// Forgets an address with whoever it belongs to: replies for which they confirmed it go, somebody else's lose it, and no letter
/// goes there any more.
pub async fn forget_address(tx: &impl ConnectionTrait, site: &Site, email: &str) -> Result<()> {
    let theirs = date_poll_reply::Column::Email.eq(email);
    date_poll_reply::Entity::delete_many().filter(theirs.clone()).filter(date_poll_reply::Column::EmailConfirmed.eq(true)).exec(tx).await?;
    date_poll_reply::Entity::update_many()
        .col_expr(date_poll_reply::Column::Email, Expr::value(Option::<String>::None))
        .filter(theirs)
        .exec(tx)
        .await?;
    outbox::Entity::delete_many().filter(outbox::Column::Lane.eq(super::address_lane(site, email))).exec(tx).await?;
    Ok(())
}
