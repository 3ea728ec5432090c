//! Old releases, listed and compared.

use super::{ids, scene, session};
use serde_json::json;

#[tokio::test]
async fn any_two_releases_can_be_compared() {
    let scene = scene().await;
    let one = scene.add(session("Viens", "10:00", 30)).await;
    let two = scene.add(session("Divi", "11:00", 30)).await;
    scene.release("First").await;
    scene.organiser.patch(&format!("/sessions/{one}"), json!({"starts_local": "2027-08-18T15:00"})).await.expect(200);
    scene.release("Second").await;
    scene.organiser.delete(&format!("/sessions/{two}")).await.expect(204);
    scene.release("Third").await;
    let anyone = scene.place.anyone();
    let changes = "/events/forum-2027/agenda/changes";
    let plain = async |query: &str| {
        let answer = anyone.get(&format!("{changes}{query}")).await.expect(200).json();
        let items: Vec<_> = answer["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["kind"].as_str().unwrap().to_owned(), one["session"].as_i64().unwrap()))
            .collect();
        (answer["from"].as_i64().unwrap(), answer["to"].as_i64().unwrap(), items)
    };
    let (moved, gone) = (("moved".to_owned(), one), ("cancelled".to_owned(), two));
    assert_eq!(plain("?from=1").await, (1, 3, vec![gone.clone(), moved.clone()]));
    assert_eq!(plain("?from=1&to=2").await, (1, 2, vec![moved.clone()]));
    assert_eq!(plain("?from=2&to=3").await, (2, 3, vec![gone]));
    assert_eq!(plain("?from=3&to=2").await.2, [("added".to_owned(), two)], "backwards, too");
    assert_eq!(plain("?from=2&to=2").await.2, []);
    let both = anyone.get(&format!("{changes}?from=1&to=2")).await.json()["items"][0].clone();
    assert_eq!((&both["was"]["starts_local"], &both["now"]["starts_local"]), (&json!("2027-08-18T10:00"), &json!("2027-08-18T15:00")));
    for (query, status) in [("?from=9", 404), ("?from=1&to=9", 404), ("?from=0", 404), ("?from=x", 422), ("", 422)] {
        anyone.get(&format!("{changes}{query}")).await.expect(status);
    }
}

#[tokio::test]
async fn the_page_lists_the_releases_and_compares_two() {
    let scene = scene().await;
    let one = scene.add(session("Viens", "10:00", 30)).await;
    scene.release("First").await;
    let path = "/en/events/forum-2027/agenda";
    let anyone = scene.place.anyone();
    assert!(!anyone.page(path).await.expect(200).text().contains("All releases"), "one has nothing to compare with");
    for (time, name) in [("11:00", "Second"), ("12:00", "Third")] {
        scene.organiser.patch(&format!("/sessions/{one}"), json!({"starts_local": format!("2027-08-18T{time}")})).await.expect(200);
        scene.release(name).await;
    }
    let page = anyone.page(path).await.expect(200).text();
    for shown in ["All releases", "Release 1", "First", "agenda?release=1", "Was 11:00–11:30; now 12:00–12:30"] {
        assert!(page.contains(shown), "{shown}");
    }
    let page = anyone.page(&format!("{path}?release=3&against=1")).await.expect(200).text();
    assert!(page.contains("One change since release 1") && page.contains("Was 10:00–10:30; now 12:00–12:30"));
    for odd in ["?release=3&against=9", "?against=x", "?release=9&against=1"] {
        anyone.page(&format!("{path}{odd}")).await.expect(404);
    }
    let listed = anyone.get("/events/forum-2027/agenda/releases?limit=2").await.expect(200).json();
    let numbers =
        |list: &serde_json::Value| list["items"].as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect::<Vec<_>>();
    assert_eq!((numbers(&listed), &listed["next"]), (vec![3, 2], &json!("2")));
    let rest = anyone.get("/events/forum-2027/agenda/releases?limit=2&cursor=2").await.expect(200).json();
    assert_eq!((numbers(&rest), &rest["next"]), (vec![1], &json!(null)));
    assert_eq!(ids(&scene.agenda(&anyone, "").await["items"]), [one]);
}
