//! The topics the reader follows, and those they supported that went on in another.

use crate::failure::Page;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::topics::support_button;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Checkbox, Choice as UiChoice, Choices, Empty, ErrorSummary, Pager, Said, Section, Title};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use backend::Site;
use backend::entity::{event, topic};
use backend::service::passes::Gone;
use backend::service::talk::follow::{self, Followed};
use backend::service::talk::merge::GoneOn;
use backend::service::talk::news::{self, Choice};
use domain::text::Lang;
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
pub fn section(reader: &Reader, mut followed: Vec<Followed>, form: &Submitted) -> impl IntoView + use<> {
    let lang = reader.lang;
    let more = followed.len() > FEW;
    followed.truncate(FEW);
    let rows = list(reader, &followed);
    let href = reader.to("/me/topics");
    let all = more.then(|| view! { <p class="actions"><a class="plain" href=href>{t(lang, "follows-all")}</a></p> });
    let letters = letters(lang, form);
    view! { <Section id="follows" title=t(lang, "follows-title") note=t(lang, "follows-note")>{rows} {all} {letters}</Section> }
}

/// The form with what holds now.
pub fn form(choice: Choice) -> Submitted {
    let mentions = if choice.mentions { "yes" } else { "" };
    Submitted::empty().with("rhythm", <&str>::from(choice.rhythm)).with("mentions", mentions)
}

/// Takes down how often, and of what.
pub async fn save(site: &Site, reader: &Reader, form: &Submitted) -> backend::Result<String> {
    news::choose(site, &reader.actor, form.get("rhythm"), form.has("mentions", "yes")).await?;
    Ok(t(reader.lang, "topic-news-saved"))
}

fn letters(lang: Lang, form: &Submitted) -> impl IntoView + use<> {
    let rhythms = vec![
        UiChoice::new("daily", t(lang, "topic-news-daily")),
        UiChoice::new("weekly", t(lang, "topic-news-weekly")),
        UiChoice::new("never", t(lang, "topic-news-never")),
    ];
    view! {
        <form method="post" novalidate=true aria-label=t(lang, "topic-news-name")>
            <input type="hidden" name="form" value="topic-news"/>
            <ErrorSummary form=form/>
            <Choices form=form name="rhythm" label=t(lang, "topic-news-rhythm") help=t(lang, "topic-news-rhythm-help") choices=rhythms tight=true/>
            <Checkbox form=form name="mentions" label=t(lang, "topic-news-mentions") note=t(lang, "topic-news-mentions-note")/>
            <Actions><button class="button" type="submit">{t(lang, "me-save")}</button></Actions>
        </form>
    }
}

/// What the reader's support did not follow by itself.
pub fn gone_on(reader: &Reader, gone: &[GoneOn], passed: &[Gone]) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let at = |event: &event::Model, topic: &topic::Model| reader.to(&format!("/events/{}/topics/{}", event.slug, topic.number));
    let row = |(topic, event): (&topic::Model, &event::Model), (into, there): (&topic::Model, &event::Model)| {
        let (old, new) = (at(event, topic), at(there, into));
        let was = view! { <Said text=&topic.title.0/> }.into_any();
        let into = view! { <Said text=&into.title.0/> }.into_any();
        let there = (there.id != event.id).then(|| {
            let title = view! { <Said text=&there.title.0/> }.into_any();
            view! { <p class="small quiet">{title}</p> }
        });
        let button = support_button(lang, &new, false, "me");
        view! {
            <li class="pair">
                <div><h3><a href=new.clone()>{into}</a></h3>{there}<p class="small">{t(lang, "gone-on-was")} " " <a href=old>{was}</a></p></div>
                {button}
            </li>
        }
    };
    let merged = gone.iter().map(|one| row((&one.topic, &one.event), (&one.into, &one.event)));
    let passed = passed.iter().map(|one| row((&one.topic.0, &one.topic.1), (&one.into.0, &one.into.1)));
    let rows = merged.chain(passed).collect::<Vec<_>>();
    (!rows.is_empty())
        .then(|| view! { <Section id="gone-on" title=t(lang, "gone-on-title") note=t(lang, "gone-on-note")><ul class="rows">{rows}</ul></Section> })
}
