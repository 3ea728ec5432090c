//! The letter with a link to sign in.

use super::letter::{Button, Foot, Letter};
use crate::words::t;
use domain::text::Lang;

/// For a link that is good for so many minutes.
pub(super) fn letter(lang: Lang, url: String, minutes: i64) -> Letter {
    Letter {
        lang,
        subject: t(lang, "mail-sign-in-subject"),
        heading: t(lang, "mail-sign-in-heading"),
        lede: t!(lang, "mail-sign-in-lede", minutes = minutes),
        facts: Vec::new(),
        buttons: vec![Button { words: t(lang, "mail-sign-in-button"), url, main: true }],
        body: vec![t(lang, "mail-greeting-nameless"), t(lang, "mail-sign-in-body")],
        foot: vec![Foot { words: t(lang, "mail-sign-in-foot"), link: None, lang: None }],
    }
}
