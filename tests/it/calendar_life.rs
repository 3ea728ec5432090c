//! One entry through its whole life, as it stands in a person's calendar.

use crate::support::{Mail, Place};
use backend::service::access::{Actor, Me};
use backend::service::events::{self, EventFields, StatusChange};
use backend::service::invitations::{self, Wanted};
use backend::service::registration::{self, NewRegistration};
use domain::event::Status;
use domain::host::Role;
use sea_orm::{EntityTrait, Set};

const LINK: &str = "https://meet.saiets.test/forum";

async fn actor(place: &Place, person: i64) -> Actor {
    let row = backend::entity::person::Entity::find_by_id(person).one(place.site.db.read()).await.unwrap().unwrap();
    Actor { me: Some(Me::from(row)) }
}

async fn organiser(place: &Place, host: i64) -> Actor {
    let person = place.person("org@example.org").await;
    place.member(host, person, Role::Organiser).await;
    actor(place, person).await
}

async fn status(place: &Place, by: &Actor, to: &str) {
    let change = StatusChange { to: to.to_owned(), reason: None };
    events::change_status(&place.site, by, "forum-2027", change).await.unwrap();
}

async fn invite(place: &Place, by: &Actor, email: &str) {
    let wanted = Wanted { emails: vec![email.to_owned()], audience: None };
    assert_eq!(invitations::invite(&place.site, by, "forum-2027", wanted).await.unwrap().invited, 1);
}

async fn register(place: &Place, who: &Actor, mode: &str) -> i64 {
    let wish = NewRegistration { mode: mode.to_owned(), ..NewRegistration::default() };
    registration::register(&place.site, who, "forum-2027", wish).await.unwrap().id
}

/// METHOD, STATUS, SEQUENCE and PARTSTAT of a mail's entry.
fn said(mail: &Mail) -> String {
    let calendar = mail.calendar();
    let method = calendar.lines().find_map(|line| line.strip_prefix("METHOD:")).unwrap().to_owned();
    let attendee = mail.property("ATTENDEE").unwrap();
    let partstat = attendee.split("PARTSTAT=").nth(1).and_then(|rest| rest.split([';', ':']).next()).unwrap_or_default().to_owned();
    let status = mail.property("STATUS").unwrap_or_else(|| "–".to_owned());
    format!("{method} {status} {} {partstat}", mail.property("SEQUENCE").unwrap())
}

#[tokio::test]
async fn an_invited_persons_entry_goes_from_promise_to_cancellation_under_one_uid() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.status = Set(Status::Tentative.into())).await;
    let organiser = organiser(&place, host).await;
    invite(&place, &organiser, "ilze@example.org").await;
    assert!(place.mails().await.is_empty(), "tentative: nothing is sent");
    status(&place, &organiser, "announced").await;
    status(&place, &organiser, "confirmed").await;
    let later = EventFields { starts_local: Some("2027-08-18T11:00".to_owned()), ..EventFields::default() };
    events::update(&place.site, &organiser, "forum-2027", later).await.unwrap();
    let typo = EventFields { starts_local: Some("2027-08-18T11:00".to_owned()), ..EventFields::default() };
    events::update(&place.site, &organiser, "forum-2027", typo).await.unwrap();
    status(&place, &organiser, "cancelled").await;
    let mails = place.mails_to("ilze@example.org").await;
    let story: Vec<String> = mails.iter().map(said).collect();
    assert_eq!(
        story,
        [
            "REQUEST TENTATIVE 0 NEEDS-ACTION",
            "REQUEST CONFIRMED 1 NEEDS-ACTION",
            "REQUEST CONFIRMED 2 NEEDS-ACTION",
            "CANCEL CANCELLED 3 NEEDS-ACTION"
        ]
    );
    let uids: Vec<_> = mails.iter().map(|mail| mail.property("UID").unwrap()).collect();
    assert!(uids.iter().all(|uid| *uid == "forum-2027@saiets.test"), "{uids:?}");
    let stamps: Vec<_> = mails.iter().map(|mail| mail.property("DTSTAMP").unwrap()).collect();
    assert!(stamps.is_sorted_by(|a, b| a < b), "{stamps:?}");
    assert!(mails.iter().all(|mail| !mail.raw.contains("meet.saiets.test")), "no place, no link");
    assert_eq!(mails[2].property("DTSTART").unwrap(), "TZID=Europe/Riga:20270818T110000");
}

