//! Files beside a topic: read by everybody who sees it, added and taken away by its author and by organisers.

use super::edit::{Address, find, layout};
use super::show::load;
use crate::failure::{Failed, Page};
use crate::flash;
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::{figure, t};
use crate::ui::{Empty, ErrorSummary};
use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use backend::Site;
use backend::entity::topic_file;
use backend::service::access::Seen;
use backend::service::files::{FILE_MAX, NewFile, Parts};
use backend::service::topics::{self, FILES_MAX, Shown};
use domain::text::Lang;
use domain::topic::FileKind;
use futures::stream::try_unfold;
use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The largest form, file and all.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// `GET /events/{event}/topics/{number}/files`
pub async fn ask(reader: Reader, State(site): State<Site>, Path(address): Path<Address>) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    page(&reader, &site, &seen, &shown, Submitted::empty(), StatusCode::OK).await
}

/// `POST` there: one file.
pub async fn add(
    reader: Reader,
    State(site): State<Site>,
    Path(address): Path<Address>,
    parts: Result<Multipart, MultipartRejection>,
) -> Page {
    let (seen, shown) = find(&reader, &site, &address).await?;
    let mut form = Submitted::empty();
    // What is no form of this kind holds no file.
    let file = match parts {
        Ok(parts) => read_file(parts).await?,
        Err(_) => NewFile::default(),
    };
    match topics::attach(&site, &reader.actor, shown.topic.id, file).await {
        Ok(_) => Ok(flash::lead(&site, &here(&reader, &address), &t(reader.lang, "file-added"))),
        Err(error) => {
            form.refused(error)?;
            page(&reader, &site, &seen, &shown, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn here(reader: &Reader, (slug, number): &Address) -> String {
    reader.to(&format!("/events/{slug}/topics/{number}/files"))
}

/// The part of a form called `file`; nothing where there is none.
pub async fn read_file(mut parts: Multipart) -> Result<NewFile, Failed> {
    let too_large = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failed::TooLarge,
        status => Failed::Malformed(status),
    };
    while let Some(part) = parts.next_field().await.map_err(too_large)? {
        if part.name() == Some("file") {
            let name = part.file_name().unwrap_or_default().to_owned();
            return Ok(NewFile { name, content: part.bytes().await.map_err(too_large)?.to_vec() });
        }
    }
    Ok(NewFile::default())
}

/// `POST /events/{event}/topics/{number}/files/{id}`: takes it away.
pub async fn remove(reader: Reader, State(site): State<Site>, Path((slug, number, id)): Path<(String, i32, i64)>) -> Page {
    let address = (slug, number);
    let (_, shown) = find(&reader, &site, &address).await?;
    topics::detach(&site, &reader.actor, shown.topic.id, id).await?;
    Ok(flash::lead(&site, &here(&reader, &address), &t(reader.lang, "file-removed")))
}

/// `GET /events/{event}/topics/{number}/files/{id}`: to take along.
pub async fn download(reader: Reader, State(site): State<Site>, Path((slug, number, id)): Path<(String, i32, i64)>) -> Page {
    let (_, shown) = load(&reader, &site, &slug, number).await?;
    let (file, parts) = topics::open(&site, &reader.actor, shown.topic.id, id).await?;
    as_download(&file.name, file.kind.0, file.size, parts)
}

/// A file as a download and nothing else; a browser neither shows it nor runs anything in it.
pub fn as_download(name: &str, kind: FileKind, size: i64, parts: Parts) -> Page {
    let name = format!("attachment; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC));
    let content = try_unfold(parts, async |mut parts| Ok::<_, backend::Error>(parts.bytes().await?.map(|part| (part, parts))));
    let mut response = Response::new(Body::from_stream(content));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|_| Failed::Internal)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

/// The files to take along; `remove`: with a button each to take it away.
pub(super) fn list(lang: Lang, href: &str, files: &[topic_file::Model], remove: bool) -> Option<AnyView> {
    let row = |file: &topic_file::Model| {
        let at = format!("{href}/files/{}", file.id);
        let kind = <&str>::from(file.kind.0).to_uppercase();
        let take = remove.then(|| {
            let label = format!("{}: {}", t(lang, "file-remove"), file.name);
            view! { <form method="post" action=at.clone()><button class="plain" type="submit" aria-label=label>{t(lang, "file-remove")}</button></form> }
        });
        view! { <li><a href=at.clone() download=file.name.clone()>{file.name.clone()}</a> " " <span class="small quiet">{kind} ", " {size(lang, file.size)}</span>{take}</li> }
    };
    let rows = files.iter().map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="files">{rows}</ul> }.into_any())
}

/// In kilobytes, or megabytes where there are many.
pub fn size(lang: Lang, bytes: i64) -> String {
    const KB: i64 = 1_024;
    match bytes {
        small if small < KB * KB => format!("{} KB", figure(lang, (small + KB - 1) / KB)),
        large => format!("{} MB", figure(lang, (large + KB * KB / 2) / (KB * KB))),
    }
}

async fn page(reader: &Reader, site: &Site, seen: &Seen, shown: &Shown, form: Submitted, code: StatusCode) -> Page {
    let lang = reader.lang;
    let topic = &shown.topic;
    let files = topics::listed(site.db.read(), topic.id).await?;
    let unnamed = shown.own && topic.author_sealed.is_some();
    layout(reader, site, seen, topic, t(lang, "files-title"), code, || {
        let href = reader.to(&format!("/events/{}/topics/{}", seen.event.slug, topic.number));
        let list = list(lang, &href, &files, true).unwrap_or_else(|| view! { <Empty say=t(lang, "files-none")/> }.into_any());
        let full = u64::try_from(files.len()).unwrap_or(u64::MAX) >= FILES_MAX;
        let add = if full { view! { <p class="quiet">{t(lang, "files-full")}</p> }.into_any() } else { upload(lang, &form, unnamed) };
        view! { {list} {add} }.into_any()
    })
    .await
}

/// The form that sends one file. `unnamed`: what is in a file may tell whose it is.
pub fn upload(lang: Lang, form: &Submitted, unnamed: bool) -> AnyView {
    let fault = form.fault("file").map(|found| crate::text::fault(lang, found));
    let invalid = fault.is_some().then_some("true");
    let error = fault.map(|fault| view! { <p class="error" id="file-error">{fault}</p> });
    let megabytes = i64::try_from(FILE_MAX / (1_024 * 1_024)).unwrap_or(10);
    let secret = unnamed.then(|| view! { <p id="file-secret"><b>{t(lang, "file-unnamed")}</b></p> });
    view! {
        <form class="mine" method="post" enctype="multipart/form-data" aria-label=t(lang, "file-add")>
            <section>
                <ErrorSummary form=form/>
                <div class=if invalid.is_some() { "field wrong" } else { "field" }>
                    <label for="file">{t(lang, "file-label")}</label>
                    <p class="help" id="file-help">{t!(lang, "file-help", n = megabytes)} " " {t(lang, "file-metadata")}</p>
                    {secret} {error}
                    <input
                        id="file" name="file" type="file"
                        accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp"
                        aria-describedby="file-help" aria-invalid=invalid
                    />
                </div>
                <p class="actions"><button class="button main" type="submit">{t(lang, "file-add")}</button></p>
            </section>
        </form>
    }
    .into_any()
}
