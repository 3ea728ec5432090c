//! The letter that brings a calendar entry.

use super::letter::{Button, Fact, Foot, Letter, Line};
use crate::Site;
use crate::outbox::{EntryCause, EntryJob};
use crate::words::cities::city;
use crate::words::t;
use crate::words::when::{self, Form};
use domain::event::{Mode, Status};
use domain::person::OwnZone;
use domain::text::{Lang, Text};
use domain::time::{LocalTime, Zone};
use jiff::civil::DateTime;

/// Who reads it, and what stands beside the event.
pub(super) struct Reader<'a> {
    pub lang: Lang,
    pub name: &'a str,
    /// By whose clocks they live.
    pub own: OwnZone,
    pub host: &'a Text,
    /// The page that stops such letters.
    pub unsubscribe: &'a str,
}

/// Start and end on the venue's clocks, and on the reader's in another zone where those show something else.
struct Times {
    venue: (DateTime, DateTime),
    own: Option<(DateTime, DateTime, String)>,
}

pub(super) fn letter(site: &Site, job: &EntryJob, reader: &Reader<'_>) -> Letter {
    let lang = reader.lang;
    let (heading, lede) = (key(job, "heading"), lede_key(job));
    let title = job.event.title.pick(lang).to_owned();
    let start = job.event.starts_local.date();
    let day = when::short_date(lang, start, Form::In);
    Letter {
        lang,
        subject: t!(lang, &key(job, "subject"), title = title.clone(), day = day),
        heading: t!(lang, &heading, date = when::date(lang, start, Form::In)),
        lede: t!(lang, &lede, title = title),
        facts: facts(site, job, reader),
        buttons: buttons(site, job, lang),
        body: body(job, reader),
        foot: foot(site, job, reader),
    }
}

fn key(job: &EntryJob, part: &str) -> String {
    let cause: &str = job.cause.into();
    format!("mail-{}-{part}", cause.replace('_', "-"))
}

fn lede_key(job: &EntryJob) -> String {
    let online = job.place.is_some_and(|place| place.mode == Mode::Online);
    match job.cause {
        EntryCause::Invited if job.event.status == Status::Confirmed => key(job, "firm-lede"),
        EntryCause::RunAdded if job.place.is_some_and(|place| place.mode == Mode::InPerson) => key(job, "in-person-lede"),
        EntryCause::RunWithdrawn if job.place.is_some_and(|place| !place.confirmed) => key(job, "waiting-lede"),
        EntryCause::Registered | EntryCause::Promoted | EntryCause::ModeChanged if online => key(job, "online-lede"),
        _ => key(job, "lede"),
    }
}

fn facts(site: &Site, job: &EntryJob, reader: &Reader<'_>) -> Vec<Fact> {
    let lang = reader.lang;
    let fact = |name: &str, lines: Vec<Line>| Fact { name: t(lang, name), lines };
    let mut facts = vec![fact("mail-when", when_lines(site, job, reader))];
    let places = where_lines(job, lang);
    if !places.is_empty() {
        facts.push(fact("mail-where", places));
    }
    facts.push(fact("mail-host", vec![plain(reader.host.pick(lang).to_owned())]));
    if let Some(reason) = job.event.reason.as_ref().filter(|_| job.cause == EntryCause::EventCancelled) {
        facts.push(fact("mail-reason", vec![plain(reason.pick(lang).to_owned())]));
    }
    facts
}

fn plain(text: String) -> Line {
    Line { plain: text, ..Line::default() }
}

fn times(site: &Site, job: &EntryJob, reader: &Reader<'_>) -> Option<Times> {
    let zone = site.zones.get(&job.event.zone).ok()?;
    let resolve = |local: LocalTime| zone.resolve(local).map(|resolved| resolved.at);
    let start = resolve(job.event.starts_local).or_else(|gap| resolve(gap.after)).ok()?;
    let end = start.checked_add(jiff::SignedDuration::from_mins(job.event.minutes.into())).ok()?;
    let on = |zone: &Zone| (zone.local(start).time, zone.local(end).time);
    let venue = on(zone);
    let own = reader.own.at(&site.zones, start).and_then(|zone| {
        let (from, to) = on(zone);
        ((from, to) != venue).then(|| (from, to, zone.name().to_owned()))
    });
    Some(Times { venue, own })
}

