//! Rounds: sealed until they close, secret for good, counted and put to use.

mod files;
mod methods;
mod secrecy;
mod voters;

use crate::support::{Client, Place};
use axum::http::StatusCode;
use backend::entity::{ballot, registration, round, voter};
use backend::service::rounds;
use domain::event::Mode;
use domain::host::Role;
use domain::registration::Status;
use sea_orm::{ActiveModelTrait, EntityTrait, NotSet, Set};
use serde_json::{Value, json};

struct Scene {
    place: Place,
    event: i64,
    organiser: Client,
    people: Vec<(i64, Client)>,
    topics: Vec<i64>,
}

/// Three registered people, three topics of 30, 60 and 45 minutes.
async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2027", |_| {}).await.id;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let mut scene = Scene { place, event, organiser, people: Vec::new(), topics: Vec::new() };
    for name in ["anna", "janis", "maija"] {
        scene.join(name).await;
    }
    for (title, minutes) in [("Veselība", 30), ("Drošība", 60), ("Izglītība", 45)] {
        let made =
            scene.organiser.post("/events/forum-2027/topics", json!({"title": {"lv": title}, "minutes": minutes})).await.expect(201).json();
        scene.topics.push(made["id"].as_i64().unwrap());
    }
    scene
}

impl Scene {
    async fn join(&mut self, name: &str) {
        let person = self.place.person(&format!("{name}@example.org")).await;
        let row = registration::ActiveModel {
            id: NotSet,
            event_id: Set(self.event),
            person_id: Set(person),
            mode: Set(Mode::Online.into()),
            status: Set(Status::Confirmed.into()),
            queue: Set(0),
            waiting_mode: Set(None),
            waiting_queue: Set(None),
            registered_at: Set(self.place.site.now().as_millisecond()),
            cancelled_at: Set(None),
            named: Set(false),
        };
        row.insert(self.place.site.db.writer()).await.unwrap();
        let client = self.place.client(person).await;
        self.people.push((person, client));
    }

