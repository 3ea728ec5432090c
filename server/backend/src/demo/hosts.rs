//! Those who held the forum of 2022, the representation in Brussels, and four embassies.

use super::Stage;
use super::people::People;
use crate::Result;
use crate::entity::{host, member};
use domain::host::{HostKind, Role};
use domain::text::Text;
use sea_orm::{ActiveModelTrait, NotSet, Set};

/// The hosts by id.
pub struct Hosts {
    /// The State Chancellery, which leads the forum.
    pub chancellery: i64,
    /// The representation to the European Union in Brussels.
    pub brussels: i64,
    /// Washington, Paris, London, Berlin.
    pub embassies: Vec<i64>,
}

/// Writes them, with the demo organiser in all and a coordinator in each embassy.
pub async fn load(stage: &Stage<'_>, people: &People) -> Result<Hosts> {
    let ministry =
        add(stage, "ministry", ("Ārlietu ministrija", "Ministry of Foreign Affairs"), HostKind::Ministry, "LV", "Europe/Riga", None)
            .await?;
    let chancellery =
        add(stage, "chancellery", ("Valsts kanceleja", "State Chancellery"), HostKind::Chancellery, "LV", "Europe/Riga", None).await?;
    let president = add(
        stage,
        "president",
        ("Valsts prezidenta kanceleja", "Chancery of the President"),
        HostKind::Chancellery,
        "LV",
        "Europe/Riga",
        None,
    )
    .await?;
    let association = add(stage, "esilv", ("#esiLV", "#esiLV"), HostKind::Association, "LV", "Europe/Riga", None).await?;
    let names = ("Pastāvīgā pārstāvniecība Eiropas Savienībā", "Permanent Representation to the European Union");
    let brussels = add(stage, "brussels", names, HostKind::Representation, "BE", "Europe/Brussels", Some(ministry)).await?;
    let mut embassies = Vec::new();
    for (slug, names, country, zone) in [
        ("washington", ("Latvijas vēstniecība ASV", "Embassy of Latvia in the United States"), "US", "America/New_York"),
        ("paris", ("Latvijas vēstniecība Francijā", "Embassy of Latvia in France"), "FR", "Europe/Paris"),
        ("london", ("Latvijas vēstniecība Lielbritānijā", "Embassy of Latvia in the United Kingdom"), "GB", "Europe/London"),
        ("berlin", ("Latvijas vēstniecība Vācijā", "Embassy of Latvia in Germany"), "DE", "Europe/Berlin"),
    ] {
        embassies.push(add(stage, slug, names, HostKind::Embassy, country, zone, Some(ministry)).await?);
    }
    for host in [ministry, chancellery, president, association, brussels].iter().chain(&embassies) {
        name(stage, *host, people.organiser, Role::Coordinator).await?;
    }
    for (host, person) in embassies.iter().zip(&people.coordinators) {
        name(stage, *host, *person, Role::Coordinator).await?;
    }
    Ok(Hosts { chancellery, brussels, embassies })
}

async fn add(
    stage: &Stage<'_>,
    slug: &str,
    (lv, en): (&str, &str),
    kind: HostKind,
    country: &str,
    zone: &str,
    parent: Option<i64>,
) -> Result<i64> {
    let row = host::ActiveModel {
        id: NotSet,
        slug: Set(slug.to_owned()),
        name: Set(Text { lv: Some(lv.to_owned()), en: Some(en.to_owned()) }.into()),
        kind: Set(kind.into()),
        country: Set(Some(country.to_owned())),
        zone: Set(zone.to_owned()),
        parent_id: Set(parent),
        created_at: Set(stage.days(-200)),
    };
    Ok(row.insert(&stage.tx).await?.id)
}

async fn name(stage: &Stage<'_>, host_id: i64, person_id: i64, role: Role) -> Result<()> {
    let row = member::ActiveModel {
        id: NotSet,
        host_id: Set(host_id),
        person_id: Set(person_id),
        role: Set(role.into()),
        named_by_parent: Set(false),
        created_at: Set(stage.days(-200)),
    };
    row.insert(&stage.tx).await?;
    Ok(())
}
