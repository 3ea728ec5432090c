//! From a job of the outbox to the mail that leaves.

use super::entry::{self, Reader};
use super::mime::{Wrapping, wrap};
use super::{Outgoing, agenda, confirm_address, procedure, sign_in, topic_news, topic_passed, vote_reminder};
use crate::calendar::{Facts, Reading};
use crate::entity::{event, host, invitation, outbox, person};
use crate::outbox::{EntryCause, EntryJob, Job, Message};
use crate::repo::{people, runs};
use crate::service::agenda::{News, news};
use crate::service::procedure::{self as procedures, News as Answering, Notice};
use crate::service::talk::digest::{self, Digest};
use crate::service::{date_polls, passes, rounds, sign_in as links, unsubscribe};
use crate::words::t;
use crate::{Error, Result, Site};
use domain::calendar::{Attendee, AttendeeRole, cancel_event, request, withdraw};
use domain::email::Email;
use domain::event::{Mode, Run};
use domain::invitation::PartStat;
use domain::text::Text;
use sea_orm::EntityTrait;
use std::borrow::Cow;

/// The mail of a job; none where the person, the event or the answer is no longer known.
pub async fn compose(site: &Site, row: &outbox::Model, job: &Job) -> Result<Option<Outgoing>> {
    match job {
        Job::SignIn { email, language, return_to } => {
            let url = links::make_link(site, email, *language, return_to.as_deref()).await?;
            let letter = sign_in::letter(*language, url, links::MINUTES);
            let wrapping = Wrapping { email: email.clone(), name: String::new(), calendar: None, attached: None, unsubscribe: None };
            wrap(site, row, &letter, &wrapping).map(Some)
        }
        Job::ConfirmAddress { reply, email } => {
            let Some(asking) = date_polls::letter(site, *reply, email).await? else { return Ok(None) };
            let wrapping = Wrapping { email: asking.email.clone(), name: String::new(), calendar: None, attached: None, unsubscribe: None };
            wrap(site, row, &confirm_address::letter(asking), &wrapping).map(Some)
        }
        Job::VoteReminder { round, person } => {
            let Some(reminder) = rounds::reminder(site, *round, *person).await? else { return Ok(None) };
            let stop = unsubscribe::address(site, *person);
            let (email, name) = (reminder.person.email.clone(), reminder.person.name.clone());
            let wrapping = Wrapping { email, name, calendar: None, attached: None, unsubscribe: Some(stop.clone()) };
            wrap(site, row, &vote_reminder::letter(site, &reminder, stop), &wrapping).map(Some)
        }
        Job::TopicNews { person, topics, mentions } => {
            Ok(digest::digest(site, *person, topics, mentions).await?.map(|digest| about_topics(site, row, &digest)).transpose()?)
        }
        Job::AuthorCalled { topic, comments } => {
            Ok(digest::author_called(site, *topic, comments).await?.map(|digest| about_topics(site, row, &digest)).transpose()?)
        }
        Job::TopicPassed { pass, person } => {
            let Some(notice) = passes::notice(site, *pass, *person).await? else { return Ok(None) };
            let stop = unsubscribe::topics_address(site, *person);
            let (email, name) = (notice.person.email.clone(), notice.person.name.clone());
            let wrapping = Wrapping { email, name, calendar: None, attached: None, unsubscribe: Some(stop.clone()) };
            wrap(site, row, &topic_passed::letter(site, &notice, stop), &wrapping).map(Some)
        }
        Job::Procedure { event, person, notice } => match procedures::news(site, *event, *person, *notice).await? {
            Some(news) => about_procedure(site, row, &news).map(Some),
            None => Ok(None),
        },
        Job::Agenda { event, person, against, release } => match news(site, *event, *person, *against, *release).await? {
            Some(news) => about_agenda(site, row, news).map(Some),
            None => Ok(None),
        },
        Job::Entry(job) => match recipient(site, job).await? {
            Some((person, event, host)) => match as_it_is(job, &event)? {
                Some(job) => with_entry(site, row, &job, &person, &host).map(Some),
                None => Ok(None),
            },
            None => Ok(None),
        },
    }
}

/// An entry says what the event was when it was written, because later entries tell what follows. A letter about a second time is
/// followed by none: it says what is so now, and is left out where there is no second time any more.
fn as_it_is<'j>(job: &'j EntryJob, event: &event::Model) -> Result<Option<Cow<'j, EntryJob>>> {
    if job.cause != EntryCause::RunAdded {
        return Ok(Some(Cow::Borrowed(job)));
    }
    let second = runs::held(event, Run::Second).filter(|_| !event.status.0.is_final());
    let now = |second| Ok::<_, Error>(Cow::Owned(EntryJob { event: Facts::of(&second, false)?, ..job.clone() }));
    second.map(now).transpose()
}

