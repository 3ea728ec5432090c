//! Reading people.

use crate::entity::{audit, consent, event, host, invitation, member, person, registration};
use crate::service::access::Findable;
use crate::service::consent::decisions;
use crate::{Error, Result};
use domain::consent::Purpose;
use domain::host::Role;
use domain::person::OwnZone;
use domain::similarity::folded;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};

/// Rows looked through at a time: names are compared without diacritics, which neither database does.
const BATCH: u64 = 1_000;

/// Everything a person's own page shows of the person.
#[derive(Clone, Debug)]
pub struct Own {
    /// The row.
    pub person: person::Model,
    /// All decisions, the newest first.
    pub decisions: Vec<consent::Model>,
    /// The hosts the person has a role in, by slug.
    pub roles: Vec<(host::Model, Role)>,
}

/// A person as those see them who may find them.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Found {
    /// The row.
    pub id: i64,
    /// The address.
    pub email: String,
    /// The name, possibly empty.
    pub name: String,
    /// Where the person works.
    pub organisation: Option<String>,
}

/// By whose clocks a person lives.
pub fn own_zone(person: &person::Model) -> OwnZone {
    OwnZone { home: person.zone.clone(), travel: person.travel.clone().map(|travel| travel.0) }
}

/// The person, locked on PostgreSQL until the transaction ends: consents and how often they may be contacted stay as they are.
pub async fn lock(tx: &impl ConnectionTrait, person_id: i64) -> Result<person::Model> {
    person::Entity::find_by_id(person_id).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
}

/// As [`lock`], for several, always in the same order, so that two who lock many never wait for each other.
pub async fn lock_all(tx: &impl ConnectionTrait, people: impl IntoIterator<Item = i64>) -> Result<BTreeMap<i64, person::Model>> {
    let ids: Vec<i64> = people.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let mut locked = BTreeMap::new();
    for some in ids.chunks(500) {
        let rows = person::Entity::find().filter(person::Column::Id.is_in(some.iter().copied())).order_by_asc(person::Column::Id);
        locked.extend(rows.lock_exclusive().all(tx).await?.into_iter().map(|person| (person.id, person)));
    }
    Ok(locked)
}

/// A person with consents and roles.
pub async fn own(db: &impl ConnectionTrait, person_id: i64) -> Result<Own> {
    let person = person::Entity::find_by_id(person_id).one(db).await?.ok_or(Error::NotFound)?;
    Ok(Own { decisions: decisions(db, person_id).await?, roles: roles(db, person_id).await?, person })
}

/// The hosts a person has a role in, by slug.
pub async fn roles(db: &impl ConnectionTrait, person_id: i64) -> Result<Vec<(host::Model, Role)>> {
    let members = member::Entity::find().filter(member::Column::PersonId.eq(person_id)).all(db).await?;
    let hosts = host::Entity::find().filter(host::Column::Id.is_in(members.iter().map(|m| m.host_id))).order_by_asc(host::Column::Slug);
    let role = |host: &host::Model| members.iter().find(|m| m.host_id == host.id).map(|m| m.role.0);
    Ok(hosts.all(db).await?.into_iter().filter_map(|host| role(&host).map(|role| (host, role))).collect())
}

/// Whether a person has a role in any host.
pub async fn organises(db: &impl ConnectionTrait, person_id: i64) -> Result<bool> {
    Ok(member::Entity::find().filter(member::Column::PersonId.eq(person_id)).count(db).await? > 0)
}

/// People whose name, address or organisation contains `sought` (without case and diacritics), after a row, at most `limit`.
pub async fn find(db: &impl ConnectionTrait, whom: &Findable, sought: &str, after: i64, limit: u64) -> Result<Vec<Found>> {
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let sought = folded(sought.trim());
    let (mut found, mut after) = (Vec::new(), after);
    loop {
        let rows = batch(db, whom, after).await?;
        let is_last = (rows.len() as u64) < BATCH;
        after = rows.last().map_or(after, |row| row.id);
        found.extend(rows.into_iter().filter(|row| matches(row, &sought)));
        if is_last || found.len() >= wanted {
            found.truncate(wanted);
            return Ok(found);
        }
    }
}

fn matches(row: &Found, sought: &str) -> bool {
    let texts = [Some(&row.name), Some(&row.email), row.organisation.as_ref()];
    sought.is_empty() || texts.into_iter().flatten().any(|text| folded(text).contains(sought))
}

async fn batch(db: &impl ConnectionTrait, whom: &Findable, after: i64) -> Result<Vec<Found>> {
    let mut rows = person::Entity::find().filter(person::Column::Id.gt(after)).order_by_asc(person::Column::Id).limit(BATCH);
    if let Findable::Around(hosts) = whom {
        rows = rows.filter(around(hosts));
    }
    let columns = [person::Column::Id, person::Column::Email, person::Column::Name, person::Column::Organisation];
    Ok(rows.select_only().columns(columns).into_model().all(db).await?)
}

fn around(hosts: &[i64]) -> Condition {
    let hosts = || hosts.iter().copied();
    let events = Query::select().column(event::Column::Id).from(event::Entity).and_where(event::Column::HostId.is_in(hosts())).to_owned();
    let invited = Query::select()
        .column(invitation::Column::PersonId)
        .from(invitation::Entity)
        .and_where(invitation::Column::EventId.in_subquery(events.clone()))
        .to_owned();
    let registered = Query::select()
        .column(registration::Column::PersonId)
        .from(registration::Entity)
        .and_where(registration::Column::EventId.in_subquery(events))
        .to_owned();
    let members =
        Query::select().column(member::Column::PersonId).from(member::Entity).and_where(member::Column::HostId.is_in(hosts())).to_owned();
    let recorded = Query::select()
        .column(audit::Column::Subject)
        .from(audit::Entity)
        .and_where(audit::Column::Action.eq("person.put"))
        .and_where(audit::Column::HostId.is_in(hosts()))
        .to_owned();
    let by_id = |rows: SelectStatement| person::Column::Id.in_subquery(rows);
    Condition::any()
        .add(by_id(agreed(Purpose::Directory)))
        .add(by_id(invited))
        .add(by_id(registered))
        .add(by_id(members))
        .add(Expr::col((person::Entity, person::Column::Id)).cast_as("TEXT").in_subquery(recorded))
}

/// Whose newest decision on a purpose is a yes.
pub fn agreed(purpose: Purpose) -> SelectStatement {
    let newest = Query::select()
        .expr(consent::Column::Id.max())
        .from(consent::Entity)
        .and_where(consent::Column::Purpose.eq(purpose.name()))
        .group_by_col(consent::Column::PersonId)
        .to_owned();
    Query::select()
        .column(consent::Column::PersonId)
        .from(consent::Entity)
        .and_where(consent::Column::Given.eq(true))
        .and_where(consent::Column::Id.in_subquery(newest))
        .to_owned()
}
