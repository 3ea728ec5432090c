//! What one person decides while another is changing what the decision rests on. The first change is written here and held open
//! until the second waits for it: on PostgreSQL at a lock, on SQLite for the one writer.

use crate::support::{Answer, Client, Place};
use backend::db::{Write, hold};
use backend::entity::invitation::INVITED;
use backend::entity::{event, invitation, outbox as row, registration, topic};
use backend::outbox::{self, Job};
use backend::repo;
use backend::service::sign_in;
use domain::event::{Mode, Status};
use domain::host::Role;
use domain::invitation::{Delivery, Holding, PartStat};
use domain::registration::Status as Standing;
use domain::text::Lang;
use domain::topic::Status as TopicStatus;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, NotSet, PaginatorTrait, Set};
use serde_json::json;

struct Scene {
    place: Place,
    host: i64,
    event: event::Model,
    organiser: Client,
}

async fn scene() -> Scene {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    Scene { place, host, event, organiser }
}

impl Scene {
    /// A transaction that holds the event.
    async fn holding(&self) -> Write {
        let tx = self.place.site.db.begin_write().await.unwrap();
        repo::events::lock(&tx, self.event.id).await.unwrap();
        tx
    }

    /// Commits `first` once `second`, begun here, waits for it; gives what `second` comes to.
    async fn then(&self, first: Write, second: impl Future<Output = Answer> + Send + 'static) -> Answer {
        let second = tokio::spawn(second);
        self.place.somebody_waits().await;
        first.commit().await.unwrap();
        second.await.unwrap()
    }

    async fn topic(&self) -> i64 {
        let body = json!({"title": {"lv": "Veselība"}, "minutes": 30});
        self.organiser.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap()
    }
}

#[tokio::test]
async fn no_topic_slips_into_an_event_that_is_being_cancelled() {
    let scene = scene().await;
    let ilze = scene.place.acting("ilze@example.org", None).await;
    let tx = scene.holding().await;
    let mut row = scene.event.clone().into_active_model();
    row.status = Set(Status::Cancelled.into());
    row.update(&tx).await.unwrap();
    let body = json!({"title": {"lv": "Vēl viens"}, "minutes": 30});
    let answer = scene.then(tx, async move { ilze.post("/events/forum-2027/topics", body).await }).await;
    assert_eq!(answer.expect(409).code(), "status");
    assert_eq!(topic::Entity::find().count(scene.place.site.db.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_was_declined_a_moment_ago_is_not_shortlisted_over_it() {
    let scene = scene().await;
    let id = scene.topic().await;
    let tx = scene.holding().await;
    let mut row = topic::Entity::find_by_id(id).one(&tx).await.unwrap().unwrap().into_active_model();
    row.status = Set(TopicStatus::Declined.into());
    row.update(&tx).await.unwrap();
    let other = scene.organiser.clone();
    let answer = scene.then(tx, async move { other.post(&format!("/topics/{id}/status"), json!({"to": "shortlisted"})).await }).await;
    assert_eq!(answer.expect(409).code(), "status");
    let kept = topic::Entity::find_by_id(id).one(scene.place.site.db.read()).await.unwrap().unwrap();
    assert_eq!(kept.status.0, TopicStatus::Declined);
}

#[tokio::test]
async fn who_was_registering_when_the_round_opened_may_vote_in_it() {
    let scene = scene().await;
    scene.topic().await;
    let round = json!({"title": {"lv": "Ko ņemam?"}, "method": "approval", "opens_at": "2027-01-26T09:00:00Z", "closes_at": "2027-02-01T08:00:00Z", "secret": true});
    let round = scene.organiser.post("/events/forum-2027/rounds", round).await.expect(201).json()["id"].clone();
    let person = scene.place.person("ilze@example.org").await;
    let ilze = scene.place.client(person).await;
    let tx = scene.holding().await;
    let row = registration::ActiveModel {
        id: NotSet,
        event_id: Set(scene.event.id),
        person_id: Set(person),
        mode: Set(Mode::Online.into()),
        status: Set(Standing::Confirmed.into()),
        queue: Set(0),
        waiting_mode: Set(None),
        waiting_queue: Set(None),
        registered_at: Set(scene.place.site.now().as_millisecond()),
        cancelled_at: Set(None),
        named: Set(false),
    };
    row.insert(&tx).await.unwrap();
    scene.place.at("2027-01-26T09:00:00Z");
    let vote = async move { ilze.put(&format!("/rounds/{round}/ballot"), json!({"approve": []})).await };
    scene.then(tx, vote).await.expect(200);
}

#[tokio::test]
async fn two_hosts_that_invite_at_once_do_not_exceed_what_a_person_wants() {
    let scene = scene().await;
    let briefing = scene.place.event(scene.host, "briefing", |_| {}).await;
    let ilze = scene.place.person("ilze@example.org").await;
    let profile = json!({"name": "Ilze", "zone": "Europe/Riga", "language": "lv", "contact_per_year": 1});
    scene.place.client(ilze).await.put("/people/ilze@example.org", profile).await.expect(200);
    let tx = scene.place.site.db.begin_write().await.unwrap();
    repo::people::lock(&tx, ilze).await.unwrap();
    let now = scene.place.site.now().as_millisecond();
    let row = invitation::ActiveModel {
        id: NotSet,
        event_id: Set(briefing.id),
        person_id: Set(ilze),
        origin: Set(INVITED.to_owned()),
        sequence: Set(0),
        partstat: Set(PartStat::NeedsAction.into()),
        withdrawn: Set(false),
        holding: Set(Holding::Entry.into()),
        delivery: Set(Delivery::Sent.into()),
        created_at: Set(now),
        changed_at: Set(now),
        outdated: Set(false),
        run: NotSet,
    };
    row.insert(&tx).await.unwrap();
    let organiser = scene.organiser.clone();
    let asked = json!({"emails": ["ilze@example.org"]});
    let answer = scene.then(tx, async move { organiser.post("/events/forum-2027/invitations", asked).await }).await.expect(200).json();
    assert_eq!(answer, json!({"invited": 0, "skipped": [{"email": "ilze@example.org", "code": "contact_limit"}]}));
}

#[tokio::test]
async fn no_more_than_three_links_go_to_an_address_however_many_ask_at_once() {
    let place = Place::new().await;
    let (neighbour, _) = place.neighbour().await;
    let lane = outbox::sign_in_lane(&place.site, "ilze@example.org");
    let tx = place.site.db.begin_write().await.unwrap();
    hold(&tx, &lane).await.unwrap();
    for _ in 0..2 {
        let job = Job::SignIn { email: "ilze@example.org".to_owned(), language: Lang::Lv, return_to: None };
        outbox::put(&tx, &place.site, &job).await.unwrap();
    }
    let asks = (0..6).map(|n| {
        let site = if n % 2 == 0 { place.site.clone() } else { neighbour.clone() };
        tokio::spawn(async move { sign_in::ask(&site, "ilze@example.org", Lang::Lv, None).await.unwrap() })
    });
    let asks: Vec<_> = asks.collect();
    place.somebody_waits().await;
    tx.commit().await.unwrap();
    futures::future::join_all(asks).await.into_iter().for_each(|asked| asked.unwrap());
    assert_eq!(row::Entity::find().count(place.site.db.read()).await.unwrap(), 3);
}