/// The venue's time first, the reader's own beside it, with the day where it is another.
fn when_lines(site: &Site, job: &EntryJob, reader: &Reader<'_>) -> Vec<Line> {
    let lang = reader.lang;
    let Some(times) = times(site, job, reader) else { return vec![plain(job.event.starts_local.to_string())] };
    let (start, end) = times.venue;
    let place = t!(lang, "mail-at-place", place = when::place(lang, &job.event.zone, Form::Of));
    let mut lines = vec![Line { strong: span(lang, start, end), plain: place, large: true, ..Line::default() }];
    lines.push(plain(when::date(lang, start.date(), Form::Is)));
    if let Some((from, to, zone)) = times.own {
        let own = t!(lang, "mail-own-time", place = when::place(lang, &zone, Form::Is));
        let shift = when::day_shift(lang, start.date(), from, to).map(|shift| format!(" ({shift})")).unwrap_or_default();
        lines.push(Line { plain: span(lang, from, to), soft: format!("{own}{shift}"), ..Line::default() });
    }
    lines
}

fn span(lang: Lang, from: DateTime, to: DateTime) -> String {
    let apart = when::days_between(from.date(), to.date());
    if apart > 1 {
        return format!("{} – {}, {}", when::time(from.time()), when::day_month(lang, to.date(), Form::Is), when::time(to.time()));
    }
    when::span(from.time(), to.time())
}

fn where_lines(job: &EntryJob, lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(venue) = &job.event.venue {
        let (name, city) = (city(lang, venue.name.pick(lang)), city(lang, &venue.city));
        let rest = [venue.address.as_deref(), Some(city.as_str())].into_iter().flatten().filter(|part| !part.is_empty() && *part != name);
        let rest = rest.collect::<Vec<_>>();
        let rest = if rest.is_empty() { String::new() } else { format!(", {}", rest.join(", ")) };
        lines.push(Line { strong: name, plain: rest, ..Line::default() });
    }
    if job.event.online {
        let word = t(lang, if lines.is_empty() { "mail-online" } else { "mail-or-online" });
        lines.push(match &job.event.online_url {
            Some(url) => Line { link: Some((t(lang, "mail-join"), url.clone())), ..Line::default() },
            None if is_over(job) => plain(word),
            None => Line { plain: format!("{word},"), soft: t(lang, "mail-online-link-later"), ..Line::default() },
        });
    }
    lines
}

fn is_over(job: &EntryJob) -> bool {
    matches!(job.cause, EntryCause::PlaceLost | EntryCause::Withdrawn | EntryCause::RunLeft | EntryCause::EventCancelled)
}

fn buttons(site: &Site, job: &EntryJob, lang: Lang) -> Vec<Button> {
    let page = site.url(&job.event.page(lang));
    let button = |words: &str, url: String, main: bool| Button { words: t(lang, words), url, main };
    let event = |main| button("mail-button-event", page.clone(), main);
    match job.cause {
        EntryCause::Withdrawn | EntryCause::EventCancelled => {
            vec![button("mail-button-events", site.url(&format!("/{}/events", lang.code())), false)]
        }
        EntryCause::RunAdded => {
            let words = if job.place.is_some() { "mail-button-change-time" } else { "mail-button-register" };
            vec![button(words, format!("{page}/register"), true), event(false)]
        }
        _ if job.place.is_some() || is_over(job) => vec![event(job.place.is_some())],
        _ => vec![button("mail-button-register", format!("{page}/register"), true), event(false)],
    }
}

fn body(job: &EntryJob, reader: &Reader<'_>) -> Vec<String> {
    let lang = reader.lang;
    let greeting = match reader.name {
        "" => t(lang, "mail-greeting-nameless"),
        name => t!(lang, "mail-greeting", name = name.to_owned()),
    };
    let said = match job.cause {
        EntryCause::RunLeft => "mail-run-left-body",
        EntryCause::RunAdded => "mail-run-added-body",
        _ if is_over(job) => "mail-ended-body",
        EntryCause::Changed | EntryCause::ClocksChanged => "mail-changed-body",
        _ if job.place.is_some() => "mail-registered-body",
        _ => "mail-invited-body",
    };
    vec![greeting, t(lang, said)]
}

fn foot(site: &Site, job: &EntryJob, reader: &Reader<'_>) -> Vec<Foot> {
    let (lang, other) = (reader.lang, reader.lang.other());
    let why = match (job.cause.is_bulk(), job.place) {
        (true, None) => t!(lang, "mail-foot-invited", host = reader.host.pick(lang).to_owned()),
        _ => t(lang, "mail-foot-registered"),
    };
    let fewer = job.cause.is_bulk().then(|| (t(lang, "mail-foot-fewer"), reader.unsubscribe.to_owned()));
    vec![
        Foot { words: t(lang, "mail-foot-nobody-sees"), link: None, lang: None },
        Foot { words: why, link: fewer, lang: None },
        Foot {
            words: String::new(),
            link: Some((t(other, "mail-foot-language"), site.url(&format!("/{}/me", other.code())))),
            lang: Some(other),
        },
    ]
}
