//! The cost of a page grows with what it shows, never by a question to the database for each row.

use crate::agenda::session;
use crate::support::{Client, Place};
use backend::entity::event;
use backend::service::rounds;
use domain::event::Status;
use domain::host::Role;
use sea_orm::Set;
use serde_json::json;

/// What visitors and those who take part see.
const PAGES: [&str; 18] = [
    "/en/",
    "/en/events",
    "/en/events?past=yes",
    "/en/events?host=mfa",
    "/en/events/forum",
    "/en/events/forum/topics",
    "/en/events/forum/topics/1",
    "/en/events/forum/topics/1/versions",
    "/en/events/forum/topics/like?title=Health",
    "/en/events/forum/rounds/1",
    "/en/events/forum/rounds/2",
    "/en/events/forum/agenda",
    "/en/events/forum/outcomes",
    "/en/hosts/mfa",
    "/calendar.ics",
    "/hosts/mfa/calendar.ics",
    "/events/forum.ics",
    "/en/privacy",
];
/// Those of people who take part, and of organisers.
const OWN: [&str; 17] = [
    "/en/me",
    "/en/me/topics",
    "/en/events/forum/participants",
    "/en/events/forum/register",
    "/en/events/forum/topics/1/edit",
    "/en/events/forum/topics/1/files",
    "/en/organise",
    "/en/organise/hosts",
    "/en/organise/hosts/mfa",
    "/en/organise/events/forum",
    "/en/organise/events/forum/agenda",
    "/en/organise/events/forum/agenda/setup",
    "/en/organise/events/forum/agenda/draft",
    "/en/organise/events/forum/registrations",
    "/en/organise/events/forum/invitations",
    "/en/organise/events/forum/moderation",
    "/en/organise/events/forum/outcomes",
];
/// Lists of the API.
const CALLS: [&str; 20] = [
    "/events",
    "/events/forum",
    "/events/forum/agenda",
    "/events/forum/agenda/warnings",
    "/events/forum/agenda/releases",
    "/events/forum/agenda/changes?from=1",
    "/events/forum/rooms",
    "/events/forum/availability",
    "/events/forum/interest",
    "/events/forum/invitations",
    "/events/forum/moderation",
    "/events/forum/outcomes",
    "/events/forum/participants",
    "/events/forum/registrations",
    "/events/forum/rounds",
    "/events/forum/topics",
    "/hosts",
    "/hosts/mfa/members",
    "/people",
    "/topics/1/comments",
];

struct Scene {
    place: Place,
    host: i64,
    organiser: Client,
    filled: usize,
}

impl Scene {
    async fn new() -> Self {
        let place = Place::new().await;
        let host = place.host("mfa").await;
        place.event(host, "forum", |event| event.in_person_capacity = Set(Some(1))).await;
        let organiser = place.acting("organiser@example.org", Some((host, Role::Coordinator))).await;
        Self { place, host, organiser, filled: 0 }
    }

    /// Until there are so many of everything that the pages list.
    async fn fill(&mut self, upto: usize) {
        while self.filled < upto {
            self.filled += 1;
            self.add(self.filled).await;
        }
        self.organiser.post("/events/forum/agenda/releases", json!({"name": {"en": "Next"}})).await.expect(201);
    }

    async fn add(&self, n: usize) {
        let email = format!("person-{n}@example.org");
        let person = self.place.acting(&email, None).await;
        let over = |row: &mut event::ActiveModel| {
            row.starts_at = Set(n as i64 * 1_000_000);
            row.ends_at = Set(n as i64 * 1_000_000 + 1);
            row.status = Set(Status::Held.into());
        };
        self.place.event(self.host, &format!("ahead-{n}"), |_| {}).await;
        self.place.event(self.host, &format!("over-{n}"), over).await;
        self.place.host(&format!("host-{n}")).await;
        self.organiser.put(&format!("/hosts/mfa/members/member-{n}@example.org"), json!({"role": "viewer"})).await.expect(201);
        let invited = json!({"emails": [format!("invited-{n}@example.org")]});
        self.organiser.post("/events/forum/invitations", invited).await.expect(200);
        let mode = if n.is_multiple_of(2) { "online" } else { "in_person" };
        let named = json!({"mode": mode, "named": true, "needs": "a ramp"});
        person.post("/events/forum/registrations", named).await.expect(201);
        person.put("/events/forum/interest", json!({"answer": "yes"})).await.expect(200);
        let topic = json!({"title": {"en": format!("Health {n}")}, "minutes": 20, "anonymous": n.is_multiple_of(3)});
        let topic = person.post("/events/forum/topics", topic).await.expect(201).json()["id"].as_i64().unwrap();
        person.post("/topics/1/supports", json!({})).await;
        let changed = json!({"area": format!("law {n}"), "links": [{"url": "https://likumi.lv/"}]});
        self.organiser.patch("/topics/1", changed).await.expect(200);
        let comment = person.post("/topics/1/comments", json!({"text": "Well said"})).await.expect(201).json()["id"].as_i64().unwrap();
        self.organiser.post("/topics/1/comments", json!({"text": "Thank you", "parent": comment})).await.expect(201);
        let mut talk = session(&format!("Talk {n}"), &format!("{}:00", 10 + n % 8), 30);
        talk["speakers"] = json!([email, format!("Speaker {n}")]);
        if n.is_multiple_of(2) {
            talk["topic"] = json!(topic);
        }
        let outcome = json!({"kind": "action", "text": {"en": "See to it"}, "topic": topic, "owner": email});
        self.organiser.post("/events/forum/outcomes", outcome).await.expect(201);
        self.organiser.post("/events/forum/sessions", talk).await.expect(201);
    }

