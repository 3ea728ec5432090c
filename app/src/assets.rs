//! The addresses of the files the build made, which carry a hash where the build gave them one.

use crate::page::{self, Module};
use axum::Router;
use axum::http::{HeaderValue, Response, header};
use axum::routing::get;
use backend::{Site, keys};
use domain::text::Lang;
use leptos::config::LeptosOptions;
use leptos::hydration::HydrationScripts;
use leptos::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tower::ServiceBuilder;
use tower_http::services::fs::ServeFileSystemResponseBody;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

const NAME: &str = "saiets";
/// For what has a name of its own for everything it ever says.
const LASTING: &str = "public, max-age=31536000, immutable";

/// The folder of the built site: `LEPTOS_SITE_ROOT`, else `site` beside the binary or in one of the two folders above it, so that an
/// installed binary, one in `target/debug` and a test in `target/debug/deps` all find theirs.
pub fn site_root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let near = || {
            let binary = std::env::current_exe().ok()?;
            binary.ancestors().skip(1).take(3).map(|folder| folder.join("site")).find(|site| site.is_dir())
        };
        std::env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from).or_else(near).unwrap_or_else(|| PathBuf::from("target/site"))
    })
}

// Beside the site; `make watch` writes none.
fn hash_file() -> PathBuf {
    site_root().with_file_name("hash.txt")
}

fn options() -> LeptosOptions {
    LeptosOptions::builder()
        .output_name(NAME)
        .site_root(site_root().to_string_lossy().into_owned())
        .hash_files(hashes().is_some())
        .hash_file(hash_file().to_string_lossy().into())
        .build()
}

/// The address of the style sheet.
pub fn stylesheet() -> &'static str {
    static HREF: OnceLock<String> = OnceLock::new();
    HREF.get_or_init(|| {
        let hash = hashes().and_then(|list| list.lines().find_map(|line| line.strip_prefix("css:").map(|hash| hash.trim().to_owned())));
        hash.map_or_else(|| format!("/pkg/{NAME}.css"), |hash| format!("/pkg/{NAME}.{hash}.css"))
    })
}

/// The address of a page's own script. It changes with what the script says, so that it can be kept for ever.
pub fn module(module: Module) -> String {
    let (name, text) = source(module);
    let hash: String = keys::hash(text).chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    format!("/modules/{name}.{hash}.js")
}

fn source(module: Module) -> (&'static str, &'static str) {
    match module {
        Module::Ballot => ("ballot", include_str!("modules/ballot.js")),
        Module::Board => ("board", include_str!("modules/board.js")),
    }
}

fn modules() -> Router<Site> {
    const ALL: [Module; 2] = [Module::Ballot, Module::Board];
    ALL.into_iter().fold(Router::new(), |router, of| {
        let script = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, LASTING)];
        router.route(&module(of), get(move || async move { (script, source(of).1) }))
    })
}

/// What starts the islands, the same for every page.
pub struct Scripts {
    /// The tags.
    pub tags: String,
    /// What a policy calls the line that stands in them: `sha256-…`.
    pub hash: String,
}

/// Made once: the names of the files are read from disk.
pub fn scripts() -> &'static Scripts {
    static SCRIPTS: OnceLock<Scripts> = OnceLock::new();
    SCRIPTS.get_or_init(|| {
        let tags = page::html(Lang::default(), || view! { <HydrationScripts options=options() islands=true/> });
        let hash = keys::digest(inline(&tags).unwrap_or_default());
        Scripts { hash: format!("sha256-{hash}"), tags }
    })
}

/// The text of the one script that is not a file.
fn inline(tags: &str) -> Option<&str> {
    let (_, from) = tags.split_once("<script")?;
    let (_, text) = from.split_once('>')?;
    text.split_once("</script>").map(|(text, _)| text)
}

/// What the build made, and fonts and icon. Names with a hash or a version never change what they mean.
pub fn files() -> Router<Site> {
    let folder = |name: &str| ServeDir::new(site_root().join(name)).precompressed_br().precompressed_gzip();
    let lasting = if hashes().is_some() { LASTING } else { "no-cache" };
    // What is not there today may be there after the next start, so only what was found is kept.
    let kept = |value: &'static str| {
        SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, move |found: &Response<ServeFileSystemResponseBody>| {
            found.status().is_success().then(|| HeaderValue::from_static(value))
        })
    };
    Router::new()
        .merge(modules())
        .nest_service("/pkg", ServiceBuilder::new().layer(kept(lasting)).service(folder("pkg")))
        .nest_service("/fonts", ServiceBuilder::new().layer(kept(LASTING)).service(folder("fonts")))
        .route_service(
            "/icon.svg",
            ServiceBuilder::new().layer(kept("public, max-age=86400")).service(ServeFile::new(site_root().join("icon.svg"))),
        )
}

fn hashes() -> Option<&'static str> {
    static HASHES: OnceLock<Option<String>> = OnceLock::new();
    HASHES.get_or_init(|| std::fs::read_to_string(hash_file()).ok()).as_deref()
}
