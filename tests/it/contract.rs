//! What callers rely on: every call is there, under the name and with the method that was promised, and is described.

use crate::support::Place;
use serde_json::Value;
use std::collections::BTreeSet;

/// The calls that outside programs are written against, with the parameters (`?`), the fields sent (`>`) and the fields answered
/// (`<`) that they name; those of a list's items and of what stands within another behind a dot. Names in braces may differ.
const CALLS: &str = "
POST /hosts > slug name kind country zone parent
GET /hosts ? cursor limit < items next
GET /hosts/{slug}
PATCH /hosts/{slug} > name kind country zone parent
PUT /hosts/{slug}/members/{email} > role
DELETE /hosts/{slug}/members/{email}
PUT /people/{email} > name zone country language segment organisation competences consents.directory consents.research consents.contact contact_per_year
GET /people ? q cursor limit < items next
GET /me < calendar_url
POST /me/calendar < calendar_url
PUT /me/travel > zone from until < zone from until
DELETE /me/travel
GET /me/export
DELETE /me
POST /series > slug host title.lv title.en kind rule zone local_time duration_minutes venues notice_days.ideal notice_days.minimum first
GET /series/{slug}/dates ? from count < items.year items.starts_local items.zone items.starts_at items.venue items.announce_by.ideal items.announce_by.minimum items.event
POST /series/{slug}/editions > year date slug < slug status uid
POST /events > slug host series kind title summary description starts_local zone duration_minutes venue.name venue.address venue.city venue.country online_url online_public attendance.in_person.capacity attendance.online.capacity visibility registration_opens_local registration_closes_local < starts_at ends_at sequence uid ambiguous status host
GET /events ? cursor limit < items.slug items.status items.host next
GET /events/{slug} < starts_at ends_at sequence uid status host
PATCH /events/{slug} > kind title summary description starts_local zone duration_minutes venue online_url attendance visibility
POST /events/{slug}/status > to reason < unanswered
PUT /events/{slug}/interest > answer
GET /events/{slug}/interest < yes maybe remote_only cannot not_interested
POST /events/{slug}/registrations > mode email needs < id mode status position
GET /events/{slug}/registrations ? cursor limit < items.id items.email items.name items.mode items.status items.position items.waiting.mode items.waiting.position next
PATCH /registrations/{id} > mode run < id mode run status waiting.run
DELETE /registrations/{id}
PUT /events/{slug}/runs/{number} > starts_local online.capacity < runs.number runs.starts_local runs.starts_at runs.ends_at runs.online.capacity runs.sequence runs.uid
DELETE /events/{slug}/runs/{number}
GET /events/{slug}/seats < runs.number runs.online.capacity runs.online.confirmed runs.online.waitlisted in_person.capacity in_person.confirmed in_person.waitlisted online.capacity online.confirmed online.waitlisted
POST /events/{slug}/invitations > emails audience.countries audience.segments audience.competences audience.hosts < invited skipped.email skipped.code
GET /events/{slug}/invitations ? cursor limit < items.email items.partstat items.sequence items.delivery next
DELETE /events/{slug}/invitations/{email}
POST /events/{slug}/topics > title summary minutes anonymous wanted area links.title links.url < id number similar.id similar.title similar.score
GET /events/{slug}/topics ? cursor limit < items.id items.number items.title items.status items.minutes next
PATCH /topics/{id} > title summary minutes wanted area links.title links.url version < id version edited_on
GET /topics/{id}/versions ? cursor limit < items.title items.summary items.minutes items.written_on next
GET /topics/{id}/files < items.id items.name items.kind items.size
POST /topics/{id}/files > name content < id name kind size
GET /topics/{id}/files/{file} < id name kind size content
DELETE /topics/{id}/files/{file}
POST /topics/{id}/supports
DELETE /topics/{id}/supports
POST /topics/{id}/comments > text
POST /topics/{id}/merge > into
POST /topics/{id}/merge/accept
POST /topics/{id}/status > to reason
PUT /events/{slug}/procedure > questions quorum named < opens_at closes_at late_until_at phase quorum named questions mine
GET /events/{slug}/procedure < opens_at closes_at late_until_at phase quorum named questions mine
PUT /events/{slug}/procedure/answer > answers separate_opinion < answers separate_opinion answered_at late
GET /events/{slug}/procedure/result < asked added answered late silent quorum questions separate_opinions silent_names
GET /events/{slug}/procedure/record.pdf
POST /events/{slug}/rounds > title method opens_at closes_at topics winners minutes max_choices secret kind utility voters audience quorum < id number
PUT /rounds/{id}/ballot > approve scores ranking
GET /rounds/{id}/result
POST /rounds/{id}/apply
GET /events/{slug}/outcomes ? cursor limit < counts.on_agenda counts.answered counts.merged counts.declined counts.hidden counts.waiting items.id items.number items.title items.fate items.since items.session.id items.merged_into items.reason next outcomes.id outcomes.kind carried_over.event carried_over.text
POST /events/{slug}/outcomes > kind text topic session owner owner_email due_on done < id kind text topic session owner due_on done_on recorded_on
PATCH /outcomes/{id} > kind text topic session owner owner_email due_on done
DELETE /outcomes/{id}
POST /events/{slug}/sessions > title starts_local duration_minutes room online_url speakers topic part run kind chairs language chatham_house group materials.title materials.url capacity
GET /sessions/{id} < id title starts_local starts_at run kind chairs language chatham_house group materials.title materials.url capacity marks
PATCH /sessions/{id} > title starts_local duration_minutes room online_url speakers topic part run kind chairs language chatham_house group materials.title materials.url capacity
DELETE /sessions/{id}
GET /events/{slug}/rooms < items.name items.capacity next
PUT /events/{slug}/rooms > name capacity < items.name items.capacity next
GET /events/{slug}/availability < items.speaker items.from_local items.until_local next
PUT /events/{slug}/availability > speaker from_local until_local < items.speaker items.from_local items.until_local next
GET /events/{slug}/agenda ? release < items
GET /events/{slug}/agenda/warnings < code sessions message
POST /events/{slug}/agenda/draft > hours.from_local hours.until_local pause_minutes lunch.from lunch.until rooms topics.id topics.part topics.speakers topics.expected anew round < mark zone items.topic items.session items.title items.duration_minutes items.part items.starts_local items.starts_at items.ends_at items.room items.code items.message objective.code objective.value objective.ideal objective.proven objective.message collisions.titles collisions.people round
POST /events/{slug}/agenda/draft/apply > mark < sessions
GET /events/{slug}/agenda/releases ? cursor limit < items.number items.name items.released_at next
GET /events/{slug}/agenda/changes ? from to < from to items.kind items.session items.was items.now
POST /events/{slug}/agenda/releases > name < number changes.kind changes.session told.now told.later
POST /date-polls > host title note zone duration_minutes slots closes_local without_account answers_shown < id url closes_at slots.id slots.starts_local slots.starts_at
GET /date-polls/{id} < id url open answered slots.yes slots.if_need_be slots.no slots.cost.worst_pain slots.cost.total_pain slots.cost.night_people suggested mine replies.name replies.answers event
PATCH /date-polls/{id} > title note closes_local close
DELETE /date-polls/{id}
PUT /date-polls/{id}/answer > answers
DELETE /date-polls/{id}/answer
POST /date-polls/{id}/event > slot slug kind attendance visibility < event invitations.invited invitations.skipped
POST /tools/local > starts_local zone in < starts_at ambiguous zones.zone zones.local zones.offset zones.day_shift tzdb
POST /tools/dates > rule zone local_time from count < items.starts_local items.starts_at
POST /tools/slots > dates duration_minutes step_minutes people.zone people.count runs night.from night.to weigh past.zone past.pain limit < slots.starts_at slots.worst_pain slots.total_pain slots.spread slots.night_people slots.by_zone.zone slots.by_zone.run slots.by_zone.local slots.by_zone.day_shift slots.by_zone.pain slots.by_zone.night baselines.organiser_ten baselines.least_total tzdb
POST /tools/tally > method items.id items.minutes ballots.weight ballots.approve ballots.scores ballots.ranking winners minutes utility < selected order.id minutes_used log satisfaction.covered satisfaction.mean satisfaction.least";

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

