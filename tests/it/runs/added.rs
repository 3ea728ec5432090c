//! Who hears that an event is held a second time.

use super::{EVENING, living_in, person_of, register, said, seats, second};
use crate::support::{Client, Mail, Place};
use backend::entity::invitation;
use domain::event::Status;
use domain::host::Role;
use domain::invitation::PartStat;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::{Value, json};

const NEW_YORK: &str = "America/New_York";
const RUNS: &str = "/en/organise/events/forum-2027/runs";

/// An announced event that is held once, and its organiser.
async fn once(place: &Place) -> Client {
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    place.acting("org@example.org", Some((host, Role::Organiser))).await
}

async fn invite(organiser: &Client, emails: &[&str]) {
    organiser.post("/events/forum-2027/invitations", json!({"emails": emails})).await.expect(200);
}

async fn decline(place: &Place, email: &str) {
    let person = person_of(place, email).await.id;
    let own = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person));
    let mut row = own.one(place.site.db.read()).await.unwrap().unwrap().into_active_model();
    row.partstat = Set(PartStat::Declined.into());
    row.update(place.site.db.writer()).await.unwrap();
}

/// The letters about a second time that a person has had.
async fn letters(place: &Place, email: &str) -> Vec<Mail> {
    let mails = place.mails_to(email).await.into_iter();
    mails.filter(|mail| mail.header("subject").starts_with("Held a second time")).collect()
}

async fn invitations(organiser: &Client) -> Vec<Value> {
    organiser.get("/events/forum-2027/invitations").await.expect(200).json()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn those_for_whom_it_is_easier_are_told_once_and_keep_their_entry() {
    let place = Place::new().await;
    let organiser = once(&place).await;
    let maija = living_in(&place, "maija@example.org", NEW_YORK).await;
    for (name, zone) in [("janis", NEW_YORK), ("anna", NEW_YORK), ("elza", NEW_YORK), ("ilze", "Europe/Brussels"), ("uldis", NEW_YORK)] {
        living_in(&place, &format!("{name}@example.org"), zone).await;
    }
    invite(&organiser, &["janis@example.org", "anna@example.org", "elza@example.org", "ilze@example.org"]).await;
    decline(&place, "anna@example.org").await;
    organiser.delete("/events/forum-2027/invitations/elza@example.org").await.expect(204);
    register(&maija, "online", 1).await;
    place.mails().await;
    let before = invitations(&organiser).await;
    second(&organiser, EVENING, None).await;
    for (name, expected) in [("maija", 1), ("janis", 1), ("anna", 0), ("elza", 0), ("ilze", 0), ("uldis", 0)] {
        assert_eq!(letters(&place, &format!("{name}@example.org")).await.len(), expected, "{name}");
    }
    assert_eq!(invitations(&organiser).await, before, "no entry is another by that");
    let letter = letters(&place, "janis@example.org").await.remove(0);
    let words = letter.plain();
    assert!(words.contains("21:00–05:00") && words.contains("14:00–22:00") && words.contains("New York"), "{words}");
    assert!(words.contains("/en/events/forum-2027/register") && !words.contains("meet.saiets.test"), "{words}");
    assert!(letter.part("text/calendar").is_none() && !letter.header("list-unsubscribe").is_empty());
    second(&organiser, EVENING, Some(5)).await;
    second(&organiser, "2027-08-18T22:00", Some(5)).await;
    assert_eq!(letters(&place, "maija@example.org").await.len(), 1, "no news for who is in the first");
    let id = maija.get("/events/forum-2027/registrations").await.expect(200).json()["items"][0]["id"].clone();
    maija.patch(&format!("/registrations/{id}"), json!({"run": 2})).await.expect(200);
    let mails = place.mails_to("maija@example.org").await;
    let entries = mails.iter().filter(|mail| mail.part("text/calendar").is_some()).map(said).collect::<Vec<_>>();
    assert_eq!(entries, ["REQUEST 1 0 ACCEPTED", "CANCEL 1 0 ACCEPTED", "REQUEST 2 1 ACCEPTED"]);
}

#[tokio::test]
async fn an_organiser_sees_how_many_that_are_before_they_are_told() {
    let place = Place::new().await;
    let organiser = once(&place).await;
    let maija = living_in(&place, "maija@example.org", NEW_YORK).await;
    for (name, zone) in [("janis", NEW_YORK), ("ilze", "Europe/Riga")] {
        living_in(&place, &format!("{name}@example.org"), zone).await;
    }
    invite(&organiser, &["janis@example.org", "ilze@example.org"]).await;
    register(&maija, "online", 1).await;
    let typed = [("starts_local", EVENING), ("online.capacity", "")];
    let asked = organiser.submit(RUNS, &typed).await.expect(200).text();
    assert!(asked.contains("2 people for whom the second time is easier get a letter at once"), "{asked}");
    assert!(asked.contains("one with a place") && asked.contains("one invited") && asked.contains("There is a second time"), "{asked}");
    assert!(asked.contains("Their entries stay as they are"), "{asked}");
    assert_eq!(seats(&organiser).await.1, json!([null, null]), "nothing is done yet");
    assert!(letters(&place, "janis@example.org").await.is_empty());
    organiser.submit(RUNS, &[&typed[..], &[("do", "send")]].concat()).await.expect(303);
    assert_eq!(letters(&place, "janis@example.org").await.len(), 1);
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
    second(&organiser, EVENING, None).await;
    assert_eq!(letters(&place, "janis@example.org").await.len(), 2, "a time that was withdrawn and is held after all is news");
}

#[tokio::test]
async fn of_an_event_that_is_not_promised_nobody_hears() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.status = Set(Status::Tentative.into())).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    living_in(&place, "janis@example.org", NEW_YORK).await;
    invite(&organiser, &["janis@example.org"]).await;
    organiser.submit(RUNS, &[("starts_local", EVENING), ("online.capacity", "")]).await.expect(303);
    assert!(place.mails_to("janis@example.org").await.is_empty());
}

#[tokio::test]
async fn a_letter_that_leaves_late_says_what_is_so_then() {
    let place = Place::new().await;
    let organiser = once(&place).await;
    living_in(&place, "janis@example.org", NEW_YORK).await;
    invite(&organiser, &["janis@example.org"]).await;
    place.mails().await;
    // Written into the outbox, which nobody works on meanwhile.
    second(&organiser, EVENING, None).await;
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
    assert!(letters(&place, "janis@example.org").await.is_empty(), "there is no second time");
    second(&organiser, EVENING, None).await;
    second(&organiser, "2027-08-18T22:00", None).await;
    let sent = letters(&place, "janis@example.org").await;
    assert_eq!(sent.len(), 1);
    let words = sent.first().unwrap().plain();
    assert!(words.contains("22:00–06:00") && !words.contains("21:00–05:00"), "{words}");
}
