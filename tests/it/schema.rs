//! The schema: forward, back, forward again, and the same as the entities say.

use crate::support::Place;
use backend::entity::*;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, EntityName, EntityTrait, Iden, Iterable, Statement};
use std::collections::BTreeSet;

#[tokio::test]
async fn every_step_goes_back_and_forward_again() {
    let place = Place::new().await;
    let db = place.site.db.writer();
    let all = tables(db).await;
    Migrator::down(db, None).await.unwrap();
    assert_eq!(tables(db).await, BTreeSet::from(["seaql_migrations".to_owned()]));
    Migrator::up(db, None).await.unwrap();
    assert_eq!(tables(db).await, all);
}

#[tokio::test]
async fn the_tables_have_exactly_the_columns_of_the_entities() {
    let place = Place::new().await;
    let db = place.site.db.writer();
    let mut known = BTreeSet::from(["seaql_migrations".to_owned()]);
    macro_rules! same {
        ($($table:ident),+) => {$(
            let wanted: BTreeSet<String> = $table::Column::iter().map(|column| column.to_string()).collect();
            let name = $table::Entity.table_name();
            assert_eq!(columns(db, name).await, wanted, "{name}");
            $table::Entity::find().all(db).await.unwrap();
            known.insert(name.to_owned());
        )+};
    }
    same!(
        agenda_edit,
        agenda_release,
        agenda_untold,
        audit,
        ballot,
        burden,
        comment,
        comment_version,
        consent,
        credential,
        date_poll,
        date_poll_letter,
        date_poll_reply,
        event,
        event_file,
        event_file_part,
        event_room,
        follow,
        hidden_topic,
        host,
        idempotency,
        interest,
        invitation,
        member,
        mention,
        outbox,
        outcome,
        person,
        procedure,
        procedure_answer,
        procedure_question,
        registration,
        registration_needs,
        report,
        round,
        round_topic,
        series,
        session,
        session_mark,
        session_speaker,
        sign_in_link,
        speaker_hours,
        support,
        topic,
        topic_event,
        topic_file,
        topic_file_part,
        topic_merge,
        topic_news,
        topic_pass,
        topic_version,
        untold,
        voter
    );
    assert_eq!(tables(db).await, known);
}

pub async fn tables(db: &impl ConnectionTrait) -> BTreeSet<String> {
    names(
        db,
        match db.get_database_backend() {
            DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'".to_owned(),
            _ => "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'".to_owned(),
        },
    )
    .await
}

pub async fn columns(db: &impl ConnectionTrait, table: &str) -> BTreeSet<String> {
    names(
        db,
        match db.get_database_backend() {
            DbBackend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
            _ => format!("SELECT column_name AS name FROM information_schema.columns WHERE table_name = '{table}'"),
        },
    )
    .await
}

async fn names(db: &impl ConnectionTrait, sql: String) -> BTreeSet<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "name").unwrap()).collect()
}
