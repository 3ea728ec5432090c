//! Letters as HTML that mail programs understand: tables, one style element, dark by media query, attributes where styles are cut.

use super::letter::{Button, Fact, Foot, Letter, Line};

const STYLE: &str = include_str!("letter.css");

pub(super) fn html(letter: &Letter) -> String {
    let lang = letter.lang.code();
    let subject = escape(&letter.subject);
    let facts: String = letter.facts.iter().map(fact).collect();
    let facts = if facts.is_empty() {
        facts
    } else {
        format!("{}<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" class=\"facts\">{facts}</table>", space(24))
    };
    let buttons = letter.buttons.iter().map(button).collect::<Vec<_>>().join("<td class=\"gap\"></td>");
    let body: String = letter.body.iter().map(|paragraph| format!("<p>{}</p>", escape(paragraph))).collect();
    let foot: String = letter.foot.iter().map(foot).collect();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <title>{subject}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<div class=\"pre\">{lede}</div>\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" class=\"ground\" bgcolor=\"#fdfbf8\">\
         <tr><td class=\"flag\"></td></tr><tr><td align=\"center\" class=\"mid\">\n\
         <table role=\"presentation\" width=\"600\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\" class=\"sheet\"><tr><td class=\"pad\">\n\
         <p class=\"word\">Saiets</p>\n<h1>{heading}</h1>\n<p class=\"soft\">{lede}</p>\n{facts}\n{gap}\n\
         <table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" class=\"stackable\"><tr>{buttons}</tr></table>\n\
         <div class=\"body\">{body}</div>\n<div class=\"foot sm soft\">{foot}</div>\n\
         </td></tr></table>\n</td></tr></table>\n</body>\n</html>\n",
        lede = escape(&letter.lede),
        heading = escape(&letter.heading),
        gap = space(14),
    )
}

fn space(height: u32) -> String {
    format!(
        "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td height=\"{height}\"></td></tr></table>"
    )
}

fn fact(fact: &Fact) -> String {
    let lines: Vec<String> = fact.lines.iter().map(line).collect();
    format!("\n<tr><td class=\"k\">{}</td><td>{}</td></tr>", escape(&fact.name), lines.join("<br>"))
}

fn line(line: &Line) -> String {
    if let Some((words, url)) = &line.link {
        return link(words, url);
    }
    let part = |text: &str, open: &str, close: &str| if text.is_empty() { String::new() } else { format!("{open}{}{close}", escape(text)) };
    let parts = [part(&line.strong, "<b>", "</b>"), part(&line.plain, "", ""), part(&line.soft, "<span class=\"soft\">", "</span>")];
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").replace(" , ", ", ");
    if line.large { format!("<span class=\"big\">{said}</span>") } else { said }
}

fn button(button: &Button) -> String {
    let (class, colour) = if button.main { ("go", " bgcolor=\"#9e1b34\"") } else { ("alt", "") };
    format!("<td class=\"{class}\"{colour}>{}</td>", link(&button.words, &button.url))
}

fn foot(foot: &Foot) -> String {
    let lang = foot.lang.map(|lang| format!(" lang=\"{}\"", lang.code())).unwrap_or_default();
    let after = foot.link.as_ref().map(|(words, url)| format!(" {}", link(words, url))).unwrap_or_default();
    format!("<p{lang}>{}{after}</p>", escape(&foot.words))
}

fn link(words: &str, url: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(url), escape(words))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
