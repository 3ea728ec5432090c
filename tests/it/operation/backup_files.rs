//! The file itself: whole or refused, of an older schema or a newer one, for its owner's eyes.

use super::elsewhere;
use crate::schema::{columns, tables};
use crate::support::Place;
use backend::backup::{self, Backup, Head, Problem, Secret, TableHead, Writer};
use backend::entity::person;
use backend::schema::{self, Schema};
use sea_orm::EntityTrait;
use serde_json::json;
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn the_list_of_what_a_backup_holds_is_the_schema() {
    let place = Place::new().await;
    let db = place.site.db.writer();
    let listed = backup::tables();
    let names: BTreeSet<String> = listed.iter().map(|table| table.name.to_owned()).chain([schema::STEPS.to_owned()]).collect();
    assert_eq!(names, tables(db).await);
    for table in listed {
        let named: BTreeSet<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        assert_eq!(named, columns(db, table.name).await, "{}", table.name);
        assert!(!table.counts || table.key == "id", "{}", table.name);
    }
}

#[tokio::test]
async fn only_its_owner_can_read_it_and_nothing_unfinished_is_left() {
    let place = Place::new().await;
    let file = place.folder().join("backup");
    std::fs::write(place.folder().join("backup.part"), "from a run that was killed").unwrap();
    backup::write(&place.site, None, &file).await.unwrap();
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!place.folder().join("backup.part").exists());

    let nowhere = place.folder().join("no such folder").join("backup");
    assert!(matches!(backup::write(&place.site, None, &nowhere).await, Err(Problem::File(_))));
}

#[tokio::test]
async fn a_file_that_is_cut_short_or_altered_is_refused() {
    let place = Place::new().await;
    for n in 0..50 {
        place.person(&format!("p{n}@example.org")).await;
    }
    let file = place.folder().join("backup");
    backup::write(&place.site, None, &file).await.unwrap();
    let whole = std::fs::read(&file).unwrap();
    let refuses = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        Backup::open(&file).is_err()
    };
    for length in [0, 1, 10, whole.len() / 3, whole.len() / 2, whole.len() - 9, whole.len() - 1] {
        assert!(refuses(&whole[..length]), "{length} of {} bytes", whole.len());
    }
    // The gzip head holds a time and a system that mean nothing, and the last byte before the sums may end in bits that do not either.
    let means_something = |at: &usize| *at != whole.len() - 9;
    for at in (10..whole.len()).step_by(whole.len() / 200 + 1).filter(means_something) {
        let mut altered = whole.clone();
        altered[at] ^= 0x10;
        assert!(refuses(&altered), "byte {at} of {}", whole.len());
    }
    assert!(refuses(&[whole.as_slice(), b"more"].concat()));
    assert!(refuses(b"some text\n"));
    std::fs::write(&file, &whole).unwrap();
    assert!(Backup::open(&file).is_ok());
}

/// A file with one person and the rest of its head as given.
fn made_by_hand(place: &Place, schema: &[String]) -> Backup {
    let person = backup::tables().into_iter().find(|table| table.name == "person").unwrap();
    let values = [
        ("id", json!(7)),
        ("email", json!("old@example.org")),
        ("is_admin", json!(true)),
        ("calendar_generation", json!(0)),
        ("created_at", json!(1)),
        ("competences", json!("[]")),
        ("language", json!("lv")),
        ("name", json!("Ilze")),
        ("zone", json!("Europe/Riga")),
    ];
    let columns: Vec<_> =
        values.iter().map(|(name, _)| person.columns.iter().find(|column| column.name == *name).unwrap().clone()).collect();
    let table = TableHead { name: "person".to_owned(), columns, rows: 1, last: Some(9) };
    let secret = Secret { mark: String::new(), kept: None };
    let head = Head::new("2026-01-01T00:00:00Z".to_owned(), schema.to_vec(), secret, vec![table]);
    let file = place.folder().join("by-hand");
    let mut writer = Writer::create(&file, &head).unwrap();
    writer.row(&values.map(|(_, value)| value)).unwrap();
    writer.finish().unwrap();
    Backup::open(&file).unwrap()
}

#[tokio::test]
async fn a_backup_of_an_older_schema_is_brought_to_this_one() {
    let place = Place::new().await;
    let target = elsewhere(&place, "to", false).await;
    let first = &migrations::names()[..1];
    backup::restore(&target, &made_by_hand(&place, first), false).await.unwrap();
    assert_eq!(Schema::of(&schema::applied(target.read()).await.unwrap()), Schema::Current);
    let found = person::Entity::find().one(target.read()).await.unwrap().unwrap();
    assert_eq!((found.id, found.email.as_str(), found.is_admin), (7, "old@example.org", true));
}

#[tokio::test]
async fn a_backup_of_a_newer_schema_changes_nothing() {
    let place = Place::new().await;
    place.person("kept@example.org").await;
    let later = [migrations::names(), vec!["m9999_later".to_owned()]].concat();
    let refused = backup::restore(&place.site.db, &made_by_hand(&place, &later), true).await.unwrap_err();
    assert!(refused.to_string().contains("m9999_later"), "{refused}");
    assert_eq!(person::Entity::find().one(place.site.db.read()).await.unwrap().unwrap().email, "kept@example.org");
}

#[tokio::test]
async fn a_backup_whose_rows_do_not_belong_together_changes_nothing() {
    let place = Place::new().await;
    place.person("kept@example.org").await;
    let consent = backup::tables().into_iter().find(|table| table.name == "consent").unwrap();
    let table = TableHead { name: "consent".to_owned(), columns: consent.columns.clone(), rows: 1, last: Some(1) };
    let head = Head::new(String::new(), migrations::names(), Secret { mark: String::new(), kept: None }, vec![table]);
    let file = place.folder().join("orphan");
    let mut writer = Writer::create(&file, &head).unwrap();
    // A consent of person 12, who is not in it.
    writer.row(&[json!(1), json!(12), json!("directory"), json!(true), json!("w"), json!(null), json!(1)]).unwrap();
    writer.finish().unwrap();
    assert!(backup::restore(&place.site.db, &Backup::open(&file).unwrap(), true).await.is_err());
    assert_eq!(person::Entity::find().one(place.site.db.read()).await.unwrap().unwrap().email, "kept@example.org");
}
