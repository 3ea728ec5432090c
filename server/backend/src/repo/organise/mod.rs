//! What organisers' overviews show, in a fixed number of statements however many events and people there are.

mod briefings;
mod counts;
mod reached;
mod waiting;

use crate::Result;
use crate::entity::{date_poll, event, host, member, series};
use crate::repo::date_polls;
use crate::service::access::Actor;
use domain::event::Interest;
use domain::host::Role;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

pub use briefings::{Held as HeldBriefing, below, last_briefings};
pub use counts::{Letters, Line};
pub use reached::{Group, reached};
pub use waiting::{Draft, Merge, Owed, Poll};

/// An overview shows at most this many hosts, and this many events.
const MOST_HOSTS: u64 = 60;
const MOST_EVENTS: u64 = 200;

/// One host and what it holds.
#[derive(Clone, Debug)]
pub struct Held {
    /// The host.
    pub host: host::Model,
    /// The actor's role in it; administrators may have none.
    pub role: Option<Role>,
    /// Its series.
    pub series: Vec<series::Model>,
    /// Its events that are to come, are still open, or ended lately; the soonest first.
    pub events: Vec<Gathering>,
    /// Its date polls without a date that are open or closed lately, each with how many have answered.
    pub undecided: Vec<(date_poll::Model, i64)>,
    /// Its events that were held and still owe an answer to topics.
    pub owed: Vec<Owed>,
    /// When its last briefing begins or began, milliseconds; those still expected included.
    pub last_briefing: Option<i64>,
}

/// An event with its figures.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// The event.
    pub event: event::Model,
    /// When it was announced, milliseconds; for what is announced or confirmed.
    pub announced_at: Option<i64>,
    /// What became of the letters to those invited and registered.
    pub letters: Letters,
    /// With a place or in line.
    pub registered: i64,
    /// The room and online.
    pub lines: [Line; 3],
    /// The early answers.
    pub interest: Vec<(Interest, i64)>,
    /// Topics and comments that were reported and not decided on.
    pub reported: i64,
    /// Topics of other events that were proposed to it.
    pub passes: i64,
    /// Mergers that wait for the author of a topic, the oldest first.
    pub merges: Vec<Merge>,
    /// Its rounds, in order.
    pub polls: Vec<Poll>,
    /// How the working version of its agenda stands, if it has sessions.
    pub draft: Option<Draft>,
}

impl Gathering {
    /// Invited or registered, and not withdrawn.
    pub fn invited(&self) -> i64 {
        self.letters.all.total()
    }
}

/// The hosts in which the actor has a role (an administrator: all), with what ended after `since` (milliseconds) or is not over.
pub async fn overview(db: &impl ConnectionTrait, actor: &Actor, since: i64) -> Result<Vec<Held>> {
    let roles = roles(db, actor).await?;
    let mut query = host::Entity::find().order_by_asc(host::Column::Id).limit(MOST_HOSTS);
    if !actor.is_admin() {
        query = query.filter(host::Column::Id.is_in(roles.keys().copied()));
    }
    held(db, query.all(db).await?, &roles, since).await
}

/// The same of one host.
pub async fn of_host(db: &impl ConnectionTrait, actor: &Actor, host: host::Model, since: i64) -> Result<Option<Held>> {
    Ok(held(db, vec![host], &roles(db, actor).await?, since).await?.pop())
}

async fn held(db: &impl ConnectionTrait, hosts: Vec<host::Model>, roles: &HashMap<i64, Role>, since: i64) -> Result<Vec<Held>> {
    let ids: Vec<i64> = hosts.iter().map(|host| host.id).collect();
    let series = series::Entity::find().filter(series::Column::HostId.is_in(ids.clone())).order_by_asc(series::Column::Id).all(db).await?;
    let mut events = gatherings(db, &ids, since).await?;
    let briefings = last_briefings(db, &ids).await?;
    let mut owed = waiting::owed(db, &ids).await?;
    let mut undecided = date_polls::undecided(db, &ids, since).await?;
    let held = hosts.into_iter().map(|host| Held {
        role: roles.get(&host.id).copied(),
        series: series.iter().filter(|series| series.host_id == host.id).cloned().collect(),
        events: events.extract_if(.., |held| held.event.host_id == host.id).collect(),
        owed: owed.extract_if(.., |owed| owed.event.host_id == host.id).collect(),
        undecided: undecided.extract_if(.., |(poll, _)| poll.host_id == host.id).collect(),
        last_briefing: briefings.get(&host.id).copied(),
        host,
    });
    Ok(held.collect())
}

async fn roles(db: &impl ConnectionTrait, actor: &Actor) -> Result<HashMap<i64, Role>> {
    let Some(person) = actor.id() else { return Ok(HashMap::new()) };
    let members = member::Entity::find().filter(member::Column::PersonId.eq(person)).all(db).await?;
    Ok(members.into_iter().map(|member| (member.host_id, member.role.0)).collect())
}

async fn gatherings(db: &impl ConnectionTrait, hosts: &[i64], since: i64) -> Result<Vec<Gathering>> {
    let events = event::Entity::find()
        .filter(event::Column::HostId.is_in(hosts.iter().copied()))
        .filter(event::Column::EndsAt.gt(since))
        .order_by_asc(event::Column::StartsAt)
        .order_by_asc(event::Column::Id)
        .limit(MOST_EVENTS)
        .all(db)
        .await?;
    let ids: Vec<i64> = events.iter().map(|event| event.id).collect();
    let announced = counts::announced(db, &events).await?;
    let mut letters = counts::letters(db, &ids).await?;
    let lines = counts::lines(db, &ids).await?;
    let mut interest = counts::interest(db, &ids).await?;
    let reported = waiting::reported(db, &ids).await?;
    let passes = waiting::passes(db, &ids).await?;
    let mut merges = waiting::merges(db, &ids).await?;
    let mut polls = waiting::polls(db, &ids).await?;
    let drafts = waiting::drafts(db, &events).await?;
    let with_figures = events.into_iter().map(|event| {
        let line = lines.get(&event.id).copied().unwrap_or_default();
        Gathering {
            announced_at: announced.get(&event.slug).copied(),
            letters: letters.remove(&event.id).unwrap_or_default(),
            registered: line.iter().map(|line| line.confirmed + line.waiting).sum(),
            lines: line,
            interest: interest.remove(&event.id).unwrap_or_default(),
            reported: reported.get(&event.id).copied().unwrap_or_default(),
            passes: passes.get(&event.id).copied().unwrap_or_default(),
            merges: merges.remove(&event.id).unwrap_or_default(),
            polls: polls.remove(&event.id).unwrap_or_default(),
            draft: drafts.get(&event.id).copied(),
            event,
        }
    });
    Ok(with_figures.collect())
}
