//! A host as its organisers see it: what needs them, notice, invitations, interest, and what it holds.

use super::overview::held;
use super::timeline::{bounds, deadlines, plain};
use super::{asked, needs, noticeline, polls, yearview};
use crate::failure::Page;
use crate::page::{Area, Meta, render};
use crate::pages::events::tally;
use crate::pages::me::role_name;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Said, Section, Title};
use crate::when::{Form, date};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::entity::date_poll;
use backend::service::date_polls;
use backend::service::organise::{self, Desk, HostDesk, Notice};
use leptos::prelude::*;
use noticeline::{Mark, Stop};

/// So many lines of notice fit a page; the other series have their own.
const LINES: usize = 6;

/// `GET /organise/hosts/{host}`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    page(&reader, &site, &slug).await
}

/// The page, also where it is the reader's only host.
pub async fn page(reader: &Reader, site: &Site, slug: &str) -> Page {
    reader.actor.me()?;
    let shown = organise::of_host(site, &reader.actor, slug).await?;
    let polled = date_polls::of_host(site, &reader.actor, shown.desk.host.id).await?;
    let name = shown.desk.host.name.0.pick(reader.lang).to_owned();
    Ok(render(reader, Meta::new(name).area(Area::Organise).hidden(), StatusCode::OK, || content(reader, site, &shown, &polled)))
}

fn content(reader: &Reader, site: &Site, shown: &HostDesk, polled: &[(date_poll::Model, i64)]) -> impl IntoView + use<> {
    let lang = reader.lang;
    let desk = &shown.desk;
    let name = view! { <Said text=&desk.host.name.0/> }.into_any();
    let acts = desk.manages || !desk.needs.is_empty();
    let needs = acts.then(|| needs::section(site, reader, &desk.needs.iter().collect::<Vec<_>>()));
    let notices = shown.notices.iter().take(LINES).map(|notice| notice_section(reader, notice)).collect::<Vec<_>>();
    let interest = shown.interest.iter().map(|(event, counts)| {
        let href = reader.to(&format!("/organise/events/{}", event.slug));
        let title = view! { <Said text=&event.title.0/> }.into_any();
        view! { <div class="asked"><h3><a href=href>{title}</a></h3>{tally(counts, lang)}</div> }
    });
    let interest = interest.collect::<Vec<_>>();
    let interest = (!interest.is_empty()).then(
        || view! { <Section id="interest" title=t(lang, "event-interest") note=t(lang, "organise-interest-note")>{interest}</Section> },
    );
    let briefings = shown.briefings.as_ref().map(|briefings| yearview::section(reader, briefings));
    view! {
        <Title sub=sub(reader, site, desk)>{name}</Title>
        {needs}
        {notices}
        {asked::section(reader, site, shown)}
        {polls::section(reader, site, &desk.host.slug, polled, desk.manages)}
        {interest}
        {briefings}
        {holds(reader, site, desk)}
    }
}

/// "You are an organiser here. Monday 1 February 2027"
fn sub(reader: &Reader, site: &Site, desk: &Desk) -> String {
    let lang = reader.lang;
    let role = desk.role.map(|role| t!(lang, "organise-your-role", role = role_name(lang, role).to_lowercase()));
    let today = site.zones.get(reader.own.as_ref().map_or(&desk.host.zone, |own| &own.home)).map(|zone| zone.local(site.now()).time.date());
    let today = today.map(|today| date(lang, today, Form::Is)).ok();
    [role, today.map(|today| crate::when::capital(&today))].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn notice_section(reader: &Reader, notice: &Notice) -> AnyView {
    let lang = reader.lang;
    let series = notice.series.title.0.pick(lang).to_owned();
    let mut stops: Vec<Stop> = vec![noticeline::today(lang, notice.today, notice.date)];
    if let Some(day) = notice.announced {
        let ahead = crate::when::days_between(day, notice.date);
        let note = t!(lang, "organise-line-ahead", n = ahead);
        stops.push(Stop { date: day, label: t(lang, "organise-line-announced"), note, mark: Mark::Full });
    }
    stops.extend(deadlines(lang, notice.today, notice.ideal, notice.minimum));
    stops.extend(bounds(lang, notice.today, notice.registration));
    let votes = notice.votes.iter().map(|day| {
        let mark = if *day < notice.today { Mark::Full } else { Mark::Hollow };
        plain(*day, t(lang, "organise-line-vote"), mark)
    });
    stops.extend(votes);
    let title = notice.event.as_ref().map_or(&notice.series.title.0, |event| &event.title.0).pick(lang).to_owned();
    stops.push(plain(notice.date, title.clone(), Mark::Full));
    let line = noticeline::view(lang, stops, Some(notice.minimum.0));
    let href = match &notice.event {
        Some(event) => reader.to(&format!("/organise/events/{}", event.slug)),
        None => reader.to(&format!("/organise/series/{}", notice.series.slug)),
    };
    let open = if notice.event.is_some() { t(lang, "organise-open-event") } else { t(lang, "organise-the-series") };
    view! {
        <Section id=format!("notice-{}", notice.series.slug) title=t!(lang, "organise-notice-of", series = series) note=t(lang, "organise-notice-note") wide=true>
            {line}
            <p><a class="plain" href=href>{open}</a></p>
        </Section>
    }
    .into_any()
}

/// Its series and events, and the way to its members.
fn holds(reader: &Reader, site: &Site, desk: &Desk) -> AnyView {
    let lang = reader.lang;
    let (members, public) =
        (reader.to(&format!("/organise/hosts/{}/members", desk.host.slug)), reader.to(&format!("/hosts/{}", desk.host.slug)));
    let held = held(site, reader, desk);
    view! {
        <Section id="holds" title=t(lang, "organise-holds")>
            {held}
            <Actions>
                <a class="plain" href=members>{t(lang, "host-manage")}</a>
                <a class="plain" href=public>{t(lang, "organise-public-page")}</a>
            </Actions>
        </Section>
    }
    .into_any()
}
