//! Making a poll, changing it, closing it, and taking it away.

use super::{LONGEST, NOTE, TITLE};
use crate::entity::date_poll;
use crate::entity::stored::JsonText;
use crate::error::Faults;
use crate::service::access::{self, Actor};
use crate::service::{audit, events, given};
use crate::{Error, Result, Site, id, repo};
use domain::date_poll::{Slot, close, offer};
use domain::fault::Fault;
use domain::host::Right;
use domain::text::Text;
use domain::time::Zone;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, NotSet};

/// A poll to make, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct NewPoll {
    /// The short name of its host.
    pub host: String,
    /// What the meeting is about; at most [`TITLE`] characters a language.
    pub title: Text,
    /// At most [`NOTE`] characters a language.
    pub note: Option<Text>,
    /// Whose clocks the slots are on.
    pub zone: String,
    /// 1–[`LONGEST`].
    pub duration_minutes: Option<i64>,
    /// `YYYY-MM-DDTHH:MM`
    pub slots: Vec<String>,
    /// The same.
    pub closes_local: String,
    /// Whether people without an account may answer.
    pub without_account: bool,
    /// Whether all who answer see what the others said, by name. It cannot be changed later: they were told so before.
    pub answers_shown: bool,
}

/// What can be changed; none leaves it as it is, an inner none empties it.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// See [`NewPoll::title`].
    pub title: Option<Text>,
    /// See [`NewPoll::note`].
    pub note: Option<Option<Text>>,
    /// See [`NewPoll::closes_local`]; may open it again.
    pub closes_local: Option<String>,
    /// Closes it now.
    pub close: bool,
}

/// Makes a poll of a host; 403 for who may make no events there.
pub async fn create(site: &Site, actor: &Actor, new: NewPoll) -> Result<date_poll::Model> {
    actor.me()?;
    let now = site.now();
    let tx = site.db.begin_write().await?;
    let mut faults = Faults::default();
    let host = events::host_of(&tx, actor, &new.host, Right::ManageEvents, &mut faults).await?;
    let title = given::text(&mut faults, "title", &new.title, TITLE);
    let note = note(&mut faults, new.note.as_ref());
    let minutes = duration(&mut faults, new.duration_minutes);
    let zone = faults.take("zone", site.zones.get(&new.zone));
    let (slots, closes) = zone.map(|zone| times(&mut faults, zone, &new, now)).unwrap_or_default();
    faults.check()?;
    let row = date_poll::Model {
        id: 0,
        host_id: Faults::got(host)?.id,
        token: id::unique(),
        title: JsonText(Faults::got(title)?),
        note: note.map(JsonText),
        zone: Faults::got(zone)?.name().to_owned(),
        duration_minutes: Faults::got(minutes)?,
        slots: JsonText(slots),
        closes_at: closes,
        without_account: new.without_account,
        answers_shown: new.answers_shown,
        event_id: None,
        created_at: now.as_millisecond(),
    };
    let mut row = row.into_active_model().reset_all();
    row.id = NotSet;
    let poll = row.insert(&tx).await?;
    audit::note(&tx, site, actor, Some(poll.host_id), "date_poll_made", &poll.id.to_string(), "").await?;
    tx.commit().await?;
    Ok(poll)
}

/// The slots and the close, both on the poll's clocks; what is wrong with either is said at once.
fn times(faults: &mut Faults, zone: &Zone, new: &NewPoll, now: domain::time::Timestamp) -> (Vec<Slot>, i64) {
    let slots = offer(zone, &new.slots, now).unwrap_or_else(|found| {
        found.into_iter().for_each(|fault| faults.add(fault));
        Vec::new()
    });
    let closes = close(zone, &new.closes_local, &slots, now).map_err(|fault| faults.add(fault));
    (slots, closes.map_or(0, |at| at.as_millisecond()))
}

fn note(faults: &mut Faults, note: Option<&Text>) -> Option<Text> {
    let blank = |part: &Option<String>| part.as_deref().is_none_or(|part| part.trim().is_empty());
    note.filter(|text| !(blank(&text.lv) && blank(&text.en))).and_then(|text| given::block(faults, "note", text, NOTE))
}

fn duration(faults: &mut Faults, minutes: Option<i64>) -> Option<i32> {
    let Some(minutes) = minutes else {
        faults.add(Fault::new("duration_minutes", "required"));
        return None;
    };
    let fits = i32::try_from(minutes).ok().filter(|_| (1..=LONGEST).contains(&minutes));
    if fits.is_none() {
        faults.add(Fault::new("duration_minutes", "minutes_out_of_range"));
    }
    fits
}

/// Changes the named fields; 409 `poll_decided` where the close is to be moved although there is an event already.
pub async fn change(site: &Site, actor: &Actor, token: &str, change: Change) -> Result<date_poll::Model> {
    actor.me()?;
    let now = site.now();
    let tx = site.db.begin_write().await?;
    let mut poll = repo::date_polls::lock(&tx, token).await?;
    access::require(&tx, actor, poll.host_id, Right::ManageEvents).await?;
    let mut faults = Faults::default();
    if let Some(title) = &change.title
        && let Some(title) = given::text(&mut faults, "title", title, TITLE)
    {
        poll.title = JsonText(title);
    }
    if let Some(new) = &change.note {
        poll.note = note(&mut faults, new.as_ref()).map(JsonText);
    }
    if change.closes_local.is_some() && poll.event_id.is_some() {
        return Err(Error::Conflict("poll_decided"));
    }
    if let Some(raw) = &change.closes_local {
        let zone = site.zones.get(&poll.zone).map_err(|refusal| refusal.at("zone"))?;
        match close(zone, raw, &poll.slots.0, now) {
            Ok(at) => poll.closes_at = at.as_millisecond(),
            Err(fault) => faults.add(fault),
        }
    }
    faults.check()?;
    if change.close {
        poll.closes_at = poll.closes_at.min(now.as_millisecond());
    }
    let poll = poll.into_active_model().reset_all().update(&tx).await?;
    audit::note(&tx, site, actor, Some(poll.host_id), "date_poll_changed", &poll.id.to_string(), "").await?;
    tx.commit().await?;
    Ok(poll)
}

/// Takes a poll away with all that was answered; an event made of it stays.
pub async fn delete(site: &Site, actor: &Actor, token: &str) -> Result<date_poll::Model> {
    actor.me()?;
    let tx = site.db.begin_write().await?;
    let poll = repo::date_polls::lock(&tx, token).await?;
    access::require(&tx, actor, poll.host_id, Right::ManageEvents).await?;
    date_poll::Entity::delete_by_id(poll.id).exec(&tx).await?;
    audit::note(&tx, site, actor, Some(poll.host_id), "date_poll_deleted", &poll.id.to_string(), "").await?;
    tx.commit().await?;
    Ok(poll)
}
