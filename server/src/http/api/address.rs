//! What stands in an address: refused as problems, too.

use super::problem::Problem;
use axum::extract::FromRequestParts;
use axum::extract::rejection::QueryRejection;
use axum::http::request::Parts;
use backend::Error;
use serde::de::DeserializeOwned;

/// The parts of a path. What cannot be one (an id with letters in it, damaged characters) is nowhere: 404.
pub struct Path<T>(pub T);

/// What is asked for behind the `?`. A value of a wrong kind is 422 at its name.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let found = axum::extract::Path::from_request_parts(parts, state).await;
        found.map(|axum::extract::Path(path)| Self(path)).map_err(|_| Error::NotFound.into())
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let found = axum::extract::Query::from_request_parts(parts, state).await;
        found.map(|axum::extract::Query(query)| Self(query)).map_err(|refused| Error::field(&named(&refused), "invalid_type").into())
    }
}

/// "Failed to deserialize query string: limit: invalid digit found in string"
fn named(refused: &QueryRejection) -> String {
    let said = refused.body_text();
    let name = said.split(": ").nth(1).filter(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    name.unwrap_or("query").to_owned()
}
