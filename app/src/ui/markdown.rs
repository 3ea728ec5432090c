//! Longer texts people write, in Markdown.

use crate::page::lang;
use domain::mention::{AUTHOR, find};
use domain::text::Text;
use leptos::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};
use std::collections::HashSet;

/// A text with paragraphs, lists, emphasis and links, marked with its language. HTML in it is shown as it was typed.
#[component]
pub fn Markdown<'a>(text: &'a Text) -> impl IntoView + use<> {
    let (source, written_in) = text.pick_with_lang(lang());
    view! { <div class="prose" lang=(written_in != lang()).then(|| written_in.code()) inner_html=clean(source, None)></div> }
}

/// As [`Markdown`], of a comment: an `@` with one of the names that stand in its topic, or with its author, is marked.
#[component]
pub fn Spoken<'a>(text: &'a Text, names: &'a [String]) -> impl IntoView + use<> {
    let (source, written_in) = text.pick_with_lang(lang());
    view! { <div class="prose" lang=(written_in != lang()).then(|| written_in.code()) inner_html=clean(source, Some(names))></div> }
}

/// Parsed, then cleaned to the few elements a text needs.
fn clean(source: &str, names: Option<&[String]>) -> String {
    let events = TextMergeStream::new(Parser::new_ext(source, Options::empty()).map(lowered));
    let mut raw = String::new();
    match names {
        Some(names) => html::push_html(&mut raw, marked(events, names).into_iter()),
        None => html::push_html(&mut raw, events),
    }
    ammonia::Builder::default()
        .tags(HashSet::from(["p", "ul", "ol", "li", "em", "strong", "a", "br", "h3", "h4", "blockquote", "code", "mark"]))
        .add_tag_attributes("mark", &["translate"])
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

/// With the names marked, wherever text is neither a link nor code. What was typed as HTML is text already.
fn marked<'e>(events: impl Iterator<Item = Event<'e>>, names: &[String]) -> Vec<Event<'e>> {
    let names: Vec<&str> = names.iter().map(String::as_str).chain(AUTHOR).collect();
    let mut inside = 0_usize;
    let mut all = Vec::new();
    for event in events {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => inside += 1,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => inside = inside.saturating_sub(1),
            Event::Text(text) if inside == 0 => {
                mark(text, &names, &mut all);
                continue;
            }
            _ => {}
        }
        all.push(event);
    }
    all
}

/// A name is in no language; the word for the author is in the one it was typed in.
fn mark(text: &str, names: &[&str], all: &mut Vec<Event<'_>>) {
    let words = |part: Option<&str>| Event::Text(part.unwrap_or_default().to_owned().into());
    let mut at = 0;
    for found in find(text, names) {
        let open = match names.len().saturating_sub(found.who) {
            2 => "<mark lang=\"lv\">",
            1 => "<mark lang=\"en\">",
            _ => "<mark translate=\"no\">",
        };
        all.push(words(text.get(at..found.range.start)));
        all.push(Event::InlineHtml(open.into()));
        all.push(words(text.get(found.range.clone())));
        all.push(Event::InlineHtml("</mark>".into()));
        at = found.range.end;
    }
    all.push(words(text.get(at..)));
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_could_run_or_load_is_only_text() {
        let html =
            clean("# Hi\n\n**bold** <script>alert(1)</script> [x](javascript:alert(1)) ![i](https://e.org/i.png) <b onclick=x>b</b>", None);
        assert!(html.contains("<h3>Hi</h3>") && html.contains("<strong>bold</strong>"), "{html}");
        for never in ["<script", "javascript:", "<img", "<b "] {
            assert!(!html.contains(never), "{html}");
        }
    }

    #[test]
    fn a_name_is_marked_and_can_bring_nothing_else() {
        let names = ["Ilze".to_owned(), "<img src=x onerror=alert(1)>".to_owned(), "**Jānis**".to_owned()];
        let html = clean("@ilze, `@Ilze` [@Ilze](https://e.org) x@Ilze.lv @autors @Anna", Some(&names));
        assert_eq!(html.matches("<mark").count(), 2, "{html}");
        assert!(html.contains("<mark translate=\"no\">@ilze</mark>") && html.contains("<mark lang=\"lv\">@autors</mark>"), "{html}");
        let html = clean("@<img src=x onerror=alert(1)> <mark onclick=x>@Ilze</mark> @**Jānis**", Some(&names));
        assert!(!html.contains("<img") && !html.contains("<mark onclick") && html.contains("&lt;img"), "{html}");
    }
}
