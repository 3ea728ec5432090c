//! The OpenAPI document: made from the functions themselves, with examples that were really sent and answered (a test holds them to
//! that) and the codes of what is refused.

use super::refusals;
use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;

/// By call, "POST /events": the path asked, the body sent, the status and the body answered.
const EXAMPLES: &str = include_str!("examples.json");

/// The whole document.
pub fn complete(described: &OpenApi) -> Value {
    let mut document = serde_json::to_value(described).unwrap_or_default();
    let examples: Map<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    for (path, methods) in paths {
        for (method, call) in methods.as_object_mut().into_iter().flatten() {
            let name = format!("{} {path}", method.to_uppercase());
            if let Some(call) = call.as_object_mut() {
                say(call);
                refuse(call, &name);
                show(call, examples.get(&name));
            }
        }
    }
    document
}

/// The first sentence is the summary; what was written below each other in the code is one text.
fn say(call: &mut Map<String, Value>) {
    let text = |call: &Map<String, Value>, name: &str| call.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (first, rest) = (text(call, "summary"), text(call, "description"));
    let whole = if rest.starts_with(&first) { rest } else { format!("{first}\n{rest}") };
    let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    let summary = whole.split_once(". ").map_or_else(|| whole.trim_end_matches('.').to_owned(), |(sentence, _)| sentence.to_owned());
    call.insert("summary".to_owned(), summary.into());
    call.insert("description".to_owned(), whole.into());
}

fn refuse(call: &mut Map<String, Value>, name: &str) {
    let is_open = call.get("security").is_some();
    let responses = call.entry("responses").or_insert_with(|| json!({}));
    for (status, codes) in refusals::of(name, is_open) {
        let said = codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ");
        let problem = json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
        if let Some(responses) = responses.as_object_mut() {
            responses.insert(status.to_string(), json!({"description": said, "content": problem, "x-codes": codes}));
        }
    }
    // What the functions declare beyond that is a problem, too.
    let refused = responses.as_object_mut().into_iter().flatten().filter(|(status, _)| status.starts_with('4'));
    for (_, response) in refused {
        let content = response.get_mut("content").and_then(Value::as_object_mut);
        if let Some((content, problem)) = content.and_then(|content| content.remove("application/json").map(|problem| (content, problem))) {
            content.insert("application/problem+json".to_owned(), problem);
        }
    }
}

fn show(call: &mut Map<String, Value>, example: Option<&Value>) {
    let Some(example) = example else { return };
    let status = example.get("status").and_then(Value::as_u64).unwrap_or_default().to_string();
    let request = call.get_mut("requestBody");
    put(request, example.get("request"));
    let response = call.get_mut("responses").and_then(|responses| responses.get_mut(status));
    put(response, example.get("response"));
    call.insert("x-example-path".to_owned(), example.get("path").cloned().unwrap_or_default());
}

fn put(body: Option<&mut Value>, example: Option<&Value>) {
    let media = body.and_then(|body| body.pointer_mut("/content/application~1json")).and_then(Value::as_object_mut);
    if let (Some(media), Some(example)) = (media, example) {
        media.insert("example".to_owned(), example.clone());
    }
}
