//! Files beside a topic: what they may be, and what they are called.

use crate::fault::Refusal;
use crate::text::line;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// Longest name, in characters.
const NAME_MAX: usize = 120;

/// What a file may be; stored as the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FileKind {
    /// A document to print.
    Pdf,
    /// A drawing.
    Png,
    /// A photo.
    Jpeg,
    /// Either.
    Webp,
    /// A text.
    Docx,
    /// A table.
    Xlsx,
    /// Slides.
    Pptx,
    /// A text.
    Odt,
    /// A table.
    Ods,
    /// Slides.
    Odp,
}

impl FileKind {
    /// By the end of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "jpg" => Some(Self::Jpeg),
            end => end.parse().ok(),
        }
    }

    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }
}

/// The name without a path before it and without what a file system or a header could take for something else; `required` where
/// nothing is left, `too_long`, `control_characters`.
pub fn file_name(raw: &str) -> Result<String, Refusal> {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().map(|c| if "\"<>:|?*%;".contains(c) { '_' } else { c }).collect();
    line(clean.trim_start_matches('.'), NAME_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn a_name_is_a_name_and_nothing_else() {
        assert_eq!(file_name("C:\\docs\\Plāns 2027.pdf").unwrap(), "Plāns 2027.pdf");
        assert_eq!(file_name("../../etc/passwd").unwrap(), "passwd");
        assert_eq!(file_name("a\"; filename=\"b.pdf").unwrap(), "a__ filename=_b.pdf");
        assert_eq!(file_name("..hidden.pdf").unwrap(), "hidden.pdf");
        assert_eq!(file_name("a\r\nb\u{202E}fdp.pdf").unwrap_err().code, "control_characters");
        assert_eq!(file_name("dir/").unwrap_err().code, "required");
    }

    #[test]
    fn the_end_of_a_name_says_what_it_is() {
        assert_eq!((FileKind::of_name("a.JPG"), FileKind::of_name("a.tar.pdf")), (Some(FileKind::Jpeg), Some(FileKind::Pdf)));
        assert_eq!((FileKind::of_name("pdf"), FileKind::of_name("a.svg"), FileKind::of_name("a.html")), (None, None, None));
        for kind in FileKind::iter() {
            assert_eq!(FileKind::of_name(&format!("a.{}", <&str>::from(kind))), Some(kind));
        }
    }
}
