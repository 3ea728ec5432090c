//! Who reads a page: language, clock, name, and what they have just been told.

use crate::{cookie, flash, session};
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use backend::Site;
use backend::service::access::{self, Actor};
use domain::person::OwnZone;
use domain::text::Lang;
use domain::time::{Timestamp, Zone};
use std::convert::Infallible;

/// Keeps the zone a visitor chose.
pub const ZONE_COOKIE: &str = "zone";

/// Keeps whose time stands first, where it is [`OWN`].
pub const FIRST_COOKIE: &str = "first";

/// The reader's own time.
pub const OWN: &str = "own";

/// The reader of one page.
#[derive(Clone, Debug)]
pub struct Reader {
    /// By the address: `/lv/…` or `/en/…`.
    pub lang: Lang,
    /// By whose clocks they live: as the profile says; for visitors the zone they chose, if they did.
    pub own: Option<OwnZone>,
    /// Their own time stands before that of the venue.
    pub own_first: bool,
    /// Who asks: what services and `access` want to know.
    pub actor: Actor,
    /// The name in the profile, or the mail address until there is one; nothing for visitors.
    pub name: Option<String>,
    /// Administrators see every organiser's pages.
    pub administers: bool,
    /// Has a role in some host.
    pub organises: bool,
    /// Where the installation is, without a slash at the end.
    pub base_url: String,
    /// Path and query as asked for, with the language.
    pub path: String,
    /// What the last action wants to say.
    pub flash: Option<String>,
}

impl Reader {
    /// An address below the reader's language: `reader.to("/events")` is `/lv/events`.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }

    /// The zone whose clocks are theirs at an instant, where that is known.
    pub fn zone_at<'s>(&self, site: &'s Site, instant: Timestamp) -> Option<&'s Zone> {
        self.own.as_ref().and_then(|own| own.at(&site.zones, instant))
    }

    /// The page they read, in the other language.
    pub fn here_in_other_language(&self) -> String {
        let rest = self.path.get(3..).filter(|rest| rest.starts_with('/')).unwrap_or("/");
        format!("/{}{rest}", self.lang.other().code())
    }

    /// The path without language and query: `/events/forum-2027`.
    pub fn place(&self) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        path.get(3..).filter(|rest| rest.starts_with('/')).unwrap_or("/")
    }

    /// Where signing in should lead back to.
    pub fn sign_in(&self) -> String {
        let here = percent_encoding::utf8_percent_encode(&self.path, percent_encoding::NON_ALPHANUMERIC);
        format!("/{}/signin?to={here}", self.lang.code())
    }
}

/// Nobody in particular: not signed in, and not to be told anything. All of them who read the same language and chose the same of
/// zones see the same at an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Visitor {
    /// The language they are answered in.
    pub lang: Lang,
    /// The IANA name of the zone they chose, if they did.
    pub zone: Option<String>,
    /// See [`Reader::own_first`].
    pub own_first: bool,
}

impl Visitor {
    /// Who sends these headers, unless it may be somebody in particular.
    pub fn of(site: &Site, path: &str, headers: &HeaderMap) -> Option<Self> {
        let somebody = session::secret(headers).is_some() || flash::is_there(headers);
        let lang = language(path, accepted(headers));
        (!somebody).then(|| Self { lang, zone: chosen_zone(site, headers), own_first: own_first(headers) })
    }
}

fn accepted(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())
}

fn chosen_zone(site: &Site, headers: &HeaderMap) -> Option<String> {
    cookie::read(headers, ZONE_COOKIE).and_then(|zone| site.zones.get(zone).ok()).map(|zone| zone.name().to_owned())
}

fn own_first(headers: &HeaderMap) -> bool {
    cookie::read(headers, FIRST_COOKIE) == Some(OWN)
}

/// The language of an address, else the one the browser prefers, else Latvian.
pub fn language(path: &str, accept: Option<&str>) -> Lang {
    match path.split('/').nth(1) {
        Some("lv") => Lang::Lv,
        Some("en") => Lang::En,
        _ => preferred(accept.unwrap_or_default()),
    }
}

/// RFC 9110 12.5.4, for the two languages there are. Who names neither is more likely to read English.
fn preferred(accept: &str) -> Lang {
    let (lv, en) = (weight(accept, "lv"), weight(accept, "en"));
    if accept.trim().is_empty() || (lv > 0.0 && lv >= en) { Lang::Lv } else { Lang::En }
}

fn weight(accept: &str, wanted: &str) -> f32 {
    let one = |part: &str| {
        let (range, q) = part.split_once(";q=").unwrap_or((part, "1"));
        let named = range.trim().split('-').next().is_some_and(|l| l.eq_ignore_ascii_case(wanted));
        if named { q.trim().parse().unwrap_or(0.0) } else { 0.0 }
    };
    accept.split(',').map(one).fold(0.0, f32::max)
}

impl FromRequestParts<Site> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let uri = parts.extensions.get::<OriginalUri>().map_or_else(|| parts.uri.clone(), |original| original.0.clone());
        let path = uri.path_and_query().map_or_else(|| "/".to_owned(), |p| p.as_str().to_owned());
        let actor = session::actor(site, &parts.headers).await;
        let organises = access::organises(site.db.read(), &actor).await.unwrap_or_default();
        let me = actor.me.as_ref();
        Ok(Self {
            lang: language(uri.path(), accepted(&parts.headers)),
            own: match me {
                Some(me) => Some(me.own.clone()),
                None => chosen_zone(site, &parts.headers).map(OwnZone::home),
            },
            own_first: own_first(&parts.headers),
            name: me.map(|me| if me.name.is_empty() { me.email.clone() } else { me.name.clone() }),
            administers: actor.is_admin(),
            organises,
            base_url: site.url(""),
            flash: flash::said(site, &parts.headers),
            path,
            actor,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_decides_the_language_then_the_browser() {
        assert_eq!(language("/en/events", Some("lv")), Lang::En);
        assert_eq!(language("/", Some("lv-LV,lv;q=0.9,en;q=0.8")), Lang::Lv);
        assert_eq!(language("/", Some("en-GB,en;q=0.9,lv;q=0.3")), Lang::En);
        assert_eq!(language("/", Some("fr-FR,fr;q=0.9")), Lang::En);
        assert_eq!(language("/", None), Lang::Lv);
    }
}
