//! One call: what it is for, what it takes and gives, and by which codes it refuses.

use super::fields::{Field, fields, kind};
use crate::text::{self, t};
use crate::ui::Table;
use domain::fault::Fault;
use domain::text::Lang;
use leptos::prelude::*;
use serde_json::Value;

/// One call of the document.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its tag.
    pub group: String,
    method: String,
    path: String,
    about: String,
    /// Nobody need sign in.
    is_open: bool,
    parameters: Vec<Field>,
    request: Vec<Field>,
    response: Vec<Field>,
    status: String,
    /// A path, a body and an answer that were really sent.
    example: (String, Option<Value>, Option<Value>),
    refusals: Vec<(String, Vec<String>)>,
}

const BODY: &str = "/content/application~1json";

impl Call {
    /// All of them, by path.
    pub fn all(document: &Value) -> Vec<Self> {
        let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
        let methods =
            paths.flat_map(|(path, methods)| methods.as_object().into_iter().flatten().map(move |(method, call)| (path, method, call)));
        methods.map(|(path, method, call)| Self::new(document, path, method, call)).collect()
    }

    fn new(document: &Value, path: &str, method: &str, call: &Value) -> Self {
        let text = |name: &str| call.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let responses: Vec<(&String, &Value)> = call.get("responses").and_then(Value::as_object).into_iter().flatten().collect();
        let good = responses.iter().find(|(status, _)| status.starts_with('2'));
        let schema = |body: Option<&Value>| {
            let schema = body.and_then(|body| body.pointer(&format!("{BODY}/schema")));
            schema.map(|schema| fields(document, schema)).unwrap_or_default()
        };
        let example = |body: Option<&Value>| body.and_then(|body| body.pointer(&format!("{BODY}/example"))).cloned();
        let codes = |response: &Value| {
            let codes = response.get("x-codes").and_then(Value::as_array).into_iter().flatten();
            codes.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        };
        let refusals =
            responses.iter().map(|(status, response)| ((*status).clone(), codes(response))).filter(|(_, codes)| !codes.is_empty());
        let (sent, given) = (call.get("requestBody"), good.map(|(_, response)| *response));
        Self {
            group: call.pointer("/tags/0").and_then(Value::as_str).unwrap_or_default().to_owned(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            about: text("description"),
            is_open: call.get("security").is_some(),
            parameters: parameters(document, call),
            request: schema(sent),
            response: schema(given),
            status: good.map(|(status, _)| (*status).clone()).unwrap_or_default(),
            example: (text("x-example-path"), example(sent), example(given)),
            refusals: refusals.collect(),
        }
    }

    /// The example as a command.
    fn curl(&self, base: &str) -> String {
        let (path, body, _) = &self.example;
        let mut lines = vec![format!("curl -X {} '{base}{path}'", self.method)];
        if !self.is_open {
            lines.push("-H 'Authorization: Bearer …'".to_owned());
        }
        if let Some(body) = body {
            lines.push("-H 'Content-Type: application/json'".to_owned());
            lines.push(format!("-d '{}'", pretty(body).replace('\'', "'\\''")));
        }
        lines.join(" \\\n  ")
    }
}

fn parameters(document: &Value, call: &Value) -> Vec<Field> {
    let all = call.get("parameters").and_then(Value::as_array).into_iter().flatten();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    all.map(|one| Field {
        name: if text(one, "in") == "query" { format!("?{}=", text(one, "name")) } else { format!("{{{}}}", text(one, "name")) },
        kind: one.get("schema").map(|schema| kind(document, schema)).unwrap_or_default(),
        required: one.get("required") == Some(&Value::Bool(true)),
        about: text(one, "description"),
    })
    .collect()
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// What it shows of itself, opened by its name.
pub fn view(lang: Lang, base: &str, call: &Call) -> impl IntoView + use<> {
    let open = call.is_open.then(|| view! { <p class="small quiet">{t(lang, "api-open")}</p> });
    let (curl, answer) = (call.curl(base), call.example.2.as_ref().map(pretty));
    let answered = format!("{} {}", t(lang, "api-answer"), call.status);
    let refusals: Vec<_> = call.refusals.iter().flat_map(|(status, codes)| codes.iter().map(|code| refusal(lang, status, code))).collect();
    let named = format!("{} {}", call.method, call.path);
    // Nobody owes a field of an answer.
    let given: Vec<Field> = call.response.iter().map(|field| Field { required: false, ..field.clone() }).collect();
    view! {
        <details class="call">
            <summary><h3><span class="method">{call.method.clone()}</span> " " <code>{call.path.clone()}</code></h3></summary>
            <p lang="en">{marked(&call.about)}</p>
            {open}
            {table(lang, t(lang, "api-parameters"), &named, &call.parameters)}
            {table(lang, t(lang, "api-body"), &named, &call.request)}
            <h4>{t(lang, "api-example")}</h4>
            <pre tabindex="0"><code>{curl}</code></pre>
            <h4>{answered}</h4>
            {answer.map(|answer| view! { <pre tabindex="0"><code>{answer}</code></pre> })}
            {table(lang, t(lang, "api-fields"), &named, &given)}
            {(!refusals.is_empty()).then(|| view! {
                <h4>{t(lang, "api-refusals")}</h4>
                <Table caption=format!("{named}: {}", t(lang, "api-refusals")) heads=vec![t(lang, "api-status"), t(lang, "api-code"), t(lang, "api-said")] stacked=true>
                    {refusals}
                </Table>
            })}
        </details>
    }
}

fn refusal(lang: Lang, status: &str, code: &str) -> impl IntoView + use<> {
    // What is filled in differs from case to case.
    let fault = Fault { field: String::new(), code: code.to_owned(), args: Vec::new() }.with("before", "…").with("after", "…");
    let said = text::fault(lang, &fault);
    view! { <tr><td>{status.to_owned()}</td><td><code>{code.to_owned()}</code></td><td>{said}</td></tr> }
}

fn table(lang: Lang, title: String, call: &str, fields: &[Field]) -> Option<impl IntoView + use<>> {
    let row = |field: &Field| {
        let owed = field.required.then(|| view! { " " <b>{t(lang, "api-required")}</b> });
        let (name, kind) = (field.name.clone(), field.kind.clone());
        view! { <tr><td><code>{name}</code></td><td><span lang="en">{kind}</span> {owed}</td><td lang="en">{marked(&field.about)}</td></tr> }
    };
    (!fields.is_empty()).then(|| {
        let rows: Vec<_> = fields.iter().map(row).collect();
        let heads = vec![t(lang, "api-name"), t(lang, "api-kind"), t(lang, "api-meaning")];
        view! {
            <h4>{title.clone()}</h4>
            <Table caption=format!("{call}: {title}") heads=heads stacked=true>{rows}</Table>
        }
    })
}

/// What stands between backticks is code.
fn marked(text: &str) -> impl IntoView + use<> {
    let part = |(n, part): (usize, &str)| {
        let part = part.to_owned();
        if n % 2 == 0 { part.into_any() } else { view! { <code>{part}</code> }.into_any() }
    };
    text.split('`').enumerate().map(part).collect::<Vec<_>>()
}
