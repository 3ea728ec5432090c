//! The slot that is taken becomes the event, and those who answered are invited to it.

use crate::entity::{date_poll, host};
use crate::repo::date_polls::Reply;
use crate::service::access::{self, Actor};
use crate::service::events::{self, AttendanceInput, EventFields, EventView, NewEvent, OfferInput};
use crate::service::invitations::{self, Outcome, Wanted};
use crate::service::{audit, people};
use crate::{Error, Result, Site, repo};
use domain::date_poll::Slot;
use domain::email::Email;
use domain::host::Right;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};

/// Which slot, and what else is said of the event.
#[derive(Clone, Debug, Default)]
pub struct Decision {
    /// The id of the slot.
    pub slot: i64,
    /// The event's short name; absent: the host's and the day.
    pub slug: Option<String>,
    /// Thematic, if not said.
    pub kind: Option<String>,
    /// Online without a limit, if not said.
    pub attendance: Option<AttendanceInput>,
    /// For the invited, if not said.
    pub visibility: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The event, announced.
    pub event: EventView,
    /// Who was invited.
    pub outcome: Outcome,
}

/// Makes the event at the slot's time, announces it, and invites those who answered: who has an account, and who confirmed their
/// address. Nobody is registered by it. The poll closes. 409 `poll_decided` where there is an event already.
pub async fn decide(site: &Site, actor: &Actor, token: &str, decision: Decision) -> Result<Decided> {
    actor.me()?;
    let now = site.now().as_millisecond();
    let tx = site.db.begin_write().await?;
    let mut poll = repo::date_polls::lock(&tx, token).await?;
    access::require(&tx, actor, poll.host_id, Right::ManageEvents).await?;
    if poll.event_id.is_some() {
        return Err(Error::Conflict("poll_decided"));
    }
    let slot = poll.slots.0.iter().find(|slot| i64::from(slot.id) == decision.slot).copied();
    let slot = slot.ok_or_else(|| Error::field("slot", "unknown_slot"))?;
    if slot.starts_at <= now {
        return Err(Error::field("slot", "in_the_past"));
    }
    let host = host::Entity::find_by_id(poll.host_id).one(&tx).await?.ok_or(Error::NotFound)?;
    let event = events::make(&tx, site, actor, event(&poll, &slot, host.slug, decision)).await?;
    let mut emails = Vec::new();
    for reply in repo::date_polls::replies(&tx, poll.id).await? {
        emails.extend(invited(&tx, site, &reply).await?);
    }
    let outcome = match emails.is_empty() {
        true => Outcome::default(),
        false => invitations::invite_to(&tx, site, actor, &event.slug, Wanted { emails, audience: None }).await?,
    };
    poll.event_id = Some(event.id);
    poll.closes_at = poll.closes_at.min(now);
    let poll = poll.into_active_model().reset_all().update(&tx).await?;
    audit::note(&tx, site, actor, Some(poll.host_id), "date_poll_decided", &poll.id.to_string(), &event.slug).await?;
    tx.commit().await?;
    Ok(Decided { event: events::show(site, actor, &event.slug).await?, outcome })
}

fn event(poll: &date_poll::Model, slot: &Slot, host: String, decision: Decision) -> NewEvent {
    let online = AttendanceInput { in_person: None, online: Some(OfferInput::default()) };
    NewEvent {
        slug: decision.slug.unwrap_or_else(|| slug(&host, slot)),
        host,
        series: None,
        status: Some("announced".to_owned()),
        fields: EventFields {
            kind: Some(decision.kind.unwrap_or_else(|| "thematic".to_owned())),
            title: Some(poll.title.0.clone()),
            summary: poll.note.as_ref().map(|note| Some(note.0.clone())),
            starts_local: Some(slot.starts_local.to_string()),
            zone: Some(poll.zone.clone()),
            duration_minutes: Some(i64::from(poll.duration_minutes)),
            attendance: Some(decision.attendance.unwrap_or(online)),
            visibility: Some(decision.visibility.unwrap_or_else(|| "invited".to_owned())),
            ..EventFields::default()
        },
    }
}

/// A short name for the event: "chancellery-2027-03-01".
pub fn slug(host: &str, slot: &Slot) -> String {
    // 64 characters is the most; a host's own name may be that long.
    let host: String = host.chars().take(53).collect();
    format!("{}-{}", host.trim_end_matches('-'), slot.starts_local.date())
}

/// The address to invite: of who has an account, or who confirmed it and thereby becomes a person with that address only.
async fn invited(tx: &impl ConnectionTrait, site: &Site, reply: &Reply) -> Result<Option<String>> {
    let Some(raw) = reply.email().filter(|_| reply.is_confirmed()) else { return Ok(None) };
    let email = Email::parse(raw).map_err(|refusal| refusal.at("email"))?;
    people::known_or_new(tx, site, &email, reply.reply.language.0).await?;
    Ok(Some(raw.to_owned()))
}
