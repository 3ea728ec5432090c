//! The page that asks once more before everything is gone.

use crate::failure::Page;
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::reader::Reader;
use crate::session;
use crate::text::t;
use crate::ui::{Checkbox, ErrorSummary, Section, Title};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use backend::Site;
use backend::service::erase as service;
use domain::fault::Fault;
use leptos::prelude::*;

pub async fn ask(reader: Reader) -> Page {
    reader.actor.me()?;
    Ok(page(&reader, Submitted::empty(), StatusCode::OK))
}

pub async fn erase(reader: Reader, State(site): State<Site>, mut form: Submitted) -> Page {
    reader.actor.me()?;
    if !form.has("confirm", "yes") {
        form.faults.push(Fault::new("confirm", "confirm_erase"));
        return Ok(page(&reader, form, StatusCode::UNPROCESSABLE_ENTITY));
    }
    service::erase(&site, &reader.actor).await?;
    let mut response = flash::lead(&site, &reader.to("/"), &t(reader.lang, "me-erased"));
    if let Some(value) = session::end() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}

fn page(reader: &Reader, form: Submitted, status: StatusCode) -> Response {
    let lang = reader.lang;
    let (export, back) = (reader.to("/me/export"), reader.to("/me"));
    render(reader, Meta::new(t(lang, "me-erase-title")).area(Area::Me).hidden(), status, move || {
        view! {
            <Title sub=t(lang, "me-erase-sub")>{t(lang, "me-erase-title")}</Title>
            <Section id="gone" title=t(lang, "me-erase-gone")>
                <div class="prose"><p>{t(lang, "me-erase-gone-text")}</p></div>
            </Section>
            <Section id="stays" title=t(lang, "me-erase-stays")>
                <div class="prose"><p>{t(lang, "me-erase-stays-text")}</p></div>
            </Section>
            <Section id="sure" title=t(lang, "me-erase-sure") note=t(lang, "me-erase-sure-note")>
                <form method="post" novalidate=true>
                    <ErrorSummary form=&form/>
                    <Checkbox form=&form name="confirm" label=t(lang, "me-erase-confirm")/>
                    <p class="actions">
                        <button class="button main" type="submit">{t(lang, "me-erase")}</button> " "
                        <a class="plain" href=back>{t(lang, "me-erase-back")}</a> " "
                        <a class="plain" href=export download="saiets.zip">{t(lang, "me-export")}</a>
                    </p>
                </form>
            </Section>
        }
    })
}
