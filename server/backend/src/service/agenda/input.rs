//! What a caller may say of a session, and what is wrong with it.

use crate::entity::stored::{JsonText, Stored};
use crate::entity::{event, session, session_speaker, topic};
use crate::error::Faults;
use crate::repo::runs;
use crate::service::events::check::web_address;
use crate::service::given;
use crate::service::registration::run_of;
use crate::{Result, Site};
use domain::agenda::Material;
use domain::email::Email;
use domain::event::{Attendance, Run};
use domain::fault::{Fault, Refusal};
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
/// Speakers of one session, and those who lead it.
pub const SPEAKERS: usize = 30;
/// Things to read for one session.
pub const MATERIALS: usize = 20;

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
    /// `session` or `break`.
    pub kind: Option<String>,
    /// Addresses of people, or names.
    pub chairs: Option<Vec<String>>,
    /// `lv`, `en` or `both`.
    pub language: Option<Option<String>>,
    /// Whether who said what may not be told.
    pub chatham_house: Option<bool>,
    /// At most [`NAME`] characters a language.
    pub group: Option<Option<Text>>,
    /// At most [`MATERIALS`], each with a title of at most [`TITLE`] characters.
    pub materials: Option<Vec<Material>>,
    /// 1–100,000; an inner none is no limit.
    pub capacity: Option<Option<i64>>,
}

/// Who speaks and who leads, as far as that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// In their order.
    pub speakers: Option<Vec<Named>>,
    /// In their order.
    pub chairs: Option<Vec<Named>>,
}

/// A speaker as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Somebody with this address.
    Person(Email),
    /// A name.
    Name(String),
}

/// Changes `row` as far as what was sent is right; who speaks and leads, where that was sent, is for the caller to write.
pub async fn apply(
    tx: &impl ConnectionTrait,
    site: &Site,
    event: &event::Model,
    row: &mut session::Model,
    sent: &SessionFields,
    faults: &mut Faults,
) -> Result<Voices> {
    if let Some(title) = &sent.title
        && let Some(title) = given::text(faults, "title", title, TITLE)
    {
        row.title = JsonText(title);
    }
    time(site, &event.zone, row, sent, faults);
    if let Some(room) = &sent.room {
        row.room = name("room", room.as_ref(), faults);
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
    more(row, sent, faults);
    if let Some(topic) = sent.topic
        && topic != row.topic_id
    {
        row.topic_id = topic;
        check_topic(tx, row, faults).await?;
    }
    Ok(Voices {
        speakers: sent.speakers.as_ref().map(|sent| voices("speakers", sent, faults)),
        chairs: sent.chairs.as_ref().map(|sent| voices("chairs", sent, faults)),
    })
}

/// How many people a room or a session takes, else `capacity_out_of_range`.
pub fn places(sent: i64) -> std::result::Result<i32, Refusal> {
    let fits = i32::try_from(sent).ok().filter(|places| (1..=Attendance::MAX_CAPACITY.cast_signed()).contains(places));
    fits.ok_or(Refusal::new("capacity_out_of_range"))
}

/// A name in one or both languages; blank is none.
fn name(field: &str, sent: Option<&Text>, faults: &mut Faults) -> Option<JsonText<Text>> {
    let filled = |part: &Option<String>| part.as_deref().is_some_and(|part| !part.trim().is_empty());
    let sent = sent.filter(|name| filled(&name.lv) || filled(&name.en))?;
    given::text(faults, field, sent, NAME).map(JsonText)
}

/// What only a session says, and whether it is one.
fn more(row: &mut session::Model, sent: &SessionFields, faults: &mut Faults) {
    if let Some(kind) = &sent.kind
        && let Some(kind) = faults.take("kind", given::word(kind))
    {
        row.kind = Stored(kind);
    }
    if let Some(language) = &sent.language {
        let language = language.as_deref().filter(|word| !word.trim().is_empty());
        row.language = language.and_then(|word| faults.take("language", given::word(word))).map(Stored);
    }
    row.chatham_house = sent.chatham_house.unwrap_or(row.chatham_house);
    if let Some(group) = &sent.group {
        row.working_group = name("group", group.as_ref(), faults);
    }
    if let Some(materials) = &sent.materials {
        let materials = self::materials(materials, faults);
        row.materials = (!materials.is_empty()).then_some(JsonText(materials));
    }
    if let Some(capacity) = sent.capacity {
        row.capacity = capacity.and_then(|capacity| faults.take("capacity", places(capacity)));
    }
}

fn materials(sent: &[Material], faults: &mut Faults) -> Vec<Material> {
    if sent.len() > MATERIALS {
        faults.add(Fault::new("materials", "too_many"));
        return Vec::new();
    }
    let one = |one: &Material| {
        let title = given::limited(faults, "materials", TITLE, line(&one.title, TITLE));
        let url = faults.take("materials", web_address(one.url.trim()));
        Some(Material { title: title?, url: url? })
    };
    sent.iter().filter_map(one).collect()
}

/// A break has a title, a time and a place; whatever else it would have is at fault. `there`: who speaks and leads so far.
pub fn not_in_a_break(row: &session::Model, voices: &Voices, there: &[session_speaker::Model], faults: &mut Faults) {
    if row.kind.0.is_session() {
        return;
    }
    let anybody = |sent: &Option<Vec<Named>>, chairs| match sent {
        Some(sent) => !sent.is_empty(),
        None => there.iter().any(|row| row.chairs == chairs),
    };
    let has = [
        ("topic", row.topic_id.is_some()),
        ("speakers", anybody(&voices.speakers, false)),
        ("chairs", anybody(&voices.chairs, true)),
        ("language", row.language.is_some()),
        ("chatham_house", row.chatham_house),
        ("group", row.working_group.is_some()),
        ("materials", row.materials.is_some()),
        ("capacity", row.capacity.is_some()),
    ];
    for (field, _) in has.into_iter().filter(|(_, has)| *has) {
        faults.add(Fault::new(field, "not_in_a_break"));
    }
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

async fn check_topic(tx: &impl ConnectionTrait, row: &session::Model, faults: &mut Faults) -> Result<()> {
    if let Some(id) = row.topic_id
        && !is_open_topic(tx, row.event_id, id).await?
    {
        faults.add(Fault::new("topic", "unknown_topic"));
    }
    Ok(())
}

/// Whether it is a topic of the event that has not found another end.
pub(super) async fn is_open_topic(tx: &impl ConnectionTrait, event_id: i64, id: i64) -> Result<bool> {
    let ended = [Status::Merged, Status::Answered, Status::Declined].map(Stored);
    let found = topic::Entity::find_by_id(id)
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.is_not_in(ended))
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// Each once, in their order; blank ones are none.
fn voices(field: &str, sent: &[String], faults: &mut Faults) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let filled: Vec<&str> = sent.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
    if filled.len() > SPEAKERS {
        faults.add(Fault::new(field, "too_many"));
        return named;
    }
    for raw in filled {
        if let Some(one) = self::named(field, raw, faults).filter(|one| !named.contains(one)) {
            named.push(one);
        }
    }
    named
}

/// Somebody with an address, or a name.
pub fn named(field: &str, raw: &str, faults: &mut Faults) -> Option<Named> {
    match raw.contains('@') {
        true => faults.take(field, Email::parse(raw.trim())).map(Named::Person),
        false => given::limited(faults, field, SPEAKER, line(raw, SPEAKER)).map(Named::Name),
    }
}
