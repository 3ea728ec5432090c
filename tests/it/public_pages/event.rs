//! One event: what, when, where, how full, and where the reader stands.

use super::*;

#[tokio::test]
async fn one_screen_says_what_when_where_and_how_full() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place
        .event(host, "forum-2027", |e| {
            e.summary = Set(Some(text("Kopsavilkums", "A summary").into()));
            let venue = Venue {
                name: Label::same("Nacionālā bibliotēka"),
                address: Some("Mūkusalas iela 3".to_owned()),
                city: "Rīga".to_owned(),
                country: "LV".to_owned(),
            };
            e.venue = Set(Some(venue.into()));
        })
        .await;
    let ilze = place.person("ilze@example.org").await;
    backend::entity::person::ActiveModel { id: sea_orm::Unchanged(ilze), zone: Set("America/New_York".to_owned()), ..Default::default() }
        .update(place.site.db.writer())
        .await
        .unwrap();
    register(&place, event.id, ilze, Mode::Online, Standing::Confirmed, 1, None).await;
    let anonymous = page(&place.anyone(), "/en/events/forum-2027").await;
    has(
        &anonymous,
        &[
            "Announced",
            "The day is promised.",
            "Professionals’ forum 2027",
            "A summary",
            "Wednesday 18 August 2027",
            "10:00–18:00",
            "UTC+3",
            "Nacionālā bibliotēka",
            "Mūkusalas iela 3, Rīga",
            "The link is for those who have a place.",
            "Other places",
            "Bangkok",
            "Come in the room or online.",
            "/en/events/forum-2027/register",
            "Registration is open until Wednesday 18 August 2027, 10:00 Rīga",
            "No topics yet.",
            "/events/forum-2027.ics",
            "Host chancellery",
            "<meta name=\"description\"",
        ],
    );
    lacks(&anonymous, &["meet.saiets.test", "your time, <b>", "/organise/"]);
    let hers = page(&place.client(ilze).await, "/en/events/forum-2027").await;
    has(&hers, &["03:00–11:00", "New York", "You have a place online.", "https://meet.saiets.test/forum", "Change my place", "Give it up"]);
    let latvian = page(&place.anyone(), "/lv/events/forum-2027").await;
    has(
        &latvian,
        &[
            "Izziņots",
            "Diena ir apsolīta.",
            "Trešdien, 2027. gada 18. augustā",
            "Rīgā",
            "Nāciet klātienē vai tiešsaistē.",
            "Tematu vēl nav.",
            "lang=\"lv\"",
        ],
    );
}

#[tokio::test]
async fn the_sheet_says_where_the_reader_stands() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place
        .event(host, "full", |e| {
            e.in_person_capacity = with(Some(1));
            e.online_capacity = with(Some(2));
        })
        .await;
    let mut people = Vec::new();
    for name in ["a", "b", "c", "d", "e"] {
        people.push(place.person(&format!("{name}@example.org")).await);
    }
    register(&place, event.id, people[0], Mode::InPerson, Standing::Confirmed, 1, None).await;
    register(&place, event.id, people[1], Mode::InPerson, Standing::Waitlisted, 2, None).await;
    register(&place, event.id, people[2], Mode::Online, Standing::Confirmed, 3, Some((Mode::InPerson, 4))).await;
    let sheet = async |person: i64| page(&place.client(person).await, "/en/events/full").await;
    has(&sheet(people[0]).await, &["You have a place in the room."]);
    has(&sheet(people[1]).await, &["For the room you are number 1 of 2 in line."]);
    has(
        &sheet(people[2]).await,
        &["You have a place online.", "For the room you are number 2 of 2 in line.", "You keep the online place until a seat is yours."],
    );
    invite(&place, event.id, people[3]).await;
    has(&sheet(people[3]).await, &["You are invited."]);
    has(&sheet(people[4]).await, &["The room is full; come online.", "Stand in line, number 3"]);
    register(&place, event.id, people[3], Mode::Online, Standing::Confirmed, 5, None).await;
    has(&sheet(people[4]).await, &["All places are taken.", "Stand in line, number 3"]);
    has(&page(&place.client(people[1]).await, "/lv/events/full").await, &["Rindā uz vietu klātienē jums ir 1. vieta no 2."]);
}

