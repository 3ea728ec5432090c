//! Forgetting a person.

use crate::entity::{audit, comment, invitation, outbox, outcome, person, sign_in_link, topic, topic_file};
use crate::outbox::{agenda_lane, invitation_lane, procedure_lane, sign_in_lane, topic_news_lane};
use crate::service::access::Actor;
use crate::service::date_polls::forget_address;
use crate::service::procedure;
use crate::service::registration::leave_everything;
use crate::service::talk::comments::take_back;
use crate::{Error, Result, Site};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Erases the actor: profile, consents, roles, sessions and tokens, links, kept answers, registrations with needs, invitations,
/// supports, marks, open ballots, answers to date polls, the name as a speaker and as the owner of an action, what they follow, and what was still to be sent. Comments written with a name are taken back, reports stay
/// without who made them. Places freed go to who is next; topics proposed with a name stay as text without an author and without files; closed rounds
/// stay counted, and of written procedures that are closed the answer stays without a name. What was said without a name stays: were it gone at the same moment, everybody could tell whose it was.
/// The last administrator is 409 `last_administrator`.
pub async fn erase(site: &Site, actor: &Actor) -> Result<()> {
    let me = actor.me()?;
    let tx = site.db.begin_write().await?;
    // Events are held before people, here as where people are invited.
    let left = leave_everything(&tx, site, me.id).await?;
    let admins = person::Entity::find().filter(person::Column::IsAdmin.eq(true)).order_by_asc(person::Column::Id);
    let admins = admins.lock_exclusive().all(&tx).await?;
    if admins.iter().all(|admin| admin.id == me.id) && !admins.is_empty() {
        return Err(Error::Conflict("last_administrator"));
    }
    forget_mail(&tx, site, me.id, &me.email).await?;
    forget_address(&tx, site, &me.email).await?;
    forget_comments(&tx, me.id).await?;
    forget_deeds(&tx, me.id).await?;
    disown(&tx, me.id).await?;
    forget_files(&tx, me.id).await?;
    procedure::forget(&tx, site, me.id).await?;
    // Everything else that is the person's goes with the row (ON DELETE CASCADE).
    person::Entity::delete_by_id(me.id).exec(&tx).await?;
    tx.commit().await?;
    left.into_iter().for_each(|event| site.live.changed(event));
    Ok(())
}

/// Takes back what waits to be sent to the person, and the links that would sign them in.
async fn forget_mail(tx: &impl ConnectionTrait, site: &Site, person_id: i64, email: &str) -> Result<()> {
    let asked = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person_id)).all(tx).await?;
    let mut lanes: Vec<String> = asked.iter().map(|invitation| invitation_lane(invitation.id)).collect();
    lanes.extend([sign_in_lane(site, email), agenda_lane(person_id), topic_news_lane(person_id), procedure_lane(person_id)]);
    for some in lanes.chunks(500) {
        outbox::Entity::delete_many().filter(outbox::Column::Lane.is_in(some)).exec(tx).await?;
    }
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::Email.eq(email)).exec(tx).await?;
    Ok(())
}

/// Files go with who proposed their topic with a name: they hold more of a person than its words do.
async fn forget_files(tx: &impl ConnectionTrait, person_id: i64) -> Result<()> {
    let mine = topic::Entity::find().select_only().column(topic::Column::Id).filter(topic::Column::AuthorId.eq(person_id));
    let files = topic_file::Entity::delete_many().filter(topic_file::Column::TopicId.in_subquery(mine.into_query()));
    files.exec(tx).await?;
    Ok(())
}

async fn forget_comments(tx: &impl ConnectionTrait, person_id: i64) -> Result<()> {
    let mine = comment::Entity::find().filter(comment::Column::AuthorId.eq(person_id)).select_only().column(comment::Column::Id);
    let mine: Vec<i64> = mine.into_tuple().all(tx).await?;
    for some in mine.chunks(500) {
        take_back(tx, some).await?;
    }
    Ok(())
}

/// Actions stay to be done, by nobody named.
async fn disown(tx: &impl ConnectionTrait, person_id: i64) -> Result<()> {
    let mine = outcome::Entity::update_many().filter(outcome::Column::OwnerId.eq(person_id));
    mine.col_expr(outcome::Column::OwnerName, Expr::value(Option::<String>::None)).exec(tx).await?;
    Ok(())
}

/// What was done to hosts stays noted, but neither who did it nor whom it concerned.
async fn forget_deeds(tx: &impl ConnectionTrait, person_id: i64) -> Result<()> {
    audit::Entity::update_many()
        .col_expr(audit::Column::ActorId, Expr::value(Option::<i64>::None))
        .filter(audit::Column::ActorId.eq(person_id))
        .exec(tx)
        .await?;
    audit::Entity::update_many()
        .col_expr(audit::Column::Subject, Expr::value(""))
        .filter(audit::Column::Subject.eq(person_id.to_string()))
        .filter(audit::Column::Action.like("person.%").or(audit::Column::Action.like("member.%")))
        .exec(tx)
        .await?;
    Ok(())
}
