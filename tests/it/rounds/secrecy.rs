//! After the close, with the whole database in hand, nobody can tell who voted what.
//!
//! Sixty people vote differently from each other, in an order the test knows. Then it attacks what is left: keys, places of rows,
//! transactions, times, the bytes of the files, and backups made before and after.

use super::*;
use backend::backup::{self, Backup};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::collections::BTreeMap;

const VOTERS: usize = 60;
/// Two unrelated orders agree in as many places as this once in 10^12 trials; that many or more is no chance.
const SUSPICIOUS: usize = 15;

struct Voted {
    scene: Scene,
    round: i64,
    /// Person and ballot as stored, in the order they were cast.
    truth: Vec<(i64, String)>,
    /// What existed while it was open: the round's key and the hashes.
    secrets: Vec<String>,
}

async fn voted() -> Voted {
    let mut scene = scene().await;
    for i in 3..VOTERS {
        scene.join(&format!("voter{i}")).await;
    }
    for i in 3..6 {
        let made = scene.organiser.post("/events/forum-2027/topics", json!({"title": {"lv": format!("Temats {i}")}, "minutes": 30})).await;
        scene.topics.push(made.expect(201).json()["id"].as_i64().unwrap());
    }
    let round = scene.round(json!({})).await;
    // Neither the order of people nor that of rows: 7 and 60 have nothing in common.
    let mut truth = Vec::new();
    for turn in 0..VOTERS {
        let who = turn * 7 % VOTERS;
        let wanted: Vec<i64> = (0..6).filter(|bit| (who + 1) >> bit & 1 == 1).map(|bit| scene.topics[bit]).collect();
        scene.people[who].1.put(&format!("/rounds/{round}/ballot"), json!({"approve": wanted})).await.expect(200);
        let words: Vec<String> = wanted.iter().map(|id| format!("\"{id}\"")).collect();
        truth.push((scene.people[who].0, format!("{{\"approve\":[{}]}}", words.join(","))));
    }
    let db = scene.place.site.db.writer();
    let key = round::Entity::find_by_id(round).one(db).await.unwrap().unwrap().key.unwrap();
    let hashes = ballot::Entity::find().all(db).await.unwrap().into_iter().filter_map(|one| one.voter_hash);
    let secrets: Vec<String> = hashes.chain([key]).collect();
    assert_eq!(secrets.len(), VOTERS + 1);
    Voted { scene, round, truth, secrets }
}

impl Voted {
    async fn close(&self) {
        self.scene.place.at("2027-02-01T08:00:01Z");
        rounds::settle_due(&self.scene.place.site).await.unwrap();
    }

    /// In how many places an order of voters and an order of ballots belong together.
    fn joined(&self, voters: &[i64], ballots: &[String]) -> usize {
        let truth: BTreeMap<i64, &String> = self.truth.iter().map(|(person, ballot)| (*person, ballot)).collect();
        assert_eq!((voters.len(), ballots.len()), (VOTERS, VOTERS));
        voters.iter().zip(ballots).filter(|(person, ballot)| truth.get(person) == Some(ballot)).count()
    }

    /// One column of a table as text, in the order that another expression gives.
    async fn ordered(&self, table: &str, column: &str, order: &str) -> Vec<String> {
        let db = self.scene.place.site.db.writer();
        let sql = format!("SELECT CAST({column} AS TEXT) AS found FROM {table} WHERE round_id = {} ORDER BY {order}", self.round);
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get::<Option<String>>("", "found").unwrap().unwrap_or_default()).collect()
    }

    async fn attack(&self, order: &str) {
        let voters: Vec<i64> = self.ordered("voter", "person_id", order).await.iter().map(|id| id.parse().unwrap()).collect();
        let ballots = self.ordered("ballot", "content", order).await;
        let cast: Vec<i64> = self.truth.iter().map(|(person, _)| *person).collect();
        let mut by_id = cast.clone();
        by_id.sort_unstable();
        let guesses = [("each other", &voters), ("the order of casting", &cast), ("the order of people", &by_id)];
        for (what, guess) in guesses {
            for ballots in [ballots.clone(), ballots.iter().rev().cloned().collect()] {
                let hits = self.joined(guess, &ballots);
                assert!(hits < SUSPICIOUS, "{order}: ballots follow {what} in {hits} of {VOTERS} places");
            }
        }
    }
}

#[tokio::test]
async fn no_order_of_rows_joins_voters_and_ballots() {
    let voted = voted().await;
    // The attack works while the round is open, else it would prove nothing.
    let cast: Vec<i64> = voted.truth.iter().map(|(person, _)| *person).collect();
    assert_eq!(voted.joined(&cast, &voted.ordered("ballot", "content", "id").await), VOTERS);
    voted.close().await;
    let db = voted.scene.place.site.db.writer();
    let orders: &[&str] = if db.get_database_backend() == DbBackend::Sqlite { &["id", "rowid"] } else { &["id", "ctid"] };
    for order in orders {
        voted.attack(order).await;
    }
    for (column, wanted) in [("voter_hash", ""), ("person_id", "")] {
        assert!(voted.ordered("ballot", column, "id").await.iter().all(|found| found == wanted), "{column}");
    }
    if db.get_database_backend() == DbBackend::Postgres {
        let mut seen = Vec::new();
        for table in ["ballot", "voter"] {
            let mut transactions = voted.ordered(table, "xmin", "id").await;
            transactions.dedup();
            assert_eq!(transactions.len(), 1, "{table}: written in one transaction");
            seen.extend(transactions);
        }
        assert_ne!(seen[0], seen[1], "each in its own");
    }
}