#[tokio::test]
async fn registration_that_is_not_open_says_when_it_is_or_was() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    place.event(host, "later", |e| e.registration_opens_at = with(Some(ms("2027-03-01T10:00:00Z")))).await;
    place.event(host, "shut", |e| e.registration_closes_at = with(Some(ms("2027-01-20T16:00:00Z")))).await;
    place
        .event(host, "over", |e| {
            e.starts_at = with(ms("2027-01-10T07:00:00Z"));
            e.ends_at = with(ms("2027-01-10T15:00:00Z"));
        })
        .await;
    let anyone = place.anyone();
    has(
        &page(&anyone, "/en/events/later").await,
        &["Registration opens on Monday 1 March 2027, 12:00 Rīga.", "Would you come?", "Sign in to answer"],
    );
    has(&page(&anyone, "/en/events/shut").await, &["Registration closed on Wednesday 20 January 2027, 18:00 Rīga.", "Ask the host"]);
    has(&page(&anyone, "/en/events/over").await, &["It is over.", "See what is coming"]);
    has(&page(&anyone, "/lv/events/shut").await, &["Reģistrācija beidzās trešdien, 2027. gada 20. janvārī, plkst. 18:00"]);
}

#[tokio::test]
async fn who_may_not_know_of_an_event_does_not() {
    let place = Place::new().await;
    let (host, other) = (place.host("chancellery").await, place.host("embassy").await);
    place.event(host, "draft", |e| e.status = Set(Status::Draft.into())).await;
    place.event(host, "members", |e| e.visibility = Set(Visibility::Members.into())).await;
    let closed = place.event(host, "closed", |e| e.visibility = Set(Visibility::Invited.into())).await;
    let anyone = place.anyone();
    let someone = place.acting("someone@example.org", None).await;
    let foreign = place.acting("foreign@example.org", Some((other, Role::Coordinator))).await;
    let viewer = place.acting("viewer@example.org", Some((host, Role::Viewer))).await;
    for slug in ["draft", "closed", "unknown"] {
        for client in [&anyone, &someone, &foreign] {
            for path in [format!("/en/events/{slug}"), format!("/lv/events/{slug}")] {
                client.page(&path).await.expect(404);
            }
        }
    }
    let led = anyone.page("/lv/events/members").await.expect(303);
    has(led.header("location").unwrap(), &["/lv/signin?", "members"]);
    someone.page("/en/events/members").await.expect(200);
    for slug in ["draft", "closed", "members"] {
        has(&page(&viewer, &format!("/en/events/{slug}")).await, &["For the host", "Registrations"]);
    }
    let guest = place.person("guest@example.org").await;
    invite(&place, closed.id, guest).await;
    has(&page(&place.client(guest).await, "/en/events/closed").await, &["You are invited.", "noindex", "in no public calendar"]);
    let list = page(&anyone, "/en/events").await;
    lacks(&list, &["/events/draft", "/events/members", "/events/closed"]);
    has(&page(&someone, "/en/events").await, &["/events/members"]);
    has(&page(&place.client(guest).await, "/en/events").await, &["/events/closed"]);
}

#[tokio::test]
async fn a_cancelled_event_keeps_its_facts_and_says_why() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let series = forum_series(&place, host).await;
    place
        .event(host, "forum-2027", |e| {
            e.status = Set(Status::Cancelled.into());
            e.status_reason = Set(Some(text("Vēstnieks ir Rīgā.", "The ambassador is in Rīga.").into()));
            e.series_id = Set(Some(series));
            e.edition_date = Set(Some("2027-08-18".to_owned()));
        })
        .await;
    let english = page(&place.anyone(), "/en/events/forum-2027").await;
    has(
        &english,
        &[
            "This forum is cancelled",
            "The ambassador is in Rīga.",
            "class=\"gone\"",
            "Wednesday 18 August 2027",
            "The next one: 16 August 2028",
        ],
    );
    lacks(&english, &["/register", "meet.saiets.test", "Asked of you now"]);
    has(&page(&place.anyone(), "/lv/events/forum-2027").await, &["Šis forums ir atcelts", "Vēstnieks ir Rīgā."]);
}
