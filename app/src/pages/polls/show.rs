//! The page of a date poll: shown, answered, and found again by one's own link.

use super::content::content;
use crate::cookie;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::text::t;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use backend::service::date_polls::{self, Answered, Given, View};
use backend::{Error, Site};
use domain::fault::Fault;

/// The secret of an answer without an account is kept in the browser this long.
const REMEMBERED: u32 = 400 * 86_400;

fn cookie_name(poll: &str) -> String {
    format!("poll_{poll}")
}

fn secret<'h>(headers: &'h HeaderMap, poll: &str) -> Option<&'h str> {
    cookie::read(headers, &cookie_name(poll))
}

/// `GET /polls/{poll}`
pub async fn show(reader: Reader, State(site): State<Site>, Path(poll): Path<String>, headers: HeaderMap) -> Page {
    page(&reader, &site, &poll, &headers, None, StatusCode::OK).await
}

/// `GET /polls/{poll}/mine/{secret}`: one's own answer, on another device.
pub async fn come_back(reader: Reader, State(site): State<Site>, Path((poll, secret)): Path<(String, String)>) -> Page {
    date_polls::view(&site, &Default::default(), &poll, Some(&secret)).await?.mine.ok_or(Failed::NotFound)?;
    let mut response = flash::see_other(&reader.to(&format!("/polls/{poll}")));
    remember(&mut response, &poll, &secret, REMEMBERED);
    Ok(response)
}

fn remember(response: &mut Response, poll: &str, secret: &str, seconds: u32) {
    if let Some(value) = cookie::write(&cookie_name(poll), secret, seconds) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// `POST /polls/{poll}`
pub async fn send(reader: Reader, State(site): State<Site>, Path(poll): Path<String>, headers: HeaderMap, mut form: Submitted) -> Page {
    let (to, mine) = (reader.to(&format!("/polls/{poll}")), secret(&headers, &poll));
    if form.get("do") == "take-back" {
        date_polls::take_back(&site, &reader.actor, &poll, mine).await?;
        let mut response = flash::lead(&site, &to, &t(reader.lang, "datepoll-taken-back"));
        remember(&mut response, &poll, "", 0);
        return Ok(response);
    }
    if form.faults.is_empty() {
        match date_polls::answer(&site, &reader.actor, &poll, mine, given(&reader, &form)).await {
            Ok(answered) => return Ok(kept(&reader, &site, &poll, &to, answered)),
            // Said on the page itself, where what was chosen can still be read.
            Err(Error::Conflict(code)) => {
                form.faults.push(Fault::new("answers", code));
                return page(&reader, &site, &poll, &headers, Some(form), StatusCode::CONFLICT).await;
            }
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &poll, &headers, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
}

fn given(reader: &Reader, form: &Submitted) -> Given {
    let answers = form.typed().filter_map(|(name, value)| Some((name.strip_prefix("answers.")?.to_owned(), value.to_owned())));
    Given {
        answers: answers.collect(),
        name: form.get("name").to_owned(),
        email: form.given("email").map(str::to_owned),
        zone: reader.own.as_ref().map(|own| own.home.clone()),
        language: reader.lang,
    }
}

fn kept(reader: &Reader, site: &Site, poll: &str, to: &str, answered: Answered) -> Response {
    let lang = reader.lang;
    let unsure = answered.reply.email.is_some() && !answered.reply.email_confirmed;
    let words = match (answered.letter, unsure) {
        (true, _) => t(lang, "datepoll-saved-letter"),
        (false, true) => t(lang, "datepoll-saved-no-letter"),
        (false, false) => t(lang, "datepoll-saved"),
    };
    let mut response = flash::lead(site, to, &words);
    if let Some(secret) = &answered.secret {
        remember(&mut response, poll, secret, REMEMBERED);
    }
    response
}

async fn page(reader: &Reader, site: &Site, poll: &str, headers: &HeaderMap, typed: Option<Submitted>, status: StatusCode) -> Page {
    let secret = secret(headers, poll);
    let view = date_polls::view(site, &reader.actor, poll, secret).await?;
    let there = site.zones.get(&view.poll.zone).map_err(Error::internal)?;
    let own = reader.own.as_ref().and_then(|own| site.zones.get(&own.home).ok()).unwrap_or(there);
    let form = typed.unwrap_or_else(|| filled(&view));
    let title = view.poll.title.0.pick(reader.lang).to_owned();
    let own_link = view.mine.as_ref().filter(|mine| mine.person_id.is_none()).and(secret);
    let own_link = own_link.map(|secret| site.url(&reader.to(&format!("/polls/{poll}/mine/{secret}"))));
    Ok(render(reader, Meta::new(title).hidden(), status, || content(reader, site, &view, &form, own, there, own_link)))
}

/// What the reader answered before.
fn filled(view: &View) -> Submitted {
    let Some(mine) = &view.mine else { return Submitted::empty() };
    let form = Submitted::empty().with("name", mine.name.clone()).with("email", mine.email.clone().unwrap_or_default());
    mine.answers.0.iter().fold(form, |form, (slot, answer)| form.with(&format!("answers.{slot}"), <&str>::from(*answer)))
}
