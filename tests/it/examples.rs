//! The examples of the API's reference are a story that is told here, call by call: what stands there is what was answered.
//!
//! `SAIETS_TEST_WRITE_EXAMPLES=1` writes them anew, on SQLite.

use crate::support::{Answer, Client, Place};
use axum::http::Method;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Who calls, what, and with which body; the first call of its kind is the example. `at` moves the clock, `ten` are ten people.
const STORY: &str = r#"
admin  POST /hosts {"slug": "state-chancellery", "name": {"lv": "Valsts kanceleja", "en": "State Chancellery"}, "kind": "chancellery", "country": "LV", "zone": "Europe/Riga"}
admin  PATCH /hosts/state-chancellery {"country": "LV", "zone": "Europe/Riga"}
admin  PUT /hosts/state-chancellery/members/anna.ozola@example.org {"role": "organiser"}
nobody GET /hosts?limit=2
nobody GET /hosts/state-chancellery
anna   GET /hosts/state-chancellery/members
admin  PUT /hosts/state-chancellery/members/janis.liepa@example.org {"role": "viewer"}
admin  DELETE /hosts/state-chancellery/members/janis.liepa@example.org

anna   PUT /people/maija.berzina@example.org {"name": "Maija Bērziņa", "zone": "America/New_York", "country": "US", "language": "lv", "segment": "diplomacy", "organisation": "United Nations", "competences": ["climate"], "consents": {"contact": true}, "contact_per_year": 12}
ilze   PUT /people/ilze.kalnina@example.org {"name": "Ilze Kalniņa", "zone": "Europe/Brussels", "country": "BE", "language": "lv", "organisation": "European Commission", "competences": ["climate", "law"]}
anna   GET /people?q=berzina
ilze   GET /me
ilze   POST /me/calendar
ilze   PUT /me/travel {"zone": "Asia/Tokyo", "from": "2027-08-10", "until": "2027-08-20"}
ilze   DELETE /me/travel
ilze   GET /me/export

