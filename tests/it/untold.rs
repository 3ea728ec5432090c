//! Small changes wait and are told together, once, to those whose entry says otherwise.

use crate::support::{Client, Mail, Place};
use backend::clock::instant;
use backend::entity::untold;
use backend::service::jobs;
use domain::host::Role;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

const HOUR: i64 = 3_600;

struct Scene {
    place: Place,
    organiser: Client,
}

/// An announced event seven months away, and one person with a place in it who has been told so.
async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let scene = Scene { place, organiser };
    scene.join("ilze@example.org").await;
    scene
}

impl Scene {
    async fn join(&self, email: &str) -> Client {
        let person = self.place.acting(email, None).await;
        person.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
        self.place.mails().await;
        person
    }

    async fn change(&self, change: Value) {
        self.organiser.patch("/events/forum-2027", change).await.expect(200);
    }

    async fn title(&self, title: &str) {
        self.change(json!({"title": {"en": title}})).await;
    }

    /// Lets `seconds` pass, and what is due by then be done.
    async fn later(&self, seconds: i64) {
        let now = self.place.site.now().as_millisecond();
        self.place.site.clock.set(instant(now + seconds * 1_000));
        jobs::run_due(&self.place.site).await.unwrap();
    }

    async fn mails(&self, email: &str) -> Vec<Mail> {
        self.place.mails_to(email).await
    }

    async fn waits(&self) -> bool {
        untold::Entity::find().count(self.place.site.db.read()).await.unwrap() > 0
    }
}

#[tokio::test]
async fn corrections_of_one_morning_are_one_quiet_letter_in_the_evening() {
    let scene = scene().await;
    scene.title("Profesionals’ forum").await;
    scene.later(2 * HOUR).await;
    scene.change(json!({"summary": {"en": "A day in Riga"}})).await;
    scene.later(6 * HOUR - 1).await;
    assert_eq!(scene.mails("ilze@example.org").await.len(), 1, "it may not be all yet");
    scene.later(1).await;
    scene.later(24 * HOUR).await;
    let mails = scene.mails("ilze@example.org").await;
    assert_eq!(mails.len(), 2);
    let [first, quiet] = &mails[..] else { panic!() };
    assert!(quiet.header("subject").starts_with("Details updated: Profesionals’ forum"), "{}", quiet.header("subject"));
    assert!(quiet.calendar().contains("\r\nMETHOD:REQUEST\r\n") && quiet.calendar().contains("A day in Riga"));
    for same in ["UID", "SEQUENCE", "DTSTART"] {
        assert_eq!(quiet.property(same), first.property(same), "{same}");
    }
    assert!(quiet.property("DTSTAMP") > first.property("DTSTAMP"));
    assert!(quiet.property("ATTENDEE").unwrap().contains("PARTSTAT=ACCEPTED"), "nobody is asked again");
    assert!(quiet.calendar().replace("\r\n ", "").contains("https://meet.saiets.test/forum"), "who has a place has the link");
}

#[tokio::test]
async fn who_goes_on_changing_does_not_put_it_off_for_ever() {
    let scene = scene().await;
    for n in 0..5 {
        scene.title(&format!("Forum, version {n}")).await;
        scene.later(5 * HOUR).await;
        assert_eq!(scene.mails("ilze@example.org").await.len(), if n < 4 { 1 } else { 2 }, "after {} h", 5 * (n + 1));
    }
    let last = scene.mails("ilze@example.org").await.remove(1);
    assert!(last.header("subject").contains("Forum, version 4"));
}

#[tokio::test]
async fn a_few_minutes_wait_and_are_a_new_version_of_the_entry() {
    let scene = scene().await;
    scene.change(json!({"starts_local": "2027-08-18T10:10"})).await;
    scene.later(HOUR).await;
    assert_eq!(scene.mails("ilze@example.org").await.len(), 1);
    scene.later(5 * HOUR).await;
    let quiet = scene.mails("ilze@example.org").await.remove(1);
    assert_eq!(quiet.property("DTSTART").as_deref(), Some("TZID=Europe/Riga:20270818T101000"));
    // RFC 5546 2.1.4: another DTSTART is another SEQUENCE, however small the step.
    assert_eq!(quiet.property("SEQUENCE").as_deref(), Some("1"));
}

#[tokio::test]
async fn a_letter_that_goes_to_all_carries_what_waited() {
    let scene = scene().await;
    scene.title("Forum of professionals").await;
    assert!(scene.waits().await);
    scene.later(HOUR).await;
    scene.change(json!({"starts_local": "2027-08-18T11:00"})).await;
    assert!(!scene.waits().await);
    scene.later(48 * HOUR).await;
    let mails = scene.mails("ilze@example.org").await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].header("subject").starts_with("Changed: Forum of professionals"));
}

#[tokio::test]
async fn who_has_had_a_letter_since_gets_no_second() {
    let scene = scene().await;
    scene.title("Forum of professionals").await;
    scene.later(HOUR).await;
    scene.join("janis@example.org").await;
    scene.later(6 * HOUR).await;
    assert_eq!(scene.mails("ilze@example.org").await.len(), 2);
    assert_eq!(scene.mails("janis@example.org").await.len(), 1, "his first says it already");
}

#[tokio::test]
async fn nothing_is_told_of_what_no_entry_says_or_nobody_was_promised_or_is_over() {
    let scene = scene().await;
    scene.change(json!({"attendance": {"in_person": {"capacity": 30}, "online": {"capacity": null}}})).await;
    scene.change(json!({"visibility": "members"})).await;
    assert!(!scene.waits().await);
    scene.title("Forum of professionals").await;
    scene.organiser.post("/events/forum-2027/status", json!({"to": "cancelled"})).await.expect(200);
    scene.later(48 * HOUR).await;
    let mails = scene.mails("ilze@example.org").await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].calendar().contains("\r\nMETHOD:CANCEL\r\n"));
    let host = scene.place.host("embassy").await;
    let tentative = |row: &mut backend::entity::event::ActiveModel| row.status = sea_orm::Set(domain::event::Status::Tentative.into());
    scene.place.event(host, "briefing", tentative).await;
    let organiser = scene.place.acting("embassy@example.org", Some((host, Role::Organiser))).await;
    organiser.patch("/events/briefing", json!({"title": {"en": "Expected"}})).await.expect(200);
    assert!(!scene.waits().await);
}

#[tokio::test]
async fn several_workers_tell_it_once() {
    let scene = scene().await;
    for n in 0..8 {
        scene.join(&format!("p{n}@example.org")).await;
    }
    scene.title("Forum of professionals").await;
    let now = scene.place.site.now().as_millisecond();
    scene.place.site.clock.set(instant(now + 6 * HOUR * 1_000));
    futures::future::try_join_all((0..5).map(|_| jobs::run_due(&scene.place.site))).await.unwrap();
    let told = scene.place.mails().await.iter().filter(|mail| mail.header("subject").starts_with("Details updated")).count();
    assert_eq!(told, 9);
}
