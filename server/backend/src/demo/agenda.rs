//! Agendas: of the forum of 2022, by the topics that most answers of the study named, and of the next one, by what its round chose.
//! Hours, rooms and who speaks are assumptions.

use super::Stage;
use super::people::People;
use super::talk::tell;
use super::write::text;
use crate::Result;
use crate::entity::stored::JsonText;
use crate::entity::{agenda_release, event, event_room, session, session_mark, session_speaker, topic};
use crate::error::Error;
use domain::agenda::{Material, Part, Session, SessionKind, SessionLanguage, Snapshot, Speaker};
use domain::id::{PersonId, SessionId, TopicId};
use domain::text::Text;
use domain::time::LocalTime;
use domain::topic::{By, Happening, Minutes, Status};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, Set};

type Words = (&'static str, &'static str);

const HALL: Words = ("Ziedoņa zāle", "Ziedonis Hall");
const SECOND: Words = ("Konferenču centrs, 2. zāle", "Conference centre, room 2");
/// Groups that work at the same time, by sector; assumptions, too.
const GROUPS: [Words; 3] = [("Ārlietas", "Foreign affairs"), ("Iekšlietas", "Home affairs"), ("Ekonomika", "Economy")];
const STREAM: &str = "https://meet.example.org/forum/group";

/// A session to write: time of day, minutes, what, and the room.
struct Item<'a> {
    at: &'a str,
    minutes: i32,
    title: Text,
    room: Option<Words>,
    online: bool,
    speakers: Vec<Speaker>,
    topic: Option<i64>,
    part: Part,
    kind: SessionKind,
    /// Of a working group, in both languages and under the Chatham House Rule.
    group: Option<Words>,
    material: Option<(&'static str, &'static str)>,
}

impl<'a> Item<'a> {
    fn new(at: &'a str, minutes: i32, (lv, en): Words) -> Self {
        let (part, kind) = (Part::Main, SessionKind::Session);
        Self {
            at,
            minutes,
            title: text(lv, en),
            room: None,
            online: false,
            speakers: Vec::new(),
            topic: None,
            part,
            kind,
            group: None,
            material: None,
        }
    }

    fn pause(at: &'a str, minutes: i32, words: Words) -> Self {
        Self { kind: SessionKind::Break, ..Self::new(at, minutes, words) }
    }

    fn of(at: &'a str, topic: &topic::Model) -> Self {
        Self { title: topic.title.0.clone(), topic: Some(topic.id), ..Self::new(at, topic.minutes, ("", "")) }
    }

    fn within(self, room: Words) -> Self {
        Self { room: Some(room), ..self }
    }

    fn by(mut self, name: &str) -> Self {
        self.speakers.push(Speaker::Named(name.to_owned()));
        self
    }

    fn person(mut self, id: Option<&i64>) -> Self {
        self.speakers.extend(id.map(|id| Speaker::Person(PersonId(*id))));
        self
    }

    fn online(self) -> Self {
        Self { online: true, ..self }
    }

    fn in_group(self, group: Words) -> Self {
        Self { group: Some(group), ..self }
    }

    fn with(self, title: &'static str, url: &'static str) -> Self {
        Self { material: Some((title, url)), ..self }
    }

    fn supplementary(self) -> Self {
        Self { part: Part::Supplementary, ..self }
    }
}

/// The announced forum's agenda was published so many days ago, after the vote.
const RELEASED: i64 = 28;

/// Writes both agendas, published, with some marks.
pub async fn load(stage: &Stage<'_>, held: &event::Model, announced: &event::Model, people: &People) -> Result<()> {
    let first = write(stage, held, first_forum()).await?;
    release(stage, held, 1, text("Galīgā darba kārtība", "Final agenda"), Snapshot::default(), &first, -100).await?;
    let sessions = write(stage, announced, next_forum(stage, announced, people).await?).await?;
    schedule(stage, &sessions).await?;
    rooms(stage, announced).await?;
    // Before the vote two things stood elsewhere, and the open desks were not thought of.
    let mut draft: Vec<Session> =
        sessions.iter().filter(|one| one.title.en.as_deref() != Some("Open desks of the ministries")).cloned().collect();
    if let Some(one) = draft.iter_mut().find(|one| one.topic.is_some()) {
        one.room = Some(text(SECOND.0, SECOND.1));
    }
    if let Some(one) = draft.iter_mut().rfind(|one| one.part == Part::Main) {
        one.starts_local = one.starts_local.plus_minutes(-30);
    }
    let draft = release(stage, announced, 1, text("Projekts apspriešanai", "Draft for comments"), Snapshot::default(), &draft, -40).await?;
    release(stage, announced, 2, text("Pēc balsojuma", "After the vote"), draft, &sessions, -RELEASED).await?;
    marks(stage, people, &sessions).await
}

