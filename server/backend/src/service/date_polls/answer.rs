//! Answering: signed in as oneself, or without an account by a name and a secret of one's own.

use super::confirm::ask_to_confirm;
use super::{MOST_REPLIES, NAME, require_open};
use crate::entity::stored::{JsonText, Stored};
use crate::entity::{date_poll, date_poll_reply};
use crate::error::Faults;
use crate::service::access::{self, Actor};
use crate::service::given;
use crate::{Error, Result, Site, id, keys, repo};
use domain::date_poll::answers;
use domain::email::Email;
use domain::text::{Lang, line};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, NotSet};
use std::collections::BTreeMap;

/// What somebody answers, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// By the id of the slot: `yes`, `if_need_be` or `no`.
    pub answers: BTreeMap<String, String>,
    /// Without an account: who it is. At most [`NAME`] characters.
    pub name: String,
    /// Without an account: where to tell the date.
    pub email: Option<String>,
    /// Without an account: by which clock they live; the poll's own if not said.
    pub zone: Option<String>,
    /// The language of letters to them.
    pub language: Lang,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The reply.
    pub reply: date_poll_reply::Model,
    /// By which it can be changed without an account; made with the first answer and given this once.
    pub secret: Option<String>,
    /// A letter that asks to confirm the address is on its way.
    pub letter: bool,
}

/// Takes an answer down, in place of an earlier one of the same person or secret. 409 `poll_closed` after the close and `poll_full`
/// where [`MOST_REPLIES`] have answered; 401 for who would need an account.
pub async fn answer(site: &Site, actor: &Actor, token: &str, secret: Option<&str>, given: Given) -> Result<Answered> {
    let now = site.now().as_millisecond();
    let tx = site.db.begin_write().await?;
    let poll = repo::date_polls::lock(&tx, token).await?;
    access::may_answer(actor, &poll)?;
    require_open(&poll, now)?;
    let before = repo::date_polls::own(&tx, poll.id, actor.id(), secret).await?;
    if before.is_none() && repo::date_polls::count(&tx, poll.id).await? >= MOST_REPLIES {
        return Err(Error::Conflict("poll_full"));
    }
    let fresh = actor.me.is_none() && before.is_none();
    let secret = fresh.then(id::secret);
    let mut reply = before.clone().unwrap_or_else(|| blank(&poll));
    fill(site, actor, &poll, &mut reply, &given)?;
    if let Some(secret) = &secret {
        reply.secret_hash = Some(keys::hash(secret));
    }
    reply.answered_at = now;
    // What was confirmed was the address before.
    reply.email_confirmed &= before.as_ref().is_some_and(|before| before.email == reply.email);
    let reply = store(&tx, reply, before.is_none()).await?;
    let letter = !reply.email_confirmed && ask_to_confirm(&tx, site, &poll, &reply).await?;
    tx.commit().await?;
    Ok(Answered { reply, secret, letter })
}

fn blank(poll: &date_poll::Model) -> date_poll_reply::Model {
    date_poll_reply::Model {
        id: 0,
        poll_id: poll.id,
        person_id: None,
        secret_hash: None,
        name: String::new(),
        email: None,
        email_confirmed: false,
        zone: poll.zone.clone(),
        language: Stored(Lang::Lv),
        answers: JsonText::default(),
        answered_at: 0,
    }
}

/// Whoever has signed in since becomes the one who answered: one person is counted once.
fn fill(site: &Site, actor: &Actor, poll: &date_poll::Model, reply: &mut date_poll_reply::Model, given: &Given) -> Result<()> {
    let mut faults = Faults::default();
    match answers(&poll.slots.0, &given.answers) {
        Ok(said) => reply.answers = JsonText(said),
        Err(found) => found.into_iter().for_each(|fault| faults.add(fault)),
    }
    if let Some(me) = &actor.me {
        reply.person_id = Some(me.id);
        (reply.name, reply.email, reply.email_confirmed, reply.secret_hash) = (String::new(), None, false, None);
        (reply.zone, reply.language) = (me.own.home.clone(), Stored(me.language));
        return faults.check();
    }
    let name = given::limited(&mut faults, "name", NAME, line(&given.name, NAME));
    let email = given.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
    let email = faults.take_optional("email", email.map(Email::parse));
    let zone = given.zone.as_deref().map(str::trim).filter(|zone| !zone.is_empty());
    let zone = faults.take_optional("zone", zone.map(|zone| site.zones.get(zone)));
    faults.check()?;
    reply.name = Faults::got(name)?;
    reply.email = email.map(|email| email.as_str().to_owned());
    reply.language = Stored(given.language);
    if let Some(zone) = zone {
        reply.zone = zone.name().to_owned();
    }
    Ok(())
}

async fn store(tx: &impl ConnectionTrait, reply: date_poll_reply::Model, is_new: bool) -> Result<date_poll_reply::Model> {
    let mut row = reply.into_active_model().reset_all();
    if is_new {
        row.id = NotSet;
        return Ok(row.insert(tx).await?);
    }
    Ok(row.update(tx).await?)
}

/// Takes one's own answer back; 404 where there is none, 409 `poll_closed` after the close.
pub async fn take_back(site: &Site, actor: &Actor, token: &str, secret: Option<&str>) -> Result<()> {
    let tx = site.db.begin_write().await?;
    let poll = repo::date_polls::lock(&tx, token).await?;
    access::may_answer(actor, &poll)?;
    require_open(&poll, site.now().as_millisecond())?;
    let mine = repo::date_polls::own(&tx, poll.id, actor.id(), secret).await?.ok_or(Error::NotFound)?;
    date_poll_reply::Entity::delete_by_id(mine.id).exec(&tx).await?;
    Ok(tx.commit().await?)
}
