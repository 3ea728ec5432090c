//! Who calls: the bearer token's person, or nobody.

use super::problem::Problem;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use backend::service::access::Actor;
use backend::service::credential::{self, Kind};
use backend::{Error, Site};
use std::convert::Infallible;

/// The actor of a call. A false token is 401, none is nobody, who may only read.
#[derive(Clone, Debug)]
pub struct Caller(pub Actor);

impl FromRequestParts<Site> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let Some(header) = parts.headers.get(header::AUTHORIZATION) else {
            // Nobody changes anything, and is told so before what they sent is looked at.
            return if parts.method.is_safe() { Ok(Self(Actor::default())) } else { Err(Error::Unauthenticated.into()) };
        };
        let token = header.to_str().ok().and_then(|text| text.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let (_, token) = token.ok_or(Error::Unauthenticated)?;
        let actor = credential::actor(site, Kind::Token, token.trim()).await?;
        actor.me()?;
        Ok(Self(actor))
    }
}

impl OptionalFromRequestParts<Site> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Option<Self>, Infallible> {
        Ok(<Self as FromRequestParts<Site>>::from_request_parts(parts, site).await.ok())
    }
}
