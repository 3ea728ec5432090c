//! What a release tells people: once, what concerns them, and nobody else.

use super::{Scene, scene, session};
use crate::support::{Client, Mail};
use backend::entity::{agenda_untold, person};
use backend::service::{jobs, unsubscribe};
use domain::event::{Status, Visibility};
use domain::host::Role;
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};
use serde_json::{Value, json};

impl Scene {
    /// Somebody registered; the mail of registering is not counted.
    async fn join(&self, email: &str) -> Client {
        let client = self.place.acting(email, None).await;
        client.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
        client
    }

    async fn move_to(&self, id: i64, time: &str) {
        let change = json!({"starts_local": format!("2027-08-18T{time}")});
        self.organiser.patch(&format!("/sessions/{id}"), change).await.expect(200);
    }

    /// The letters about the agenda to one address.
    async fn letters(&self, email: &str) -> Vec<Mail> {
        let all = self.place.mails_to(email).await;
        all.into_iter().filter(|mail| mail.header("subject").to_lowercase().contains("agenda")).collect()
    }

    async fn at(&self, instant: &str) {
        self.place.at(instant);
        jobs::run_due(&self.place.site).await.unwrap();
    }

    async fn waiting(&self) -> u64 {
        agenda_untold::Entity::find().count(self.place.site.db.read()).await.unwrap()
    }
}

fn spoken(title: &str, time: &str, speaker: &str) -> Value {
    let mut body = session(title, time, 60);
    body["speakers"] = json!([speaker]);
    body
}

#[tokio::test]
async fn the_first_release_is_told_once_to_who_speaks_and_who_is_registered() {
    let scene = scene().await;
    let joined = scene.join("joined@example.org").await;
    scene.add(spoken("Drošība", "10:00", "speaker@example.org")).await;
    scene.add(spoken("Kultūra", "11:00", "joined@example.org")).await;
    let made = scene.release("First").await;
    assert_eq!(made["told"], json!({"now": 2, "later": 0}));
    let [speaker] = scene.letters("speaker@example.org").await.try_into().unwrap();
    assert_eq!(speaker.header("subject"), "The agenda: Professionals’ forum 2027");
    assert!(speaker.plain().contains("You are named in one session") && !speaker.plain().contains("Kultūra"), "{}", speaker.plain());
    let [own] = scene.letters("joined@example.org").await.try_into().unwrap();
    assert!(own.plain().contains("Kultūra"), "who speaks and is registered gets one letter");
    for name in ["list-unsubscribe", "list-unsubscribe-post", "auto-submitted"] {
        assert!(!own.header(name).is_empty(), "{name}");
    }
    assert_eq!(scene.letters("ilze@example.org").await.len(), 0, "who has nothing to do with it");
    // Nothing new is no letter.
    assert_eq!(scene.release("Again").await["told"], json!({"now": 0, "later": 0}));
    assert_eq!(scene.letters("joined@example.org").await.len(), 1);
    joined.get("/me").await.expect(200);
}

#[tokio::test]
async fn a_move_is_told_in_one_letter_with_both_times_on_both_clocks() {
    let scene = scene().await;
    let reader = scene.join("york@example.org").await;
    let id = scene.place.person("york2@example.org").await;
    let there = person::ActiveModel { id: Set(id), zone: Set("America/New_York".to_owned()), ..Default::default() };
    there.update(scene.place.site.db.writer()).await.unwrap();
    let york = scene.place.client(id).await;
    york.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    let one = scene.add(session("Drošība", "10:00", 60)).await;
    let two = scene.add(session("Kultūra", "11:00", 60)).await;
    let three = scene.add(session("Klusā", "12:00", 60)).await;
    scene.release("First").await;
    york.post(&format!("/sessions/{one}/marks"), json!({})).await.expect(200);
    york.post(&format!("/sessions/{three}/marks"), json!({})).await.expect(200);
    scene.move_to(one, "15:00").await;
    scene.organiser.delete(&format!("/sessions/{two}")).await.expect(204);
    let made = scene.release("Second").await;
    assert_eq!(made["told"], json!({"now": 2, "later": 0}));
    let [_, letter] = scene.letters("york2@example.org").await.try_into().unwrap();
    let plain = letter.plain();
    for said in [
        "Drošība",
        "Was: 18 August, 10:00–11:00 Rīga",
        "03:00–04:00 your time, New York",
        "Now: 18 August, 15:00–16:00",
        "08:00–09:00 your time",
    ] {
        assert!(plain.contains(said), "{said}: {plain}");
    }
    assert!(plain.contains("Kultūra") && !plain.contains("Klusā") && plain.contains("2 changes concern you"), "{plain}");
    assert!(plain.contains("http://saiets.test/en/events/forum-2027/agenda"));
    // The calendar holds what was marked and changed, as the own calendar has it.
    let calendar = letter.part("application/ics").unwrap().body.clone();
    assert!(calendar.contains("METHOD:PUBLISH") && calendar.matches("BEGIN:VEVENT").count() == 1 && !calendar.contains("ATTENDEE"));
    let own = super::feed::entries(&scene, &york).await;
    let line = |text: &str, name: &str| text.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned));
    let same = own.iter().find(|entry| entry.contains("Drošība")).unwrap();
    for name in ["UID:", "SEQUENCE:", "DTSTAMP:"] {
        assert_eq!(line(&calendar, name), line(same, name), "{name}");
    }
    assert!(letter.part("text/calendar").is_none(), "nobody is invited by it");
    let [_, plain] = scene.letters("york@example.org").await.try_into().unwrap();
    assert!(plain.part("application/ics").is_none(), "who marked nothing gets no file");
    reader.get("/me").await.expect(200);
}