anna   POST /series {"slug": "forum", "host": "state-chancellery", "title": {"lv": "Profesionāļu forums", "en": "Professionals’ forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 480, "venues": ["Rīga"], "notice_days": {"ideal": 365, "minimum": 199}}
nobody GET /series?host=state-chancellery
nobody GET /series/forum
anna   PATCH /series/forum {"venues": ["Rīga", "Brussels"]}
nobody GET /series/forum/dates?from=2027&count=2
anna   POST /series/forum/editions {"year": 2027, "slug": "forum-2027"}

anna   POST /events {"slug": "briefing-bern", "host": "state-chancellery", "kind": "briefing", "title": {"lv": "Saruna Bernē", "en": "Briefing in Bern"}, "starts_local": "2027-03-11T18:00", "zone": "Europe/Zurich", "duration_minutes": 90, "venue": {"name": "Embassy of Latvia", "city": "Bern", "country": "CH"}, "attendance": {"in_person": {"capacity": 40}, "online": null}, "visibility": "public"}
anna   PATCH /events/forum-2027 {"venue": {"name": {"lv": "Latvijas Nacionālā bibliotēka", "en": "National Library of Latvia"}, "address": "Mūkusalas iela 3", "city": "Rīga", "country": "LV"}, "online_url": "https://meet.example.org/forum", "attendance": {"in_person": {"capacity": 120}, "online": {"capacity": null}}}
ilze   PUT /events/forum-2027/interest {"answer": "yes"}
ilze   GET /events/forum-2027/interest
anna   POST /events/forum-2027/status {"to": "announced"}
nobody GET /events?series=forum&limit=1
nobody GET /events/forum-2027

ilze   POST /events/forum-2027/registrations {"mode": "in_person", "needs": "Step-free access", "named": true}
janis  POST /events/forum-2027/registrations {"mode": "online"}
ilze   GET /events/forum-2027/registrations
janis  PATCH /registrations/2 {"mode": "in_person"}
nobody GET /events/forum-2027/seats
ilze   GET /events/forum-2027/participants
janis  DELETE /registrations/2

anna   POST /events/forum-2027/invitations {"emails": ["maija.berzina@example.org", "ilze.kalnina@example.org", "no address"]}
anna   GET /events/forum-2027/invitations
anna   DELETE /events/forum-2027/invitations/maija.berzina@example.org

ilze   POST /events/forum-2027/topics {"title": {"lv": "Klimata diplomātija"}, "summary": {"lv": "Kas mums kopīgi sakāms nākamajā gadā."}, "minutes": 45}
janis  POST /events/forum-2027/topics {"title": {"lv": "Klimata diplomatija un mes"}, "minutes": 30, "anonymous": true}
ilze   PATCH /topics/1 {"title": {"lv": "Klimata diplomātija", "en": "Climate diplomacy"}, "wanted": "decision", "area": "climate", "links": [{"title": "UNFCCC", "url": "https://unfccc.int/process"}], "version": 1}
nobody GET /topics/1/versions
ilze   POST /topics/1/files {"name": "klimats.pdf", "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="}
nobody GET /topics/1/files
nobody GET /topics/1/files/1
ilze   DELETE /topics/1/files/1
nobody GET /events/forum-2027/topics
nobody GET /topics/1
janis  POST /topics/1/supports
janis  DELETE /topics/1/supports
janis  PUT /topics/1/follow
janis  POST /topics/1/comments {"text": "Rakstīju par to 2026. gadā; varu nosūtīt.", "language": "lv", "stance": "for"}
janis  PATCH /comments/1 {"text": "Rakstīju par to 2025. gadā; varu nosūtīt.", "language": "lv"}
nobody GET /topics/1/comments
nobody GET /comments/1/versions
nobody GET /topics/1/stances
ilze   GET /me/topic-letters
ilze   PUT /me/topic-letters {"rhythm": "daily", "mentions": true}
ilze   GET /me/follows
janis  DELETE /topics/1/follow
ilze   POST /comments/1/reports {"reason": "off_topic"}
janis  POST /topics/1/reports {"reason": "other", "text": "Tas pats bija pērn."}
anna   GET /events/forum-2027/moderation
anna   POST /topics/1/moderation {"decision": "keep"}
anna   POST /comments/1/moderation {"decision": "hide", "reason": {"lv": "Nav par šo tematu.", "en": "Not about this topic."}}
janis  POST /topics/1/comments {"text": "Labi.", "language": "lv"}
janis  DELETE /comments/2
anna   POST /topics/2/merge {"into": 1}
anna   DELETE /topics/2/merge
anna   POST /topics/2/merge {"into": 1}
janis  POST /topics/2/merge/refuse
anna   POST /topics/2/merge {"into": 1}
janis  POST /topics/2/merge/accept
anna   POST /events/briefing-bern/status {"to": "tentative"}
anna   POST /events/briefing-bern/status {"to": "announced"}
ilze   POST /events/briefing-bern/topics {"title": {"lv": "Konsulārie pakalpojumi", "en": "Consular services"}, "minutes": 20}
anna   POST /topics/3/pass {"to": "forum-2027"}
anna   GET /events/forum-2027/passes
anna   POST /passes/1/accept
ilze   POST /events/briefing-bern/topics {"title": {"lv": "Skolas ārzemēs", "en": "Schools abroad"}, "minutes": 20}
anna   POST /topics/5/pass {"to": "forum-2027"}
anna   POST /passes/2/decline {"reason": {"lv": "Par to lemj ministrija.", "en": "The ministry decides this."}}
nobody GET /topics/3/passes
ilze   POST /events/briefing-bern/topics {"title": {"lv": "Vēlēšanas ārzemēs", "en": "Voting abroad"}, "minutes": 20}
anna   POST /topics/6/pass {"to": "forum-2027"}
anna   DELETE /passes/3

ten    POST /events/forum-2027/registrations {"mode": "online"}
anna   POST /events/forum-2027/rounds {"title": {"lv": "Ko ņemam?", "en": "Which do we take?"}, "method": "approval", "opens_at": "2027-01-25T08:00:00Z", "closes_at": "2027-02-08T16:00:00Z", "topics": [1], "winners": 1, "secret": true}
ilze   GET /events/forum-2027/rounds
ilze   PUT /rounds/1/ballot {"approve": [1]}
ten    PUT /rounds/1/ballot {"approve": [1]}
at     2027-02-08T17:00:00Z
nobody GET /rounds/1/result
nobody GET /rounds/1/ballots
anna   POST /rounds/1/apply
anna   POST /events/forum-2027/agenda/draft {"pause_minutes": 10, "lunch": {"from": "13:00", "until": "14:00"}, "topics": [{"id": 1, "part": "main", "speakers": ["Jānis Liepa"]}]}
anna   POST /topics/1/status {"to": "answered", "reason": {"lv": "Par to runāsim rudenī.", "en": "We shall talk about it in autumn."}}
nobody GET /topics/1/timeline

anna   PUT /events/forum-2027/runs/2 {"starts_local": "2027-08-18T21:00", "online": {"capacity": 60}}
anna   POST /events/forum-2027/sessions {"title": {"lv": "Atklāšana", "en": "Opening"}, "starts_local": "2027-08-18T10:00", "duration_minutes": 30, "room": "Ziedoņa zāle", "speakers": ["ilze.kalnina@example.org", "Jānis Liepa"], "part": "main", "run": 1, "chairs": ["Valsts kanceleja"], "language": "lv", "materials": [{"title": "Decisions of last year", "url": "https://www.mk.gov.lv/lv"}]}
anna   POST /events/forum-2027/sessions {"title": {"en": "Foreign policy"}, "starts_local": "2027-08-18T10:15", "duration_minutes": 60, "room": "Ziedoņa zāle"}
anna   PUT /events/forum-2027/rooms [{"name": "Ziedoņa zāle", "capacity": 120}]
anna   GET /events/forum-2027/rooms
anna   PUT /events/forum-2027/availability [{"speaker": "Jānis Liepa", "from_local": "2027-08-18T10:00", "until_local": "2027-08-18T13:00"}]
anna   GET /events/forum-2027/availability
anna   GET /events/forum-2027/agenda/warnings
anna   PATCH /sessions/2 {"starts_local": "2027-08-18T10:30"}
anna   POST /events/forum-2027/agenda/undo
anna   POST /events/forum-2027/agenda/redo
anna   POST /events/forum-2027/agenda/releases {"name": "First programme"}
nobody GET /events/forum-2027/agenda
nobody GET /events/forum-2027/agenda/releases
nobody GET /sessions/1
ilze   POST /sessions/1/marks
ilze   DELETE /sessions/1/marks
anna   DELETE /sessions/2
anna   POST /events/forum-2027/agenda/releases {"name": "Final programme"}
nobody GET /events/forum-2027/agenda/changes?from=1&to=2
anna   DELETE /events/forum-2027/runs/2

anna   POST /events {"slug": "climate-position", "host": "state-chancellery", "kind": "written", "title": {"lv": "Nostāja par klimata finansējumu", "en": "Position on climate finance"}, "starts_local": "2027-02-09T09:00", "zone": "Europe/Riga", "duration_minutes": 10560, "attendance": {"in_person": null, "online": null}, "visibility": "public"}
anna   PUT /events/climate-position/procedure {"questions": [{"text": {"lv": "Vai piekrītat kopīgajai nostājai?", "en": "Do you agree to the common position?"}}, {"text": {"lv": "Kas tajā jāmaina?", "en": "What should change in it?"}, "options": []}], "quorum": {"percent": 50}, "named": true}
anna   POST /events/climate-position/procedure/documents {"name": "nostaja.pdf", "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="}
anna   POST /events/climate-position/status {"to": "announced"}
nobody GET /events/climate-position/procedure/documents
nobody GET /events/climate-position/procedure/documents/1
anna   POST /events/climate-position/invitations {"emails": ["ilze.kalnina@example.org", "janis.liepa@example.org"]}
anna   DELETE /events/climate-position/procedure/documents/1
at     2027-02-09T08:00:00Z
ilze   GET /events/climate-position/procedure
ilze   PUT /events/climate-position/procedure/answer {"answers": [{"question": 1, "option": 1}, {"question": 2, "opinion": "Summai vajag gadu."}], "separate_opinion": "Nostājā trūkst termiņu."}
anna   GET /events/climate-position/procedure/people
at     2027-02-16T16:00:00Z
ilze   GET /events/climate-position/procedure/result
nobody GET /events/climate-position/procedure/record.pdf?lang=en

anna   POST /events/forum-2027/outcomes {"kind": "action", "text": {"lv": "Sagatavot pārskatu par klimata finansējumu.", "en": "Prepare an overview of climate finance."}, "topic": 1, "session": 1, "owner": "Ārlietu ministrija", "due_on": "2027-12-01"}
anna   POST /events/forum-2027/outcomes {"kind": "decision", "text": {"en": "We meet again in a year."}}
anna   PATCH /outcomes/1 {"done": true}
nobody GET /events/forum-2027/outcomes
anna   DELETE /outcomes/2
anna   POST /events/forum-2027/agenda/draft {"pause_minutes": 10, "anew": [1]}
anna   POST /events/forum-2027/agenda/draft/apply {"pause_minutes": 10, "anew": [1], "mark": "{mark}"}

anna   POST /date-polls {"host": "state-chancellery", "title": {"lv": "Programmas darba grupa", "en": "Working group on the programme"}, "zone": "Europe/Riga", "duration_minutes": 60, "slots": ["2027-03-01T10:00", "2027-03-02T16:00"], "closes_local": "2027-02-20T18:00", "without_account": true}
nobody GET /date-polls/{poll}
ilze   PUT /date-polls/{poll}/answer {"answers": {"1": "if_need_be", "2": "yes"}}
janis  PUT /date-polls/{poll}/answer {"answers": {"2": "yes"}}
janis  DELETE /date-polls/{poll}/answer
anna   PATCH /date-polls/{poll} {"note": {"en": "An hour online."}}
anna   POST /date-polls/{poll}/event {"slot": 2, "slug": "working-group"}
anna   DELETE /date-polls/{poll}

nobody POST /tools/local {"starts_local": "2027-08-18T10:00", "zone": "Europe/Riga", "in": ["America/New_York", "Asia/Bangkok"]}
nobody POST /tools/dates {"rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "from": "2027-01-01", "count": 2}
nobody POST /tools/slots {"dates": ["2027-08-18"], "duration_minutes": 120, "people": [{"zone": "Europe/Riga", "count": 17}, {"zone": "America/New_York", "count": 10}, {"zone": "Asia/Bangkok", "count": 2}], "past": [{"zone": "America/New_York", "pain": 96.0}], "limit": 1}
nobody POST /tools/tally {"method": "equal_shares", "items": [{"id": "health", "minutes": 30}, {"id": "tax", "minutes": 30}, {"id": "schools", "minutes": 30}, {"id": "law", "minutes": 30}], "ballots": [{"weight": 6, "approve": ["health", "tax", "schools"]}, {"weight": 4, "approve": ["law"]}], "minutes": 90}
janis  DELETE /me"#;

/// Where they are kept.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../server/src/http/api/examples.json");

async fn people(place: &Place) -> BTreeMap<&'static str, Client> {
    let mut people = BTreeMap::from([("nobody", place.anyone())]);
    for (name, email) in [
        ("admin", "admin@example.org"),
        ("anna", "anna.ozola@example.org"),
        ("ilze", "ilze.kalnina@example.org"),
        ("janis", "janis.liepa@example.org"),
    ] {
        people.insert(name, place.acting(email, None).await);
    }
    people
}

/// The call of the document that a path belongs to: `/events/{slug}` for `/events/forum-2027`.
fn called<'a>(document: &'a Value, method: &str, path: &str) -> &'a str {
    let path = path.split('?').next().unwrap();
    let fits = |(call, methods): &(&'a String, &Value)| {
        let (call, path) = (call.split('/'), path.split('/'));
        methods.get(method.to_lowercase()).is_some()
            && call.clone().count() == path.clone().count()
            && call.zip(path).all(|(call, path)| call.starts_with('{') || call == path)
    };
    let braces = |(call, _): &(&'a String, &Value)| call.matches('{').count();
    let found = document["paths"].as_object().unwrap().iter().filter(fits).min_by_key(braces);
    found.unwrap_or_else(|| panic!("{method} {path} is no call")).0
}

/// What stands in the examples for the id of a poll, which chance made.
const POLL: &str = "k3JvQ0xT9mZcW7hN2bYd5A";

/// What stands in the examples for the mark of a draft, which is made from everything.
const MARK: &str = "b1Jx0sN7vQ2mY5tK8cR3wZ6eH9uL4aFgDpTnVoXiSyE";

/// As anybody may read it: no address of this test, and nothing that chance made.
fn readable(answer: &Answer, poll: &str) -> Option<Value> {
    let kind = answer.header("content-type").unwrap_or_default();
    let mut value: Value = kind.starts_with("application/json").then(|| answer.json())?;
    fn steady(value: &mut Value, poll: &str) {
        match value {
            Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| match name.as_str() {
                "uid" => *value = json!("0198f3c2@saiets.example"),
                "mark" => *value = json!(MARK),
                _ => steady(value, poll),
            }),
            Value::Array(items) => items.iter_mut().for_each(|item| steady(item, poll)),
            Value::String(text) => {
                *text = text.replace("http://saiets.test", "https://saiets.example");
                // Nothing has been polled yet: there is nothing to replace.
                if !poll.is_empty() {
                    *text = text.replace(poll, POLL);
                }
            }
            _ => {}
        }
    }
    steady(&mut value, poll);
    Some(value)
}

#[tokio::test]
async fn every_call_has_an_example_and_it_is_true() {
    let place = Place::new().await;
    let people = people(&place).await;
    let document = place.anyone().get("/openapi.json").await.expect(200).json();
    let mut ten = Vec::new();
    for n in 0..10 {
        ten.push(place.acting(&format!("voter{n}@example.org"), None).await);
    }
    let (mut told, mut poll, mut mark) = (Map::new(), String::new(), String::new());
    for line in STORY.lines().filter(|line| !line.is_empty()) {
        let mut words = line.splitn(2, ' ');
        let (who, rest) = (words.next().unwrap(), words.next().unwrap().trim());
        if who == "at" {
            place.at(rest);
            continue;
        }
        let begins = [rest.find(" ["), rest.find(" {")].into_iter().flatten().min();
        let (request, body) = begins.map_or((rest, None), |at| (&rest[..at], Some(rest[at..].trim())));
        let (method, path) = request.split_once(' ').unwrap();
        let shown: Option<Value> = body.map(|body| serde_json::from_str(&body.replace("{mark}", MARK)).unwrap());
        let body: Option<Value> = body.map(|body| serde_json::from_str(&body.replace("{mark}", &mark)).unwrap());
        let path = &path.replace("{poll}", &poll);
        if who == "ten" {
            for one in &ten {
                let answer = one.call(method.parse::<Method>().unwrap(), path, body.clone()).await;
                assert!(answer.status.is_success(), "{line}\n{} {}", answer.status, answer.text());
            }
            continue;
        }
        let answer = people[who].call(method.parse::<Method>().unwrap(), path, body.clone()).await;
        assert!(answer.status.is_success(), "{line}\n{} {}", answer.status, answer.text());
        if request == "POST /date-polls" {
            poll = answer.json()["id"].as_str().unwrap().to_owned();
        }
        if request.ends_with("/agenda/draft") {
            mark = answer.json()["mark"].as_str().unwrap().to_owned();
        }
        let told_path = if poll.is_empty() { path.clone() } else { path.replace(&poll, POLL) };
        let mut example = json!({"path": told_path, "status": answer.status.as_u16()});
        example.as_object_mut().unwrap().extend(shown.map(|body| ("request".to_owned(), body)));
        example.as_object_mut().unwrap().extend(readable(&answer, &poll).map(|answer| ("response".to_owned(), answer)));
        told.entry(format!("{method} {}", called(&document, method, path))).or_insert(example);
    }
    let calls = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase())));
    assert_eq!(told.keys().cloned().collect::<BTreeSet<_>>(), calls.collect::<BTreeSet<_>>());
    if std::env::var("SAIETS_TEST_WRITE_EXAMPLES").is_ok() {
        std::fs::write(FILE, format!("{}\n", serde_json::to_string_pretty(&told).unwrap())).unwrap();
    }
    let kept: Map<String, Value> = serde_json::from_str(&std::fs::read_to_string(FILE).unwrap()).unwrap();
    for (call, example) in &told {
        assert_eq!(
            kept.get(call),
            Some(example),
            "{call} is answered otherwise now: SAIETS_TEST_WRITE_EXAMPLES=1 writes the examples anew"
        );
    }
    assert_eq!(kept.len(), told.len());
}
