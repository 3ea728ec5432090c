use super::*;

fn nasty() -> Vec<String> {
    let mut texts: Vec<String> = [
        "a\r\nATTENDEE:mailto:x@example.org",
        "a\nBEGIN:VEVENT",
        "a\rEND:VCALENDAR",
        "a\0b\u{7}c\u{7f}d",
        "\"quoted\" and \"more\"",
        "\"",
        "\"x\";CN=\"y\"",
        ";PARTSTAT=ACCEPTED:mailto:x@example.org",
        "a,b;c:d\\e\\n\\,f",
        "\\",
        "^n^'^^",
        "a\u{85}X-A:1\u{2028}X-B:2\u{2029}X-C:3\u{b}X-D:4\u{c}X-E:5\u{1c}X-F:6",
        "👩‍👩‍👧‍👦 emocijzīmes 🇱🇻",
        "שלום עולם, مرحبا بالعالم; \u{202e}x",
        "   ",
        "",
    ]
    .map(str::to_owned)
    .into();
    texts.push("ļoti garš, ".repeat(900));
    texts.push("x".repeat(10_000));
    texts.push(" ".repeat(50) + &"👩‍👩‍👧".repeat(300));
    texts
}

fn filled(text: &str) -> Entry {
    let mut entry = entry("Europe/Riga", "2027-08-18T10:00");
    entry.summary = text.into();
    entry.description = text.into();
    entry.categories = vec![text.into(), "forum".into()];
    entry.place.venue = Some(text.into());
    entry.place.online =
        Some(Online { word: text.into(), label: text.into(), link: Some(Link::parse("https://meet.example.org/x").unwrap()) });
    entry.organizer.name = text.into();
    entry.alarm = Some(Alarm { minutes_before: 60, text: text.into() });
    entry.uid = format!("{text}@saiets.example");
    entry
}

fn names(text: &str) -> Vec<String> {
    lines(text)
        .into_iter()
        .map(|line| line.name)
        .filter(|name| !["LOCATION", "CATEGORIES", "DESCRIPTION"].contains(&name.as_str()))
        .collect()
}

#[test]
fn no_text_adds_a_line_or_a_parameter() {
    let ordinary = filled("Forums");
    for text in nasty() {
        let nasty = filled(&text);
        assert_eq!(names(&request(&nasty, &attendee(&text))), names(&request(&ordinary, &attendee("Ilze"))), "{text:?}");
        let source = Link::parse("https://saiets.example/calendar.ics").unwrap();
        let named = |name: &str, entry: &Entry| {
            feed(&Feed { name, source: Some(&source), refresh_minutes: 60, entries: std::slice::from_ref(entry) })
        };
        assert_eq!(names(&named(&text, &nasty)), names(&named("Saiets", &ordinary)), "{text:?}");
        for line in lines(&request(&nasty, &attendee(&text))) {
            let allowed = ["TZID", "CN", "CUTYPE", "ROLE", "PARTSTAT", "RSVP", "VALUE", "FEATURE", "LABEL"];
            assert!(line.parameters.iter().all(|(key, value)| allowed.contains(&key.as_str()) && !value.contains('"')), "{line:?}");
        }
    }
}

#[test]
fn a_reader_gets_back_the_text_that_was_given() {
    for text in nasty() {
        let one_line = clean::line(&text);
        let title = clean::title(&text);
        let written = request(&filled(&text), &attendee(&text));
        assert_eq!(value(&written, "SUMMARY"), title);
        assert_eq!(value(&written, "UID"), clean::line(&format!("{text}@saiets.example")));
        let description = lines(&written).into_iter().find(|line| line.name == "DESCRIPTION").map(|line| unescape(&line.value)).unwrap();
        assert!(description.starts_with(&clean::block(&text)), "{description:?}");
        let lines = lines(&written);
        let person = lines.iter().find(|line| line.name == "ATTENDEE").unwrap();
        assert_eq!(person.value, "mailto:ilze@example.org");
        assert_eq!(person.parameter("PARTSTAT"), Some("NEEDS-ACTION"));
        assert_eq!(person.parameter("CN").unwrap_or_default().replace("^^", "^"), one_line.replace('"', "'"));
    }
}

#[test]
fn the_texts_people_write_survive_whole() {
    let texts = ["a,b;c:d\\e\\n", "👩‍👩‍👧‍👦 🇱🇻", "שלום, مرحبا", "\"Rīga\""];
    for text in texts {
        assert_eq!(value(&request(&filled(text), &attendee(text)), "SUMMARY"), text);
    }
}
