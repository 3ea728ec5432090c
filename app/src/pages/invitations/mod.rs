//! For organisers: who is invited to an event, what they answered, and inviting more.

mod view;

use crate::failure::Failed;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::me::countries;
use crate::reader::Reader;
use crate::text::t;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use backend::Site;
use backend::service::invitations::{self, Outcome, Wanted, WantedAudience};
use domain::similarity::folded;
use domain::text::Lang;
use serde::Deserialize;

/// Rows on one page.
const ROWS: u64 = 100;
/// So many of those who were not invited are named; the list shows the rest.
const NAMED: usize = 5;

type Page = Result<Response, Failed>;

/// `/organise/events/{event}/invitations`.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/organise/events/{event}/invitations", get(show).post(invite))
        .route("/organise/events/{event}/invitations/withdraw", post(withdraw))
}

#[derive(Debug, Deserialize)]
struct Part {
    after: Option<i64>,
}

async fn show(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, Query(part): Query<Part>) -> Page {
    page(&reader, &site, &slug, part.after.unwrap_or_default(), Submitted::empty(), StatusCode::OK).await
}

async fn page(reader: &Reader, site: &Site, slug: &str, after: i64, form: Submitted, status: StatusCode) -> Page {
    let shown = invitations::show(site, &reader.actor, slug, after, ROWS).await?;
    let meta = Meta::new(t(reader.lang, "invitations-title")).area(Area::Organise).hidden();
    let here = reader.to(&format!("/organise/events/{slug}/invitations"));
    Ok(render(reader, meta, status, move || view::page(here, shown, &form, after)))
}

async fn invite(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, mut form: Submitted) -> Page {
    if form.faults.is_empty() {
        match invitations::invite(&site, &reader.actor, &slug, wanted(&form)).await {
            Ok(outcome) => {
                let here = reader.to(&format!("/organise/events/{slug}/invitations"));
                return Ok(flash::lead(&site, &here, &said(reader.lang, &outcome)));
            }
            Err(error) => form.refused(error)?,
        }
    }
    page(&reader, &site, &slug, 0, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Addresses as people paste them: one a line, or with commas and semicolons between them.
fn wanted(form: &Submitted) -> Wanted {
    let list = |field: &str, ends: &[char]| -> Vec<String> {
        form.get(field).split(ends).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
    };
    let audience = WantedAudience {
        countries: list("audience.countries", &[',', ';', '\n']).into_iter().map(code_of).collect(),
        segments: form.all("audience.segments").map(str::to_owned).collect(),
        competences: list("audience.competences", &[',', ';', '\n']),
        hosts: Vec::new(),
    };
    let narrowed = !(audience.countries.is_empty() && audience.segments.is_empty() && audience.competences.is_empty());
    Wanted { emails: list("emails", &['\n', ',', ';']), audience: narrowed.then_some(audience) }
}

/// The code of a country named in either language; what is none is left as it was typed, to be refused.
fn code_of(typed: String) -> String {
    let named = |lang| countries(lang).into_iter().find(|(_, name)| folded(name) == folded(&typed));
    [Lang::Lv, Lang::En].into_iter().find_map(named).map_or(typed, |(code, _)| code)
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

async fn withdraw(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, form: Submitted) -> Page {
    invitations::withdraw(&site, &reader.actor, &slug, form.get("email")).await?;
    let here = reader.to(&format!("/organise/events/{slug}/invitations"));
    Ok(flash::lead(&site, &here, &t(reader.lang, "invitations-withdrawn")))
}
