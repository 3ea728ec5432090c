//! A poll as somebody may see it.

use crate::entity::{date_poll, date_poll_reply, event, host};
use crate::repo::date_polls::{self as rows, Reply};
use crate::service::access::{self, Actor};
use crate::{Error, Result, Site, clock, repo};
use domain::date_poll::{Counts, Slot, Weighed, suggest};
use domain::host::{Right, Role};
use domain::time::slots::{self, Night, Place, Question, Runs, Weigh};
use sea_orm::EntityTrait;
use std::collections::BTreeMap;

const DAY_MS: i64 = 86_400_000;
/// A poll that closed this long ago is still listed with its host.
const LISTED_MS: i64 = 90 * DAY_MS;

/// How much of the answers the actor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sees {
    /// Nothing but their own: they have not answered.
    Own,
    /// How many gave each answer, where these are not few.
    Counts,
    /// What everybody said, by name, because all were told so before.
    Answers,
    /// All of it, and what each slot costs whom.
    Everything,
}

/// One slot with what the actor may know of it.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The slot.
    pub slot: Slot,
    /// How many say yes, if need be, no; none: they are few, or not the actor's to see.
    pub counts: [Option<i64>; 3],
    /// What it costs the zones of those who answered; for organisers.
    pub cost: Option<slots::Slot>,
}

/// A poll with what the actor may know of it.
#[derive(Clone, Debug)]
pub struct View {
    /// The poll.
    pub poll: date_poll::Model,
    /// Its host.
    pub host: host::Model,
    /// How much the actor sees.
    pub sees: Sees,
    /// Whether the actor may change it and make an event of it.
    pub manages: bool,
    /// How many have answered; none where these are few and the actor no organiser.
    pub answered: Option<i64>,
    /// The slots in order.
    pub slots: Vec<Figures>,
    /// What everybody said; empty where the actor may not know.
    pub replies: Vec<Reply>,
    /// The actor's own.
    pub mine: Option<date_poll_reply::Model>,
    /// The place of the slot to take; for organisers.
    pub suggested: Option<usize>,
    /// The event that was made of it, if the actor may see it.
    pub event: Option<event::Model>,
}

/// The poll of an address for whoever has it; `secret` is that of an answer without an account.
pub async fn view(site: &Site, actor: &Actor, token: &str, secret: Option<&str>) -> Result<View> {
    let db = site.db.read();
    let poll = rows::by_token(db, token).await?;
    let host = host::Entity::find_by_id(poll.host_id).one(db).await?.ok_or(Error::NotFound)?;
    let mine = rows::own(db, poll.id, actor.id(), secret).await?;
    let replies = rows::replies(db, poll.id).await?;
    let sees = match () {
        () if access::may(db, actor, poll.host_id, Right::ViewRegistrations).await? => Sees::Everything,
        () if mine.is_none() => Sees::Own,
        () if poll.answers_shown => Sees::Answers,
        () => Sees::Counts,
    };
    let event = match poll.event_id {
        Some(id) => access::event_by_id(db, actor, id).await.ok().map(|seen| seen.event),
        None => None,
    };
    let (slots, suggested) = figures(site, &poll, &replies, sees);
    let people = i64::try_from(replies.len()).unwrap_or(i64::MAX);
    Ok(View {
        manages: access::may(db, actor, poll.host_id, Right::ManageEvents).await?,
        answered: (sees >= Sees::Answers || people >= domain::groups::SMALLEST).then_some(people),
        replies: if sees >= Sees::Answers { replies } else { Vec::new() },
        poll,
        host,
        sees,
        slots,
        mine,
        suggested,
        event,
    })
}

fn figures(site: &Site, poll: &date_poll::Model, replies: &[Reply], sees: Sees) -> (Vec<Figures>, Option<usize>) {
    let all: Vec<(Slot, Counts)> = poll.slots.0.iter().map(|slot| (*slot, counts(slot, replies))).collect();
    let costs = if sees == Sees::Everything { costs(site, poll, replies) } else { Vec::new() };
    let weighed: Vec<Weighed<'_>> = all.iter().zip(&costs).map(|((_, counts), cost)| Weighed { counts: *counts, cost }).collect();
    let suggested = suggest(&weighed);
    let mut costs = costs.into_iter();
    let one = |(slot, counts): (Slot, Counts)| Figures {
        slot,
        counts: match sees {
            Sees::Own => [None; 3],
            Sees::Counts => counts.merged(),
            Sees::Answers | Sees::Everything => counts.figures(),
        },
        cost: costs.next(),
    };
    (all.into_iter().map(one).collect(), suggested)
}

fn counts(slot: &Slot, replies: &[Reply]) -> Counts {
    let mut counts = Counts::default();
    replies.iter().filter_map(|one| one.reply.answers.0.get(&slot.id)).for_each(|answer| counts.add(*answer));
    counts
}

/// What each slot costs the zones of those who answered; nothing while nobody has.
fn costs(site: &Site, poll: &date_poll::Model, replies: &[Reply]) -> Vec<slots::Slot> {
    let mut people: BTreeMap<&str, u32> = BTreeMap::new();
    replies.iter().for_each(|reply| *people.entry(reply.zone()).or_default() += 1);
    let place = |(zone, count): (&str, u32)| Some(Place { zone: site.zones.get(zone).ok()?, count, past: 0.0 });
    let places: Vec<Place<'_>> = people.into_iter().filter_map(place).collect();
    if places.is_empty() {
        return Vec::new();
    }
    let question = Question {
        dates: Vec::new(),
        duration_minutes: u32::try_from(poll.duration_minutes).unwrap_or(1),
        step_minutes: 30,
        places,
        runs: Runs::One,
        night: Night::default(),
        weigh: Weigh::Person,
        limit: 1,
    };
    poll.slots.0.iter().map(|slot| question.weigh_up(&[clock::instant(slot.starts_at)])).collect()
}

/// The polls of a host, with how many have answered; for who sees the host from behind.
pub async fn of_host(site: &Site, actor: &Actor, host_id: i64) -> Result<Vec<(date_poll::Model, i64)>> {
    let db = site.db.read();
    access::require(db, actor, host_id, Right::ViewRegistrations).await?;
    rows::of_host(db, host_id, site.now().as_millisecond() - LISTED_MS).await
}

/// The hosts in which the actor may make polls, by name.
pub async fn hosts(site: &Site, actor: &Actor) -> Result<Vec<host::Model>> {
    let Some(me) = actor.id() else { return Ok(Vec::new()) };
    if actor.is_admin() {
        return repo::hosts::all(site.db.read()).await;
    }
    let all = repo::people::roles(site.db.read(), me).await?;
    Ok(all.into_iter().filter(|(_, role): &(_, Role)| role.may(Right::ManageEvents)).map(|(host, _)| host).collect())
}