#[tokio::test]
async fn a_marked_session_that_is_dropped_comes_as_cancelled() {
    let scene = scene().await;
    let id = scene.add(session("Drošība", "10:00", 60)).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    scene.organiser.delete(&format!("/sessions/{id}")).await.expect(204);
    assert_eq!(scene.release("Second").await["told"]["now"], 1);
    let [letter] = scene.letters("ilze@example.org").await.try_into().unwrap();
    let calendar = letter.part("application/ics").unwrap().body.clone();
    assert!(calendar.contains("STATUS:CANCELLED") && calendar.contains(&format!("UID:session-{id}-")), "{calendar}");
}

#[tokio::test]
async fn small_moves_wait_for_the_morning_and_come_with_what_else_there_is() {
    let scene = scene().await;
    scene.join("joined@example.org").await;
    let id = scene.add(session("Drošība", "10:00", 60)).await;
    scene.release("First").await;
    scene.at("2027-02-01T09:00:00Z").await;
    scene.move_to(id, "10:10").await;
    assert_eq!(scene.release("Second").await["told"], json!({"now": 0, "later": 1}));
    scene.at("2027-02-02T04:59:59Z").await;
    assert_eq!(scene.letters("joined@example.org").await.len(), 1, "it is not seven in Riga yet");
    scene.at("2027-02-02T05:00:00Z").await;
    let [_, letter] = scene.letters("joined@example.org").await.try_into().unwrap();
    assert!(letter.plain().contains("10:10–11:10"), "{}", letter.plain());
    scene.at("2027-02-03T09:00:00Z").await;
    assert_eq!((scene.letters("joined@example.org").await.len(), scene.waiting().await), (2, 0), "once");
    // Two small moves are a large one together, and one letter tells of both.
    scene.move_to(id, "10:20").await;
    scene.release("Third").await;
    scene.move_to(id, "10:30").await;
    assert_eq!(scene.release("Fourth").await["told"], json!({"now": 1, "later": 0}));
    let [.., letter] = scene.letters("joined@example.org").await.try_into().map(|all: [Mail; 3]| all).unwrap();
    assert!(letter.plain().contains("Was: 18 August, 10:10") && letter.plain().contains("Now: 18 August, 10:30"), "{}", letter.plain());
    scene.at("2027-02-05T09:00:00Z").await;
    assert_eq!((scene.letters("joined@example.org").await.len(), scene.waiting().await), (3, 0));
    // What is moved back by the morning is nothing.
    scene.move_to(id, "10:35").await;
    scene.release("Fifth").await;
    scene.move_to(id, "10:30").await;
    scene.release("Sixth").await;
    scene.at("2027-02-07T09:00:00Z").await;
    assert_eq!(scene.letters("joined@example.org").await.len(), 3);
}

#[tokio::test]
async fn what_begins_before_the_morning_is_told_at_once_however_little_it_moved() {
    let scene = scene().await;
    scene.join("joined@example.org").await;
    let id = scene.add(session("Drošība", "10:00", 60)).await;
    scene.release("First").await;
    // Half past eight in Riga, on the day.
    scene.at("2027-08-18T05:30:00Z").await;
    scene.move_to(id, "10:05").await;
    assert_eq!(scene.release("Second").await["told"], json!({"now": 1, "later": 0}));
    assert_eq!(scene.letters("joined@example.org").await.len(), 2);
}

