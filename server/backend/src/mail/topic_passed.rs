//! The letter to an organiser to whose event a topic was proposed.

use super::letter::{Button, Fact, Foot, Letter, Line};
use crate::Site;
use crate::service::passes::Notice;
use crate::words::t;

/// What is proposed, by whom, and the way to where it is decided.
pub(super) fn letter(site: &Site, notice: &Notice, stop: String) -> Letter {
    let lang = notice.person.language.0;
    let title = notice.topic.title.0.pick(lang).to_owned();
    let page = site.url(&format!("/{}/organise/events/{}/passes", lang.code(), notice.event.slug));
    let greeting = match notice.person.name.as_str() {
        "" => t(lang, "mail-greeting-nameless"),
        name => t!(lang, "mail-greeting", name = name.to_owned()),
    };
    let fact = |name: &str, line: Line| Fact { name: t(lang, name), lines: vec![line] };
    let strong = |words: String| Line { strong: words, ..Line::default() };
    Letter {
        lang,
        subject: t!(lang, "mail-passed-subject", title = title.clone()),
        heading: t(lang, "mail-passed-heading"),
        lede: t!(lang, "mail-passed-lede", event = notice.event.title.0.pick(lang).to_owned()),
        facts: vec![
            fact("mail-passed-topic", strong(title)),
            fact("mail-passed-by", strong(notice.host.pick(lang).to_owned())),
            fact("mail-passed-minutes", strong(t!(lang, "topics-minutes", n = notice.topic.minutes))),
        ],
        buttons: vec![Button { words: t(lang, "mail-passed-button"), url: page, main: true }],
        body: vec![greeting, t(lang, "mail-passed-body")],
        foot: vec![
            Foot { words: t(lang, "mail-passed-foot"), link: None, lang: None },
            Foot { words: String::new(), link: Some((t(lang, "mail-foot-fewer"), stop)), lang: None },
        ],
    }
}
