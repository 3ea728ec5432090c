//! Who is written to: at the opening, before the deadline, after it, and about a late answer; each once.

use super::*;

async fn subjects(scene: &Scene, email: &str) -> Vec<String> {
    let mails = scene.place.mails_to(email).await;
    mails
        .iter()
        .map(|mail| mail.header("subject"))
        .filter(|subject| !subject.starts_with("Invitation") && !subject.starts_with("Save the date"))
        .collect()
}

#[tokio::test]
async fn those_asked_are_told_once_whoever_does_the_work() {
    let scene = scene(json!({})).await;
    let (neighbour, _) = scene.place.neighbour().await;
    scene.place.mails().await;
    scene.place.at(OPEN);
    let (here, there) = futures::join!(jobs::run_due(&scene.place.site), jobs::run_due(&neighbour));
    here.and(there).unwrap();
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    scene.at("2027-02-13T15:00:00Z").await;
    scene.place.at(DEADLINE);
    let (here, there) = futures::join!(jobs::run_due(&scene.place.site), jobs::run_due(&neighbour));
    here.and(there).unwrap();
    scene.at(DEADLINE).await;
    scene.answer(1, 1, "x").await.expect(200);
    let (opening, reminder) = ("You are asked in writing: Professionals’ forum 2027", "You can still answer: Professionals’ forum 2027");
    let result = "The result: Professionals’ forum 2027";
    let about = async |name: &str| {
        let all = subjects(&scene, &format!("{name}@example.org")).await;
        let mut own: Vec<String> = all
            .into_iter()
            .filter(|subject| subject.ends_with(": Professionals’ forum 2027"))
            .filter(|subject| [opening, reminder, result].contains(&subject.as_str()) || subject.starts_with("Your answer is"))
            .collect();
        own.sort();
        own
    };
    assert_eq!(about("anna").await, [result, opening]);
    let late = "Your answer is taken down as late: Professionals’ forum 2027";
    assert_eq!(about("janis").await, [result, opening, reminder, late]);
    assert_eq!(about("maija").await, [result, opening, reminder]);
    assert_eq!(about("stranger").await, Vec::<String>::new());
    assert_eq!(about("organiser").await, Vec::<String>::new());
}

#[tokio::test]
async fn letters_say_what_is_asked_until_when_and_who_reads_names() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    let mails = scene.place.mails_to("anna@example.org").await;
    let opening = mails.iter().find(|mail| mail.header("subject").starts_with("You are asked")).unwrap();
    let text = opening.plain();
    for words in [
        "Host chancellery asks for your answer in writing.",
        "1. Do you agree?",
        "15 February 2027, 17:00 (Rīga)",
        "/en/events/position/procedure",
        "read answers with names",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    assert!(!opening.header("list-unsubscribe-post").is_empty());
    scene.answer(0, 1, "x").await.expect(200);
    scene.at(DEADLINE).await;
    let mails = scene.place.mails_to("anna@example.org").await;
    let result = mails.iter().find(|mail| mail.header("subject").starts_with("The result")).unwrap().plain();
    assert!(result.contains("1 of 4 asked answered. There is no quorum, so there is no decision."), "{result}");
    assert!(result.contains("/en/events/position/record.pdf"), "{result}");
}

#[tokio::test]
async fn who_wants_no_letters_gets_none_but_of_what_they_have_just_done() {
    let scene = scene(json!({})).await;
    for contact in [true, false] {
        let body = json!({"name": "Zane", "zone": "Europe/Riga", "language": "en", "consents": {"contact": contact}});
        scene.people[3].1.put("/people/zane@example.org", body).await.expect(200);
    }
    scene.place.mails().await;
    scene.at(OPEN).await;
    scene.at(DEADLINE).await;
    let before = scene.place.mails_to("zane@example.org").await.len();
    scene.answer(3, 1, "x").await.expect(200);
    let mails = scene.place.mails_to("zane@example.org").await;
    assert_eq!(mails.len(), before + 1);
    assert!(
        mails.iter().all(|mail| !mail.header("subject").starts_with("The result") && !mail.header("subject").starts_with("You are asked"))
    );
}

#[tokio::test]
async fn a_procedure_that_slept_through_its_opening_is_closed_all_the_same() {
    let scene = scene(json!({})).await;
    scene.place.mails().await;
    scene.at("2027-02-20T12:00:00Z").await;
    let result = scene.result(&scene.organiser).await;
    assert_eq!((result["asked"].as_i64(), result["silent"].as_i64()), (Some(4), Some(4)));
    let subjects = subjects(&scene, "anna@example.org").await;
    assert!(!subjects.iter().any(|subject| subject.starts_with("You are asked") || subject.starts_with("You can still")), "{subjects:?}");
    assert_eq!(scene.answer(0, 1, "x").await.expect(200).json()["late"], true);
}
