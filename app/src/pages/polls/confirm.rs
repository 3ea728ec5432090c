//! The link of the letter: opening it shows a button, pressing it confirms the address.

use crate::failure::Page;
use crate::flash;
use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Title};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::service::date_polls;
use leptos::prelude::*;

/// `GET /polls/{poll}/confirm/{link}`
pub async fn ask(reader: Reader, State(site): State<Site>, Path((poll, link)): Path<(String, String)>) -> Page {
    let lang = reader.lang;
    let poll = date_polls::is_good(&site, &poll, &link).await?;
    let title = poll.title.0.pick(lang).to_owned();
    Ok(render(&reader, Meta::new(t(lang, "datepoll-confirm-title")).hidden(), StatusCode::OK, move || {
        view! {
            <Title sub=t!(lang, "datepoll-confirm-sub", title = title)>{t(lang, "datepoll-confirm-title")}</Title>
            <form method="post"><Actions><button class="button main" type="submit">{t(lang, "datepoll-confirm")}</button></Actions></form>
        }
    }))
}

/// `POST` there
pub async fn confirm(reader: Reader, State(site): State<Site>, Path((poll, link)): Path<(String, String)>) -> Page {
    date_polls::confirm(&site, &poll, &link).await?;
    Ok(flash::lead(&site, &reader.to(&format!("/polls/{poll}")), &t(reader.lang, "datepoll-confirmed")))
}
