//! The agenda as people read it, and as its organisers make it.

use super::{scene, session};
use axum::body::Body;
use axum::http::Request;
use serde_json::json;

const FORM: &str = "/en/organise/events/forum-2027/agenda/new";

fn filled<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title.lv", "Drošība"),
        ("starts_local", "2027-08-18T10:30"),
        ("duration_minutes", "60"),
        ("room.lv", "Lielā zāle"),
        ("speakers", "Anna Ozola\r\nValsts kanceleja"),
        ("part", "main"),
    ];
    for (name, value) in changes {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    fields
}

#[tokio::test]
async fn a_form_that_is_refused_keeps_what_was_typed() {
    let scene = scene().await;
    let page = scene.organiser.submit(FORM, &filled(&[("duration_minutes", "long"), ("starts_local", "2027-03-28T03:30")])).await;
    let page = page.expect(422).text();
    for kept in ["Drošība", "long", "2027-03-28T03:30", "Lielā zāle", "Anna Ozola", "Valsts kanceleja", "Write a whole number"] {
        assert!(page.contains(kept), "{kept}");
    }
    let page = scene.organiser.submit(FORM, &filled(&[("starts_local", "2027-03-28T03:30")])).await.expect(422).text();
    assert!(page.contains("The clocks skip this time"));
    let saved = scene.organiser.submit(FORM, &filled(&[])).await.expect(303);
    let id = saved.header("location").unwrap().rsplit('-').next().unwrap().to_owned();
    let made = scene.organiser.get(&format!("/sessions/{id}")).await.expect(200).json();
    assert_eq!((&made["speakers"], &made["version"]), (&json!(["Anna Ozola", "Valsts kanceleja"]), &json!(1)));
}

