//! The ten best, put to people as a date poll.

use super::asked::Wanted;
use super::found::Found;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Section, Select};
use backend::entity::host;
use domain::time::{LocalTime, Timestamp};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// For who may make polls in these hosts; nothing where nothing lies ahead.
pub fn offer(reader: &Reader, now: Timestamp, hosts: &[host::Model], wanted: &Wanted, found: &Found) -> Option<AnyView> {
    let lang = reader.lang;
    let first = hosts.first()?;
    // Of two runs each is a start of its own: people say which of them suits.
    let starts: BTreeSet<Timestamp> = found.answer.slots.iter().flat_map(|slot| &slot.starts).filter(|at| **at > now).copied().collect();
    if starts.is_empty() {
        return None;
    }
    let n = starts.len();
    let slots = starts.into_iter().map(|at| LocalTime::new(found.first.local(at).time).to_string()).enumerate();
    let slots = slots.map(|(i, local)| view! { <input type="hidden" name=format!("slots.{i}") value=local/> }).collect::<Vec<_>>();
    let names: Vec<(String, String)> = hosts.iter().map(|host| (host.slug.clone(), host.name.0.pick(lang).to_owned())).collect();
    let form = Submitted::empty().with("host", first.slug.clone());
    let host = match names.len() {
        1 => view! { <input type="hidden" name="host" value=first.slug.clone()/> }.into_any(),
        _ => view! { <Select form=&form name="host" label=t(lang, "datepoll-host") options=names/> }.into_any(),
    };
    let action = reader.to("/organise/polls/new");
    let (zone, minutes) = (found.first.name().to_owned(), wanted.minutes.to_string());
    Some(
        view! {
            <Section id="offer" title=t(lang, "datepoll-offer") note=t(lang, "datepoll-offer-note")>
                <form method="get" action=action>
                    {slots}
                    <input type="hidden" name="zone" value=zone/>
                    <input type="hidden" name="duration_minutes" value=minutes/>
                    {host}
                    <p class="actions"><button class="button" type="submit">{t!(lang, "datepoll-offer-these", n = n)}</button></p>
                </form>
            </Section>
        }
        .into_any(),
    )
}
