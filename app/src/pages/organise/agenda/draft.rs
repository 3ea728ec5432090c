//! A draft of the agenda: its settings, what is proposed for them, and taking that over.

use super::draft_form::{fill, read, settings};
use super::head;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::agenda::{drafted, hours, point, unplaced};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, ErrorSummary, Notice, Said, Section};
use crate::when::{Form, capital, date};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::service::agenda::draft::{self, Clash, Item, Options, Proposal, What};
use backend::{Error, Site};
use domain::agenda::draft::Reason;
use leptos::prelude::*;

/// `GET /organise/events/{event}/agenda/draft`
pub async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    let options = draft::options(&site, &reader.actor, &slug).await?;
    let form = fill(&options);
    Ok(page(&reader, &site, &options, &form, None, false, StatusCode::OK))
}

/// `POST` there proposes, or takes over what was proposed.
pub async fn send(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    let options = draft::options(&site, &reader.actor, &slug).await?;
    let (asked, places) = read(&mut form);
    if !form.faults.is_empty() {
        return Ok(page(&reader, &site, &options, &form, None, false, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let mut overtaken = false;
    if form.get("do") == "apply" {
        match draft::apply(&site, &reader.actor, &slug, &asked, form.get("mark")).await {
            Ok(made) => {
                let said = t!(reader.lang, "agenda-draft-taken-over", n = made);
                return Ok(flash::lead(&site, &reader.to(&format!("/organise/events/{slug}/agenda")), &said));
            }
            // What was to be placed may be gone by now: then the settings are shown with what is wrong with them.
            Err(Error::Conflict("changed_meanwhile")) | Err(Error::Invalid(_)) => overtaken = true,
            Err(error) => return Err(error.into()),
        }
    }
    match draft::propose(&site, &reader.actor, &slug, &asked).await {
        Ok(proposal) => {
            let status = if overtaken { StatusCode::CONFLICT } else { StatusCode::OK };
            Ok(page(&reader, &site, &options, &form, Some(&proposal), overtaken, status))
        }
        Err(error) => {
            refused(&mut form, error, &places)?;
            Ok(page(&reader, &site, &options, &form, None, overtaken, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// Faults of topics go to the rows of the form, of which some were not sent.
fn refused(form: &mut Submitted, error: Error, places: &[usize]) -> Result<(), Failed> {
    let error = match error {
        Error::Invalid(mut faults) => {
            for fault in &mut faults {
                let own = fault.field.strip_prefix("topics.").and_then(|rest| rest.split_once('.'));
                let moved = own.and_then(|(n, field)| Some(format!("topics.{}.{field}", places.get(n.parse::<usize>().ok()?)?)));
                fault.field = moved.unwrap_or_else(|| fault.field.clone());
            }
            Error::Invalid(faults)
        }
        other => other,
    };
    form.refused(error)
}

fn page(
    reader: &Reader,
    site: &Site,
    options: &Options,
    form: &Submitted,
    proposal: Option<&Proposal>,
    overtaken: bool,
    status: StatusCode,
) -> Response {
    let lang = reader.lang;
    let event = &options.seen.event;
    let meta = Meta::new(t(lang, "agenda-draft-page")).area(Area::Organise).hidden();
    render(reader, meta, status, || {
        let base = reader.to(&format!("/organise/events/{}/agenda", event.slug));
        let overtaken = overtaken.then(|| {
            let words = view! { <p>{t(lang, "agenda-draft-overtaken-next")}</p> }.into_any();
            view! { <Notice title=t(lang, "agenda-draft-overtaken")>{words}</Notice> }
        });
        let body = match options.waiting.is_empty() && options.sessions.is_empty() {
            true => nothing(reader, &event.slug, &base),
            false => asking(reader, options, form, proposal.is_some(), &base),
        };
        view! {
            {head(reader, event, t(lang, "agenda-draft-page"))}
            {overtaken}
            <div class="prose"><p>{t(lang, "agenda-draft-lead")}</p></div>
            {proposal.map(|proposal| proposed(reader, site, form, proposal, &base))}
            {body}
        }
    })
}

fn nothing(reader: &Reader, slug: &str, base: &str) -> AnyView {
    let lang = reader.lang;
    let (topics, back) = (reader.to(&format!("/events/{slug}/topics")), base.to_owned());
    view! {
        <Empty say=t(lang, "agenda-draft-nothing")>
            <p>{t(lang, "agenda-draft-nothing-next")}</p>
            <p class="actions">
                <a class="button" href=topics>{t(lang, "agenda-draft-to-topics")}</a>
                <a class="plain" href=back>{t(lang, "organise-back")}</a>
            </p>
        </Empty>
    }
    .into_any()
}

/// The form of the settings; `again`: a proposal stands above.
fn asking(reader: &Reader, options: &Options, form: &Submitted, again: bool, base: &str) -> AnyView {
    let lang = reader.lang;
    let (label, class) = match again {
        true => (t(lang, "agenda-draft-again"), "button"),
        false => (t(lang, "agenda-draft-make"), "button main"),
    };
    let asks = view! {
        <form method="post" action="#proposal" novalidate=true>
            <ErrorSummary form=form/>
            {settings(reader, options, form, base)}
            <p class="actions">
                <button class=class type="submit" name="do" value="propose">{label}</button>
                <a class="plain" href=base.to_owned()>{t(lang, "organise-back")}</a>
            </p>
        </form>
    }
    .into_any();
    let (title, note) = (t(lang, "agenda-draft-settings"), t(lang, "agenda-draft-settings-note"));
    view! { <Section id="settings" title=title note=note plain=!again>{asks}</Section> }.into_any()
}

/// The picture, the list, the figures and what has no place.
fn proposed(reader: &Reader, site: &Site, form: &Submitted, proposal: &Proposal, base: &str) -> AnyView {
    let lang = reader.lang;
    let placed = proposal.placed();
    let title = t!(lang, "agenda-draft-proposal", n = placed, all = proposal.items.len());
    let picture = match placed {
        0 => view! { <Empty say=t(lang, "agenda-draft-none-placed")/> }.into_any(),
        _ => drafted(reader, site, proposal),
    };
    let take = (placed > 0).then(|| take(reader, form, proposal));
    view! {
        <Section id="proposal" title=title note=t(lang, "agenda-draft-proposal-note") wide=true>
            {picture}
            {take}
        </Section>
        {unsatisfied(reader, proposal, base)}
        {list(reader, proposal)}
        {figures(reader, proposal)}
    }
    .into_any()
}

/// Everything that was typed goes along, unseen, with what the proposal was made from.
fn take(reader: &Reader, form: &Submitted, proposal: &Proposal) -> AnyView {
    let lang = reader.lang;
    let typed = form.typed().filter(|(name, _)| !matches!(*name, "do" | "mark"));
    let hidden = typed.map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> });
    view! {
        <form method="post">
            {hidden.collect::<Vec<_>>()}
            <input type="hidden" name="mark" value=proposal.mark.clone()/>
            <p class="actions">
                <button class="button main" type="submit" name="do" value="apply">{t(lang, "agenda-draft-take-over")}</button>
                <a class="plain" href="#settings">{t(lang, "agenda-draft-change")}</a>
            </p>
        </form>
    }
    .into_any()
}

/// What has no place, and what is at the same time although the same people want it; each with the way to mend it.
fn unsatisfied(reader: &Reader, proposal: &Proposal, base: &str) -> AnyView {
    let lang = reader.lang;
    let missing = proposal.items.iter().filter_map(|item| Some((item, item.why.as_ref()?))).map(|(item, why)| {
        let (href, words) = match why.reason {
            Reason::RoomsTooSmall(_) | Reason::VoiceAbsent(_) | Reason::VoicesApart => {
                (format!("{base}/setup"), t(lang, "agenda-draft-mend-setup"))
            }
            Reason::TooLong(_) | Reason::Taken => ("#settings".to_owned(), t(lang, "agenda-draft-mend-settings")),
            Reason::NoHole(_) => (base.to_owned(), t(lang, "agenda-draft-mend-agenda")),
        };
        let title = view! { <Said text=&item.title/> }.into_any();
        let sentence = unplaced(lang, &proposal.zone, item, why);
        view! { <li><p class="warn"><b>{title}</b> ". " {sentence}</p> <p class="small ways"><a class="plain" href=href>{words}</a></p></li> }
            .into_any()
    });
    let clash = |clash: &Clash| {
        let (one, other) = (clash.one.pick(lang).to_owned(), clash.other.pick(lang).to_owned());
        let sentence = match clash.people {
            Some(people) => t!(lang, "agenda-draft-clash", one = one, other = other, n = i64::from(people)),
            None => t!(lang, "agenda-draft-clash-few", one = one, other = other),
        };
        view! { <li><p>{sentence}</p></li> }.into_any()
    };
    let rows = missing.chain(proposal.clashes.iter().map(clash)).collect::<Vec<_>>();
    if rows.is_empty() {
        let words = t(lang, "agenda-draft-all-satisfied");
        return view! { <Section id="unsatisfied" title=t(lang, "agenda-draft-unsatisfied")><Empty say=words/></Section> }.into_any();
    }
    view! { <Section id="unsatisfied" title=t(lang, "agenda-draft-unsatisfied")><ul class="rows">{rows}</ul></Section> }.into_any()
}

/// What is placed, by start.
fn list(reader: &Reader, proposal: &Proposal) -> AnyView {
    let lang = reader.lang;
    let mut placed: Vec<&Item> = proposal.items.iter().filter(|item| item.at.is_some()).collect();
    placed.sort_by_key(|item| item.at.map(|(local, _)| local));
    if placed.is_empty() {
        return ().into_any();
    }
    let day = |item: &&Item| item.at.map(|(local, _)| local.date());
    let days = placed.chunk_by(|one, other| day(one) == day(other)).map(|items| {
        let name = items.first().and_then(day).map(|day| capital(&date(lang, day, Form::Is)));
        let rows = items.iter().map(|item| row(reader, proposal, item)).collect::<Vec<_>>();
        view! { <h3 class="dayname">{name}</h3> <ol class="rows bench">{rows}</ol> }
    });
    let days = days.collect::<Vec<_>>();
    view! { <Section id="list" title=t(lang, "agenda-draft-list")>{days}</Section> }.into_any()
}

fn row(reader: &Reader, proposal: &Proposal, item: &Item) -> AnyView {
    let lang = reader.lang;
    let time = item.at.map(|(_, at)| hours(&proposal.zone, at));
    let new = match item.what {
        What::Topic(_, number) => t!(lang, "agenda-topic", n = i64::from(number)),
        What::Session(_) => t(lang, "agenda-draft-anew"),
    };
    let room = item.room.as_ref().map(|room| room.pick(lang).to_owned());
    let votes = (item.votes > 0).then(|| t!(lang, "agenda-draft-votes", n = i64::from(item.votes)));
    let about = [Some(new), room, votes].into_iter().flatten().collect::<Vec<_>>().join(". ");
    let title = view! { <Said text=&item.title/> }.into_any();
    view! { <li><span class="time">{time}</span> <div><h4>{title}</h4> <p class="small quiet">{about}</p></div></li> }.into_any()
}

/// The objective in words, with what this draft reaches of it.
fn figures(reader: &Reader, proposal: &Proposal) -> AnyView {
    let lang = reader.lang;
    let one = |found: &draft::Point| {
        let sure = if found.proven { t(lang, "agenda-draft-proven") } else { t(lang, "agenda-draft-unproven") };
        view! { <li><p>{point(lang, proposal, found)}</p> <p class="small quiet">{sure}</p></li> }
    };
    let rows = proposal.points.iter().map(one).collect::<Vec<_>>();
    let from = match proposal.round {
        Some((number, ballots)) => t!(lang, "agenda-draft-from-round", number = i64::from(number), n = ballots),
        None => t(lang, "agenda-draft-from-supports"),
    };
    view! {
        <Section id="objective" title=t(lang, "agenda-draft-objective") note=t(lang, "agenda-draft-objective-note")>
            <p>{from}</p>
            <ol class="rows">{rows}</ol>
        </Section>
    }
    .into_any()
}
