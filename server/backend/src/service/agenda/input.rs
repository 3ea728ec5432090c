//! What a caller may say of a session, and what is wrong with it.

use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, session, topic};
use crate::error::Faults;
use crate::repo::runs;
use crate::service::events::check::web_address;
use crate::service::given;
use crate::service::registration::run_of;
use crate::{Result, Site};
use domain::email::Email;
use domain::event::Run;
use domain::fault::Fault;
use domain::text::{Text, line};
use domain::time::LocalTime;
use domain::topic::{Minutes, Status};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Characters of a title.
pub const TITLE: usize = 200;
/// Characters of the name of a room or a release.
pub const NAME: usize = 100;
/// Characters of a speaker's name.
pub const SPEAKER: usize = 120;
/// Speakers of one session.
pub const SPEAKERS: usize = 30;

/// The fields that can be given and changed. None leaves a field as it is; an inner none empties it.
#[derive(Clone, Debug, Default)]
pub struct SessionFields {
    /// At most [`TITLE`] characters a language.
    pub title: Option<Text>,
    /// `YYYY-MM-DDTHH:MM` on the event's clocks.
    pub starts_local: Option<String>,
    /// 1–1,440.
    pub duration_minutes: Option<i64>,
    /// At most [`NAME`] characters a language.
    pub room: Option<Option<Text>>,
    /// http or https.
    pub online_url: Option<Option<String>>,
    /// Addresses of people, or names.
    pub speakers: Option<Vec<String>>,
    /// The id of a topic of the same event.
    pub topic: Option<Option<i64>>,
    /// `main` or `supplementary`.
    pub part: Option<String>,
    /// 1 or 2: the only run that has it; an inner none is both.
    pub run: Option<Option<i64>>,
}

/// A speaker as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Somebody with this address.
    Person(Email),
    /// A name.
    Name(String),
}

/// Changes `row` as far as what was sent is right; the speakers, where they were sent, are for the caller to write.
pub async fn apply(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    row: &mut session::Model,
    sent: &SessionFields,
    faults: &mut Faults,
) -> Result<Option<Vec<Named>>> {
    if let Some(title) = &sent.title
        && let Some(title) = given::text(faults, "title", title, TITLE)
    {
        row.title = JsonText(title);
    }
    time(site, &event.zone, row, sent, faults);
    if let Some(room) = &sent.room {
        let filled = |part: &Option<String>| part.as_deref().is_some_and(|part| !part.trim().is_empty());
        let room = room.as_ref().filter(|room| filled(&room.lv) || filled(&room.en));
        row.room = room.and_then(|room| given::text(faults, "room", room, NAME)).map(JsonText);
    }
    if let Some(url) = &sent.online_url {
        let url = url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        row.online_url = url.and_then(|url| faults.take("online_url", web_address(url)));
    }
    if let Some(part) = &sent.part
        && let Some(part) = faults.take("part", given::word(part))
    {
        row.part = Stored(part);
    }
    run(event, row, sent, faults);
    if let Some(topic) = sent.topic
        && topic != row.topic_id
    {
        row.topic_id = topic;
        check_topic(tx, row, faults).await?;
    }
    Ok(sent.speakers.as_ref().map(|speakers| self::speakers(speakers, faults)))
}

fn time(site: &Site, zone: &str, row: &mut session::Model, sent: &SessionFields, faults: &mut Faults) {
    if let Some(minutes) = sent.duration_minutes
        && let Some(minutes) = faults.take("duration_minutes", Minutes::new(minutes))
    {
        row.duration_minutes = minutes.get().into();
    }
    if let Some(raw) = &sent.starts_local
        && let Some(local) = faults.take("starts_local", LocalTime::parse(raw.trim()))
    {
        row.starts_local = local.to_string();
        if let Ok(zone) = site.zones.get(zone)
            && let Err(gap) = zone.resolve(local)
        {
            faults.add(Fault::skipped("starts_local", gap));
        }
    }
}

/// The second run is one that is held, and has no rooms.
fn run(event: &event::Model, row: &mut session::Model, sent: &SessionFields, faults: &mut Faults) {
    let before = row.run;
    if let Some(run) = sent.run {
        row.run = run.and_then(|number| faults.take("run", run_of(number))).map(Stored);
    }
    if row.run != before && row.run.is_some_and(|run| !runs::is_held(event, run.0)) {
        faults.add(Fault::new("run", "run_not_held"));
    }
    if row.run == Some(Stored(Run::Second)) && row.room.is_some() {
        faults.add(Fault::new("room", "room_at_second_run"));
    }
}

/// A topic of the same event that has not found another end.
async fn check_topic(tx: &impl ConnectionTrait, row: &session::Model, faults: &mut Faults) -> Result<()> {
    let Some(id) = row.topic_id else { return Ok(()) };
    let ended = [Status::Merged, Status::Answered, Status::Declined].map(Stored);
    let found = topic::Entity::find_by_id(id)
        .filter(topic::Column::EventId.eq(row.event_id))
        .filter(topic::Column::Status.is_not_in(ended))
        .one(tx)
        .await?;
    if found.is_none() {
        faults.add(Fault::new("topic", "unknown_topic"));
    }
    Ok(())
}

/// Each once, in their order; blank ones are none.
fn speakers(sent: &[String], faults: &mut Faults) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let filled: Vec<&str> = sent.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
    if filled.len() > SPEAKERS {
        faults.add(Fault::new("speakers", "too_many"));
        return named;
    }
    for raw in filled {
        let one = match raw.contains('@') {
            true => faults.take("speakers", Email::parse(raw)).map(Named::Person),
            false => given::limited(faults, "speakers", SPEAKER, line(raw, SPEAKER)).map(Named::Name),
        };
        if let Some(one) = one.filter(|one| !named.contains(one)) {
            named.push(one);
        }
    }
    named
}