#[tokio::test]
async fn who_saves_over_another_is_shown_what_the_other_wrote() {
    let scene = scene().await;
    let id = scene.add(session("Sākumā", "10:00", 30)).await;
    let path = format!("/en/organise/events/forum-2027/agenda/{id}");
    let form = scene.organiser.page(&path).await.expect(200).text();
    assert!(form.contains(r#"name="version" value="1""#) && form.contains("Sākumā"));
    scene.organiser.submit(&path, &filled(&[("title.lv", "Viņas vārdi"), ("version", "1")])).await.expect(303);
    let stale = filled(&[("title.lv", "Viņa vārdi"), ("version", "1")]);
    let refused = scene.organiser.submit(&path, &stale).await.expect(409).text();
    for shown in ["Somebody else has changed this session", "Viņas vārdi", "Viņa vārdi", r#"name="version" value="2""#] {
        assert!(refused.contains(shown), "{shown}");
    }
    scene.organiser.submit(&path, &[("do", "remove"), ("version", "1")]).await.expect(409);
    scene.organiser.submit(&path, &filled(&[("title.lv", "Viņa vārdi"), ("version", "2")])).await.expect(303);
    scene.organiser.submit(&path, &[("do", "remove"), ("version", "3")]).await.expect(303);
    scene.organiser.page(&path).await.expect(404);
}

#[tokio::test]
async fn organisers_see_what_is_wrong_and_what_publishing_would_change() {
    let scene = scene().await;
    let bench = "/en/organise/events/forum-2027/agenda";
    assert!(scene.organiser.page(bench).await.expect(200).text().contains("No sessions yet."));
    scene.add(session("Atklāšana", "10:00", 60)).await;
    let id = scene.add(session("Pusdienas", "10:30", 60)).await;
    let page = scene.organiser.page(bench).await.expect(200).text();
    for shown in ["at the same time (10:30–11:00)", "2 sessions are published for the first time.", "Publish release 1"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(scene.publish(&[("name.lv", ""), ("name.en", " ")]).await.expect(422).text().contains("Name of the release"));
    let done = scene.publish(&[("name.en", "For comments")]).await.expect(303);
    assert_eq!(done.header("location"), Some("/en/events/forum-2027/agenda"));
    scene.organiser.patch(&format!("/sessions/{id}"), json!({"starts_local": "2027-08-18T12:00"})).await.expect(200);
    let page = scene.organiser.page(bench).await.expect(200).text();
    for shown in ["One change against release 1:", "Moved", "Was 10:30–11:30; now 12:00–13:00", "Publish release 2"] {
        assert!(page.contains(shown), "{shown}");
    }
    let public = scene.organiser.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(public.contains("One change is not published yet."));
    let draft = scene.organiser.page("/en/events/forum-2027/agenda?release=working").await.expect(200).text();
    assert!(draft.contains("You see the draft.") && draft.contains("12:00"));
    scene.ilze.page("/en/events/forum-2027/agenda?release=working").await.expect(403);
    scene.place.anyone().page("/en/events/forum-2027/agenda?release=working").await.expect(303);
}

#[tokio::test]
async fn readers_learn_what_is_on_when_and_what_changed() {
    let scene = scene().await;
    let page = scene.place.anyone().page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(page.contains("The agenda is not published yet.") && page.contains("Wednesday 18 August 2027"));
    assert!(!scene.place.anyone().page("/en/events/forum-2027").await.expect(200).text().contains("Published on"));
    let mut body = session("Vakarā", "17:00", 60);
    body["room"] = json!({"lv": "Lielā zāle", "en": "Great Hall"});
    let id = scene.add(body).await;
    scene.release("First").await;
    scene.organiser.patch(&format!("/sessions/{id}"), json!({"starts_local": "2027-08-18T16:00"})).await.expect(200);
    scene.release("Final").await;
    let anyone = scene.place.anyone();
    let page = anyone.page("/en/events/forum-2027/agenda").await.expect(200).text();
    for shown in ["Release 2", "Final", "One change since release 1", "Great Hall", "All times are Rīga time, UTC+3.", "Sign in to mark"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(anyone.page("/lv/events/forum-2027/agenda").await.expect(200).text().contains("Visi laiki ir pēc Rīgas laika"));
    let event = anyone.page("/en/events/forum-2027").await.expect(200).text();
    assert!(event.contains("Release 2. Published on") && event.contains("The agenda: one session"));
    assert!(anyone.page("/en/events/forum-2027/agenda?release=1").await.expect(200).text().contains("there is a newer one"));
    for odd in ["?release=9", "?release=x"] {
        anyone.page(&format!("/en/events/forum-2027/agenda{odd}")).await.expect(404);
    }
    anyone.page("/en/events/forum-2027/agenda?time=%00&only=%F0%9F%98%80").await.expect(200);
}

#[tokio::test]
async fn the_own_time_can_lead_and_another_day_is_said() {
    let scene = scene().await;
    scene.add(session("Atklāšana", "10:00", 30)).await;
    scene.release("First").await;
    let anyone = scene.place.anyone();
    let page = anyone.page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(
        page.contains("/en/zone?to=%2Fen%2Fevents%2Fforum%2D2027%2Fagenda%3Ftime%3Down"),
        "who has no zone says it first, and comes back"
    );
    let seen = async |zone: &'static str, query: &str| {
        let cookie = format!("zone={zone}");
        let request = Request::get(format!("/en/events/forum-2027/agenda{query}")).header("cookie", cookie).body(Body::empty()).unwrap();
        anyone.send(request).await.expect(200).text()
    };
    let page = seen("Pacific/Honolulu", "?time=own").await;
    assert!(page.contains("Honolulu time first, Rīga below it.") && page.contains(">21:00<") && page.contains("the day before"));
    let page = seen("America/New_York", "").await;
    assert!(page.contains("Rīga time first, New York below it.") && page.contains("03:00"));
    // The clock of the profile shows the same time.
    let page = scene.ilze.page("/en/events/forum-2027/agenda?time=own").await.expect(200).text();
    assert!(page.contains("Your clock shows the same time."));
}

#[tokio::test]
async fn the_line_of_now_stands_where_the_day_is() {
    let scene = scene().await;
    scene.add(session("Pirmā", "10:00", 60)).await;
    scene.add(session("Otrā", "11:00", 60)).await;
    scene.release("First").await;
    let page = async || scene.place.anyone().page("/en/events/forum-2027/agenda").await.expect(200).text();
    assert!(!page().await.contains("Now "));
    scene.place.at("2027-08-18T08:20:00Z");
    let now = page().await;
    let (line, first, second) = (now.find("Now 11:20").unwrap(), now.find("Pirmā").unwrap(), now.find("Otrā").unwrap());
    assert!(first < second && second < line);
    scene.place.at("2027-08-18T09:00:00Z");
    assert!(!page().await.contains("Now "));
}

#[tokio::test]
async fn anybody_signed_in_can_mark_a_session_and_see_only_those() {
    let scene = scene().await;
    let id = scene.add(session("Mana", "10:00", 60)).await;
    scene.add(session("Ne mana", "11:00", 60)).await;
    scene.release("First").await;
    let path = "/en/events/forum-2027/agenda";
    let mark = |what: &'static str| [("session", id.to_string()), ("do", what.to_owned())];
    let send = async |what| {
        let fields = mark(what);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        scene.ilze.submit(path, &fields).await.expect(303).header("location").unwrap().to_owned()
    };
    assert_eq!(send("mark").await, format!("{path}#session-{id}"));
    let page = scene.ilze.page(path).await.expect(200).text();
    assert!(page.contains("One session marked by you.") && page.contains("Marked by you"));
    let mine = scene.ilze.page(&format!("{path}?only=mine")).await.expect(200).text();
    assert!(mine.contains("Mana") && !mine.contains("Ne mana"));
    send("unmark").await;
    assert!(!scene.ilze.page(path).await.expect(200).text().contains("Marked by you"));
    scene.place.anyone().submit(path, &[("session", &id.to_string()), ("do", "mark")]).await.expect(303);
    scene.ilze.submit(path, &[("session", "4711"), ("do", "mark")]).await.expect(404);
    scene.ilze.submit(path, &[("session", "x")]).await.expect(404);
}
