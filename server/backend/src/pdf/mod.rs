//! Documents to keep, as PDF: set in the house's own type, tagged for screen readers (PDF/UA-1) and whole for archives (PDF/A-2a).
//! The same content gives the same bytes.

mod faces;
mod layout;
mod markdown;
mod page;

pub use markdown::blocks;

use crate::{Error, Result};
use domain::text::Lang;
use faces::Faces;
use jiff::civil::Date;
use layout::set;

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// What it is called in a reader's title bar.
    pub title: String,
    /// Whose day it is of.
    pub date: Date,
    /// At the foot of each page, before its number.
    pub foot: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// What the document is, and of what.
    Title {
        /// A small line above.
        over: String,
        /// In large print.
        title: String,
    },
    /// The name of what follows.
    Heading(String),
    /// A smaller name within that.
    Subheading(String),
    /// What is said, with its line breaks.
    Text(String),
    /// One of a list.
    Item {
        /// 1 for the outermost list.
        depth: usize,
        /// Its number or a dot; nothing before what goes on with the item above.
        sign: String,
        /// What it says, with its line breaks.
        text: String,
    },
    /// Said aside.
    Small(String),
    /// A name, and what it is.
    Fact(String, String),
    /// An option with its figure, and how much of all that is, in thousandths.
    Bar {
        /// The option.
        label: String,
        /// The figure in words.
        figure: String,
        /// 0 to 1000.
        share: u32,
    },
    /// Somebody's words, and whose.
    Quote {
        /// Whose, with what is said about it.
        by: String,
        /// The words.
        text: String,
    },
}

/// The document as a PDF file.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    let faces = Faces::load().ok_or_else(|| Error::internal("the fonts of documents cannot be read"))?;
    page::draw(document, &faces, &set(document, &faces))
}

#[cfg(test)]
mod tests;
