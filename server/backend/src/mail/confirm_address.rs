//! The letter that asks whether an address is its owner's: of what was typed beside it, it says nothing.

use super::letter::{Button, Foot, Letter};
use crate::service::date_polls::Asking;
use crate::words::t;

/// For an address typed into a date poll without an account.
pub(super) fn letter(asking: Asking) -> Letter {
    let lang = asking.language;
    let (title, host) = (asking.title.pick(lang).to_owned(), asking.host.pick(lang).to_owned());
    Letter {
        lang,
        subject: t(lang, "mail-confirm-address-subject"),
        heading: t(lang, "mail-confirm-address-heading"),
        lede: t!(lang, "mail-confirm-address-lede", title = title),
        facts: Vec::new(),
        buttons: vec![Button { words: t(lang, "mail-confirm-address-button"), url: asking.url, main: true }],
        body: vec![t(lang, "mail-greeting-nameless"), t(lang, "mail-confirm-address-body")],
        foot: vec![Foot { words: t!(lang, "mail-confirm-address-foot", host = host), link: None, lang: None }],
    }
}
