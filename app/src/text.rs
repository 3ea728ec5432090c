//! The words of the pages, by [`backend::words`], and the sentences of what is wrong.

#[cfg(test)]
mod tests;

pub use backend::words::{Value, figure, fill, list, t};
use domain::text::Lang;
use std::borrow::Cow;

/// The sentence of a fault in the reader's language.
pub fn fault(lang: Lang, found: &domain::fault::Fault) -> String {
    let values = found.args.iter().map(|(name, value)| (Cow::Owned(name.clone()), number_or_text(value))).collect();
    // A field may have a sentence of its own: `error-required-title`.
    let keys = [error_key(&format!("{}-{}", found.code, found.field.replace('.', "-"))), error_key(&found.code)];
    let said = keys.iter().map(|key| (key, fill(lang, key, &values))).find(|(key, said)| said != *key);
    said.map_or_else(|| t(lang, "error-other"), |(_, said)| said)
}

/// The sentence of a code that belongs to no field.
pub fn error(lang: Lang, code: &str) -> String {
    let key = error_key(code);
    let said = t(lang, &key);
    if said == key { t(lang, "error-other") } else { said }
}

fn error_key(code: &str) -> String {
    format!("error-{}", code.replace('_', "-"))
}

fn number_or_text(value: &str) -> Value {
    value.parse::<i64>().map_or_else(|_| Value::from(value.to_owned()), Value::from)
}
