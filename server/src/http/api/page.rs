//! Lists: `{items, next}` with `?cursor=&limit=`.

use super::problem::Problem;
use backend::Error;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// At most this many items at once.
pub const LIMIT: u64 = 200;

/// Which part of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
pub struct PageQuery {
    /// What `next` of the part before said.
    pub cursor: Option<String>,
    /// How many, 1–200; 50 if not said.
    pub limit: Option<u64>,
}

/// One part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Hand this back as `cursor` for the next part; null at the end.
    pub next: Option<String>,
}

impl PageQuery {
    /// How many to read, else 422 `limit`.
    pub fn limit(&self) -> Result<u64, Problem> {
        match self.limit.unwrap_or(50) {
            limit @ 1..=LIMIT => Ok(limit),
            _ => Err(Error::field("limit", "out_of_range").into()),
        }
    }

    /// The last id already read; 0 at the start.
    pub fn after_id(&self) -> Result<i64, Problem> {
        self.cursor.as_deref().map_or(Ok(0), |cursor| cursor.parse().map_err(|_| Error::field("cursor", "invalid_cursor").into()))
    }
}

impl<T> Page<T> {
    /// From rows read with one more than `limit`, ordered by the id that `id` gives.
    pub fn by_id<R>(mut rows: Vec<R>, limit: u64, id: impl Fn(&R) -> i64, show: impl Fn(R) -> T) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| id(row).to_string());
        Self { items: rows.into_iter().map(show).collect(), next }
    }

    /// A list that is whole.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }
}
