//! Longer texts people write, in Markdown.

use crate::page::lang;
use domain::text::Text;
use leptos::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;

/// A text with paragraphs, lists, emphasis and links, marked with its language. HTML in it is shown as it was typed.
#[component]
pub fn Markdown<'a>(text: &'a Text) -> impl IntoView + use<> {
    let (source, written_in) = text.pick_with_lang(lang());
    view! { <div class="prose" lang=(written_in != lang()).then(|| written_in.code()) inner_html=clean(source)></div> }
}

/// Parsed, then cleaned to the few elements a text needs.
fn clean(source: &str) -> String {
    let events = Parser::new_ext(source, Options::empty()).map(lowered);
    let mut raw = String::new();
    html::push_html(&mut raw, events);
    ammonia::Builder::default()
        .tags(HashSet::from(["p", "ul", "ol", "li", "em", "strong", "a", "br", "h3", "h4", "blockquote", "code"]))
        .link_rel(Some("noopener noreferrer nofollow"))
        .url_schemes(HashSet::from(["https", "http", "mailto"]))
        .clean(&raw)
        .to_string()
}

/// Headings start below those of the page; HTML becomes plain text.
fn lowered(event: Event<'_>) -> Event<'_> {
    let lower =
        |level: HeadingLevel| if level == HeadingLevel::H1 || level == HeadingLevel::H2 { HeadingLevel::H3 } else { HeadingLevel::H4 };
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => Event::Start(Tag::Heading { level: lower(level), id, classes, attrs }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_could_run_or_load_is_only_text() {
        let html =
            clean("# Hi\n\n**bold** <script>alert(1)</script> [x](javascript:alert(1)) ![i](https://e.org/i.png) <b onclick=x>b</b>");
        assert!(html.contains("<h3>Hi</h3>") && html.contains("<strong>bold</strong>"), "{html}");
        for never in ["<script", "javascript:", "<img", "<b "] {
            assert!(!html.contains(never), "{html}");
        }
    }
}
