//! Fair times, as a call and as a page.

use crate::support::Place;
use serde_json::{Value, json};

fn forum() -> Value {
    json!({
        "dates": ["2027-08-18"],
        "duration_minutes": 120,
        "people": [
            {"zone": "Europe/Riga", "count": 17},
            {"zone": "America/New_York", "count": 9},
            {"zone": "Asia/Bangkok", "count": 2},
            {"zone": "America/New_York", "count": 1},
        ],
    })
}

fn with(changes: Value) -> Value {
    let mut asked = forum();
    for (name, value) in changes.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

#[tokio::test]
async fn the_best_slots_come_with_what_they_cost_everybody() {
    let place = Place::new().await;
    let answer = place.anyone().post("/tools/slots", forum()).await.expect(200).json();
    let best = &answer["slots"][0];
    assert_eq!((answer["slots"].as_array().unwrap().len(), &best["starts_at"]), (10, &json!(["2027-08-18T11:30:00Z"])));
    let zones: Vec<&str> = best["by_zone"].as_array().unwrap().iter().map(|there| there["zone"].as_str().unwrap()).collect();
    assert_eq!(zones, ["Europe/Riga", "America/New_York", "Asia/Bangkok"], "a zone that is named again adds up");
    let ten = &answer["baselines"]["organiser_ten"];
    assert_eq!(
        (&ten["starts_at"], &ten["worst_pain"], &ten["night_people"]),
        (&json!(["2027-08-18T07:00:00Z"]), &json!(128.0), &json!(10))
    );
    let there = &ten["by_zone"][1];
    let expected = json!({"zone": "America/New_York", "run": 1, "local": "2027-08-18T03:00", "day_shift": 0, "pain": 128.0, "night": true});
    assert_eq!(there, &expected);
    let twice = place.anyone().post("/tools/slots", with(json!({"runs": 2, "limit": 1}))).await.expect(200).json();
    assert_eq!((twice["slots"].as_array().unwrap().len(), twice["slots"][0]["starts_at"].as_array().unwrap().len()), (1, 2));
    assert_eq!(twice["slots"][0]["night_people"], 0);
}

#[tokio::test]
async fn what_cannot_be_asked_is_said_at_its_field() {
    let place = Place::new().await;
    let many: Vec<Value> = (0..1_001).map(|_| json!({"zone": "Europe/Riga", "count": 1})).collect();
    let days: Vec<String> = (1..=32).map(|day| format!("2027-{:02}-{:02}", 1 + day / 29, 1 + day % 28)).collect();
    let wrong = [
        (json!({"people": many}), "people", "too_many"),
        (json!({"people": []}), "people", "required"),
        (json!({"people": [{"zone": "Mars/Olympus", "count": 1}]}), "people[0].zone", "unknown_zone"),
        (json!({"people": [{"zone": "Europe/Riga", "count": 0}]}), "people[0].count", "out_of_range"),
        (json!({"people": [{"zone": "Europe/Riga", "count": -3}]}), "people[0].count", "out_of_range"),
        (json!({"people": [{"zone": "Europe/Riga", "count": 1_000_001}]}), "people[0].count", "out_of_range"),
        (json!({"dates": days}), "dates", "too_many"),
        (json!({"dates": ["2027-02-30"]}), "dates[0]", "invalid_date"),
        (json!({"duration_minutes": 0}), "duration_minutes", "out_of_range"),
        (json!({"duration_minutes": 1_441}), "duration_minutes", "out_of_range"),
        (json!({"step_minutes": 1}), "step_minutes", "out_of_range"),
        (json!({"limit": 101}), "limit", "out_of_range"),
        (json!({"runs": 3}), "runs", "unknown_value"),
        (json!({"weigh": "kilogram"}), "weigh", "unknown_value"),
        (json!({"night": {"from": "25:00", "to": "07:00"}}), "night.from", "invalid_time"),
        (json!({"past": [{"zone": "Mars/Olympus", "pain": 1.0}]}), "past[0].zone", "unknown_zone"),
        (json!({"past": [{"zone": "Europe/Riga", "pain": -1.0}]}), "past[0].pain", "out_of_range"),
        (json!({"runs": 2, "duration_minutes": 1_440}), "dates", "no_candidate"),
        (json!({"dates": []}), "dates", "no_candidate"),
        (json!({"duration_minutes": "two"}), "duration_minutes", "invalid_type"),
    ];
    for (change, field, code) in wrong {
        let refused = place.anyone().post("/tools/slots", with(change)).await.expect(422).json();
        assert_eq!((refused["code"].as_str(), refused["errors"][0]["field"].as_str()), (Some(code), Some(field)), "{refused}");
        assert!(!refused["errors"][0]["message"].as_str().unwrap().is_empty());
    }
    let ignored = with(json!({"past": [{"zone": "Asia/Tokyo", "pain": 1e6}]}));
    let plain = place.anyone().post("/tools/slots", forum()).await.expect(200).json();
    assert_eq!(place.anyone().post("/tools/slots", ignored).await.expect(200).json(), plain);
}

async fn page(place: &Place, path: &str, status: u16) -> String {
    place.anyone().page(path).await.expect(status).text()
}

fn has(page: &str, words: &[&str]) {
    for words in words {
        assert!(page.contains(words), "{words:?} is missing");
    }
}

#[tokio::test]
async fn the_page_answers_before_anything_is_asked() {
    let place = Place::new().await;
    let said = page(&place, "/en/plan", 200).await;
    has(
        &said,
        &["A fair time", "18 August 2027 for 113 people in 12 places", "12:00 UTC: in Rīga 15:00", "At 10:00 Rīga 13 people in 3 places"],
    );
    has(&said, &["<s>13</s>", "<b>3</b>", "Held twice: nobody", "00:00–02:00 +1 day, night"]);
    let said = page(&place, "/lv/plan", 200).await;
    has(&said, &["Taisnīgs laiks", "12:00 UTC: Rīgā 15:00", "Ņujorka", "+1 diena, naktī"]);
}

#[tokio::test]
async fn the_address_holds_the_whole_question() {
    let place = Place::new().await;
    let people = "people=R%C4%ABga%2017%0ANew%20York%3A%2010%0AAsia/Tokyo%202%0AGeneva";
    let said = page(&place, &format!("/en/plan?{people}&date=2027-08-18&minutes=60&on=2027-08-18&at=07:00"), 200).await;
    has(&said, &["07:00 UTC: in Rīga 10:00", "30 people in 4 places", "Zürich", "03:00–04:00, night", "on=2027-08-18&amp;at=07%3A30"]);
    let aside = page(&place, &format!("/en/plan?{people}&date=2027-08-18&minutes=60&aside=Tokyo"), 200).await;
    has(&aside, &["28 people in 3 places", "Not counted, will watch the recording: Tokyo"]);
    let twice = page(&place, &format!("/en/plan?{people}&date=2027-08-18&minutes=60&runs=2&on=2027-08-18&at=08:00+20:00"), 200).await;
    has(&twice, &["08:00 and 20:00 UTC: in Rīga 11:00 and 23:00", "class=\"ghost\""]);
}

#[tokio::test]
async fn what_is_written_wrongly_is_kept_and_said() {
    let place = Place::new().await;
    let wrong = [
        ("people=Atlantis%203&date=2027-08-18", "No time zone is known for Atlantis"),
        ("people=R%C4%ABga%203x&date=2027-08-18", "This line cannot be read: Rīga 3x"),
        ("people=R%C4%ABga%20-3&date=2027-08-18", "too small or too large"),
        ("people=&date=2027-08-18", "Fill this in"),
        ("people=R%C4%ABga%203&date=18.8.2027", "Write the date"),
        ("people=R%C4%ABga%203&date=2027-08-18&days=32", "too small or too large"),
        ("people=R%C4%ABga%203&date=2027-08-18&minutes=1441", "too small or too large"),
        ("people=R%C4%ABga%203&date=2027-08-18&minutes=1440&runs=2", "No time fits"),
        ("people=R%C4%ABga%203&date=2027-08-18&night_from=7", "time"),
        ("people=R%C4%ABga%203&date=2027-08-18&on=2027-08-18&at=99:00", "time"),
    ];
    for (query, words) in wrong {
        let said = page(&place, &format!("/en/plan?{query}"), 422).await;
        has(&said, &[words, "role=\"alert\"", "Find fair times"]);
    }
    has(&page(&place, "/en/plan?people=Atlantis%203&date=2027-08-18", 422).await, &["Atlantis 3</textarea>"]);
    place.anyone().page("/en/plan?people=%00R%C4%ABga&date=%FF").await.expect(422);
}

#[tokio::test]
async fn a_moved_meeting_gets_its_sentences_and_figures() {
    let place = Place::new().await;
    let piece =
        place.anyone().page("/en/plan/figures?people=Riga%201%0ATokyo%201&date=2027-08-18&on=2027-08-18&at=07:00").await.expect(200).text();
    has(&piece, &["What it buys", "The same in figures"]);
    assert!(!piece.contains("<html"), "a piece, not a page");
}

mod organising {
    //! The time of an event as its people's clocks show it, and what a series remembers.
    use super::*;
    use domain::event::{Mode, Status};
    use domain::host::Role;
    use sea_orm::Set;

    fn ms(instant: &str) -> i64 {
        instant.parse::<domain::time::Timestamp>().unwrap().as_millisecond()
    }

    /// Six colleagues in New York and one in Tokyo, online, at 10:00 Rīga.
    async fn forum(place: &Place) -> (i64, crate::support::Client) {
        let host = place.host("chancellery").await;
        place
            .event(host, "forum-2027", |event| {
                event.starts_at = Set(ms("2027-08-18T07:00:00Z"));
                event.ends_at = Set(ms("2027-08-18T09:00:00Z"));
            })
            .await;
        let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
        for (n, zone) in ["America/New_York"; 6].into_iter().chain(["Asia/Tokyo"]).enumerate() {
            let email = format!("p{n}@example.org");
            organiser.put(&format!("/people/{email}"), json!({"name": email, "zone": zone, "language": "en"})).await.expect(201);
            let registered =
                organiser.post("/events/forum-2027/registrations", json!({"mode": <&str>::from(Mode::Online), "email": email}));
            registered.await.expect(201);
        }
        (host, organiser)
    }

    #[tokio::test]
    async fn organisers_are_told_who_sits_at_night_and_what_would_be_better() {
        let place = Place::new().await;
        let (host, organiser) = forum(&place).await;
        let said = organiser.page("/en/organise/events/forum-2027").await.expect(200).text();
        has(
            &said,
            &[
                "Night for some",
                "6 of 7 people have a part of it between 23:00 and 07:00: New York 03:00 (6)",
                "The nearest better start is",
            ],
        );
        let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
        has(&viewer.page("/en/organise/events/forum-2027").await.expect(200).text(), &["Night for some"]);
        place.acting("stranger@example.org", None).await.page("/en/organise/events/forum-2027/plan").await.expect(403);
        place.event(host, "calm", |_| {}).await;
        has(&organiser.page("/en/organise/events/calm").await.expect(200).text(), &["Nobody is registered or invited yet"]);
    }

    /// Where a page leads, its query read.
    fn led(answer: &crate::support::Answer) -> Vec<(String, String)> {
        let location = answer.header("location").unwrap();
        assert!(location.starts_with("/en/plan?"), "{location}");
        url::Url::parse(&format!("http://saiets.test{location}")).unwrap().query_pairs().into_owned().collect()
    }

    fn of(query: &[(String, String)], name: &str) -> String {
        query.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    #[tokio::test]
    async fn who_would_be_invited_counts_once_they_agree_to_be_asked() {
        let place = Place::new().await;
        let (host, organiser) = forum(&place).await;
        let people = [("kenji@example.org", "JP", true), ("rin@example.org", "JP", false), ("sofia@example.org", "BG", true)];
        for (email, country, asks) in people {
            let zone = if country == "JP" { "Asia/Tokyo" } else { "Europe/Sofia" };
            let person = json!({"name": email, "zone": zone, "country": country, "language": "en", "consents": {"contact": asks}});
            organiser.put(&format!("/people/{email}"), person).await.expect(201);
        }
        let invitations = "/en/organise/events/forum-2027/invitations";
        let alone = organiser.page("/en/organise/events/forum-2027/plan").await.expect(303);
        assert_eq!(of(&led(&alone), "people"), "Europe/Riga 1\nAmerica/New_York 6\nAsia/Tokyo 1");
        let with = organiser.submit(invitations, &[("do", "plan"), ("audience.countries", "Japan, Bulgaria")]).await.expect(303);
        assert_eq!(of(&led(&with), "people"), "Europe/Riga 1\nAmerica/New_York 6\nAsia/Tokyo 2\nEurope/Sofia 1");
        assert_eq!(of(&led(&with), "event"), "forum-2027");
        // Who is invited already is there without being named again.
        organiser.post("/events/forum-2027/invitations", json!({"emails": ["kenji@example.org"]})).await.expect(200);
        let again = organiser.submit(invitations, &[("do", "plan"), ("audience.countries", "Japan")]).await.expect(303);
        assert_eq!(of(&led(&again), "people"), "Europe/Riga 1\nAmerica/New_York 6\nAsia/Tokyo 2");
        let typed = organiser.submit(invitations, &[("do", "plan"), ("audience.countries", "Atlantis")]).await.expect(422).text();
        has(&typed, &["Atlantis"]);
        let looked_up = organiser.submit(invitations, &[("do", "plan"), ("emails", "sofia@example.org")]).await.expect(422).text();
        has(&looked_up, &["have not agreed to be looked up", "sofia@example.org"]);
        let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
        viewer.submit(invitations, &[("do", "plan"), ("audience.countries", "Japan")]).await.expect(403);
        viewer.page("/en/organise/events/forum-2027/plan").await.expect(303);
    }

    #[tokio::test]
    async fn the_next_date_of_a_series_is_planned_by_who_came_the_last_time() {
        let place = Place::new().await;
        let (_, organiser) = forum(&place).await;
        let series = json!({"slug": "forum", "host": "chancellery", "title": {"en": "Forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 480, "venues": ["Rīga"]});
        organiser.post("/series", series).await.expect(201);
        let nobody = organiser.page("/en/organise/series/forum/plan").await.expect(303);
        assert_eq!(of(&led(&nobody), "people"), "Europe/Riga 1");
        organiser.post("/series/forum/editions", json!({"year": 2027, "slug": "first"})).await.expect(201);
        organiser.post("/events/first/status", json!({"to": "announced"})).await.expect(200);
        organiser.post("/events/first/registrations", json!({"mode": "online", "email": "anna@example.org"})).await.expect(201);
        let query = led(&organiser.page("/en/organise/series/forum/plan").await.expect(303));
        assert_eq!(of(&query, "people"), "Europe/Riga 1");
        let fields = ["date", "minutes", "wish", "event"].map(|field| of(&query, field));
        assert_eq!(fields, ["2027-08-18", "480", "10:00", ""]);
    }

    #[tokio::test]
    async fn a_public_holiday_is_named_with_how_many_are_of_there() {
        let place = Place::new().await;
        let host = place.host("chancellery").await;
        let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
        let days = [("belgian", "2027-07-21T07:00:00Z"), ("latvian", "2027-11-18T08:00:00Z"), ("japanese", "2027-07-18T19:00:00Z")];
        for (slug, starts) in days {
            let on = |event: &mut backend::entity::event::ActiveModel| {
                event.starts_at = Set(ms(starts));
                event.ends_at = Set(ms(starts) + 7_200_000);
            };
            place.event(host, slug, on).await;
        }
        for (email, country, zone) in
            [("a@example.org", "BE", "Europe/Brussels"), ("b@example.org", "BE", "Europe/Paris"), ("c@example.org", "JP", "Asia/Tokyo")]
        {
            let person = json!({"name": email, "zone": zone, "country": country, "language": "en"});
            organiser.put(&format!("/people/{email}"), person).await.expect(201);
            for (slug, _) in days {
                let online = json!({"mode": "online", "email": email});
                organiser.post(&format!("/events/{slug}/registrations"), online).await.expect(201);
            }
        }
        let said = async |path: &str| organiser.page(path).await.expect(200).text();
        let belgian = said("/en/organise/events/belgian").await;
        has(&belgian, &["A public holiday", "Belgium, National Day, 2 of its people are of there"]);
        assert!(!belgian.contains("Japan,"), "an ordinary day there");
        has(&said("/lv/organise/events/belgian").await, &["Svētku diena", "Beļģija, no turienes 2 dalībnieki"]);
        has(&said("/lv/organise/events/latvian").await, &["Latvija, Latvijas Republikas Proklamēšanas diena"]);
        has(&said("/en/organise/events/japanese").await, &["Japan, Marine Day, 1 of its people is of there"]);

        let series = json!({"slug": "autumn", "host": "chancellery", "title": {"en": "Autumn"}, "kind": "thematic", "rule": "FREQ=YEARLY;BYMONTH=11;BYDAY=3WE",
            "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 120, "venues": ["Rīga"], "notice_days": {"ideal": 90, "minimum": 30}});
        organiser.post("/series", series).await.expect(201);
        has(&said("/en/series/autumn").await, &["Holidays near", "Republic of Latvia Proclamation Day"]);
    }

    #[tokio::test]
    async fn who_goes_to_another_hosts_event_is_not_told_while_they_are_few() {
        let place = Place::new().await;
        let (_, organiser) = forum(&place).await;
        let other = place.host("embassy").await;
        place
            .event(other, "briefing", |event| {
                event.starts_at = Set(ms("2027-08-18T08:00:00Z"));
                event.ends_at = Set(ms("2027-08-18T10:00:00Z"));
            })
            .await;
        let theirs = place.acting("embassy@example.org", Some((other, Role::Organiser))).await;
        for n in 0..5 {
            let seen = organiser.page("/en/organise/events/forum-2027").await.expect(200).text();
            assert!(!seen.contains("registered for both"), "{n} people are too few");
            theirs
                .post("/events/briefing/registrations", json!({"mode": "online", "email": format!("p{n}@example.org")}))
                .await
                .expect(201);
        }
        has(
            &organiser.page("/en/organise/events/forum-2027").await.expect(200).text(),
            &["The same people elsewhere", "5 people are registered for both"],
        );
    }

    #[tokio::test]
    async fn the_planner_knows_the_people_and_gives_its_time_to_the_event() {
        let place = Place::new().await;
        let (_, organiser) = forum(&place).await;
        let led = organiser.page("/en/organise/events/forum-2027/plan").await.expect(303);
        let to = led.header("location").unwrap().to_owned();
        let said = organiser.page(&to).await.expect(200).text();
        has(&said, &["New York", "Tokyo", "Take this time", "edit?starts_local=2027-08-18T"]);
        assert!(!place.anyone().page(&to).await.expect(200).text().contains("Take this time"), "not for others");
        let form = organiser.page("/en/organise/events/forum-2027/edit?starts_local=2027-08-18T15:00").await.expect(200).text();
        has(&form, &["value=\"2027-08-18T15:00\"", "value=\"2027-08-18T17:00\""]);
    }

    #[tokio::test]
    async fn a_series_remembers_what_its_editions_cost() {
        let place = Place::new().await;
        let (host, organiser) = forum(&place).await;
        let series = json!({"slug": "forum", "host": "chancellery", "title": {"en": "Forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE",
            "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 120, "venues": ["Rīga"], "notice_days": {"ideal": 365, "minimum": 183}});
        organiser.post("/series", series).await.expect(201);
        let made = organiser.post("/series/forum/editions", json!({"date": "2027-08-18", "slug": "edition-2027"})).await.expect(201);
        assert_eq!(made.json()["status"], "tentative");
        for to in [Status::Announced, Status::Confirmed] {
            organiser.post("/events/edition-2027/status", json!({"to": <&str>::from(to)})).await.expect(200);
        }
        for n in 0..7 {
            let wanted = json!({"mode": "online", "email": format!("p{n}@example.org")});
            organiser.post("/events/edition-2027/registrations", wanted).await.expect(201);
        }
        assert!(!organiser.page("/en/series/forum").await.expect(200).text().contains("Who has borne what"));
        place.at("2027-08-19T12:00:00Z");
        organiser.post("/events/edition-2027/status", json!({"to": "held"})).await.expect(200);
        let organiser = place.acting("boss@example.org", Some((host, Role::Organiser))).await;
        let seen = organiser.page("/en/series/forum").await.expect(200).text();
        has(&seen, &["Who has borne what", "New York has borne most: 128", "One other place has borne next to nothing."]);
        let others = place.anyone().page("/en/series/forum").await.expect(200).text();
        has(&others, &["New York has borne most: 128"]);
        organiser.post("/series/forum/editions", json!({"date": "2028-08-16", "slug": "edition-2028"})).await.expect(201);
        let led = organiser.page("/en/organise/events/edition-2028/plan").await.expect(303);
        assert!(led.header("location").unwrap().contains("America%2FNew_York+128.0"), "{:?}", led.header("location"));
    }
}
