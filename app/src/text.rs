//! The words of the pages: `t(lang, "key")`, and with values `t!(lang, "key", n = 3)`.

#[cfg(test)]
mod tests;

pub use backend::words::{figure, list};
use domain::text::Lang;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid};
use std::borrow::Cow;
use std::collections::HashMap;

mod loader {
    use backend::words::{in_english, in_latvian};

    fluent_templates::static_loader! {
        pub static TEXTS = {
            locales: "./locales",
            fallback_language: "en",
            customise: |bundle| {
                // Isolating marks would end up in attributes, addresses and mails.
                bundle.set_use_isolating(false);
                let latvian = bundle.locales.first().is_some_and(|l| l.language.as_str() == "lv");
                bundle.set_formatter(Some(if latvian { in_latvian } else { in_english }));
            },
        };
    }
}

/// Values for a text, by name.
pub type Values = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// The text of a key; the key itself if there is none, which a test prevents.
pub fn t(lang: Lang, key: &str) -> String {
    loader::TEXTS.try_lookup(id(lang), key).unwrap_or_else(|| key.to_owned())
}

/// The text of a key with values filled in.
pub fn fill(lang: Lang, key: &str, values: &Values) -> String {
    loader::TEXTS.try_lookup_with_args(id(lang), key, values).unwrap_or_else(|| key.to_owned())
}

/// A word in the form a sentence wants, written as an attribute of the key; its plain form where the language has only one.
pub fn word(lang: Lang, key: &str, form: &str) -> Option<String> {
    let find = |key: &str| loader::TEXTS.lookup_single_language::<&str>(id(lang), key, None).ok();
    find(&format!("{key}.{form}")).or_else(|| find(key))
}

fn id(lang: Lang) -> &'static LanguageIdentifier {
    static LV: LanguageIdentifier = langid!("lv");
    static EN: LanguageIdentifier = langid!("en");
    match lang {
        Lang::Lv => &LV,
        Lang::En => &EN,
    }
}

/// `t!(lang, "key", name = value, …)`: a text with values. Numbers choose plurals and are grouped as the language does.
macro_rules! filled {
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut values = $crate::text::Values::new();
        $(values.insert(stringify!($name).into(), ::fluent_templates::fluent_bundle::FluentValue::from($value));)+
        $crate::text::fill($lang, $key, &values)
    }};
}
pub(crate) use filled as t;

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

fn number_or_text(value: &str) -> FluentValue<'static> {
    value.parse::<i64>().map_or_else(|_| FluentValue::from(value.to_owned()), FluentValue::from)
}
