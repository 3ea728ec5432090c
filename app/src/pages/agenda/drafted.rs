//! The draft of an agenda in words, and as the picture that the agenda itself has.

use super::day::Day;
use super::picture::{Clocks, Picture, Wanted};
use super::words::hours;
use crate::reader::Reader;
use crate::text::{list, t};
use crate::when::{Form, day_month};
use backend::Site;
use backend::service::agenda::draft::{Item, Point, Proposal, Why};
use domain::agenda::Span;
use domain::agenda::draft::Reason;
use domain::text::Lang;
use domain::time::Zone;
use leptos::prelude::*;

/// Sessions that stay and those that the draft adds, by day.
pub fn drafted(reader: &Reader, site: &Site, proposal: &Proposal) -> AnyView {
    let agenda = proposal.agenda();
    let wanted = Wanted { time: Some("venue".to_owned()), ..Wanted::default() };
    let clocks = Clocks::new(site, reader, &agenda, &wanted);
    let picture = Picture { lang: reader.lang, now: site.now(), clocks, agenda: &agenda, wanted: &wanted, reader };
    Day::all(&picture).into_iter().map(|day| day.view(&picture)).collect::<Vec<_>>().into_any()
}

/// Why something has no place, in a sentence.
pub fn unplaced(lang: Lang, zone: &Zone, item: &Item, why: &Why) -> String {
    let name = why.who.clone().unwrap_or_default();
    match why.reason {
        Reason::TooLong(longest) => t!(lang, "agenda-draft-too-long", n = item.minutes, longest = longest),
        Reason::RoomsTooSmall(0) => t(lang, "agenda-draft-no-such-room"),
        Reason::RoomsTooSmall(holds) => {
            t!(lang, "agenda-draft-rooms-small", n = i64::from(why.expected), holds = i64::from(holds))
        }
        Reason::VoiceAbsent(_) if why.hours.is_empty() => t!(lang, "agenda-draft-absent-always", name = name),
        Reason::VoiceAbsent(_) => t!(lang, "agenda-draft-absent", name = name, hours = spans(lang, zone, &why.hours), n = item.minutes),
        Reason::VoicesApart => t(lang, "agenda-draft-voices-apart"),
        Reason::NoHole(longest) => t!(lang, "agenda-draft-no-hole", n = item.minutes, longest = longest),
        Reason::Taken => t!(lang, "agenda-draft-taken", n = item.minutes),
    }
}

/// "18 August, 13:00–14:00 and 19 August, 10:00–12:00"
fn spans(lang: Lang, zone: &Zone, spans: &[Span]) -> String {
    let one = |span: &Span| format!("{}, {}", day_month(lang, zone.local(span.from).time.date(), Form::Is), hours(zone, *span));
    list(lang, &spans.iter().map(one).collect::<Vec<_>>())
}

/// A figure of the objective, in a sentence.
pub fn point(lang: Lang, proposal: &Proposal, point: &Point) -> String {
    let (placed, all) = (proposal.placed(), proposal.items.len());
    match point.code {
        "placed" => t!(lang, "agenda-draft-point-placed", n = placed, all = all, value = point.value, ideal = point.ideal),
        "collisions" => t!(lang, "agenda-draft-point-collisions", n = point.value),
        "night" => t!(lang, "agenda-draft-point-night", n = point.value),
        _ => t!(lang, "agenda-draft-point-early", n = point.value),
    }
}