#[tokio::test]
async fn nothing_has_a_time_of_casting() {
    let voted = voted().await;
    voted.close().await;
    let db = voted.scene.place.site.db.writer();
    let backend = db.get_database_backend();
    for table in ["ballot", "voter"] {
        let row = db.query_one_raw(Statement::from_string(backend, format!("SELECT * FROM {table} LIMIT 1"))).await.unwrap().unwrap();
        let columns = row.column_names();
        assert!(columns.iter().all(|name| !name.ends_with("_at") && !name.ends_with("_on")), "{columns:?}");
    }
    // Nor does anything beside them remember a person and the moment: neither the audit nor the keys of repeated calls.
    for sql in
        ["SELECT COUNT(*) AS n FROM audit WHERE action LIKE '%ballot%' OR action LIKE '%vote%'", "SELECT COUNT(*) AS n FROM idempotency"]
    {
        let row = db.query_one_raw(Statement::from_string(backend, sql.to_owned())).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i64>("", "n").unwrap(), 0, "{sql}");
    }
}

#[tokio::test]
async fn neither_the_files_nor_backups_hold_what_would_join_them() {
    let voted = voted().await;
    let place = &voted.scene.place;
    let early = place.folder().join("early");
    backup::write(&place.site, None, &early).await.unwrap();
    voted.close().await;
    let late = place.folder().join("late");
    backup::write(&place.site, None, &late).await.unwrap();
    let key = voted.secrets.last().unwrap();
    for file in [&early, &late] {
        let rows = content(file);
        assert!(rows.iter().all(|row| !row.contains(key.as_str())), "the key of the round is in {}", file.display());
    }
    for hash in &voted.secrets {
        assert!(content(&late).iter().all(|row| !row.contains(hash.as_str())), "a hash is in the backup made after the close");
    }
    for (name, bytes) in files(place).await {
        for secret in &voted.secrets {
            assert!(!holds(&bytes, secret.as_bytes()), "{name} still holds a key or a hash");
        }
    }
}

fn content(file: &std::path::Path) -> Vec<String> {
    let backup = Backup::open(file).unwrap();
    let mut rows = backup.rows().unwrap();
    let tables = backup.head.tables.iter().filter(|table| ["round", "ballot", "voter"].contains(&table.name.as_str()));
    // Tables are read in their order, so those before are passed by.
    let wanted: Vec<&str> = tables.map(|table| table.name.as_str()).collect();
    let mut found = Vec::new();
    for table in &backup.head.tables {
        for _ in 0..table.rows {
            let row = rows.next(table).unwrap();
            if wanted.contains(&table.name.as_str()) {
                found.push(format!("{row:?}"));
            }
        }
    }
    found
}

/// What is on the disk: the file with its log on SQLite, the files of the three tables on PostgreSQL.
async fn files(place: &Place) -> Vec<(String, Vec<u8>)> {
    let db = place.site.db.writer();
    if db.get_database_backend() == DbBackend::Sqlite {
        let names = ["saiets.db", "saiets.db-wal", "saiets.db-shm"].into_iter();
        return names.filter_map(|name| Some((name.to_owned(), std::fs::read(place.folder().join(name)).ok()?))).collect();
    }
    let mut found = Vec::new();
    for table in ["round", "ballot", "voter"] {
        db.execute_unprepared("CHECKPOINT").await.unwrap();
        let sql = format!("SELECT encode(pg_read_binary_file(pg_relation_filepath('{table}')), 'hex') AS bytes");
        let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.unwrap().unwrap();
        let hex: String = row.try_get("", "bytes").unwrap();
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        found.push((table.to_owned(), hex.as_bytes().chunks(2).map(byte).collect()));
    }
    found
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[tokio::test]
async fn a_round_that_comes_back_from_a_backup_goes_on_without_counting_anybody_twice() {
    let scene = scene().await;
    let round = scene.round(json!({})).await;
    assert_eq!(scene.approve(0, round, &[0]).await, 200);
    let file = scene.place.folder().join("backup");
    backup::write(&scene.place.site, None, &file).await.unwrap();
    backup::restore(&scene.place.site.db, &Backup::open(&file).unwrap(), true).await.unwrap();
    assert_eq!(scene.approve(0, round, &[1]).await, 409);
    let page = scene.people[0].1.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(page.contains("it stays as it is and counts") && !page.contains("Replace my ballot"), "{page}");
    assert_eq!(scene.approve(1, round, &[1]).await, 200);
    assert_eq!(scene.approve(1, round, &[2]).await, 200);
    scene.close();
    let result = scene.result(round).await;
    let support: Vec<i64> = result["order"].as_array().unwrap().iter().map(|one| one["support"].as_i64().unwrap()).collect();
    assert_eq!((result["voted"].as_i64(), support), (Some(2), vec![1, 1, 0]));
}
