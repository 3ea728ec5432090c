//! People around the world, hosts, and the ways in.

use super::{DAY, Stage, text};
use anyhow::Result;
use backend::entity::{credential, host, person};
use backend::keys;
use backend::service::credential::SESSION_DAYS;
use domain::host::HostKind;
use domain::text::Lang;
use sea_orm::Set;

/// How many hosts there are.
pub const HOSTS: i64 = 12;
/// The browser session of the first person.
pub const SESSION: &str = "bench-session";

/// About the shares of the study: four in nine in Central Europe, single people far away.
const ZONES: [(&str, &str); 9] = [
    ("Europe/Brussels", "BE"),
    ("Europe/Riga", "LV"),
    ("Europe/Brussels", "LU"),
    ("Europe/Paris", "FR"),
    ("America/New_York", "US"),
    ("Europe/Brussels", "BE"),
    ("Europe/Vienna", "AT"),
    ("Africa/Addis_Ababa", "ET"),
    ("Asia/Bangkok", "TH"),
];

/// Writes them; gives the token of each person.
pub async fn load(stage: &Stage) -> Result<Vec<String>> {
    stage.add((1..=HOSTS).map(|n| one_host(stage, n))).await?;
    let all = 1..=stage.sizes.people;
    stage.add(all.clone().map(|n| one_person(stage, n))).await?;
    let token = |n: i64| format!("bench-token-{n}");
    stage.add(all.clone().map(|n| way_in(stage, n, n, "token", &token(n)))).await?;
    stage.add([way_in(stage, stage.sizes.people + 1, 1, "session", SESSION)]).await?;
    Ok(all.map(token).collect())
}

fn one_host(stage: &Stage, n: i64) -> host::ActiveModel {
    host::ActiveModel {
        id: Set(n),
        slug: Set(format!("host-{n}")),
        name: Set(text(format!("Latvijas vēstniecība, {n}"), format!("Embassy of Latvia, {n}")).into()),
        kind: Set(HostKind::Embassy.into()),
        country: Set(Some("BE".to_owned())),
        zone: Set("Europe/Brussels".to_owned()),
        parent_id: Set(None),
        created_at: Set(stage.today - 400 * DAY),
    }
}

fn one_person(stage: &Stage, n: i64) -> person::ActiveModel {
    let (zone, country) = usize::try_from(n).ok().and_then(|n| ZONES.get(n % ZONES.len())).copied().unwrap_or(("Europe/Riga", "LV"));
    person::ActiveModel {
        id: Set(n),
        email: Set(format!("person-{n}@bench.example")),
        name: Set(format!("Ilze Bērziņa-{n}")),
        zone: Set(zone.to_owned()),
        travel: Set(None),
        country: Set(Some(country.to_owned())),
        language: Set(if n % 4 == 0 { Lang::En } else { Lang::Lv }.into()),
        segment: Set(None),
        organisation: Set(Some("European Commission".to_owned())),
        competences: Set(vec!["law".to_owned(), "health".to_owned()].into()),
        contact_per_year: Set(None),
        is_admin: Set(false),
        calendar_generation: Set(0),
        first_signed_in_at: Set(Some(stage.today - 100 * DAY)),
        created_at: Set(stage.today - 300 * DAY),
    }
}

fn way_in(stage: &Stage, id: i64, person: i64, kind: &str, secret: &str) -> credential::ActiveModel {
    credential::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        kind: Set(kind.to_owned()),
        secret_hash: Set(keys::hash(secret)),
        created_at: Set(stage.today),
        expires_at: Set((kind == "session").then_some(stage.today + SESSION_DAYS * DAY)),
    }
}
