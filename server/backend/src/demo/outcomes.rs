//! What came of the forum of 2022: that it is tried five years in a row is from the report of 2021, the rest are assumptions.

use super::Stage;
use super::write::text;
use crate::Result;
use crate::entity::{event, outcome};
use domain::outcome::Kind;
use sea_orm::{EntityTrait, NotSet, Set};

struct Item {
    kind: Kind,
    words: (&'static str, &'static str),
    owner: Option<&'static str>,
    due_on: Option<&'static str>,
    done_on: Option<&'static str>,
}

const ITEMS: [Item; 4] = [
    Item {
        kind: Kind::Decision,
        words: (
            "Forums notiek katra augusta trešajā trešdienā, piecus gadus pēc kārtas, un tad to izvērtē.",
            "The forum is held on the third Wednesday of August, five years in a row, and is then judged.",
        ),
        owner: None,
        due_on: None,
        done_on: None,
    },
    Item {
        kind: Kind::Action,
        words: (
            "Vienuviet pieejams saraksts, pie kā ministrijās vērsties par ES un starptautiskajiem jautājumiem.",
            "One list of whom to turn to in the ministries about EU and international matters.",
        ),
        owner: Some("Ārlietu ministrija"),
        due_on: Some("2023-06-30"),
        done_on: Some("2023-06-12"),
    },
    Item {
        kind: Kind::Action,
        words: (
            "Kopīga platforma, kurā profesionāļi un ministrijas piesaka tematus un redz, kas ar tiem noticis.",
            "One platform on which professionals and ministries propose topics and see what became of them.",
        ),
        owner: Some("Valsts kanceleja"),
        due_on: Some("2026-12-31"),
        done_on: None,
    },
    Item {
        kind: Kind::Information,
        words: ("Foruma prezentācijas ir Valsts kancelejas vietnē.", "The slides are on the State Chancellery’s site."),
        owner: None,
        due_on: None,
        done_on: None,
    },
];

/// Writes them.
pub async fn load(stage: &Stage<'_>, held: &event::Model) -> Result<()> {
    let rows = ITEMS.iter().map(|item| outcome::ActiveModel {
        version: Set(1),
        id: NotSet,
        event_id: Set(held.id),
        topic_id: Set(None),
        session_id: Set(None),
        kind: Set(item.kind.into()),
        text: Set(text(item.words.0, item.words.1).into()),
        owner_name: Set(item.owner.map(str::to_owned)),
        owner_id: Set(None),
        due_on: Set(item.due_on.map(str::to_owned)),
        done_on: Set(item.done_on.map(str::to_owned)),
        recorded_on: Set("2022-08-17".to_owned()),
    });
    outcome::Entity::insert_many(rows).exec_without_returning(&stage.tx).await?;
    Ok(())
}
