//! What a page may load and do, said to the browser with every answer.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use backend::Site;
use leptos::nonce::Nonce;

/// Which features of the browser no page needs.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/// Makes the nonce of one answer, hands it to the page in the request's extensions, and sets the headers that keep others out.
pub async fn guard(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_SECURITY_POLICY, &policy(&nonce));
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

fn policy(nonce: &Nonce) -> String {
    [
        // Nothing comes from another host.
        "default-src 'self'".to_owned(),
        // Our module, the one inline line that starts it, and the wasm it compiles.
        format!("script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        // One file of styles; no style attributes, so injected text cannot dress up as the page.
        "style-src 'self'".to_owned(),
        // Pictures drawn into the page are SVG elements; data: is for the small ones browsers make themselves.
        "img-src 'self' data:".to_owned(),
        // Live seats and similar topics ask this server only.
        "connect-src 'self'".to_owned(),
        // Plug-ins have no place here.
        "object-src 'none'".to_owned(),
        // Nobody may lay the page under their own buttons.
        "frame-ancestors 'none'".to_owned(),
        // A <base> in injected text would turn every link.
        "base-uri 'none'".to_owned(),
        // What is typed goes to this server only.
        "form-action 'self'".to_owned(),
    ]
    .join("; ")
}
