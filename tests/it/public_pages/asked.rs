//! What an event’s page asks of its reader.

use super::*;
use domain::voting::{Kind as Ballots, Method, Utility, Voters};

#[tokio::test]
async fn interest_is_asked_in_five_words_and_told_without_pointing_at_anybody() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2028", |e| e.status = Set(Status::Tentative.into())).await;
    for n in 0..9 {
        let person = place.person(&format!("p{n}@example.org")).await;
        let answer = if n < 6 { Interest::Yes } else { Interest::Cannot };
        let row = interest::ActiveModel {
            id: NotSet,
            event_id: Set(event.id),
            person_id: Set(person),
            answer: Set(answer.into()),
            answered_at: Set(0),
        };
        add(&place, row).await;
    }
    let anonymous = page(&place.anyone(), "/en/events/forum-2028").await;
    has(&anonymous, &["Tentative", "The day is expected, not yet promised.", "Would you come?", "Sign in to answer"]);
    lacks(&anonymous, &["keyed"]);
    let ilze = place.acting("ilze@example.org", None).await;
    let path = "/en/events/forum-2028";
    has(&page(&ilze, path).await, &["Would you come?", "Only if online", "9 answers so far; too few to show apart."]);
    let answer = ilze.submit(path, &[("answer", "maybe")]).await.expect(303);
    assert_eq!(answer.header("location"), Some(path));
    let after = page(&ilze, path).await;
    has(&after, &["Change my answer", "value=\"maybe\" checked"]);
    for odd in ["", "perhaps", "\u{0}", "yes,no"] {
        let refused = ilze.submit(path, &[("answer", odd)]).await.expect(422).text();
        has(&refused, &["Would you come?", "role=\"alert\""]);
    }
    let refused = place.anyone().submit(path, &[("answer", "yes")]).await;
    assert_eq!((refused.status.as_u16(), refused.header("location").is_some_and(|to| to.contains("/en/signin"))), (303, true));
    let organiser = place.acting("boss@example.org", Some((host, Role::Organiser))).await;
    has(
        &page(&organiser, path).await,
        &[
            "keyed",
            "<b>6</b><span>Yes</span>",
            "<b>3</b><span>I cannot</span>",
            "<b>1</b><span>Perhaps</span>",
            "/organise/events/forum-2028",
        ],
    );
    place.event(host, "gone", |e| e.status = Set(Status::Cancelled.into())).await;
    ilze.submit("/en/events/gone", &[("answer", "yes")]).await.expect(409);
}

#[tokio::test]
async fn topics_and_an_open_vote_are_asked_of_those_who_may() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place.event(host, "forum-2027", |e| e.next_round_number = Set(2)).await;
    let (ilze, other) = (place.person("ilze@example.org").await, place.person("other@example.org").await);
    register(&place, event.id, ilze, Mode::Online, Standing::Confirmed, 1, None).await;
    for n in 1..=6 {
        let row = topic::ActiveModel {
            id: NotSet,
            event_id: Set(event.id),
            number: Set(n),
            title: Set(text(&format!("Temats {n}"), &format!("Topic {n}")).into()),
            summary: Set(None),
            minutes: Set(45),
            author_id: Set(None),
            author_sealed: Set(None),
            origin: Set(None),
            status: Set(if n == 6 { domain::topic::Status::Declined } else { domain::topic::Status::Proposed }.into()),
            reason: Set(None),
            merged_into: Set(None),
            proposed_on: Set("2027-01-20".to_owned()),
            opened: Set(0),
            ..Default::default()
        };
        let topic = add(&place, row).await.id;
        if n == 5 {
            add(&place, support::ActiveModel { id: NotSet, topic_id: Set(topic), person_id: Set(ilze) }).await;
        }
    }
    let client = place.client(ilze).await;
    let before = page(&client, "/en/events/forum-2027").await;
    has(&before, &["Topic 5", "one person supports it", "All 5 topics", "You support 1 of 5 proposed so far.", "45 min"]);
    lacks(&before, &["Topic 4", "Topic 6", ">Vote<"]);
    let row = round::ActiveModel {
        id: NotSet,
        event_id: Set(event.id),
        number: Set(1),
        title: Set(text("Kas programmā?", "What comes on the agenda?").into()),
        method: Set(Method::Approval.into()),
        opens_at: Set(ms("2027-01-24T09:00:00Z")),
        closes_at: Set(ms("2027-01-31T16:00:00Z")),
        winners: Set(Some(2)),
        minutes: Set(None),
        max_choices: Set(None),
        secret: Set(true),
        key: Set(None),
        electorate_at: Set(None),
        closed_at: Set(None),
        result: Set(None),
        applied_at: Set(None),
        kind: Set(Ballots::Approve.into()),
        utility: Set(Utility::default().into()),
        voters: Set(Voters::default().into()),
        audience: Set(None),
        quorum: Set(None),
        remind_at: Set(None),
        made_at: Set(0),
    };
    let round = add(&place, row).await.id;
    add(&place, voter::ActiveModel { id: NotSet, round_id: Set(round), person_id: Set(ilze), voted: Set(false) }).await;
    let during = page(&client, "/en/events/forum-2027").await;
    has(
        &during,
        &[
            "What comes on the agenda?",
            "until Sunday 31 January 2027, 18:00 Rīga, 6 days from now.",
            "/en/events/forum-2027/rounds/1",
            "The vote is open until",
        ],
    );
    let others = page(&place.client(other).await, "/en/events/forum-2027").await;
    lacks(&others, &["What comes on the agenda?"]);
    has(&others, &["Which topics should be taken up?"]);
}
