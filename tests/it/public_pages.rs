//! What visitors and participants see: what is coming, one event, a series.

use crate::support::{Client, Place};
use backend::entity::stored::Stored;
use backend::entity::{interest, invitation, registration, round, series, support, topic, voter};
use domain::event::{Interest, Kind, Mode, Status, Venue, Visibility};
use domain::host::Role;
use domain::invitation::{Delivery, PartStat};
use domain::registration::Status as Standing;
use domain::text::Text;
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel, NotSet, Set};

fn text(lv: &str, en: &str) -> Text {
    Text { lv: Some(lv.to_owned()), en: Some(en.to_owned()) }
}

fn ms(at: &str) -> i64 {
    at.parse::<Timestamp>().unwrap().as_millisecond()
}

async fn add<A>(place: &Place, row: A) -> <A::Entity as EntityTrait>::Model
where
    A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    row.insert(place.site.db.writer()).await.unwrap()
}

async fn register(place: &Place, event: i64, person: i64, mode: Mode, status: Standing, queue: i64, waiting: Option<(Mode, i64)>) {
    let row = registration::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        mode: Set(mode.into()),
        status: Set(status.into()),
        queue: Set(queue),
        waiting_mode: Set(waiting.map(|(mode, _)| Stored(mode))),
        waiting_queue: Set(waiting.map(|(_, number)| number)),
        registered_at: Set(0),
        cancelled_at: Set(None),
    };
    add(place, row).await;
}

async fn invite(place: &Place, event: i64, person: i64) {
    let row = invitation::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        origin: Set("invited".to_owned()),
        sequence: Set(0),
        partstat: Set(PartStat::NeedsAction.into()),
        withdrawn: Set(false),
        holding: Set(domain::invitation::Holding::Entry.into()),
        delivery: Set(Delivery::Sent.into()),
        created_at: Set(0),
        changed_at: Set(0),
    };
    add(place, row).await;
}

async fn forum_series(place: &Place, host: i64) -> i64 {
    let row = series::ActiveModel {
        id: NotSet,
        slug: Set("forum".to_owned()),
        host_id: Set(host),
        title: Set(text("Profesionāļu forums", "Professionals’ forum").into()),
        kind: Set(Kind::Forum.into()),
        rule: Set("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE".to_owned()),
        first: Set("2022-08-17".to_owned()),
        zone: Set("Europe/Riga".to_owned()),
        local_time: Set("10:00".to_owned()),
        duration_minutes: Set(480),
        venues: Set(vec!["Rīga".to_owned(), "Brisele".to_owned()].into()),
        notice_ideal: Set(365),
        notice_minimum: Set(199),
        created_at: Set(0),
    };
    add(place, row).await.id
}

async fn page(client: &Client, path: &str) -> String {
    client.page(path).await.expect(200).text()
}

#[track_caller]
fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "“{part}” is not in {page}");
    }
}

#[track_caller]
fn lacks(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(!page.contains(part), "“{part}” is in {page}");
    }
}

fn with<T: Into<sea_orm::Value>>(value: T) -> ActiveValue<T> {
    Set(value)
}

#[tokio::test]
async fn a_visitor_sees_what_is_coming_and_the_years_of_each_series() {
    let place = Place::new().await;
    let anyone = place.anyone();
    has(&page(&anyone, "/en/").await, &["Nothing is announced yet.", "/calendar.ics"]);
    has(&page(&anyone, "/lv/").await, &["Pagaidām nekas nav izziņots."]);
    let host = place.host("chancellery").await;
    let series = forum_series(&place, host).await;
    place
        .event(host, "forum-2027", |e| {
            e.series_id = Set(Some(series));
            e.edition_date = Set(Some("2027-08-18".to_owned()));
        })
        .await;
    place.event(host, "secret", |e| e.visibility = Set(Visibility::Invited.into())).await;
    place.event(host, "draft", |e| e.status = Set(Status::Draft.into())).await;
    let home = page(&anyone, "/en/").await;
    has(
        &home,
        &["forum-2027", "Every third Wednesday of August", "20 seats left in the room, no limit online", "August 2031", "webcal://"],
    );
    lacks(&home, &["/events/secret", "/events/draft"]);
    has(&page(&anyone, "/lv/").await, &["Katra augusta trešā trešdiena", "klātienē vēl 20 vietu", "izziņots", "augusts, 2031.\u{a0}gads"]);
}

