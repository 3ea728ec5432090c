//! From what a document says to lines on pages.

use super::faces::{Faces, Weight};
use super::{Block, Document};

/// A4, in points, and the paper around what is printed.
pub const PAGE: (f32, f32) = (595.28, 841.89);
pub const SIDE: f32 = 68.0;
pub const TOP: f32 = 68.0;
pub const BOTTOM: f32 = 76.0;
const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// Where what a fact is begins.
const FACT: f32 = 128.0;
const QUOTE: f32 = 14.0;
/// How far in the words of a list stand, and how deep lists are told apart.
const ITEM: f32 = 18.0;
const DEEPEST: usize = 4;

/// How something is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub weight: Weight,
    pub size: f32,
    pub leading: f32,
    pub quiet: bool,
}

const fn look(weight: Weight, size: f32, leading: f32, quiet: bool) -> Look {
    Look { weight, size, leading, quiet }
}

const OVER: Look = look(Weight::Regular, 10.5, 15.0, true);
const TITLE: Look = look(Weight::Semibold, 22.0, 27.0, false);
const HEADING: Look = look(Weight::Semibold, 14.0, 19.0, false);
const SUBHEADING: Look = look(Weight::Semibold, 11.0, 16.0, false);
const TEXT: Look = look(Weight::Regular, 11.0, 15.5, false);
const STRONG: Look = look(Weight::Semibold, 11.0, 15.5, false);
const SMALL: Look = look(Weight::Regular, 9.5, 13.5, true);

/// What a group of lines is to somebody who hears the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Heading,
    Subheading,
    Paragraph,
    Quote,
}

/// Words at a place in a line.
#[derive(Clone, Debug)]
pub struct Piece {
    pub x: f32,
    pub text: String,
    pub look: Look,
}

/// Something drawn that says nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// A line across the page, so far above.
    Rule(f32),
    /// A bar of so many thousandths.
    Bar(u32),
    /// A line beside a quotation.
    Edge,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Line {
    pub pieces: Vec<Piece>,
    pub height: f32,
    pub mark: Option<Mark>,
}

/// Lines that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    pub role: Role,
    pub words: String,
    /// Kept free above, but not on top of a page.
    pub above: f32,
    pub lines: Vec<Line>,
    /// Not the last on a page.
    pub leads: bool,
}

/// Where a line of a group stands: its page and its upper edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub page: usize,
    pub y: f32,
}

/// The groups with the places of their lines.
pub fn set(document: &Document, faces: &Faces) -> Vec<(Group, Vec<Place>)> {
    let groups: Vec<Group> = document.blocks.iter().map(|block| group(block, faces)).collect();
    let mut at = Place { page: 0, y: TOP };
    let mut set = Vec::new();
    for (n, group) in groups.iter().enumerate() {
        at.y += if at.y > TOP { group.above } else { 0.0 };
        // Two lines stay together, and what leads stays with what follows.
        let follow: f32 = if group.leads { groups.get(n + 1).map_or(0.0, |next| next.above + least(next)) } else { 0.0 };
        if at.y > TOP && at.y + least(group) + follow > PAGE.1 - BOTTOM {
            at = Place { page: at.page + 1, y: TOP };
        }
        let mut places = Vec::new();
        for line in &group.lines {
            if at.y > TOP && at.y + line.height > PAGE.1 - BOTTOM {
                at = Place { page: at.page + 1, y: TOP };
            }
            places.push(at);
            at.y += line.height;
        }
        set.push((group.clone(), places));
    }
    set
}

fn least(group: &Group) -> f32 {
    let some = if group.leads { group.lines.len() } else { 2 };
    group.lines.iter().take(some).map(|line| line.height).sum()
}

