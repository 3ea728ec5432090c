//! JSON bodies, with the field named where one does not fit.

use super::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use backend::Error;
use domain::fault::Fault;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use std::marker::PhantomData;

/// A JSON body. Text that is no JSON is 400 `malformed_json`, a field of a wrong type or a missing one is 422 at that field.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        parse(&read(request, state).await?).map(Self)
    }
}

/// A JSON body whose fields are in two layers, `T` holding those of `Inner` flattened: these are read on their own first, because a
/// flattened field of a wrong type can no longer be named.
pub struct Layered<T, Inner>(pub T, pub PhantomData<Inner>);

impl<T: DeserializeOwned, Inner: DeserializeOwned, S: Send + Sync> FromRequest<S> for Layered<T, Inner> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = read(request, state).await?;
        parse::<Inner>(&bytes)?;
        parse(&bytes).map(|body| Self(body, PhantomData))
    }
}

/// For a field that null empties: absent is none, null is some none.
pub fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Problem> {
    Bytes::from_request(request, state).await.map_err(|refused| match refused.status().as_u16() {
        413 => Problem::new(413, "too_large", "The body is larger than this call takes."),
        _ => Problem::new(400, "malformed_body", "The body did not arrive whole."),
    })
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        if !error.inner().is_data() {
            return Problem::new(400, "malformed_json", "The body is not JSON in UTF-8.");
        }
        let sentence = error.inner().to_string();
        let code = match sentence.as_str() {
            s if s.starts_with("missing field") => "required",
            s if s.starts_with("unknown variant") => "unknown_value",
            _ => "invalid_type",
        };
        let named = sentence.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let path = error.path().to_string();
        let field = match (named, path.as_str()) {
            (Some(name), "." | "") => name.to_owned(),
            (Some(name), path) => format!("{path}.{name}"),
            (None, path) => path.to_owned(),
        };
        Error::Invalid(vec![Fault::new(field, code)]).into()
    })?;
    json.end().map_err(|_| Problem::new(400, "malformed_json", "There is something after the JSON."))?;
    Ok(value)
}
