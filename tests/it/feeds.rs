//! Calendars people subscribe to.

use crate::support::{Answer, Place, keep, property};
use axum::body::Body;
use axum::http::Request;
use backend::entity::event;
use backend::service::access::{Actor, Me};
use backend::service::registration::{self, NewRegistration};
use backend::service::series::{self, NewEdition, NewSeries, SeriesFields};
use backend::service::{invitations, people};
use domain::event::{Status, Visibility};
use domain::host::Role;
use domain::text::Text;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

async fn feed(place: &Place, path: &str) -> Answer {
    let answer = place.anyone().page(path).await;
    if answer.status == 200 {
        keep("ics", &answer.body);
    }
    answer
}

async fn actor(place: &Place, person: i64) -> Actor {
    let row = backend::entity::person::Entity::find_by_id(person).one(place.site.db.read()).await.unwrap().unwrap();
    Actor { me: Some(Me::from(row)) }
}

fn uids(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("UID:")).collect()
}

#[tokio::test]
async fn the_public_feed_holds_what_everybody_may_see() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let status = |status: Status| move |row: &mut event::ActiveModel| row.status = Set(status.into());
    place.event(host, "open", |_| {}).await;
    place.event(host, "draft", status(Status::Draft)).await;
    place.event(host, "expected", status(Status::Tentative)).await;
    place.event(host, "gone", status(Status::Cancelled)).await;
    place.event(host, "closed", |row| row.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "members", |row| row.visibility = Set(Visibility::Members.into())).await;
    let text = feed(&place, "/calendar.ics").await.expect(200).text();
    let mut found = uids(&text);
    found.sort_unstable();
    assert_eq!(found, ["expected@saiets.test", "gone@saiets.test", "open@saiets.test"]);
    assert!(text.contains("\r\nMETHOD:PUBLISH\r\n") && text.contains("REFRESH-INTERVAL") && !text.contains("ATTENDEE"));
    assert!(text.contains("STATUS:CANCELLED") && text.contains("SUMMARY:Atcelts: Profesionāļu forums 2027"));
    assert!(!text.contains("meet.saiets.test"), "the link to join is not for everybody");
}

#[tokio::test]
async fn each_host_has_its_own_feed_in_either_language() {
    let place = Place::new().await;
    let (mfa, brussels) = (place.host("mfa").await, place.host("brussels").await);
    place.event(mfa, "riga", |_| {}).await;
    place.event(brussels, "brussels-talk", |_| {}).await;
    let text = feed(&place, "/hosts/brussels/calendar.ics?lang=en").await.expect(200).text();
    assert_eq!(uids(&text), ["brussels-talk@saiets.test"]);
    assert!(text.contains("NAME:Saiets: Host brussels") && text.contains("Announced: the day is promised"));
    let text = feed(&place, "/hosts/brussels/calendar.ics").await.expect(200).text();
    assert!(text.contains("Rīkotājs brussels") && text.contains("Izziņots"));
    feed(&place, "/hosts/nobody/calendar.ics").await.expect(404);
}

#[tokio::test]
async fn unchanged_data_is_the_same_bytes_and_need_not_be_sent_twice() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let first = feed(&place, "/calendar.ics").await.expect(200);
    assert_eq!(first.header("content-type"), Some("text/calendar; charset=utf-8"));
    place.at("2027-03-01T12:00:00Z");
    let second = feed(&place, "/calendar.ics").await.expect(200);
    assert_eq!((&first.body, first.header("etag")), (&second.body, second.header("etag")));
    let tag = first.header("etag").unwrap().to_owned();
    let ask = |tag: &str| Request::get("/calendar.ics").header("if-none-match", tag).body(Body::empty()).unwrap();
    let known = place.anyone().send(ask(&tag)).await.expect(304);
    assert!(known.body.is_empty());
    let mut row = event.into_active_model();
    row.status = Set(Status::Confirmed.into());
    row.sequence = Set(1);
    row.update(place.site.db.writer()).await.unwrap();
    let changed = place.anyone().send(ask(&tag)).await.expect(200);
    assert!(changed.text().contains("STATUS:CONFIRMED") && changed.header("etag") != Some(&tag));
}

#[tokio::test]
async fn an_event_has_a_file_of_its_own_unless_it_is_private() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    place.event(host, "draft", |row| row.status = Set(Status::Draft.into())).await;
    place.event(host, "closed", |row| row.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "members", |row| row.visibility = Set(Visibility::Members.into())).await;
    let text = feed(&place, "/events/forum-2027.ics?lang=en").await.expect(200).text();
    assert_eq!(uids(&text), ["forum-2027@saiets.test"]);
    assert_eq!(property(&text, "DTSTART").as_deref(), Some("TZID=Europe/Riga:20270818T100000"));
    for hidden in ["/events/draft.ics", "/events/closed.ics", "/events/nothing.ics", "/events/forum-2027"] {
        feed(&place, hidden).await.expect(404);
    }
    feed(&place, "/events/members.ics").await.expect(401);
    let ilze = place.acting("ilze@example.org", None).await;
    ilze.page("/events/members.ics").await.expect(200);
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    organiser.page("/events/draft.ics").await.expect(404);
}

#[tokio::test]
async fn a_public_link_stands_in_public_feeds() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.online_public = Set(true)).await;
    let text = feed(&place, "/calendar.ics").await.expect(200).text();
    assert!(text.contains("https://meet.saiets.test/forum"));
}

