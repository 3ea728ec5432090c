//! Who may do what, decided here and nowhere else.

use crate::entity::stored::Stored;
use crate::entity::{date_poll, event, host, invitation, member, registration};
use crate::{Error, Result, repo};
use domain::event::{Status, Visibility};
use domain::host::{Right, Role};
use domain::person::OwnZone;
use domain::registration::Status as Place;
use domain::text::Lang;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;

/// Whoever asks: a signed-in person or nobody.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    /// The person, if signed in.
    pub me: Option<Me>,
}

/// A signed-in person, as much as every request needs.
#[derive(Clone, Debug)]
pub struct Me {
    /// The row of `person`.
    pub id: i64,
    /// The address.
    pub email: String,
    /// The name, possibly empty.
    pub name: String,
    /// By whose clocks the person lives.
    pub own: OwnZone,
    /// The language of mails to the person.
    pub language: Lang,
    /// Runs the installation.
    pub admin: bool,
}

/// An event that the actor may see, with the actor's role in its host.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The event.
    pub event: event::Model,
    /// The actor's role in the event's host.
    pub role: Option<Role>,
    admin: bool,
}

impl Actor {
    /// The person's id.
    pub fn id(&self) -> Option<i64> {
        self.me.as_ref().map(|me| me.id)
    }

    /// The signed-in person, else 401.
    pub fn me(&self) -> Result<&Me> {
        self.me.as_ref().ok_or(Error::Unauthenticated)
    }

    /// Whether the actor runs the installation.
    pub fn is_admin(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.admin)
    }
}

impl Seen {
    /// Whether the actor has a right over this event's host.
    pub fn may(&self, right: Right) -> bool {
        allowed(self.role, self.admin, right)
    }

    /// The right, else 403: the actor sees the event already.
    pub fn require(&self, right: Right) -> Result<()> {
        if self.may(right) { Ok(()) } else { Err(Error::Forbidden) }
    }
}

/// An administrator acts as a coordinator everywhere, but needs are for those who prepare the room.
fn allowed(role: Option<Role>, admin: bool, right: Right) -> bool {
    role.is_some_and(|role| role.may(right)) || (admin && right != Right::SeeNeeds && Role::Coordinator.may(right))
}

/// Whether a role that was read already gives the actor a right.
pub fn allows(role: Option<Role>, actor: &Actor, right: Right) -> bool {
    allowed(role, actor.is_admin(), right)
}

/// Which events the actor may see, for lists: in SQL what [`event`] decides for one.
pub fn visible(actor: &Actor) -> Condition {
    if actor.is_admin() {
        return Condition::all();
    }
    let (status, visibility) = (event::Column::Status, event::Column::Visibility);
    let public = visibility.eq(Stored(Visibility::Public));
    let Some(me) = actor.id() else {
        return Condition::all().add(status.ne(Stored(Status::Draft))).add(public);
    };
    // Every role sees the drafts of its host.
    let mine = event::Column::HostId.in_subquery(
        Query::select()
            .column(member::Column::HostId)
            .from(member::Entity)
            .and_where(Expr::col(member::Column::PersonId).eq(me))
            .to_owned(),
    );
    let shown = Condition::any()
        .add(public)
        .add(visibility.eq(Stored(Visibility::Members)))
        .add(event::Column::Id.in_subquery(invited_to(me)))
        .add(event::Column::Id.in_subquery(registered_for(me)));
    Condition::any().add(mine).add(Condition::all().add(status.ne(Stored(Status::Draft))).add(shown))
}

/// As [`visible`] without drafts, which the public pages list to nobody.
pub fn listed(actor: &Actor) -> Condition {
    Condition::all().add(event::Column::Status.ne(Stored(Status::Draft))).add(visible(actor))
}

fn invited_to(person: i64) -> SelectStatement {
    Query::select()
        .column(invitation::Column::EventId)
        .from(invitation::Entity)
        .and_where(Expr::col(invitation::Column::PersonId).eq(person))
        .and_where(Expr::col(invitation::Column::Withdrawn).eq(false))
        .to_owned()
}

fn registered_for(person: i64) -> SelectStatement {
    Query::select()
        .column(registration::Column::EventId)
        .from(registration::Entity)
        .and_where(Expr::col(registration::Column::PersonId).eq(person))
        .and_where(Expr::col(registration::Column::Status).ne(Stored(Place::Cancelled)))
        .to_owned()
}

/// The actor's role in a host.
pub async fn role(db: &impl ConnectionTrait, actor: &Actor, host_id: i64) -> Result<Option<Role>> {
    let Some(person) = actor.id() else { return Ok(None) };
    let found =
        member::Entity::find().filter(member::Column::HostId.eq(host_id)).filter(member::Column::PersonId.eq(person)).one(db).await?;
    Ok(found.map(|member| member.role.0))
}

/// Whether the actor has a role in any host, so that the pages of organisers are shown.
pub async fn organises(db: &impl ConnectionTrait, actor: &Actor) -> Result<bool> {
    let Some(person) = actor.id() else { return Ok(false) };
    Ok(member::Entity::find().filter(member::Column::PersonId.eq(person)).one(db).await?.is_some())
}

/// Whether the actor has a right in a host.
pub async fn may(db: &impl ConnectionTrait, actor: &Actor, host_id: i64, right: Right) -> Result<bool> {
    Ok(allowed(role(db, actor, host_id).await?, actor.is_admin(), right))
}

/// The right in a host, else 401 or 403. Hosts are public, so there is nothing to hide by a 404.
pub async fn require(db: &impl ConnectionTrait, actor: &Actor, host_id: i64, right: Right) -> Result<()> {
    actor.me()?;
    if may(db, actor, host_id, right).await? { Ok(()) } else { Err(Error::Forbidden) }
}

