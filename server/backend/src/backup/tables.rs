//! The one list of what a backup holds. A test compares it with the schema.

use crate::entity;
use sea_orm::sea_query::ColumnType;
use sea_orm::{ColumnTrait, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn, PrimaryKeyTrait};
use serde::{Deserialize, Serialize};

/// A table as this binary knows it.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The column rows are read in the order of: an integer, unique.
    pub key: String,
    /// Whether the database gives out the keys, and must not give one out twice.
    pub counts: bool,
    /// All columns.
    pub columns: Vec<Column>,
}

/// A column, and how its values are written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds, on both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 32 or 64 bits.
    Integer,
    /// True or false.
    Boolean,
    /// Everything else we keep.
    Text,
}

/// What no backup holds: with the key of an open round its ballots could be joined with their voters for as long as the file exists.
pub const WITHHELD: [(&str, &str); 1] = [("round", "key")];

macro_rules! tables {
    ($($name:ident),+ $(,)?) => { vec![$(table(entity::$name::Entity)),+] };
}

/// All tables; what others refer to comes first.
pub fn all() -> Vec<Table> {
    tables![
        person,
        consent,
        sign_in_link,
        credential,
        idempotency,
        host,
        member,
        audit,
        series,
        event,
        burden,
        date_poll,
        date_poll_reply,
        date_poll_letter,
        procedure,
        procedure_question,
        procedure_answer,
        event_file,
        event_file_part,
        interest,
        registration,
        registration_needs,
        invitation,
        untold,
        topic,
        hidden_topic,
        support,
        round,
        round_topic,
        voter,
        ballot,
        comment,
        comment_version,
        topic_event,
        topic_merge,
        topic_pass,
        topic_version,
        topic_file,
        topic_file_part,
        follow,
        mention,
        topic_news,
        report,
        session,
        session_speaker,
        session_mark,
        outcome,
        agenda_release,
        agenda_edit,
        event_room,
        agenda_untold,
        speaker_hours,
        outbox,
    ]
}

fn table<E: EntityTrait>(entity: E) -> Table
where
    E::PrimaryKey: PrimaryKeyToColumn<Column = E::Column>,
{
    let key = E::PrimaryKey::iter().next().map(|key| key.into_column().as_str().to_owned());
    let columns = E::Column::iter().map(|column| Column { name: column.as_str().to_owned(), kind: kind(column.def().get_column_type()) });
    Table { name: entity.table_name(), key: key.unwrap_or_default(), counts: E::PrimaryKey::auto_increment(), columns: columns.collect() }
}

fn kind(column: &ColumnType) -> Kind {
    match column {
        ColumnType::SmallInteger | ColumnType::Integer | ColumnType::BigInteger => Kind::Integer,
        ColumnType::Boolean => Kind::Boolean,
        _ => Kind::Text,
    }
}
