//! Topics passed up from one event to another: who may, what goes along, what comes back, and what nobody may learn on the way.

use super::{happenings, items};
use crate::support::{Client, Place};
use backend::entity::{event, support, topic, topic_pass};
use backend::service::jobs;
use domain::event::{Kind, Status, Visibility};
use domain::host::Role;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde_json::{Value, json};

struct Scene {
    place: Place,
    /// Organises the briefing in Geneva.
    geneva: Client,
    /// Organises the series in Brussels.
    brussels: Client,
    /// Organises the forum.
    forum: Client,
    ilze: Client,
    janis: Client,
}

async fn scene(seen_by: Visibility) -> Scene {
    let place = Place::new().await;
    let mut organisers = Vec::new();
    for (slug, kind, visibility) in
        [("geneva", Kind::Briefing, seen_by), ("brussels", Kind::Thematic, Visibility::Public), ("forum", Kind::Forum, Visibility::Public)]
    {
        let host = place.host(slug).await;
        let set = |event: &mut event::ActiveModel| {
            event.kind = Set(kind.into());
            event.visibility = Set(visibility.into());
            event.title = Set(domain::text::Text { lv: None, en: Some(format!("Meeting in {slug}")) }.into());
        };
        place.event(host, slug, set).await;
        organisers.push(place.acting(&format!("{slug}@example.org"), Some((host, Role::Organiser))).await);
    }
    let (ilze, janis) = (place.acting("ilze@example.org", None).await, place.acting("janis@example.org", None).await);
    let [geneva, brussels, forum] = organisers.try_into().map_err(|_| "three").unwrap();
    Scene { place, geneva, brussels, forum, ilze, janis }
}

impl Scene {
    async fn propose(&self, by: &Client, anonymous: bool) -> i64 {
        let body = json!({"title": {"en": "Consular hours"}, "summary": {"en": "Open **late**"}, "minutes": 25, "area": "law", "anonymous": anonymous});
        by.post("/events/geneva/topics", body).await.expect(201).json()["id"].as_i64().unwrap()
    }

    async fn pass(&self, by: &Client, topic: i64, to: &str) -> i64 {
        by.post(&format!("/topics/{topic}/pass"), json!({"to": to})).await.expect(201).json()["id"].as_i64().unwrap()
    }

    async fn accept(&self, by: &Client, pass: i64) -> i64 {
        by.post(&format!("/passes/{pass}/accept"), json!({})).await.expect(200).json()["topic"].as_i64().unwrap()
    }

    async fn way(&self, by: &Client, topic: i64) -> Vec<Value> {
        items(by, &format!("/topics/{topic}/passes")).await
    }
}

