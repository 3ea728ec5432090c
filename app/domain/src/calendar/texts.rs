//! The texts of an entry: hybrid place, join link, description, alarm.

use super::clean;
use super::entry::{Entry, Online};
use super::line::escape;
use icalendar::{Component, Event, EventLike, Property};

/// Everything `icalendar` writes well: title, place, link, categories.
pub(super) fn short(event: &mut Event, entry: &Entry, alive: bool) {
    event.summary(&clean::title(&entry.summary));
    let link = join_link(entry, alive);
    if let Some((online, link)) = link {
        let mut conference = Property::new("CONFERENCE", link);
        conference.add_parameter("VALUE", "URI").add_parameter("FEATURE", "VIDEO").add_parameter("LABEL", &clean::parameter(&online.label));
        event.append_multi_property(conference.done());
    }
    let location = location(entry.place.venue.as_deref(), entry.place.online.as_ref(), link.map(|(_, link)| link));
    if !location.is_empty() {
        event.add_property("LOCATION", location);
    }
    if let Some(url) = &entry.url {
        event.url(url.as_str());
    }
    let categories: Vec<String> = entry.categories.iter().map(|category| clean::line(category)).filter(|c| !c.is_empty()).collect();
    if !categories.is_empty() {
        event.categories(categories);
    }
}

fn join_link(entry: &Entry, alive: bool) -> Option<(&Online, &str)> {
    let online = entry.place.online.as_ref().filter(|_| alive)?;
    Some((online, online.link.as_ref()?.as_str()))
}

/// The DESCRIPTION line; not by `icalendar`, which folds in time quadratic in the length, and this text may be long.
pub(super) fn description(entry: &Entry, alive: bool) -> Option<String> {
    let text = clean::block(&entry.description);
    let link = join_link(entry, alive).map(|(online, link)| format!("{}: {link}", clean::title(&online.label)));
    let paragraphs: Vec<String> = [Some(text).filter(|text| !text.is_empty()), link].into_iter().flatten().collect();
    (!paragraphs.is_empty()).then(|| format!("DESCRIPTION:{}", escape(&paragraphs.join("\n\n"))))
}

fn location(venue: Option<&str>, online: Option<&Online>, link: Option<&str>) -> String {
    let venue = venue.map(clean::line).filter(|venue| !venue.is_empty());
    let online = online.map(|online| match link {
        Some(link) => format!("{}: {link}", clean::title(&online.word)),
        None => clean::title(&online.word),
    });
    venue.into_iter().chain(online).collect::<Vec<_>>().join(" / ")
}

/// The lines of the VALARM; not by `icalendar`, which writes the time of day and a random UID into every VALARM.
pub(super) fn alarm(entry: &Entry) -> Option<[String; 5]> {
    let alarm = entry.alarm.as_ref()?;
    let trigger = format!("TRIGGER:-PT{}M", alarm.minutes_before);
    let text = format!("DESCRIPTION:{}", escape(&clean::title(&alarm.text)));
    Some(["BEGIN:VALARM".into(), "ACTION:DISPLAY".into(), trigger, text, "END:VALARM".into()])
}
