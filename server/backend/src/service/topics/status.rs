//! What becomes of a topic.

use super::{REASON_MAX, is_blank, load_locked};
use crate::entity::topic;
use crate::error::{Error, Faults};
use crate::service::access::Actor;
use crate::service::talk::merge;
use crate::service::talk::timeline::Line;
use crate::service::{audit, given};
use crate::{Result, Site};
use domain::host::Right;
use domain::text::Text;
use domain::topic::{By, Status};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};

/// Changes a topic's status; a declined or answered one says why. A merger needs its author and is not made here.
pub async fn set_status(site: &Site, actor: &Actor, topic_id: i64, to: Status, reason: Option<Text>) -> Result<topic::Model> {
    actor.me()?;
    let mut faults = Faults::default();
    let reason = reason.filter(|text| !is_blank(text)).and_then(|text| given::block(&mut faults, "reason", &text, REASON_MAX));
    let tx = site.db.begin_write().await?;
    let (topic, seen) = load_locked(&tx, actor, topic_id).await?;
    seen.require(Right::ManageTopics)?;
    faults.check()?;
    if to == Status::Merged {
        return Err(Error::Conflict("status"));
    }
    let (topic, line) = change_status(&tx, topic, to, reason, By::Organisers).await?;
    line.write(&tx, site).await?;
    audit::note(&tx, site, actor, Some(seen.event.host_id), "topic_status", &format!("{}/{}", seen.event.slug, topic.number), to.into())
        .await?;
    tx.commit().await?;
    Ok(topic)
}

/// The change itself, in the transaction of what causes it, which writes the line; the event is locked there.
/// 409 `status` where it may not follow, 422 `reason_required` where a reason is owed.
pub async fn change_status(
    tx: &impl ConnectionTrait,
    topic: topic::Model,
    to: Status,
    reason: Option<Text>,
    by: By,
) -> Result<(topic::Model, Line)> {
    let to = topic.status.0.change_to(to, reason.as_ref()).map_err(|refusal| match refusal.code {
        "status" => Error::Conflict("status"),
        _ => Error::Invalid(vec![refusal.at("reason")]),
    })?;
    let mut row = topic.into_active_model();
    row.status = Set(to.into());
    row.reason = Set(reason.clone().map(Into::into));
    let topic = row.update(tx).await?;
    if !to.is_open() {
        merge::withdraw_all(tx, topic.id).await?;
    }
    let line = Line { reason, ..Line::new(topic.id, to.into(), by) };
    Ok((topic, line))
}
