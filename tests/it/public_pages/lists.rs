//! What is coming, month by month and series by series.

use super::*;

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
            "Brussels",
        ],
    );
    lacks(&bare, &["Make the edition", "Announce by", "<time datetime=\"2032"]);
    has(&bare, &["The next ten years", "Wednesday 20 August 2036", "UTC+3"]);
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
