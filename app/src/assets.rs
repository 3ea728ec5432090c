//! The addresses of the files the build made, which carry a hash where the build gave them one.

use leptos::config::LeptosOptions;
use leptos::hydration::HydrationScripts;
use leptos::nonce::Nonce;
use leptos::prelude::*;
use std::sync::OnceLock;

const NAME: &str = "saiets";
/// Stands for the nonce in the scripts that are kept between requests.
const PLACE_OF_NONCE: &str = "nonce-goes-here";

/// Where the built site is. The hashes lie in `hash.txt` beside the binary, if the build made them.
pub fn options() -> &'static LeptosOptions {
    static OPTIONS: OnceLock<LeptosOptions> = OnceLock::new();
    OPTIONS.get_or_init(|| {
        let site_root = std::env::var("LEPTOS_SITE_ROOT").unwrap_or_else(|_| "target/site".to_owned());
        LeptosOptions::builder().output_name(NAME).site_root(site_root).hash_files(hashes().is_some()).build()
    })
}

/// The address of the style sheet.
pub fn stylesheet() -> &'static str {
    static HREF: OnceLock<String> = OnceLock::new();
    HREF.get_or_init(|| {
        let hash = hashes().and_then(|list| list.lines().find_map(|line| line.strip_prefix("css:").map(|hash| hash.trim().to_owned())));
        hash.map_or_else(|| format!("/pkg/{NAME}.css"), |hash| format!("/pkg/{NAME}.{hash}.css"))
    })
}

/// The tags that start the islands. The same for every page but for the nonce, so the hashes are read from disk once.
pub fn scripts(nonce: &Nonce) -> String {
    static SCRIPTS: OnceLock<String> = OnceLock::new();
    let scripts = SCRIPTS.get_or_init(|| {
        provide_context(Nonce::from_value(PLACE_OF_NONCE));
        view! { <HydrationScripts options=options().clone() islands=true/> }.to_html()
    });
    scripts.replace(PLACE_OF_NONCE, nonce)
}

fn hashes() -> Option<&'static str> {
    static HASHES: OnceLock<Option<String>> = OnceLock::new();
    let read = || std::fs::read_to_string(std::env::current_exe().ok()?.parent()?.join("hash.txt")).ok();
    HASHES.get_or_init(read).as_deref()
}
