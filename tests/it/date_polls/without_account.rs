//! Answers without an account: by a name, changed by their own secret, and one letter to an address at most.

use super::{Scene, poll};
use crate::support::{Answer, Client, Place};
use axum::body::Body;
use axum::http::{Method, Request, header};
use backend::entity::{date_poll_reply, invitation, person, registration};
use backend::service::jobs;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, QueryOrder, Set};
use serde_json::json;

/// A browser that keeps what it is given.
struct Browser {
    client: Client,
    cookie: String,
}

impl Browser {
    fn new(place: &Place) -> Self {
        Self { client: place.anyone(), cookie: String::new() }
    }

    async fn send(&mut self, method: Method, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, self.cookie.clone());
        let request = request.header("sec-fetch-site", "same-origin").header(header::ACCEPT, "text/html");
        let answer = self.client.send(request.body(Body::from(form)).unwrap()).await;
        let mut set = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        if let Some(own) = set.rfind(|value| value.starts_with("poll_")) {
            self.cookie = own.split(';').next().unwrap().to_owned();
        }
        answer
    }
}

impl Scene {
    async fn visitor(&self, name: &str, email: &str) -> Browser {
        let mut browser = Browser::new(&self.place);
        let fields = [("name", name), ("email", email), ("answers.1", "yes")];
        browser.send(Method::POST, &self.page(), &fields).await.expect(303);
        browser
    }

    fn page(&self) -> String {
        format!("/en/polls/{}", self.poll)
    }

    async fn rows(&self) -> Vec<date_poll_reply::Model> {
        date_poll_reply::Entity::find().order_by_asc(date_poll_reply::Column::Id).all(self.place.site.db.read()).await.unwrap()
    }
}

#[tokio::test]
async fn a_visitor_answers_by_a_name_and_changes_it_by_their_own_secret_only() {
    let scene = Scene::new().await;
    let mut marta = scene.visitor("Marta", "").await;
    let secret = marta.cookie.split('=').nth(1).unwrap().to_owned();
    let stored = scene.rows().await;
    assert_eq!((stored.len(), stored[0].name.as_str(), stored[0].email.as_deref()), (1, "Marta", None));
    assert!(!format!("{stored:?}").contains(&secret), "only a hash is kept");
    marta.send(Method::POST, &scene.page(), &[("name", "Marta"), ("answers.2", "yes")]).await.expect(303);
    assert_eq!(scene.rows().await.len(), 1, "changed, not given twice");
    // On another device, by the link; by a false one nothing.
    let mut elsewhere = Browser::new(&scene.place);
    elsewhere.send(Method::GET, &format!("{}/mine/{secret}", scene.page()), &[]).await.expect(303);
    let shown = elsewhere.send(Method::GET, &scene.page(), &[]).await.expect(200).text();
    assert!(shown.contains("value=\"Marta\"") && shown.contains("Change my answer"), "{shown}");
    elsewhere.send(Method::GET, &format!("{}/mine/{}", scene.page(), "x".repeat(43)), &[]).await.expect(404);
    let other = scene.place.anyone().page(&scene.page()).await.expect(200).text();
    assert!(!other.contains("Marta"), "nobody else reads it");
    elsewhere.send(Method::POST, &scene.page(), &[("do", "take-back")]).await.expect(303);
    assert!(scene.rows().await.is_empty());
}

#[tokio::test]
async fn what_was_typed_stays_and_says_what_is_wrong() {
    let scene = Scene::new().await;
    let mut browser = Browser::new(&scene.place);
    let name = "x".repeat(10_000);
    let fields = [("name", name.as_str()), ("email", "no address"), ("answers.1", "if_need_be"), ("answers.7", "yes")];
    let shown = browser.send(Method::POST, &scene.page(), &fields).await.expect(422).text();
    for kept in ["This is too long", "Write the e-mail address", "This time is not part of the poll", name.as_str(), "no address"] {
        assert!(shown.contains(kept), "{kept}");
    }
    let chosen = shown.split("<input").find(|input| input.contains("answers.1") && input.contains("value=\"if_need_be\"")).unwrap();
    assert!(chosen.split('>').next().unwrap().contains("checked"), "{chosen}");
    scene.place.at("2027-02-20T16:00:00Z");
    let closed = browser.send(Method::POST, &scene.page(), &[("name", "Marta"), ("answers.1", "yes")]).await.expect(409).text();
    assert!(closed.contains("The poll is closed") && closed.contains("You said:"), "{closed}");
    assert!(scene.rows().await.is_empty());
}

