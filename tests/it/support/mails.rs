//! What has left: mails as a reader's program sees them.

use super::Place;
use backend::outbox;
use base64::Engine;

/// One mail, taken apart.
#[derive(Clone, Debug)]
pub struct Mail {
    pub raw: String,
    pub head: Vec<(String, String)>,
    pub parts: Vec<Part>,
}

/// One part that is no multipart, with its body decoded.
#[derive(Clone, Debug)]
pub struct Part {
    pub head: Vec<(String, String)>,
    pub body: String,
}

impl Place {
    /// Lets the worker do what is due, and gives all mails so far, in the order they were caused.
    pub async fn mails(&self) -> Vec<Mail> {
        outbox::drain(&self.site).await.unwrap();
        let mut files: Vec<_> = match std::fs::read_dir(self.folder().join("mail")) {
            Ok(files) => files.map(|file| file.unwrap().path()).collect(),
            Err(_) => Vec::new(),
        };
        files.sort();
        let mails: Vec<_> = files.iter().map(|file| std::fs::read(file).unwrap()).collect();
        mails.iter().for_each(|mail| keep("eml", mail));
        mails.iter().map(|mail| Mail::read(mail)).collect()
    }

    /// The mails to one address.
    pub async fn mails_to(&self, email: &str) -> Vec<Mail> {
        self.mails().await.into_iter().filter(|mail| mail.header("to").contains(email)).collect()
    }
}

/// Leaves a calendar or mail for the foreign judges, if they are asked for.
pub fn keep(kind: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("SAIETS_TEST_ICS_DIR") {
        std::fs::create_dir_all(&folder).unwrap();
        let name = backend::keys::hash(&String::from_utf8_lossy(bytes)).replace(['-', '_'], "x");
        std::fs::write(format!("{folder}/{name}.{kind}"), bytes).unwrap();
    }
}

impl Mail {
    pub fn read(bytes: &[u8]) -> Self {
        let raw = String::from_utf8(bytes.to_vec()).expect("a mail is ASCII");
        assert!(raw.is_ascii(), "a mail is ASCII");
        let (head, body) = split(&raw);
        let mut parts = Vec::new();
        collect(&head, body, &mut parts);
        Self { raw, head, parts }
    }

    /// A header, with RFC 2047 words decoded; empty if it is not there.
    pub fn header(&self, name: &str) -> String {
        self.head.iter().find(|(known, _)| known == name).map(|(_, value)| words(value)).unwrap_or_default()
    }

    /// The part whose content type begins with this.
    pub fn part(&self, kind: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.header("content-type").starts_with(kind))
    }

    pub fn plain(&self) -> String {
        self.part("text/plain").unwrap().body.clone()
    }

    pub fn html(&self) -> String {
        self.part("text/html").unwrap().body.clone()
    }

    /// The calendar, which must be the same in both places.
    pub fn calendar(&self) -> String {
        let text = self.part("text/calendar").expect("a calendar").body.clone();
        assert_eq!(text, self.part("application/ics").expect("an attachment").body);
        text
    }

    /// The value of a property of the calendar, unfolded, with its parameters before it.
    pub fn property(&self, name: &str) -> Option<String> {
        property(&self.calendar(), name)
    }
}

impl Part {
    pub fn header(&self, name: &str) -> String {
        self.head.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// `STATUS` of a calendar is `CONFIRMED`; of `ATTENDEE;CN=…:mailto:…` all behind the name. The last of several wins, so that a
/// VTIMEZONE's DTSTART is not taken for the event's.
pub fn property(calendar: &str, name: &str) -> Option<String> {
    let whole = calendar.replace("\r\n ", "");
    let event = whole.split("BEGIN:VEVENT").nth(1).filter(|event| event.contains(&format!("\r\n{name}")))?;
    let line = event.lines().find(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])))?;
    Some(line[name.len() + 1..].to_owned())
}

fn split(text: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let fields = unfolded.lines().filter_map(|line| line.split_once(':'));
    (fields.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect(), body)
}

fn collect(head: &[(String, String)], body: &str, parts: &mut Vec<Part>) {
    let field = |name: &str| head.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default();
    let boundary = field("content-type").split("boundary=").nth(1).map(|rest| rest.trim_matches('"').split(['"', ';']).next().unwrap());
    match boundary {
        Some(boundary) => {
            let separator = format!("--{boundary}");
            let inner: Vec<&str> = body.split(&separator).collect();
            for part in inner.iter().skip(1).filter(|part| !part.starts_with("--")) {
                let part = part.strip_prefix("\r\n").unwrap_or(part);
                let (head, body) = split(part);
                collect(&head, body.strip_suffix("\r\n").unwrap_or(body), parts);
            }
        }
        None => parts.push(Part { head: head.to_vec(), body: decode(field("content-transfer-encoding"), body) }),
    }
}

fn decode(encoding: &str, body: &str) -> String {
    let bytes = match encoding {
        "base64" => base64::engine::general_purpose::STANDARD.decode(body.replace("\r\n", "")).unwrap(),
        "quoted-printable" => quoted(body),
        _ => body.as_bytes().to_vec(),
    };
    String::from_utf8(bytes).unwrap()
}

fn quoted(body: &str) -> Vec<u8> {
    let joined = body.replace("=\r\n", "");
    let bytes = joined.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'=' {
            decoded.push(u8::from_str_radix(&joined[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    decoded
}

fn words(value: &str) -> String {
    let mut text = String::new();
    for (i, piece) in value.split("=?utf-8?b?").enumerate() {
        match piece.split_once("?=") {
            Some((word, rest)) if i > 0 => {
                let word = base64::engine::general_purpose::STANDARD.decode(word).unwrap();
                text.push_str(&String::from_utf8(word).unwrap());
                text.push_str(if rest.trim().is_empty() { "" } else { rest });
            }
            _ => text.push_str(piece),
        }
    }
    text
}
