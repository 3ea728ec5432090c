//! Letters as plain text.

use super::letter::Letter;

pub(super) fn plain(letter: &Letter) -> String {
    let mut parts = vec![letter.heading.clone(), letter.lede.clone()];
    let facts = letter.facts.iter().map(|fact| {
        let lines: Vec<String> = fact.lines.iter().map(|line| format!("  {}", line.text())).collect();
        format!("{}:\n{}", fact.name, lines.join("\n"))
    });
    parts.extend(facts);
    parts.extend(letter.buttons.iter().map(|button| format!("{}:\n{}", button.words, button.url)));
    parts.extend(letter.body.iter().cloned());
    let foot = letter.foot.iter().map(|line| match &line.link {
        Some((words, url)) if line.words.is_empty() => format!("{words} {url}"),
        Some((words, url)) => format!("{} {words} {url}", line.words),
        None => line.words.clone(),
    });
    // "-- " on a line of its own ends what a reply quotes (RFC 3676 4.3).
    parts.push(format!("-- \n{}", foot.collect::<Vec<_>>().join("\n")));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}