    /// What a request takes; asked in a way that nothing kept can answer it.
    async fn cost(&self, path: &str, signed_in: bool) -> u64 {
        self.place.site.db.writer();
        let before = self.place.site.db.statements();
        let answer = match path {
            path if CALLS.contains(&path) => self.organiser.get(path).await,
            path if signed_in => self.organiser.page(path).await,
            path => self.place.anyone().page(path).await,
        };
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        self.place.site.db.statements() - before
    }

    async fn costs(&self) -> Vec<(String, u64)> {
        let mut costs = Vec::new();
        for path in PAGES {
            costs.push((format!("{path}, visitor"), self.cost(path, false).await));
        }
        for path in PAGES.iter().chain(&OWN).chain(&CALLS) {
            costs.push((format!("{path}, signed in"), self.cost(path, true).await));
        }
        costs
    }
}

#[tokio::test]
async fn no_page_asks_more_often_because_there_are_more_rows() {
    let mut scene = Scene::new().await;
    scene.fill(3).await;
    vote(&scene).await;
    let few = scene.costs().await;
    scene.fill(24).await;
    let many = scene.costs().await;
    let grown: Vec<_> = few.iter().zip(&many).filter(|(few, many)| few != many).collect();
    assert!(grown.is_empty(), "eight times the rows: {grown:#?}");
    let most = many.iter().max_by_key(|(_, cost)| *cost).unwrap();
    assert!(most.1 <= 33, "{most:?}");
}

/// A round that is closed and one that is open.
async fn vote(scene: &Scene) {
    for (closes, secret) in [("2027-01-25T09:30:00Z", true), ("2027-03-01T09:00:00Z", false)] {
        let round = json!({"title": {"en": "Which"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": closes, "secret": secret, "topics": [1, 3]});
        scene.organiser.post("/events/forum/rounds", round).await.expect(201);
    }
    scene.place.at("2027-01-25T10:00:00Z");
    rounds::settle_due(&scene.place.site).await.unwrap();
}

#[tokio::test]
async fn a_series_costs_the_same_however_many_editions_it_has() {
    let mut scene = Scene::new().await;
    scene.filled = 1;
    let body = json!({"slug": "monthly", "host": "mfa", "title": {"en": "Monthly"}, "kind": "thematic", "rule": "FREQ=MONTHLY;BYDAY=1MO", "first": "2027-02-01", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 60, "venues": ["Rīga"], "notice_days": {"ideal": 30, "minimum": 10}});
    scene.organiser.post("/series", body).await.expect(201);
    let mut before = None;
    for (n, dates) in
        [["2027-02-01", "2027-03-01"].as_slice(), &["2027-04-05", "2027-05-03", "2027-06-07", "2027-07-05"]].iter().enumerate()
    {
        for date in *dates {
            let edition = json!({"date": date, "slug": format!("edition-{date}")});
            scene.organiser.post("/series/monthly/editions", edition).await.expect(201);
        }
        let mut costs = Vec::new();
        for path in ["/en/series/monthly", "/series/monthly/calendar.ics", "/en/events/edition-2027-02-01", "/en/organise/series/monthly"] {
            costs.push((path, scene.cost(path, path.contains("organise")).await));
        }
        if let Some(before) = before.replace(costs.clone()) {
            assert_eq!(before, costs, "after {n} rounds of editions");
        }
    }
}
