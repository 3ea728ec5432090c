//! An event as its organisers see it: how it stands, the next step, and the ways into it.

use super::{clocks, runs, timeline, words};
use crate::failure::{Failed, Page};
use crate::page::{Area, Meta, render};
use crate::pages::outcomes::waiting;
use crate::pages::zone as zones;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Clock, Fact, Facts, Mine, Said, Section, Status as Mark, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::entity::topic;
use backend::service::events::{self, EventView};
use backend::service::talk::moderate;
use backend::service::{outcomes, planning, series};
use backend::words::cities::city;
use backend::{Error, Site, repo};
use domain::event::{Kind, Status};
use domain::text::Lang;
use leptos::prelude::*;

/// So many waiting topics are shown here.
const WAITING: usize = 5;

/// `GET /organise/events/{event}`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let lang = reader.lang;
    let view = events::show(&site, &reader.actor, &slug).await?;
    if !view.behind {
        reader.actor.me()?;
        return Err(Error::Forbidden.into());
    }
    let audience = repo::events::audience(site.db.read(), view.row.event.id).await?;
    let verdict = planning::verdict(&site, &reader.actor, &slug).await?;
    let second = runs::fact(&reader, &site, &view).await?;
    let unanswered = outcomes::unanswered(site.db.read(), view.row.event.id).await?;
    let reported = moderate::count(site.db.read(), view.row.event.id).await?;
    let event = &view.row.event;
    let (starts, ends) = events::bounds(event);
    let zone = site.zones.get(&event.zone).map_err(|_| Failed::Internal)?;
    let own = reader.zone_at(&site, starts);
    let planned = match (&view.row.series_slug, &event.edition_date) {
        (Some(series), Some(date)) => series::dates(&site, &reader.actor, series, Some(date), Some(1)).await?.1.pop(),
        _ => None,
    };
    let line = |reader: &Reader| timeline::section(reader, event, zone, site.now(), planned.as_ref());
    let meta = Meta::new(event.title.0.pick(lang)).area(Area::Organise).hidden();
    Ok(render(&reader, meta, StatusCode::OK, || {
        let word: &'static str = event.status.0.into();
        let of = {
            let standing = words::standing(lang, event.status.0);
            move || view! { <p class="of"><Mark status=word/> " " <span>{standing.clone()}</span></p> }
        };
        let name = view! { <Said text=&event.title.0/> }.into_any();
        let second = second.as_ref().map(|second| second.view(&reader, &site));
        let whose = zones::switch(&reader, &site, starts, &event.zone);
        let facts = facts(lang, &view, view! { <Clock starts=starts ends=ends zone=zone own=own/> {whose} }.into_any(), second);
        view! {
            <div class="cols side hero">
                <div>
                    <Title of=of sub=view.row.host_name.0.pick(lang).to_owned()>{name}</Title>
                    {facts}
                </div>
                <div class="mine">{next_step(&reader, &view, audience)} {ways(&reader, &view, reported)}</div>
            </div>
            <div class="below">{owed(&reader, &view, &unanswered)} {clocks::section(&reader, &site, &view, &verdict)} {line(&reader)}</div>
        }
    }))
}

/// The topics of which nobody has said what becomes of them, once people wait for that.
fn owed(reader: &Reader, view: &EventView, topics: &[topic::Model]) -> Option<AnyView> {
    let (lang, slug) = (reader.lang, &view.row.event.slug);
    let n = i64::try_from(topics.len()).unwrap_or(i64::MAX);
    (n > 0).then(|| {
        let few = topics.get(..WAITING).unwrap_or(topics);
        let list = waiting(reader, slug, few);
        let href = reader.to(&format!("/organise/events/{slug}/outcomes"));
        let all = view.manages.then(|| view! { <p class="actions"><a class="plain" href=href>{t(lang, "outcomes-organise-title")}</a></p> });
        view! { <Section id="waiting" title=t!(lang, "outcomes-waiting", n = n) note=t(lang, "outcomes-waiting-note")>{list} {all}</Section> }
            .into_any()
    })
}

fn facts(lang: Lang, view: &EventView, clock: AnyView, second: Option<AnyView>) -> AnyView {
    let event = &view.row.event;
    let (place, (seen, _)) = (place(lang, view), words::visibility(lang, event.visibility.0));
    let reason = event.status_reason.as_ref().map(|reason| {
        let said = view! { <Said text=&reason.0/> }.into_any();
        view! { <Fact label=t(lang, "organise-reason")>{said}</Fact> }
    });
    view! {
        <Facts>
            <Fact label=t(lang, "organise-when") lead=true>{clock}</Fact>
            {second}
            <Fact label=t(lang, "organise-where")>{place}</Fact>
            <Fact label=t(lang, "organise-who-sees")>{seen}</Fact>
            {reason}
        </Facts>
    }
    .into_any()
}