/// The names in a schema: "items.email" for what a list has.
fn names(document: &Value, schema: &Value, before: &str, found: &mut BTreeSet<String>) {
    // A tally's groups may hold groups; nobody names anything so far down.
    if before.matches('.').count() > 4 {
        return;
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/components/schemas/")) {
        names(document, &document["components"]["schemas"][name], before, found);
    }
    for choice in ["allOf", "oneOf", "anyOf"].iter().filter_map(|name| schema[name].as_array()).flatten().chain(schema.get("items")) {
        names(document, choice, before, found);
    }
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        found.insert(format!("{before}{name}"));
        names(document, inner, &format!("{before}{name}."), found);
    }
}

/// What a call has of one sort: `?`, `>` or `<`.
fn offered(document: &Value, call: &Value, sort: char) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match sort {
        '?' => found.extend(call["parameters"].as_array().into_iter().flatten().map(|one| one["name"].as_str().unwrap().to_owned())),
        '>' => names(document, &call["requestBody"]["content"]["application/json"]["schema"], "", &mut found),
        _ => {
            let good = call["responses"].as_object().unwrap().iter().filter(|(status, _)| status.starts_with('2'));
            good.for_each(|(_, answer)| names(document, &answer["content"]["application/json"]["schema"], "", &mut found));
        }
    }
    found
}