#[tokio::test]
async fn who_needs_an_account_is_asked_to_sign_in() {
    let scene = Scene::of(serde_json::from_str(&poll().to_string().replace("true", "false")).unwrap()).await;
    let shown = scene.place.anyone().page(&scene.page()).await.expect(200).text();
    assert!(shown.contains("Sign in to answer") && !shown.contains("type=\"radio\""));
    let sent = scene.place.anyone().submit(&scene.page(), &[("name", "Marta"), ("answers.1", "yes")]).await.expect(303);
    assert!(sent.header("location").unwrap().contains("/signin"));
    assert!(scene.rows().await.is_empty());
}

#[tokio::test]
async fn an_address_gets_one_letter_a_poll_which_says_nothing_of_what_was_typed() {
    let scene = Scene::new().await;
    scene.visitor("BUY PILLS http://evil.example", "marta@example.org").await;
    scene.visitor("Again", "marta@example.org").await;
    let mut third = scene.visitor("Third", "other@example.org").await;
    third.send(Method::POST, &scene.page(), &[("name", "Third"), ("email", "marta@example.org"), ("answers.1", "yes")]).await.expect(303);
    let letters = scene.place.mails_to("marta@example.org").await;
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert!(!letter.raw.contains("evil") && !letter.plain().contains("PILLS") && !letter.html().contains("PILLS"));
    assert!(letter.part("text/calendar").is_none(), "no entry for anybody's calendar");
    assert!(letter.plain().contains("Working group") && letter.plain().contains("/confirm/"));
    let known = person::Entity::find().filter(person::Column::Email.eq("marta@example.org"));
    assert!(known.one(scene.place.site.db.read()).await.unwrap().is_none(), "an address nobody confirmed is no person");
}

#[tokio::test]
async fn nobody_has_us_write_to_a_list_of_strangers() {
    let scene = Scene::new().await;
    for i in 0..25 {
        scene.visitor("Somebody", &format!("stranger-{i}@example.org")).await;
    }
    assert_eq!(scene.place.mails().await.len(), 20, "so many an hour");
    // The same address in many polls: three a day.
    for _ in 0..4 {
        let made = scene.organiser.post("/date-polls", poll()).await.expect(201).json();
        let path = format!("/en/polls/{}", made["id"].as_str().unwrap());
        let fields = [("name", "Somebody"), ("email", "victim@example.org"), ("answers.1", "yes")];
        scene.place.anyone().submit(&path, &fields).await.expect(303);
    }
    assert_eq!(scene.place.mails_to("victim@example.org").await.len(), 3);
}

#[tokio::test]
async fn only_a_confirmed_address_is_invited_and_none_is_registered() {
    let scene = Scene::new().await;
    scene.visitor("Marta", "marta@example.org").await;
    scene.visitor("Nobody", "unconfirmed@example.org").await;
    let letter = scene.place.mails_to("marta@example.org").await.remove(0);
    let link = letter.plain().split_whitespace().find(|word| word.contains("/confirm/")).unwrap().to_owned();
    let link = link.trim_start_matches("http://saiets.test").to_owned();
    let rest = link.split_once("/confirm/").unwrap().1;
    let false_link = link.replace(rest, &format!("{}x", &rest[..rest.len() - 1]));
    scene.place.anyone().page(&false_link).await.expect(404);
    scene.place.anyone().submit(&false_link, &[]).await.expect(404);
    let asked = scene.place.anyone().page(&link).await.expect(200).text();
    assert!(asked.contains("Yes, it is mine") && !scene.rows().await[0].email_confirmed, "opening it changes nothing");
    scene.place.anyone().submit(&link, &[]).await.expect(303);
    assert!(scene.rows().await[0].email_confirmed);

    let body = json!({"slot": 1, "slug": "working-group"});
    let made = scene.organiser.post(&format!("{}/event", scene.path()), body).await.expect(201).json();
    assert_eq!(made["invitations"]["invited"], 1);
    let db = scene.place.site.db.read();
    assert_eq!(invitation::Entity::find().all(db).await.unwrap().len(), 1);
    assert!(registration::Entity::find().all(db).await.unwrap().is_empty(), "nobody is registered");
    let letters = scene.place.mails_to("marta@example.org").await;
    assert_eq!(letters.len(), 2);
    assert!(letters[1].property("DTSTART").unwrap().ends_with("20270301T100000"));
    assert_eq!(scene.place.mails_to("unconfirmed@example.org").await.len(), 1, "asked once, and nothing more");
}

