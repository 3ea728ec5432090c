//! What is wrong with something a person sent: a field, and a stable code that pages translate and the API returns.

use crate::time::Gap;
use serde::{Deserialize, Serialize};

/// Why a single value is refused. The code is stable and has a sentence in every language (`error-<code>`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct Refusal {
    /// Stable, in snake case, like `too_long`.
    pub code: &'static str,
}

impl Refusal {
    /// A refusal with this code.
    pub const fn new(code: &'static str) -> Self {
        Self { code }
    }

    /// The same refusal, at a field.
    pub fn at(self, field: impl Into<String>) -> Fault {
        Fault { field: field.into(), code: self.code.to_owned(), args: Vec::new() }
    }
}

/// A refusal at a named field, with figures its sentence may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The name of the field as the caller wrote it.
    pub field: String,
    /// See [`Refusal::code`].
    pub code: String,
    /// Figures or names for the sentence: `("max", "200")`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, String)>,
}

impl Fault {
    /// A fault at `field` with `code`.
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        Refusal::new(code).at(field)
    }

    /// A local time that the clocks skip, with the nearest valid ones.
    pub fn skipped(field: impl Into<String>, gap: Gap) -> Self {
        Self::new(field, "local_time_skipped").with("before", gap.before).with("after", gap.after)
    }

    /// Adds a figure or name to the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}