/// Administrators only: 401 for nobody, 403 for others.
pub fn require_admin(actor: &Actor) -> Result<()> {
    if actor.me()?.admin { Ok(()) } else { Err(Error::Forbidden) }
}

/// The hosts in which the actor has at least this role, the first named first.
pub async fn hosts_with(db: &impl ConnectionTrait, actor: &Actor, least: Role) -> Result<Vec<i64>> {
    let Some(person) = actor.id() else { return Ok(Vec::new()) };
    let all = member::Entity::find().filter(member::Column::PersonId.eq(person)).order_by_asc(member::Column::Id).all(db).await?;
    Ok(all.into_iter().filter(|member| member.role.0 >= least).map(|member| member.host_id).collect())
}

/// By which right somebody names members of a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// As its coordinator, or as an administrator.
    Own,
    /// As coordinator of its parent.
    Parent,
}

/// The right to name members of a host, from itself or from its parent; nothing from further above.
pub async fn naming(db: &impl ConnectionTrait, actor: &Actor, host: &host::Model) -> Result<Option<Naming>> {
    if may(db, actor, host.id, Right::ManageMembers).await? {
        return Ok(Some(Naming::Own));
    }
    let Some(parent) = host.parent_id else { return Ok(None) };
    Ok(may(db, actor, parent, Right::ManageMembers).await?.then_some(Naming::Parent))
}

/// Who has a poll's address may answer it, signed in or, where its organiser allows it, without an account; else 401.
pub fn may_answer(actor: &Actor, poll: &date_poll::Model) -> Result<()> {
    if poll.without_account { Ok(()) } else { actor.me().map(|_| ()) }
}

/// Whom an actor may find among the people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Findable {
    /// Everybody: administrators.
    All,
    /// Who is in the directory, and who has to do with these hosts: invited, registered, a member or recorded by them.
    Around(Vec<i64>),
}

/// Whom the actor may find; 403 for who has no part in preparing anything.
pub async fn findable(db: &impl ConnectionTrait, actor: &Actor) -> Result<Findable> {
    if actor.me()?.admin {
        return Ok(Findable::All);
    }
    let hosts = hosts_with(db, actor, Role::Assistant).await?;
    if hosts.is_empty() { Err(Error::Forbidden) } else { Ok(Findable::Around(hosts)) }
}

/// The event of a slug if the actor may know of it, else 404; 401 where signing in would help.
pub async fn event(db: &impl ConnectionTrait, actor: &Actor, slug: &str) -> Result<Seen> {
    let found = event::Entity::find().filter(event::Column::Slug.eq(slug)).one(db).await?.ok_or(Error::NotFound)?;
    see(db, actor, found).await
}

/// The event of an id, as [`event`].
pub async fn event_by_id(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Seen> {
    let found = event::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    see(db, actor, found).await
}

/// As [`event`], with the event held: until the transaction ends nobody else changes it, its seats, topics or invitations. Nothing
/// that decides about a change is read before this, for on PostgreSQL every statement sees what was committed just before it.
pub async fn event_locked(tx: &impl ConnectionTrait, actor: &Actor, slug: &str) -> Result<Seen> {
    let found = repo::events::lock_slug(tx, slug).await?;
    see(tx, actor, found).await
}

/// The event of an id, as [`event_locked`].
pub async fn event_by_id_locked(tx: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Seen> {
    let found = repo::events::lock(tx, id).await?;
    see(tx, actor, found).await
}

/// Who may see an event that is for the invited, of those who do not run the installation: for all at once what [`event`] decides for one.
pub async fn circle(db: &impl ConnectionTrait, event: &event::Model) -> Result<BTreeSet<i64>> {
    let members = member::Entity::find().select_only().column(member::Column::PersonId).filter(member::Column::HostId.eq(event.host_id));
    let mut people = repo::planning::known(db, event.id).await?;
    people.extend(members.into_tuple::<i64>().all(db).await?);
    Ok(people)
}

async fn see(db: &impl ConnectionTrait, actor: &Actor, event: event::Model) -> Result<Seen> {
    let seen = Seen { role: role(db, actor, event.host_id).await?, admin: actor.is_admin(), event };
    if seen.may(Right::ViewDrafts) {
        return Ok(seen);
    }
    match (seen.event.status.0, seen.event.visibility.0) {
        (Status::Draft, _) => Err(Error::NotFound),
        (_, Visibility::Public) => Ok(seen),
        (_, Visibility::Members) => actor.me().map(|_| seen),
        (_, Visibility::Invited) if is_expected(db, actor, seen.event.id).await? => Ok(seen),
        (_, Visibility::Invited) => Err(Error::NotFound),
    }
}

/// Invited and not withdrawn, or registered.
async fn is_expected(db: &impl ConnectionTrait, actor: &Actor, event_id: i64) -> Result<bool> {
    let Some(person) = actor.id() else { return Ok(false) };
    let invited = invitation::Entity::find()
        .filter(invitation::Column::EventId.eq(event_id))
        .filter(invitation::Column::PersonId.eq(person))
        .filter(invitation::Column::Withdrawn.eq(false));
    if invited.one(db).await?.is_some() {
        return Ok(true);
    }
    let registered =
        registration::Entity::find().filter(registration::Column::EventId.eq(event_id)).filter(registration::Column::PersonId.eq(person));
    Ok(registered.one(db).await?.is_some_and(|found| found.status.0 != Place::Cancelled))
}
