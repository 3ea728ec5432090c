//! The date polls of a host, on its own page.

use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Empty, Said, Section};
use crate::when::{Form, day_month};
use backend::Site;
use backend::clock::instant;
use backend::entity::date_poll;
use backend::service::date_polls::is_open;
use leptos::prelude::*;

/// Those that are open or have lately closed, and the way to make one; nothing for who could do neither.
pub fn section(reader: &Reader, site: &Site, host: &str, polls: &[(date_poll::Model, i64)], manages: bool) -> Option<AnyView> {
    let lang = reader.lang;
    if polls.is_empty() && !manages {
        return None;
    }
    let one = |(poll, answered): &(date_poll::Model, i64)| {
        let href = reader.to(&format!("/organise/polls/{}", poll.token));
        let title = view! { <Said text=&poll.title.0/> }.into_any();
        view! {
            <li class="pair">
                <h3><a href=href>{title}</a></h3>
                <span class="small quiet">{t!(lang, "datepoll-answered", n = *answered)} " " {state(reader, site, poll)}</span>
            </li>
        }
    };
    let rows = polls.iter().map(one).collect::<Vec<_>>();
    let list = if rows.is_empty() {
        view! { <Empty say=t(lang, "datepoll-none")><p>{t(lang, "datepoll-none-next")}</p></Empty> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let make = manages.then(|| {
        let href = reader.to(&format!("/organise/hosts/{host}/polls/new"));
        view! { <Actions><a class="button" href=href>{t(lang, "datepoll-new")}</a></Actions> }
    });
    Some(
        view! { <Section id="polls" title=t(lang, "datepoll-polls") note=t(lang, "datepoll-polls-note")>{list} {make}</Section> }
            .into_any(),
    )
}

fn state(reader: &Reader, site: &Site, poll: &date_poll::Model) -> String {
    let lang = reader.lang;
    let day = site.zones.get(&poll.zone).map(|zone| zone.local(instant(poll.closes_at)).time.date());
    match (poll.event_id, day) {
        (Some(_), _) => t(lang, "datepoll-state-decided"),
        (None, Ok(day)) if is_open(poll, site.now().as_millisecond()) => {
            t!(lang, "datepoll-open-until", when = day_month(lang, day, Form::To))
        }
        _ => t(lang, "datepoll-closed"),
    }
}
