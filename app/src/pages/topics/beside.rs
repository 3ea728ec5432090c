//! What a topic says beside its words: what is wanted, the field of competence, links.

use crate::form::Submitted;
use crate::text::t;
use crate::ui::{Field, Select};
use backend::service::topics::{LINKS_MAX, NewLink, TopicFields};
use domain::text::Lang;
use domain::topic::{Link, Wanted};
use leptos::prelude::*;

const WANTED: [Wanted; 4] = [Wanted::Information, Wanted::Discussion, Wanted::Decision, Wanted::Task];

/// In words.
pub(super) fn wanted(lang: Lang, wanted: Wanted) -> String {
    match wanted {
        Wanted::Information => t(lang, "wanted-information"),
        Wanted::Discussion => t(lang, "wanted-discussion"),
        Wanted::Decision => t(lang, "wanted-decision"),
        Wanted::Task => t(lang, "wanted-task"),
    }
}

/// From the form; a link is a line that begins with its address, what follows is what it is called.
pub(super) fn read(form: &Submitted) -> TopicFields {
    let text = |field: &str| form.given(field).map(str::to_owned);
    let link = |line: &str| {
        let (url, title) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        NewLink { title: title.trim().to_owned(), url: url.to_owned() }
    };
    TopicFields {
        wanted: Some(text("wanted")),
        area: Some(text("area")),
        links: Some(form.get("links").lines().filter(|line| !line.trim().is_empty()).map(link).collect()),
        ..TopicFields::default()
    }
}

/// As [`read`] reads them.
pub(super) fn lines(links: &[Link]) -> String {
    let line = |link: &Link| if link.title == link.url { link.url.clone() } else { format!("{} {}", link.url, link.title) };
    links.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The fields.
pub(super) fn fields(lang: Lang, form: &Submitted) -> impl IntoView + use<> {
    let options = WANTED.map(|one| (<&str>::from(one).to_owned(), wanted(lang, one))).to_vec();
    view! {
        <Select form=form name="wanted" label=t(lang, "topic-wanted") options=options blank=true optional=true/>
        <Field form=form name="area" label=t(lang, "topic-area") help=t(lang, "topic-area-help") optional=true max=100_usize/>
        <Field form=form name="links" label=t(lang, "topic-links") help=t!(lang, "topic-links-help", n = i64::try_from(LINKS_MAX).unwrap_or(10)) kind="textarea" rows=3 optional=true/>
    }
}

/// The links to follow.
pub(super) fn links(lang: Lang, links: &[Link]) -> Option<AnyView> {
    let rows = links.iter().map(|link| view! { <li><a href=link.url.clone() rel="nofollow noopener">{link.title.clone()}</a></li> });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty())
        .then(|| view! { <div class="links"><h2 class="small quiet">{t(lang, "topic-links-name")}</h2><ul>{rows}</ul></div> }.into_any())
}
