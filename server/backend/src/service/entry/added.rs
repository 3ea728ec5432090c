//! A second run that has just been added: a letter to those for whom it is easier by their own clocks. Nobody's entry changes by that;
//! who wants the other time chooses it.

use super::recipients::{Reach, Recipient, easier, expected, invitations, told};
use super::{answer, blank, keep};
use crate::calendar::Facts;
use crate::entity::event;
use crate::outbox::{self, EntryCause, EntryJob, Job};
use crate::repo::runs;
use crate::{Result, Site};
use domain::event::{Run, Status};
use domain::invitation::PartStat;
use sea_orm::{ConnectionTrait, QuerySelect};

const CAUSE: EntryCause = EntryCause::RunAdded;

/// Tells them, and says how many they are; `event` is held, and already has the run.
pub async fn tell_of_second(tx: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<Reach> {
    let mut reach = Reach::default();
    for to in concerned(tx, site, event, invitations(event.id).lock_exclusive()).await? {
        reach.count(to.place);
        write(tx, site, event, to).await?;
    }
    Ok(reach)
}

/// Whom [`tell_of_second`] would tell.
pub async fn reach_of_second(db: &impl ConnectionTrait, site: &Site, event: &event::Model) -> Result<Reach> {
    let mut reach = Reach::default();
    concerned(db, site, event, invitations(event.id)).await?.iter().for_each(|to| reach.count(to.place));
    Ok(reach)
}

/// Of those whom a message about a promised event concerns: not who has declined, and only whom the second run hurts less.
async fn concerned(
    db: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    invited: sea_orm::Select<crate::entity::invitation::Entity>,
) -> Result<Vec<Recipient>> {
    if !matches!(event.status.0, Status::Announced | Status::Confirmed) {
        return Ok(Vec::new());
    }
    let all = told(db, expected(db, site, event, invited).await?, CAUSE).await?;
    let ids: Vec<i64> = all.iter().map(|to| to.person_id).collect();
    let runs = easier(db, site, event, &ids).await?;
    let declined = |to: &Recipient| to.place.is_none() && to.known.as_ref().is_some_and(|row| row.partstat.0 == PartStat::Declined);
    Ok(all.into_iter().filter(|to| !declined(to) && runs.get(&to.person_id) == Some(&Run::Second)).collect())
}

async fn write(tx: &impl ConnectionTrait, site: &Site, event: &event::Model, to: Recipient) -> Result<()> {
    let row = match to.known {
        Some(row) => row,
        None => {
            let mut row = blank(site, event, to.person_id, CAUSE);
            answer(&mut row, to.place, CAUSE);
            keep(tx, row, true).await?
        }
    };
    let job = EntryJob {
        invitation: row.id,
        cause: CAUSE,
        sequence: u32::try_from(row.sequence).unwrap_or_default(),
        stamp: row.changed_at,
        partstat: row.partstat.0,
        place: to.place,
        // Who is in the first run may not join the second.
        event: Facts::of(&runs::at(event, Run::Second), false)?,
    };
    outbox::put(tx, site, &Job::Entry(Box::new(job))).await
}
