//! Before something is saved: what changes, who is told of it and when, and how the letter begins.

use super::changes;
use super::forms::SEEN;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, LetterStart, Notice, Section, Title};
use crate::when::{Form, moment};
use axum::http::StatusCode;
use axum::response::Response;
use backend::Site;
use backend::repo::runs;
use backend::service::entry::Reach;
use backend::service::events::{Foretold, Told};
use domain::text::Lang;
use leptos::prelude::*;

/// The page between the form and its saving; what was typed goes on unseen. `overtaken`: somebody else has changed the event.
pub fn change(site: &Site, reader: &Reader, change: &Foretold, overtaken: bool, form: &Submitted) -> Response {
    let lang = reader.lang;
    let title = t(lang, "foretold-title");
    let status = if overtaken { StatusCode::CONFLICT } else { StatusCode::OK };
    render(reader, Meta::new(title.clone()).area(Area::Organise).hidden(), status, || {
        let overtaken = overtaken.then(|| {
            let words = view! { <p>{t(lang, "foretold-overtaken-why")}</p> }.into_any();
            view! { <Notice title=t(lang, "foretold-overtaken")>{words}</Notice> }
        });
        let form = form.clone().set("do", "send").set(SEEN, change.mark.clone());
        let hidden = form.typed().filter(|(name, _)| *name != "do");
        let hidden = hidden.map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> });
        let sends = change.told.now.total() > 0 || change.told.promoted > 0;
        let save = if sends { t(lang, "foretold-send") } else { t(lang, "organise-save") };
        let changed = changes::table(site, reader, &change.before, &change.after);
        view! {
            <Title inner=true sub=change.before.title.0.pick(lang).to_owned()>{title}</Title>
            {overtaken}
            <Section id="changes" title=t(lang, "foretold-changes")>{changed}</Section>
            {who(site, reader, change)}
            {change.letter.as_ref().map(|letter| view! { <LetterStart letter=letter/> })}
            <form method="post" novalidate=true>
                {hidden.collect::<Vec<_>>()}
                <p class="actions">
                    <button class="button main" name="do" value="send">{save}</button>
                    <button class="button" name="do" value="back">{t(lang, "organise-back")}</button>
                </p>
            </form>
        }
    })
}

fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What is said after it was done: how many letters are on their way; nothing where there are none.
pub fn left(lang: Lang, told: &Told) -> Option<String> {
    let letters = told.now.total().saturating_add(u64::try_from(told.promoted).unwrap_or(u64::MAX));
    (letters > 0).then(|| t!(lang, "organise-mail-leaves", n = number(letters)))
}

/// Who is told, in figures and in words.
pub fn who(site: &Site, reader: &Reader, change: &Foretold) -> AnyView {
    let lang = reader.lang;
    let told = &change.told;
    let later = told.later_at.filter(|_| change.later.total() > 0);
    // A letter without an entry, to those whom it serves.
    let is_added = runs::is_added(&change.before, &change.after);
    let (say, reach) = match later {
        _ if told.now.total() > 0 && is_added => (t!(lang, "foretold-now-second", n = number(told.now.total())), told.now),
        _ if told.now.total() > 0 => (t!(lang, "foretold-now", n = number(told.now.total())), told.now),
        Some(_) => (t!(lang, "foretold-later", n = number(change.later.total())), change.later),
        None if change.after.status != change.before.status && change.after.status.0.is_mailed() => {
            (t(lang, "organise-mails-none-yet"), Reach::default())
        }
        None => (t(lang, "organise-mails-nobody"), Reach::default()),
    };
    let when = later.and_then(|at| Some((at, site.zones.get(&change.after.zone).ok()?)));
    let when = when.map(|(at, zone)| view! { <p>{t!(lang, "foretold-later-when", when = moment(lang, at, zone, Form::In))}</p> });
    let promoted = (told.promoted > 0).then(|| {
        let n = i64::try_from(told.promoted).unwrap_or(i64::MAX);
        view! { <p>{t!(lang, "foretold-promoted", n = n)}</p> }
    });
    // A cancelled event asks nobody for an answer.
    let version = (reach.total() > 0 && change.after.status.0 != domain::event::Status::Cancelled).then(|| {
        let words = match told.new_version {
            _ if is_added => t(lang, "foretold-second-stays"),
            true => t(lang, "foretold-new-version"),
            false => t(lang, "foretold-same-version"),
        };
        view! { <p class="quiet">{words}</p> }
    });
    let body = view! { {groups(lang, reach)} {when} {promoted} {version} }.into_any();
    view! { <Section id="told" title=t(lang, "foretold-who")><Empty say=say>{body}</Empty></Section> }.into_any()
}

fn groups(lang: Lang, reach: Reach) -> AnyView {
    let all = [
        (reach.confirmed, t!(lang, "foretold-confirmed", n = number(reach.confirmed))),
        (reach.waiting, t!(lang, "foretold-waiting", n = number(reach.waiting))),
        (reach.invited, t!(lang, "foretold-invited", n = number(reach.invited))),
    ];
    let rows = all.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| view! { <li>{words}</li> }).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="told">{rows}</ul> }).into_any()
}