#[tokio::test]
async fn every_promised_call_is_in_the_document_with_what_was_promised_of_it() {
    let place = Place::new().await;
    let document = place.anyone().get("/openapi.json").await.expect(200).json();
    let there = described(&document);
    let mut missing = Vec::new();
    for line in CALLS.lines().filter(|line| !line.is_empty()) {
        let at = line.find(['?', '>', '<']).unwrap_or(line.len());
        let (name, parts) = line.split_at(at);
        let Some((_, call)) = there.iter().find(|(call, _)| *call == plain(name)) else {
            missing.push(name.to_owned());
            continue;
        };
        let mut sort = ' ';
        for word in parts.split_whitespace() {
            match word.chars().next() {
                Some(mark @ ('?' | '>' | '<')) => sort = mark,
                _ if !offered(&document, call, sort).contains(word) => missing.push(format!("{name}{sort} {word}")),
                _ => {}
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
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

#[tokio::test]
async fn the_document_names_codes_for_refusals_and_examples_for_bodies() {
    let place = Place::new().await;
    let document = place.anyone().get("/openapi.json").await.expect(200).json();
    for (call, said) in described(&document) {
        let request = &said["requestBody"]["content"]["application/json"];
        assert!(request.is_null() || request.get("example").is_some(), "{call}: what is sent has no example");
        for (status, answer) in said["responses"].as_object().unwrap() {
            let content = &answer["content"];
            if status.starts_with('4') {
                assert!(answer["x-codes"].as_array().is_some_and(|codes| !codes.is_empty()), "{call}: {status} has no code");
                assert!(content["application/problem+json"].is_object(), "{call}: {status} is no problem");
            }
        }
        let shown =
            said["responses"].as_object().unwrap().values().any(|answer| answer["content"]["application/json"].get("example").is_some());
        let has_body = said["responses"].as_object().unwrap().values().any(|answer| answer["content"].get("application/json").is_some());
        assert!(shown || !has_body, "{call}: what comes back has no example");
    }
}

#[tokio::test]
async fn every_call_is_on_the_page_to_read_in_both_languages() {
    let place = Place::new().await;
    let document = place.anyone().get("/openapi.json").await.expect(200).json();
    let sent = place.anyone().page("/api").await.expect(303);
    assert_eq!(sent.header("location"), Some("/lv/api"));
    for (address, words) in [("/lv/api", "Ko sūta"), ("/en/api", "What is sent")] {
        let page = place.anyone().page(address).await.expect(200).text();
        assert!(page.contains(words) && page.contains("curl -X POST") && page.contains("Ilze Kalni"), "{address}");
        assert!(
            !["Šādā veidā to nevar pieņemt", "This cannot be accepted as it is"].iter().any(|said| page.contains(said)),
            "a code has no sentence"
        );
        assert!(!page.contains("<script") && !page.contains(" style="), "{address} needs a script or a style of its own");
        for (path, methods) in document["paths"].as_object().unwrap() {
            for method in methods.as_object().unwrap().keys() {
                let head = format!("<span class=\"method\">{}</span> <code>{path}</code>", method.to_uppercase());
                assert!(page.contains(&head), "{address} lacks {method} {path}");
            }
        }
    }
    assert!(place.anyone().page("/en/").await.expect(200).text().contains("href=\"/en/api\""));
}
