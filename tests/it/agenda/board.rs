//! The board: sessions are moved, topics placed and steps taken back, and two organisers lose nothing to each other.

use super::{Scene, ids, scene, session};
use crate::support::{Answer, Client};
use domain::host::Role;
use serde_json::{Value, json};

const BENCH: &str = "/en/organise/events/forum-2027/agenda";
const BOARD: &str = "/en/organise/events/forum-2027/agenda/board";

async fn moved(client: &Client, id: i64, version: &str, to: &str, more: &[(&str, &str)]) -> Answer {
    let id = id.to_string();
    let mut fields = vec![("do", "move"), ("session", id.as_str()), ("version", version), ("starts_local", to)];
    fields.extend_from_slice(more);
    client.submit(BOARD, &fields).await
}

/// What stands in an attribute of the page.
fn attribute<'a>(page: &'a str, before: &str, name: &str) -> &'a str {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("no {before}"));
    let (_, value) = rest.split_once(&format!("{name}=\"")).unwrap();
    value.split('"').next().unwrap()
}

impl Scene {
    async fn second(&self) -> Client {
        self.place.acting("second@example.org", Some((self.host, Role::Assistant))).await
    }

    async fn one(&self, id: i64) -> Value {
        self.organiser.get(&format!("/sessions/{id}")).await.expect(200).json()
    }
}

#[tokio::test]
async fn a_session_is_put_elsewhere_and_that_is_taken_back_and_done_again() {
    let scene = scene().await;
    let mut body = session("Atklāšana", "10:00", 30);
    body["speakers"] = json!(["Anna Ozola"]);
    let id = scene.add(body).await;
    let page = scene.organiser.page(BENCH).await.expect(200).text();
    let block = format!("id=\"session-{id}\"");
    assert_eq!(attribute(&page, &block, "data-starts"), "2027-08-18T10:00");
    assert!(page.contains("/modules/board."), "the script of the board");
    let places = [("room.lv", "Lielā zāle"), ("room.en", ""), ("duration_minutes", "45"), ("piece", "1")];
    let piece = moved(&scene.organiser, id, "1", "2027-08-18T11:05", &places).await.expect(200).text();
    assert!(piece.trim_start().starts_with("<div id=\"bench\"") && !piece.contains("<html"));
    assert_eq!(attribute(&piece, &block, "data-version"), "2");
    let now = scene.one(id).await;
    assert_eq!(
        (&now["starts_local"], &now["duration_minutes"], &now["room"]),
        (&json!("2027-08-18T11:05"), &json!(45), &json!({"lv": "Lielā zāle"}))
    );
    assert_eq!(now["speakers"], json!(["Anna Ozola"]), "what is not sent stays");
    let done = scene.organiser.submit(BOARD, &[("do", "undo")]).await.expect(303);
    assert_eq!(done.header("location"), Some(BENCH));
    let back = scene.one(id).await;
    assert_eq!((&back["starts_local"], &back["duration_minutes"], &back["room"]), (&json!("2027-08-18T10:00"), &json!(30), &Value::Null));
    assert_eq!(scene.organiser.post("/events/forum-2027/agenda/redo", json!(null)).await.expect(200).json()["done"], json!(true));
    assert_eq!(scene.one(id).await["starts_local"], json!("2027-08-18T11:05"));
    for _ in 0..2 {
        scene.organiser.post("/events/forum-2027/agenda/undo", json!(null)).await.expect(200);
    }
    assert_eq!(scene.agenda(&scene.organiser, "").await["working"]["items"], json!([]), "the adding, too");
    scene.organiser.post("/events/forum-2027/agenda/undo", json!(null)).await.expect(409);
    scene.organiser.post("/events/forum-2027/agenda/redo", json!(null)).await.expect(200);
    let again = scene.one(id).await;
    assert_eq!((&again["starts_local"], &again["speakers"]), (&json!("2027-08-18T10:00"), &json!(["Anna Ozola"])));
    // Whoever does something else cannot do again what they took back before.
    scene.organiser.patch(&format!("/sessions/{id}"), json!({"room": "B"})).await.expect(200);
    assert_eq!(scene.organiser.post("/events/forum-2027/agenda/redo", json!(null)).await.expect(409).code(), "nothing_to_redo");
}

