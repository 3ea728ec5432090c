//! The type that documents are set in: Faustina, and DejaVu Serif for the letters that it lacks.

use krilla::text::Font;
use rustybuzz::{Face, UnicodeBuffer, shape};

const REGULAR: &[u8] = include_bytes!("fonts/faustina-regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("fonts/faustina-semibold.ttf");
const REST: &[u8] = include_bytes!("fonts/dejavu-serif-rest.ttf");
/// Stands for what no font has.
const UNKNOWN: char = '\u{25A1}';

/// A weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Semibold,
}

/// The fonts, to measure with and to draw with.
pub struct Faces {
    regular: Own,
    semibold: Own,
    rest: Own,
}

struct Own {
    font: Font,
    face: Face<'static>,
}

/// Letters that are drawn with one font.
pub struct Run<'a> {
    pub font: &'a Font,
    pub text: String,
    /// In units of the size.
    pub width: f32,
}

impl Own {
    fn load(data: &'static [u8]) -> Option<Self> {
        Some(Self { font: Font::new(data.into(), 0)?, face: Face::from_slice(data, 0)? })
    }

    fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }

    fn width(&self, text: &str) -> f32 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let advance: i32 = shape(&self.face, &[], buffer).glyph_positions().iter().map(|one| one.x_advance).sum();
        advance as f32 / self.face.units_per_em() as f32
    }
}

impl Faces {
    /// The fonts that are in the program.
    pub fn load() -> Option<Self> {
        Some(Self { regular: Own::load(REGULAR)?, semibold: Own::load(SEMIBOLD)?, rest: Own::load(REST)? })
    }

    /// The text in runs of one font each.
    pub fn runs(&self, text: &str, weight: Weight) -> Vec<Run<'_>> {
        let own = if weight == Weight::Semibold { &self.semibold } else { &self.regular };
        let mut parts: Vec<(bool, String)> = Vec::new();
        for letter in text.chars().filter(|letter| !is_unseen(*letter)) {
            let letter = if own.has(letter) || self.rest.has(letter) { letter } else { UNKNOWN };
            let is_own = own.has(letter);
            match parts.last_mut() {
                Some((last, part)) if *last == is_own => part.push(letter),
                _ => parts.push((is_own, letter.to_string())),
            }
        }
        let run = |(is_own, text): (bool, String)| {
            let one = if is_own { own } else { &self.rest };
            Run { font: &one.font, width: one.width(&text), text }
        };
        parts.into_iter().map(run).collect()
    }

    /// How wide it is, in units of the size.
    pub fn width(&self, text: &str, weight: Weight) -> f32 {
        self.runs(text, weight).iter().map(|run| run.width).sum()
    }
}

/// Marks that only tell how others join, which no font draws.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