async fn recipient(site: &Site, job: &EntryJob) -> Result<Option<(person::Model, event::Model, Text)>> {
    let db = site.db.read();
    let Some(invitation) = invitation::Entity::find_by_id(job.invitation).one(db).await? else { return Ok(None) };
    let Some(person) = person::Entity::find_by_id(invitation.person_id).one(db).await? else { return Ok(None) };
    let Some(event) = event::Entity::find_by_id(invitation.event_id).one(db).await? else { return Ok(None) };
    let host = host::Entity::find_by_id(event.host_id).one(db).await?;
    Ok(host.map(|host| (person, event, host.name.0)))
}

fn with_entry(site: &Site, row: &outbox::Model, job: &EntryJob, person: &person::Model, host: &Text) -> Result<Outgoing> {
    let stop = unsubscribe::address(site, person.id);
    let reader = Reader { lang: person.language.0, name: &person.name, own: people::own_zone(person), host, unsubscribe: &stop };
    let letter = entry::letter(site, job, &reader);
    let calendar = calendar(site, job, person)?;
    let wrapping = Wrapping {
        email: person.email.clone(),
        name: person.name.clone(),
        calendar,
        attached: None,
        unsubscribe: job.cause.is_bulk().then_some(stop.clone()),
    };
    wrap(site, row, &letter, &wrapping)
}

fn about_topics(site: &Site, row: &outbox::Model, digest: &Digest) -> Result<Outgoing> {
    let stop = unsubscribe::topics_address(site, digest.person.id);
    let letter = topic_news::letter(site, digest, stop.clone());
    let (email, name) = (digest.person.email.clone(), digest.person.name.clone());
    wrap(site, row, &letter, &Wrapping { email, name, calendar: None, attached: None, unsubscribe: Some(stop) })
}

fn about_agenda(site: &Site, row: &outbox::Model, mut news: News) -> Result<Outgoing> {
    let stop = unsubscribe::address(site, news.person.id);
    let letter = agenda::letter(site, &news, &stop);
    let wrapping = Wrapping {
        email: news.person.email.clone(),
        name: news.person.name.clone(),
        calendar: None,
        attached: news.calendar.take(),
        unsubscribe: Some(stop),
    };
    wrap(site, row, &letter, &wrapping)
}

fn about_procedure(site: &Site, row: &outbox::Model, news: &Answering) -> Result<Outgoing> {
    let stop = unsubscribe::address(site, news.person.id);
    let wrapping = Wrapping {
        email: news.person.email.clone(),
        name: news.person.name.clone(),
        calendar: None,
        attached: None,
        unsubscribe: (news.notice != Notice::Late).then(|| stop.clone()),
    };
    wrap(site, row, &procedure::letter(site, news, stop), &wrapping)
}

fn calendar(site: &Site, job: &EntryJob, person: &person::Model) -> Result<Option<(&'static str, String)>> {
    let lang = person.language.0;
    let message = job.cause.message();
    let own = (message == Message::Request).then(|| t(lang, own_key(job)));
    let reading = Reading { lang, sequence: job.sequence, stamp: job.stamp, own, expected: message == Message::Request };
    let entry = job.event.entry(site, &reading).ok_or_else(|| Error::internal("the event has no entry"))?;
    let email = Email::parse(&person.email).map_err(Error::internal)?;
    let rsvp = message == Message::Request && job.partstat == PartStat::NeedsAction;
    let attendee = Attendee { name: person.name.clone(), email, partstat: job.partstat, rsvp, role: AttendeeRole::Required };
    Ok(match message {
        Message::Request => Some(("REQUEST", request(&entry, &attendee))),
        Message::Withdraw => Some(("CANCEL", withdraw(&entry, &attendee))),
        Message::CancelEvent => Some(("CANCEL", cancel_event(&entry, &attendee))),
        Message::Letter => None,
    })
}

fn own_key(job: &EntryJob) -> &'static str {
    match job.place {
        Some(place) if !place.confirmed => "calendar-own-waiting",
        Some(place) if place.mode == Mode::Online => "calendar-own-online",
        Some(_) => "calendar-own-in-person",
        None => "calendar-own-invited",
    }
}
