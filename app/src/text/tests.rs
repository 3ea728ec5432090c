use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The keys of a language, each with the attributes and the variables its text uses.
fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::<String, BTreeSet<String>>::new();
    for file in files(&root().join("locales").join(lang), "ftl") {
        let source = std::fs::read_to_string(&file).unwrap();
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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, kind: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, kind));
        } else if path.extension().is_some_and(|e| e == kind) {
            found.push(path);
        }
    }
    found
}

/// The pages, and what has words beside them: mails and calendars.
fn sources() -> Vec<PathBuf> {
    let folders = [root().join("src"), root().join("../server")];
    folders.iter().flat_map(|folder| files(folder, "rs")).filter(|path| !path.ends_with("tests.rs")).collect()
}

/// Every string in the source that could be a key.
fn strings_in_source() -> BTreeSet<String> {
    let source = sources().into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect::<String>();
    source
        .split('"')
        .filter(|s| !s.is_empty() && s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        .map(str::to_owned)
        .collect()
}

/// The keys that the source asks for by name: `t(lang, "key")`, `t!(lang, "key", …)`.
fn asked_for() -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for path in sources() {
        let source = std::fs::read_to_string(path).unwrap();
        for call in source.split("t(").chain(source.split("t!(")).skip(1) {
            let mut parts = call.splitn(3, '"');
            let (before, key) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let first = before.trim_end().strip_suffix(',').unwrap_or_default();
            let is_language = ["lang", "other", "reader", "lang()", "reader.lang", "self.lang"].contains(&first.trim());
            if is_language && key != "key" && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
                asked.insert(key.to_owned());
            }
        }
    }
    asked
}

/// Keys that are put together at run time.
fn is_made_up(key: &str) -> bool {
    let by_cause = key.starts_with("mail-") && ["-subject", "-heading", "-lede"].iter().any(|end| key.ends_with(end));
    by_cause || ["country-", "error-", "zone-", "city-", "month-", "weekday-"].iter().any(|start| key.starts_with(start))
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
fn no_text_is_missing_and_none_is_left_over() {
    let keys = keys("en");
    let missing = asked_for().into_iter().filter(|key| !keys.contains_key(key)).collect::<Vec<_>>();
    assert!(missing.is_empty(), "asked for but not there: {missing:?}");
    let strings = strings_in_source();
    let unused = keys.keys().filter(|key| !is_made_up(key) && !strings.contains(*key)).collect::<Vec<_>>();
    assert!(unused.is_empty(), "there but never asked for: {unused:?}");
}

#[test]
fn latvian_has_three_plural_forms() {
    let taken = |n: i64| t!(Lang::Lv, "seats-taken", n = n, taken = n, capacity = 120);
    assert_eq!(taken(21), "aizņemta 21 no 120");
    assert_eq!(taken(11), "aizņemtas 11 no 120");
}

#[test]
fn every_fault_has_a_sentence_even_an_unknown_one() {
    use domain::fault::Fault;
    assert_eq!(fault(Lang::En, &Fault::new("email", "invalid_email")), "Write the e-mail address with an @, like name@example.org");
    assert_eq!(fault(Lang::Lv, &Fault::new("email", "never_heard_of")), "Šādā veidā to nevar pieņemt");
}

/// The codes that the source refuses with, by name: `Refusal::new("code")`, `Conflict("code")`, `Fault::new(field, "code")`.
fn codes_in(source: &str) -> BTreeSet<String> {
    let after = |call: &'static str| source.split(call).skip(1).filter_map(|rest| rest.split(')').next());
    let only = ["Refusal::new(", "Conflict(", "Refused("].into_iter().flat_map(after).filter_map(|inside| inside.strip_prefix('"'));
    let second =
        ["Fault::new(", "Error::field("].into_iter().flat_map(after).filter_map(|inside| inside.split_once(", \"").map(|(_, code)| code));
    let code = |text: &str| text.split('"').next().unwrap_or_default().to_owned();
    only.chain(second).map(code).filter(|code| !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect()
}

#[test]
fn every_refusal_has_a_sentence() {
    let known = keys("en");
    let places = [root().join("src"), root().join("domain/src"), root().join("../server")];
    let sources = places.iter().flat_map(|place| files(place, "rs")).filter(|path| !path.ends_with("tests.rs"));
    let source = sources.map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>();
    let codes: BTreeSet<String> = source.iter().flat_map(|text| codes_in(text)).collect();
    assert!(codes.contains("already_registered") && codes.contains("minutes_out_of_range"), "the scan finds codes");
    let without: Vec<_> = codes.iter().filter(|code| !known.contains_key(&format!("error-{}", code.replace('_', "-")))).collect();
    assert!(without.is_empty(), "{without:?}");
}
