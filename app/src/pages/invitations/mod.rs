//! For organisers: who is invited to an event, what they answered, and inviting more.

mod foretold;
mod view;

use crate::failure::Failed;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::me::countries;
use crate::pages::organise;
use crate::reader::Reader;
use crate::text::t;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::repo::invitations::Only;
use backend::service::invitations::{self, Outcome, Wanted, WantedAudience};
use backend::service::planning;
use backend::{Error, Site};
use domain::region::Region;
use domain::similarity::folded;
use domain::text::Lang;
use serde::Deserialize;

/// Rows on one page.
const ROWS: u64 = 100;
/// So many of those who were not invited are named; the list shows the rest.
const NAMED: usize = 5;

pub use view::{audience_fields, region_name, segment_name};

type Page = Result<Response, Failed>;

/// `/organise/events/{event}/invitations`.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/organise/events/{event}/invitations", get(show).post(invite))
        .route("/organise/events/{event}/invitations/withdraw", get(ask).post(withdraw))
}

/// Which part of the list; what else stands in the address fills in the form.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    after: i64,
    lost: bool,
}

/// One of those invited.
#[derive(Debug, Deserialize)]
struct Whose {
    email: String,
}

/// The fields that a link may fill in.
const FIELDS: [&str; 4] = ["emails", "audience.segments", "audience.countries", "audience.competences"];

async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(asked): Query<Vec<(String, String)>>) -> Page {
    let value = |name: &str| asked.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str()).unwrap_or_default();
    let part = Part { after: value("after").parse().unwrap_or_default(), lost: value("only") == "undelivered" };
    let typed = asked.iter().filter(|(field, _)| FIELDS.contains(&field.as_str()));
    let form = typed.fold(Submitted::empty(), |form, (field, value)| form.with(field, value.clone()));
    page(&reader, &site, &slug, part, form, StatusCode::OK).await
}

async fn page(reader: &Reader, site: &Site, slug: &str, part: Part, form: Submitted, status: StatusCode) -> Page {
    let shown = invitations::show(site, &reader.actor, slug, Only { lost: part.lost, after: part.after }, ROWS).await?;
    let meta = Meta::new(t(reader.lang, "invitations-title")).area(Area::Organise).hidden();
    let here = reader.to(&format!("/organise/events/{slug}/invitations"));
    Ok(render(reader, meta, status, move || view::page(here, shown, &form, part.after, part.lost)))
}

/// Invites, once whom that reaches has been looked at.
async fn invite(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    if form.get("do") == "back" {
        return page(&reader, &site, &slug, Part::default(), form, StatusCode::OK).await;
    }
    if form.faults.is_empty() {
        match foretell_or_invite(&reader, &site, &slug, &form).await {
            Ok(answer) => return Ok(answer),
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &slug, Part::default(), form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Where nobody would be invited there is nothing to look at. What time would be fair to them, too, can be asked first.
async fn foretell_or_invite(reader: &Reader, site: &Site, slug: &str, form: &Submitted) -> Result<Response, Error> {
    let (lang, wanted) = (reader.lang, wanted(form));
    if form.get("do") == "plan" {
        let planned = planning::planned(site, &reader.actor, slug, Some(&wanted)).await?;
        return Ok(organise::to_planner(reader, &planned));
    }
    if form.get("do") != "send" {
        let told = invitations::foretell(site, &reader.actor, slug, &wanted, lang).await?;
        if told.outcome.invited > 0 {
            let meta = Meta::new(t(lang, "inviting-title")).area(Area::Organise).hidden();
            return Ok(render(reader, meta, StatusCode::OK, || foretold::inviting(&told, form)));
        }
    }
    let outcome = invitations::invite(site, &reader.actor, slug, wanted).await?;
    let here = reader.to(&format!("/organise/events/{slug}/invitations"));
    Ok(flash::lead(site, &here, &said(lang, &outcome)))
}

/// Addresses as people paste them: one a line, or with commas and semicolons between them.
fn wanted(form: &Submitted) -> Wanted {
    let audience = audience(form);
    let narrowed = !(audience.countries.is_empty() && audience.segments.is_empty() && audience.competences.is_empty());
    Wanted { emails: listed(form, "emails"), audience: narrowed.then_some(audience) }
}

/// The audience that a form with [`audience_fields`] describes.
pub fn audience(form: &Submitted) -> WantedAudience {
    WantedAudience {
        countries: listed(form, "audience.countries").into_iter().flat_map(codes_of).collect(),
        segments: form.all("audience.segments").map(str::to_owned).collect(),
        competences: listed(form, "audience.competences"),
        hosts: Vec::new(),
    }
}

fn listed(form: &Submitted, field: &str) -> Vec<String> {
    form.get(field).split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

/// The code of a country, or the codes of a part of the world, named in either language; what is neither is left as it was typed, to be
/// refused.
fn codes_of(typed: String) -> Vec<String> {
    let wanted = folded(&typed);
    let country = |lang| countries(lang).into_iter().find(|(_, name)| folded(name) == wanted).map(|(code, _)| code);
    let languages = [Lang::Lv, Lang::En];
    if let Some(code) = languages.into_iter().find_map(country) {
        return vec![code];
    }
    let named = |region: &Region| languages.into_iter().any(|lang| folded(&region_name(lang, *region)) == wanted);
    match Region::ALL.into_iter().find(named) {
        Some(region) => region.countries().map(str::to_owned).collect(),
        None => vec![typed],
    }
}

fn said(lang: Lang, outcome: &Outcome) -> String {
    let invited = t!(lang, "invitations-done", n = i64::try_from(outcome.invited).unwrap_or(i64::MAX));
    if outcome.skipped.is_empty() {
        return invited;
    }
    let named = outcome.skipped.iter().take(NAMED).map(|(email, code)| format!("{email} ({})", skipped(lang, code)));
    let named = named.collect::<Vec<_>>().join(", ");
    let rest = outcome.skipped.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!(" … +{rest}") } else { String::new() };
    format!("{invited} {} {named}{more}", t(lang, "invitations-skipped"))
}

fn skipped(lang: Lang, code: &str) -> String {
    let key = match code {
        "invalid_email" => "invitations-skipped-address",
        "already_invited" => "invitations-skipped-invited",
        "already_registered" => "invitations-skipped-registered",
        "contact_limit" => "invitations-skipped-limit",
        _ => "invitations-skipped-consent",
    };
    t(lang, key)
}

/// `GET …/withdraw?email=`: what it does, before it is done.
async fn ask(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(whose): Query<Whose>) -> Page {
    let told = invitations::withdrawal(&site, &reader.actor, &slug, &whose.email, reader.lang).await?;
    let back = reader.to(&format!("/organise/events/{slug}/invitations"));
    let meta = Meta::new(t(reader.lang, "invitations-withdraw")).area(Area::Organise).hidden();
    Ok(render(&reader, meta, StatusCode::OK, || foretold::withdrawing(&told, back)))
}

async fn withdraw(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, form: Submitted) -> Page {
    invitations::withdraw(&site, &reader.actor, &slug, form.get("email")).await?;
    let here = reader.to(&format!("/organise/events/{slug}/invitations"));
    Ok(flash::lead(&site, &here, &t(reader.lang, "invitations-withdrawn")))
}