#[tokio::test]
async fn nobody_is_told_who_is_not_concerned_or_does_not_want_to_be() {
    let scene = scene().await;
    let mut extra = session("Papildus", "15:00", 60);
    extra["part"] = json!("supplementary");
    let extra = scene.add(extra).await;
    let main = scene.add(session("Drošība", "10:00", 60)).await;
    scene.release("First").await;
    let joined = scene.join("joined@example.org").await;
    let marked = scene.place.acting("marked@example.org", None).await;
    let quiet_id = scene.place.person("quiet@example.org").await;
    let quiet = scene.place.client(quiet_id).await;
    for client in [&marked, &quiet] {
        client.post(&format!("/sessions/{extra}/marks"), json!({})).await.expect(200);
    }
    let address = unsubscribe::address(&scene.place.site, quiet_id);
    unsubscribe::stop(&scene.place.site, address.rsplit('/').next().unwrap()).await.unwrap();
    scene.move_to(extra, "16:30").await;
    scene.release("Second").await;
    let told = async |email: &str| scene.letters(email).await.len();
    assert_eq!((told("joined@example.org").await, told("marked@example.org").await), (0, 1), "only who marked it");
    assert_eq!(told("quiet@example.org").await, 0);
    // A word about a session is for who marked it; another room of it, too.
    scene.organiser.patch(&format!("/sessions/{main}"), json!({"title": {"lv": "Drošība!"}, "room": "Zāle"})).await.expect(200);
    assert_eq!(scene.release("Third").await["told"], json!({"now": 0, "later": 0}));
    joined.delete("/me").await.expect(204);
    scene.move_to(main, "12:00").await;
    assert_eq!(scene.release("Fourth").await["told"]["now"], 0);
}

#[tokio::test]
async fn nobody_is_told_of_what_is_not_promised_or_closed_to_them() {
    let scene = scene().await;
    for (slug, status, visibility) in [
        ("draft", Status::Draft, Visibility::Public),
        ("early", Status::Tentative, Visibility::Public),
        ("closed", Status::Announced, Visibility::Invited),
    ] {
        let with = |row: &mut backend::entity::event::ActiveModel| {
            row.status = Set(status.into());
            row.visibility = Set(visibility.into());
        };
        scene.place.event(scene.host, slug, with).await;
        let add =
            scene.organiser.post(&format!("/events/{slug}/sessions"), spoken("Drošība", "10:00", "speaker@example.org")).await.expect(201);
        let made = scene.organiser.post(&format!("/events/{slug}/agenda/releases"), json!({"name": "First"})).await.expect(201).json();
        assert_eq!(made["told"]["now"], u8::from(slug == "closed"), "{slug}: who speaks is told what is promised");
        assert!(add.json()["id"].is_number());
    }
    // Who could see it once, and marked something, is told no more.
    let id = scene.add(session("Drošība", "10:00", 60)).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
    let organiser = scene.place.acting("o@example.org", Some((scene.host, Role::Organiser))).await;
    organiser.patch("/events/forum-2027", json!({"visibility": "invited"})).await.expect(200);
    scene.move_to(id, "12:00").await;
    assert_eq!(scene.release("Second").await["told"]["now"], 0);
}

#[tokio::test]
async fn the_organiser_reads_beforehand_who_is_written_to_and_why() {
    let scene = scene().await;
    scene.join("joined@example.org").await;
    let id = scene.add(spoken("Drošība", "10:00", "speaker@example.org")).await;
    let bench = async || scene.organiser.page("/en/organise/events/forum-2027/agenda").await.expect(200).text();
    let page = bench().await;
    for said in ["2 people get one letter each at once:", "one speaks or leads", "one is registered, and it changes their day"] {
        assert!(page.contains(said), "{said}");
    }
    let done = scene.publish(&[("name.en", "First")]).await.expect(303);
    assert!(done.header("location").is_some());
    scene.move_to(id, "10:05").await;
    assert!(bench().await.contains("For 2 people sessions move by less than a quarter of an hour"));
    let other = scene.add(session("Cita", "15:00", 30)).await;
    assert!(bench().await.contains("One person gets a letter at once:"), "{other}");
}