fn place(lang: Lang, view: &EventView) -> AnyView {
    let event = &view.row.event;
    let venue = event.venue.as_ref().filter(|_| event.in_person_offered).map(|venue| {
        let (name, city) = (city(lang, venue.0.name.pick(lang)), city(lang, &venue.0.city));
        let rest = [venue.0.address.clone(), (name != city).then_some(city)];
        let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(", ");
        view! { <p><b>{name}</b> {(!rest.is_empty()).then(|| view! { <br/> {rest} })}</p> }
    });
    let room = (event.in_person_offered && event.venue.is_none()).then(|| view! { <p>{t(lang, "organise-room-open")}</p> });
    let online = event.online_offered.then(|| {
        let link = event.online_url.clone();
        let known = if link.is_some() { t(lang, "organise-online-known") } else { t(lang, "organise-online-open") };
        view! { <p>{known}</p> }
    });
    view! { {venue} {room} {online} }.into_any()
}

/// The one step that comes next, in the sheet; the others are links below it.
fn next_step(reader: &Reader, view: &EventView, audience: u64) -> AnyView {
    let lang = reader.lang;
    let event = &view.row.event;
    let count = i64::try_from(audience).unwrap_or(i64::MAX);
    let said = t!(lang, "organise-audience", n = count);
    let order = [Status::Announced, Status::Confirmed, Status::Held];
    let main = order.into_iter().find(|to| event.status.0.may_become(*to)).filter(|_| view.manages);
    let rest = [Status::Tentative, Status::Announced, Status::Confirmed, Status::Cancelled];
    let others = rest.into_iter().filter(|to| view.manages && Some(*to) != main && event.status.0.may_become(*to));
    let link = |to: Status, class: &'static str| {
        let name: &'static str = to.into();
        let href = reader.to(&format!("/organise/events/{}/status/{name}", event.slug));
        view! { <a class=class href=href>{words::step(lang, to)}</a> }.into_any()
    };
    let others = others.map(|to| link(to, "plain")).collect::<Vec<_>>();
    let main = main.map(|to| link(to, "button main full"));
    let main = main.map(|link| view! { <Actions>{link}</Actions> }.into_any());
    let others = (!others.is_empty()).then(|| view! { <Actions>{others}</Actions> }.into_any());
    view! {
        <Mine id="next" title=t(lang, "organise-next-step") say=said>
            {main}
            {others}
        </Mine>
    }
    .into_any()
}

fn ways(reader: &Reader, view: &EventView, reported: usize) -> AnyView {
    let lang = reader.lang;
    let slug = &view.row.event.slug;
    let open = view.manages && !view.row.event.status.0.is_final();
    let edit = open.then(
        || view! { <a class="button full" href=reader.to(&format!("/organise/events/{slug}/edit"))>{t(lang, "organise-change-event")}</a> },
    );
    let written = view.row.event.kind.0 == Kind::Written;
    let asks = (view.manages && written).then(|| {
        view! { <a class="button full" href=reader.to(&format!("/organise/events/{slug}/procedure"))>{t(lang, "procedure-set")}</a> }
    });
    let twice = (open && !written).then(|| {
        let label = if repo::runs::is_twice(&view.row.event) { t(lang, "runs-change") } else { t(lang, "runs-add") };
        view! { <a class="plain" href=reader.to(&format!("/organise/events/{slug}/runs"))>{label}</a> }
    });
    let series = view.row.series_slug.as_ref().map(|series| {
        view! { <a class="plain" href=reader.to(&format!("/organise/series/{series}"))>{t(lang, "organise-the-series")}</a> }
    });
    let public = reader.to(&format!("/events/{slug}"));
    let (invitations, vote) =
        (reader.to(&format!("/organise/events/{slug}/invitations")), reader.to(&format!("/events/{slug}/rounds/new")));
    let manage = (open && !written).then(|| view! { <a class="plain" href=vote>{t(lang, "round-new")}</a> });
    let registrations = reader.to(&format!("/organise/events/{slug}/registrations"));
    let moderation = reader.to(&format!("/organise/events/{slug}/moderation"));
    let waiting = t!(lang, "moderation-waiting", n = i64::try_from(reported).unwrap_or(i64::MAX));
    let agenda = (!written).then(|| {
        view! { <a class="plain" href=reader.to(&format!("/organise/events/{slug}/agenda"))>{t(lang, "event-tab-agenda")}</a> }
    });
    let outcomes = view.manages.then(|| {
        view! { <a class="plain" href=reader.to(&format!("/organise/events/{slug}/outcomes"))>{t(lang, "outcomes-organise-title")}</a> }
    });
    view! {
        <section aria-labelledby="ways">
            <h2 id="ways">{t(lang, "organise-ways")}</h2>
            <Actions>{asks} {edit}</Actions>
            <Actions>
                <a class="plain" href=invitations>{t(lang, "invitations-title")}</a>
                <a class="plain" href=registrations>{t(lang, "organise-registrations")}</a>
                {agenda}
                {outcomes}
                {twice}
                {manage}
                <a class="plain" href=moderation>{waiting}</a>
                <a class="plain" href=public>{t(lang, "organise-public-page")}</a>
                {series}
            </Actions>
        </section>
    }
    .into_any()
}
