//! What was typed into a form, kept so that it can be shown again beside what is wrong with it.

use crate::failure::Failed;
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use backend::{Error, Site};
use domain::fault::{Fault, Refusal};
use domain::text::Text;

/// A form may hold this many bytes.
const MOST_BYTES: usize = 1024 * 1024;
/// And this many fields.
const MOST_FIELDS: usize = 2_000;

/// The values of a form by field, in their order, and the faults found so far.
#[derive(Clone, Debug, Default)]
pub struct Submitted {
    values: Vec<(String, String)>,
    /// What is wrong, each with its field.
    pub faults: Vec<Fault>,
}

impl Submitted {
    /// A form as it is first shown: nothing typed yet.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The same with a value in a field, for a form that changes something.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.values.push((field.to_owned(), value.into()));
        self
    }

    /// The same with this value only in a field, whatever was there.
    #[must_use]
    pub fn set(mut self, field: &str, value: impl Into<String>) -> Self {
        self.values.retain(|(name, _)| name != field);
        self.with(field, value)
    }

    /// What an address holds after its question mark.
    pub fn of_query(query: &str) -> Result<Self, Failed> {
        parse(query.as_bytes())
    }

    /// The same with a text in its two fields, `field.lv` and `field.en`.
    #[must_use]
    pub fn with_text(self, field: &str, text: Option<&Text>) -> Self {
        let part = |value: Option<&String>| value.cloned().unwrap_or_default();
        self.with(&format!("{field}.lv"), part(text.and_then(|t| t.lv.as_ref())))
            .with(&format!("{field}.en"), part(text.and_then(|t| t.en.as_ref())))
    }

    /// Everything that was typed, by field, to be sent again unseen.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What was typed, nothing if the field is absent.
    pub fn get(&self, field: &str) -> &str {
        self.all(field).next().unwrap_or_default()
    }

    /// What was typed, unless blank.
    pub fn given(&self, field: &str) -> Option<&str> {
        Some(self.get(field).trim()).filter(|value| !value.is_empty())
    }

    /// Every value of a field with several.
    pub fn all<'s>(&'s self, field: &str) -> impl Iterator<Item = &'s str> {
        self.values.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Whether a choice of a field is made.
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.all(field).any(|chosen| chosen == value)
    }

    /// The fault at a field.
    pub fn fault(&self, field: &str) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.field == field)
    }

    /// What a service refused goes to its fields; other failures stay failures.
    pub fn refused(&mut self, error: Error) -> Result<(), Failed> {
        match error {
            Error::Invalid(faults) => {
                self.faults.extend(faults);
                Ok(())
            }
            other => Err(other.into()),
        }
    }

    /// Keeps the value that parses; what does not becomes a fault at the field.
    pub fn parse<T>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        match parse(self.get(field)) {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.faults.push(refusal.at(field));
                None
            }
        }
    }

    /// As [`Submitted::parse`] for a field that may be blank.
    pub fn parse_given<T>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        self.given(field).is_some().then(|| self.parse(field, parse))?
    }

    /// One line of text in one or both languages, from `field.lv` and `field.en`.
    pub fn text_line(&mut self, field: &str, max: usize) -> Option<Text> {
        self.text(field, |lv, en| Text::line(lv, en, max), max)
    }

    /// As [`Submitted::text_line`] with line breaks.
    pub fn text_block(&mut self, field: &str, max: usize) -> Option<Text> {
        self.text(field, |lv, en| Text::block(lv, en, max), max)
    }

    /// Whether a text of this field was typed in either language.
    pub fn text_given(&self, field: &str) -> bool {
        self.given(&format!("{field}.lv")).is_some() || self.given(&format!("{field}.en")).is_some()
    }

    fn text(&mut self, field: &str, parse: impl FnOnce(Option<&str>, Option<&str>) -> Result<Text, Refusal>, max: usize) -> Option<Text> {
        let (lv, en) = (format!("{field}.lv"), format!("{field}.en"));
        match parse(Some(self.get(&lv)), Some(self.get(&en))) {
            Ok(text) => Some(text),
            Err(refusal) => {
                self.faults.push(refusal.at(field).with("max", max));
                None
            }
        }
    }
}

impl FromRequest<Site> for Submitted {
    type Rejection = Failed;

    async fn from_request(request: Request, _: &Site) -> Result<Self, Failed> {
        let bytes = to_bytes(request.into_body(), MOST_BYTES).await.map_err(|_| Failed::TooLarge)?;
        parse(&bytes)
    }
}

/// `application/x-www-form-urlencoded` (WHATWG URL 5.1). Bytes that are no UTF-8 and NUL become faults, so the rest is kept.
fn parse(body: &[u8]) -> Result<Submitted, Failed> {
    let mut form = Submitted::empty();
    for pair in body.split(|b| *b == b'&').filter(|pair| !pair.is_empty()) {
        let at = pair.iter().position(|b| *b == b'=').unwrap_or(pair.len());
        let (name, value) = (pair.get(..at).unwrap_or_default(), pair.get(at + 1..).unwrap_or_default());
        let (name, _) = decode(name);
        let (value, damaged) = decode(value);
        if damaged {
            form.faults.push(Fault::new(name.clone(), "invalid_utf8"));
        }
        form.values.push((name, value));
        if form.values.len() > MOST_FIELDS {
            return Err(Failed::TooLarge);
        }
    }
    Ok(form)
}

fn decode(part: &[u8]) -> (String, bool) {
    let spaced: Vec<u8> = part.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    let bytes: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
    let (text, damaged) = match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
    };
    if text.contains('\0') { (text.replace('\0', ""), true) } else { (text, damaged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_typed_is_kept() {
        let form = parse("title.lv=Apm%C4%81c%C4%ABba+%26+darbs&mode=online&need=loop&need=captions".as_bytes()).unwrap();
        assert_eq!(form.get("title.lv"), "Apmācība & darbs");
        assert!(form.has("need", "captions") && form.has("need", "loop"));
        assert_eq!(form.given("nothing"), None);
        assert!(form.faults.is_empty());
    }

    #[test]
    fn damaged_characters_and_nul_are_faults_at_their_field() {
        let form = parse(b"a=x%FFy&b=x%00y&c=fine").unwrap();
        assert_eq!(form.fault("a").map(|f| f.code.as_str()), Some("invalid_utf8"));
        assert_eq!(form.fault("b").map(|f| f.code.as_str()), Some("invalid_utf8"));
        assert_eq!((form.get("b"), form.get("c")), ("xy", "fine"));
    }

    #[test]
    fn too_many_fields_are_refused() {
        assert!(parse("a=1&".repeat(3_000).as_bytes()).is_err());
    }
}