fn first_forum() -> Vec<Item<'static>> {
    vec![
        Item::new("10:00", 45, ("Atklāšana", "Opening")).by("Valsts prezidenta kanceleja").by("Ārlietu ministrija"),
        Item::new("10:45", 75, ("Drošība un ārpolitika", "Security and foreign policy")).within(HALL).by("Ārlietu ministrija"),
        Item::pause("12:00", 60, ("Pusdienas", "Lunch")),
        Item::new("13:00", 75, ("Latvijas tēls", "Latvia’s image")).within(HALL).by("#esiLV"),
        Item::new("13:00", 75, ("Ekonomika", "Economy")).within(SECOND),
        Item::pause("14:15", 30, ("Kafijas pauze", "Coffee")),
        Item::new("14:45", 75, ("Valsts pārvalde un tās profesionāļi pasaulē", "Public administration and its professionals abroad"))
            .within(HALL)
            .by("Valsts kanceleja"),
        Item::new("16:00", 45, ("Kas būs tālāk: pieci gadi pēc kārtas", "What comes next: five years in a row")),
    ]
}

/// The topics that were chosen, the longest first, around what belongs to every forum.
async fn next_forum(stage: &Stage<'_>, event: &event::Model, people: &People) -> Result<Vec<Item<'static>>> {
    let mut chosen = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event.id))
        .filter(topic::Column::Status.eq(<&str>::from(Status::Shortlisted)))
        .order_by_asc(topic::Column::Number)
        .all(&stage.tx)
        .await?;
    chosen.sort_by_key(|topic| std::cmp::Reverse(topic.minutes));
    let places = [("10:30", HALL, false), ("11:30", HALL, false), ("13:30", HALL, false), ("13:30", SECOND, false), ("13:30", HALL, true)];
    let mut items: Vec<Item<'static>> = Vec::new();
    for (i, ((at, room, online), topic)) in places.into_iter().zip(&chosen).enumerate() {
        let item = Item::of(at, topic).person(people.answered.get(7 * i + 3));
        let item = if online { item.online() } else { item.within(room) };
        items.push(match at {
            "13:30" => item.in_group(GROUPS.get(i.saturating_sub(2)).copied().unwrap_or(("Darba grupa", "Working group"))),
            _ => item,
        });
    }
    items.push(
        Item::new("10:00", 30, ("Atklāšana: kas noticis ar pērnajiem lēmumiem", "Opening: what became of last year’s decisions"))
            .by("Valsts kanceleja")
            .with("Valsts pārvaldes profesionāļu pētījums (2022)", "https://www.mk.gov.lv/lv"),
    );
    items.push(Item::pause("12:30", 60, ("Pusdienas, pie katra galda savs temats", "Lunch, a topic on every table")));
    items.push(Item::pause("14:30", 30, ("Kafija", "Coffee")));
    items.push(
        Item::new(
            "15:00",
            60,
            ("Lēmumi un darbi, katram savs izpildītājs un termiņš", "Decisions and actions, each with an owner and a date"),
        )
        .within(HALL)
        .by("Valsts kanceleja"),
    );
    items.push(Item::new("16:00", 15, ("Noslēgums un nākamā gada datums", "Close, and the date of next year")).within(HALL));
    items.push(
        Item::new(
            "16:30",
            60,
            (
                "Kā lemj Ministru kabinets: likumprojekts no iesnieguma līdz balsojumam",
                "How the Cabinet decides: a bill from proposal to vote",
            ),
        )
        .within(HALL)
        .by("Valsts kanceleja")
        .supplementary(),
    );
    items.push(Item::new("16:30", 45, ("Ministriju atvērtie galdi", "Open desks of the ministries")).within(SECOND).supplementary());
    Ok(items)
}

