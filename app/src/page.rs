//! One page as an answer: the document around what a handler shows.

#[cfg(test)]
mod tests;

use crate::flash;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::Notice;
use crate::{assets, text};
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::text::Lang;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::tachys::view::RenderHtml;
use std::sync::Arc;

/// Which part of the masthead is the current one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Area {
    /// None of them.
    #[default]
    Elsewhere,
    /// What takes place.
    Events,
    /// The planner of fair times.
    Plan,
    /// The pages of organisers.
    Organise,
    /// The reader's own.
    Me,
}

/// A script of one page's own, beside the islands: small, and without wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// A ballot cast without a connection is kept until there is one.
    Ballot,
    /// Sessions are moved on the board of an agenda.
    Board,
}

/// What the document says of itself.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    title: String,
    area: Area,
    description: Option<String>,
    feed: Option<String>,
    hidden: bool,
    endless: bool,
    module: Option<Module>,
}

impl Meta {
    /// A page with this title, which "– Saiets" follows.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// In this part of the masthead.
    #[must_use]
    pub fn area(mut self, area: Area) -> Self {
        self.area = area;
        self
    }

    /// One sentence for search engines and link previews.
    #[must_use]
    pub fn description(mut self, sentence: impl Into<String>) -> Self {
        self.description = Some(sentence.into());
        self
    }

    /// The calendar of what the page shows.
    #[must_use]
    pub fn feed(mut self, address: impl Into<String>) -> Self {
        self.feed = Some(address.into());
        self
    }

    /// Not for search engines, because its addresses have no end; it is the same for everybody all the same.
    #[must_use]
    pub fn endless(mut self) -> Self {
        self.endless = true;
        self
    }

    /// With a script of its own.
    #[must_use]
    pub fn module(mut self, module: Module) -> Self {
        self.module = Some(module);
        self
    }

    /// Not for search engines: forms, personal pages, failures.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }
}

/// The language of the page being rendered, for the parts in [`crate::ui`].
pub fn lang() -> Lang {
    use_context().unwrap_or_default()
}

/// Whether the reader of the page being rendered wants their own time before that of the venue.
pub fn own_first() -> bool {
    use_context::<OwnFirst>().is_some_and(|OwnFirst(first)| first)
}

#[derive(Clone, Copy)]
struct OwnFirst(bool);

/// On an answer that is the same for all who are nobody in particular (see [`crate::reader::Visitor`]) and may be kept for them.
#[derive(Clone, Copy, Debug)]
pub struct Public;

/// Renders a page. `view` is a closure because islands and context need the page's owner around them.
pub fn render<V: IntoView>(reader: &Reader, meta: Meta, status: StatusCode, view: impl FnOnce() -> V) -> Response {
    // What search engines may not have is a form, a failure or somebody's own.
    let is_public = status == StatusCode::OK && !meta.hidden && reader.actor.me.is_none() && reader.flash.is_none();
    let html = html(reader.lang, || {
        provide_context(OwnFirst(reader.own_first));
        let content = view().into_view().to_html();
        document(reader, meta, content)
    });
    let mut response = answer(reader, status, html);
    if is_public {
        response.extensions_mut().insert(Public);
    }
    response
}

/// A piece of a page for an island to put in, without the document around it.
pub fn fragment<V: IntoView>(reader: &Reader, view: impl FnOnce() -> V) -> Response {
    with_html(StatusCode::OK, html(reader.lang, view))
}

/// Text of a view, in an owner of its own.
pub(crate) fn html<V: IntoView>(lang: Lang, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        provide_context(lang);
        view().into_view().to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

fn with_html(status: StatusCode, html: String) -> Response {
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    // The same address shows other things to other people.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("cookie"));
    response
}

fn answer(reader: &Reader, status: StatusCode, html: String) -> Response {
    let mut response = with_html(status, html);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(reader.lang.code()));
    if reader.flash.is_some()
        && let Some(value) = flash::spent()
    {
        headers.append(header::SET_COOKIE, value);
    }
    response
}

