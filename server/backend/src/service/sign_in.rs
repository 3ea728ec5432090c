//! How people come in: a link in their mail, good once and for [`MINUTES`].

use crate::db::hold;
use crate::entity::{outbox, person, sign_in_link};
use crate::outbox::{Job, put, sign_in_lane};
use crate::service::credential::{Kind, issue};
use crate::service::people;
use crate::{Error, Result, Site, id, keys};
use domain::email::Email;
use domain::text::Lang;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, PaginatorTrait, QueryFilter, Set};

/// How long a link is good.
pub const MINUTES: i64 = 15;
/// So many links go to one address within [`MINUTES`]; further wishes are answered alike and not mailed.
const MOST_LINKS: u64 = 3;
/// How long used and expired links are known, so that their page can say what became of them.
const REMEMBERED_MS: i64 = 24 * 3_600_000;
const LIFE_MS: i64 = MINUTES * 60_000;

/// What a link would do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It signs in.
    Good,
    /// It has signed somebody in.
    Used,
    /// Its time has passed.
    Expired,
    /// Nobody made it, or long ago.
    Unknown,
}

/// Somebody who has just come in.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The secret of the browser's session.
    pub session: String,
    /// The path asked for before signing in.
    pub return_to: Option<String>,
    /// It is the person's first time here.
    pub is_first: bool,
}

/// Asks for a link. The answer is the same whether the address is known or not; `invalid_email` at `email` otherwise.
pub async fn ask(site: &Site, email: &str, language: Lang, return_to: Option<&str>) -> Result<()> {
    let email = Email::parse(email).map_err(|refusal| refusal.at("email"))?;
    let tx = site.db.begin_quiet().await?;
    let (lane, since) = (sign_in_lane(site, email.as_str()), site.now().as_millisecond() - LIFE_MS);
    // Else several at once would each count without the others.
    hold(&tx, &lane).await?;
    let asked = outbox::Entity::find().filter(outbox::Column::Lane.eq(lane)).filter(outbox::Column::CreatedAt.gt(since)).count(&tx).await?;
    if asked < MOST_LINKS {
        let return_to = return_to.filter(|path| is_own_path(path)).map(str::to_owned);
        put(&tx, site, &Job::SignIn { email: email.as_str().to_owned(), language, return_to }).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether a path leads to a page of ours: `//host` and `/\host` are addresses elsewhere to a browser.
pub fn is_own_path(path: &str) -> bool {
    let second = path.as_bytes().get(1);
    path.starts_with('/')
        && !matches!(second, Some(b'/' | b'\\'))
        && path.len() <= 500
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')
}

/// Makes a link and gives its address, of which only the secret's hash is kept.
pub async fn make_link(site: &Site, email: &str, language: Lang, return_to: Option<&str>) -> Result<String> {
    let now = site.now().as_millisecond();
    let secret = id::secret();
    let tx = site.db.begin_quiet().await?;
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::ExpiresAt.lt(now - REMEMBERED_MS)).exec(&tx).await?;
    let row = sign_in_link::ActiveModel {
        id: NotSet,
        email: Set(email.to_owned()),
        secret_hash: Set(keys::hash(&secret)),
        return_to: Set(return_to.filter(|path| is_own_path(path)).map(str::to_owned)),
        expires_at: Set(now + LIFE_MS),
        used_at: Set(None),
    };
    row.insert(&tx).await?;
    tx.commit().await?;
    Ok(site.url(&format!("/{}/signin/{secret}", language.code())))
}

/// What opening a link shows; changes nothing.
pub async fn look(site: &Site, secret: &str) -> Result<LinkState> {
    let found = by_secret(secret).one(site.db.read()).await?;
    Ok(found.map_or(LinkState::Unknown, |link| state(site, &link)))
}

fn by_secret(secret: &str) -> sea_orm::Select<sign_in_link::Entity> {
    sign_in_link::Entity::find().filter(sign_in_link::Column::SecretHash.eq(keys::hash(secret)))
}

fn state(site: &Site, link: &sign_in_link::Model) -> LinkState {
    match link.used_at {
        Some(_) => LinkState::Used,
        None if link.expires_at <= site.now().as_millisecond() => LinkState::Expired,
        None => LinkState::Good,
    }
}

/// Signs in, once. A link that is not good is 409 `link_used`, `link_expired` or `link_unknown`. Who is not known yet becomes a
/// person with this address only, in the language of the page.
pub async fn enter(site: &Site, secret: &str, language: Lang) -> Result<Entered> {
    let now = site.now().as_millisecond();
    let tx = site.db.begin_write().await?;
    let spent = sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(now))
        .filter(sign_in_link::Column::SecretHash.eq(keys::hash(secret)))
        .filter(sign_in_link::Column::UsedAt.is_null())
        .filter(sign_in_link::Column::ExpiresAt.gt(now))
        .exec(&tx)
        .await?;
    let link = by_secret(secret).one(&tx).await?.ok_or(Error::Conflict("link_unknown"))?;
    if spent.rows_affected == 0 {
        let used = state(site, &link) == LinkState::Used;
        return Err(Error::Conflict(if used { "link_used" } else { "link_expired" }));
    }
    let email = Email::parse(&link.email).map_err(|refusal| refusal.at("email"))?;
    let person = people::known_or_new(&tx, site, &email, language).await?;
    let is_first = first_time(&tx, &person, now).await?;
    let session = issue(&tx, site, person.id, Kind::Session).await?;
    tx.commit().await?;
    metrics::counter!("saiets_sign_ins_total").increment(1);
    Ok(Entered { session, return_to: link.return_to, is_first })
}

async fn first_time(tx: &impl ConnectionTrait, person: &person::Model, now: i64) -> Result<bool> {
    let marked = person::Entity::update_many()
        .col_expr(person::Column::FirstSignedInAt, Expr::value(now))
        .filter(person::Column::Id.eq(person.id))
        .filter(person::Column::FirstSignedInAt.is_null())
        .exec(tx)
        .await?;
    Ok(marked.rows_affected == 1)
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn only_our_own_paths_are_gone_back_to() {
        for own in ["/", "/lv/", "/en/events/forum-2027/register?mode=online", "/lv/events#x"] {
            assert!(is_own_path(own), "{own}");
        }
        for other in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "/a\\b", "/a\r\nSet-Cookie: x", "/ā", "javascript:alert(1)"]
        {
            assert!(!is_own_path(other), "{other}");
        }
    }
}
