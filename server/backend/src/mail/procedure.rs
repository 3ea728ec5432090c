//! Letters about a written procedure: it has opened, it closes soon, what came of it, an answer came late.

use super::letter::{Button, Fact, Foot, Letter, Line};
use crate::Site;
use crate::repo::people::own_zone;
use crate::service::procedure::{News, Notice, leading, names_rule, summary};
use crate::words::t;
use crate::words::when::{self, Form};
use domain::text::Lang;
use domain::time::Zone;

/// The letter. `stop`: where fewer letters can be asked for; an answer to something the person has just done has no such line.
pub(super) fn letter(site: &Site, news: &News, stop: String) -> Letter {
    let lang = news.person.language.0;
    let title = news.event.title.0.pick(lang).to_owned();
    let page = site.url(&format!("/{}/events/{}/procedure", lang.code(), news.event.slug));
    let (subject, lede, button) = match news.notice {
        Notice::Opening => ("mail-procedure-opening-subject", "mail-procedure-opening-lede", "mail-procedure-answer"),
        Notice::Reminder => ("mail-procedure-reminder-subject", "mail-procedure-reminder-lede", "mail-procedure-answer"),
        Notice::Result => ("mail-procedure-result-subject", "mail-procedure-result-lede", "mail-procedure-see"),
        Notice::Late => ("mail-procedure-late-subject", "mail-procedure-late-lede", "mail-procedure-see"),
    };
    let host = news.host.pick(lang).to_owned();
    Letter {
        lang,
        subject: t!(lang, subject, title = title.clone()),
        heading: title,
        lede: t!(lang, lede, host = host, n = i64::try_from(news.procedure.questions.len()).unwrap_or_default()),
        facts: facts(site, news, lang),
        buttons: buttons(site, news, lang, Button { words: t(lang, button), url: page, main: true }),
        body: [vec![greeting(news, lang)], body(news, lang)].concat(),
        foot: foot(news, lang, stop),
    }
}

fn greeting(news: &News, lang: Lang) -> String {
    match news.person.name.as_str() {
        "" => t(lang, "mail-greeting-nameless"),
        name => t!(lang, "mail-greeting", name = name.to_owned()),
    }
}

fn facts(site: &Site, news: &News, lang: Lang) -> Vec<Fact> {
    let plain = |text: String| Line { plain: text, ..Line::default() };
    let deadline = Fact { name: t(lang, "procedure-deadline"), lines: until(site, news, lang).into_iter().map(plain).collect() };
    let asked = (1..).zip(&news.procedure.questions).map(|(n, question)| {
        let said = format!("{n}. {}", question.text.pick(lang));
        // The result beside the question, once there is one.
        let most = news
            .outcome
            .as_ref()
            .filter(|outcome| outcome.is_quorate())
            .and_then(|outcome| leading(lang, question, &outcome.questions.get(n - 1)?.count));
        Line { plain: said, soft: most.unwrap_or_default(), ..Line::default() }
    });
    vec![deadline, Fact { name: t(lang, "procedure-questions"), lines: asked.collect() }]
}

fn buttons(site: &Site, news: &News, lang: Lang, main: Button) -> Vec<Button> {
    let record = news.outcome.as_ref().map(|_| Button {
        words: t(lang, "procedure-record-get"),
        url: site.url(&format!("/{}/events/{}/record.pdf", lang.code(), news.event.slug)),
        main: false,
    });
    std::iter::once(main).chain(record).collect()
}

fn body(news: &News, lang: Lang) -> Vec<String> {
    let named = news.procedure.row.named;
    match (news.notice, &news.outcome) {
        (Notice::Opening, _) => vec![t(lang, "mail-procedure-until-then"), names_rule(lang, named)],
        (Notice::Reminder, _) => vec![t(lang, "mail-procedure-silence"), names_rule(lang, named)],
        (Notice::Result, Some(outcome)) => vec![t(lang, "mail-procedure-closed"), summary(lang, outcome), t(lang, "mail-procedure-record")],
        (Notice::Late, _) | (Notice::Result, None) => vec![t(lang, "mail-procedure-late")],
    }
}

fn foot(news: &News, lang: Lang, stop: String) -> Vec<Foot> {
    let why = Foot { words: t(lang, "mail-procedure-foot"), link: None, lang: None };
    let fewer = Foot { words: String::new(), link: Some((t(lang, "mail-foot-fewer"), stop)), lang: None };
    if news.notice == Notice::Late { vec![why] } else { vec![why, fewer] }
}

/// The deadline on the event's clocks, and on the reader's where those show something else.
fn until(site: &Site, news: &News, lang: Lang) -> Vec<String> {
    let Ok(venue) = site.zones.get(&news.event.zone) else { return Vec::new() };
    let at = news.procedure.closes;
    let said = |zone: &Zone| {
        let local = zone.local(at).time;
        format!("{}, {} ({})", when::date(lang, local.date(), Form::Is), when::time(local.time()), when::place(lang, zone.name(), Form::Is))
    };
    let own = own_zone(&news.person).at(&site.zones, at);
    let differs = |own: &&Zone| own.local(at).time != venue.local(at).time;
    std::iter::once(said(venue)).chain(own.filter(differs).map(said)).collect()
}
