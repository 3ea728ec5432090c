//! Who may vote, how many must, who is reminded, in which order topics are offered, and who sees names.

use super::*;

#[tokio::test]
async fn members_of_the_host_vote_among_themselves() {
    let scene = scene().await;
    let round = scene.round(json!({"voters": "members"})).await;
    assert_eq!(scene.approve(0, round, &[0]).await, 403);
    let page = scene.people[0].1.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
    assert!(page.contains("You cannot vote in this round.") && page.contains("Those who have a role in the host may vote."), "{page}");
    scene.organiser.put(&format!("/rounds/{round}/ballot"), json!({"approve": [scene.topics[0]]})).await.expect(200);
}

#[tokio::test]
async fn an_audience_votes_where_it_agreed_to_be_contacted() {
    let scene = scene().await;
    let place = &scene.place;
    let mut clients = Vec::new();
    for (name, country, agrees) in [("liga", "BE", true), ("peteris", "BE", false), ("zane", "US", true)] {
        let email = format!("{name}@example.org");
        let person = place.person(&email).await;
        let client = place.client(person).await;
        let consents = if agrees { json!({"contact": true}) } else { json!({}) };
        let body = json!({"name": name, "zone": "Europe/Brussels", "country": country, "language": "en", "consents": consents});
        client.put(&format!("/people/{email}"), body).await.expect(200);
        clients.push(client);
    }
    let round = scene.round(json!({"voters": "audience", "audience": {"countries": ["BE"]}})).await;
    let cast = async |client: &Client| client.put(&format!("/rounds/{round}/ballot"), json!({"approve": []})).await.status;
    let mut statuses = Vec::new();
    for client in &clients {
        statuses.push(cast(client).await.as_u16());
    }
    assert_eq!(statuses, [200, 403, 403], "from elsewhere, or not to be contacted");
    assert_eq!(scene.approve(0, round, &[0]).await, 403);
}

#[tokio::test]
async fn a_missed_quorum_is_shown_and_nothing_follows() {
    let scene = scene().await;
    let round = scene.round(json!({"quorum": 2})).await;
    assert_eq!(scene.approve(0, round, &[0]).await, 200);
    let booth = scene.people[1].1.page("/en/events/forum-2027/rounds/1").await.text();
    assert!(booth.contains("It counts if at least 2 people vote."));
    scene.close();
    assert_eq!(scene.result(round).await["quorum"], json!({"needed": 2, "reached": false}));
    assert_eq!(scene.organiser.post(&format!("/rounds/{round}/apply"), json!({})).await.expect(409).code(), "quorum_missed");
    let page = scene.organiser.page("/en/events/forum-2027/rounds/1").await.text();
    assert!(page.contains("The quorum of 2 was missed") && !page.contains("Shortlist the chosen topics"), "{page}");
}

#[tokio::test]
async fn only_who_has_not_voted_is_reminded_and_once() {
    let scene = scene().await;
    let round = scene.round(json!({"closes_at": "2027-02-08T16:00:00Z"})).await;
    assert_eq!(scene.approve(0, round, &[0]).await, 200);
    scene.place.at("2027-02-06T15:59:00Z");
    rounds::remind_due(&scene.place.site).await.unwrap();
    assert!(scene.place.mails().await.is_empty());
    scene.place.at("2027-02-06T16:00:00Z");
    let (neighbour, _) = scene.place.neighbour().await;
    let (here, there) = futures::join!(rounds::remind_due(&scene.place.site), rounds::remind_due(&neighbour));
    here.and(there).unwrap();
    // Who votes before the letter leaves needs none.
    assert_eq!(scene.approve(1, round, &[0]).await, 200);
    let mails = scene.place.mails().await;
    assert_eq!(mails.iter().map(|mail| mail.header("to")).collect::<Vec<_>>(), ["maija <maija@example.org>"]);
    assert_eq!(mails[0].header("subject"), "You can still vote: Professionals’ forum 2027");
    assert!(
        mails[0].plain().contains("/en/events/forum-2027/rounds/1") && mails[0].plain().contains("8 February 2027, 18:00 (Rīga)"),
        "{}",
        mails[0].plain()
    );
    assert!(!mails[0].header("list-unsubscribe-post").is_empty());
    rounds::remind_due(&scene.place.site).await.unwrap();
    assert_eq!(scene.place.mails().await.len(), 1);
}

