//! `saiets check` finds what is wrong, says how to mend it, changes nothing and tells no secret.

use super::{folder, settings};
use crate::support::{Place, database};
use backend::db::Db;
use backend::schema;
use sea_orm::ConnectionTrait;
use server::check;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

fn level<'a>(report: &'a str, what: &str) -> Vec<&'a str> {
    let of = |line: &&str| line.get(7..17).is_some_and(|name| name.trim() == what);
    report.lines().filter(of).filter_map(|line| line.split_whitespace().next()).collect()
}

#[tokio::test]
async fn a_new_installation_is_looked_at_and_not_made() {
    let place = Place::new().await;
    let data = place.folder().join("new");
    let report = check::look(&settings(&[("data_dir", data.to_str().unwrap())])).await.to_string();
    assert!(!data.exists(), "looking made something");
    for what in ["data", "database", "mail"] {
        assert_eq!(level(&report, what), ["warns"], "{report}");
    }
    for what in ["time zones", "clock", "secret", "address"] {
        assert_eq!(level(&report, what), ["fine"], "{report}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_named_with_how_to_mend_it_and_without_secrets() {
    let place = Place::new().await;
    let data = folder(&place, "data");
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let report = check::look(&settings(&[
        ("data_dir", data.to_str().unwrap()),
        ("listen", "0.0.0.0:3000"),
        ("mail_url", &format!("smtp://user:hidden-word@{closed}")),
        ("tzdir", "/nowhere"),
        ("inbox_url", "imaps://me:hidden-word@mail.example"),
        ("database_url", "postgres://user:hidden-word@127.0.0.1:1/none"),
    ]))
    .await;
    let text = report.to_string();
    assert!(!text.contains("hidden"), "{text}");
    for what in ["address", "mail", "sender", "time zones", "database"] {
        assert_eq!(level(&text, what), ["wrong"], "{what}\n{text}");
    }
    assert_eq!((level(&text, "inbox"), level(&text, "dkim")), (vec!["warns"], vec!["warns"]));
    assert!(report.wrongs() >= 5 && text.matches('→').count() >= 7, "{text}");
}

#[tokio::test]
async fn a_database_in_order_is_fine_and_what_is_late_or_failed_is_said() {
    let place = Place::new().await;
    let data = folder(&place, "data");
    let address = database::address(&data).await;
    let db = Db::open(&address).await.unwrap();
    schema::migrate(&db).await.unwrap();
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mail = format!("smtp://{}", server.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = server.accept().await {
            let _ = stream.write_all(b"220 mail.example ESMTP\r\n").await;
        }
    });
    let values = [("data_dir", data.to_str().unwrap()), ("database_url", &address), ("mail_url", &mail)];
    let report = check::look(&settings(&values)).await.to_string();
    for what in ["database", "schema", "outbox", "mail", "data"] {
        assert_eq!(level(&report, what), ["fine"], "{what}\n{report}");
    }
    for (state, id) in [("due", "a"), ("failed", "b")] {
        let insert = format!(
            "INSERT INTO outbox (kind, message_id, state, due_at, attempts, created_at) VALUES ('entry', '{id}', '{state}', 0, 0, 0)"
        );
        db.writer().execute_unprepared(&insert).await.unwrap();
    }
    let report = check::look(&settings(&values)).await.to_string();
    assert_eq!(level(&report, "outbox"), ["warns", "warns"], "{report}");

    db.writer().execute_unprepared("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)").await.unwrap();
    let report = check::look(&settings(&values)).await.to_string();
    assert_eq!(level(&report, "schema"), ["wrong"], "{report}");
}