#[tokio::test]
async fn another_address_has_to_be_confirmed_anew() {
    let scene = Scene::new().await;
    let mut marta = scene.visitor("Marta", "marta@example.org").await;
    let letter = scene.place.mails_to("marta@example.org").await.remove(0);
    let link = letter.plain().split_whitespace().find(|word| word.contains("/confirm/")).unwrap().replace("http://saiets.test", "");
    scene.place.anyone().submit(&link, &[]).await.expect(303);
    marta.send(Method::POST, &scene.page(), &[("name", "Marta"), ("email", "victim@example.org"), ("answers.1", "yes")]).await.expect(303);
    assert!(!scene.rows().await[0].email_confirmed);
    scene.place.anyone().submit(&link, &[]).await.expect(404);
}

#[tokio::test]
async fn who_signs_in_later_is_still_one_person() {
    let scene = Scene::new().await;
    let marta = scene.visitor("Marta", "").await;
    let id = scene.place.person("marta@example.org").await;
    let session = backend::service::credential::issue(
        scene.place.site.db.writer(),
        &scene.place.site,
        id,
        backend::service::credential::Kind::Session,
    );
    let mut signed =
        Browser { client: scene.place.anyone(), cookie: format!("{}; saiets_session={}", marta.cookie, session.await.unwrap()) };
    signed.send(Method::POST, &scene.page(), &[("answers.2", "yes")]).await.expect(303);
    let rows = scene.rows().await;
    assert_eq!((rows.len(), rows[0].person_id, rows[0].name.as_str()), (1, Some(id), ""));
    assert_eq!(rows[0].secret_hash, None, "the secret opens nothing any more");
}

#[tokio::test]
async fn answers_without_an_account_are_erased_a_month_after_the_close() {
    let scene = Scene::new().await;
    scene.visitor("Marta", "marta@example.org").await;
    scene.person("ilze@example.org", "Europe/Riga", json!({"1": "yes"})).await;
    scene.place.at("2027-03-22T15:00:00Z");
    jobs::run_due(&scene.place.site).await.unwrap();
    assert_eq!(scene.rows().await.len(), 2);
    scene.place.at("2027-03-22T16:00:00Z");
    jobs::run_due(&scene.place.site).await.unwrap();
    let left = scene.rows().await;
    assert_eq!((left.len(), left[0].name.as_str()), (1, ""));
    let shown = scene.place.anyone().page(&scene.page()).await.expect(200).text();
    assert!(shown.contains("The poll is closed"));
}

#[tokio::test]
async fn a_person_who_is_erased_takes_their_address_out_of_polls() {
    let scene = Scene::new().await;
    scene.visitor("Not Ilze", "ilze@example.org").await;
    let ilze = scene.place.acting("ilze@example.org", None).await;
    ilze.delete("/me").await.expect(204);
    let rows = scene.rows().await;
    assert_eq!((rows.len(), rows[0].email.as_deref()), (1, None));
    assert!(scene.place.mails().await.is_empty(), "what waited to be sent there does not leave");
}

#[tokio::test]
async fn so_many_can_answer_and_no_more() {
    let scene = Scene::new().await;
    let mut marta = scene.visitor("Marta", "").await;
    let first = scene.rows().await.remove(0);
    let another = |n: i64| date_poll_reply::ActiveModel {
        id: NotSet,
        secret_hash: Set(Some(format!("other-{n}"))),
        ..first.clone().into_active_model().reset_all()
    };
    let others = (1..200).map(another);
    date_poll_reply::Entity::insert_many(others).exec(scene.place.site.db.writer()).await.unwrap();
    let refused = Browser::new(&scene.place).send(Method::POST, &scene.page(), &[("name", "Late"), ("answers.1", "yes")]).await;
    assert!(refused.expect(409).text().contains("value=\"Late\""), "what was typed is kept");
    marta.send(Method::POST, &scene.page(), &[("name", "Marta"), ("answers.1", "no")]).await.expect(303);
    assert_eq!(scene.rows().await.len(), 200);
}