#[tokio::test]
async fn a_removed_session_comes_back_with_those_who_marked_it() {
    let scene = scene().await;
    let id = scene.add(session("Saruna", "10:00", 30)).await;
    scene.release("First").await;
    scene.ilze.post(&format!("/sessions/{id}/marks"), json!(null)).await.expect(200);
    scene.organiser.submit(BOARD, &[("do", "remove"), ("session", &id.to_string()), ("version", "1")]).await.expect(303);
    scene.organiser.get(&format!("/sessions/{id}")).await.expect(404);
    scene.organiser.post("/events/forum-2027/agenda/undo", json!(null)).await.expect(200);
    assert_eq!(scene.one(id).await["marks"], json!(1));
    assert_eq!(scene.agenda(&scene.organiser, "").await["working"]["changes"], json!([]), "nothing is to be published");
}

#[tokio::test]
async fn who_is_slower_sees_both_and_may_have_their_own_after_all() {
    let scene = scene().await;
    let id = scene.add(session("Saruna", "10:00", 30)).await;
    let second = scene.second().await;
    moved(&second, id, "1", "2027-08-18T12:00", &[("duration_minutes", "30"), ("room.lv", "Dārzs")]).await.expect(303);
    let mine = [("duration_minutes", "60"), ("room.lv", "Zāle"), ("piece", "1")];
    let refused = moved(&scene.organiser, id, "1", "2027-08-18T11:00", &mine).await.expect(409).text();
    for shown in ["Somebody else was faster", "12:00–12:30, Dārzs", "11:00–12:00, Zāle", r#"name="version" value="2""#] {
        assert!(refused.contains(shown), "{shown} in {refused}");
    }
    assert_eq!(scene.one(id).await["starts_local"], json!("2027-08-18T12:00"), "theirs stands");
    moved(&scene.organiser, id, "2", "2027-08-18T11:00", &mine).await.expect(200);
    // The step of the one who was overtaken is not taken back over what the other did.
    let step = second.post("/events/forum-2027/agenda/undo", json!(null)).await.expect(200).json();
    assert_eq!(step, json!({"done": false, "title": {"lv": "Saruna"}}));
    assert_eq!(scene.one(id).await["starts_local"], json!("2027-08-18T11:00"));
    assert_eq!(second.post("/events/forum-2027/agenda/undo", json!(null)).await.expect(409).code(), "nothing_to_undo");
    scene.organiser.submit(BOARD, &[("do", "remove"), ("session", &id.to_string()), ("version", "3")]).await.expect(303);
    moved(&second, id, "3", "2027-08-18T15:00", &[]).await.expect(404);
}

#[tokio::test]
async fn a_chosen_topic_is_placed_and_waits_again_once_that_is_taken_back() {
    let scene = scene().await;
    let made =
        scene.organiser.post("/events/forum-2027/topics", json!({"title": {"lv": "Kosmoss"}, "minutes": 40})).await.expect(201).json();
    let keeper = scene.place.acting("keeper@example.org", Some((scene.host, Role::Organiser))).await;
    keeper.post(&format!("/topics/{}/status", made["id"]), json!({"to": "shortlisted"})).await.expect(200);
    let topic = made["id"].to_string();
    let page = scene.organiser.page(BENCH).await.expect(200).text();
    assert!(page.contains(&format!("data-topic=\"{topic}\"")) && page.contains("No sessions yet."));
    let place = [("do", "place"), ("topic", topic.as_str()), ("starts_local", "2027-08-18T13:00"), ("room.lv", "A"), ("piece", "1")];
    let piece = scene.organiser.submit(BOARD, &place).await.expect(200).text();
    assert!(!piece.contains("data-topic") && piece.contains("13:00–13:40"));
    let items = scene.agenda(&scene.organiser, "").await["working"]["items"].clone();
    assert_eq!((&items[0]["topic"], &items[0]["duration_minutes"], &items[0]["room"]), (&made["id"], &json!(40), &json!({"lv": "A"})));
    assert_eq!(scene.organiser.submit(BOARD, &place).await.expect(409).text().matches("data-topic").count(), 0, "not twice");
    let undone = scene.organiser.submit(BOARD, &[("do", "undo"), ("piece", "1")]).await.expect(200).text();
    assert!(undone.contains(&format!("data-topic=\"{topic}\"")) && undone.contains("Taken back: “Kosmoss”."));
    keeper.post(&format!("/topics/{topic}/status"), json!({"to": "answered", "reason": {"lv": "Rakstiski."}})).await.expect(200);
    let redone = scene.organiser.post("/events/forum-2027/agenda/redo", json!(null)).await.expect(200).json();
    assert_eq!(redone["done"], json!(false), "its topic has found another end");
}

