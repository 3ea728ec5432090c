//! Letters as programs and people read them.

use crate::support::{Mail, Place, property};
use backend::entity::{event, person};
use backend::outbox::{self, EntryCause, Job};
use backend::service::entry;
use domain::event::{Status, Venue};
use domain::text::Label;
use domain::text::{Lang, Text};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

async fn send(place: &Place, event: &event::Model, person: i64, cause: EntryCause) {
    let tx = place.site.db.begin_write().await.unwrap();
    entry::send(&tx, &place.site, event, person, cause).await.unwrap();
    tx.commit().await.unwrap();
}

async fn change(place: &Place, id: i64, edit: impl FnOnce(&mut person::ActiveModel)) {
    let db = place.site.db.writer();
    let mut row = person::Entity::find_by_id(id).one(db).await.unwrap().unwrap().into_active_model();
    edit(&mut row);
    row.update(db).await.unwrap();
}

fn venue() -> Venue {
    let name = Label::same("Latvijas Nacionālā bibliotēka");
    Venue { name, address: Some("Mūkusalas iela 3".to_owned()), city: "Rīga".to_owned(), country: "LV".to_owned() }
}

/// The one mail after inviting a person, whom `edit` changes first.
async fn invited(lang: Lang, zone: &str) -> (Place, Mail) {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let event = place.event(host, "forum-2027", |row| row.venue = Set(Some(venue().into()))).await;
    let ilze = place.person("ilze@example.org").await;
    let zone = zone.to_owned();
    change(&place, ilze, |row| {
        row.language = Set(lang.into());
        row.zone = Set(zone);
        row.name = Set("Ilze Kalniņa".to_owned());
    })
    .await;
    send(&place, &event, ilze, EntryCause::Invited).await;
    let mail = place.mails().await.remove(0);
    (place, mail)
}

