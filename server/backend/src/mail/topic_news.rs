//! The letter about topics: where the reader is named, and what is new in what they follow.

use super::letter::{Button, Fact, Foot, Letter, Line};
use crate::Site;
use crate::service::talk::digest::{Digest, News, Quote};
use crate::service::talk::discussion::Writer;
use crate::service::talk::timeline::Told;
use crate::words::{happening, t};
use domain::text::Lang;

/// Each topic with what happened to it, the calls first.
pub(super) fn letter(site: &Site, digest: &Digest, stop: String) -> Letter {
    let lang = digest.person.language.0;
    let called: usize = digest.called.iter().map(|one| one.said).sum();
    let (named, topics) = (number(called), number(digest.topics.len() + digest.more));
    let lede = match (called, digest.topics.is_empty()) {
        (0, _) => t!(lang, "mail-topics-lede", n = topics),
        (_, true) => t!(lang, "mail-topics-called-lede", n = named),
        (_, false) => format!("{} {}", t!(lang, "mail-topics-called-lede", n = named), t!(lang, "mail-topics-lede", n = topics)),
    };
    let heading = if called > 0 { t(lang, "mail-topics-called-heading") } else { t(lang, "mail-topics-heading") };
    let subject = match digest.called.iter().chain(&digest.topics).next() {
        Some(first) => format!("{heading}: {}", first.topic.title.0.pick(lang)),
        None => heading.clone(),
    };
    let called = digest.called.iter().map(|one| fact(site, lang, one, true));
    let facts = called.chain(digest.topics.iter().map(|one| fact(site, lang, one, false))).collect();
    let greeting = match digest.person.name.as_str() {
        "" => t(lang, "mail-greeting-nameless"),
        name => t!(lang, "mail-greeting", name = name.to_owned()),
    };
    let more = (digest.more > 0).then(|| t!(lang, "mail-topics-more", n = number(digest.more)));
    let body = if digest.author { t(lang, "mail-topics-author-body") } else { t(lang, "mail-topics-body") };
    Letter {
        lang,
        subject,
        heading,
        lede,
        facts,
        buttons: vec![Button { words: t(lang, "mail-topics-button"), url: site.url(&format!("/{}/me/topics", lang.code())), main: true }],
        body: [Some(greeting), more, Some(body)].into_iter().flatten().collect(),
        foot: foot(site, digest, lang, stop),
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn fact(site: &Site, lang: Lang, news: &News, called: bool) -> Fact {
    let page = site.url(&format!("/{}/events/{}/topics/{}", lang.code(), news.event.slug, news.topic.number));
    let title =
        Line { strong: news.topic.title.0.pick(lang).to_owned(), soft: news.event.title.0.pick(lang).to_owned(), ..Line::default() };
    let mut lines = vec![title];
    lines.extend(news.told.iter().flat_map(|told| happened(lang, told)));
    if news.said > 0 && !called {
        lines.push(Line { plain: t!(lang, "mail-topics-said", n = number(news.said)), ..Line::default() });
    }
    lines.extend(news.quotes.iter().map(|quote| glance(lang, quote)));
    let anchor = news.quotes.first().filter(|_| called).map(|quote| format!("#comment-{}", quote.comment)).unwrap_or_default();
    lines.push(Line { link: Some((t(lang, "mail-topics-open"), format!("{page}{anchor}"))), ..Line::default() });
    let name = if called { t(lang, "mail-topics-named") } else { t!(lang, "mail-topics-topic", n = i64::from(news.topic.number)) };
    Fact { name, lines }
}

fn happened(lang: Lang, told: &Told) -> Vec<Line> {
    let other = told.other.as_ref().map(|(_, title)| title.pick(lang).to_owned()).unwrap_or_default();
    let mut lines = vec![Line { plain: happening::sentence(lang, told), soft: other, ..Line::default() }];
    let reason = told.row.reason.as_ref().map(|reason| reason.0.pick(lang).to_owned());
    lines.extend(reason.map(|reason| Line { soft: reason, ..Line::default() }));
    lines
}

fn glance(lang: Lang, quote: &Quote) -> Line {
    let writer = match &quote.writer {
        Writer::Named(name) => name.clone(),
        Writer::Unnamed => t(lang, "talk-by-author"),
        Writer::Nobody => t(lang, "talk-by-nobody"),
    };
    Line { plain: format!("{writer}:"), soft: quote.line.pick(lang).to_owned(), ..Line::default() }
}

fn foot(site: &Site, digest: &Digest, lang: Lang, stop: String) -> Vec<Foot> {
    let other = lang.other();
    let why = if digest.author { t(lang, "mail-topics-foot-author") } else { t(lang, "mail-topics-foot") };
    let choose = Some((t(lang, "mail-topics-foot-choose"), site.url(&format!("/{}/me#follows", lang.code()))));
    vec![
        Foot { words: why, link: Some((t(lang, "mail-foot-fewer"), stop)), lang: None },
        Foot { words: String::new(), link: choose, lang: None },
        Foot {
            words: String::new(),
            link: Some((t(other, "mail-foot-language"), site.url(&format!("/{}/me", other.code())))),
            lang: Some(other),
        },
    ]
}
