//! Sessions that are at one of the two times of an event only.

use super::{EVENING, living_in, person_of, register, second, twice};
use crate::agenda::session;
use crate::support::{Client, Place, keep, property};
use backend::service::people;
use domain::host::Role;
use serde_json::{Value, json};

/// One session of both times, one of the first, one of the second; published.
async fn three(place: &Place) -> (Client, [i64; 3]) {
    let organiser = twice(place).await;
    let mut all = Vec::new();
    for (title, time, run) in [("Kopīgā", "10:30", json!(null)), ("Rīta", "11:15", json!(1)), ("Vakara", "11:15", json!(2))] {
        let mut body = session(title, time, 45);
        body["run"] = run;
        body["speakers"] = json!(["Anna Ozola"]);
        all.push(organiser.post("/events/forum-2027/sessions", body).await.expect(201).json()["id"].as_i64().unwrap());
    }
    release(&organiser).await;
    (organiser, [all[0], all[1], all[2]])
}

async fn release(organiser: &Client) -> Value {
    organiser.post("/events/forum-2027/agenda/releases", json!({"name": "Laidiens"})).await.expect(201).json()["changes"].clone()
}

async fn mark(client: &Client, id: i64) {
    client.post(&format!("/sessions/{id}/marks"), json!({})).await.expect(200);
}

/// The entry of a session in somebody's own calendar.
async fn entry(place: &Place, email: &str, title: &str) -> String {
    let row = person_of(place, email).await;
    let address = people::calendar_url(&place.site, &row);
    let feed = place.anyone().page(address.strip_prefix("http://saiets.test").unwrap()).await.expect(200);
    keep("ics", &feed.body);
    let text = feed.text().replace("\r\n ", "");
    let found: Vec<&str> = text.split("BEGIN:VEVENT").filter(|entry| entry.contains(title)).collect();
    assert_eq!(found.len(), 1, "{text}");
    format!("BEGIN:VEVENT{}", found[0])
}

fn at(entry: &str) -> String {
    format!("{} {}", property(entry, "DTSTART").unwrap(), property(entry, "STATUS").unwrap())
}

#[tokio::test]
async fn a_session_of_one_time_is_in_the_agenda_of_that_time_only() {
    let place = Place::new().await;
    let (organiser, [_, first, other]) = three(&place).await;
    let anyone = place.anyone();
    let maija = living_in(&place, "maija@example.org", "Europe/Riga").await;
    register(&maija, "online", 2).await;
    for (client, path, shown, hidden) in [
        (&anyone, "/en/events/forum-2027/agenda", ["Kopīgā", "10:30", "Rīta", "11:15"], ["Vakara", "22:15"]),
        (&anyone, "/en/events/forum-2027/agenda?run=2", ["Kopīgā", "21:30", "Vakara", "22:15"], ["Rīta", "11:15"]),
        (&maija, "/en/events/forum-2027/agenda", ["Kopīgā", "21:30", "Vakara", "22:15"], ["Rīta", "11:15"]),
        (&maija, "/en/events/forum-2027/agenda?run=1", ["Kopīgā", "10:30", "Rīta", "11:15"], ["Vakara", "22:15"]),
        (&anyone, "/en/events/forum-2027", ["Kopīgā", "10:30", "Rīta", "The whole agenda: 2 sessions"], ["Vakara", "22:15"]),
        (&maija, "/en/events/forum-2027", ["Kopīgā", "21:30", "Vakara", "The whole agenda: 2 sessions"], ["Rīta", "11:15"]),
    ] {
        let page = client.page(path).await.expect(200).text();
        for word in shown {
            assert!(page.contains(word), "{path}: {word}: {page}");
        }
        for word in hidden {
            assert!(!page.contains(word), "{path}: {word}: {page}");
        }
    }
    let page = anyone.page("/lv/events/forum-2027/agenda").await.expect(200).text();
    assert!(page.contains("Tikai šajā reizē") && page.contains("Dažas sesijas ir tikai vienā no reizēm"), "{page}");
    let agenda = anyone.get("/events/forum-2027/agenda").await.expect(200).json();
    let said = |at: usize| (agenda["items"][at]["run"].clone(), agenda["items"][at]["starts_at"].as_str().unwrap().to_owned());
    assert_eq!(said(0), (json!(null), "2027-08-18T07:30:00Z".to_owned()));
    assert!(agenda["items"][0].get("run").is_none(), "said where it is set only");
    assert_eq!(said(1), (json!(1), "2027-08-18T08:15:00Z".to_owned()));
    assert_eq!(said(2), (json!(2), "2027-08-18T19:15:00Z".to_owned()), "when it does take place");
    assert_eq!(agenda["items"][2]["starts_local"], "2027-08-18T11:15");
    assert_eq!(anyone.get(&format!("/sessions/{other}")).await.expect(200).json()["run"], 2);
    let warnings = organiser.get("/events/forum-2027/agenda/warnings").await.expect(200).json();
    assert_eq!(warnings, json!([]), "nobody is in two places");
    organiser.patch(&format!("/sessions/{first}"), json!({"run": null})).await.expect(200);
    organiser.patch(&format!("/sessions/{other}"), json!({"run": null})).await.expect(200);
    let warnings = organiser.get("/events/forum-2027/agenda/warnings").await.expect(200).json();
    assert_eq!(warnings[0]["code"], "speaker_twice");
}