fn group(block: &Block, faces: &Faces) -> Group {
    let plain = |role, words: &String, look, above, leads| {
        let lines = lines(faces, words, look, 0.0, WIDTH);
        Group { role, words: words.clone(), above, lines, leads }
    };
    match block {
        Block::Title { over, title } => {
            let mut all = lines(faces, over, OVER, 0.0, WIDTH);
            all.extend(lines(faces, title, TITLE, 0.0, WIDTH));
            Group { role: Role::Title, words: format!("{over}: {title}"), above: 0.0, lines: all, leads: true }
        }
        Block::Heading(words) => {
            let mut heading = plain(Role::Heading, words, HEADING, 26.0, true);
            heading.lines.iter_mut().take(1).for_each(|line| line.mark = Some(Mark::Rule(8.0)));
            heading
        }
        Block::Subheading(words) => plain(Role::Subheading, words, SUBHEADING, 12.0, true),
        Block::Text(words) => plain(Role::Paragraph, words, TEXT, 6.0, false),
        Block::Item { depth, sign, text } => item(faces, *depth, sign, text),
        Block::Small(words) => plain(Role::Paragraph, words, SMALL, 6.0, false),
        Block::Fact(name, value) => fact(faces, name, value),
        Block::Bar { label, figure, share } => bar(faces, label, figure, *share),
        Block::Quote { by, text } => quote(faces, by, text),
    }
}

fn fact(faces: &Faces, name: &str, value: &str) -> Group {
    let names = lines(faces, name, SMALL, 0.0, FACT - 12.0);
    let mut all = lines(faces, value, TEXT, FACT, WIDTH - FACT);
    for (n, own) in names.into_iter().enumerate() {
        match all.get_mut(n) {
            Some(line) => line.pieces.splice(0..0, own.pieces).for_each(drop),
            None => all.push(own),
        }
    }
    Group { role: Role::Paragraph, words: format!("{name}: {value}"), above: 5.0, lines: all, leads: false }
}

fn item(faces: &Faces, depth: usize, sign: &str, text: &str) -> Group {
    let x = ITEM * depth.min(DEEPEST) as f32;
    let mut all = lines(faces, text, TEXT, x, WIDTH - x);
    if let Some(first) = all.first_mut() {
        first.pieces.insert(0, Piece { x: x - ITEM, text: sign.to_owned(), look: TEXT });
    }
    Group { role: Role::Paragraph, words: format!("{sign} {text}"), above: 3.0, lines: all, leads: false }
}

fn bar(faces: &Faces, label: &str, figure: &str, share: u32) -> Group {
    let room = faces.width(figure, Weight::Semibold) * STRONG.size + 16.0;
    let mut all = lines(faces, label, TEXT, 0.0, WIDTH - room);
    if let Some(first) = all.first_mut() {
        first.pieces.push(Piece { x: WIDTH - room + 16.0, text: figure.to_owned(), look: STRONG });
    }
    all.push(Line { pieces: Vec::new(), height: 9.0, mark: Some(Mark::Bar(share)) });
    Group { role: Role::Paragraph, words: format!("{label}: {figure}"), above: 7.0, lines: all, leads: true }
}

fn quote(faces: &Faces, by: &str, text: &str) -> Group {
    let mut all = lines(faces, text, TEXT, QUOTE, WIDTH - QUOTE);
    if !by.is_empty() {
        let mut first = lines(faces, by, SMALL, QUOTE, WIDTH - QUOTE);
        first.append(&mut all);
        all = first;
    }
    all.iter_mut().for_each(|line| line.mark = Some(Mark::Edge));
    Group { role: Role::Quote, words: text.to_owned(), above: 9.0, lines: all, leads: false }
}

/// The text in lines no wider than `width`; a word that is wider alone is broken where it has to be.
fn lines(faces: &Faces, text: &str, look: Look, x: f32, width: f32) -> Vec<Line> {
    let mut all = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split_whitespace().flat_map(|word| fitting(faces, word, look, width)) {
            let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
            if line.is_empty() || faces.width(&longer, look.weight) * look.size <= width {
                line = longer;
            } else {
                // The space that the break stands for: else the words run together for whoever copies or hears them.
                all.push(format!("{line} "));
                line = word;
            }
        }
        all.push(line);
    }
    let one = |text: String| Line { pieces: vec![Piece { x, text, look }], height: look.leading, mark: None };
    all.into_iter().map(one).collect()
}

fn fitting(faces: &Faces, word: &str, look: Look, width: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    if faces.width(word, look.weight) * look.size <= width {
        return vec![word.to_owned()];
    }
    let mut used = 0.0;
    for letter in word.chars() {
        let own = faces.width(&letter.to_string(), look.weight) * look.size;
        if used + own > width {
            parts.push(String::new());
            used = 0.0;
        }
        used += own;
        if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    parts
}
