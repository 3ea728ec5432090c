//! The record of a written procedure as a PDF: what was asked of whom, what was answered, late answers, silence, separate opinions.

use super::{Outcome, Said, documents, outcome};
use crate::entity::{event_file, host};
use crate::error::Error;
use crate::pdf::{self, Block, Document};
use crate::service::access::Actor;
use crate::service::slots::beside;
use crate::words::when::{self, Form};
use crate::words::{list, t};
use crate::{Result, Site};
use domain::procedure::{Answer, Count, Question};
use domain::text::Lang;
use domain::time::Zone;
use jiff::Timestamp;
use sea_orm::EntityTrait;

/// The record in a language, with as much in it as the reader may know; 409 `sealed` before the deadline. For the same data the same
/// bytes.
pub async fn record(site: &Site, actor: &Actor, slug: &str, lang: Lang) -> Result<Vec<u8>> {
    let outcome = outcome(site, actor, slug).await?;
    let db = site.db.read();
    let event = &outcome.seen.event;
    let host = host::Entity::find_by_id(event.host_id).one(db).await?.ok_or(Error::NotFound)?;
    let files = documents(db, event.id).await?;
    let zone = site.zones.get(&event.zone).map_err(|_| Error::internal("the event has no zone"))?;
    let writer = Writer { lang, zone, outcome: &outcome };
    let title = event.title.0.pick(lang).to_owned();
    let document = Document {
        lang,
        title: format!("{}: {title}", t(lang, "procedure-record")),
        date: zone.local(outcome.at).time.date(),
        foot: format!("{title} · {}", t(lang, "procedure-record")),
        blocks: writer.blocks(&title, host.name.0.pick(lang), &files),
    };
    beside(move || pdf::write(&document)).await
}

struct Writer<'a> {
    lang: Lang,
    zone: &'a Zone,
    outcome: &'a Outcome,
}

impl Writer<'_> {
    fn blocks(&self, title: &str, host: &str, files: &[event_file::Model]) -> Vec<Block> {
        let (lang, outcome) = (self.lang, self.outcome);
        let mut all = vec![Block::Title { over: t(lang, "procedure-record-over"), title: title.to_owned() }];
        if let Some(summary) = &outcome.seen.event.summary {
            all.extend(pdf::blocks(summary.0.pick(lang)));
        }
        all.extend(self.facts(host, files));
        all.push(Block::Heading(t(lang, "procedure-result")));
        all.push(Block::Text(summary(lang, outcome)));
        for (number, question) in (1..).zip(&outcome.procedure.questions) {
            all.extend(self.question(number, question));
        }
        if !outcome.separate.is_empty() {
            all.push(Block::Heading(t(lang, "procedure-separate")));
            let quote = |one: &super::Separate| Block::Quote { by: self.by(one.name.as_deref(), one.late), text: one.text.clone() };
            all.extend(outcome.separate.iter().map(quote));
        }
        all.extend(self.silence());
        all
    }

    fn facts(&self, host: &str, files: &[event_file::Model]) -> Vec<Block> {
        let (lang, outcome) = (self.lang, self.outcome);
        let procedure = &outcome.procedure;
        let fact = |key: &str, value: String| Block::Fact(t(lang, key), value);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let mut all = vec![
            fact("procedure-host", host.to_owned()),
            fact("procedure-opening", self.moment(procedure.opens)),
            fact("procedure-deadline", self.moment(procedure.closes)),
            fact("procedure-whom", whom(lang, outcome)),
            fact("procedure-answers", turnout(lang, outcome)),
            fact("procedure-quorum", quorum(lang, outcome)),
        ];
        if !names.is_empty() {
            all.push(fact("procedure-documents", names.join("\n")));
        }
        all.push(fact("procedure-names", names_rule(lang, procedure.row.named)));
        all.push(fact("procedure-as-of", self.moment(outcome.at)));
        all
    }

    /// A date and a time with where its clock is.
    fn moment(&self, at: Timestamp) -> String {
        let local = self.zone.local(at);
        let place = when::place(self.lang, self.zone.name(), Form::In);
        let offset = when::offset(local.offset_seconds);
        format!("{}, {} {place} ({offset})", when::date(self.lang, local.time.date(), Form::Is), when::time(local.time.time()))
    }

    fn question(&self, number: usize, question: &Question) -> Vec<Block> {
        let lang = self.lang;
        let mut all = vec![Block::Heading(format!("{number}. {}", question.text.pick(lang)))];
        all.extend(question.explanation.iter().flat_map(|more| pdf::blocks(more.pick(lang))));
        let Some(counted) = number.checked_sub(1).and_then(|place| self.outcome.questions.get(place)) else { return all };
        for (option, figure) in question.options.iter().zip(&counted.shown.options) {
            all.extend(figure.map(|n| Block::Bar {
                label: option.pick(lang).to_owned(),
                figure: n.to_string(),
                share: share(n, self.outcome.answered),
            }));
        }
        if counted.shown.others > 0 {
            all.push(Block::Small(t!(lang, "procedure-others", n = counted.shown.others)));
        }
        all.extend(leading(lang, question, &counted.count).filter(|_| self.outcome.is_quorate()).map(Block::Text));
        all.extend(self.said(question, &counted.said));
        all
    }

    /// By name who chose what, or what was said.
    fn said(&self, question: &Question, said: &[Said]) -> Vec<Block> {
        let mut all = Vec::new();
        for (number, option) in (1..).zip(&question.options) {
            let chose = said.iter().filter(|one| one.answer == Answer::Option(number));
            let names: Vec<String> = chose.map(|one| self.by(one.name.as_deref(), one.late)).collect();
            if !names.is_empty() {
                all.push(Block::Fact(option.pick(self.lang).to_owned(), names.join(", ")));
            }
        }
        all.extend(said.iter().filter_map(|one| match &one.answer {
            Answer::Opinion(text) => Some(Block::Quote { by: self.by(one.name.as_deref(), one.late), text: text.clone() }),
            Answer::Option(_) => None,
        }));
        all
    }

    fn by(&self, name: Option<&str>, late: bool) -> String {
        by(self.lang, name, late)
    }

    fn silence(&self) -> Vec<Block> {
        let (lang, outcome) = (self.lang, self.outcome);
        if outcome.silent == 0 {
            return Vec::new();
        }
        let mut all = vec![Block::Heading(t(lang, "procedure-silence")), Block::Text(t!(lang, "procedure-silent", n = outcome.silent))];
        let names = outcome.silent_names.as_ref().filter(|_| outcome.procedure.row.named);
        all.extend(names.map(|names| Block::Text(names.iter().map(|name| by(lang, Some(name), false)).collect::<Vec<_>>().join(", "))));
        all
    }
}

