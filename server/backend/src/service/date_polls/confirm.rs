//! An address that was typed without an account: it is asked once whether it is theirs, and gets nothing else until they say so.

use crate::db::hold;
use crate::entity::{date_poll, date_poll_letter, date_poll_reply, host, outbox};
use crate::outbox::{Job, put};
use crate::{Error, Result, Site, repo};
use domain::text::{Lang, Text};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, Set};

const HOUR_MS: i64 = 3_600_000;
/// So many such letters go to one address within a day, over all polls.
const MOST_TO_ADDRESS: u64 = 3;
/// So many leave for one poll within an hour, so that nobody who has its address can have us write to a list of strangers.
const MOST_OF_POLL: u64 = 20;
/// And so many at all: as many as may answer.
const MOST_EVER: u64 = super::MOST_REPLIES;

/// What the letter says, beside the address it goes to.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Where to.
    pub email: String,
    /// The language of the page on which it was typed.
    pub language: Lang,
    /// Of the poll; the organiser's words. Nothing that was typed beside the address is mailed to it.
    pub title: Text,
    /// Of its host.
    pub host: Text,
    /// Where it is confirmed.
    pub url: String,
}

/// The lane of these letters to one address; keyed, because it outlives the address.
pub fn address_lane(site: &Site, email: &str) -> String {
    format!("date_poll/{}", site.keys.sign("date_poll_lane", email.as_bytes()))
}

/// Puts the letter into the outbox, unless the poll has written to this address before or there were too many; gives whether it did.
/// The poll is held.
pub(super) async fn ask_to_confirm(
    tx: &impl ConnectionTrait,
    site: &Site,
    poll: &date_poll::Model,
    reply: &date_poll_reply::Model,
) -> Result<bool> {
    let Some(email) = reply.email.as_deref() else { return Ok(false) };
    let now = site.now().as_millisecond();
    let address_hash = site.keys.sign("date_poll_address", format!("{}/{email}", poll.id).as_bytes());
    let of_poll = || date_poll_letter::Entity::find().filter(date_poll_letter::Column::PollId.eq(poll.id));
    let asked = of_poll().filter(date_poll_letter::Column::AddressHash.eq(address_hash.as_str())).one(tx).await?.is_some();
    let lately = of_poll().filter(date_poll_letter::Column::AskedAt.gt(now - HOUR_MS)).count(tx).await?;
    if asked || lately >= MOST_OF_POLL || of_poll().count(tx).await? >= MOST_EVER {
        return Ok(false);
    }
    let lane = address_lane(site, email);
    // Else several polls at once would each count without the others.
    hold(tx, &lane).await?;
    let since = now - 24 * HOUR_MS;
    let had = outbox::Entity::find().filter(outbox::Column::Lane.eq(lane)).filter(outbox::Column::CreatedAt.gt(since)).count(tx).await?;
    if had >= MOST_TO_ADDRESS {
        return Ok(false);
    }
    let row = date_poll_letter::ActiveModel { id: NotSet, poll_id: Set(poll.id), address_hash: Set(address_hash), asked_at: Set(now) };
    row.insert(tx).await?;
    put(tx, site, &Job::ConfirmAddress { reply: reply.id, email: email.to_owned() }).await?;
    Ok(true)
}

/// What the worker writes; nothing where the reply has gone or has another address by now.
pub async fn letter(site: &Site, reply: i64, email: &str) -> Result<Option<Asking>> {
    let db = site.db.read();
    let Some(reply) = date_poll_reply::Entity::find_by_id(reply).one(db).await? else { return Ok(None) };
    if reply.email.as_deref() != Some(email) || reply.email_confirmed {
        return Ok(None);
    }
    let Some(poll) = date_poll::Entity::find_by_id(reply.poll_id).one(db).await? else { return Ok(None) };
    let Some(host) = host::Entity::find_by_id(poll.host_id).one(db).await? else { return Ok(None) };
    let (language, tag) = (reply.language.0, tag(site, reply.id, email));
    let url = site.url(&format!("/{}/polls/{}/confirm/{}.{tag}", language.code(), poll.token, reply.id));
    Ok(Some(Asking { email: email.to_owned(), language, title: poll.title.0, host: host.name.0, url }))
}

/// Only we can make it, and only the address gets it.
fn tag(site: &Site, reply: i64, email: &str) -> String {
    site.keys.sign("date_poll_confirm", format!("{reply}/{email}").as_bytes())
}

/// The reply that a link of the letter is about, else 404.
async fn asked(db: &impl ConnectionTrait, site: &Site, token: &str, link: &str) -> Result<(date_poll::Model, date_poll_reply::Model)> {
    let poll = repo::date_polls::by_token(db, token).await?;
    let (id, tag) = link.split_once('.').ok_or(Error::NotFound)?;
    let id = id.parse::<i64>().map_err(|_| Error::NotFound)?;
    let reply = date_poll_reply::Entity::find_by_id(id).filter(date_poll_reply::Column::PollId.eq(poll.id)).one(db).await?;
    let reply = reply.ok_or(Error::NotFound)?;
    let email = reply.email.as_deref().ok_or(Error::NotFound)?;
    let message = format!("{id}/{email}");
    if site.keys.verify("date_poll_confirm", message.as_bytes(), tag) { Ok((poll, reply)) } else { Err(Error::NotFound) }
}

/// The poll of a link that would confirm an address, else 404; changes nothing.
pub async fn is_good(site: &Site, token: &str, link: &str) -> Result<date_poll::Model> {
    Ok(asked(site.db.read(), site, token, link).await?.0)
}

/// Takes down that the address is theirs; a second time changes nothing.
pub async fn confirm(site: &Site, token: &str, link: &str) -> Result<()> {
    let tx = site.db.begin_write().await?;
    // Held first, so that nobody changes the address meanwhile.
    repo::date_polls::lock(&tx, token).await?;
    let (_, reply) = asked(&tx, site, token, link).await?;
    date_poll_reply::Entity::update_many()
        .col_expr(date_poll_reply::Column::EmailConfirmed, Expr::value(true))
        .filter(date_poll_reply::Column::Id.eq(reply.id))
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}
