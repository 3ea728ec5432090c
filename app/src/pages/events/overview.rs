//! Below the first screen: about, topics, host, the dates to come, the calendar.

use super::place::Around;
use super::{Open, tabs};
use crate::pages::agenda::preview;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Contents, Empty, Markdown, Said, Section, Subscribe, Years, YearsDate};
use crate::when::{Form, capital, moment, rule};
use backend::Site;
use backend::repo::event_page::{EventPage, TopicLine};
use backend::repo::series_page::SeriesLine;
use domain::event::{Kind, Visibility};
use domain::host::HostKind;
use domain::recurrence::Frequency;
use domain::text::Lang;
use leptos::prelude::*;

/// `instead`: what a written procedure has in place of an agenda and topics.
pub fn below(page: &EventPage, around: &Around<'_>, reader: &Reader, site: &Site, instead: Option<AnyView>) -> AnyView {
    let lang = around.lang;
    let slug = &page.event.slug;
    let tabs = tabs(reader, &page.event, Open::Overview, page.polls.first().map(|poll| poll.number));
    let about = page.event.description.as_ref().map(|text| {
        let prose = view! { <Markdown text=&text.0/> }.into_any();
        view! { <Section id="about" title=t(lang, "event-about")>{prose}</Section> }
    });
    view! {
        <div class="below">
            {for_hosts(page, reader)}
            <Contents label=t(lang, "event-tabs") tabs=tabs/>
            <div class="first-plain">
            {about}
            {instead.or_else(|| {
                let agenda = page.agenda.as_ref().map(|agenda| preview(reader, slug, around.zone, reader.zone_at(site, page.starts), agenda));
                let topics = topics(page, around, reader);
                Some(view! { {agenda} {topics} }.into_any())
            })}
            {host(page, reader)}
            {page.series.as_ref().map(|series| dates(series, slug, reader))}
            {calendar(page, reader, site)}
            </div>
        </div>
    }
    .into_any()
}

fn for_hosts(page: &EventPage, reader: &Reader) -> Option<AnyView> {
    let (lang, rights) = (reader.lang, page.rights);
    let written = page.event.kind.0 == Kind::Written;
    let link = |label: String, path: &str| {
        let href = reader.to(&format!("/organise/events/{}{path}", page.event.slug));
        view! { <li><a href=href>{label}</a></li> }
    };
    let links = [
        rights.edit.then(|| link(t(lang, "event-host-edit"), "/edit")),
        rights.edit.then(|| link(t(lang, "event-host-status"), "/status")),
        (rights.edit && written).then(|| link(t(lang, "procedure-set"), "/procedure")),
        (rights.drafts && !written).then(|| link(t(lang, "event-tab-agenda"), "/agenda")),
        rights.registrations.then(|| link(t(lang, "event-host-registrations"), "/registrations")),
        rights.invitations.then(|| link(t(lang, "event-host-invitations"), "/invitations")),
    ];
    let links: Vec<_> = links.into_iter().flatten().collect();
    (!links.is_empty()).then(|| {
        view! { <nav class="hostline" aria-label=t(lang, "event-host-label")><span>{t(lang, "event-host-label")}</span><ul>{links}</ul></nav> }.into_any()
    })
}

fn topics(page: &EventPage, around: &Around<'_>, reader: &Reader) -> Option<AnyView> {
    let lang = around.lang;
    if page.topics.total == 0 && !page.is_ahead(around.now) {
        return None;
    }
    let href = reader.to(&format!("/events/{}/topics", page.event.slug));
    let note = topics_note(page, around);
    let ahead = page.is_ahead(around.now) && around.now < page.starts;
    let matter = if page.topics.total == 0 {
        let first = ahead.then(|| view! { <p class="actions"><a class="button" href=href.clone()>{t(lang, "event-topics-first")}</a></p> });
        let why = ahead.then(|| view! { <p>{t(lang, "topics-none-next")}</p> });
        view! { <Empty say=t(lang, "topics-none")>{why}{first}</Empty> }.into_any()
    } else {
        let rows = page.topics.top.iter().map(|topic| topic_row(topic, &href, lang)).collect::<Vec<_>>();
        let all = t!(lang, "event-topics-all", n = page.topics.total);
        view! { <ul class="rows">{rows}</ul> <p><a class="plain" href=href>{all}</a></p> }.into_any()
    };
    Some(view! { <Section id="topics" title=t(lang, "event-tab-topics") note=note>{matter}</Section> }.into_any())
}

