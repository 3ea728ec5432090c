//! What pages, mails and calendars say: `t(lang, "key")`, and with values `t!(lang, "key", n = 3)`. The texts are in `app/locales`.

pub mod cities;
pub mod happening;
#[cfg(test)]
mod tests;
pub mod when;

use domain::text::Lang;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid};
use std::borrow::Cow;
use std::collections::HashMap;

mod loader {
    use super::{in_english, in_latvian};

    fluent_templates::static_loader! {
        pub static TEXTS = {
            locales: "../../app/locales",
            fallback_language: "en",
            customise: |bundle| {
                // Isolating marks would end up in addresses and subjects.
                bundle.set_use_isolating(false);
                let latvian = bundle.locales.first().is_some_and(|l| l.language.as_str() == "lv");
                bundle.set_formatter(Some(if latvian { in_latvian } else { in_english }));
            },
        };
    }
}

/// A value in a text: a number chooses the plural.
pub type Value = FluentValue<'static>;
/// Values for a text, by name.
pub type Values = HashMap<Cow<'static, str>, Value>;

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
#[macro_export]
#[doc(hidden)]
macro_rules! filled {
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut values = $crate::words::Values::new();
        $(values.insert(stringify!($name).into(), $value.into());)+
        $crate::words::fill($lang, $key, &values)
    }};
}
pub use filled as t;

fn in_latvian<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|n| figure(Lang::Lv, n))
}

fn in_english<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|n| figure(Lang::En, n))
}

fn whole(value: &FluentValue) -> Option<i64> {
    match value {
        FluentValue::Number(n) if n.value.fract() == 0.0 => format!("{:.0}", n.value).parse().ok(),
        _ => None,
    }
}

/// A whole number as people write it: 1,040 in English; in Latvian groups are apart from 10 000 on.
pub fn figure(lang: Lang, n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let (mark, from) = match lang {
        Lang::Lv => ('\u{A0}', 5),
        Lang::En => (',', 4),
    };
    let mut out = String::new();
    if n < 0 {
        out.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && digits.len() >= from && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// `a, b and c`.
pub fn list(lang: Lang, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => t!(lang, "list-and", most = most.join(", "), last = last.clone()),
    }
}
