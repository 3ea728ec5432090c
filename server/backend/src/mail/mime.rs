//! Letters as MIME: `multipart/alternative` of text, HTML and, where there is one, the calendar (RFC 6047), which comes a second
//! time as an attachment for programs that look only there.

use super::Outgoing;
use super::html::html;
use super::letter::Letter;
use super::plain::plain;
use crate::entity::outbox;
use crate::{Error, Result, Site};
use lettre::Message;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// What a mail needs beside its letter.
pub(super) struct Wrapping {
    /// The one person.
    pub email: String,
    /// The person's name, possibly empty.
    pub name: String,
    /// The iTIP method and the calendar text that has it.
    pub calendar: Option<(&'static str, String)>,
    /// A calendar to take over, as an attachment only (METHOD:PUBLISH): nobody is asked for anything.
    pub attached: Option<String>,
    /// The one-click address that stops such letters (RFC 8058).
    pub unsubscribe: Option<String>,
}

/// The finished mail. Its Message-ID is the outbox row's, so that a mail sent twice can be known as one.
pub(super) fn wrap(site: &Site, row: &outbox::Model, letter: &Letter, wrapping: &Wrapping) -> Result<Outgoing> {
    let from = mailbox(&site.config.mail_name, &site.config.mail_from)?;
    let now = u64::try_from(site.now().as_millisecond()).unwrap_or_default();
    let mut message = Message::builder()
        .from(from)
        .to(mailbox(&wrapping.name, &wrapping.email)?)
        .subject(one_line(&letter.subject))
        .date(SystemTime::UNIX_EPOCH + Duration::from_millis(now))
        .message_id(Some(format!("<{}>", row.message_id)))
        .raw_header(header("Auto-Submitted", "auto-generated")?)
        .raw_header(header("Content-Language", letter.lang.code())?);
    if let Some(address) = &wrapping.unsubscribe {
        message = message.raw_header(header("List-Unsubscribe", &format!("<{address}>"))?);
        message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
    }
    let message = message.multipart(parts(letter, wrapping)?).map_err(Error::internal)?;
    let bytes = message.formatted();
    let bytes = site.config.dkim.as_ref().map_or(Ok(bytes.clone()), |dkim| dkim.sign(&bytes, site.now()))?;
    Ok(Outgoing { name: name(row), envelope: message.envelope().clone(), bytes })
}

fn parts(letter: &Letter, wrapping: &Wrapping) -> Result<MultiPart> {
    let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(quoted(plain(letter))?);
    let page = SinglePart::builder().header(ContentType::TEXT_HTML).body(quoted(html(letter))?);
    let alternative = MultiPart::alternative().singlepart(text).singlepart(page);
    let kind = |text: String| ContentType::parse(&text).map_err(Error::internal);
    let attachment = |name: &str, calendar: &str| {
        let part = SinglePart::builder().header(kind(format!("application/ics; name=\"{name}\""))?);
        Ok::<_, Error>(part.header(ContentDisposition::attachment(name)).body(Body::new(calendar.to_owned().into_bytes())))
    };
    let Some((method, calendar)) = &wrapping.calendar else {
        return Ok(match &wrapping.attached {
            Some(calendar) => MultiPart::mixed().multipart(alternative).singlepart(attachment("sessions.ics", calendar)?),
            None => alternative,
        });
    };
    let entry = SinglePart::builder()
        .header(kind(format!("text/calendar; charset=utf-8; method={method}; component=VEVENT"))?)
        .body(quoted(calendar.clone())?);
    Ok(MultiPart::mixed().multipart(alternative.singlepart(entry)).singlepart(attachment("invite.ics", calendar)?))
}

/// Quoted-printable, which keeps Latvian letters readable where programs do not decode, and lines short.
fn quoted(text: String) -> Result<Body> {
    Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable).map_err(|_| Error::internal("a text cannot be encoded"))
}

fn mailbox(name: &str, email: &str) -> Result<Mailbox> {
    let name = Some(one_line(name)).filter(|name| !name.is_empty());
    Ok(Mailbox::new(name, email.parse().map_err(Error::internal)?))
}

/// Nothing in it can end a header.
fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(Error::internal)?;
    let value = one_line(value);
    Ok(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value))
}

fn name(row: &outbox::Model) -> String {
    let at = crate::clock::instant(row.created_at).strftime("%Y%m%dT%H%M%S%3f");
    let id = row.message_id.split('@').next().unwrap_or_default();
    format!("{at}-{:08}-{id}", row.id)
}