#[tokio::test]
async fn a_topic_goes_from_a_briefing_to_the_forum_and_its_fate_comes_back() {
    let scene = scene(Visibility::Public).await;
    let topic = scene.propose(&scene.ilze, false).await;
    scene.janis.post(&format!("/topics/{topic}/supports"), json!({})).await.expect(200);
    let pdf = json!({"name": "hours.pdf", "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="});
    scene.ilze.post(&format!("/topics/{topic}/files"), pdf.clone()).await.expect(201);
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    let told = scene.place.mails().await;
    assert_eq!(told.len(), 1, "one letter to the one who organises there");
    assert!(told[0].header("to").contains("brussels@") && told[0].plain().contains("Consular hours"));
    let desk = scene.brussels.page("/en/organise").await.expect(200).text();
    assert!(desk.contains("One topic was proposed by another event") && desk.contains("/events/brussels/passes"), "{desk}");
    let waiting = items(&scene.brussels, "/events/brussels/passes").await;
    assert_eq!((waiting[0]["title"]["en"].as_str(), waiting[0]["event"].as_str()), (Some("Consular hours"), Some("geneva")));

    let taken = scene.brussels.submit("/en/organise/events/brussels/passes", &[("pass", &pass.to_string()), ("do", "accept")]).await;
    assert!(taken.expect(303).header("location").unwrap().contains("/events/brussels/topics/1"));
    let there = topic_pass::Entity::find().one(scene.place.site.db.read()).await.unwrap().unwrap().made_id.unwrap();
    let made = scene.place.anyone().get(&format!("/topics/{there}")).await.expect(200).json();
    assert_eq!(
        (made["title"]["en"].as_str(), made["minutes"].as_i64(), made["area"].as_str()),
        (Some("Consular hours"), Some(25), Some("law"))
    );
    assert_eq!((made["author"].as_str(), made["supports"].as_i64()), (Some("ilze"), Some(0)), "nobody’s support moves");
    let file = items(&scene.place.anyone(), &format!("/topics/{there}/files")).await[0]["id"].clone();
    let file = scene.place.anyone().get(&format!("/topics/{there}/files/{file}")).await.expect(200).json();
    assert_eq!(file["content"], pdf["content"]);
    assert_eq!(support::Entity::find().count(scene.place.site.db.read()).await.unwrap(), 1);
    let me = scene.janis.page("/en/me").await.expect(200).text();
    assert!(me.contains("/en/events/brussels/topics/1") && me.contains("Meeting in brussels"), "who supports is told: {me}");

    let onward = scene.pass(&scene.brussels, there, "forum").await;
    let last = scene.accept(&scene.forum, onward).await;
    let page = scene.place.anyone().page("/en/events/forum/topics/1").await.expect(200).text();
    assert!(
        page.contains("Meeting in geneva") && page.contains("Meeting in brussels") && page.contains("Passed up on 25 January"),
        "{page}"
    );
    let answer = json!({"to": "answered", "reason": {"en": "Open until eight from May"}});
    scene.forum.post(&format!("/topics/{last}/status"), answer).await.expect(200);
    for path in ["/en/events/geneva/topics/1", "/en/events/geneva/outcomes"] {
        let page = scene.place.anyone().page(path).await.expect(200).text();
        assert!(page.contains("Open until eight from May") && page.contains("/en/events/forum/topics/1"), "{path}: {page}");
    }
    assert_eq!(happenings(&scene.ilze, topic).await, ["proposed", "edited", "passed", "pass_accepted"]);
    assert_eq!(happenings(&scene.ilze, last).await, ["raised", "answered"]);
}

#[tokio::test]
async fn a_reason_is_owed_and_published_where_it_comes_from() {
    let scene = scene(Visibility::Public).await;
    let topic = scene.propose(&scene.ilze, false).await;
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    let desk = "/en/organise/events/brussels/passes";
    let blank = scene.brussels.submit(desk, &[("pass", &pass.to_string()), ("do", "decline"), ("reason.en", " ")]).await.expect(422);
    assert!(blank.text().contains("<details open"), "the form stays open");
    scene
        .brussels
        .submit(desk, &[("pass", &pass.to_string()), ("do", "decline"), ("reason.en", "Settled <i>already</i>")])
        .await
        .expect(303);
    let page = scene.place.anyone().page("/en/events/geneva/topics/1").await.expect(200).text();
    assert!(page.contains("Not taken up at") && page.contains("Settled &lt;i&gt;already"), "{page}");
    let late = scene.brussels.post(&format!("/passes/{pass}/accept"), json!({})).await.expect(409);
    assert_eq!(late.code(), "pass_decided");
    assert_eq!(scene.geneva.post(&format!("/topics/{topic}/pass"), json!({"to": "brussels"})).await.expect(409).code(), "already_passed");
    assert_eq!(topic::Entity::find().count(scene.place.site.db.read()).await.unwrap(), 1);
}

#[tokio::test]
async fn what_nobody_has_decided_on_is_taken_back_and_can_be_proposed_again() {
    let scene = scene(Visibility::Public).await;
    let topic = scene.propose(&scene.ilze, false).await;
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    assert_eq!(scene.brussels.delete(&format!("/passes/{pass}")).await.expect(403).code(), "forbidden");
    let page = scene.ilze.page("/en/events/geneva/topics/1").await.expect(200).text();
    assert!(page.contains("Proposed, not yet answered") && !page.contains("Take the proposal back"), "only who can sees the way");
    assert!(scene.geneva.page("/en/events/geneva/topics/1").await.expect(200).text().contains("Take the proposal back"));
    scene.geneva.submit("/en/events/geneva/topics/1/pass", &[("withdraw", &pass.to_string())]).await.expect(303);
    assert!(scene.way(&scene.geneva, topic).await.is_empty());
    assert!(items(&scene.brussels, "/events/brussels/passes").await.is_empty());
    assert!(scene.place.mails().await.is_empty(), "nobody is asked what is not asked any more");
    scene.geneva.delete(&format!("/passes/{pass}")).await.expect(404);
    let again = scene.pass(&scene.geneva, topic, "brussels").await;
    scene.accept(&scene.brussels, again).await;
    assert_eq!(scene.geneva.delete(&format!("/passes/{again}")).await.expect(409).code(), "pass_decided");
    assert_eq!(happenings(&scene.ilze, topic).await, ["proposed", "passed", "pass_withdrawn", "passed", "pass_accepted"]);
}

