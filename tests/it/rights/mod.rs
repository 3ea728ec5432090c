//! Every call and every organiser's page for everybody: who may is served, who may not is refused as promised, and nobody is sent
//! what is not for them.

mod scene;
mod table;

use crate::support::{Answer, Place};
use axum::http::Method;
use scene::{Scene, Sort};
use serde_json::Value;
use std::collections::BTreeSet;
use table::{EVENTS, EVERYBODY, OF_AN_EVENT, OTHERS, PAGES, SECRETS};

/// One line of the table.
struct Row<'a> {
    method: Method,
    /// As the OpenAPI document has it.
    call: &'a str,
    /// What each of [`everybody`] meets.
    cells: Vec<char>,
    path: &'a str,
    body: Option<&'a str>,
    /// A draft takes nothing of the sort.
    not_in_draft: bool,
}

fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| {
        let mut parts = line.splitn(3, '|').map(str::trim);
        let (call, cells, sent) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap_or_default());
        let (method, call) = call.split_once(' ').map_or((Method::GET, call), |(method, call)| (method.parse().unwrap(), call.trim()));
        let (sent, not_in_draft) = sent.strip_suffix(" not in a draft").map_or((sent, false), |sent| (sent, true));
        let at = [sent.find("[{"), sent.find("{\"")].into_iter().flatten().min().unwrap_or(sent.len());
        let (path, body) = (sent[..at].trim(), Some(&sent[at..]).filter(|body| !body.is_empty()));
        Row { method, call, cells: letters(cells), path, body, not_in_draft }
    })
}

fn letters(cells: &str) -> Vec<char> {
    let cells: Vec<char> = cells.chars().filter(|cell| *cell != ' ').collect();
    assert_eq!(cells.len(), 13, "{cells:?}");
    cells
}

fn everybody() -> Vec<char> {
    letters(EVERYBODY)
}

/// What somebody meets where they try this at an event of a sort.
fn expected(sort: Sort, row: &Row<'_>, who: usize) -> char {
    let known = EVENTS.lines().find(|line| line.starts_with(sort.name())).unwrap();
    let knows = letters(known.split_once('|').unwrap().1)[who];
    match row.cells[who] {
        '1' if row.method != Method::GET => '1',
        cell if knows == '+' => {
            if row.not_in_draft && sort == Sort::Draft && cell == '+' {
                '9'
            } else {
                cell
            }
        }
        _ => knows,
    }
}

fn met(answer: &Answer) -> char {
    match answer.status.as_u16() {
        200..=299 => '+',
        401 => '1',
        403 => '3',
        404 => '4',
        409 => '9',
        // A page leads to signing in.
        303 if answer.header("location").is_some_and(|to| to.contains("/signin")) => '1',
        303 if answer.header("location").is_some_and(|to| to.contains("/plan?")) => '+',
        _ => '?',
    }
}

/// The secrets of the scene, each with the letters of those who may read it.
fn secrets(sort: Sort) -> Vec<(&'static str, String)> {
    let lines = SECRETS.lines().filter_map(|line| line.split_once('|'));
    lines.map(|(words, readers)| (words.trim(), readers.trim().to_owned())).chain([(scene::TITLE, knowing(sort))]).collect()
}

/// The secrets that somebody was sent.
fn told(sort: Sort, path: &str, answer: &Answer) -> Vec<(&'static str, String)> {
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
    let text = answer.text();
    secrets(sort).into_iter().filter(|(words, _)| text.contains(words)).collect()
}

/// What was sent to somebody that is not for them.
fn leaks(sort: Sort, who: char, path: &str, answer: &Answer) -> Vec<String> {
    let not_for_them = told(sort, path, answer).into_iter().filter(|(_, readers)| !readers.contains(who));
    not_for_them.map(|(words, _)| format!("{who} {path} at an event of sort {}: sent {words:?}", sort.name())).collect()
}

/// The letters of those who may know of an event.
fn knowing(sort: Sort) -> String {
    let known = EVENTS.lines().find(|line| line.starts_with(sort.name())).unwrap();
    let knows = letters(known.split_once('|').unwrap().1);
    everybody().into_iter().zip(knows).filter(|(_, knows)| *knows == '+').map(|(who, _)| who).collect()
}

