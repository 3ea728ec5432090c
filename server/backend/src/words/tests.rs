use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The keys of a language, each with the variables its text uses.
fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::<String, BTreeSet<String>>::new();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang)).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let mut key = String::new();
        for line in source.lines() {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                key = name.trim().to_owned();
                assert!(keys.insert(key.clone(), BTreeSet::new()).is_none(), "{lang}: {key} is there twice");
            }
            for variable in line.split('$').skip(1) {
                let name = variable.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                keys.entry(key.clone()).or_default().insert(name);
            }
        }
    }
    keys
}

#[test]
fn both_languages_say_the_same_things() {
    let (lv, en) = (keys("lv"), keys("en"));
    let names = |keys: &BTreeMap<String, BTreeSet<String>>| keys.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&lv).difference(&names(&en)).collect::<Vec<_>>(), Vec::<&String>::new(), "only in Latvian");
    assert_eq!(names(&en).difference(&names(&lv)).collect::<Vec<_>>(), Vec::<&String>::new(), "only in English");
    for (key, variables) in &en {
        let latvian = lv.get(key).cloned().unwrap_or_default();
        assert!(latvian.is_subset(variables), "{key} uses other values in Latvian than in English");
    }
}

#[test]
fn latvian_has_three_plural_forms() {
    let said = |n: i64| t!(Lang::Lv, "days-ahead", n = n);
    for n in [1, 21, 101] {
        assert_eq!(said(n), format!("pēc {n} dienas"));
    }
    for n in [0, 2, 10, 11, 20, 111] {
        assert_eq!(said(n), format!("pēc {n} dienām"));
    }
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    assert_eq!(figure(Lang::En, 1040), "1,040");
    assert_eq!(figure(Lang::Lv, 1040), "1040");
    assert_eq!(figure(Lang::Lv, 100_000), "100\u{a0}000");
    assert_eq!(figure(Lang::En, -12), "\u{2212}12");
}

#[test]
fn lists_end_with_and() {
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(list(Lang::En, &items), "a, b and c");
    assert_eq!(list(Lang::Lv, &items), "a, b un c");
}
