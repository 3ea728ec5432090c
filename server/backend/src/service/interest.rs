//! "Will you come?", asked in five words long before registration opens.

use crate::entity::interest;
use crate::entity::stored::Stored;
use crate::service::access::{self, Actor};
use crate::service::given;
use crate::{Error, Result, Site, repo};
use domain::event::{Interest, Status};
use domain::groups;
use domain::host::Right;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, NotSet, Set};
use strum::IntoEnumIterator;

/// How many gave each answer. For everybody but the event's organisers small groups are in `others` and have no figure of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By answer, in the order of asking; none where the group is in `others`.
    pub groups: Vec<(Interest, Option<i64>)>,
    /// Those in groups too small to be shown; none where all groups are shown.
    pub others: Option<i64>,
}

/// Gives or changes the caller's answer, while the event lies ahead.
pub async fn give(site: &Site, actor: &Actor, slug: &str, answer: &str) -> Result<Interest> {
    let tx = site.db.begin_write().await?;
    let event = access::event_locked(&tx, actor, slug).await?.event;
    let me = actor.me()?;
    let answer: Interest = given::word(answer).map_err(|refusal| refusal.at("answer"))?;
    if !matches!(event.status.0, Status::Tentative | Status::Announced | Status::Confirmed) {
        return Err(Error::Conflict("status"));
    }
    let row = interest::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        person_id: Set(me.id),
        answer: Set(Stored(answer)),
        answered_at: Set(site.now().as_millisecond()),
    };
    let key = [interest::Column::EventId, interest::Column::PersonId];
    let replace = OnConflict::columns(key).update_columns([interest::Column::Answer, interest::Column::AnsweredAt]).to_owned();
    interest::Entity::insert(row).on_conflict(replace).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(answer)
}

/// How many gave each answer; for who is signed in and may see the event.
pub async fn counts(site: &Site, actor: &Actor, slug: &str) -> Result<Counts> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    actor.me()?;
    let found = repo::interest::counts(site.db.read(), seen.event.id).await?;
    let all = Interest::iter().map(|answer| (answer, found.get(&answer).copied().unwrap_or_default())).collect();
    Ok(told(&seen, all))
}

/// The figures as the actor may know them.
pub fn told(seen: &access::Seen, all: Vec<(Interest, i64)>) -> Counts {
    told_to(seen.may(Right::ManageEvents), all)
}

/// The figures for the event's organisers, or for others.
pub fn told_to(organiser: bool, all: Vec<(Interest, i64)>) -> Counts {
    if organiser { Counts::full(all) } else { Counts::merged(all) }
}

/// The caller's own answer.
pub async fn mine(site: &Site, actor: &Actor, event_id: i64) -> Result<Option<Interest>> {
    let Some(me) = actor.id() else { return Ok(None) };
    repo::interest::of(site.db.read(), event_id, me).await
}

impl Counts {
    /// The answer's own figure.
    pub fn get(&self, answer: Interest) -> Option<i64> {
        self.groups.iter().find(|(group, _)| *group == answer).and_then(|(_, count)| *count)
    }

    fn full(all: Vec<(Interest, i64)>) -> Self {
        Self { groups: all.into_iter().map(|(answer, count)| (answer, Some(count))).collect(), others: None }
    }

    fn merged(all: Vec<(Interest, i64)>) -> Self {
        let shown = groups::shown(&all.iter().map(|(_, count)| *count).collect::<Vec<_>>());
        let rest = all.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|((_, count), _)| count).sum();
        let others = shown.contains(&false).then_some(rest);
        let groups = all.into_iter().zip(shown).map(|((answer, count), shown)| (answer, shown.then_some(count))).collect();
        Self { groups, others }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(figures: [i64; 5]) -> ([Option<i64>; 5], Option<i64>) {
        let counts = Counts::merged(Interest::iter().zip(figures).collect());
        let shown: Vec<Option<i64>> = counts.groups.iter().map(|(_, count)| *count).collect();
        (shown.try_into().unwrap(), counts.others)
    }

    #[test]
    fn groups_under_five_have_no_figure_of_their_own() {
        assert_eq!(merged([33, 33, 16, 13, 5]), ([Some(33), Some(33), Some(16), Some(13), Some(5)], None));
        assert_eq!(merged([33, 30, 16, 3, 4]), ([Some(33), Some(30), Some(16), None, None], Some(7)));
        // Two people alone would be told by elimination, so the next group joins them.
        assert_eq!(merged([33, 30, 16, 9, 2]), ([Some(33), Some(30), Some(16), None, None], Some(11)));
        assert_eq!(merged([1, 0, 0, 0, 0]), ([None; 5], Some(1)));
        assert_eq!(merged([8, 0, 0, 0, 0]), ([Some(8), None, None, None, None], Some(0)));
    }
}
