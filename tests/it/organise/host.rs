//! The figures of a host: invitations and whom they leave out, interest, the embassies' year.

use super::{DESK, Scene, has, lacks, scene};
use backend::entity::host;
use domain::event::{Kind, Status, Venue, Visibility};
use domain::host::{HostKind, Role};
use domain::person::Segment;
use domain::text::Label;
use sea_orm::{ActiveModelTrait, Set};
use serde_json::json;

/// Eight diplomats in Brussels, six lawyers in New York, three in Addis Ababa; one more wants no letters.
async fn people(scene: &Scene) -> Vec<String> {
    let mut diplomats = Vec::new();
    for (n, country, segment) in [(8, "BE", Segment::Diplomacy), (6, "US", Segment::Justice), (3, "ET", Segment::Justice)] {
        for i in 0..n {
            let email = format!("p{i}.{country}@example.org").to_lowercase();
            scene.someone(&email, country, segment, true).await;
            diplomats.extend((country == "BE").then_some(email));
        }
    }
    scene.someone("never@example.org", "ET", Segment::Justice, false).await;
    diplomats
}

#[tokio::test]
async fn whom_invitations_leave_out_is_said_and_small_groups_only_together() {
    let scene = scene().await;
    let diplomats = people(&scene).await;
    lacks(&scene.desk().await, &["Whom this leaves out"]);
    scene.invite(&diplomats.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let desk = scene.desk().await;
    has(
        &desk,
        &["8 people asked, the first on 25 January 2027.", "<b>Courts, law, human rights</b>: of 9 nobody is invited or registered"],
    );
    // Three in Africa could be known by name, and six in America would give them away.
    has(&desk, &["<b>Other parts of the world</b>: of 9 nobody is invited or registered"]);
    lacks(&desk, &["Africa", "The Americas", "Diplomacy and foreign policy</b>"]);
    let more = "/en/organise/events/forum-2027/invitations?audience.segments=justice";
    has(&desk, &[more, "Ask more: Courts, law, human rights"]);
    let form = scene.organiser.page(more).await.expect(200).text();
    has(&form, &["value=\"justice\" checked"]);
    scene
        .organiser
        .submit("/en/organise/events/forum-2027/invitations", &[("audience.segments", "justice"), ("do", "send")])
        .await
        .expect(303);
    has(&scene.desk().await, &["17 people asked", "is asked much less than the others"]);
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    let page = viewer.page("/lv/organise/hosts/mfa").await.expect(200).text();
    has(&page, &["Uzaicināti 17 cilvēku"]);
    lacks(&page, &["Uzaicināt vēl"]);
}

#[tokio::test]
async fn a_part_of_the_world_is_invited_by_its_name() {
    let scene = scene().await;
    people(&scene).await;
    let path = "/en/organise/events/forum-2027/invitations";
    for (typed, invited) in [("The Americas", 6), ("Āfrika, LU", 9)] {
        let told = scene.organiser.submit(path, &[("audience.countries", typed)]).await.expect(200).text();
        has(&told, &[&format!("{} people get the invitation at once", if invited == 6 { 6 } else { 3 })]);
        scene.organiser.submit(path, &[("audience.countries", typed), ("do", "send")]).await.expect(303);
        assert_eq!(scene.organiser.page(path).await.expect(200).text().matches("scope=\"row\"").count(), invited, "{typed}");
    }
}

#[tokio::test]
async fn answers_are_counted_as_people_gave_them() {
    let scene = scene().await;
    scene.invite(&["a@example.org", "b@example.org", "c@example.org"]).await;
    scene.place.mails().await;
    scene.delivered("c@example.org", domain::invitation::Delivery::Bounced).await;
    let anna = scene.place.client(find(&scene, "a@example.org").await).await;
    anna.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    scene.join("unasked@example.org", "online").await;
    let desk = scene.desk().await;
    has(&desk, &["3 people asked", "One more registered unasked"]);
    for (count, words) in [(1, "accepted"), (0, "perhaps"), (0, "declined"), (1, "no answer yet"), (1, "not delivered")] {
        has(&desk, &[&format!("<b>{count}</b><span>{words}</span>")]);
    }
}

async fn find(scene: &Scene, email: &str) -> i64 {
    use backend::entity::person;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    person::Entity::find().filter(person::Column::Email.eq(email)).one(scene.place.site.db.read()).await.unwrap().unwrap().id
}

#[tokio::test]
async fn interest_is_a_picture_with_small_groups_for_organisers_only() {
    let scene = scene().await;
    for (n, answer) in [(6, "yes"), (2, "cannot")] {
        for i in 0..n {
            let person = scene.place.acting(&format!("{answer}{i}@example.org"), None).await;
            person.put("/events/forum-2027/interest", json!({"answer": answer})).await.expect(200);
        }
    }
    has(&scene.desk().await, &["<b>6</b><span>Yes</span>", "<b>2</b><span>I cannot</span>"]);
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    let page = viewer.page(DESK).await.expect(200).text();
    lacks(&page, &["I cannot", "<b>2</b>", "<b>6</b><span>Yes</span>"]);
}

async fn embassy(scene: &Scene, slug: &str, country: &str) -> i64 {
    let id = scene.place.host(slug).await;
    let change = host::ActiveModel {
        id: Set(id),
        parent_id: Set(Some(scene.host)),
        kind: Set(HostKind::Embassy.into()),
        country: Set(Some(country.to_owned())),
        created_at: Set(0),
        ..Default::default()
    };
    change.update(scene.place.site.db.writer()).await.unwrap();
    id
}

async fn briefing(scene: &Scene, host: i64, slug: &str, day: &str, country: &str, visibility: Visibility) {
    let starts = format!("{day}T16:00:00Z").parse::<jiff::Timestamp>().unwrap().as_millisecond();
    let venue = Venue { name: Label::same("Vēstniecība"), address: None, city: "Berne".to_owned(), country: country.to_owned() };
    let edit = |row: &mut backend::entity::event::ActiveModel| {
        row.kind = Set(Kind::Briefing.into());
        row.status = Set(Status::Held.into());
        row.visibility = Set(visibility.into());
        row.starts_local = Set(format!("{day}T18:00"));
        row.starts_at = Set(starts);
        row.ends_at = Set(starts + 3_600_000);
        row.venue = Set(Some(venue.into()));
    };
    scene.place.event(host, slug, edit).await;
}

#[tokio::test]
async fn the_embassies_year_shows_who_has_not_briefed_but_nothing_closed() {
    let scene = scene().await;
    lacks(&scene.desk().await, &["Briefings of the embassies"]);
    let (bern, paris, tokyo) =
        (embassy(&scene, "bern", "CH").await, embassy(&scene, "paris", "FR").await, embassy(&scene, "tokyo", "JP").await);
    briefing(&scene, bern, "at-home", "2026-12-10", "CH", Visibility::Public).await;
    briefing(&scene, bern, "away", "2027-01-12", "IT", Visibility::Public).await;
    briefing(&scene, paris, "long-ago", "2025-11-11", "FR", Visibility::Public).await;
    briefing(&scene, tokyo, "closed", "2026-12-01", "JP", Visibility::Invited).await;
    let desk = scene.desk().await;
    has(&desk, &["Host paris and Host tokyo have not briefed for a year", "href=\"#briefings\""]);
    has(&desk, &["12 January 2027", "11 November 2025, over a year ago", "none yet"]);
    assert_eq!(desk.matches("aria-label=\"in its own country\"").count(), 1);
    assert_eq!(desk.matches("aria-label=\"touring, in another country\"").count(), 1);
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await.page(DESK).await.expect(200).text();
    has(&viewer, &["over a year ago"]);
    lacks(&viewer, &["have not briefed for a year"]);
    // Its own people know of the closed one.
    let own = scene.place.acting("tokyo@example.org", Some((tokyo, Role::Organiser))).await;
    has(&own.page("/en/organise/hosts/tokyo").await.expect(200).text(), &["Nothing waits for you."]);
    let own = scene.place.acting("paris@example.org", Some((paris, Role::Organiser))).await;
    has(&own.page("/en/organise/hosts/paris").await.expect(200).text(), &["Host paris has not briefed for a year", "11 November 2025"]);
}