fn document(reader: &Reader, meta: Meta, content: String) -> impl IntoView {
    let lang = reader.lang;
    // Pages without an island stay without a script.
    let scripts = if content.contains("<leptos-island") { &assets::scripts().tags } else { "" };
    let flash =
        reader.flash.clone().map(|words| view! { <Notice calm=true status=true><p>{words}</p></Notice> }.to_html()).unwrap_or_default();
    let area = meta.area;
    view! {
        <!DOCTYPE html>
        <html lang=lang.code()>
            <head inner_html=head(reader, meta) + scripts></head>
            <body>
                <a class="skip" href="#content">{t(lang, "skip")}</a>
                {masthead(reader, area)}
                <main id="content" class="frame" tabindex="-1" inner_html=flash + &content></main>
                {colophon(reader)}
            </body>
        </html>
    }
}

fn head(reader: &Reader, meta: Meta) -> String {
    let lang = reader.lang;
    let title = text::t!(lang, "page-title", title = meta.title.clone());
    let locale = if lang == Lang::Lv { "lv_LV" } else { "en_GB" };
    view! {
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{title}</title>
        {meta.description.map(|sentence| view! { <meta name="description" content=sentence.clone()/> {og("description", sentence)} })}
        {og("title", meta.title)}
        {og("site_name", "Saiets".to_owned())}
        {og("type", "website".to_owned())}
        {og("locale", locale.to_owned())}
        {(meta.hidden || meta.endless).then(|| view! { <meta name="robots" content="noindex"/> })}
        <link rel="icon" href="/icon.svg" type="image/svg+xml"/>
        <link rel="preload" href="/fonts/faustina-5.3-latin.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
        <link rel="stylesheet" href=assets::stylesheet()/>
        {[reader.path.clone(), reader.here_in_other_language()].into_iter().zip([lang, lang.other()]).map(|(path, lang)| {
            view! { <link rel="alternate" hreflang=lang.code() href=format!("{}{path}", reader.base_url)/> }
        }).collect::<Vec<_>>()}
        {meta.module.map(|module| view! { <script type="module" src=assets::module(module)></script> })}
        {meta.feed.map(|feed| view! { <link rel="alternate" type="text/calendar" href=feed/> })}
    }
    .to_html()
}

/// What a link to the page looks like elsewhere (ogp.me).
fn og(name: &str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", format!("og:{name}")).attr("content", content)
}

fn masthead(reader: &Reader, area: Area) -> impl IntoView {
    let lang = reader.lang;
    let current = move |here: Area| (area == here).then_some("page");
    let organise = (reader.organises || reader.administers).then(|| {
        view! { <li><a href=reader.to("/organise") aria-current=current(Area::Organise)>{t(lang, "area-organise")}</a></li> }
    });
    let other = lang.other();
    let who = match &reader.name {
        Some(name) => view! { <a href=reader.to("/me") aria-current=current(Area::Me)>{name.clone()}</a> },
        None => view! { <a href=reader.sign_in() aria-current=None>{t(lang, "sign-in")}</a> },
    };
    view! {
        <header class="masthead">
            <div class="frame">
                <a class="wordmark" href=reader.to("/")>"Saiets"</a>
                <nav aria-label=t(lang, "main-menu")>
                    <ul>
                        <li><a href=reader.to("/events") aria-current=current(Area::Events)>{t(lang, "area-events")}</a></li>
                        <li><a href=reader.to("/plan") aria-current=current(Area::Plan)>{t(lang, "area-plan")}</a></li>
                        {organise}
                    </ul>
                </nav>
                <ul class="who">
                    <li>
                        <a href=reader.here_in_other_language() lang=other.code() hreflang=other.code()>{t(other, "language-name")}</a>
                    </li>
                    <li>{who}</li>
                </ul>
            </div>
        </header>
    }
}

fn colophon(reader: &Reader) -> impl IntoView {
    let lang = reader.lang;
    view! {
        <footer class="colophon">
            <div class="frame">
                <p>{t(lang, "colophon")}</p>
                <a href="/calendar.ics">{t(lang, "colophon-calendar")}</a>
                <a href=reader.to("/privacy")>{t(lang, "colophon-privacy")}</a>
                <a href=reader.to("/accessibility")>{t(lang, "colophon-accessibility")}</a>
                <a href=reader.to("/api")>{t(lang, "colophon-api")}</a>
            </div>
        </footer>
    }
}
