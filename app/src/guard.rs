//! What a page may load and do, said to the browser with every answer.

use crate::assets;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use backend::Site;
use std::sync::OnceLock;

/// Which features of the browser no page needs.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/// Sets the headers that keep others out.
pub async fn guard(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Some(policy) = policy() {
        // A download has a stricter one of its own.
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Addresses of closed events and one-time links stay here.
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // Browsers then never ask without https again.
    if site.config.is_https() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    response
}

/// The same for every answer, so that a page can be kept as it is.
fn policy() -> Option<HeaderValue> {
    static POLICY: OnceLock<Option<HeaderValue>> = OnceLock::new();
    POLICY.get_or_init(|| HeaderValue::from_str(&rules(&assets::scripts().hash)).ok()).clone()
}

fn rules(script: &str) -> String {
    [
        // Nothing comes from another host.
        "default-src 'self'",
        // Our module, the one inline line that starts it, known by its hash, and the wasm it compiles.
        &format!("script-src 'self' '{script}' 'wasm-unsafe-eval'"),
        // One file of styles; no style attributes, so injected text cannot dress up as the page.
        "style-src 'self'",
        // Pictures drawn into the page are SVG elements; data: is for the small ones browsers make themselves.
        "img-src 'self' data:",
        // Live seats and similar topics ask this server only.
        "connect-src 'self'",
        // Plug-ins have no place here.
        "object-src 'none'",
        // Nobody may lay the page under their own buttons.
        "frame-ancestors 'none'",
        // A <base> in injected text would turn every link.
        "base-uri 'none'",
        // What is typed goes to this server only.
        "form-action 'self'",
    ]
    .join("; ")
}
