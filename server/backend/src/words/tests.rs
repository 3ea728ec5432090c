use super::*;

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
