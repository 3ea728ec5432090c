//! The map of hours: 24 across, places down, the darker the harder; the meeting framed.

use super::asked::Wanted;
use super::found::{Found, Row, utc};
use crate::islands::meeting::{Frame, Meet, Meeting, MeetingWords, NARROW, Taken, Together, WIDE, span};
use crate::reader::Reader;
use crate::text::t;
use crate::when::{Form, date, place};
use domain::text::Lang;
use domain::time::Timestamp;
use domain::time::slots::{HOURS, Night};
use leptos::prelude::*;

/// More rows than this are not drawn: they are in the table.
const MOST_ROWS: usize = 60;

/// The heading that answers, the buttons that move, the map and its key.
pub fn section(reader: &Reader, wanted: &Wanted, found: &Found) -> impl IntoView + use<> {
    let lang = reader.lang;
    let words = words(lang, wanted, found);
    let meeting = meeting(wanted, found);
    let together = Together::new(&meeting);
    let (starts, first) = (found.minutes(), meeting.first);
    let join = |all: Vec<String>| all.join(&format!(" {} ", words.and));
    let at = join(starts.iter().map(|start| crate::islands::meeting::utc(*start)).collect());
    let local = join(starts.iter().map(|start| together.local(first, &words, *start)).collect());
    let heading = words.heading.replace("{utc}", &at).replace("{local}", &local);
    let taken = together.taken(&words, &starts);
    let drawn = Drawn { lang, found, starts: &starts, minutes: meeting.minutes, taken: &taken };
    let maps = view! { {drawn.map(&WIDE)} {drawn.map(&NARROW)} };
    let left = found.rows.len().saturating_sub(MOST_ROWS);
    let piece = reader.to("/plan/figures");
    view! {
        <section id="map" class="plan" aria-labelledby="plan-at">
            <div class="answer"><h2 id="plan-at">{heading}</h2>{moves(reader, wanted, found)}</div>
            <div class="heatbox">{maps}</div>
            <Meet meeting words piece/>
            {(left > 0).then(|| view! { <p class="small quiet">{t!(lang, "plan-more-rows", n = left)}</p> })}
            {key(lang)}
        </section>
    }
}