#[tokio::test]
async fn a_marked_session_keeps_the_time_of_the_run_that_has_it() {
    let place = Place::new().await;
    let (organiser, [shared, _, other]) = three(&place).await;
    let ilze = place.acting("ilze@example.org", None).await;
    register(&ilze, "online", 1).await;
    mark(&ilze, shared).await;
    mark(&ilze, other).await;
    assert_eq!(at(&entry(&place, "ilze@example.org", "Kopīgā").await), "TZID=Europe/Riga:20270818T103000 TENTATIVE");
    let evening = entry(&place, "ilze@example.org", "Vakara").await;
    assert_eq!(at(&evening), "TZID=Europe/Riga:20270818T221500 TENTATIVE");
    assert!(evening.contains(&format!("/agenda?run=2#session-{other}")), "its address shows it: {evening}");
    organiser.patch(&format!("/sessions/{shared}"), json!({"run": 2})).await.expect(200);
    assert_eq!(release(&organiser).await, json!([{"kind": "moved", "session": shared}]));
    assert_eq!(at(&entry(&place, "ilze@example.org", "Kopīgā").await), "TZID=Europe/Riga:20270818T213000 TENTATIVE");
    second(&organiser, "2027-08-18T22:00", Some(1)).await;
    assert_eq!(at(&entry(&place, "ilze@example.org", "Vakara").await), "TZID=Europe/Riga:20270818T231500 TENTATIVE");
    let page = place.anyone().page("/en/events/forum-2027/agenda?run=1").await.expect(200).text();
    assert!(page.contains("only at the second time"), "where it has gone: {page}");
}

#[tokio::test]
async fn what_only_a_withdrawn_time_had_is_called_off_and_comes_back_with_it() {
    let place = Place::new().await;
    let (organiser, [shared, first, other]) = three(&place).await;
    let (ilze, anyone) = (place.acting("ilze@example.org", None).await, place.anyone());
    register(&ilze, "online", 2).await;
    mark(&ilze, shared).await;
    mark(&ilze, other).await;
    let before = entry(&place, "ilze@example.org", "Vakara").await;
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
    let ended = entry(&place, "ilze@example.org", "Vakara").await;
    assert_eq!(at(&ended), "TZID=Europe/Riga:20270818T221500 CANCELLED");
    let number = |entry: &str| property(entry, "SEQUENCE").unwrap().parse::<u32>().unwrap();
    assert_eq!(property(&ended, "UID"), property(&before, "UID"));
    assert!(number(&ended) > number(&before), "a newer version of the same entry");
    assert_eq!(at(&entry(&place, "ilze@example.org", "Kopīgā").await), "TZID=Europe/Riga:20270818T103000 TENTATIVE");
    for page in ["/en/events/forum-2027/agenda", "/en/events/forum-2027/agenda?run=2", "/en/events/forum-2027"] {
        let page = anyone.page(page).await.expect(200).text();
        assert!(page.contains("Rīta") && !page.contains("Vakara"), "{page}");
    }
    let ids = |agenda: &Value| agenda.as_array().unwrap().iter().map(|one| one["id"].as_i64().unwrap()).collect::<Vec<_>>();
    let agenda = organiser.get("/events/forum-2027/agenda").await.expect(200).json();
    assert_eq!((ids(&agenda["items"]), ids(&agenda["working"]["items"])), (vec![shared, first], vec![shared, first, other]));
    anyone.get(&format!("/sessions/{other}")).await.expect(404);
    anyone.get(&format!("/sessions/{first}")).await.expect(200);
    place.acting("janis@example.org", None).await.post(&format!("/sessions/{other}/marks"), json!({})).await.expect(404);
    let bench = organiser.page("/en/organise/events/forum-2027/agenda").await.expect(200).text();
    assert!(bench.contains("Vakara") && bench.contains("There is no second time, so nobody sees it"), "{bench}");
    assert_eq!(release(&organiser).await, json!([{"kind": "cancelled", "session": other}]));
    let gone = entry(&place, "ilze@example.org", "Vakara").await;
    assert!(at(&gone).ends_with("CANCELLED") && number(&gone) > number(&ended), "{gone}");
    second(&organiser, EVENING, Some(1)).await;
    assert_eq!(release(&organiser).await, json!([{"kind": "added", "session": other}]));
    let again = entry(&place, "ilze@example.org", "Vakara").await;
    assert_eq!(at(&again), "TZID=Europe/Riga:20270818T221500 TENTATIVE");
    assert!(number(&again) > number(&gone) && property(&again, "UID") == property(&before, "UID"), "{again}");
}

