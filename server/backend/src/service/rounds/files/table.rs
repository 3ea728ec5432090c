//! The result as a table for spreadsheets.

use super::super::result::Outcome;
use crate::Result;
use crate::error::Error;
use domain::text::Lang;
use domain::voting::Standing;

const HEAD: [&str; 9] = ["place", "number", "title", "minutes", "chosen", "support", "supporters", "supporters_served", "minutes_unspent"];

/// A line a topic, best first.
pub(super) fn result(lang: Lang, outcome: &Outcome) -> Result<String> {
    let line = |(place, one): (usize, &Standing)| {
        let (asked, topic) = outcome.topics.iter().find(|(row, _)| row.topic_id.to_string() == one.id)?;
        Some(vec![
            place.to_string(),
            topic.number.to_string(),
            inert(topic.title.0.pick(lang)),
            asked.minutes.to_string(),
            u8::from(outcome.tally.selected.contains(&one.id)).to_string(),
            one.support.to_string(),
            one.supporters.to_string(),
            one.served.to_string(),
            one.unspent.map(|minutes| minutes.to_string()).unwrap_or_default(),
        ])
    };
    let head = HEAD.map(str::to_owned).to_vec();
    write(b',', std::iter::once(head).chain((1..).zip(&outcome.tally.order).filter_map(line)))
}

/// Spreadsheets take what begins so for a formula, and would run it.
pub(super) fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// Lines of fields, quoted where they have to be.
pub(super) fn write(delimiter: u8, lines: impl Iterator<Item = Vec<String>>) -> Result<String> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    for line in lines {
        writer.write_record(&line).map_err(Error::internal)?;
    }
    let bytes = writer.into_inner().map_err(|error| Error::internal(error.into_error()))?;
    String::from_utf8(bytes).map_err(Error::internal)
}
