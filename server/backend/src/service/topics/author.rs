//! Who proposed a topic, where that is nobody's business.

use crate::Site;
use crate::entity::topic;

const AUTHOR: &str = "topic-author";

/// Who proposed it, so that nobody but we can tell, and we only whether it was the reader.
pub(crate) fn seal_author(site: &Site, person: i64) -> String {
    site.keys.seal(AUTHOR, &person.to_be_bytes())
}

/// Whether the reader is who proposed the topic, with or without a name.
pub(crate) fn is_author(site: &Site, topic: &topic::Model, me: i64) -> bool {
    topic.author_id == Some(me) || is_unnamed_author(site, topic, me)
}

/// Whether the reader is who proposed the topic without a name. Only ever asked of the reader's own id.
pub(crate) fn is_unnamed_author(site: &Site, topic: &topic::Model, me: i64) -> bool {
    topic.author_sealed.as_deref().and_then(|sealed| opened(site, sealed)) == Some(me)
}

/// Whether what was sealed as an author's is the reader's own.
pub(crate) fn opened(site: &Site, sealed: &str) -> Option<i64> {
    site.keys.open(AUTHOR, sealed)?.try_into().ok().map(i64::from_be_bytes)
}
