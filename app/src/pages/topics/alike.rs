//! Topics much like what is being typed.

use crate::failure::Page;
use crate::page::fragment;
use crate::reader::Reader;
use crate::text::t;
use axum::extract::{Path, Query, State};
use backend::Site;
use backend::service::topics::{self, Alike};
use domain::text::Lang;
use leptos::prelude::*;
use serde::Deserialize;

/// What is being typed.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    q: String,
}

/// `GET /events/{event}/topics/like?q=`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Page {
    let alike = topics::alike(&site, &reader.actor, &slug, &typed.q).await?;
    let base = reader.to(&format!("/events/{slug}/topics"));
    let may = reader.actor.me.is_some();
    Ok(fragment(&reader, move || hint(reader.lang, &base, alike, may)))
}

/// The topics that are alike; nothing if there are none.
pub fn hint(lang: Lang, base: &str, alike: Vec<Alike>, may: bool) -> AnyView {
    if alike.is_empty() {
        return ().into_any();
    }
    let n = i64::try_from(alike.len()).unwrap_or(0);
    let rows = alike.into_iter().map(|one| {
        let href = format!("{base}/{}", one.topic.number);
        view! {
            <li>
                <a class="plain" href=href.clone() lang=(one.lang != lang).then(|| one.lang.code())>{marked(&one)}</a>
                {may.then(|| instead(lang, href))}
            </li>
        }
    });
    view! { <div class="hint"><p><b>{t!(lang, "topics-like", n = n)}</b> " " {t(lang, "topics-like-next")}</p><ul>{rows.collect_view()}</ul></div> }.into_any()
}

/// Supports that topic instead. It stands inside the form of the new one, and a form in a form is none: the button says where to.
fn instead(lang: Lang, href: String) -> impl IntoView {
    view! { <button class="button" type="submit" formaction=href name="do" value="support">{t(lang, "topics-support")}</button> }
}

/// The title with the words underlined that are alike.
fn marked(one: &Alike) -> AnyView {
    let mut parts = Vec::new();
    let mut at = 0;
    for range in &one.matched {
        parts.push(one.title.get(at..range.start).unwrap_or_default().to_owned().into_any());
        parts.push(view! { <mark>{one.title.get(range.clone()).unwrap_or_default().to_owned()}</mark> }.into_any());
        at = range.end;
    }
    parts.push(one.title.get(at..).unwrap_or_default().to_owned().into_any());
    parts.into_any()
}