/// Of so many, in thousandths.
pub fn share(n: u32, all: u32) -> u32 {
    u32::try_from(u64::from(n) * 1_000 / u64::from(all.max(1))).unwrap_or(1_000)
}

/// Whose, and whether it came after the deadline; empty for an answer in time that has no name to read.
pub fn by(lang: Lang, name: Option<&str>, late: bool) -> String {
    let name = name.map(|name| if name.is_empty() { t(lang, "procedure-nameless") } else { name.to_owned() });
    let late = late.then(|| t(lang, "procedure-late"));
    match (name, late) {
        (Some(name), Some(late)) => format!("{name} ({late})"),
        (name, late) => name.or(late).unwrap_or_default(),
    }
}

/// In a sentence or two: how many answered, and whether anything follows.
pub fn summary(lang: Lang, outcome: &Outcome) -> String {
    let quorum = outcome.needed.map(|_| match outcome.is_quorate() {
        true => t(lang, "procedure-quorum-reached"),
        false => t(lang, "procedure-no-decision"),
    });
    [Some(t!(lang, "procedure-turnout", n = outcome.answered, all = outcome.asked)), quorum]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What most chose; nothing where that is not for the reader.
pub fn leading(lang: Lang, question: &Question, count: &Count) -> Option<String> {
    let is_withheld = count.leading.is_empty() && count.options.iter().any(|n| *n > 0);
    if question.options.is_empty() || is_withheld {
        return None;
    }
    let option = |number: &u32| Some(question.options.get((*number as usize).checked_sub(1)?)?.pick(lang).to_owned());
    let names: Vec<String> = count.leading.iter().filter_map(option).collect();
    Some(match names.as_slice() {
        [] => t(lang, "procedure-nobody"),
        [one] => t!(lang, "procedure-most", option = one.clone()),
        several => t!(lang, "procedure-tie", options = list(lang, several)),
    })
}

/// Whether and to whom answers are shown with names.
pub fn names_rule(lang: Lang, named: bool) -> String {
    if named { t(lang, "procedure-named") } else { t(lang, "procedure-unnamed") }
}

fn whom(lang: Lang, outcome: &Outcome) -> String {
    let asked = t!(lang, "procedure-asked", n = outcome.asked);
    if outcome.added == 0 { asked } else { format!("{asked} {}", t!(lang, "procedure-added", n = outcome.added)) }
}

fn turnout(lang: Lang, outcome: &Outcome) -> String {
    let parts = [
        t!(lang, "procedure-in-time", n = outcome.answered),
        t!(lang, "procedure-late-count", n = outcome.late),
        t!(lang, "procedure-silent-count", n = outcome.silent),
    ];
    parts.join(" · ")
}

fn quorum(lang: Lang, outcome: &Outcome) -> String {
    match (outcome.needed, outcome.is_quorate()) {
        (None, _) => t(lang, "procedure-quorum-none"),
        (Some(n), true) => format!("{} {}", t!(lang, "procedure-quorum-needed", n = n), t(lang, "procedure-quorum-reached")),
        (Some(n), false) => format!("{} {}", t!(lang, "procedure-quorum-needed", n = n), t(lang, "procedure-no-decision")),
    }
}
