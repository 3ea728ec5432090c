//! Changes: of fields, of capacity, of status; what raises SEQUENCE and what is refused.

use super::{briefing, registered};
use crate::support::{Client, Place};
use backend::entity::registration;
use domain::event::Mode;
use domain::host::Role;
use domain::registration::Status;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

async fn organised() -> (Place, Client) {
    let place = Place::new().await;
    let host = place.host("embassy").await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    organiser.post("/events", briefing()).await.expect(201);
    (place, organiser)
}

async fn to(client: &Client, status: &str) -> Value {
    client.post("/events/briefing/status", json!({"to": status})).await.expect(200).json()
}

#[tokio::test]
async fn a_change_replaces_the_fields_it_names() {
    let (_place, organiser) = organised().await;
    let changed = organiser.patch("/events/briefing", json!({"summary": {"en": "Short"}, "venue": null})).await.expect(200).json();
    assert_eq!((changed["summary"]["en"].as_str(), &changed["venue"]), (Some("Short"), &Value::Null));
    assert_eq!(changed["title"]["lv"], "Pārrunas");
    let emptied = organiser.patch("/events/briefing", json!({"summary": null})).await.expect(200).json();
    assert_eq!(emptied["summary"], Value::Null);
    let moved = organiser.patch("/events/briefing", json!({"zone": "Europe/Riga"})).await.expect(200).json();
    assert_eq!((moved["starts_local"].as_str(), moved["starts_at"].as_str()), (Some("2027-03-09T18:30"), Some("2027-03-09T16:30:00Z")));
    let until = organiser.patch("/events/briefing", json!({"ends_local": "2027-03-09T19:00"})).await.expect(200).json();
    assert_eq!(until["duration_minutes"], 30);
    let skipped = organiser.patch("/events/briefing", json!({"starts_local": "2027-03-28T03:30"})).await.expect(422);
    assert_eq!(skipped.code(), "local_time_skipped");
}

#[tokio::test]
async fn sequence_follows_status_and_material_changes_only() {
    let (_place, organiser) = organised().await;
    let sequence = |event: &Value| event["sequence"].as_i64().unwrap();
    let draft = organiser.patch("/events/briefing", json!({"duration_minutes": 60})).await.json();
    assert_eq!(sequence(&draft), 0);
    assert_eq!(sequence(&to(&organiser, "tentative").await), 0);
    assert_eq!(sequence(&to(&organiser, "announced").await), 0);
    let typo = organiser.patch("/events/briefing", json!({"title": {"en": "Briefing on posts"}})).await.json();
    assert_eq!(sequence(&typo), 0);
    let moved = organiser.patch("/events/briefing", json!({"starts_local": "2027-03-09T19:00"})).await.json();
    assert_eq!(sequence(&moved), 1);
    assert_eq!(sequence(&to(&organiser, "confirmed").await), 2);
    let unchanged = organiser.patch("/events/briefing", json!({"starts_local": "2027-03-09T19:00"})).await.json();
    assert_eq!(sequence(&unchanged), 2);
    let cancelled =
        organiser.post("/events/briefing/status", json!({"to": "cancelled", "reason": {"en": "Travel"}})).await.expect(200).json();
    assert_eq!((sequence(&cancelled), cancelled["reason"]["en"].as_str()), (3, Some("Travel")));
}

#[tokio::test]
async fn only_allowed_steps_are_taken_and_what_is_over_stays() {
    let (_place, organiser) = organised().await;
    for refused in ["held", "cancelled", "draft"] {
        let answer = organiser.post("/events/briefing/status", json!({"to": refused})).await.expect(409);
        assert_eq!(answer.code(), "status", "{refused}");
    }
    assert_eq!(organiser.post("/events/briefing/status", json!({"to": "maybe"})).await.expect(422).code(), "unknown_value");
    to(&organiser, "confirmed").await;
    organiser.post("/events/briefing/status", json!({"to": "announced"})).await.expect(409);
    to(&organiser, "held").await;
    assert_eq!(organiser.patch("/events/briefing", json!({"duration_minutes": 60})).await.expect(409).code(), "status");
    organiser.post("/events/briefing/status", json!({"to": "cancelled"})).await.expect(409);
}

#[tokio::test]
async fn nobody_loses_a_place_to_a_smaller_number() {
    let (place, organiser) = organised().await;
    to(&organiser, "announced").await;
    for name in ["anna", "berta", "cilda"] {
        registered(&place, "briefing", &format!("{name}@example.org"), Mode::InPerson, Status::Confirmed).await;
    }
    let fewer = json!({"attendance": {"in_person": {"capacity": 2}, "online": {"capacity": null}}});
    let answer = organiser.patch("/events/briefing", fewer).await.expect(422).json();
    assert_eq!(
        (answer["code"].as_str(), answer["errors"][0]["field"].as_str()),
        (Some("capacity_below_confirmed"), Some("attendance.in_person.capacity"))
    );
    let none = organiser.patch("/events/briefing", json!({"attendance": {"online": {"capacity": null}}})).await.expect(422);
    assert_eq!(none.code(), "mode_in_use");
    let exact = json!({"attendance": {"in_person": {"capacity": 3}, "online": null}});
    organiser.patch("/events/briefing", exact).await.expect(200);
    registered(&place, "briefing", "late@example.org", Mode::InPerson, Status::Waitlisted).await;
    organiser.patch("/events/briefing", json!({"attendance": {"in_person": {"capacity": 4}, "online": null}})).await.expect(200);
    let left = registration::Entity::find().filter(registration::Column::Status.eq("waitlisted")).all(place.site.db.read()).await.unwrap();
    assert_eq!(left, []);
}
