//! What a topic says beside its words.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// What is wanted of those who talk about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Wanted {
    /// To be told.
    Information,
    /// To be heard.
    Discussion,
    /// To have something settled.
    Decision,
    /// To be given something to do.
    Task,
}

/// Something to read about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it is called; the address where nothing was said.
    pub title: String,
    /// http or https.
    pub url: String,
}
