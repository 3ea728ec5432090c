//! What people say of themselves.

use serde::{Deserialize, Serialize};

/// The fields of work people sign up with (University of Latvia study, 2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, strum::EnumString, strum::IntoStaticStr, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Segment {
    /// Diplomacy and foreign policy.
    Diplomacy,
    /// Courts, law, human rights.
    Justice,
    /// Culture and sport.
    CultureAndSport,
    /// Economy and finance.
    EconomyAndFinance,
    /// Everything else.
    Other,
}