/// Everybody tries everything; what went otherwise than the table says.
async fn everybody_tries(sort: Sort, table: &str, of_an_event: bool) -> Vec<String> {
    let scene = Scene::new(sort).await;
    let (mut wrong, mut known) = (Vec::new(), BTreeSet::new());
    for row in rows(table) {
        for (n, who) in everybody().into_iter().enumerate() {
            let wanted = if of_an_event { expected(sort, &row, n) } else { row.cells[n] };
            let ask = scene.ask(&row, n, wanted == '+').await;
            let answer = scene.client(&row, n).await.call(row.method.clone(), &ask.path, ask.body).await;
            if met(&answer) != wanted {
                wrong.push(format!(
                    "{who} {} {} at an event of sort {}: {wanted} expected, {}",
                    row.method,
                    ask.path,
                    sort.name(),
                    said(&answer)
                ));
            }
            wrong.extend(leaks(sort, who, &ask.path, &answer));
            known.extend(told(sort, &ask.path, &answer).into_iter().map(|(words, _)| (words, who)));
            scene.tidy(n).await;
        }
    }
    if of_an_event {
        // Else what nobody is sent would prove nothing.
        for (words, readers) in secrets(sort) {
            let untold = readers.chars().filter(|who| knowing(sort).contains(*who) && !known.contains(&(words, *who)));
            wrong.extend(untold.map(|who| format!("{who} at an event of sort {} never reads {words:?}", sort.name())));
        }
    }
    wrong
}

fn said(answer: &Answer) -> String {
    format!("{} {}", answer.status, answer.text().chars().take(300).collect::<String>())
}

fn all_is_well(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn everybody_at_a_public_event() {
    all_is_well(&everybody_tries(Sort::Public, OF_AN_EVENT, true).await);
}

#[tokio::test]
async fn everybody_at_an_event_for_members() {
    all_is_well(&everybody_tries(Sort::Members, OF_AN_EVENT, true).await);
}

#[tokio::test]
async fn everybody_at_an_event_for_the_invited() {
    all_is_well(&everybody_tries(Sort::Invited, OF_AN_EVENT, true).await);
}

#[tokio::test]
async fn everybody_at_a_draft() {
    all_is_well(&everybody_tries(Sort::Draft, OF_AN_EVENT, true).await);
}

#[tokio::test]
async fn everybody_at_hosts_people_series_and_calculators() {
    all_is_well(&everybody_tries(Sort::Draft, OTHERS, false).await);
    // What is listed depends on the event, what is done does not.
    let lists = OTHERS.lines().filter(|line| line.starts_with("GET")).collect::<Vec<_>>().join("\n");
    all_is_well(&everybody_tries(Sort::Invited, &lists, false).await);
}

#[tokio::test]
async fn everybody_at_the_pages_of_organisers() {
    let mut wrong = Vec::new();
    for sort in [Sort::Public, Sort::Invited, Sort::Draft] {
        let scene = Scene::new(sort).await;
        // What is no event's differs with the event in what it lists only.
        for row in rows(PAGES).filter(|row| sort == Sort::Public || row.call.contains("{event}") || !row.call.starts_with("/organise/")) {
            for (n, who) in everybody().into_iter().enumerate() {
                let wanted = if row.call.contains("{event}") { expected(sort, &row, n) } else { row.cells[n] };
                let path = format!("/en{}", scene.ask(&row, n, false).await.path);
                let client = scene.client(&row, n).await;
                let shown = client.page(&path).await;
                if met(&shown) != wanted {
                    wrong.push(format!("{who} GET {path} at an event of sort {}: {wanted} expected, {}", sort.name(), shown.status));
                }
                wrong.extend(leaks(sort, who, &path, &shown));
                if wanted != '+' && (row.call.starts_with("/organise") || row.call.ends_with("/new")) {
                    let sent = client.submit(&path, &[]).await;
                    // A page without a form is 405; who has not signed in is sent to do so first.
                    let refused = met(&sent) == wanted || (who == 'n' && met(&sent) == '1');
                    if sent.status != 405 && !refused {
                        wrong.push(format!("{who} POST {path} at an event of sort {}: {wanted} expected, {}", sort.name(), sent.status));
                    }
                    wrong.extend(leaks(sort, who, &path, &sent));
                }
            }
        }
    }
    all_is_well(&wrong);
}

#[tokio::test]
async fn a_form_that_another_site_sends_is_refused_before_all_else() {
    let scene = Scene::new(Sort::Public).await;
    let who = everybody().iter().position(|who| *who == 'c').unwrap();
    for row in rows(PAGES) {
        let path = format!("/en{}", scene.ask(&row, who, false).await.path);
        for origin in
            [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://saiets.example"), ("origin", "null")]
        {
            let answer = scene.client(&row, who).await.submit_from(&path, origin).await;
            assert_eq!((answer.status.as_u16(), answer.text().contains("another site")), (403, true), "{path} {origin:?}");
        }
    }
}

#[tokio::test]
async fn the_table_has_every_call_of_the_document() {
    let document = Place::new().await.anyone().get("/openapi.json").await.expect(200).json();
    let calls = |(path, methods): (&String, &Value)| {
        methods.as_object().unwrap().keys().map(|method| format!("{} {path}", method.to_uppercase())).collect::<Vec<_>>()
    };
    let described: BTreeSet<String> = document["paths"].as_object().unwrap().iter().flat_map(calls).collect();
    let listed: BTreeSet<String> =
        [OF_AN_EVENT, OTHERS].into_iter().flat_map(rows).map(|row| format!("{} {}", row.method, row.call)).collect();
    assert_eq!(listed, described);
}