#[tokio::test]
async fn a_series_shows_its_next_dates_each_with_the_uid_its_edition_will_have() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let organiser = place.person("org@example.org").await;
    place.member(host, organiser, Role::Organiser).await;
    let organiser = actor(&place, organiser).await;
    let fields = SeriesFields {
        title: Some(Text { lv: Some("Forums".to_owned()), en: Some("Forum".to_owned()) }),
        kind: Some("forum".to_owned()),
        rule: Some("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE".to_owned()),
        zone: Some("Europe/Riga".to_owned()),
        local_time: Some("10:00".to_owned()),
        duration_minutes: Some(480),
        venues: Some(vec!["Rīga".to_owned()]),
        ..SeriesFields::default()
    };
    series::create(&place.site, &organiser, NewSeries { slug: "forum".to_owned(), host: "mfa".to_owned(), fields }).await.unwrap();
    let text = feed(&place, "/series/forum/calendar.ics").await.expect(200).text();
    let dates = ["20270818", "20280816", "20290815", "20300821", "20310820"];
    assert_eq!(uids(&text), dates.map(|date| format!("forum-{date}@saiets.test")));
    assert_eq!(text.matches("STATUS:TENTATIVE").count(), 5);
    assert!(!text.split("BEGIN:VEVENT").skip(1).any(|event| event.contains("RRULE")));
    let edition = NewEdition { year: Some(2027), slug: "forum-2027".to_owned(), ..NewEdition::default() };
    series::announce_edition(&place.site, &organiser, "forum", edition).await.unwrap();
    let with_edition = feed(&place, "/series/forum/calendar.ics").await.expect(200).text();
    assert_eq!(uids(&with_edition), uids(&text), "the edition is the same entry");
    assert!(with_edition.contains("/events/forum-2027"));
    feed(&place, "/series/nothing/calendar.ics").await.expect(404);
}

#[tokio::test]
async fn a_changed_series_is_a_newer_entry_of_its_expected_dates() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let body = json!({"slug": "forum", "host": "mfa", "title": {"en": "Forum"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE",
        "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 480, "venues": ["Rīga"]});
    organiser.post("/series", body).await.expect(201);
    let stamp = async || property(&feed(&place, "/series/forum/calendar.ics").await.expect(200).text(), "DTSTAMP").unwrap();
    let mut before = stamp().await;
    for (day, change) in [
        ("2027-01-26", json!({"title": {"en": "Professionals’ forum"}})),
        ("2027-01-27", json!({"local_time": "11:00"})),
        ("2027-01-28", json!({"venues": ["Brisele"]})),
    ] {
        place.at(&format!("{day}T09:00:00Z"));
        organiser.patch("/series/forum", change).await.expect(200);
        let after = stamp().await;
        assert_eq!(after, format!("{}T090000Z", day.replace('-', "")));
        assert!(after > before);
        before = after;
    }
    place.at("2027-01-29T09:00:00Z");
    organiser.patch("/series/forum", json!({"notice_days": {"ideal": 300, "minimum": 200}})).await.expect(200);
    assert_eq!(stamp().await, before, "no entry says how early it is announced");
}

#[tokio::test]
async fn a_person_has_a_calendar_of_their_own_until_they_end_its_address() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "closed", |row| row.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "open", |row| row.in_person_capacity = Set(Some(0))).await;
    place.event(host, "other", |_| {}).await;
    let organiser = place.person("org@example.org").await;
    place.member(host, organiser, Role::Organiser).await;
    let organiser = actor(&place, organiser).await;
    let ilze = place.person("ilze@example.org").await;
    let me = actor(&place, ilze).await;
    let wanted = invitations::Wanted { emails: vec!["ilze@example.org".to_owned()], audience: None };
    invitations::invite(&place.site, &organiser, "closed", wanted).await.unwrap();
    let wish = |mode: &str| NewRegistration { mode: mode.to_owned(), ..NewRegistration::default() };
    registration::register(&place.site, &me, "open", wish("in_person")).await.unwrap();
    let row = backend::entity::person::Entity::find_by_id(ilze).one(place.site.db.read()).await.unwrap().unwrap();
    let address = people::calendar_url(&place.site, &row);
    let path = address.strip_prefix("http://saiets.test").unwrap();
    let text = feed(&place, path).await.expect(200).text();
    let mut found = uids(&text);
    found.sort_unstable();
    assert_eq!(found, ["closed@saiets.test", "open@saiets.test"]);
    assert!(text.contains("METHOD:PUBLISH") && !text.contains("ATTENDEE") && !text.contains(path));
    assert!(text.contains("You are on the waiting list.") && !text.contains("meet.saiets.test"), "who waits has no link");
    registration::register(&place.site, &me, "closed", wish("online")).await.unwrap();
    let text = feed(&place, path).await.expect(200).text().replace("\r\n ", "");
    assert_eq!(text.matches("CONFERENCE").count(), 1);
    people::new_calendar_address(&place.site, &me).await.unwrap();
    feed(&place, path).await.expect(404);
    feed(&place, "/u/1-x/calendar.ics").await.expect(404);
}

#[tokio::test]
async fn odd_requests_are_refused_with_a_status_not_a_failure() {
    let place = Place::new().await;
    for (path, status) in [("/calendar.ics?lang=xx", 200), ("/calendar.ics?lang=%00", 200), ("/events/%F0%9F%98%80.ics", 404)] {
        feed(&place, path).await.expect(status);
    }
    let empty = feed(&place, "/calendar.ics").await.expect(200).text();
    assert!(empty.contains("BEGIN:VTIMEZONE"), "a calendar has at least one component: {empty}");
}
