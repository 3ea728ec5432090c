//! What is the same for everybody who is nobody in particular is made once and kept for a moment, compressed. Nothing that is made
//! for somebody gets in here, and nothing kept outlives the next change.

mod condition;
mod encoding;

use app::failure::TooOften;
use app::page::Public;
use app::reader::Visitor;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Extensions, HeaderMap, Method, StatusCode, Version, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use backend::Site;
use condition::Condition;
use encoding::Encoding;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};

/// By the clock of the site: days that pass and windows that open are no changes of the data.
const KEPT_MS: i64 = 3_000;
/// While one request makes it anew, the others are still given what there is, until then.
const RENEWED_MS: i64 = 2 * KEPT_MS;
/// For all that is kept, in bytes.
const ROOM: u64 = 16 * 1024 * 1024;
/// So few are expected that the room is in few parts, and the largest feed fits into one.
const EXPECTED: usize = 100;
/// Longer addresses are not worth it.
const LONGEST: usize = 300;

/// Around pages and feeds: keeps what says that it is [`Public`], and answers by 304 where the asker has it.
pub fn around(router: Router<Site>, site: &Site) -> Router<Site> {
    // Compressing what holds both a secret and something a stranger wrote can give the secret away (BREACH).
    let public = |_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions| extensions.get::<Public>().is_some();
    let compression = CompressionLayer::new().compress_when(DefaultPredicate::new().and(public));
    let kept = Kept { site: Arc::new(site.clone()), answers: Arc::new(Cache::with_weighter(EXPECTED, ROOM, Weight)) };
    router.layer(compression).layer(from_fn_with_state(kept, keep))
}

/// Cloned for every request, so it is two pointers.
#[derive(Clone)]
struct Kept {
    site: Arc<Site>,
    answers: Arc<Cache<Key, Arc<Made>, Weight>>,
}

/// All that an answer to a visitor depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    visitor: Visitor,
    encoding: Encoding,
}

struct Made {
    headers: HeaderMap,
    body: Bytes,
    /// [`backend::db::Changes::count`] and the time before anything was read for it.
    changes: u64,
    at: i64,
    renewed: AtomicBool,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Made>> for Weight {
    fn weight(&self, key: &Key, made: &Arc<Made>) -> u64 {
        // The headers and the entry itself take about a kilobyte.
        u64::try_from(key.address.len() + made.body.len() + 1024).unwrap_or(u64::MAX)
    }
}

async fn keep(State(kept): State<Kept>, mut request: Request, next: Next) -> Response {
    let condition = Condition::taken_from(&mut request);
    let key = kept.key(&mut request);
    let made = key.as_ref().and_then(|key| kept.find(key));
    let response = match (made, key) {
        (Some(made), _) => made.response(),
        (None, Some(key)) => kept.make(key, next.run(request)).await,
        (None, None) => next.run(request).await,
    };
    condition.applied_to(response)
}

impl Kept {
    /// Nothing where the answer is not to be kept, whatever it turns out to be.
    fn key(&self, request: &mut Request) -> Option<Key> {
        let address = request.uri().path_and_query()?.as_str();
        if request.method() != Method::GET || address.len() > LONGEST || request.extensions().get::<TooOften>().is_some() {
            return None;
        }
        let (address, visitor) = (address.to_owned(), Visitor::of(&self.site, request.uri().path(), request.headers())?);
        Some(Key { address, visitor, encoding: Encoding::chosen(request.headers_mut()) })
    }

    fn find(&self, key: &Key) -> Option<Arc<Made>> {
        let made = self.answers.get(key)?;
        let age = self.site.now().as_millisecond() - made.at;
        let is_fresh = match age {
            0..KEPT_MS => true,
            KEPT_MS..RENEWED_MS => made.renewed.swap(true, Ordering::Relaxed),
            _ => false,
        };
        (is_fresh && made.changes == self.site.db.changes().count()).then_some(made)
    }

    async fn make(&self, key: Key, answer: impl Future<Output = Response>) -> Response {
        let (changes, at) = (self.site.db.changes().count(), self.site.now().as_millisecond());
        let response = answer.await;
        let is_public = response.status() == StatusCode::OK && response.extensions().get::<Public>().is_some();
        if !is_public || response.headers().contains_key(header::SET_COOKIE) {
            return response;
        }
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let made = Arc::new(Made { headers: parts.headers, body, changes, at, renewed: AtomicBool::new(false) });
        self.answers.insert(key, made.clone());
        made.response()
    }
}

impl Made {
    fn response(&self) -> Response {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.headers_mut() = self.headers.clone();
        response
    }
}
