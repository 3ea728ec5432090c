//! Topics much like what somebody types.

use super::readable;
use crate::entity::topic;
use crate::service::access::{self, Actor};
use crate::{Result, Site};
use domain::similarity::{Similar, similar};
use domain::text::Lang;
use domain::topic::Status;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::ops::Range;

/// A topic much like something typed.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The topic.
    pub topic: topic::Model,
    /// How alike, above 0 and at most 1.
    pub score: f64,
    /// The words of the title that are alike: ranges of bytes, in order.
    pub matched: Vec<Range<usize>>,
    /// The title they are in.
    pub title: String,
    /// Its language.
    pub lang: Lang,
}

/// Topics of the event that are much like what is being typed.
pub async fn alike(site: &Site, actor: &Actor, slug: &str, typed: &str) -> Result<Vec<Alike>> {
    let seen = access::event(site.db.read(), actor, slug).await?;
    among(site.db.read(), seen.event.id, typed).await
}

pub(super) async fn among(db: &impl ConnectionTrait, event_id: i64, typed: &str) -> Result<Vec<Alike>> {
    let topics = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.is_not_in([<&str>::from(Status::Merged), <&str>::from(Status::Declined)]))
        .filter(readable())
        .all(db)
        .await?;
    let both = |topic: &topic::Model| [(Lang::Lv, topic.title.0.lv.clone()), (Lang::En, topic.title.0.en.clone())];
    let titles: Vec<(usize, Lang, String)> = topics
        .iter()
        .enumerate()
        .flat_map(|(n, topic)| both(topic).into_iter().filter_map(move |(lang, title)| Some((n, lang, title?))))
        .collect();
    let found = similar(typed, titles.iter().map(|(n, _, title)| (*n, title.as_str())));
    let alike = |found: Similar<usize>| {
        let (_, lang, title) = titles.get(found.place)?.clone();
        Some(Alike { topic: topics.get(found.id)?.clone(), score: found.score, matched: found.matched, title, lang })
    };
    Ok(found.into_iter().filter_map(alike).collect())
}
