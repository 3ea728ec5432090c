//! Figures of many events at once: letters, places, early answers, the day of the announcement.

use crate::Result;
use crate::entity::invitation::INVITED;
use crate::entity::stored::Stored;
use crate::entity::{audit, event, interest, invitation, registration};
use domain::event::{Interest, Status};
use domain::invitation::{Delivery, PartStat};
use domain::registration::{Spot, Status as Place};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// What became of the letters about an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// To everybody invited or registered and not withdrawn.
    pub all: Answers,
    /// To those whom an organiser asked.
    pub asked: Answers,
    /// When the first of them was asked, milliseconds.
    pub first_asked: Option<i64>,
}

/// How people answered, as far as the last letter reached them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// They come.
    pub accepted: i64,
    /// Perhaps, or on a waiting list.
    pub tentative: i64,
    /// They do not come.
    pub declined: i64,
    /// No answer yet.
    pub silent: i64,
    /// The letter came back or could not be delivered.
    pub lost: i64,
}

impl Answers {
    /// All of them.
    pub fn total(&self) -> i64 {
        self.accepted + self.tentative + self.declined + self.silent + self.lost
    }

    fn add(&mut self, answer: PartStat, delivery: Delivery, count: i64) {
        let group = match (delivery, answer) {
            (Delivery::Bounced | Delivery::Failed, _) => &mut self.lost,
            (_, PartStat::Accepted) => &mut self.accepted,
            (_, PartStat::Tentative) => &mut self.tentative,
            (_, PartStat::Declined) => &mut self.declined,
            (_, PartStat::NeedsAction) => &mut self.silent,
        };
        *group += count;
    }
}

/// Who is in one spot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// With a place.
    pub confirmed: i64,
    /// Without any place, in line for one.
    pub waiting: i64,
}

pub(super) async fn letters(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, Letters>> {
    let query = invitation::Entity::find()
        .filter(invitation::Column::EventId.is_in(events.iter().copied()))
        .filter(invitation::Column::Withdrawn.eq(false))
        .select_only()
        .columns([invitation::Column::EventId, invitation::Column::Origin, invitation::Column::Partstat, invitation::Column::Delivery])
        .column_as(invitation::Column::Id.count(), "count")
        .column_as(invitation::Column::CreatedAt.min(), "first")
        .group_by(invitation::Column::EventId)
        .group_by(invitation::Column::Origin)
        .group_by(invitation::Column::Partstat)
        .group_by(invitation::Column::Delivery);
    let mut found: HashMap<i64, Letters> = HashMap::new();
    for (event, origin, answer, delivery, count, first) in
        query.into_tuple::<(i64, String, Stored<PartStat>, Stored<Delivery>, i64, i64)>().all(db).await?
    {
        let letters = found.entry(event).or_default();
        letters.all.add(answer.0, delivery.0, count);
        if origin == INVITED {
            letters.asked.add(answer.0, delivery.0, count);
            letters.first_asked = Some(letters.first_asked.map_or(first, |known| known.min(first)));
        }
    }
    Ok(found)
}

/// The room, online, and online in the second run of each event.
pub(super) async fn lines(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, [Line; 3]>> {
    let query = registration::Entity::find()
        .filter(registration::Column::EventId.is_in(events.iter().copied()))
        .filter(registration::Column::Status.ne(Stored(Place::Cancelled)))
        .select_only()
        .columns([registration::Column::EventId, registration::Column::Mode, registration::Column::Status])
        .column_as(registration::Column::Id.count(), "count")
        .group_by(registration::Column::EventId)
        .group_by(registration::Column::Mode)
        .group_by(registration::Column::Status);
    let mut found: HashMap<i64, [Line; 3]> = HashMap::new();
    for (event, spot, place, count) in query.into_tuple::<(i64, Stored<Spot>, Stored<Place>, i64)>().all(db).await? {
        let [room, online, again] = found.entry(event).or_default();
        let line = match spot.0 {
            Spot::InPerson => room,
            Spot::Online => online,
            Spot::OnlineAgain => again,
        };
        match place.0 {
            Place::Confirmed => line.confirmed += count,
            _ => line.waiting += count,
        }
    }
    Ok(found)
}

pub(super) async fn interest(db: &impl ConnectionTrait, events: &[i64]) -> Result<HashMap<i64, Vec<(Interest, i64)>>> {
    let query = interest::Entity::find()
        .filter(interest::Column::EventId.is_in(events.iter().copied()))
        .select_only()
        .columns([interest::Column::EventId, interest::Column::Answer])
        .column_as(interest::Column::Id.count(), "count")
        .group_by(interest::Column::EventId)
        .group_by(interest::Column::Answer);
    let mut found: HashMap<i64, Vec<(Interest, i64)>> = HashMap::new();
    for (event, answer, count) in query.into_tuple::<(i64, Stored<Interest>, i64)>().all(db).await? {
        found.entry(event).or_default().push((answer.0, count));
    }
    Ok(found)
}

/// When each of these events was promised, by short name: as it was noted, else when the event was made.
pub(super) async fn announced(db: &impl ConnectionTrait, events: &[event::Model]) -> Result<HashMap<String, i64>> {
    let promised = || events.iter().filter(|event| matches!(event.status.0, Status::Announced | Status::Confirmed));
    let words = [Status::Announced, Status::Confirmed].map(<&str>::from);
    let query = audit::Entity::find()
        .filter(audit::Column::HostId.is_in(promised().map(|event| event.host_id)))
        .filter(audit::Column::Action.eq("event_status"))
        .filter(audit::Column::Subject.is_in(promised().map(|event| event.slug.as_str())))
        .filter(audit::Column::Detail.is_in(words))
        .select_only()
        .column(audit::Column::Subject)
        .column_as(audit::Column::At.min(), "first")
        .group_by(audit::Column::Subject);
    let mut found: HashMap<String, i64> = promised().map(|event| (event.slug.clone(), event.created_at)).collect();
    found.extend(query.into_tuple::<(String, i64)>().all(db).await?);
    Ok(found)
}
