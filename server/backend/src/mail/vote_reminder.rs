//! The letter to somebody who has not voted yet.

use super::letter::{Button, Fact, Foot, Letter, Line};
use crate::Site;
use crate::repo::people::own_zone;
use crate::service::rounds::Reminder;
use crate::words::t;
use crate::words::when::{self, Form};
use domain::text::Lang;
use domain::time::Zone;

/// The question, how many topics, until when, and the way to the ballot.
pub(super) fn letter(site: &Site, reminder: &Reminder, stop: String) -> Letter {
    let lang = reminder.person.language.0;
    let (event, round) = (&reminder.event, &reminder.round);
    let title = event.title.0.pick(lang).to_owned();
    let page = site.url(&format!("/{}/events/{}/rounds/{}", lang.code(), event.slug, round.number));
    let fact = |name: &str, lines: Vec<Line>| Fact { name: t(lang, name), lines };
    let plain = |text: String| Line { plain: text, ..Line::default() };
    let greeting = match reminder.person.name.as_str() {
        "" => t(lang, "mail-greeting-nameless"),
        name => t!(lang, "mail-greeting", name = name.to_owned()),
    };
    Letter {
        lang,
        subject: t!(lang, "mail-vote-subject", title = title.clone()),
        heading: round.title.0.pick(lang).to_owned(),
        lede: t!(lang, "mail-vote-lede", title = title, n = i64::try_from(reminder.topics).unwrap_or_default()),
        facts: vec![fact("mail-vote-until", until(site, reminder, lang).into_iter().map(plain).collect())],
        buttons: vec![Button { words: t(lang, "mail-vote-button"), url: page, main: true }],
        body: vec![greeting, t(lang, if round.secret { "mail-vote-secret" } else { "mail-vote-open" })],
        foot: vec![
            Foot { words: t(lang, "mail-vote-foot"), link: None, lang: None },
            Foot { words: String::new(), link: Some((t(lang, "mail-foot-fewer"), stop)), lang: None },
        ],
    }
}

/// The close on the event's clocks, and on the reader's where those show something else.
fn until(site: &Site, reminder: &Reminder, lang: Lang) -> Vec<String> {
    let Ok(venue) = site.zones.get(&reminder.event.zone) else { return Vec::new() };
    let said = |zone: &Zone| {
        let at = zone.local(reminder.closes_at).time;
        format!("{}, {} ({})", when::date(lang, at.date(), Form::Is), when::time(at.time()), when::place(lang, zone.name(), Form::Is))
    };
    let own = own_zone(&reminder.person).at(&site.zones, reminder.closes_at);
    let differs = |own: &&Zone| own.local(reminder.closes_at).time != venue.local(reminder.closes_at).time;
    std::iter::once(said(venue)).chain(own.filter(differs).map(said)).collect()
}
