//! The fields of a body, one below the other, from its JSON schema.

use serde_json::Value;

/// Deeper than this nobody needs to look.
const DEEPEST: usize = 4;

/// One field or parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// `venue.city`, `items[].email`
    pub name: String,
    /// As JSON calls it.
    pub kind: String,
    /// It has to be sent.
    pub required: bool,
    /// What it means and how large it may be.
    pub about: String,
}

/// All fields of a schema, what must be there first.
pub fn fields(document: &Value, schema: &Value) -> Vec<Field> {
    let mut found = Vec::new();
    collect(document, schema, "", 0, &mut found);
    found.sort_by_key(|field| !field.required);
    found
}

fn collect(document: &Value, schema: &Value, before: &str, depth: usize, found: &mut Vec<Field>) {
    let schema = meant(document, schema);
    if depth > DEEPEST {
        return;
    }
    for part in list(schema, "allOf") {
        collect(document, part, before, depth, found);
    }
    let required: Vec<&str> = list(schema, "required").iter().filter_map(Value::as_str).collect();
    for (name, inner) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let whole = format!("{before}{name}");
        let about = [inner, meant(document, inner)].iter().find_map(|schema| text(schema, "description")).unwrap_or_default();
        let required = required.contains(&name.as_str()) && before.is_empty();
        found.push(Field { name: whole.clone(), kind: kind(document, inner), required, about: about.to_owned() });
        if let Some((within, mark)) = within(document, inner) {
            collect(document, within, &format!("{whole}{mark}."), depth + 1, found);
        }
    }
}

/// What has fields of its own in a field; a text in two languages is told as one.
fn within<'a>(document: &'a Value, schema: &'a Value) -> Option<(&'a Value, &'static str)> {
    let schema = meant(document, schema);
    if let Some(items) = schema.get("items") {
        let items = meant(document, items);
        return (!is_words(items) && has_fields(items)).then_some((items, "[]"));
    }
    (!is_words(schema) && has_fields(schema)).then_some((schema, ""))
}

fn has_fields(schema: &Value) -> bool {
    schema.get("properties").is_some() || schema.get("allOf").is_some()
}

fn is_words(schema: &Value) -> bool {
    schema.get("properties").and_then(Value::as_object).is_some_and(|fields| fields.keys().eq(["en", "lv"]))
}

/// The schema that is meant by a reference, or by a choice between one and null.
fn meant<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    if let Some(name) = text(schema, "$ref").and_then(|path| path.strip_prefix("#/components/schemas/")) {
        let found = document.pointer("/components/schemas").and_then(|schemas| schemas.get(name));
        return found.map_or(schema, |found| meant(document, found));
    }
    match choices(schema).as_slice() {
        [only] => meant(document, only),
        _ => schema,
    }
}

/// What a schema lets choose between, null aside.
fn choices(schema: &Value) -> Vec<&Value> {
    let all = ["oneOf", "anyOf"].iter().flat_map(|name| list(schema, name));
    all.filter(|one| text(one, "type") != Some("null")).collect()
}

/// What kind of value it is, as JSON calls it.
pub fn kind(document: &Value, schema: &Value) -> String {
    let nullable = list(schema, "type").iter().any(|one| one == "null")
        || ["oneOf", "anyOf"].iter().flat_map(|name| list(schema, name)).any(|one| text(one, "type") == Some("null"));
    let schema = meant(document, schema);
    let several = choices(schema);
    let first = list(schema, "type").iter().filter_map(Value::as_str).find(|kind| *kind != "null").or_else(|| text(schema, "type"));
    let named = match (first, schema.get("items")) {
        _ if is_words(schema) => "{lv, en}".to_owned(),
        _ if !several.is_empty() => several.iter().map(|one| kind(document, one)).collect::<Vec<_>>().join(" or "),
        (Some("array"), Some(items)) => format!("array of {}", kind(document, items)),
        (Some(kind), _) => kind.to_owned(),
        (None, _) => "object".to_owned(),
    };
    if nullable { format!("{named} or null") } else { named }
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_body_is_told_field_by_field() {
        let document = json!({"components": {"schemas": {
            "Words": {"type": "object", "properties": {"lv": {"type": ["string", "null"]}, "en": {"type": ["string", "null"]}}},
            "Offer": {"type": "object", "description": "Places.", "properties": {"capacity": {"type": ["integer", "null"], "description": "Null is no limit."}}},
            "Base": {"type": "object", "required": ["title"], "properties": {"title": {"$ref": "#/components/schemas/Words"}}},
        }}});
        let schema = json!({"allOf": [{"$ref": "#/components/schemas/Base"}, {"type": "object", "properties": {
            "offer": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Offer"}]},
            "emails": {"type": "array", "items": {"type": "string"}},
            "room": {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/Words"}]},
        }}]});
        let told: Vec<String> = fields(&document, &schema)
            .into_iter()
            .map(|field| format!("{} {} {} {}", field.name, field.kind, field.required, field.about))
            .collect();
        assert_eq!(
            told,
            [
                "title {lv, en} true ",
                "emails array of string false ",
                "offer object or null false Places.",
                "offer.capacity integer or null false Null is no limit.",
                "room string or {lv, en} false ",
            ]
        );
    }
}
