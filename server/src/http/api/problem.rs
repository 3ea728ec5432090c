//! Errors as `application/problem+json` (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use backend::Error;
use domain::fault::Fault;
use domain::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// A problem: `code` is stable, the sentences are for people.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the code says what it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The sentence.
    title: String,
    /// The HTTP status.
    status: u16,
    /// Stable, in snake case.
    code: String,
    /// Fields at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
    /// Said in `Retry-After`.
    #[serde(skip)]
    retry_after: Option<i64>,
}

/// One field at fault.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Its name in the request.
    field: String,
    /// Stable, in snake case.
    code: String,
    /// The sentence.
    message: String,
}

impl Problem {
    /// Without fields.
    pub fn new(status: u16, code: &str, title: &str) -> Self {
        Self { kind: "about:blank", title: title.to_owned(), status, code: code.to_owned(), errors: Vec::new(), retry_after: None }
    }

    /// Where one field is at fault the problem's own code is that field's: callers need not look twice.
    fn of_fields(faults: Vec<Fault>) -> Self {
        let code = match faults.as_slice() {
            [only] => only.code.clone(),
            _ => "invalid".to_owned(),
        };
        let errors = faults.into_iter().map(|fault| FieldProblem {
            message: app::text::fault(Lang::En, &fault),
            field: fault.field,
            code: fault.code,
        });
        Self { errors: errors.collect(), ..Self::new(422, &code, &app::text::error(Lang::En, "invalid")) }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if let Error::Internal(source) | Error::Unavailable(source) = &error {
            tracing::error!(%source, "a call failed");
        }
        match error {
            Error::Invalid(faults) => Self::of_fields(faults),
            // Of what can be taken only the address is the caller's to choose, so the field is known.
            Error::Conflict("slug_taken") => {
                let field = Self::of_fields(vec![Fault::new("slug", "slug_taken")]);
                Self { errors: field.errors, ..Self::new(409, "slug_taken", &app::text::error(Lang::En, "slug_taken")) }
            }
            Error::TooOften(seconds) => {
                let said = Self::new(429, "too_many_requests", &app::text::error(Lang::En, "too_many_requests"));
                Self { retry_after: Some(seconds), ..said }
            }
            other => Self::new(other.status(), other.code(), &app::text::error(Lang::En, other.code())),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, axum::Json(self)).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// What a call answers.
pub type Answer<T> = Result<T, Problem>;
