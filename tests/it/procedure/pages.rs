//! The pages: what is asked of whom, until when, and how an organiser sets it up.

use super::*;

#[tokio::test]
async fn the_page_of_the_event_says_what_it_wants_of_its_reader() {
    let scene = scene(json!({})).await;
    let page = async |client: &Client| client.page("/en/events/position").await.expect(200).text();
    assert!(page(&scene.people[0].1).await.contains("The questions can be read already."));
    scene.at(OPEN).await;
    let open = page(&scene.people[0].1).await;
    assert!(open.contains("Your answer is awaited.") && open.contains("15 February 2027, 17:00 Rīga"), "{open}");
    for meaningless in ["/events/position/agenda", "/events/position/topics", "/events/position/register", "seats/live"] {
        assert!(!open.contains(meaningless), "{meaningless}");
    }
    assert!(page(&scene.stranger).await.contains("You are not asked in this procedure."));
    assert!(page(&scene.place.anyone()).await.contains("If you are asked, sign in to answer."));
    scene.answer(0, 1, "x").await.expect(200);
    assert!(page(&scene.people[0].1).await.contains("Your answer is in."));
    scene.at(DEADLINE).await;
    assert!(page(&scene.people[1].1).await.contains("there is no answer of yours"));
    let over = page(&scene.place.anyone()).await;
    assert!(over.contains("The result is here.") && over.contains("/en/events/position/record.pdf"), "{over}");
    assert!(scene.people[0].1.page("/lv/events/position").await.text().contains("Ir rezultāts."));
}

#[tokio::test]
async fn an_answer_is_given_by_a_form_that_keeps_what_was_typed() {
    let scene = scene(json!({"named": false})).await;
    scene.at(OPEN).await;
    let path = "/en/events/position/procedure";
    let form = scene.people[0].1.page(path).await.expect(200).text();
    assert!(form.contains("<strong>the document</strong>") && form.contains("Nobody is shown answers with names"), "{form}");
    let refused = scene.people[0].1.submit(path, &[("answers.2", "Kept as typed"), ("separate_opinion", "And this")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Kept as typed") && refused.text().contains("And this") && refused.text().contains("answers-1"));
    scene.people[0].1.submit(path, &[("answers.1", "3"), ("answers.2", "Said")]).await.expect(303);
    let again = scene.people[0].1.page(path).await.text();
    assert!(again.contains("You have answered.") && again.contains("Said"), "{again}");
    scene.stranger.submit(path, &[("answers.1", "3"), ("answers.2", "Said")]).await.expect(403);
    let asked = scene.organiser.page(path).await.text();
    assert!(asked.contains("Who is asked") && !asked.contains("Said"), "{asked}");
    scene.at(DEADLINE).await;
    let lv = scene.organiser.page("/lv/events/position/procedure").await.expect(200).text();
    assert!(lv.contains("Atbildēja 1 no 4, kam jautāts.") && lv.contains("Neatbildēja 3 cilvēki."), "{lv}");
}

#[tokio::test]
async fn an_organiser_writes_down_what_to_ask() {
    let scene = scene(json!({})).await;
    let path = "/en/organise/events/position/procedure";
    let form = scene.organiser.page(path).await.expect(200).text();
    assert!(form.contains("Do you agree?") && form.contains("Question 3"), "{form}");
    let fields = [
        ("questions.1.text.en", "Which one?"),
        ("questions.1.kind", "own"),
        ("questions.1.options.lv", "Pirmais\nOtrais"),
        ("questions.1.options.en", "First\nSecond"),
        ("quorum", "3"),
        ("quorum_in", "answers"),
        ("named", "yes"),
    ];
    scene.organiser.submit(path, &fields).await.expect(303);
    let set = scene.organiser.get(AT).await.json();
    assert_eq!(set["questions"][0]["options"][1]["text"], json!({"lv": "Otrais", "en": "Second"}));
    assert_eq!((set["quorum"].clone(), set["questions"].as_array().unwrap().len()), (json!({"answers": 3}), 1));
    let one = [("questions.1.text.en", "Which one?"), ("questions.1.kind", "own"), ("questions.1.options.en", "Only")];
    let refused = scene.organiser.submit(path, &one).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("A choice needs 2 to 10 options") && refused.text().contains("Only"), "{}", refused.text());
    scene.people[0].1.page(path).await.expect(403);
    scene.organiser.page("/lv/organise/events/position/documents").await.expect(200);
    let pdf = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj<<>>endobj\n";
    scene.organiser.upload("/en/organise/events/position/documents", "Plan.pdf", pdf).await.expect(303);
    assert!(scene.place.anyone().page("/en/events/position").await.text().contains("Plan.pdf"));
    scene.at(OPEN).await;
    assert!(scene.organiser.page(path).await.expect(200).text().contains("The questions are fixed."));
    scene.organiser.submit(path, &fields).await.expect(409);
}

#[tokio::test]
async fn what_was_decided_is_one_press_away_from_being_an_outcome() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    for who in 0..3 {
        scene.answer(who, 1, "x").await.expect(200);
    }
    scene.at(DEADLINE).await;
    let page = "/en/events/position/procedure";
    let link = "/en/organise/events/position/outcomes?question=1";
    assert!(!scene.people[0].1.page(page).await.expect(200).text().contains("outcomes?question"), "it is the organisers’ to record");
    let seen = scene.organiser.page(page).await.expect(200).text();
    assert!(seen.contains(link) && !seen.contains("outcomes?question=2"), "an opinion decides nothing");
    let form = scene.organiser.page(link).await.expect(200).text();
    assert!(form.contains("Vai piekrītat kopīgajai nostājai? Piekrītu") && form.contains("Do you agree? Agree"), "{form}");
}

#[tokio::test]
async fn nothing_was_decided_where_too_few_answered() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    scene.answer(0, 1, "x").await.expect(200);
    scene.at(DEADLINE).await;
    assert!(!scene.organiser.page("/en/events/position/procedure").await.expect(200).text().contains("outcomes?question"));
}
