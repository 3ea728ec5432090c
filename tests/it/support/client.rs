//! A client of the router: calls to the API with a token, pages and forms with a session.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt;

/// One who asks.
#[derive(Clone)]
pub struct Client {
    router: Router,
    token: Option<String>,
    session: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Client {
    pub fn new(router: Router, token: Option<String>, session: Option<String>) -> Self {
        Self { router, token, session }
    }

    /// The same person at another server.
    pub fn at(&self, router: &Router) -> Self {
        Self { router: router.clone(), ..self.clone() }
    }

    /// The cookie of the browser session, for requests with headers of their own.
    pub fn session(&self) -> String {
        format!("saiets_session={}", self.session.as_deref().expect("who has a session"))
    }

    /// A call to the API; `path` begins behind `/api/v1`.
    pub async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        self.call_with(method, path, body, &[]).await
    }

    pub async fn call_with(&self, method: Method, path: &str, body: Option<Value>, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.caller(method, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.map_or_else(Body::empty, |json| Body::from(json.to_string()));
        self.send(request.body(body).unwrap()).await
    }

    /// A body as it is, for what no JSON library would write.
    pub async fn post_raw(&self, path: &str, body: &'static [u8]) -> Answer {
        self.send(self.caller(Method::POST, path).body(body.into()).unwrap()).await
    }

    fn caller(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}")).header(header::CONTENT_TYPE, "application/json");
        match &self.token {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(Method::POST, path, Some(body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.call(Method::PUT, path, Some(body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.call(Method::PATCH, path, Some(body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.call(Method::DELETE, path, None).await
    }

    /// A page, feed or file, as a browser asks for it.
    pub async fn page(&self, path: &str) -> Answer {
        self.send(self.browser(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    /// A form sent by a browser.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.submit_raw(path, form.into_bytes()).await
    }

    /// A form as a browser sends it that says this of where it comes from.
    pub async fn submit_from(&self, path: &str, origin: (&str, &str)) -> Answer {
        let request = self.browser(Method::POST, path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.header(origin.0, origin.1).body(Body::empty()).unwrap()).await
    }

    /// A form body as it is, for what no browser would send.
    pub async fn submit_raw(&self, path: &str, form: Vec<u8>) -> Answer {
        let request = self.browser(Method::POST, path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.header("sec-fetch-site", "same-origin").body(Body::from(form)).unwrap()).await
    }

    /// A file sent by the form of a browser, in the field `file`.
    pub async fn upload(&self, path: &str, name: &str, content: &[u8]) -> Answer {
        let head = format!("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        let body = [head.as_bytes(), content, b"\r\n--part--\r\n"].concat();
        let request = self.browser(Method::POST, path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=part");
        self.send(request.header("sec-fetch-site", "same-origin").body(Body::from(body)).unwrap()).await
    }

    fn browser(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::ACCEPT, "text/html");
        match &self.session {
            Some(_) => request.header(header::COOKIE, self.session()),
            None => request,
        }
    }

    /// Any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap() }
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The problem's `code`.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Fails, showing the body, unless the status is this.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}
