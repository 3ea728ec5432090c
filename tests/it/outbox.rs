//! What is to leave leaves: in order, at least once, and as one mail, whatever happens to the mail server or to us.

use crate::support::Place;
use backend::clock::instant;
use backend::entity::outbox::{Column, Entity, Model};
use backend::entity::{event, invitation};
use backend::mail::{Memory, SendError};
use backend::outbox::{self, EntryCause, Step};
use backend::service::entry;
use domain::invitation::Delivery;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;
use std::sync::Arc;

/// An installation whose mail stays in memory, with an announced event.
async fn place() -> (Place, Arc<Memory>, event::Model) {
    let mut place = Place::new().await;
    let memory = Arc::new(Memory::default());
    place.site.mail = memory.clone();
    let host = place.host("mfa").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    (place, memory, event)
}

async fn send(place: &Place, event: &event::Model, person: i64, cause: EntryCause) {
    let tx = place.site.db.begin_write().await.unwrap();
    entry::send(&tx, &place.site, event, person, cause).await.unwrap();
    tx.commit().await.unwrap();
}

async fn rows(place: &Place) -> Vec<Model> {
    Entity::find().order_by_asc(Column::Id).all(place.site.db.read()).await.unwrap()
}

fn later(place: &Place, seconds: i64) {
    let now = place.site.now().as_millisecond();
    place.site.clock.set(instant(now + seconds * 1_000));
}

async fn delivery(place: &Place) -> Delivery {
    invitation::Entity::find().one(place.site.db.read()).await.unwrap().unwrap().delivery.0
}

fn methods(memory: &Memory) -> Vec<&'static str> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let method = |mail: String| if mail.contains("method=CANCEL") { "CANCEL" } else { "REQUEST" };
    memory.sent().into_iter().map(|mail| method(text(mail.bytes))).collect()
}

#[tokio::test]
async fn a_cancel_does_not_overtake_the_request_before_it() {
    let (place, memory, event) = place().await;
    let ilze = place.person("ilze@example.org").await;
    memory.fail(Some(SendError::Temporary("451".to_owned())));
    send(&place, &event, ilze, EntryCause::Invited).await;
    outbox::drain(&place.site).await.unwrap();
    send(&place, &event, ilze, EntryCause::Withdrawn).await;
    memory.fail(None);
    outbox::drain(&place.site).await.unwrap();
    assert_eq!(methods(&memory), Vec::<&str>::new(), "the first waits for its time, the second for the first");
    later(&place, 5);
    outbox::drain(&place.site).await.unwrap();
    assert_eq!(methods(&memory), ["REQUEST", "CANCEL"]);
}

#[tokio::test]
async fn one_persons_trouble_does_not_hold_up_others() {
    let (place, memory, event) = place().await;
    let (ilze, janis) = (place.person("ilze@example.org").await, place.person("janis@example.org").await);
    memory.fail(Some(SendError::Temporary("451".to_owned())));
    send(&place, &event, ilze, EntryCause::Invited).await;
    outbox::drain(&place.site).await.unwrap();
    memory.fail(None);
    send(&place, &event, janis, EntryCause::Invited).await;
    outbox::drain(&place.site).await.unwrap();
    let to: Vec<_> = memory.sent().iter().map(|mail| mail.envelope.to()[0].to_string()).collect();
    assert_eq!(to, ["janis@example.org"]);
}

