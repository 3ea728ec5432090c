//! Settings that can be read, but may not be meant.

use super::Report;
use crate::settings::{self, Settings};
use std::os::unix::fs::PermissionsExt;
use url::Url;

pub(super) fn look(settings: &Settings, report: &mut Report) {
    address(settings, report);
    proxies(settings, report);
    secret(settings, report);
    inbox(settings, report);
    if !settings.rate_limits {
        report.warns("limits", "SAIETS_RATE_LIMITS is off", "leave it out: off is for measuring on one machine");
    }
    if app::assets::site_root().join("pkg").is_dir() {
        report.fine("site", app::assets::site_root().display().to_string());
    } else {
        report.wrong("site", "styles and scripts are not there", "put the folder `site` and `hash.txt` of the build beside the binary");
    }
}

fn address(settings: &Settings, report: &mut Report) {
    let listens_outside = !settings.listen.ip().is_loopback();
    match settings.base_url.as_deref() {
        Some(url) if is_local(url) || url.starts_with("https:") => report.fine("address", url),
        Some(url) => report.warns(
            "address",
            format!("{url} is not https: browsers keep no sign-in"),
            "put a proxy with TLS before it and set SAIETS_BASE_URL=https://…",
        ),
        None if listens_outside => report.wrong(
            "address",
            "SAIETS_BASE_URL is not set: links in mails lead nowhere",
            "set it to the address people type, like https://saiets.example",
        ),
        None => report.fine("address", format!("http://{}, for this machine only", settings.listen)),
    }
}

/// Browsers treat this machine as if it were https.
fn is_local(url: &str) -> bool {
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    host == "localhost" || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn proxies(settings: &Settings, report: &mut Report) {
    let has_proxy = settings.base_url.as_deref().is_some_and(|url| url.starts_with("https:"));
    match (has_proxy, settings.trusted_proxies.is_empty()) {
        (true, true) => report.warns(
            "proxies",
            "https is the proxy's affair, and none is trusted: all visitors share one limit",
            "set SAIETS_TRUSTED_PROXIES to its network, like 127.0.0.1/32",
        ),
        (_, false) => report.fine("proxies", "forwarding headers are believed from SAIETS_TRUSTED_PROXIES only"),
        (false, true) => {}
    }
}

fn secret(settings: &Settings, report: &mut Report) {
    let file = settings.data_dir.join(settings::SECRET);
    let is_open = std::fs::metadata(&file).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0);
    match (&settings.secret, settings::found_secret(&settings.data_dir)) {
        (Some(_), _) => report.fine("secret", "from SAIETS_SECRET: keep it beside the backups, which do not hold it"),
        (None, Ok(Some(_))) if is_open => {
            report.wrong("secret", "others on this machine can read it", "chmod 600 the file `secret` in the data folder")
        }
        (None, Ok(Some(_))) => report.fine("secret", "kept in the data folder and in every backup"),
        (None, Ok(None)) => report.fine("secret", "made at the first start, in the data folder"),
        (None, Err(_)) => report.wrong("secret", "the file `secret` in the data folder cannot be used", "restore it from a backup"),
    }
}

fn inbox(settings: &Settings, report: &mut Report) {
    match (settings.is_given("inbox_url"), settings.is_given("authserv_id")) {
        (true, false) => report.warns(
            "inbox",
            "SAIETS_AUTHSERV_ID is not set: whoever forges a From can answer for others",
            "set it to the name your mail server puts first in Authentication-Results",
        ),
        (true, true) => report.fine("inbox", "answers count where Authentication-Results show a pass"),
        (false, _) => report.fine("inbox", "none: answers to invitations are not read"),
    }
}
