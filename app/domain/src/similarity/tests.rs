//! What people type, what they must find, and what must stay away.

use super::*;

/// The topics respondents of the 2022 study named.
const ENGLISH: &[&str] = &[
    "Climate change and its effect on policy",
    "Public health",
    "Human rights",
    "Culture",
    "Science",
    "Modernising public administration",
    "Transport",
    "International development",
    "Social security",
    "Nonprofit fundraising",
    "International ties and careers of the civil service",
    "Defence",
    "Space",
    "Education",
    "Innovation, technology and finance",
    "Foreign direct investment",
    "Information technology",
    "Business cooperation",
    "Nuclear energy: yes or no",
];

/// The same in Latvian, and two on training.
const LATVIAN: &[&str] = &[
    "Klimata pārmaiņas un to ietekme uz politiku",
    "Sabiedrības veselība",
    "Cilvēktiesības",
    "Kultūra",
    "Zinātne",
    "Valsts pārvaldes modernizācija",
    "Transports",
    "Starptautiskā attīstība",
    "Sociālā drošība",
    "Līdzekļu piesaiste nevalstiskajām organizācijām",
    "Civildienesta starptautiskās saites un karjera",
    "Aizsardzība",
    "Kosmoss",
    "Izglītība",
    "Inovācijas, tehnoloģijas un finanses",
    "Ārvalstu tiešās investīcijas",
    "Informācijas tehnoloģijas",
    "Uzņēmumu sadarbība",
    "Kodolenerģija: jā vai nē",
    "Apmācība ierēdņiem: kā strādā ES Padome",
    "Mācības jaunajiem ierēdņiem Briselē",
];

fn find<'a>(query: &str, topics: &[&'a str]) -> Vec<(&'a str, f64)> {
    similar(query, topics.iter().map(|topic| (*topic, *topic))).into_iter().map(|found| (found.id, found.score)).collect()
}

/// Rows of: query, what must be found (the first of them first), what must not; `*` for nothing else at all.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

fn check(rows: &[Row], topics: &[&str]) {
    for (query, must, must_not) in rows {
        let found = find(query, topics);
        let has = |topic: &str| found.iter().any(|(id, _)| id.starts_with(topic));
        for topic in *must {
            assert!(has(topic), "{query:?} should find {topic:?}, found {found:?}");
        }
        if let Some(first) = must.first() {
            assert!(found[0].0.starts_with(first), "{query:?} should find {first:?} first, found {found:?}");
        }
        if *must_not == ["*"] {
            assert_eq!(found.len(), must.len(), "{query:?} found {found:?}");
        } else {
            assert!(!must_not.iter().any(|topic| has(topic)), "{query:?} found {found:?}");
        }
        assert!(found.len() <= RESULTS_MAX && found.iter().all(|(_, score)| (THRESHOLD..=1.0).contains(score)), "{found:?}");
    }
}

#[test]
fn latvian_is_found_however_it_is_typed() {
    check(
        &[
            ("Apmaaciiba", &["Apmācība ierēdņiem"], &["Kosmoss"]),
            ("Apmaaciiba ierēdņiem par ES", &["Apmācība ierēdņiem", "Mācības jaunajiem"], &["Kosmoss", "Kultūra"]),
            ("ieredniem apmacibas", &["Apmācība ierēdņiem", "Mācības jaunajiem"], &["Kosmoss"]),
            ("apmācību programma ierēdnjiem", &["Apmācība ierēdņiem"], &["Kosmoss"]),
            ("kosmosa izpēte", &["Kosmoss"], &["*"]),
            ("KULTUURA", &["Kultūra"], &["*"]),
            ("Latvijas kultuuras teels pasaulee", &["Kultūra"], &["*"]),
            ("veselības aprūpe sabiedrībai", &["Sabiedrības veselība"], &["*"]),
            ("sabiedribas veselbia", &["Sabiedrības veselība"], &["*"]),
            ("izgliitiiba", &["Izglītība"], &["*"]),
            ("izgltība", &["Izglītība"], &["*"]),
            ("ciilveku tiesibas", &["Cilvēktiesības"], &["*"]),
            ("tehnologijas informacijas laikmeta", &["Informācijas tehnoloģijas", "Inovācijas, tehnoloģijas"], &["Transports"]),
            ("parmainjas klimataa", &["Klimata pārmaiņas"], &["*"]),
            ("karjera civildienestā", &["Civildienesta"], &["Transports"]),
            ("Vai kodolenergija mums vajadziga?", &["Kodolenerģija"], &["*"]),
            ("aizsardziibas budzhets", &["Aizsardzība"], &["*"]),
            ("Arvalstu investicijas Latvija", &["Ārvalstu"], &["*"]),
            ("valsts parvaldes digitalizacija un modernizeshana", &["Valsts pārvaldes"], &["Kultūra", "Kosmoss"]),
            ("Kā mācīt latviešu valodu bērniem ārzemēs", &[], &["*"]),
            ("pensiju pārcelšana", &[], &["*"]),
        ],
        LATVIAN,
    );
}

