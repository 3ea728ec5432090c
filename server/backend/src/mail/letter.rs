//! What a letter says, before it is HTML or plain text.

use domain::text::Lang;

/// A letter to one person.
#[derive(Clone, Debug, Default)]
pub(super) struct Letter {
    /// Its language.
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The large line.
    pub heading: String,
    /// The sentence below it.
    pub lede: String,
    /// When, where, who.
    pub facts: Vec<Fact>,
    /// What can be done.
    pub buttons: Vec<Button>,
    /// The letter itself, beginning with the greeting.
    pub body: Vec<String>,
    /// Why it was sent, and how to get fewer.
    pub foot: Vec<Foot>,
}

/// One row of the table.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// "When".
    pub name: String,
    /// One below the other.
    pub lines: Vec<Line>,
}

/// One line of a fact: what stands out, what follows, what is said aside.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Bold.
    pub strong: String,
    /// Plain.
    pub plain: String,
    /// Grey.
    pub soft: String,
    /// In larger print.
    pub large: bool,
    /// Words and address of a link that stands instead of all this.
    pub link: Option<(String, String)>,
}

/// A link that looks like a button.
#[derive(Clone, Debug)]
pub(super) struct Button {
    /// What it says.
    pub words: String,
    /// Where it leads.
    pub url: String,
    /// The one that is meant to be pressed.
    pub main: bool,
}

/// One line of the foot.
#[derive(Clone, Debug)]
pub(super) struct Foot {
    /// A sentence, possibly none.
    pub words: String,
    /// Words and address of the link after it.
    pub link: Option<(String, String)>,
    /// The language, where it is another than the letter's.
    pub lang: Option<Lang>,
}

impl Line {
    /// As one plain line.
    pub fn text(&self) -> String {
        if let Some((words, url)) = &self.link {
            return format!("{words}: {url}");
        }
        let parts = [&self.strong, &self.plain, &self.soft];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ").replace(" , ", ", ")
    }
}