#[tokio::test]
async fn an_invitation_has_the_shape_that_calendars_take() {
    let (_place, mail) = invited(Lang::En, "Europe/Riga").await;
    assert!(mail.header("content-type").starts_with("multipart/mixed"));
    let kinds: Vec<String> = mail.parts.iter().map(|part| part.header("content-type")).collect();
    assert_eq!(kinds[..2], ["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
    assert_eq!(kinds[2], "text/calendar; charset=utf-8; method=REQUEST; component=VEVENT");
    assert!(kinds[3].starts_with("application/ics"), "{kinds:?}");
    let inline = mail.part("text/calendar").unwrap();
    assert_eq!(inline.header("content-disposition"), "");
    assert!(["quoted-printable", "7bit"].contains(&inline.header("content-transfer-encoding").as_str()));
    assert!(mail.part("application/ics").unwrap().header("content-disposition").starts_with("attachment"));
    assert!(mail.calendar().contains("\r\nMETHOD:REQUEST\r\n"));
    assert!(mail.raw.lines().all(|line| line.len() <= 998));
}

#[tokio::test]
async fn the_headers_say_who_sent_it_and_how_to_stop_it() {
    let (_place, mail) = invited(Lang::En, "Europe/Riga").await;
    assert_eq!(mail.header("from"), "Saiets <forum@saiets.test>");
    assert!(property(&mail.calendar(), "ORGANIZER").unwrap().ends_with(":mailto:forum@saiets.test"));
    assert_eq!(mail.header("to"), "\"Ilze Kalniņa\" <ilze@example.org>".replace('"', ""));
    assert!(mail.header("message-id").ends_with("@saiets.test>"));
    assert_eq!(mail.header("auto-submitted"), "auto-generated");
    assert_eq!(mail.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    assert!(mail.header("list-unsubscribe").starts_with("<http://saiets.test/unsubscribe/"));
    assert_eq!(mail.header("date"), "Mon, 25 Jan 2027 09:00:00 +0000");
}

#[tokio::test]
async fn the_letter_is_in_the_readers_language_and_both_times() {
    let (_place, mail) = invited(Lang::En, "America/New_York").await;
    assert_eq!(mail.header("subject"), "Invitation: Professionals’ forum 2027, 18 August 2027");
    for said in
        ["10:00–18:00 Rīga", "Wednesday 18 August 2027", "03:00–11:00 your time, New York", "Latvijas Nacionālā bibliotēka", "Host mfa"]
    {
        assert!(mail.plain().contains(said), "{said}: {}", mail.plain());
    }
    assert!(mail.html().contains("<html lang=\"en\">") && mail.html().contains("prefers-color-scheme: dark"));
    let (_place, mail) = invited(Lang::Lv, "Pacific/Auckland").await;
    assert_eq!(mail.header("subject"), "Uzaicinājums: Profesionāļu forums 2027, 2027. gada 18. augustā");
    for said in
        ["10:00–18:00 pēc Rīgas laika", "trešdiena, 2027. gada 18. augusts", "19:00–03:00", "beidzas nākamajā dienā", "Rīkotājs mfa"]
    {
        assert!(mail.plain().contains(said), "{said}: {}", mail.plain());
    }
    assert!(property(&mail.calendar(), "SUMMARY").unwrap().contains("Profesionāļu forums"));
}

#[tokio::test]
async fn nothing_a_person_typed_reaches_a_header_or_the_markup() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let evil = "Forums\r\nBcc: x@evil.test\r\n<b>&\"'";
    let title = Text { lv: None, en: Some(evil.to_owned()) };
    let event = place.event(host, "forum-2027", |row| row.title = Set(title.into())).await;
    let ilze = place.person("ilze@example.org").await;
    change(&place, ilze, |row| row.name = Set("Ilze\r\nX-Evil: 1 \"<script>\"".to_owned())).await;
    send(&place, &event, ilze, EntryCause::Invited).await;
    let mail = place.mails().await.remove(0);
    let names: Vec<&str> = mail.head.iter().map(|(name, _)| name.as_str()).collect();
    assert!(!names.contains(&"bcc") && !names.contains(&"x-evil"), "{names:?}");
    assert!(!mail.html().contains("<script>") && !mail.html().contains("<b>&\""));
    assert!(mail.calendar().lines().all(|line| !line.starts_with("Bcc") && !line.starts_with("X-Evil")));
}

#[tokio::test]
async fn one_click_stops_the_letters_and_a_page_asks_first() {
    let (place, mail) = invited(Lang::Lv, "Europe/Riga").await;
    let address = mail.header("list-unsubscribe").trim_matches(['<', '>']).to_owned();
    let path = address.strip_prefix("http://saiets.test").unwrap();
    let page = place.anyone().page(path).await.expect(200);
    assert!(page.text().contains("<form method=\"post\"") && page.text().contains("lang=\"lv\""));
    let event = event::Entity::find().one(place.site.db.read()).await.unwrap().unwrap();
    place.anyone().submit(path, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
    let tx = place.site.db.begin_write().await.unwrap();
    entry::send_to_all(&tx, &place.site, &event, EntryCause::Changed).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(place.mails().await.len(), 1);
    place.anyone().page(&format!("{path}x")).await.expect(404);
    place.anyone().submit("/unsubscribe/1.x", &[]).await.expect(404);
}

#[tokio::test]
async fn the_link_to_sign_in_is_made_when_the_letter_is_written() {
    let place = Place::new().await;
    let job = Job::SignIn { email: "ilze@example.org".to_owned(), language: Lang::Lv, return_to: None };
    let tx = place.site.db.begin_write().await.unwrap();
    outbox::put(&tx, &place.site, &job).await.unwrap();
    tx.commit().await.unwrap();
    let mail = place.mails().await.remove(0);
    assert!(mail.header("content-type").starts_with("multipart/alternative"));
    assert_eq!(mail.header("list-unsubscribe"), "");
    assert!(mail.plain().contains("http://saiets.test/lv/signin/"), "{}", mail.plain());
    assert!(mail.plain().contains("15 minūšu"));
}

#[tokio::test]
async fn a_cancelled_event_says_why_and_holds_no_link() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    let event = place.event(host, "forum-2027", |_| {}).await;
    let ilze = place.person("ilze@example.org").await;
    send(&place, &event, ilze, EntryCause::Invited).await;
    let mut row = event.into_active_model();
    row.status = Set(Status::Cancelled.into());
    row.status_reason = Set(Some(Text { lv: None, en: Some("The hall is flooded.".to_owned()) }.into()));
    let event = row.update(place.site.db.writer()).await.unwrap();
    send(&place, &event, ilze, EntryCause::EventCancelled).await;
    let mail = place.mails().await.remove(1);
    assert!(mail.plain().contains("The hall is flooded."));
    assert!(!mail.raw.contains("meet.saiets.test"));
    assert_eq!(mail.part("text/calendar").unwrap().header("content-type"), "text/calendar; charset=utf-8; method=CANCEL; component=VEVENT");
}