#[tokio::test]
async fn nobody_publishes_what_they_have_not_seen() {
    let scene = scene().await;
    let id = scene.add(session("Saruna", "10:00", 30)).await;
    let page = scene.organiser.page(BENCH).await.expect(200).text();
    let seen = attribute(&page, "name=\"seen\"", "value").to_owned();
    let second = scene.second().await;
    moved(&second, id, "1", "2027-08-18T12:00", &[]).await.expect(303);
    let typed = [("name.en", "For comments"), ("seen", seen.as_str())];
    let refused = scene.organiser.submit(BENCH, &typed).await.expect(409).text();
    for shown in ["Not published yet: the agenda has changed since you looked.", "For comments", "Publish release 1"] {
        assert!(refused.contains(shown), "{shown}");
    }
    assert_eq!(scene.agenda(&scene.organiser, "").await["release"], Value::Null);
    let release = json!({"name": "First", "seen": seen});
    assert_eq!(scene.organiser.post("/events/forum-2027/agenda/releases", release).await.expect(409).code(), "changed_meanwhile");
    let mark = scene.agenda(&scene.organiser, "").await["working"]["mark"].clone();
    scene.organiser.post("/events/forum-2027/agenda/releases", json!({"name": "First", "seen": mark})).await.expect(201);
    let fresh = attribute(&refused, "name=\"seen\"", "value").to_owned();
    scene.organiser.submit(BENCH, &[("name.en", "Again"), ("seen", &fresh)]).await.expect(409);
}

#[tokio::test]
async fn who_looks_learns_what_others_did_and_nothing_else() {
    let scene = scene().await;
    let id = scene.add(session("Saruna", "10:00", 30)).await;
    let page = scene.organiser.page(BENCH).await.expect(200).text();
    let look = format!("{BOARD}?mark={}", attribute(&page, "id=\"bench\"", "data-mark"));
    assert_eq!(scene.organiser.page(&look).await.expect(204).text(), "");
    moved(&scene.second().await, id, "1", "2027-08-18T12:00", &[]).await.expect(303);
    let piece = scene.organiser.page(&look).await.expect(200).text();
    assert!(piece.contains("second has changed the agenda: “Saruna”.") && piece.contains("12:00–12:30"));
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    let shown = viewer.page(BENCH).await.expect(200).text();
    assert!(shown.contains("12:00–12:30") && !shown.contains("data-version") && !shown.contains("/modules/board."));
    moved(&viewer, id, "2", "2027-08-18T13:00", &[]).await.expect(403);
    scene.ilze.page(&look).await.expect(403);
    moved(&scene.ilze, id, "2", "2027-08-18T13:00", &[]).await.expect(404);
    scene.place.anyone().page(&look).await.expect(303);
}

#[tokio::test]
async fn what_cannot_be_is_said_on_the_board() {
    let scene = scene().await;
    let id = scene.add(session("Saruna", "10:00", 30)).await;
    for (starts, minutes, said) in [
        ("2027-03-28T03:30", "30", "The clocks skip this time"),
        ("soon", "30", "Write the date and the time"),
        ("2027-08-18T10:00", "0", "1,440"),
    ] {
        let refused = moved(&scene.organiser, id, "1", starts, &[("duration_minutes", minutes), ("piece", "1")]).await.expect(422).text();
        assert!(refused.contains(said), "{said} in {refused}");
    }
    assert_eq!(scene.one(id).await["version"], json!(1));
    assert_eq!(ids(&scene.agenda(&scene.organiser, "").await["working"]["items"]), [id]);
}
