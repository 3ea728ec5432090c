//! Longer texts people write, in Markdown, as parts of a document: paragraphs, lists, headings, quotations; links with their address.

use super::Block;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a text says, part by part. HTML in it is printed as it was typed, emphasis is not shown.
pub fn blocks(source: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(source, Options::empty()) {
        reading.take(event);
    }
    reading.end();
    reading.all
}

#[derive(Default)]
struct Reading {
    all: Vec<Block>,
    words: String,
    /// The number of the next item of each list that is open, none where they are not counted.
    lists: Vec<Option<u64>>,
    /// What stands before an item whose words are still to come.
    sign: Option<String>,
    quotes: usize,
    is_heading: bool,
    /// Where the words of the open link begin, and where it leads.
    link: Option<(usize, String)>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.words.push('\n'),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.words.push_str(&text),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.link = Some((self.words.len(), dest_url.into_string())),
            Tag::Emphasis | Tag::Strong => {}
            tag => {
                self.end();
                match tag {
                    Tag::List(first) => self.lists.push(first),
                    Tag::Item => self.sign = Some(self.next_sign()),
                    Tag::BlockQuote(_) => self.quotes += 1,
                    Tag::Heading { .. } => self.is_heading = true,
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link | TagEnd::Image => {
                let Some((from, address)) = self.link.take() else { return };
                let named = self.words.get(from..).unwrap_or_default();
                if named.is_empty() {
                    self.words.push_str(&address);
                } else if named != address && format!("mailto:{named}") != address {
                    self.words.push_str(&format!(" ({address})"));
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => {}
            tag => {
                self.end();
                match tag {
                    TagEnd::List(_) => drop(self.lists.pop()),
                    TagEnd::Item => self.sign = None,
                    TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
                    TagEnd::Heading(_) => self.is_heading = false,
                    _ => {}
                }
            }
        }
    }

    fn next_sign(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let sign = format!("{number}.");
                *number += 1;
                sign
            }
            _ => "•".to_owned(),
        }
    }

    /// A part is whole.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.words).trim().to_owned();
        if text.is_empty() {
            return;
        }
        self.all.push(match (self.is_heading, self.lists.len()) {
            (true, _) => Block::Subheading(text),
            (false, 0) if self.quotes > 0 => Block::Quote { by: String::new(), text },
            (false, 0) => Block::Text(text),
            // A further paragraph of an item has no sign of its own.
            (false, depth) => Block::Item { depth, sign: self.sign.take().unwrap_or_default(), text },
        });
    }
}