#[tokio::test]
async fn what_few_have_seen_comes_first_and_chance_orders_the_rest() {
    let mut scene = scene().await;
    for i in 0..12 {
        let title = format!("Temats {i}");
        let made =
            scene.organiser.post("/events/forum-2027/topics", json!({"title": {"lv": title}, "minutes": 30})).await.expect(201).json();
        scene.topics.push(made["id"].as_i64().unwrap());
    }
    let anna = scene.people[0].1.clone();
    for number in [1, 2] {
        anna.page(&format!("/en/events/forum-2027/topics/{number}")).await.expect(200);
    }
    anna.page("/en/events/forum-2027/topics/2").await.expect(200);
    scene.place.anyone().page("/en/events/forum-2027/topics/3").await.expect(200);
    backend::opened::write(&scene.place.site).await.unwrap();
    scene.round(json!({})).await;
    let mut orders = Vec::new();
    for (_, client) in &scene.people {
        let page = client.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
        let at = |topic: &i64| page.find(&format!("value=\"{topic}\"")).unwrap();
        let mut order: Vec<i64> = scene.topics.clone();
        order.sort_by_key(at);
        assert_eq!(order[13..], [scene.topics[0], scene.topics[1]], "opened once and twice");
        let again = client.page("/en/events/forum-2027/rounds/1").await.expect(200).text();
        assert!(order.is_sorted_by_key(|topic| again.find(&format!("value=\"{topic}\"")).unwrap()), "the same for the same voter");
        orders.push(order);
    }
    assert!(orders[0] != orders[1] || orders[1] != orders[2], "13 topics in the same order for all three: 1 in 6 thousand million squared");
}

#[tokio::test]
async fn a_topic_counts_with_the_minutes_it_has_when_the_vote_opens() {
    let scene = scene().await;
    let round = scene.round(json!({"method": "equal_shares", "minutes": 60, "opens_at": "2027-01-26T09:00:00Z"})).await;
    scene.organiser.patch(&format!("/topics/{}", scene.topics[0]), json!({"minutes": 90})).await.expect(200);
    scene.place.at("2027-01-26T09:00:00Z");
    for who in 0..3 {
        assert_eq!(scene.approve(who, round, &[0]).await, 200);
    }
    scene.close();
    assert_eq!(scene.result(round).await["selected"], json!([]), "it does not fit any more");
}

#[tokio::test]
async fn who_leaves_afterwards_changes_no_result() {
    let scene = scene().await;
    let round = scene.round(json!({"quorum": 2})).await;
    for who in 0..2 {
        assert_eq!(scene.approve(who, round, &[0]).await, 200);
    }
    scene.close();
    let before = scene.result(round).await;
    scene.people[1].1.delete("/me").await.expect(204);
    assert_eq!(scene.result(round).await, before);
    scene.organiser.post(&format!("/rounds/{round}/apply"), json!({})).await.expect(200);
}

#[tokio::test]
async fn names_are_shown_only_where_that_was_announced_and_to_whom() {
    let scene = scene().await;
    let round = scene.round(json!({"secret": false})).await;
    let booth = scene.people[0].1.page("/en/events/forum-2027/rounds/1").await.text();
    assert!(booth.contains("see every ballot with its voter’s name"), "announced before anybody votes");
    assert_eq!(scene.approve(0, round, &[0, 2]).await, 200);
    scene.close();
    let page = "/en/events/forum-2027/rounds/1";
    for client in [&scene.people[1].1, &scene.organiser] {
        let text = client.page(page).await.expect(200).text();
        assert!(text.contains("Who voted what") && text.contains("anna") && text.contains("1, 3"), "{text}");
    }
    let stranger = scene.place.acting("stranger@example.org", None).await;
    for client in [&scene.place.anyone(), &stranger] {
        assert!(!client.page(page).await.expect(200).text().contains("Who voted what"));
    }
}