#[tokio::test]
async fn a_time_that_is_not_held_and_a_room_at_the_second_are_refused() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let path = "/events/forum-2027/sessions";
    let of = |run: Value| {
        let mut body = session("Viena", "10:30", 45);
        body["run"] = run;
        body
    };
    let fault =
        |answer: &Value| format!("{} {}", answer["errors"][0]["field"].as_str().unwrap(), answer["errors"][0]["code"].as_str().unwrap());
    assert_eq!(fault(&organiser.post(path, of(json!(2))).await.expect(422).json()), "run run_not_held");
    assert_eq!(fault(&organiser.post(path, of(json!(3))).await.expect(422).json()), "run unknown_value");
    let id = organiser.post(path, of(json!(null))).await.expect(201).json()["id"].as_i64().unwrap();
    let own = format!("/sessions/{id}");
    assert_eq!(fault(&organiser.patch(&own, json!({"run": 2})).await.expect(422).json()), "run run_not_held");
    second(&organiser, EVENING, None).await;
    assert_eq!(organiser.patch(&own, json!({"run": 2})).await.expect(200).json()["run"], 2);
    assert_eq!(fault(&organiser.patch(&own, json!({"room": "Zaļā"})).await.expect(422).json()), "room room_at_second_run");
    organiser.patch(&own, json!({"room": "Zaļā", "run": 1})).await.expect(200);
    assert_eq!(fault(&organiser.patch(&own, json!({"run": 2})).await.expect(422).json()), "room room_at_second_run");
    let both = organiser.patch(&own, json!({"run": null})).await.expect(200).json();
    assert_eq!((both.get("run"), &both["room"]), (None, &json!("Zaļā")));
    organiser.patch(&own, json!({"room": null, "run": 2})).await.expect(200);
    organiser.delete("/events/forum-2027/runs/2").await.expect(200);
    let kept = organiser.patch(&own, json!({"run": 2, "title": {"lv": "Cita"}})).await.expect(200).json();
    assert_eq!(kept["run"], 2, "what it says already may be said again");
}

#[tokio::test]
async fn the_form_asks_at_which_time_where_there_are_two() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let form = "/en/organise/events/forum-2027/agenda/new";
    assert!(!organiser.page(form).await.expect(200).text().contains("At which time"));
    second(&organiser, EVENING, None).await;
    assert!(organiser.page(form).await.expect(200).text().contains("At which time"));
    let typed = |run: &'static str, room: &'static str| {
        [
            ("title.lv", "Vakara"),
            ("starts_local", "2027-08-18T10:30"),
            ("duration_minutes", "45"),
            ("part", "main"),
            ("room.lv", room),
            ("run", run),
        ]
    };
    let refused = organiser.submit(form, &typed("2", "Zaļā")).await.expect(422).text();
    assert!(refused.contains("leave the room empty") && refused.contains("value=\"2\" selected"), "{refused}");
    organiser.submit(form, &typed("2", "")).await.expect(303);
    let bench = organiser.page("/en/organise/events/forum-2027/agenda").await.expect(200).text();
    assert!(bench.contains("Only at the second time (21:30–22:15)") && bench.contains("10:30–11:15"), "{bench}");
    let id = organiser.get("/events/forum-2027/agenda").await.expect(200).json()["working"]["items"][0]["id"].as_i64().unwrap();
    let own = format!("/en/organise/events/forum-2027/agenda/{id}");
    assert!(organiser.page(&own).await.expect(200).text().contains("value=\"2\" selected"));
    organiser.submit(&own, &[&typed("", "")[..], &[("version", "1")]].concat()).await.expect(303);
    assert!(organiser.get(&format!("/sessions/{id}")).await.expect(200).json().get("run").is_none());
}
