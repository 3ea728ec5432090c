//! Drawing set lines with `krilla`, tagged as what they are.

use super::Document;
use super::faces::{Faces, Weight};
use super::layout::{BOTTOM, Group, Line, Look, Mark, PAGE, Place, Role, SIDE};
use crate::{Error, Result};
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::text::TextDirection;
use std::num::NonZeroU16;

const INK: (u8, u8, u8) = (28, 25, 23);
const QUIET: (u8, u8, u8) = (92, 86, 80);
const HAIRLINE: (u8, u8, u8) = (200, 194, 186);
const CARMINE: (u8, u8, u8) = (150, 30, 45);
/// Where letters stand within their line, of its height.
const BASELINE: f32 = 0.74;

/// The file.
pub fn draw(document: &Document, faces: &Faces, set: &[(Group, Vec<Place>)]) -> Result<Vec<u8>> {
    let standard = ConfigurationBuilder::new().with_archival_validator(Archival::A2_A).with_accessibility_validator(Accessibility::UA1);
    let configuration = standard.finish().map_err(|error| Error::internal(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut file = krilla::Document::new_with(settings);
    let mut tagged: Vec<Vec<Identifier>> = vec![Vec::new(); set.len()];
    let pages = set.iter().flat_map(|(_, places)| places).map(|place| place.page).max().unwrap_or(0) + 1;
    for number in 0..pages {
        let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| Error::internal("no page of this size"))?;
        let mut page = file.start_page_with(size);
        let mut surface = page.surface();
        for ((group, places), tags) in set.iter().zip(&mut tagged) {
            for (line, place) in group.lines.iter().zip(places).filter(|(_, place)| place.page == number) {
                tags.extend(draw_line(&mut surface, faces, line, *place));
            }
        }
        foot(&mut surface, faces, &document.foot, number + 1, pages);
        surface.finish();
        page.finish();
    }
    file.set_tag_tree(tree(document, set, tagged));
    file.set_outline(outline(set));
    file.set_metadata(metadata(document));
    file.finish().map_err(|error| Error::internal(format!("{error:?}")))
}

fn draw_line(surface: &mut Surface<'_>, faces: &Faces, line: &Line, place: Place) -> Option<Identifier> {
    if let Some(mark) = line.mark {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        draw_mark(surface, mark, line, place.y);
        surface.end_tagged();
    }
    if line.pieces.iter().all(|piece| piece.text.is_empty()) {
        return None;
    }
    let tag = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    let mut pieces = line.pieces.iter().filter(|piece| !piece.text.is_empty()).peekable();
    while let Some(piece) = pieces.next() {
        // Between what stands apart in a line there is a space for whoever hears or copies it.
        let words = if pieces.peek().is_some() { format!("{} ", piece.text) } else { piece.text.clone() };
        write(surface, faces, &words, piece.look, SIDE + piece.x, place.y + line.height * BASELINE);
    }
    surface.end_tagged();
    Some(tag)
}

fn draw_mark(surface: &mut Surface<'_>, mark: Mark, line: &Line, y: f32) {
    let width = PAGE.0 - 2.0 * SIDE;
    match mark {
        Mark::Rule(above) => bar(surface, (SIDE, y - above, width, 0.6), HAIRLINE),
        Mark::Edge => bar(surface, (SIDE, y, 1.6, line.height), HAIRLINE),
        Mark::Bar(share) => {
            bar(surface, (SIDE, y + 2.0, width, 4.0), (232, 228, 222));
            bar(surface, (SIDE, y + 2.0, width * share.min(1_000) as f32 / 1_000.0, 4.0), CARMINE);
        }
    }
}

fn bar(surface: &mut Surface<'_>, (x, y, width, height): (f32, f32, f32, f32), colour: (u8, u8, u8)) {
    let mut path = PathBuilder::new();
    // Nothing is drawn of no width.
    let Some(rect) = Rect::from_xywh(x, y, width, height).filter(|_| width > 0.0) else { return };
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(colour)));
        surface.draw_path(&path);
    }
}

fn fill((red, green, blue): (u8, u8, u8)) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn write(surface: &mut Surface<'_>, faces: &Faces, text: &str, look: Look, x: f32, y: f32) {
    surface.set_fill(Some(fill(if look.quiet { QUIET } else { INK })));
    let mut x = x;
    for run in faces.runs(text, look.weight) {
        surface.draw_text(Point::from_xy(x, y), run.font.clone(), look.size, &run.text, false, TextDirection::Auto);
        x += run.width * look.size;
    }
}

/// Whose page it is, and which of how many.
fn foot(surface: &mut Surface<'_>, faces: &Faces, words: &str, number: usize, pages: usize) {
    let look = Look { weight: Weight::Regular, size: 9.0, leading: 12.0, quiet: true };
    let y = PAGE.1 - BOTTOM + 34.0;
    let figure = format!("{number} / {pages}");
    let right = PAGE.0 - SIDE - faces.width(&figure, look.weight) * look.size;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
    bar(surface, (SIDE, y - 15.0, PAGE.0 - 2.0 * SIDE, 0.6), HAIRLINE);
    write(surface, faces, &shortened(faces, words, look, right - SIDE - 24.0), look, SIDE, y);
    write(surface, faces, &figure, look, right, y);
    surface.end_tagged();
}

fn shortened(faces: &Faces, words: &str, look: Look, room: f32) -> String {
    let fits = |text: &str| faces.width(text, look.weight) * look.size <= room;
    if fits(words) {
        return words.to_owned();
    }
    let mut kept = words.to_owned();
    while kept.pop().is_some() && !fits(&format!("{kept}…")) {}
    format!("{}…", kept.trim_end())
}

fn tree(document: &Document, set: &[(Group, Vec<Place>)], tagged: Vec<Vec<Identifier>>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(document.lang.code().to_owned()));
    for ((group, _), identifiers) in set.iter().zip(tagged) {
        let mut own = TagGroup::new(kind(group));
        identifiers.into_iter().for_each(|identifier| own.push(identifier));
        if group.role == Role::Quote {
            let mut quote = TagGroup::new(Tag::BlockQuote);
            quote.push(own);
            own = quote;
        }
        tree.push(own);
    }
    tree
}

fn kind(group: &Group) -> TagKind {
    let heading = |level: u16| {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        Tag::Hn(level, Some(group.words.clone())).into()
    };
    match group.role {
        Role::Title => heading(1),
        Role::Heading => heading(2),
        Role::Subheading => heading(3),
        Role::Paragraph | Role::Quote => Tag::P.into(),
    }
}

fn outline(set: &[(Group, Vec<Place>)]) -> Outline {
    let mut outline = Outline::new();
    for (group, places) in set.iter().filter(|(group, _)| matches!(group.role, Role::Title | Role::Heading)) {
        if let Some(place) = places.first() {
            outline.push_child(OutlineNode::new(group.words.clone(), XyzDestination::new(place.page, Point::from_xy(SIDE, place.y))));
        }
    }
    outline
}

fn metadata(document: &Document) -> Metadata {
    let (year, month, day) = (document.date.year(), document.date.month(), document.date.day());
    let part = |n: i8| u8::try_from(n).unwrap_or(1);
    let date = DateTime::new(u16::try_from(year).unwrap_or(2000)).month(part(month)).day(part(day));
    Metadata::new()
        .title(document.title.clone())
        .language(document.lang.code().to_owned())
        .creator("Saiets".to_owned())
        .creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
}
