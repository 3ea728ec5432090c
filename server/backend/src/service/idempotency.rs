//! Remembers the answer to a call by its `Idempotency-Key`. The answer is sealed with the key itself, of which only a hash is
//! stored: an answer to a topic proposed without a name must not tell anybody with the database whose it was.
//!
//! The answer is kept after the call's own transaction, because it is made of it. A process killed between the two leaves a claim
//! without an answer: the same call is refused for [`ABANDONED_MS`] and then done again. Nearly every call tells of that itself
//! (409 `already_registered`, `slug_taken`, …); a topic would be there twice, and is found by its likeness.

use crate::entity::idempotency;
use crate::error::Error;
use crate::{Result, Site, keys};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, NotSet, QueryFilter, Set};

/// A call that died without an answer may be made again after this.
const ABANDONED_MS: i64 = 60_000;
/// How long an answer is kept.
pub const KEPT_MS: i64 = 24 * 3_600_000;

/// Whose key.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The caller.
    pub person: i64,
    /// The key as sent.
    pub key: String,
}

/// What to do with the call.
#[derive(Debug)]
pub enum Claim {
    /// It is the first: do it.
    Ours,
    /// It was done: give this again.
    Repeat {
        /// The first HTTP status.
        status: u16,
        /// The first body.
        body: Vec<u8>,
    },
}

impl Scope {
    fn hash(&self) -> String {
        keys::hash(&self.key)
    }

    fn context(&self) -> String {
        format!("idempotency/{}/{}", self.person, self.key)
    }
}

/// Takes the key for this call. The same key with another body or address is 409 `idempotency_key_reused`; while the first is
/// still running 409 `idempotency_in_progress`. Other keys that have run out are left to the upkeep, so that a call costs the same
/// however many a person has used.
pub async fn claim(site: &Site, scope: &Scope, request: &[u8]) -> Result<Claim> {
    let now = site.now().as_millisecond();
    let request_hash = site.keys.sign(&scope.context(), request);
    let tx = site.db.begin_quiet().await?;
    idempotency::Entity::delete_many()
        .filter(idempotency::Column::PersonId.eq(scope.person))
        .filter(idempotency::Column::KeyHash.eq(scope.hash()))
        .filter(
            idempotency::Column::CreatedAt
                .lt(now - KEPT_MS)
                .or(idempotency::Column::Status.is_null().and(idempotency::Column::CreatedAt.lt(now - ABANDONED_MS))),
        )
        .exec(&tx)
        .await?;
    let row = idempotency::ActiveModel {
        id: NotSet,
        person_id: Set(scope.person),
        key_hash: Set(scope.hash()),
        request_hash: Set(request_hash.clone()),
        status: Set(None),
        body: Set(None),
        created_at: Set(now),
    };
    let columns = [idempotency::Column::PersonId, idempotency::Column::KeyHash];
    let inserted = idempotency::Entity::insert(row)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(&tx)
        .await?;
    if inserted == 1 {
        tx.commit().await?;
        return Ok(Claim::Ours);
    }
    let found = find(scope).one(&tx).await?.ok_or(Error::Conflict("idempotency_in_progress"))?;
    repeat(site, scope, &request_hash, found)
}

fn find(scope: &Scope) -> sea_orm::Select<idempotency::Entity> {
    idempotency::Entity::find().filter(idempotency::Column::PersonId.eq(scope.person)).filter(idempotency::Column::KeyHash.eq(scope.hash()))
}

fn repeat(site: &Site, scope: &Scope, request_hash: &str, found: idempotency::Model) -> Result<Claim> {
    if found.request_hash != request_hash {
        return Err(Error::Conflict("idempotency_key_reused"));
    }
    let body = found.body.and_then(|sealed| site.keys.open(&scope.context(), &sealed));
    match (found.status.and_then(|status| u16::try_from(status).ok()), body) {
        (Some(status), Some(body)) => Ok(Claim::Repeat { status, body }),
        _ => Err(Error::Conflict("idempotency_in_progress")),
    }
}

/// Keeps the answer.
pub async fn keep(site: &Site, scope: &Scope, status: u16, body: &[u8]) -> Result<()> {
    let tx = site.db.begin_quiet().await?;
    idempotency::Entity::update_many()
        .col_expr(idempotency::Column::Status, Expr::value(i32::from(status)))
        .col_expr(idempotency::Column::Body, Expr::value(site.keys.seal(&scope.context(), body)))
        .filter(idempotency::Column::PersonId.eq(scope.person))
        .filter(idempotency::Column::KeyHash.eq(scope.hash()))
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Gives the key back after a failure of ours.
pub async fn release(site: &Site, scope: &Scope) -> Result<()> {
    let tx = site.db.begin_quiet().await?;
    idempotency::Entity::delete_many()
        .filter(idempotency::Column::PersonId.eq(scope.person))
        .filter(idempotency::Column::KeyHash.eq(scope.hash()))
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}
