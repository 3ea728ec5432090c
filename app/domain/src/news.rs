//! How often somebody wants to hear of the topics they follow.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// How often a letter may come; none comes when nothing is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Rhythm {
    /// In the morning.
    Daily,
    /// On Monday morning.
    #[default]
    Weekly,
    /// Not at all.
    Never,
}

/// The characters of a letter's glance at a comment.
const GLANCE: usize = 160;

/// The first line of a comment, without the marks that begin it and not longer than a glance.
pub fn first_line(text: &str) -> String {
    let line = text.lines().map(|line| line.trim().trim_start_matches(['#', '>', '*', '-', '+', ' '])).find(|line| !line.is_empty());
    let line = line.unwrap_or_default();
    match line.char_indices().nth(GLANCE) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn a_glance_is_one_line() {
        assert_eq!(first_line("\n\n> ## Kur ir dati?\n\nUn kas?"), "Kur ir dati?");
        assert_eq!(first_line(&"ā".repeat(500)), format!("{}…", "ā".repeat(160)));
        assert_eq!(first_line("***"), "");
    }
}
