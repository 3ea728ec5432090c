//! What is promised: privacy, accessibility.

use crate::page::{Meta, render};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Section, Title};
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::Site;
use leptos::prelude::*;

/// `/privacy`, `/accessibility`
pub fn router() -> Router<Site> {
    Router::new().route("/privacy", get(privacy)).route("/accessibility", get(accessibility))
}

async fn privacy(reader: Reader) -> Response {
    let lang = reader.lang;
    let me = reader.to("/me");
    render(&reader, Meta::new(t(lang, "privacy-title")), StatusCode::OK, move || {
        view! {
            <Title sub=t(lang, "privacy-sub")>{t(lang, "privacy-title")}</Title>
            <Section id="held" title=t(lang, "privacy-held")>
                <div class="prose"><p>{t(lang, "privacy-held-profile")}</p><p>{t(lang, "privacy-held-places")}</p><p>{t(lang, "privacy-held-needs")}</p><p>{t(lang, "privacy-held-polls")}</p></div>
            </Section>
            <Section id="seen" title=t(lang, "privacy-seen")>
                <div class="prose"><p>{t(lang, "privacy-seen-attendance")}</p><p>{t(lang, "privacy-seen-topics")}</p><p>{t(lang, "privacy-seen-votes")}</p></div>
            </Section>
            <Section id="rights" title=t(lang, "privacy-rights")>
                <div class="prose"><p>{t(lang, "privacy-rights-text")}</p><p><a class="plain" href=me>{t(lang, "privacy-me")}</a></p></div>
            </Section>
            <Section id="cookies" title=t(lang, "privacy-cookies")>
                <div class="prose"><p>{t(lang, "privacy-cookies-text")}</p></div>
            </Section>
        }
    })
}

async fn accessibility(reader: Reader) -> Response {
    let lang = reader.lang;
    render(&reader, Meta::new(t(lang, "accessibility-title")), StatusCode::OK, move || {
        view! {
            <Title sub=t(lang, "accessibility-sub")>{t(lang, "accessibility-title")}</Title>
            <Section id="works" title=t(lang, "accessibility-works")>
                <div class="prose"><p>{t(lang, "accessibility-works-keyboard")}</p><p>{t(lang, "accessibility-works-script")}</p><p>{t(lang, "accessibility-works-pictures")}</p></div>
            </Section>
            <Section id="lacking" title=t(lang, "accessibility-lacking")>
                <div class="prose"><p>{t(lang, "accessibility-lacking-text")}</p></div>
            </Section>
        }
    })
}