/// Links to the next start earlier and later, for one run.
fn moves(reader: &Reader, wanted: &Wanted, found: &Found) -> Option<impl IntoView + use<>> {
    let [start] = found.chosen.starts.as_slice() else { return None };
    let lang = reader.lang;
    let step = |minutes: i64, key: &'static str, sign: &'static str| {
        let to = utc(Timestamp::from_second(start.as_second() + minutes * 60).unwrap_or(*start));
        let (on, at) = (to.date().to_string(), crate::when::time(to.time()));
        let href = format!("{}#map", wanted.address(reader, &[("on", &on), ("at", &at)]));
        view! {
            <a class="step" href=href aria-label=t!(lang, key, n = wanted.step)>
                <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" inner_html=sign></svg>
            </a>
        }
    };
    Some(view! {
        <p class="moves">
            {step(-wanted.step, "plan-earlier", r#"<path class="l" d="M10.5 2.5 5 8l5.5 5.5"/>"#)}
            {step(wanted.step, "plan-later", r#"<path class="l" d="M5.5 2.5 11 8l-5.5 5.5"/>"#)}
        </p>
    })
}

fn words(lang: Lang, wanted: &Wanted, found: &Found) -> MeetingWords {
    let handles = if wanted.runs == 1 { vec![t(lang, "plan-handle")] } else { vec![t(lang, "plan-handle-1"), t(lang, "plan-handle-2")] };
    MeetingWords {
        heading: t!(lang, "plan-at", utc = "{utc}", local = "{local}", place = place(lang, found.first.name(), Form::In)),
        and: t(lang, "plan-and"),
        night: t(lang, "plan-night"),
        next_day: t(lang, "plan-next-day"),
        day_before: t(lang, "plan-day-before"),
        handles,
    }
}

fn meeting(wanted: &Wanted, found: &Found) -> Meeting {
    let rows = || found.rows.iter().take(MOST_ROWS);
    Meeting {
        midnight: found.midnight() / 60,
        minutes: u32::try_from(wanted.minutes).unwrap_or_default(),
        step: u32::try_from(wanted.step).unwrap_or_default(),
        night: found.night.minutes(),
        starts: found.minutes(),
        places: rows().map(|row| row.offsets.clone()).collect(),
        first: rows().position(|row| row.index == 0).unwrap_or_default(),
        query: wanted.query(&[("on", ""), ("at", "")]),
        on: found.date().to_string(),
    }
}

struct Drawn<'a> {
    lang: Lang,
    found: &'a Found,
    starts: &'a [i32],
    minutes: u32,
    taken: &'a [Taken],
}

impl Drawn<'_> {
    /// Two pictures over each other: what moves is drawn anew in every frame, the hours are not.
    fn map(&self, frame: &Frame) -> impl IntoView + use<> {
        let lang = self.lang;
        let rows = self.taken.len();
        let height = frame.top + rows as f64 * frame.pitch + if frame.pitch > frame.height { 0.0 } else { 8.0 };
        let id = format!("{}-name", frame.class);
        let name = t!(lang, "plan-map", date = date(lang, self.found.date(), Form::Of), n = rows);
        let still = format!("<title id=\"{id}\">{name}</title>{}{}{}", patterns(frame), self.heads(frame), self.rows(frame));
        let moving = format!("{}{}", self.runs(frame), self.there(frame));
        let place = format!("0 0 {} {height}", frame.width);
        view! {
            <div class=frame.class>
                <svg class="heat" viewBox=place.clone() role="img" aria-labelledby=id inner_html=still></svg>
                <svg class="heat moving" viewBox=place aria-hidden="true" inner_html=moving></svg>
            </div>
        }
    }

    fn heads(&self, frame: &Frame) -> String {
        let lang = self.lang;
        let wide = frame.pitch <= frame.height;
        let (y, step) = if wide { (50, 3) } else { (44, 6) };
        let hours = (0..24).step_by(step).map(|hour| {
            let (x, class) = if wide { (frame.x(hour * 60 + 30), "q mid") } else { (frame.x(hour * 60), "q") };
            format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{hour:02}</text>")
        });
        let mut drawn: String = hours.collect();
        if wide {
            drawn += &text("q", 0.0, 50.0, &t(lang, "plan-place"));
            drawn += &text("q end", 180.0, 50.0, &t(lang, "plan-people"));
            drawn += &text("q", 936.0, 50.0, &t(lang, "plan-local"));
        } else {
            drawn += &text("q end", 360.0, 44.0, "UTC");
        }
        drawn
    }

    fn rows(&self, frame: &Frame) -> String {
        self.found.rows.iter().take(self.taken.len()).enumerate().map(|(i, row)| self.row(frame, i, row)).collect()
    }

    fn row(&self, frame: &Frame, i: usize, row: &Row) -> String {
        let wide = frame.pitch <= frame.height;
        let top = frame.top + i as f64 * frame.pitch;
        let name = escape(&place(self.lang, row.zone.name(), Form::Is));
        let bold = if row.index == 0 { " b" } else { "" };
        let cells = cells(frame, top, row, self.found.night);
        if wide {
            let y = top + 24.0;
            format!(
                "<text class=\"name{bold}\" x=\"0\" y=\"{y}\">{name}</text><text class=\"end{bold}\" x=\"180\" y=\"{y}\">{}</text>{cells}\
                 <path class=\"sep\" d=\"M196 {top}H916\"/>",
                row.count
            )
        } else {
            let y = top - 6.0;
            format!("<text class=\"b\" x=\"0\" y=\"{y}\">{name} <tspan class=\"q\">{}</tspan></text>{cells}", row.count)
        }
    }

    /// The local times, one for each row.
    fn there(&self, frame: &Frame) -> String {
        let (x, below, place) = if frame.pitch <= frame.height { (936.0, 24.0, "") } else { (360.0, -6.0, " end") };
        let one = |(i, (row, taken)): (usize, (&Row, &Taken))| {
            let bold = if row.index == 0 && place.is_empty() { " b" } else { "" };
            let late = if taken.night { " late" } else { "" };
            let y = frame.top + i as f64 * frame.pitch + below;
            format!("<text class=\"there{place}{bold}{late}\" x=\"{x}\" y=\"{y}\">{}</text>", escape(&taken.text))
        };
        self.found.rows.iter().zip(self.taken).enumerate().map(one).collect()
    }

    fn runs(&self, frame: &Frame) -> String {
        let [under, band, ghost] = frame.outlines(self.starts, self.minutes, self.taken);
        let tags = self.starts.iter().enumerate().map(|(run, start)| tag(frame, run, *start, self.minutes));
        format!(
            "<path class=\"band-halo\" d=\"{under}\"/><path class=\"ghost\" d=\"{ghost}\"/><path class=\"band\" d=\"{band}\"/>{}",
            tags.collect::<String>()
        )
    }
}

fn tag(frame: &Frame, run: usize, start: i32, minutes: u32) -> String {
    let (half, at) = (frame.tag, frame.tag_at(start, minutes));
    let width = half * 2.0;
    let said = span(start, start + minutes as i32);
    format!(
        "<g class=\"tag-{run}\" transform=\"translate({at} 0)\"><rect class=\"tag\" x=\"-{half}\" y=\"2\" width=\"{width}\" height=\"26\"/>\
         <text class=\"tag-text\" y=\"20\">{said}</text></g>"
    )
}

/// An hour a cell, with the hour on the local clock in it where there is room.
fn cells(frame: &Frame, top: f64, row: &Row, night: Night) -> String {
    let wide = frame.pitch <= frame.height;
    let (y, height) = if wide { (top, frame.height) } else { (top + 2.0, frame.height - 4.0) };
    let hours = (0..24).map(|hour| {
        let local = row.local(hour * 60);
        let level = level(local);
        let (x, width) = (frame.x(hour * 60), frame.hour);
        let hatch = if night.has(local) && level > 3 {
            format!("<rect fill=\"url(#{}{level})\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>", frame.class)
        } else {
            String::new()
        };
        let said = if wide {
            let (x, y) = (x + width / 2.0, top + 23.0);
            let midnight = if local / 60 == 0 { " mid-night" } else { "" };
            format!("<text class=\"cell c{level}{midnight}\" x=\"{x}\" y=\"{y}\">{:02}</text>", local / 60)
        } else {
            String::new()
        };
        format!("<rect class=\"h{level}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>{hatch}{said}")
    });
    hours.collect()
}

impl Row {
    /// The minute of the day on its clock.
    fn local(&self, minute: i32) -> u16 {
        let offset = self.offsets.iter().take_while(|(from, _)| *from <= minute).last().map_or(0, |(_, offset)| *offset);
        u16::try_from((minute + offset).rem_euclid(1_440)).unwrap_or_default()
    }
}

/// How dark an hour is drawn, 0 to 6.
fn level(local: u16) -> u8 {
    match HOURS.get(usize::from(local / 60)).copied().unwrap_or_default() {
        0 => 0,
        1..=4 => 1,
        5..=8 => 2,
        9..=16 => 3,
        17..=32 => 4,
        33..=64 => 5,
        _ => 6,
    }
}

fn patterns(frame: &Frame) -> String {
    format!("<defs>{}</defs>", (4..=6).map(|level| hatch(frame.class, level)).collect::<String>())
}

fn hatch(id: &str, level: u8) -> String {
    format!(
        "<pattern id=\"{id}{level}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path class=\"n{level}\" d=\"M0 0V6\"/></pattern>"
    )
}

fn text(class: &str, x: f64, y: f64, words: &str) -> String {
    format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escape(words))
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn key(lang: Lang) -> impl IntoView {
    let steps = ["plan-key-0", "plan-key-1", "plan-key-2", "plan-key-3", "plan-key-4", "plan-key-5", "plan-key-6"];
    let one = |(level, words): (u8, &'static str)| {
        // A picture that is not shown lends nobody its hatching: the key has its own.
        let drawn = format!("<defs>{}</defs><rect fill=\"url(#key{level})\" width=\"28\" height=\"18\"/>", hatch("key", level));
        let hatched = if level > 4 { drawn } else { String::new() };
        let sign = format!("<rect class=\"h{level}\" width=\"28\" height=\"18\"/>{hatched}");
        view! { <li><svg class="heat" viewBox="0 0 28 18" aria-hidden="true" inner_html=sign></svg> {t(lang, words)}</li> }
    };
    let rows = (0..).zip(steps).map(one).collect::<Vec<_>>();
    let frame = r#"<path class="band" d="M1.5 1.5h25v15h-25z"/>"#;
    view! {
        <ul class="legend">
            {rows}
            <li><svg class="heat" viewBox="0 0 28 18" aria-hidden="true" inner_html=frame></svg> {t(lang, "plan-key-meeting")}</li>
        </ul>
        <p class="small quiet">{t(lang, "plan-map-note")}</p>
    }
}