    async fn round(&self, more: Value) -> i64 {
        let mut body = json!({"title": {"lv": "Ko ņemam?"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-01T08:00:00Z", "secret": true});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.organiser.post("/events/forum-2027/rounds", body).await.expect(201).json()["id"].as_i64().unwrap()
    }

    async fn approve(&self, who: usize, round: i64, topics: &[usize]) -> StatusCode {
        let ids: Vec<i64> = topics.iter().map(|i| self.topics[*i]).collect();
        self.people[who].1.put(&format!("/rounds/{round}/ballot"), json!({"approve": ids})).await.status
    }
}

#[tokio::test]
async fn a_round_runs_from_ballots_to_shortlisted_topics() {
    let scene = scene().await;
    let round = scene.round(json!({"minutes": 80})).await;
    assert_eq!(scene.approve(0, round, &[0, 1]).await, 200);
    assert_eq!(scene.approve(1, round, &[1]).await, 200);
    assert_eq!(scene.approve(2, round, &[0]).await, 200);
    assert_eq!(scene.approve(2, round, &[1, 2]).await, 200);
    for client in [&scene.organiser, &scene.people[0].1] {
        assert_eq!(client.get(&format!("/rounds/{round}/result")).await.expect(409).code(), "sealed");
    }
    assert_eq!(scene.organiser.post(&format!("/rounds/{round}/apply"), json!({})).await.expect(409).code(), "sealed");
    scene.place.at("2027-02-01T08:00:00Z");
    assert_eq!(scene.people[0].1.put(&format!("/rounds/{round}/ballot"), json!({"approve": []})).await.expect(409).code(), "round_closed");
    let result = scene.people[0].1.get(&format!("/rounds/{round}/result")).await.expect(200).json();
    assert_eq!(result["selected"], json!([scene.topics[1]]));
    assert_eq!((result["minutes_used"].as_i64(), result["voted"].as_i64(), result["entitled"].as_i64()), (Some(60), Some(3), Some(3)));
    scene.people[0].1.post(&format!("/rounds/{round}/apply"), json!({})).await.expect(403);
    scene.organiser.post(&format!("/rounds/{round}/apply"), json!({})).await.expect(200);
    let topics = scene.organiser.get("/events/forum-2027/topics").await.json();
    assert_eq!(topics["items"][1]["status"], "shortlisted");
    assert_eq!(topics["items"][0]["status"], "proposed");
}

#[tokio::test]
async fn after_the_close_nothing_joins_ballots_with_voters() {
    let scene = scene().await;
    let id = scene.round(json!({})).await;
    for (who, topics) in [(0, vec![0]), (1, vec![1]), (2, vec![2])] {
        scene.approve(who, id, &topics).await;
    }
    let db = scene.place.site.db.writer();
    let before: Vec<i64> = ballot::Entity::find().all(db).await.unwrap().iter().map(|one| one.id).collect();
    scene.place.at("2027-02-01T08:00:01Z");
    rounds::settle_due(&scene.place.site).await.unwrap();
    let ballots = ballot::Entity::find().all(db).await.unwrap();
    assert_eq!(ballots.len(), 3);
    assert!(ballots.iter().all(|one| one.voter_hash.is_none() && one.person_id.is_none() && !before.contains(&one.id)));
    let round = round::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
    assert!(round.key.is_none() && round.closed_at.is_some());
    let voters = voter::Entity::find().all(db).await.unwrap();
    assert!(voters.iter().all(|one| one.voted) && voters.len() == 3);
    rounds::settle_due(&scene.place.site).await.unwrap();
    assert_eq!(ballot::Entity::find().all(db).await.unwrap().len(), 3);
}

#[tokio::test]
async fn who_votes_first_and_who_votes_last_is_counted_or_told() {
    let mut scene = scene().await;
    for i in 0..17 {
        scene.join(&format!("voter{i}")).await;
    }
    let id = scene.round(json!({"opens_at": "2027-01-26T09:00:00Z"})).await;
    scene.place.at("2027-01-26T09:00:00Z");
    let first = futures::future::join_all((0..10).map(|who| scene.approve(who, id, &[0]))).await;
    assert!(first.iter().all(|status| *status == 200), "{first:?}");
    let close = async {
        scene.place.at("2027-02-01T08:00:00Z");
        rounds::settle_due(&scene.place.site).await.unwrap();
    };
    let (last, ()) = futures::join!(futures::future::join_all((10..20).map(|who| scene.approve(who, id, &[1]))), close);
    let arrived = last.iter().filter(|status| **status == 200).count();
    assert!(last.iter().all(|status| *status == 200 || *status == 409), "{last:?}");
    rounds::settle_due(&scene.place.site).await.unwrap();
    let db = scene.place.site.db.writer();
    let ballots = ballot::Entity::find().all(db).await.unwrap();
    let voted = voter::Entity::find().all(db).await.unwrap().iter().filter(|one| one.voted).count();
    assert_eq!((ballots.len(), voted), (10 + arrived, 10 + arrived));
    assert!(ballots.iter().all(|one| one.voter_hash.is_none()));
    let result = scene.people[0].1.get(&format!("/rounds/{id}/result")).await.expect(200).json();
    let counted: i64 = result["order"].as_array().unwrap().iter().map(|one| one["support"].as_i64().unwrap()).sum();
    assert_eq!(counted, 10 + i64::try_from(arrived).unwrap());
}

#[tokio::test]
async fn only_who_was_registered_when_it_opened_may_vote() {
    let mut scene = scene().await;
    let round = scene.round(json!({"opens_at": "2027-01-26T09:00:00Z"})).await;
    assert_eq!(
        scene.people[0].1.put(&format!("/rounds/{round}/ballot"), json!({"approve": []})).await.expect(409).code(),
        "round_not_open"
    );
    scene.place.at("2027-01-26T08:59:00Z");
    scene.join("early").await;
    scene.place.at("2027-01-26T09:30:00Z");
    scene.join("late").await;
    assert_eq!(scene.approve(3, round, &[0]).await, 200);
    assert_eq!(scene.approve(4, round, &[0]).await, 403);
    assert_eq!(scene.organiser.put(&format!("/rounds/{round}/ballot"), json!({"approve": []})).await.status, 403);
    assert_eq!(scene.place.anyone().put(&format!("/rounds/{round}/ballot"), json!({"approve": []})).await.status, 401);
}

#[tokio::test]
async fn bad_rounds_and_ballots_are_refused() {
    let scene = scene().await;
    let make = async |more: Value| {
        let mut body = json!({"title": {"lv": "A"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-01T08:00:00Z", "secret": true});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        scene.organiser.post("/events/forum-2027/rounds", body).await.expect(422).code()
    };
    assert_eq!(make(json!({"closes_at": "2027-01-25T08:30:00Z"})).await, "in_the_past");
    assert_eq!(make(json!({"opens_at": "2027-03-01T08:00:00Z"})).await, "before_opening");
    assert_eq!(make(json!({"opens_at": "tomorrow"})).await, "invalid_instant");
    assert_eq!(make(json!({"method": "dice"})).await, "unknown_value");
    assert_eq!(make(json!({"winners": 0})).await, "out_of_range");
    assert_eq!(make(json!({"topics": [999_999]})).await, "unknown_topic");
    assert_eq!(make(json!({"topics": []})).await, "no_topics");
    let round = scene.round(json!({"max_choices": 1})).await;
    let cast = async |body: Value| scene.people[0].1.put(&format!("/rounds/{round}/ballot"), body).await.expect(422).code();
    assert_eq!(cast(json!({"approve": [1, 1]})).await, "repeated_item");
    assert_eq!(cast(json!({"approve": [77]})).await, "unknown_item");
    assert_eq!(cast(json!({"approve": scene.topics})).await, "too_many_choices");
    assert_eq!(cast(json!({"scores": {}})).await, "ballot_kind");
    assert_eq!(cast(json!({})).await, "ballot_kind");
}

#[tokio::test]
async fn only_organisers_of_the_host_make_rounds() {
    let scene = scene().await;
    let foreign = scene.place.host("embassy").await;
    let stranger = scene.place.acting("stranger@example.org", Some((foreign, Role::Coordinator))).await;
    let body = json!({"title": {"lv": "A"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-01T08:00:00Z", "secret": true});
    stranger.post("/events/forum-2027/rounds", body.clone()).await.expect(403);
    stranger.page("/en/events/forum-2027/rounds/new").await.expect(403);
    scene.people[0].1.post("/events/forum-2027/rounds", body.clone()).await.expect(403);
    scene.place.anyone().post("/events/forum-2027/rounds", body).await.expect(401);
}

#[tokio::test]
async fn the_vote_is_cast_and_replaced_by_the_page() {
    let scene = scene().await;
    scene.round(json!({"winners": 1})).await;
    let anna = &scene.people[0].1;
    let page = anna.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(page.contains("Cast my ballot") && page.contains("Nobody, organisers included, sees an interim result."));
    let (first, second) = (scene.topics[0].to_string(), scene.topics[1].to_string());
    anna.submit("/en/events/forum-2027/rounds/1", &[("approve", &first), ("approve", &second)]).await.expect(303);
    assert!(anna.page("/lv/events/forum-2027/rounds/1").await.expect(200).text().contains("Jūs esat nobalsojuši."));
    scene.place.at("2027-02-01T08:00:00Z");
    let result = scene.place.anyone().page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(result.contains("One of 3 topics was chosen.") && result.contains("1 of 3 who could vote did."), "{result}");
    assert!(scene.organiser.page("/lv/events/forum-2027/rounds/1").await.expect(200).text().contains("Atlasīt izvēlētos tematus"));
}

#[tokio::test]
async fn an_organiser_makes_a_round_by_the_page() {
    let scene = scene().await;
    let all: Vec<String> = scene.topics.iter().map(i64::to_string).collect();
    let mut fields = vec![("title.lv", "Ko ņemam?"), ("title.en", ""), ("method", "approval"), ("opens_at", ""), ("secret", "yes")];
    fields.extend(all.iter().map(|id| ("topics", id.as_str())));
    let wrong: Vec<_> = fields.iter().copied().chain([("closes_at", "2027-03-28T03:30")]).collect();
    let page = scene.organiser.submit("/en/events/forum-2027/rounds/new", &wrong).await.expect(422).text();
    assert!(page.contains("Ko ņemam?") && page.contains("2027-03-28T03:30"));
    let right: Vec<_> = fields.into_iter().chain([("closes_at", "2027-02-26T18:00")]).collect();
    let made = scene.organiser.submit("/en/events/forum-2027/rounds/new", &right).await.expect(303);
    assert_eq!(made.header("location"), Some("/en/events/forum-2027/rounds/1"));
}