#[tokio::test]
async fn a_failure_is_tried_again_later_and_later_until_it_works() {
    let (place, memory, event) = place().await;
    let ilze = place.person("ilze@example.org").await;
    memory.fail(Some(SendError::Temporary("421".to_owned())));
    send(&place, &event, ilze, EntryCause::Invited).await;
    assert_eq!(outbox::step(&place.site).await.unwrap(), Step::Done);
    for wait in [5, 15, 60, 120, 240] {
        later(&place, wait - 1);
        assert_eq!(outbox::step(&place.site).await.unwrap(), Step::Idle, "before {wait} s");
        later(&place, 1);
        assert_eq!(outbox::step(&place.site).await.unwrap(), Step::Done, "after {wait} s");
    }
    let row = &rows(&place).await[0];
    assert_eq!((row.state.as_str(), row.problem.as_deref(), row.attempts), ("due", Some("421"), 6));
    assert_eq!(delivery(&place).await, Delivery::Queued);
    memory.fail(None);
    later(&place, 3_600);
    outbox::drain(&place.site).await.unwrap();
    let row = &rows(&place).await[0];
    assert_eq!((row.state.as_str(), &row.payload, &row.problem), ("done", &None, &None));
    assert_eq!(delivery(&place).await, Delivery::Sent);
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_given_up_and_said() {
    let (place, memory, event) = place().await;
    let ilze = place.person("ilze@example.org").await;
    memory.fail(Some(SendError::Permanent("550".to_owned())));
    send(&place, &event, ilze, EntryCause::Invited).await;
    outbox::drain(&place.site).await.unwrap();
    assert_eq!(rows(&place).await[0].state, "failed");
    assert_eq!(delivery(&place).await, Delivery::Failed);
    memory.fail(None);
    send(&place, &event, ilze, EntryCause::Changed).await;
    outbox::drain(&place.site).await.unwrap();
    assert_eq!(methods(&memory), ["REQUEST"], "what comes later is not held up");
}

#[tokio::test]
async fn a_job_whose_process_died_is_free_again_after_a_minute_and_keeps_its_message_id() {
    let (place, memory, event) = place().await;
    let ilze = place.person("ilze@example.org").await;
    send(&place, &event, ilze, EntryCause::Invited).await;
    let claim = Entity::update_many().col_expr(Column::ClaimedUntil, Expr::value(place.site.now().as_millisecond() + 60_000));
    claim.filter(Column::State.eq("due")).exec(place.site.db.writer()).await.unwrap();
    later(&place, 59);
    assert_eq!(outbox::step(&place.site).await.unwrap(), Step::Idle);
    later(&place, 1);
    assert_eq!(outbox::step(&place.site).await.unwrap(), Step::Done);
    let id = &rows(&place).await[0].message_id;
    let mail = &memory.sent()[0];
    assert!(String::from_utf8_lossy(&mail.bytes).contains(&format!("Message-ID: <{id}>")));
}

#[tokio::test]
async fn several_workers_send_every_mail_once() {
    let (place, memory, event) = place().await;
    for i in 0..40 {
        let person = place.person(&format!("p{i}@example.org")).await;
        send(&place, &event, person, EntryCause::Invited).await;
    }
    let workers = (0..6).map(|_| outbox::drain(&place.site));
    futures::future::try_join_all(workers).await.unwrap();
    let to: Vec<_> = memory.sent().iter().map(|mail| mail.envelope.to()[0].to_string()).collect();
    assert_eq!(to.len(), 40);
    assert_eq!(to.iter().collect::<BTreeSet<_>>().len(), 40);
}

#[tokio::test]
async fn a_mail_sent_again_takes_the_place_of_the_first_in_the_folder() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let ilze = place.person("ilze@example.org").await;
    send(&place, &event, ilze, EntryCause::Invited).await;
    let payload = rows(&place).await[0].payload.clone();
    assert_eq!(place.mails().await.len(), 1);
    // As if the machine had stopped between sending and noting it.
    let again = Entity::update_many().col_expr(Column::State, Expr::value("due")).col_expr(Column::Payload, Expr::value(payload));
    again.exec(place.site.db.writer()).await.unwrap();
    assert_eq!(place.mails().await.len(), 1);
    assert_eq!(rows(&place).await[0].state, "done");
}

#[tokio::test]
async fn who_was_erased_gets_nothing_more() {
    let (place, memory, event) = place().await;
    let ilze = place.person("ilze@example.org").await;
    send(&place, &event, ilze, EntryCause::Invited).await;
    backend::entity::person::Entity::delete_by_id(ilze).exec(place.site.db.writer()).await.unwrap();
    outbox::drain(&place.site).await.unwrap();
    assert!(memory.sent().is_empty());
    assert_eq!(rows(&place).await[0].state, "done");
}