#[tokio::test]
async fn no_topic_goes_in_circles_or_where_it_cannot() {
    let scene = scene(Visibility::Public).await;
    let topic = scene.propose(&scene.ilze, false).await;
    let refused = async |by: &Client, topic: i64, to: &str, status: u16, code: &str| {
        assert_eq!(by.post(&format!("/topics/{topic}/pass"), json!({"to": to})).await.expect(status).code(), code, "{to}");
    };
    refused(&scene.geneva, topic, "geneva", 409, "already_passed").await;
    refused(&scene.geneva, topic, "nowhere", 422, "unknown_event").await;
    refused(&scene.brussels, topic, "forum", 403, "forbidden").await;
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    refused(&scene.geneva, topic, "brussels", 409, "already_passed").await;
    scene.geneva.post(&format!("/passes/{pass}/accept"), json!({})).await.expect(403);
    let there = scene.accept(&scene.brussels, pass).await;
    refused(&scene.brussels, there, "geneva", 409, "already_passed").await;
    let on = scene.pass(&scene.brussels, there, "forum").await;
    let last = scene.accept(&scene.forum, on).await;
    for to in ["geneva", "brussels"] {
        refused(&scene.forum, last, to, 409, "already_passed").await;
    }
    refused(&scene.geneva, topic, "forum", 409, "already_passed").await;
    let form = scene.geneva.page("/en/events/geneva/topics/1/pass").await.expect(200).text();
    assert!(form.contains("There is no event to pass it up to"), "{form}");
    scene.ilze.page("/en/events/geneva/topics/1/pass").await.expect(403);

    let host = scene.place.host("other").await;
    scene.place.event(host, "over", |event| event.status = Set(Status::Held.into())).await;
    scene.place.event(host, "draft", |event| event.status = Set(Status::Draft.into())).await;
    refused(&scene.geneva, topic, "over", 422, "takes_no_topics").await;
    refused(&scene.geneva, topic, "draft", 422, "unknown_event").await;
}

#[tokio::test]
async fn of_a_private_event_only_its_host_is_told() {
    let scene = scene(Visibility::Invited).await;
    scene.geneva.post("/events/geneva/invitations", json!({"emails": ["ilze@example.org"]})).await.expect(200);
    let topic = scene.propose(&scene.ilze, false).await;
    let pdf = json!({"name": "ilze.pdf", "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="});
    scene.ilze.post(&format!("/topics/{topic}/files"), pdf).await.expect(201);
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    let letter = scene.place.mails_to("brussels@").await.remove(0);
    let waiting = scene.brussels.page("/en/organise/events/brussels/passes").await.expect(200).text();
    let there = scene.accept(&scene.brussels, pass).await;
    let mut told = vec![letter.plain(), letter.html(), waiting];
    for client in [&scene.brussels, &scene.janis, &scene.place.anyone()] {
        client.get(&format!("/topics/{topic}")).await;
        told.push(client.get(&format!("/topics/{there}")).await.expect(200).text());
        told.push(client.get(&format!("/topics/{there}/passes")).await.expect(200).text());
        told.push(client.get(&format!("/topics/{there}/timeline")).await.expect(200).text());
        told.push(client.get(&format!("/topics/{there}/files")).await.expect(200).text());
        told.push(client.page("/en/events/brussels/topics/1").await.expect(200).text());
        told.push(client.page("/en/events/brussels/topics").await.expect(200).text());
    }
    for text in &told {
        assert!(!text.contains("Meeting in geneva") && !text.contains("/geneva") && !text.contains("ilze"), "{text}");
    }
    assert!(told.last().unwrap().contains("Raised at a meeting held by Host geneva"));
    assert!(scene.place.anyone().page("/en/events/brussels/topics/1").await.expect(200).text().contains("a briefing held by Host geneva"));
    let own = scene.ilze.page("/en/events/brussels/topics/1").await.expect(200).text();
    assert!(own.contains("/en/events/geneva/topics/1"), "who was invited sees where it came from");
    scene.ilze.patch(&format!("/topics/{there}"), json!({"minutes": 30})).await.expect(200);
    scene.place.anyone().get(&format!("/topics/{topic}/passes")).await.expect(404);
    scene.janis.get(&format!("/topics/{topic}/passes")).await.expect(404);
}

