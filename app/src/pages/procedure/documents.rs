//! The documents of a written procedure: read by everybody who sees its event, added and taken away by organisers until it opens.

use super::set::for_setting;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::page::{Area, Meta, render};
use crate::pages::topics::{as_download, read_file, size, upload};
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Empty, Section, Title};
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use backend::Site;
use backend::entity::event_file;
use backend::service::files::NewFile;
use backend::service::procedure::{self as procedures, DOCUMENTS_MAX};
use domain::text::Lang;
use leptos::prelude::*;

/// `GET /organise/events/{event}/documents`
pub async fn ask(reader: Reader, State(site): State<Site>, Path(slug): Path<String>) -> Page {
    page(&reader, &site, &slug, Submitted::empty(), StatusCode::OK).await
}

/// `POST` there: one document.
pub async fn add(reader: Reader, State(site): State<Site>, Path(slug): Path<String>, parts: Result<Multipart, MultipartRejection>) -> Page {
    for_setting(&reader, &site, &slug).await?;
    let mut form = Submitted::empty();
    let file = match parts {
        Ok(parts) => read_file(parts).await?,
        Err(_) => NewFile::default(),
    };
    match procedures::attach(&site, &reader.actor, &slug, file).await {
        Ok(_) => Ok(flash::lead(&site, &reader.to(&format!("/organise/events/{slug}/documents")), &t(reader.lang, "file-added"))),
        Err(error) => {
            form.refused(error)?;
            page(&reader, &site, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// `POST /organise/events/{event}/documents/{id}`: takes it away.
pub async fn remove(reader: Reader, State(site): State<Site>, Path((slug, id)): Path<(String, i64)>) -> Page {
    procedures::detach(&site, &reader.actor, &slug, id).await?;
    Ok(flash::lead(&site, &reader.to(&format!("/organise/events/{slug}/documents")), &t(reader.lang, "file-removed")))
}

/// `GET /events/{event}/documents/{id}`: a download and nothing else.
pub async fn download(reader: Reader, State(site): State<Site>, Path((slug, id)): Path<(String, i64)>) -> Page {
    let (file, parts) = procedures::document(&site, &reader.actor, &slug, id).await?;
    as_download(&file.name, file.kind.0, file.size, parts)
}

/// The documents to take along, below `href`; `remove`: with a button each to take it away.
pub fn list(lang: Lang, href: &str, files: &[event_file::Model], remove: Option<&str>) -> Option<AnyView> {
    let row = |file: &event_file::Model| {
        let kind = <&str>::from(file.kind.0).to_uppercase();
        let take = remove.map(|at| {
            let label = format!("{}: {}", t(lang, "file-remove"), file.name);
            view! { <form method="post" action=format!("{at}/documents/{}", file.id)><button class="plain" type="submit" aria-label=label>{t(lang, "file-remove")}</button></form> }
        });
        let at = format!("{href}/documents/{}", file.id);
        view! { <li><a href=at download=file.name.clone()>{file.name.clone()}</a> " " <span class="small quiet">{kind} ", " {size(lang, file.size)}</span>{take}</li> }
    };
    let rows = files.iter().map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="files">{rows}</ul> }.into_any())
}

/// The same as a part of a page; nothing where there is none.
pub fn section(lang: Lang, href: &str, files: &[event_file::Model]) -> Option<AnyView> {
    list(lang, href, files, None)
        .map(|list| view! { <Section id="documents" title=t(lang, "procedure-documents")>{list}</Section> }.into_any())
}

async fn page(reader: &Reader, site: &Site, slug: &str, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let seen = for_setting(reader, site, slug).await?;
    let files = procedures::documents(site.db.read(), seen.event.id).await?;
    let full = u64::try_from(files.len()).map_err(|_| Failed::Internal)? >= DOCUMENTS_MAX;
    let meta = Meta::new(t(lang, "procedure-documents")).area(Area::Organise).hidden();
    let title = seen.event.title.0.pick(lang).to_owned();
    Ok(render(reader, meta, code, move || {
        let (href, organise) = (reader.to(&format!("/events/{slug}")), reader.to(&format!("/organise/events/{slug}")));
        let list = list(lang, &href, &files, Some(&organise)).unwrap_or_else(|| view! { <Empty say=t(lang, "files-none")/> }.into_any());
        let add =
            if full { view! { <p class="quiet">{t(lang, "procedure-files-full")}</p> }.into_any() } else { upload(lang, &form, false) };
        let back = format!("{organise}/procedure");
        view! {
            <Title inner=true sub=title>{t(lang, "procedure-documents")}</Title>
            {list} {add}
            <p class="actions"><a class="plain" href=back>{t(lang, "procedure-to-questions")}</a></p>
        }
    }))
}
