//! What came out of a round, and putting it to use.

use super::close::settle;
use super::{Phase, load, lock, phase, topics};
use crate::entity::{round, round_topic, topic, voter};
use crate::error::Error;
use crate::service::access::{self, Actor, Seen};
use crate::service::audit;
use crate::service::talk::timeline;
use crate::{Result, Site};
use domain::host::Right;
use domain::topic::{By, Happening, Status};
use domain::voting::Tally;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};

/// The count as it is kept, with how many there were then: people may be erased later.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Counted {
    #[serde(flatten)]
    pub tally: Tally,
    #[serde(default)]
    pub entitled: Option<u64>,
    #[serde(default)]
    pub voted: Option<u64>,
}

/// A closed round.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The round.
    pub round: round::Model,
    /// Its event, as the reader sees it.
    pub seen: Seen,
    /// The topics in their display order.
    pub topics: Vec<(round_topic::Model, topic::Model)>,
    /// The count.
    pub tally: Tally,
    /// How many might have voted.
    pub entitled: u64,
    /// How many did.
    pub voted: u64,
}

impl Outcome {
    /// Whether as many voted as had to.
    pub fn is_quorate(&self) -> bool {
        self.round.quorum.is_none_or(|quorum| u64::try_from(quorum).is_ok_and(|quorum| self.voted >= quorum))
    }
}

/// The result; 409 `sealed` until the close, for everybody.
pub async fn outcome(site: &Site, actor: &Actor, round_id: i64) -> Result<Outcome> {
    let (round, seen) = load(site.db.read(), actor, round_id).await?;
    if phase(&round, site.now().as_millisecond()) != Phase::Closed {
        return Err(Error::Conflict("sealed"));
    }
    if round.closed_at.is_none() {
        settle(site, round_id).await?;
    }
    read(site.db.read(), round_id, seen).await
}

async fn read(db: &impl ConnectionTrait, round_id: i64, seen: Seen) -> Result<Outcome> {
    let round = round::Entity::find_by_id(round_id).one(db).await?.ok_or(Error::NotFound)?;
    let counted: Counted = serde_json::from_str(round.result.as_deref().ok_or(Error::Conflict("sealed"))?).map_err(Error::internal)?;
    let voters = || voter::Entity::find().filter(voter::Column::RoundId.eq(round_id));
    Ok(Outcome {
        topics: topics(db, round_id).await?,
        entitled: match counted.entitled {
            Some(entitled) => entitled,
            None => voters().count(db).await?,
        },
        voted: match counted.voted {
            Some(voted) => voted,
            None => voters().filter(voter::Column::Voted.eq(true)).count(db).await?,
        },
        tally: counted.tally,
        round,
        seen,
    })
}

/// Makes the winners shortlisted; 409 `sealed` before the close, `quorum_missed` where too few voted. A second time changes nothing.
pub async fn apply(site: &Site, actor: &Actor, round_id: i64) -> Result<Vec<i64>> {
    let event_id = outcome(site, actor, round_id).await?.round.event_id;
    let tx = site.db.begin_write().await?;
    let seen = access::event_by_id_locked(&tx, actor, event_id).await?;
    actor.me()?;
    seen.require(Right::ManageRounds)?;
    lock(&tx, round_id).await?;
    let outcome = read(&tx, round_id, seen).await?;
    if !outcome.is_quorate() {
        return Err(Error::Conflict("quorum_missed"));
    }
    let winners: Vec<i64> = outcome.tally.selected.iter().filter_map(|id| id.parse().ok()).collect();
    let chosen = topic::Entity::find()
        .filter(topic::Column::Id.is_in(winners.clone()))
        .filter(topic::Column::Status.eq(<&str>::from(Status::Proposed)));
    let mut lines = Vec::new();
    for topic in chosen.order_by_asc(topic::Column::Id).all(&tx).await? {
        lines.push(shortlist(&tx, topic, round_id).await?);
    }
    timeline::write(&tx, site, lines).await?;
    let first = round::Entity::update_many()
        .col_expr(round::Column::AppliedAt, Expr::value(site.now().as_millisecond()))
        .filter(round::Column::Id.eq(round_id))
        .filter(round::Column::AppliedAt.is_null())
        .exec(&tx)
        .await?;
    if first.rows_affected == 1 {
        let subject = format!("{}/{}", outcome.seen.event.slug, outcome.round.number);
        audit::note(&tx, site, actor, Some(outcome.seen.event.host_id), "round_applied", &subject, "").await?;
    }
    tx.commit().await?;
    Ok(winners)
}

async fn shortlist(tx: &impl ConnectionTrait, topic: topic::Model, round_id: i64) -> Result<timeline::Line> {
    let mut row = topic.into_active_model();
    row.status = Set(Status::Shortlisted.into());
    let topic = row.update(tx).await?;
    let line = timeline::Line::new(topic.id, Happening::Shortlisted, By::Round);
    Ok(timeline::Line { round: Some(round_id), ..line })
}
