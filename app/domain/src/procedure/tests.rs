use super::*;
use crate::groups::SMALLEST;

fn text(lv: &str) -> Text {
    Text { lv: Some(lv.to_owned()), en: None }
}

fn questions() -> Vec<Question> {
    let choice = Question { text: text("Vai piekrītat?"), explanation: None, options: ["Jā", "Nē", "Atturos"].map(text).to_vec() };
    vec![choice, Question { text: text("Ko vēl?"), explanation: None, options: Vec::new() }]
}

fn option(question: u32, n: u32) -> Given {
    Given { question, answer: Answer::Option(n) }
}

fn opinion(question: u32, words: &str) -> Given {
    Given { question, answer: Answer::Opinion(words.to_owned()) }
}

#[test]
fn an_answer_answers_each_question_once_and_as_it_is_asked() {
    let good = check(&questions(), &[opinion(2, " Neko. "), option(1, 3)]).unwrap();
    assert_eq!(good, [Answer::Option(3), Answer::Opinion("Neko.".to_owned())]);
    let refused = |given: &[Given]| {
        check(&questions(), given).unwrap_err().into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect::<Vec<_>>()
    };
    assert_eq!(refused(&[option(1, 4), opinion(2, "x")]), ["answers.1 unknown_option"]);
    assert_eq!(refused(&[option(1, 0), option(2, 1)]), ["answers.1 unknown_option", "answers.2 answer_kind"]);
    assert_eq!(refused(&[opinion(1, "Jā"), opinion(2, " ")]), ["answers.1 answer_kind", "answers.2 required"]);
    assert_eq!(refused(&[option(1, 1), option(1, 2), opinion(2, "x")]), ["answers.1 answered_twice"]);
    assert_eq!(
        refused(&[option(1, 1), opinion(2, "x"), option(3, 1), option(0, 1)]),
        ["answers.3 unknown_question", "answers.0 unknown_question"]
    );
    assert_eq!(refused(&[option(1, 1), opinion(2, &"x".repeat(OPINION_MAX + 1))]), ["answers.2 too_long"]);
    assert_eq!(refused(&[]), ["answers.1 required", "answers.2 required"]);
}

#[test]
fn a_share_of_those_asked_is_rounded_up() {
    assert_eq!([0, 1, 3, 10, 11].map(|asked| Quorum::Percent(50).needed(asked)), [1, 1, 2, 5, 6]);
    assert_eq!(Quorum::Answers(7).needed(3), 7);
    assert!(Quorum::Percent(101).check().is_err() && Quorum::Answers(0).check().is_err() && Quorum::Percent(100).check().is_ok());
}

#[test]
fn options_are_counted_and_a_tie_is_a_tie() {
    let all = [1, 2, 2, 1, 3].map(|n| vec![Answer::Option(n), Answer::Opinion(String::new())]);
    let counted = count(&questions()[0], 0, all.iter().map(Vec::as_slice));
    assert_eq!((counted.options.as_slice(), counted.leading.as_slice()), ([2, 2, 1].as_slice(), [1, 2].as_slice()));
    assert_eq!(count(&questions()[0], 0, std::iter::empty()).leading, Vec::<u32>::new());
    assert_eq!(count(&questions()[1], 1, all.iter().map(Vec::as_slice)).options, Vec::<u32>::new());
}

#[test]
fn to_strangers_no_figure_points_at_somebody() {
    let counted = Count { options: vec![20, 2, 0], leading: vec![1] };
    assert_eq!(shown(&counted, true), Shown { options: vec![Some(20), Some(2), Some(0)], others: 0 });
    // Two alone would be told by elimination.
    assert_eq!(shown(&counted, false), Shown { options: vec![None, None, None], others: 22 });
    let many = Count { options: vec![20, SMALLEST as u32, 3, 4], leading: vec![1] };
    assert_eq!(shown(&many, false), Shown { options: vec![Some(20), Some(5), None, None], others: 7 });
}

#[test]
fn it_is_open_from_the_opening_to_the_deadline_and_takes_late_answers_for_two_weeks() {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let (opens, closes) = (at("2027-03-01T08:00:00Z"), at("2027-03-15T15:00:00Z"));
    let phase = |now: &str, status| Phase::at(at(now), status, opens, closes);
    assert_eq!(phase("2027-03-01T07:59:59Z", Status::Confirmed), Phase::Waiting);
    assert_eq!(phase("2027-03-01T08:00:00Z", Status::Announced), Phase::Open);
    assert_eq!(phase("2027-03-01T08:00:00Z", Status::Tentative), Phase::Waiting);
    assert_eq!(phase("2027-03-15T15:00:00Z", Status::Confirmed), Phase::Late);
    assert_eq!(phase("2027-03-29T14:59:59Z", Status::Held), Phase::Late);
    assert_eq!(phase("2027-03-29T15:00:00Z", Status::Held), Phase::Over);
    assert_eq!(phase("2027-03-10T15:00:00Z", Status::Cancelled), Phase::Off);
}

#[test]
fn names_are_read_where_it_was_said_before() {
    use Standing::*;
    assert!(Organiser.reads_names(true) && Asked.reads_names(true) && !Other.reads_names(true));
    assert!(!Organiser.reads_names(false) && !Asked.reads_names(false));
    assert!(Organiser.knows_silent(false) && !Asked.knows_silent(false) && Asked.knows_silent(true) && !Other.knows_silent(true));
}