#[test]
fn english_is_found_however_it_is_typed() {
    check(
        &[
            ("effects of climate changes", &["Climate change"], &["*"]),
            ("Climate policies", &["Climate change"], &["*"]),
            ("pubilc heatlh", &["Public health"], &["Science"]),
            ("the health of the public", &["Public health"], &["Human rights"]),
            ("a human right", &["Human rights"], &["*"]),
            ("Sciences", &["Science"], &["*"]),
            ("modernisation of administrations", &["Modernising public"], &["Public health"]),
            ("modernizing", &["Modernising public"], &["*"]),
            ("develpoment", &["International development"], &["*"]),
            ("service career", &["International ties"], &["*"]),
            ("defense of the Baltic states", &["Defence"], &["Space"]),
            ("outer space", &["Space"], &["*"]),
            ("educaton", &["Education"], &["*"]),
            ("IT and information technologies", &["Information technology", "Innovation, technology"], &["Transport"]),
            ("cooperation between businesses", &["Business cooperation"], &["*"]),
            ("is nuclear energy good", &["Nuclear energy"], &["*"]),
            ("transp", &["Transport"], &["*"]),
            ("Pensions and taxes when moving home", &[], &["*"]),
            ("how to do it", &[], &["*"]),
        ],
        ENGLISH,
    );
}

#[test]
fn a_query_without_a_word_finds_nothing() {
    for query in ["", " ", "a", "ā", "?!", "un", "the of", "\u{301}"] {
        assert!(find(query, LATVIAN).is_empty() && find(query, ENGLISH).is_empty(), "{query:?}");
    }
    assert!(find("Kultūra", &[]).is_empty());
    assert!(find("Kultūra", &["", "?", "un"]).is_empty());
}

#[test]
fn the_same_words_in_another_order_are_the_same_topic() {
    let found = find("pārvaldes Valsts modernizācija", LATVIAN);
    assert_eq!(found[0].0, "Valsts pārvaldes modernizācija");
    assert!((found[0].1 - 1.0).abs() < 1e-9, "{found:?}");
}

#[test]
fn what_matched_is_marked_in_the_words_as_they_were_written() {
    let found = similar("ieredniem apmaaciiba", [(7, "Apma\u{304}ci\u{304}ba – ierēdņiem")]);
    let text = "Apma\u{304}ci\u{304}ba – ierēdņiem";
    let marked: Vec<_> = found[0].matched.iter().map(|range| &text[range.clone()]).collect();
    assert_eq!((found[0].id, marked), (7, vec!["Apma\u{304}ci\u{304}ba", "ierēdņiem"]));
}

#[test]
fn a_rare_word_says_more_than_one_that_many_have() {
    let topics = ["Reforma skolās", "Reforma tiesās", "Reforma slimnīcās", "Reforma cietumos", "Zvejniecība jūrā"];
    let found = find("Zvejniecības reforma", &topics);
    assert_eq!(found[0].0, "Zvejniecība jūrā");
}

#[test]
fn a_topic_named_in_both_languages_is_found_once() {
    let found = similar("Forum culture kultūra", [(1, "Kultūra"), (2, "Space"), (1, "Culture")]);
    assert_eq!(found.iter().map(|found| found.id).collect::<Vec<_>>(), [1]);
}

#[test]
fn at_most_five_are_found_best_first_and_the_earlier_of_equals() {
    let topics: Vec<_> = (0..9).map(|n| (n, "Digitālā drošība")).chain([(9, "Drošība")]).collect();
    let found = similar("drošība", topics);
    assert_eq!(found.iter().map(|found| found.id).collect::<Vec<_>>(), [9, 0, 1, 2, 3]);
}

#[test]
fn years_are_never_nearly_the_same() {
    assert!(find("2028", &["2027"]).is_empty());
    assert_eq!(find("2027", &["Budžets 2027"]).len(), 1);
}

#[test]
fn any_text_at_all_is_answered() {
    for query in ["日本語 テスト", "Здравоохранение", "ǅ ﬁnance ß", "a\u{0}b", &"ā".repeat(5_000), "👩‍👩‍👧 zz"]
    {
        let found = similar(query, [(1, query), (2, "Finance"), (3, "здравоохранения")]);
        assert!(found.iter().all(|found| (0.0..=1.0).contains(&found.score)), "{query:?}");
    }
    assert_eq!(find("Здравоохранение", &["здравоохранения"]).len(), 1);
}