fn topic_row(topic: &TopicLine, topics: &str, lang: Lang) -> AnyView {
    let href = format!("{topics}/{}", topic.number);
    let minutes = t!(lang, "topics-minutes", n = topic.minutes);
    let people = t!(lang, "event-topics-supports", n = topic.supports);
    view! {
        <li class="pair">
            <h3><a href=href><Said text=&topic.title/></a></h3>
            <span class="nb quiet">{minutes}</span>
            <span class="small quiet">{people}</span>
        </li>
    }
    .into_any()
}

fn topics_note(page: &EventPage, around: &Around<'_>) -> String {
    let lang = around.lang;
    let open = page.polls.iter().find(|poll| poll.opens <= around.now && around.now < poll.closes);
    let soon = page.polls.iter().filter(|poll| poll.opens > around.now).min_by_key(|poll| poll.opens);
    match (open, soon) {
        _ if !page.is_ahead(around.now) => t(lang, "event-topics-note-over"),
        (Some(poll), _) => t!(lang, "event-topics-note-vote", when = moment(lang, poll.closes, around.zone, Form::To)),
        (None, Some(poll)) => t!(lang, "event-topics-note-soon", when = moment(lang, poll.opens, around.zone, Form::In)),
        (None, None) => t(lang, "event-topics-note"),
    }
}

fn host(page: &EventPage, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let kind = match page.host.kind {
        HostKind::Ministry => t(lang, "host-ministry"),
        HostKind::Chancellery => t(lang, "host-chancellery"),
        HostKind::Representation => t(lang, "host-representation"),
        HostKind::Embassy => t(lang, "host-embassy"),
        HostKind::Association => t(lang, "host-association"),
    };
    let href = reader.to(&format!("/hosts/{}", page.host.slug));
    let name = view! { <Said text=&page.host.name/> }.into_any();
    view! {
        <Section id="host" title=t(lang, "event-host")>
            <ul class="hosts"><li><a href=href>{name}</a> <span class="quiet">{kind}</span></li></ul>
        </Section>
    }
    .into_any()
}

fn dates(series: &SeriesLine, slug: &str, reader: &Reader) -> AnyView {
    let lang = reader.lang;
    let yearly = series.rule.frequency() == Frequency::Yearly && series.rule.interval() == 1;
    let rule = capital(&rule(lang, &series.rule));
    let (title, note) = if yearly {
        (t(lang, "event-next-years"), t!(lang, "event-next-years-note", rule = rule))
    } else {
        (t(lang, "event-next-dates"), t!(lang, "event-next-dates-note", rule = rule))
    };
    let years = years(series, Some(slug), reader);
    let href = reader.to(&format!("/series/{}", series.slug));
    let name = series.title.pick(lang).to_owned();
    view! {
        <Section id="dates" title=title note=note>
            <Years dates=years/>
            <p><a class="plain" href=href>{t!(lang, "event-series", series = name)}</a></p>
        </Section>
    }
    .into_any()
}

/// The next dates of a series in large print; `this` is the event the page is about.
pub fn years(series: &SeriesLine, this: Option<&str>, reader: &Reader) -> Vec<YearsDate> {
    let one = |date: &backend::repo::series_page::SeriesDate| {
        let slug = date.edition.as_ref().map(|edition| edition.slug.as_str());
        let here = this.is_some() && slug == this;
        let href = slug.filter(|_| !here).map(|slug| reader.to(&format!("/events/{slug}")));
        YearsDate { date: date.date, status: <&str>::from(date.status).to_owned(), href, this: here }
    };
    series.dates.iter().map(one).collect()
}

fn calendar(page: &EventPage, reader: &Reader, site: &Site) -> AnyView {
    let lang = reader.lang;
    let day = format!("/events/{}.ics", page.event.slug);
    if page.event.visibility.0 != Visibility::Public {
        let me = reader.to("/me");
        return view! {
            <Section id="keep" title=t(lang, "event-calendar") note=t(lang, "event-calendar-closed-note")>
                <p class="actions"><a class="button" href=day>{t(lang, "event-calendar-day")}</a> <a class="plain" href=me>{t(lang, "event-calendar-mine")}</a></p>
            </Section>
        }
        .into_any();
    }
    let (address, note, label) = match &page.series {
        Some(series) => {
            (format!("/series/{}/calendar.ics", series.slug), t(lang, "event-calendar-series-note"), t(lang, "event-calendar-series"))
        }
        None => (format!("/hosts/{}/calendar.ics", page.host.slug), t(lang, "event-calendar-host-note"), t(lang, "event-calendar-host")),
    };
    let address = site.url(&address);
    view! {
        <Section id="keep" title=t(lang, "event-calendar") note=note>
            <Subscribe id="feed" label=label address=address><a class="plain" href=day>{t(lang, "event-calendar-day")}</a></Subscribe>
        </Section>
    }
    .into_any()
}