#[tokio::test]
async fn what_may_name_who_is_not_named_stays_behind() {
    for (seen_by, links) in [(Visibility::Public, 1), (Visibility::Members, 0)] {
        let scene = scene(seen_by).await;
        let topic = scene.propose(&scene.ilze, false).await;
        let link = json!({"links": [{"title": "Ilze’s page", "url": "https://ilze.example/"}]});
        scene.ilze.patch(&format!("/topics/{topic}"), link).await.expect(200);
        let pass = scene.pass(&scene.geneva, topic, "brussels").await;
        let there = scene.accept(&scene.brussels, pass).await;
        let made = scene.place.anyone().get(&format!("/topics/{there}")).await.expect(200).json();
        assert_eq!(made["links"].as_array().map_or(0, Vec::len), links, "{made}");
        assert_eq!(made["author"].as_str(), (links > 0).then_some("ilze"));
    }
}

#[tokio::test]
async fn that_a_topic_went_to_a_meeting_of_the_invited_is_for_them() {
    let scene = scene(Visibility::Public).await;
    let closed = scene.place.host("closed").await;
    scene.place.event(closed, "closed", |event| event.visibility = Set(Visibility::Invited.into())).await;
    let geneva = event::Entity::find().filter(event::Column::Slug.eq("geneva")).one(scene.place.site.db.read()).await.unwrap().unwrap();
    let person = scene.place.person("both@example.org").await;
    for host in [closed, geneva.host_id] {
        scene.place.member(host, person, Role::Organiser).await;
    }
    let both = scene.place.client(person).await;
    let topic = scene.propose(&scene.ilze, false).await;
    let pass = scene.pass(&both, topic, "closed").await;
    scene.accept(&both, pass).await;
    assert_eq!(scene.way(&both, topic).await.len(), 1);
    for client in [&scene.ilze, &scene.janis, &scene.place.anyone()] {
        assert!(scene.way(client, topic).await.is_empty());
        let page = client.page("/en/events/geneva/topics/1").await.expect(200).text();
        assert!(!page.contains("/closed") && !page.contains("Host closed"), "{page}");
    }
}

#[tokio::test]
async fn who_proposed_without_a_name_stays_without_one() {
    let scene = scene(Visibility::Public).await;
    let topic = scene.propose(&scene.ilze, true).await;
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    let there = scene.accept(&scene.brussels, pass).await;
    let row = topic::Entity::find_by_id(there).one(scene.place.site.db.read()).await.unwrap().unwrap();
    assert!(row.author_id.is_none() && row.author_sealed.is_some());
    let follows = backend::entity::follow::Entity::find().all(scene.place.site.db.read()).await.unwrap();
    assert!(follows.iter().all(|row| row.person_id.is_none()), "{follows:?}");
    scene.ilze.patch(&format!("/topics/{there}"), json!({"minutes": 30})).await.expect(200);
    scene.janis.patch(&format!("/topics/{there}"), json!({"minutes": 30})).await.expect(403);
    let comment = json!({"text": "Mine there, too", "anonymous": true});
    scene.ilze.post(&format!("/topics/{there}/comments"), comment).await.expect(201);
}

#[tokio::test]
async fn followers_read_of_it_in_their_letter_and_the_organisers_get_no_second_one() {
    let scene = scene(Visibility::Public).await;
    let topic = scene.propose(&scene.ilze, false).await;
    let pass = scene.pass(&scene.geneva, topic, "brussels").await;
    scene.accept(&scene.brussels, pass).await;
    scene.place.at("2027-02-01T05:00:00Z");
    jobs::run_due(&scene.place.site).await.unwrap();
    jobs::run_due(&scene.place.site).await.unwrap();
    let sent = scene.place.mails_to("ilze@").await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].plain().contains("aken up at the other event."), "{}", sent[0].plain());
    assert_eq!(scene.place.mails_to("brussels@").await.len(), 0, "what is decided needs no letter any more");
    assert_eq!(scene.way(&scene.place.anyone(), topic).await[0]["state"], "accepted");
}
