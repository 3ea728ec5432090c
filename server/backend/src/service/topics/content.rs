//! What a topic says, as it is sent.

use super::{SUMMARY_MAX, TITLE_MAX, is_blank};
use crate::entity::stored::Stored;
use crate::entity::topic;
use crate::error::Faults;
use crate::service::events::check::web_address;
use crate::service::given;
use crate::service::people::LONGEST_COMPETENCE;
use domain::fault::Fault;
use domain::text::{Text, line};
use domain::topic::{Link, Minutes};

/// Links of one topic.
pub const LINKS_MAX: usize = 10;
/// Longest title of a link, in characters.
pub const LINK_TITLE_MAX: usize = 120;

/// A link as it is sent.
#[derive(Clone, Debug, Default)]
pub struct NewLink {
    /// What it is called; the address itself where this is blank.
    pub title: String,
    /// http or https.
    pub url: String,
}

/// The fields that can be given and changed. None leaves a field as it is; an inner none empties it.
#[derive(Clone, Debug, Default)]
pub struct TopicFields {
    /// At most [`TITLE_MAX`] characters a language.
    pub title: Option<Text>,
    /// Markdown, at most [`SUMMARY_MAX`] characters a language.
    pub summary: Option<Option<Text>>,
    /// 1–1,440.
    pub minutes: Option<i64>,
    /// `information`, `discussion`, `decision` or `task`.
    pub wanted: Option<Option<String>>,
    /// A field of competence, as people name theirs.
    pub area: Option<Option<String>>,
    /// All of them, at most [`LINKS_MAX`].
    pub links: Option<Vec<NewLink>>,
}

/// Changes `row` as far as what was sent is right.
pub(super) fn apply(row: &mut topic::Model, fields: TopicFields, faults: &mut Faults) {
    if let Some(title) = fields.title.and_then(|title| given::text(faults, "title", &title, TITLE_MAX)) {
        row.title = title.into();
    }
    if let Some(summary) = fields.summary {
        let summary = summary.filter(|text| !is_blank(text));
        row.summary = summary.and_then(|text| given::block(faults, "summary", &text, SUMMARY_MAX)).map(Into::into);
    }
    if let Some(minutes) = fields.minutes.and_then(|minutes| faults.take("minutes", Minutes::new(minutes))) {
        row.minutes = minutes.get().into();
    }
    let filled = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    if let Some(wanted) = fields.wanted {
        row.wanted = filled(wanted).and_then(|raw| faults.take("wanted", given::word(&raw))).map(Stored);
    }
    if let Some(area) = fields.area {
        let area = filled(area);
        row.area = area.and_then(|raw| given::limited(faults, "area", LONGEST_COMPETENCE, line(&raw, LONGEST_COMPETENCE)));
    }
    if let Some(links) = fields.links {
        row.links = read(links, faults).into();
    }
}

fn read(links: Vec<NewLink>, faults: &mut Faults) -> Vec<Link> {
    if links.len() > LINKS_MAX {
        faults.add(Fault::new("links", "too_many").with("max", LINKS_MAX));
        return Vec::new();
    }
    let mut read = |link: NewLink| {
        let url = faults.take("links", web_address(link.url.trim()))?;
        let title = match link.title.trim() {
            "" => url.clone(),
            title => given::limited(faults, "links", LINK_TITLE_MAX, line(title, LINK_TITLE_MAX))?,
        };
        Some(Link { title, url })
    };
    links.into_iter().filter_map(&mut read).collect()
}
