//! Sessions of browsers and tokens of programs: random secrets of which only a hash is kept.

use crate::entity::{credential, person};
use crate::service::access::{Actor, Me};
use crate::{Result, Site, id, keys};
use domain::person::OwnZone;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, NotSet, QueryFilter, QuerySelect, RelationTrait, Set,
};
use strum::IntoStaticStr;

/// How a secret is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A cookie; ends after [`SESSION_DAYS`].
    Session,
    /// `Authorization: Bearer`; does not end by itself.
    Token,
}

/// How long a browser stays signed in.
pub const SESSION_DAYS: i64 = 30;

/// Makes a credential and gives its secret, which is shown this once.
pub async fn issue(tx: &impl ConnectionTrait, site: &Site, person_id: i64, kind: Kind) -> Result<String> {
    let now = site.now().as_millisecond();
    let secret = id::secret();
    let row = credential::ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        kind: Set(<&str>::from(kind).to_owned()),
        secret_hash: Set(keys::hash(&secret)),
        created_at: Set(now),
        expires_at: Set((kind == Kind::Session).then_some(now + SESSION_DAYS * 86_400_000)),
    };
    row.insert(tx).await?;
    Ok(secret)
}

/// Whoever holds the secret; nobody if it is unknown, of another kind or over.
pub async fn actor(site: &Site, kind: Kind, secret: &str) -> Result<Actor> {
    let now = site.now().as_millisecond();
    let found = credential::Entity::find()
        .filter(credential::Column::SecretHash.eq(keys::hash(secret)))
        .filter(credential::Column::Kind.eq(<&str>::from(kind)))
        .join(JoinType::InnerJoin, credential::Relation::Person.def())
        .select_also(person::Entity)
        .one(site.db.read())
        .await?;
    let live = found.filter(|(credential, _)| credential.expires_at.is_none_or(|end| end > now));
    Ok(Actor { me: live.and_then(|(_, person)| person).map(Me::from) })
}

/// Ends one credential, by its secret.
pub async fn revoke(site: &Site, secret: &str) -> Result<()> {
    let tx = site.db.begin_quiet().await?;
    credential::Entity::delete_many().filter(credential::Column::SecretHash.eq(keys::hash(secret))).exec(&tx).await?;
    Ok(tx.commit().await?)
}

impl From<person::Model> for Me {
    fn from(person: person::Model) -> Self {
        Self {
            id: person.id,
            email: person.email,
            name: person.name,
            own: OwnZone { home: person.zone, travel: person.travel.map(|travel| travel.0) },
            language: person.language.0,
            admin: person.is_admin,
        }
    }
}
