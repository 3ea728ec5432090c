//! The letter about a release of an agenda.

use super::letter::{Button, Fact, Foot, Letter, Line};
use crate::Site;
use crate::service::agenda::{Item, News};
use crate::words::t;
use crate::words::when::{self, Form};
use domain::agenda::{Kind, Span, Why};
use domain::text::{Lang, Text};

/// `stop`: the page that stops such letters.
pub(super) fn letter(site: &Site, news: &News, stop: &str) -> Letter {
    let lang = news.person.language.0;
    let title = news.event.title.0.pick(lang).to_owned();
    let key = |part: &str| format!("mail-agenda-{}-{part}", if news.first { "first" } else { "changed" });
    let count = news.items.len() + news.more;
    let lede = match (news.first, news.why) {
        (true, Why::Speaks) => t!(lang, "mail-agenda-first-speaking-lede", title = title.clone(), n = count),
        (true, _) => t!(lang, "mail-agenda-first-lede", title = title.clone()),
        (false, _) => t!(lang, "mail-agenda-changed-lede", title = title.clone(), n = count),
    };
    let mut facts: Vec<Fact> = news.items.iter().map(|item| fact(site, news, lang, item)).collect();
    if news.more > 0 {
        let line = Line { plain: t!(lang, "mail-agenda-more", n = news.more), ..Line::default() };
        facts.push(Fact { name: String::new(), lines: vec![line] });
    }
    Letter {
        lang,
        subject: t!(lang, &key("subject"), title = title),
        heading: t(lang, &key("heading")),
        lede,
        facts,
        buttons: buttons(site, news, lang),
        body: body(news, lang),
        foot: foot(site, news, lang, stop),
    }
}

/// What became of a session: on the venue's clocks, and on the reader's own where those show something else.
fn fact(site: &Site, news: &News, lang: Lang, item: &Item) -> Fact {
    let name = match item.kind {
        _ if news.first => t(lang, "mail-agenda-session"),
        Kind::Added => t(lang, "mail-agenda-added"),
        Kind::Moved => t(lang, "mail-agenda-moved"),
        Kind::Changed => t(lang, "mail-agenda-details"),
        Kind::Cancelled => t(lang, "mail-agenda-dropped"),
    };
    let mut lines = vec![Line { strong: item.title.pick(lang).to_owned(), ..Line::default() }];
    let both = item.was.is_some() && item.now.is_some() && item.was != item.now;
    if let Some((span, room)) = item.was.as_ref().filter(|_| both || item.now.is_none()) {
        let (at, own) = times(site, news, lang, *span, room.as_ref());
        lines.push(Line { plain: t!(lang, "mail-agenda-was", at = at), soft: own, ..Line::default() });
    }
    if let Some((span, room)) = &item.now {
        let (at, own) = times(site, news, lang, *span, room.as_ref());
        let plain = if both { t!(lang, "mail-agenda-now", at = at) } else { at };
        lines.push(Line { plain, soft: own, ..Line::default() });
    }
    Fact { name, lines }
}

/// "18 August, 10:00–10:30, Rīga time, Great Hall", and what the reader's own clock shows then, if it is something else.
fn times(site: &Site, news: &News, lang: Lang, at: Span, room: Option<&Text>) -> (String, String) {
    let (from, to) = (news.zone.local(at.from).time, news.zone.local(at.to).time);
    let day = when::day_month(lang, from.date(), Form::Is);
    let clocks = t!(lang, "mail-at-place", place = when::place(lang, news.zone.name(), Form::Of));
    let hours = format!("{} {clocks}", when::span(from.time(), to.time()));
    let room = room.map(|room| room.pick(lang).to_owned());
    let venue = [Some(day), Some(hours), room].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let own = news.own.at(&site.zones, at.from).and_then(|zone| {
        let (own_from, own_to) = (zone.local(at.from).time, zone.local(at.to).time);
        let place = t!(lang, "mail-own-time", place = when::place(lang, zone.name(), Form::Is));
        let shift = when::day_shift(lang, from.date(), own_from, own_to).map(|shift| format!(" ({shift})")).unwrap_or_default();
        ((own_from, own_to) != (from, to)).then(|| format!("({} {place}{shift})", when::span(own_from.time(), own_to.time())))
    });
    (venue, own.unwrap_or_default())
}

fn buttons(site: &Site, news: &News, lang: Lang) -> Vec<Button> {
    let page = site.url(&format!("/{}/events/{}", lang.code(), news.event.slug));
    vec![
        Button { words: t(lang, "mail-agenda-button"), url: format!("{page}/agenda"), main: true },
        Button { words: t(lang, "mail-button-event"), url: page, main: false },
    ]
}

fn body(news: &News, lang: Lang) -> Vec<String> {
    let greeting = match news.person.name.as_str() {
        "" => t(lang, "mail-greeting-nameless"),
        name => t!(lang, "mail-greeting", name = name.to_owned()),
    };
    let said = match (&news.calendar, news.first) {
        (Some(_), _) => "mail-agenda-attached-body",
        (None, true) => "mail-agenda-first-body",
        (None, false) => "mail-agenda-changed-body",
    };
    vec![greeting, t(lang, said)]
}

fn foot(site: &Site, news: &News, lang: Lang, stop: &str) -> Vec<Foot> {
    let other = lang.other();
    let why = match news.why {
        Why::Speaks => t(lang, "mail-agenda-foot-speaks"),
        Why::Marked => t(lang, "mail-agenda-foot-marked"),
        Why::Registered => t(lang, "mail-foot-registered"),
    };
    let host = t!(lang, "mail-agenda-foot-host", host = news.host.pick(lang).to_owned());
    vec![
        Foot { words: format!("{why} {host}"), link: Some((t(lang, "mail-foot-fewer"), stop.to_owned())), lang: None },
        Foot {
            words: String::new(),
            link: Some((t(other, "mail-foot-language"), site.url(&format!("/{}/me", other.code())))),
            lang: Some(other),
        },
    ]
}
