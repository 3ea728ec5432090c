//! What callers rely on: every call is there, under the name and with the method that was promised, and is described.

use crate::support::Place;
use serde_json::Value;
use std::collections::BTreeSet;

/// The calls that outside programs are written against. Names in braces may differ.
const CALLS: &str = "
POST /hosts · GET /hosts · GET /hosts/{slug} · PATCH /hosts/{slug} · PUT /hosts/{slug}/members/{email} · DELETE /hosts/{slug}/members/{email}
PUT /people/{email} · GET /people · GET /me · POST /me/calendar · GET /me/export · DELETE /me
POST /series · GET /series/{slug}/dates · POST /series/{slug}/editions
POST /events · GET /events · GET /events/{slug} · PATCH /events/{slug} · POST /events/{slug}/status
PUT /events/{slug}/interest · GET /events/{slug}/interest
POST /events/{slug}/registrations · GET /events/{slug}/registrations · PATCH /registrations/{id} · DELETE /registrations/{id}
GET /events/{slug}/seats
POST /events/{slug}/invitations · GET /events/{slug}/invitations · DELETE /events/{slug}/invitations/{email}
POST /events/{slug}/topics · GET /events/{slug}/topics · POST /topics/{id}/supports · DELETE /topics/{id}/supports
POST /topics/{id}/comments · POST /topics/{id}/merge · POST /topics/{id}/merge/accept · POST /topics/{id}/status
POST /events/{slug}/rounds · PUT /rounds/{id}/ballot · GET /rounds/{id}/result · POST /rounds/{id}/apply
POST /events/{slug}/sessions · GET /sessions/{id} · PATCH /sessions/{id} · DELETE /sessions/{id}
GET /events/{slug}/agenda · GET /events/{slug}/agenda/warnings · POST /events/{slug}/agenda/releases
POST /tools/local · POST /tools/dates · POST /tools/slots";

/// "GET /hosts/{}", whatever is in the braces.
fn plain(call: &str) -> String {
    let mut parts = call.trim().split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |call, part| format!("{call}{{}}{}", part.split_once('}').map_or("", |(_, rest)| rest)))
}

fn described(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, calls)| {
            calls.as_object().unwrap().iter().map(move |(method, call)| (plain(&format!("{} {path}", method.to_uppercase())), call))
        })
        .collect()
}

#[tokio::test]
async fn every_promised_call_is_in_the_document() {
    let place = Place::new().await;
    let document = place.anyone().get("/openapi.json").await.expect(200).json();
    let there: BTreeSet<String> = described(&document).into_iter().map(|(call, _)| call).collect();
    let missing: Vec<String> = CALLS.split(['\n', '·']).map(plain).filter(|call| !call.is_empty() && !there.contains(call)).collect();
    assert!(missing.is_empty(), "{missing:?} of {there:?}");
}

#[tokio::test]
async fn every_call_says_what_it_does_and_how_it_is_refused() {
    let place = Place::new().await;
    let document = place.anyone().get("/openapi.json").await.expect(200).json();
    for (call, said) in described(&document) {
        let summary = said["summary"].as_str().or(said["description"].as_str()).unwrap_or_default();
        assert!(!summary.is_empty(), "{call} says nothing");
        assert!(said["tags"].is_array(), "{call} is in no group");
        let answers: BTreeSet<&String> = said["responses"].as_object().unwrap().keys().collect();
        assert!(answers.iter().any(|status| status.starts_with('2')), "{call}: {answers:?}");
        let names_something = call.contains("{}");
        assert!(!names_something || answers.iter().any(|status| status.starts_with('4')), "{call} is never refused: {answers:?}");
    }
}
