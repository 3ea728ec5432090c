//! Log lines tell what happened, and of nobody.

use super::settings;
use crate::support::{Client, Place};
use axum::http::Method;
use backend::mail::{Memory, SendError};
use backend::service::credential::{self, Kind};
use backend::service::jobs;
use backend::{Site, outbox};
use domain::host::Role;
use serde_json::{Value, json};
use server::observe::{Observed, logs};
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::EnvFilter;

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Kept {
    /// All lines from now on, ours to the last detail.
    fn begin() -> Self {
        let kept = Self::default();
        let writer = kept.clone();
        let filter = EnvFilter::new("info,server=trace,backend=trace,app=trace,domain=trace");
        tracing::subscriber::set_global_default(logs::json(filter, move || writer.clone())).unwrap();
        kept
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    fn lines(&self) -> Vec<Value> {
        self.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[tokio::test]
async fn a_whole_story_leaves_lines_without_anybody_in_them() {
    let place = Place::new().await;
    let kept = Kept::begin();
    let mail = Arc::new(Memory::default());
    let site = Site { mail: Observed::over(mail.clone()), ..place.site.clone() };
    let router = server::http::router(&site, &settings(&[("rate_limits", "off")])).unwrap();
    let host = place.host("ministry").await;
    place.event(host, "forum", |_| {}).await;
    let anyone = Client::new(router.clone(), None, None);
    let person = place.person("zeltite.ozolkalne@persona.test").await;
    place.member(host, person, Role::Organiser).await;
    let token = credential::issue(site.db.writer(), &site, person, Kind::Token).await.unwrap();
    let session = credential::issue(site.db.writer(), &site, person, Kind::Session).await.unwrap();
    let zeltite = Client::new(router, Some(token.clone()), Some(session.clone()));

    anyone.submit("/en/signin", &[("email", "zeltite.ozolkalne@persona.test")]).await;
    let needs = "gluten-free for Zeltīte";
    zeltite.post("/events/forum/registrations", json!({"mode": "in_person", "needs": needs})).await.expect(201);
    zeltite.post("/events/forum/registrations", json!({"mode": "in_person"})).await.expect(409);
    zeltite.post("/events/forum/registrations", json!({"mode": "Zeltīte"})).await;
    zeltite.put("/people/guna.vilkate@persona.test", json!({"name": "Guna Vilkate", "zone": "Europe/Riga", "language": "lv"})).await;
    zeltite.post("/events/forum/invitations", json!({"emails": ["guna.vilkate@persona.test", "not an address vilkate"]})).await;
    zeltite.get("/people?q=vilkate").await;
    let topic = json!({"title": {"lv": "Slepena tēma"}, "minutes": 30, "anonymous": true});
    zeltite.post("/events/forum/topics", topic).await.expect(201);
    let me = zeltite.get("/me").await.expect(200).json();
    let calendar = me["calendar_url"].as_str().unwrap().strip_prefix("http://saiets.test").unwrap().to_owned();
    anyone.page(&calendar).await.expect(200);
    zeltite.page("/en/me?from=ozolkalne").await;
    zeltite.page("/en/events/forum").await.expect(200);
    anyone.call(Method::GET, "/me", None).await.expect(401);
    anyone.page("/en/hosts/vilkate").await.expect(404);

    outbox::drain(&site).await.unwrap();
    let link = mail.sent().iter().map(|mail| String::from_utf8_lossy(&mail.bytes).into_owned()).find(|mail| mail.contains("/signin/"));
    let link = link.unwrap().replace("=\r\n", "");
    let secret: String = link.split("/signin/").nth(1).unwrap().chars().take(43).collect();
    anyone.page(&format!("/en/signin/{secret}")).await.expect(200);
    anyone.submit(&format!("/en/signin/{secret}"), &[]).await;
    mail.fail(Some(SendError::Permanent("550".to_owned())));
    zeltite.post("/events/forum/status", json!({"to": "cancelled", "reason": {"lv": "Guna Vilkate"}})).await.expect(200);
    jobs::run_due(&site).await.unwrap();

    let said = kept.text();
    let own = calendar.split('/').nth(2).unwrap();
    for secret in ["ozolkalne", "vilkate", "zelt", "guna", "persona.test", "gluten", "Slepena", &token, &session, &secret, own, "?"] {
        assert!(!said.to_lowercase().contains(&secret.to_lowercase()), "{secret} is in\n{said}");
    }
    let lines = kept.lines();
    let find = |route: &str| lines.iter().find(|line| line["route"] == route).unwrap_or_else(|| panic!("{route} is not in\n{said}"));
    assert_eq!(find("/u/{secret}/calendar.ics")["status"], 200);
    assert_eq!(find("/u/{secret}/calendar.ics")["method"], "GET");
    let requests: Vec<_> = lines.iter().filter(|line| line["message"] == "request").collect();
    assert_eq!(requests.len(), 17, "one line a request\n{said}");
    assert!(requests.iter().all(|line| line["span"]["id"].as_str().is_some_and(|id| id.len() == 22)), "{said}");
    let outcomes: Vec<_> = lines.iter().filter(|line| line["message"] == "mail").map(|line| line["outcome"].clone()).collect();
    assert!(outcomes.contains(&json!("sent")) && outcomes.contains(&json!("failed")), "{said}");
}

#[tokio::test]
async fn an_answer_names_the_request_its_lines_are_found_by() {
    let place = Place::new().await;
    let kept = Kept::begin();
    let answer = place.anyone().call_with(Method::GET, "/events", None, &[("x-request-id", "mine")]).await.expect(200);
    let id = answer.header("x-request-id").unwrap().to_owned();
    assert_ne!(id, "mine", "what a caller sends may be anything");
    assert_eq!(kept.lines().last().unwrap()["span"]["id"], id);
}