async fn write(stage: &Stage<'_>, event: &event::Model, items: Vec<Item<'_>>) -> Result<Vec<Session>> {
    let day = event.starts_local.get(..10).unwrap_or_default();
    let mut written = Vec::new();
    for item in items {
        let starts_local = LocalTime::parse(&format!("{day}T{}", item.at)).map_err(Error::internal)?;
        let room = item.room.map(|(lv, en)| text(lv, en));
        let online_url = item.online.then(|| STREAM.to_owned());
        let group = item.group.map(|(lv, en)| text(lv, en));
        let language = group.is_some().then_some(SessionLanguage::Both);
        let materials: Vec<Material> =
            item.material.iter().map(|(title, url)| Material { title: (*title).to_owned(), url: (*url).to_owned() }).collect();
        let row = session::ActiveModel {
            id: NotSet,
            event_id: Set(event.id),
            topic_id: Set(item.topic),
            title: Set(item.title.clone().into()),
            starts_local: Set(starts_local.to_string()),
            duration_minutes: Set(item.minutes),
            room: Set(room.clone().map(JsonText)),
            online_url: Set(online_url.clone()),
            part: Set(item.part.into()),
            version: Set(1),
            removed: Set(false),
            created_at: Set(stage.days(-110)),
            changed_at: Set(stage.days(-110)),
            run: Set(None),
            kind: Set(item.kind.into()),
            language: Set(language.map(Into::into)),
            chatham_house: Set(group.is_some()),
            working_group: Set(group.clone().map(JsonText)),
            materials: Set((!materials.is_empty()).then(|| JsonText(materials.clone()))),
            capacity: Set(None),
        };
        let id = row.insert(&stage.tx).await?.id;
        speak(stage, id, &item.speakers).await?;
        let minutes = Minutes::new(item.minutes.into()).map_err(Error::internal)?;
        written.push(Session {
            room,
            online_url,
            speakers: item.speakers,
            topic: item.topic.map(TopicId),
            part: item.part,
            kind: item.kind,
            language,
            chatham_house: group.is_some(),
            group,
            materials,
            ..Session::new(SessionId(id), item.title, starts_local, minutes)
        });
    }
    Ok(written)
}

/// What the two rooms hold; an assumption.
async fn rooms(stage: &Stage<'_>, event: &event::Model) -> Result<()> {
    for ((lv, en), capacity) in [(HALL, 150), (SECOND, 40)] {
        let row = event_room::ActiveModel { id: NotSet, event_id: Set(event.id), name: Set(text(lv, en).into()), capacity: Set(capacity) };
        row.insert(&stage.tx).await?;
    }
    Ok(())
}

async fn speak(stage: &Stage<'_>, session: i64, speakers: &[Speaker]) -> Result<()> {
    for (position, speaker) in (1..).zip(speakers) {
        let (person, name) = match speaker {
            Speaker::Person(id) => (Some(id.0), None),
            Speaker::Named(name) => (None, Some(name.clone())),
        };
        let row = session_speaker::ActiveModel {
            id: NotSet,
            session_id: Set(session),
            position: Set(position),
            person_id: Set(person),
            name: Set(name),
            chairs: Set(false),
        };
        row.insert(&stage.tx).await?;
    }
    Ok(())
}

/// Publishes on the day that many days from today, and gives what was published.
async fn release(
    stage: &Stage<'_>,
    event: &event::Model,
    number: i32,
    name: Text,
    before: Snapshot,
    sessions: &[Session],
    days: i64,
) -> Result<Snapshot> {
    let at = stage.days(days);
    let snapshot = before.publish(&event.zone, sessions, at);
    let row = agenda_release::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        number: Set(number),
        name: Set(name.into()),
        snapshot: Set(snapshot.clone().into()),
        released_at: Set(at),
    };
    row.insert(&stage.tx).await?;
    Ok(snapshot)
}

async fn schedule(stage: &Stage<'_>, sessions: &[Session]) -> Result<()> {
    let placed = sessions.iter().filter_map(|session| session.topic).map(|topic| topic.0);
    for topic in topic::Entity::find().filter(topic::Column::Id.is_in(placed)).all(&stage.tx).await? {
        let mut row = topic.into_active_model();
        row.status = Set(Status::Scheduled.into());
        let topic = row.update(&stage.tx).await?;
        tell(stage, topic.id, (Happening::Scheduled, By::Organisers), RELEASED, |_| {}).await?;
    }
    Ok(())
}

/// The first who answered marks what comes of topics, the organiser the decisions.
async fn marks(stage: &Stage<'_>, people: &People, sessions: &[Session]) -> Result<()> {
    let topics = sessions.iter().filter(|session| session.topic.is_some()).take(3);
    let first = topics.filter_map(|session| Some((session.id.0, *people.answered.first()?)));
    let decisions = sessions.iter().filter(|session| session.title.en.as_deref().is_some_and(|title| title.starts_with("Decisions")));
    let all = first.chain(decisions.map(|session| (session.id.0, people.organiser)));
    let rows = all.map(|(session, person)| session_mark::ActiveModel { id: NotSet, session_id: Set(session), person_id: Set(person) });
    session_mark::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(&stage.tx).await?;
    Ok(())
}
