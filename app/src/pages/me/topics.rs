//! The topics the reader follows, and those they supported that went on in another.

use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::topics::support_button;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Pager, Said, Section, Title};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::talk::follow::{self, Followed};
use backend::service::talk::merge::GoneOn;
use leptos::prelude::*;
use serde::Deserialize;

/// So many on the page of everything that is the reader's.
pub const FEW: usize = 5;
const PART: usize = 50;

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    from: u32,
}

/// `GET /me/topics`
pub async fn show(reader: Reader, State(site): State<Site>, Query(wanted): Query<Wanted>) -> Page {
    let lang = reader.lang;
    let from = usize::try_from(wanted.from).unwrap_or(usize::MAX);
    let mut followed = follow::list(&site, &reader.actor, from, PART + 1).await?;
    let more = followed.len() > PART;
    followed.truncate(PART);
    let base = reader.to("/me/topics");
    let next = more.then(|| format!("{base}?from={}", from + PART));
    let first = (from > 0).then(|| base.clone());
    let meta = Meta::new(t(lang, "follows-title")).area(Area::Me).hidden();
    Ok(render(&reader, meta, StatusCode::OK, || {
        view! { <Title sub=t(lang, "follows-sub")>{t(lang, "follows-title")}</Title> {list(&reader, &followed)} <Pager first=first next=next/> }
    }))
}

/// The rows, what is new first.
fn list(reader: &Reader, followed: &[Followed]) -> AnyView {
    let lang = reader.lang;
    if followed.is_empty() {
        return view! { <Empty say=t(lang, "follows-none")><p>{t(lang, "follows-none-next")}</p></Empty> }.into_any();
    }
    let row = |one: &Followed| {
        let href = reader.to(&format!("/events/{}/topics/{}", one.event.slug, one.topic.number));
        let title = view! { <Said text=&one.topic.title.0/> }.into_any();
        let event = view! { <Said text=&one.event.title.0/> }.into_any();
        let new = if one.new > 0 {
            view! { <b>{t!(lang, "follows-new", n = one.new)}</b> }.into_any()
        } else {
            view! { <span class="quiet">{t(lang, "follows-nothing-new")}</span> }.into_any()
        };
        view! { <li class="pair"><div><h3><a href=href>{title}</a></h3><p class="small quiet">{event}</p></div> <p class="small">{new}</p></li> }
    };
    let rows = followed.iter().map(row).collect::<Vec<_>>();
    view! { <h2 class="visually-hidden">{t(lang, "follows-title")}</h2><ul class="rows">{rows}</ul> }.into_any()
}

/// On the page of everything that is the reader's.
pub fn section(reader: &Reader, mut followed: Vec<Followed>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let more = followed.len() > FEW;
    followed.truncate(FEW);
    let rows = list(reader, &followed);
    let href = reader.to("/me/topics");
    let all = more.then(|| view! { <p class="actions"><a class="plain" href=href>{t(lang, "follows-all")}</a></p> });
    view! { <Section id="follows" title=t(lang, "follows-title") note=t(lang, "follows-note")>{rows} {all}</Section> }
}

/// What the reader's support did not follow by itself.
pub fn gone_on(reader: &Reader, gone: &[GoneOn]) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let row = |one: &GoneOn| {
        let base = reader.to(&format!("/events/{}/topics", one.event.slug));
        let (old, new) = (format!("{base}/{}", one.topic.number), format!("{base}/{}", one.into.number));
        let was = view! { <Said text=&one.topic.title.0/> }.into_any();
        let into = view! { <Said text=&one.into.title.0/> }.into_any();
        let button = support_button(lang, &new, false, "me");
        view! {
            <li class="pair">
                <div><h3><a href=new.clone()>{into}</a></h3><p class="small">{t(lang, "gone-on-was")} " " <a href=old>{was}</a></p></div>
                {button}
            </li>
        }
    };
    let rows = gone.iter().map(row).collect::<Vec<_>>();
    (!rows.is_empty())
        .then(|| view! { <Section id="gone-on" title=t(lang, "gone-on-title") note=t(lang, "gone-on-note")><ul class="rows">{rows}</ul></Section> })
}
