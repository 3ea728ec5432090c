//! One event with everything in it, and everybody who could come.

use super::{Row, everybody};
use crate::support::{Client, Place};
use backend::entity::{event, invitation, registration, registration_needs};
use backend::service::rounds;
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::sea_query::Query;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// The event's, in every language.
pub const TITLE: &str = "Between these walls";

/// Which event it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Public,
    Members,
    Invited,
    Draft,
}

impl Sort {
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Members => "members",
            Self::Invited => "invited",
            Self::Draft => "draft",
        }
    }

    fn visibility(self) -> Visibility {
        match self {
            Self::Public | Self::Draft => Visibility::Public,
            Self::Members => Visibility::Members,
            Self::Invited => Visibility::Invited,
        }
    }
}

pub struct Scene {
    place: Place,
    sort: Sort,
    host: i64,
    event: event::Model,
    /// By the letter of the column: the address, the person and how they ask.
    people: HashMap<char, (String, i64, Client)>,
    /// Coordinator of the host, who makes what is needed.
    keeper: Client,
    author: Client,
    /// Organises another event, of another host, to and from which topics are passed.
    passer: Client,
    /// What stands for the names in braces.
    known: HashMap<&'static str, String>,
    counted: AtomicU32,
}

/// What somebody asks for.
pub struct Ask {
    pub path: String,
    pub body: Option<Value>,
}

async fn id_of(client: &Client, path: &str, body: Value) -> String {
    client.post(path, body).await.expect(201).json()["id"].to_string()
}

impl Scene {
    pub async fn new(sort: Sort) -> Self {
        let place = Place::new().await;
        let (host, other) = (place.host("mfa").await, place.host("other").await);
        let event = place
            .event(host, "the-event", |event| {
                event.title = Set(domain::text::Text { lv: Some(TITLE.to_owned()), en: Some(TITLE.to_owned()) }.into());
            })
            .await;
        let keeper = place.acting("keeper@example.org", Some((host, Role::Coordinator))).await;
        let author = place.acting("author@example.org", None).await;
        let elsewhere = place.host("elsewhere").await;
        place.event(elsewhere, "elsewhere", |_| {}).await;
        let passer = place.acting("passer@example.org", Some((elsewhere, Role::Organiser))).await;
        let known = HashMap::from([
            ("event", "the-event".to_owned()),
            ("event twice", "the-event".to_owned()),
            ("host", "mfa".to_owned()),
            ("series", "forums".to_owned()),
        ]);
        let mut scene =
            Self { place, sort, host, event, people: HashMap::new(), keeper, author, passer, known, counted: AtomicU32::new(0) };
        scene.people(host, other).await;
        scene.contents().await;
        scene.open(false).await;
        scene
    }

    async fn people(&mut self, host: i64, other: i64) {
        for who in everybody().into_iter().filter(|who| *who != 'n') {
            let name = match who {
                's' => "stranger".to_owned(),
                '@' => "admin".to_owned(),
                who if who.is_uppercase() => format!("other-{who}"),
                who => format!("the-{who}"),
            };
            let email = format!("{}@example.org", name.to_lowercase());
            let (person, client) = self.somebody(who, &email, host, other).await;
            self.people.insert(who, (email, person, client));
        }
        let (_, _, participant) = &self.people[&'p'];
        participant.post("/events/the-event/registrations", json!({"mode": "online"})).await.expect(201);
        self.keeper.post("/events/the-event/invitations", json!({"emails": ["the-i@example.org"]})).await.expect(200);
    }

    async fn somebody(&self, who: char, email: &str, host: i64, other: i64) -> (i64, Client) {
        let role = match who.to_ascii_lowercase() {
            'v' => Some(Role::Viewer),
            'a' => Some(Role::Assistant),
            'o' => Some(Role::Organiser),
            'c' => Some(Role::Coordinator),
            _ => None,
        };
        let person = self.place.person(email).await;
        if let Some(role) = role {
            self.place.member(if who.is_uppercase() { other } else { host }, person, role).await;
        }
        (person, self.place.client(person).await)
    }

