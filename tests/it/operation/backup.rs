//! A backup holds everything as it was at one moment, and goes into either database.

use super::elsewhere;
use crate::support::Place;
use backend::backup::{self, Backup, Problem};
use backend::db::Db;
use backend::entity::{person, registration};
use backend::{Site, demo, schema};
use domain::host::Role;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, NotSet, PaginatorTrait, Set, Statement, Value};
use serde_json::json;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Everything a backup of this database holds, by table.
async fn content(site: &Site, db: &Db, file: &Path) -> Vec<(String, Vec<Vec<Value>>)> {
    let site = Site { db: db.clone(), ..site.clone() };
    backup::write(&site, None, file).await.unwrap();
    let backup = Backup::open(file).unwrap();
    let mut rows = backup.rows().unwrap();
    let tables = backup.head.tables.iter();
    tables.map(|table| (table.name.clone(), (0..table.rows).map(|_| rows.next(table).unwrap()).collect())).collect()
}

#[tokio::test]
async fn what_comes_back_is_what_there_was_in_either_database() {
    let place = Place::new().await;
    let sqlite = elsewhere(&place, "from", true).await;
    schema::migrate(&sqlite).await.unwrap();
    for (case, source) in [place.site.db.clone(), sqlite].into_iter().enumerate() {
        demo::load(&Site { db: source.clone(), ..place.site.clone() }).await.unwrap();
        let file = place.folder().join("backup");
        let before = content(&place.site, &source, &file).await;
        assert!(before.iter().map(|(_, rows)| rows.len()).sum::<usize>() > 100);
        for as_file in [true, false] {
            let target = elsewhere(&place, &format!("to-{case}-{as_file}"), as_file).await;
            backup::restore(&target, &Backup::open(&file).unwrap(), false).await.unwrap();
            let after = content(&place.site, &target, &place.folder().join("again")).await;
            for ((name, was), (_, is)) in before.iter().zip(&after) {
                assert!(was == is, "{name}: {} rows, now {}", was.len(), is.len());
            }
            assert_eq!(before.len(), after.len());
        }
    }
}

#[tokio::test]
async fn a_backup_made_while_people_register_has_every_registration_whole() {
    let place = Place::new().await;
    let host = place.host("ministry").await;
    place.event(host, "forum", |event| event.in_person_capacity = Set(Some(10))).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let register = |n: usize| {
        let body = json!({"mode": "in_person", "email": format!("p{n}@example.org")});
        let organiser = organiser.clone();
        async move { organiser.post("/events/forum/registrations", body).await.expect(201) }
    };
    for n in 0..5 {
        register(n).await;
    }
    let (done, file) = (AtomicBool::new(false), place.folder().join("backup"));
    let writing = async {
        let mut n = 5;
        while !done.load(Ordering::SeqCst) || n < 8 {
            register(n).await;
            n += 1;
        }
        n
    };
    let copying = async {
        for _ in 0..5 {
            backup::write(&place.site, None, &file).await.unwrap();
        }
        done.store(true, Ordering::SeqCst);
    };
    let (written, ()) = tokio::join!(writing, copying);
    assert!(written > 5, "nothing was written meanwhile");

    let target = elsewhere(&place, "to", false).await;
    backup::restore(&target, &Backup::open(&file).unwrap(), false).await.unwrap();
    let registered = registration::Entity::find().count(target.read()).await.unwrap();
    assert!((5..=written as u64).contains(&registered), "{registered} of {written}");
    // What one transaction wrote is in it together or not at all.
    for orphans in [
        "SELECT COUNT(*) AS n FROM registration r LEFT JOIN event e ON e.id = r.event_id WHERE e.id IS NULL",
        "SELECT COUNT(*) AS n FROM registration r LEFT JOIN person p ON p.id = r.person_id WHERE p.id IS NULL",
        "SELECT COUNT(*) AS n FROM registration r LEFT JOIN invitation i ON i.event_id = r.event_id AND i.person_id = r.person_id WHERE i.id IS NULL",
    ] {
        let row = target.read().query_one_raw(Statement::from_string(target.backend(), orphans)).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i64>("", "n").unwrap(), 0, "{orphans}");
    }
}

#[tokio::test]
async fn a_database_in_use_is_replaced_only_where_that_is_said() {
    let place = Place::new().await;
    demo::load(&place.site).await.unwrap();
    let file = place.folder().join("backup");
    let before = content(&place.site, &place.site.db, &file).await;
    place.person("later@example.org").await;
    let is_there = || async { addresses(&place.site.db).await.contains(&"later@example.org".to_owned()) };

    let backup = Backup::open(&file).unwrap();
    let refused = backup::restore(&place.site.db, &backup, false).await.unwrap_err();
    assert!(matches!(refused, Problem::Used("person")), "{refused}");
    assert!(is_there().await);

    backup::restore(&place.site.db, &backup, true).await.unwrap();
    assert!(!is_there().await);
    assert!(content(&place.site, &place.site.db, &file).await == before);
}

#[tokio::test]
async fn a_number_given_to_somebody_who_was_erased_is_not_given_again() {
    let place = Place::new().await;
    place.person("first@example.org").await;
    let gone = place.person("gone@example.org").await;
    person::Entity::delete_by_id(gone).exec(place.site.db.writer()).await.unwrap();
    let file = place.folder().join("backup");
    backup::write(&place.site, None, &file).await.unwrap();

    for as_file in [true, false] {
        let target = elsewhere(&place, &format!("to-{as_file}"), as_file).await;
        backup::restore(&target, &Backup::open(&file).unwrap(), false).await.unwrap();
        let first = person::Entity::find().one(target.read()).await.unwrap().unwrap();
        let next = person::ActiveModel { id: NotSet, email: Set("next@example.org".to_owned()), ..first.into_active_model().reset_all() };
        let next = next.insert(target.writer()).await.unwrap();
        assert_eq!(next.id, gone + 1);
    }
}

#[tokio::test]
async fn rows_that_refer_to_later_ones_come_back() {
    let place = Place::new().await;
    let (child, parent) = (place.host("embassy").await, place.host("ministry").await);
    let set_parent = format!("UPDATE host SET parent_id = {parent} WHERE id = {child}");
    place.site.db.writer().execute_unprepared(&set_parent).await.unwrap();
    let file = place.folder().join("backup");
    let before = content(&place.site, &place.site.db, &file).await;

    let target = elsewhere(&place, "to", false).await;
    backup::restore(&target, &Backup::open(&file).unwrap(), false).await.unwrap();
    assert_eq!(content(&place.site, &target, &file).await, before);
    // And references are as strict as before.
    let dangling = format!("UPDATE host SET parent_id = 999999 WHERE id = {child}");
    assert!(target.writer().execute_unprepared(&dangling).await.is_err());
}

async fn addresses(db: &Db) -> Vec<String> {
    person::Entity::find().all(db.read()).await.unwrap().into_iter().map(|person| person.email).collect()
}