#[tokio::test]
async fn the_list_goes_by_month_and_can_be_narrowed() {
    let place = Place::new().await;
    let (chancellery, embassy) = (place.host("chancellery").await, place.host("embassy").await);
    place.event(chancellery, "forum-2027", |_| {}).await;
    place
        .event(embassy, "briefing", |e| {
            e.kind = Set(Kind::Briefing.into());
            e.starts_at = with(ms("2027-03-09T23:30:00Z"));
            e.ends_at = with(ms("2027-03-10T01:00:00Z"));
            e.zone = Set("America/New_York".to_owned());
            e.status = Set(Status::Cancelled.into());
        })
        .await;
    place
        .event(chancellery, "forum-2022", |e| {
            e.starts_at = with(ms("2022-08-17T07:00:00Z"));
            e.ends_at = with(ms("2022-08-17T15:00:00Z"));
            e.status = Set(Status::Held.into());
        })
        .await;
    let anyone = place.anyone();
    let all = page(&anyone, "/en/events").await;
    has(&all, &["March 2027", "August 2027", "18:30–20:00 New York", "cancelled", "Host embassy"]);
    lacks(&all, &["forum-2022"]);
    assert!(all.find("March 2027") < all.find("August 2027"));
    has(&page(&anyone, "/lv/events").await, &["2027. gada marts", "Informatīvās tikšanās", "atcelts"]);
    let narrowed = page(&anyone, "/en/events?kind=briefing").await;
    has(&narrowed, &["/events/briefing"]);
    lacks(&narrowed, &["/events/forum-2027"]);
    lacks(&page(&anyone, "/en/events?host=chancellery").await, &["/events/briefing"]);
    has(&page(&anyone, "/en/events?kind=thematic").await, &["There is nothing like that now."]);
    has(&page(&anyone, "/en/events?past=yes").await, &["/events/forum-2022", "August 2022"]);
    for odd in ["kind=%00", "after=x", "after=9.9.9", "host=%F0%9F%98%80", "past=&kind=forum"] {
        anyone.page(&format!("/en/events?{odd}")).await.expect(200);
    }
}

#[tokio::test]
async fn a_long_list_has_more_pages_without_a_gap() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    for n in 0..30 {
        // Half of them at the same instant.
        let start = ms("2027-05-03T07:00:00Z") + (n / 2) * 86_400_000;
        place
            .event(host, &format!("e{n}-x"), |e| {
                e.starts_at = with(start);
                e.ends_at = with(start + 3_600_000);
            })
            .await;
    }
    let anyone = place.anyone();
    let first = page(&anyone, "/en/events").await;
    let next = first.split("href=\"").filter_map(|part| part.split('"').next()).find(|href| href.contains("after=")).unwrap().to_owned();
    let second = page(&anyone, &next.replace("&amp;", "&")).await;
    for n in 0..30 {
        let link = format!("/en/events/e{n}-x\"");
        assert_eq!(first.matches(&link).count() + second.matches(&link).count(), 1, "{link}");
    }
    has(&second, &["From the start"]);
}

#[tokio::test]
async fn one_screen_says_what_when_where_and_how_full() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let event = place
        .event(host, "forum-2027", |e| {
            e.summary = Set(Some(text("Kopsavilkums", "A summary").into()));
            let venue = Venue {
                name: "Nacionālā bibliotēka".to_owned(),
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
        method: Set(domain::voting::Method::Approval.into()),
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

#[tokio::test]
async fn a_series_shows_its_rule_and_the_next_five_dates_at_once() {
    let place = Place::new().await;
    let host = place.host("chancellery").await;
    let series = forum_series(&place, host).await;
    let anyone = place.anyone();
    let bare = page(&anyone, "/en/series/forum").await;
    has(
        &bare,
        &[
            "Every third Wednesday of August, 10:00–18:00",
            "2027-08-18",
            "2028-08-16",
            "2029-08-15",
            "2030-08-21",
            "2031-08-20",
            "/series/forum/calendar.ics",
            "Brisele",
        ],
    );
    lacks(&bare, &["Make the edition", "Announce by", "2032"]);
    has(
        &page(&anyone, "/lv/series/forum").await,
        &["Katra augusta trešā trešdiena, 10:00–18:00", "provizorisks", "Vēl neviens nav noticis."],
    );
    anyone.page("/en/series/unknown").await.expect(404);
    place
        .event(host, "forum-2027", |e| {
            e.series_id = Set(Some(series));
            e.edition_date = Set(Some("2027-08-18".to_owned()));
            e.starts_at = with(ms("2027-08-25T07:00:00Z"));
            e.ends_at = with(ms("2027-08-25T15:00:00Z"));
        })
        .await;
    place
        .event(host, "forum-2022", |e| {
            e.series_id = Set(Some(series));
            e.edition_date = Set(Some("2022-08-17".to_owned()));
            e.starts_at = with(ms("2022-08-17T07:00:00Z"));
            e.ends_at = with(ms("2022-08-17T15:00:00Z"));
            e.status = Set(Status::Held.into());
        })
        .await;
    let moved = page(&anyone, "/en/series/forum").await;
    has(&moved, &["2027-08-25", "moved from 18 August", "/en/events/forum-2027", "/en/events/forum-2022", "held"]);
    lacks(&moved, &["datetime=\"2027-08-18\""]);
    let organiser = place.acting("boss@example.org", Some((host, Role::Organiser))).await;
    let theirs = page(&organiser, "/en/series/forum").await;
    has(
        &theirs,
        &["Make the edition", "/en/organise/series/forum/editions?date=2028-08-16", "Announce by", "At the latest", "17 August 2027"],
    );
    has(&page(&organiser, "/lv/series/forum").await, &["Izziņot līdz", "2027. gada 17. augustam"]);
}