#[tokio::test]
async fn who_registers_gets_the_entry_with_the_link_and_who_waits_gets_it_without() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.in_person_capacity = Set(Some(1))).await;
    let (ilze, janis) = (place.person("ilze@example.org").await, place.person("janis@example.org").await);
    let (ilze, janis) = (actor(&place, ilze).await, actor(&place, janis).await);
    let first = register(&place, &ilze, "in_person").await;
    register(&place, &janis, "in_person").await;
    registration::cancel(&place.site, &ilze, first).await.unwrap();
    let mails = place.mails_to("ilze@example.org").await;
    assert_eq!(mails.iter().map(said).collect::<Vec<_>>(), ["REQUEST TENTATIVE 0 ACCEPTED", "CANCEL – 0 DECLINED"]);
    assert!(mails[0].calendar().replace("\r\n ", "").contains(LINK));
    assert!(!mails[1].raw.contains("meet.saiets.test"));
    assert_eq!(mails[0].header("list-unsubscribe"), "");
    let mails = place.mails_to("janis@example.org").await;
    assert_eq!(mails.iter().map(said).collect::<Vec<_>>(), ["REQUEST TENTATIVE 0 TENTATIVE", "REQUEST TENTATIVE 0 ACCEPTED"]);
    assert!(!mails[0].raw.contains("meet.saiets.test") && mails[1].calendar().replace("\r\n ", "").contains(LINK));
}

#[tokio::test]
async fn coming_back_is_a_newer_entry() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let ilze = place.person("ilze@example.org").await;
    let ilze = actor(&place, ilze).await;
    let id = register(&place, &ilze, "online").await;
    registration::cancel(&place.site, &ilze, id).await.unwrap();
    register(&place, &ilze, "online").await;
    let story: Vec<String> = place.mails_to("ilze@example.org").await.iter().map(said).collect();
    assert_eq!(story, ["REQUEST TENTATIVE 0 ACCEPTED", "CANCEL – 0 DECLINED", "REQUEST TENTATIVE 1 ACCEPTED"]);
}

#[tokio::test]
async fn withdrawing_an_invitation_frees_the_place() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.in_person_capacity = Set(Some(1))).await;
    let organiser = organiser(&place, host).await;
    let (ilze, janis) = (place.person("ilze@example.org").await, place.person("janis@example.org").await);
    register(&place, &actor(&place, ilze).await, "in_person").await;
    register(&place, &actor(&place, janis).await, "in_person").await;
    invitations::withdraw(&place.site, &organiser, "forum-2027", "ilze@example.org").await.unwrap();
    let story: Vec<String> = place.mails_to("janis@example.org").await.iter().map(said).collect();
    assert_eq!(story.last().unwrap(), "REQUEST TENTATIVE 0 ACCEPTED");
    let story: Vec<String> = place.mails_to("ilze@example.org").await.iter().map(said).collect();
    assert!(story.last().unwrap().starts_with("CANCEL – 0"), "{story:?}");
    assert_eq!(place.mails_to("ilze@example.org").await.len(), 2, "one letter is enough");
}

#[tokio::test]
async fn every_letter_is_for_one_person_and_names_no_other() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = organiser(&place, host).await;
    for email in ["ilze@example.org", "janis@example.org", "anna@example.org"] {
        invite(&place, &organiser, email).await;
    }
    status(&place, &organiser, "confirmed").await;
    let mails = place.mails().await;
    assert_eq!(mails.len(), 6);
    for mail in &mails {
        let others =
            ["ilze@example.org", "janis@example.org", "anna@example.org"].into_iter().filter(|email| !mail.header("to").contains(email));
        let whole = format!("{}{}", mail.raw, mail.calendar());
        assert!(others.clone().count() == 2 && others.into_iter().all(|email| !whole.contains(email)));
        assert_eq!(mail.calendar().matches("ATTENDEE").count(), 1);
    }
}