    /// Everything there is to find in an event, made while it is announced and public.
    async fn contents(&mut self) {
        let registered = self.place.acting("registered.person@example.org", None).await;
        let place = json!({"mode": "in_person", "needs": "Step-free entrance, please"});
        self.know("registration", id_of(&registered, "/events/the-event/registrations", place).await);
        self.keeper.post("/events/the-event/invitations", json!({"emails": ["guest.person@example.org"]})).await.expect(200);
        self.know("guest", "guest.person@example.org".to_owned());
        self.keeper.put("/hosts/mfa/members/another@example.org", json!({"role": "viewer"})).await.expect(201);
        self.know("member", "another@example.org".to_owned());
        let series = json!({"slug": "forums", "host": "mfa", "title": {"en": "Forums"}, "kind": "forum", "zone": "Europe/Riga",
            "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "local_time": "10:00", "duration_minutes": 60, "venues": ["Rīga"]});
        self.keeper.post("/series", series).await.expect(201);

        let outcome = self.make("outcome").await;
        self.know("outcome", outcome);
        let poll = self.make("poll").await;
        self.know("poll", poll);
        let topic = self.make("topic").await;
        self.know("topic", topic.clone());
        let unnamed = self.place.acting("unnamed.author@example.org", None).await;
        let body = json!({"title": {"en": "Something delicate"}, "minutes": 20, "anonymous": true});
        let file = self.make("file").await;
        self.know("file", file);
        let delicate = id_of(&unnamed, "/events/the-event/topics", body).await;
        unnamed.post(&format!("/topics/{delicate}/comments"), json!({"text": "It is mine.", "anonymous": true})).await.expect(201);
        self.know("unnamed", delicate);
        let merger = self.make("merger").await;
        self.know("merger", merger);
        let pass = self.make("pass").await;
        self.know("pass", pass);
        let passed = self.make("passed").await;
        self.know("passed", passed);
        let comment = id_of(&self.author, &format!("/topics/{topic}/comments"), json!({"text": "As I said."})).await;
        let reporting = self.place.acting("reporting.person@example.org", None).await;
        reporting.post(&format!("/comments/{comment}/reports"), json!({"reason": "off_topic"})).await.expect(204);
        self.know("comment", comment);

        for (name, closes) in [("closed", "2027-01-25T10:00:00Z"), ("round", "2027-02-01T10:00:00Z")] {
            let round = json!({"title": {"en": "Which?"}, "method": "approval", "topics": [topic], "opens_at": "2027-01-25T08:00:00Z", "closes_at": closes});
            let round = id_of(&self.keeper, "/events/the-event/rounds", round).await;
            self.know(name, round);
        }
        self.place.at("2027-01-25T11:00:00Z");
        rounds::settle_due(&self.place.site).await.unwrap();

        let body = json!({"title": {"en": "Welcome"}, "starts_local": "2027-08-18T10:00", "duration_minutes": 30});
        let session = id_of(&self.keeper, "/events/the-event/sessions", body).await;
        self.keeper.post("/events/the-event/agenda/releases", json!({"name": "First"})).await.expect(201);
        self.know("session", session);
        let unreleased = self.make("session").await;
        self.know("unreleased", unreleased);
    }

    fn know(&mut self, name: &'static str, value: String) {
        self.known.insert(name, value);
    }

    /// Whether the event is announced and public for the moment, so that whatever is needed can be made in it.
    async fn open(&self, open: bool) {
        let mut row = self.event.clone().into_active_model().reset_all();
        let set = if open { (Status::Announced, Visibility::Public) } else { (self.status(), self.sort.visibility()) };
        row.status = Set(set.0.into());
        row.visibility = Set(set.1.into());
        let before = event::Entity::find_by_id(self.event.id).one(self.place.site.db.read()).await.unwrap().unwrap();
        row.next_topic_number = Set(before.next_topic_number);
        row.next_round_number = Set(before.next_round_number);
        row.next_queue_number = Set(before.next_queue_number);
        row.description = Set(before.description);
        row.update(self.place.site.db.writer()).await.unwrap();
    }

    fn status(&self) -> Status {
        if self.sort == Sort::Draft { Status::Draft } else { Status::Announced }
    }

    fn count(&self) -> u32 {
        self.counted.fetch_add(1, Ordering::Relaxed)
    }

    /// Something new of its kind.
    async fn make(&self, kind: &str) -> String {
        let n = self.count();
        let email = format!("made-{n}@example.org");
        match kind {
            "topic" => {
                let body = json!({"title": {"en": format!("Topic {n}")}, "minutes": 30});
                id_of(&self.author, "/events/the-event/topics", body).await
            }
            "merger" => {
                let topic = Box::pin(self.make("topic")).await;
                let into: i64 = self.known["topic"].parse().unwrap();
                self.keeper.post(&format!("/topics/{topic}/merge"), json!({"into": into})).await.expect(200);
                topic
            }
            "pass" => {
                let body = json!({"title": {"en": format!("From elsewhere {n}")}, "minutes": 30});
                let topic = id_of(&self.author, "/events/elsewhere/topics", body).await;
                id_of(&self.passer, &format!("/topics/{topic}/pass"), json!({"to": "the-event"})).await
            }
            "passed" => {
                let topic = Box::pin(self.make("topic")).await;
                id_of(&self.keeper, &format!("/topics/{topic}/pass"), json!({"to": "elsewhere"})).await
            }
            "registration" => id_of(&self.keeper, "/events/the-event/registrations", json!({"mode": "in_person", "email": email})).await,
            "file" => {
                let body = json!({"name": format!("{n}.pdf"), "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="});
                let topic = self.known["topic"].clone();
                id_of(&self.author, &format!("/topics/{topic}/files"), body).await
            }
            "outcome" => {
                let body = json!({"kind": "action", "text": {"en": format!("Done by nobody: {n}")}, "owner": "owning.person@example.org"});
                id_of(&self.keeper, "/events/the-event/outcomes", body).await
            }
            "guest" => {
                self.keeper.post("/events/the-event/invitations", json!({"emails": [email]})).await.expect(200);
                email
            }
            "member" => {
                self.keeper.put(&format!("/hosts/mfa/members/{email}"), json!({"role": "viewer"})).await.expect(201);
                email
            }
            "poll" => {
                let poll = json!({"host": "mfa", "title": {"en": "When?"}, "zone": "Europe/Riga", "duration_minutes": 60,
                    "slots": ["2027-03-01T10:00"], "closes_local": "2027-02-20T10:00", "without_account": true});
                let made = self.keeper.post("/date-polls", poll).await.expect(201).json();
                made["id"].as_str().unwrap().to_owned()
            }
            "session" => {
                let body = json!({"title": {"en": "Not released yet"}, "starts_local": "2027-08-18T11:00", "duration_minutes": 30});
                id_of(&self.keeper, "/events/the-event/sessions", body).await
            }
            "event" | "event twice" => {
                let edit = |event: &mut event::ActiveModel| {
                    if kind == "event twice" {
                        event.second_starts_local = Set(Some("2027-08-18T21:00".to_owned()));
                        event.second_starts_at = Set(Some(1_818_612_000_000));
                        event.second_ends_at = Set(Some(1_818_640_800_000));
                        event.second_uid = Set(Some(format!("again-{n}@saiets.test")));
                    }
                    event.status = Set(self.status().into());
                    event.visibility = Set(self.sort.visibility().into());
                };
                self.place.event(self.host, &format!("made-{n}"), edit).await.slug
            }
            _ => panic!("nothing is called {kind}"),
        }
    }

    /// The call as somebody makes it; `may`: it will be done, so that something new is used up.
    pub async fn ask(&self, row: &Row<'_>, who: usize, may: bool) -> Ask {
        let path = if row.path.is_empty() { usual(row.call) } else { row.path.to_owned() };
        let path = self.fill(&path, who, may).await;
        let body = match row.body {
            Some(body) => Some(serde_json::from_str(&self.fill(body, who, may).await).unwrap()),
            None => None,
        };
        Ask { path, body }
    }

    async fn fill(&self, text: &str, who: usize, may: bool) -> String {
        let mut filled = text.replace("{n}", &self.count().to_string()).replace("{year}", &(2028 + self.count() % 150).to_string());
        if let Some((email, ..)) = self.people.get(&everybody()[who]) {
            filled = filled.replace("{me}", email);
        }
        for (name, value) in &self.known {
            filled = filled.replace(&format!("{{{name}}}"), value);
            let new = format!("{{new {name}}}");
            if filled.contains(&new) {
                let value = if may { self.new_one(name).await } else { self.instead(name).clone() };
                filled = filled.replace(&new, &value);
            }
        }
        filled
    }

    /// What is not made new for who may not: that which is there.
    fn instead(&self, name: &str) -> &String {
        &self.known[if name == "session" { "unreleased" } else { name }]
    }

    async fn new_one(&self, kind: &str) -> String {
        self.open(true).await;
        let made = self.make(kind).await;
        self.open(false).await;
        made
    }

    pub async fn client(&self, row: &Row<'_>, who: usize) -> Client {
        let who = everybody()[who];
        let Some((_, _, client)) = self.people.get(&who) else { return self.place.anyone() };
        if (row.method.as_str(), row.call) != ("DELETE", "/me") {
            return client.clone();
        }
        // Whoever erases themselves is needed no more.
        let email = if who == '@' { "admin@example.net".to_owned() } else { format!("gone-{}@example.org", self.count()) };
        self.somebody(who, &email, self.host, self.host).await.1
    }

    /// Takes back the place that somebody may just have taken.
    pub async fn tidy(&self, who: usize) {
        let who = everybody()[who];
        let Some((_, person, _)) = self.people.get(&who).filter(|_| who != 'p') else { return };
        let db = self.place.site.db.writer();
        let mine = Query::select()
            .column(registration::Column::Id)
            .from(registration::Entity)
            .and_where(registration::Column::PersonId.eq(*person))
            .to_owned();
        registration_needs::Entity::delete_many()
            .filter(registration_needs::Column::RegistrationId.in_subquery(mine))
            .exec(db)
            .await
            .unwrap();
        registration::Entity::delete_many().filter(registration::Column::PersonId.eq(*person)).exec(db).await.unwrap();
        if who != 'i' {
            invitation::Entity::delete_many().filter(invitation::Column::PersonId.eq(*person)).exec(db).await.unwrap();
        }
    }
}

/// `/topics/{id}` is `/topics/{topic}`.
fn usual(call: &str) -> String {
    let what = [
        ("/events/", "event"),
        ("/hosts/", "host"),
        ("/series/", "series"),
        ("/topics/", "topic"),
        ("/comments/", "comment"),
        ("/outcomes/", "outcome"),
        ("/sessions/", "session"),
        ("/rounds/", "round"),
        ("/date-polls/", "poll"),
    ];
    let name = what.iter().find(|(begins, _)| call.starts_with(begins)).map_or("", |(_, name)| name);
    call.replacen("{slug}", &format!("{{{name}}}"), 1).replacen("{id}", &format!("{{{name}}}"), 1)
}
