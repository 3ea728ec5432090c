//! Coming in by a link in the mail, and leaving.

use super::support::{Answer, Client, Place};
use backend::entity::{outbox, person, sign_in_link};
use backend::service::sign_in::{self, LinkState};
use domain::text::Lang;
use sea_orm::{EntityTrait, PaginatorTrait};

#[tokio::test]
async fn a_link_signs_in_once_within_a_quarter_of_an_hour() {
    let place = Place::new().await;
    let url = sign_in::make_link(&place.site, "ilze@example.org", Lang::En, Some("/en/events")).await.unwrap();
    let secret = url.strip_prefix("http://saiets.test/en/signin/").unwrap();
    let kept = sign_in_link::Entity::find().one(place.site.db.read()).await.unwrap().unwrap();
    assert!(!kept.secret_hash.contains(secret), "only a hash of it is kept");
    assert_eq!(sign_in::look(&place.site, secret).await.unwrap(), LinkState::Good);
    assert_eq!(sign_in::look(&place.site, secret).await.unwrap(), LinkState::Good, "looking changes nothing");
    let entered = sign_in::enter(&place.site, secret, Lang::En).await.unwrap();
    assert_eq!((entered.return_to.as_deref(), entered.is_first), (Some("/en/events"), true));
    let made = person::Entity::find().one(place.site.db.read()).await.unwrap().unwrap();
    assert_eq!((made.name.as_str(), made.zone.as_str(), made.language.0), ("", "Europe/Riga", Lang::En));
    assert!(made.first_signed_in_at.is_some());
    assert_eq!(sign_in::look(&place.site, secret).await.unwrap(), LinkState::Used);
    assert_eq!(sign_in::enter(&place.site, secret, Lang::En).await.unwrap_err().code(), "link_used");
    let late = sign_in::make_link(&place.site, "ilze@example.org", Lang::En, None).await.unwrap();
    let late = late.rsplit('/').next().unwrap();
    place.at("2027-01-25T09:15:00Z");
    assert_eq!(sign_in::look(&place.site, late).await.unwrap(), LinkState::Expired);
    assert_eq!(sign_in::enter(&place.site, late, Lang::En).await.unwrap_err().code(), "link_expired");
    assert_eq!(sign_in::enter(&place.site, "never", Lang::En).await.unwrap_err().code(), "link_unknown");
}

#[tokio::test]
async fn three_links_go_to_one_address_in_a_quarter_of_an_hour() {
    let place = Place::new().await;
    let waiting = || outbox::Entity::find().count(place.site.db.read());
    for _ in 0..5 {
        sign_in::ask(&place.site, "Ilze@example.org", Lang::Lv, None).await.unwrap();
    }
    assert_eq!(waiting().await.unwrap(), 3);
    sign_in::ask(&place.site, "juris@example.org", Lang::Lv, None).await.unwrap();
    assert_eq!(waiting().await.unwrap(), 4, "another address has its own count");
    place.at("2027-01-25T09:15:00Z");
    sign_in::ask(&place.site, "ilze@example.org", Lang::Lv, None).await.unwrap();
    assert_eq!(waiting().await.unwrap(), 5);
    assert!(sign_in::ask(&place.site, "a@b", Lang::Lv, None).await.is_err());
}

#[tokio::test]
async fn two_presses_of_one_button_sign_in_once() {
    let place = Place::new().await;
    let url = sign_in::make_link(&place.site, "ilze@example.org", Lang::Lv, None).await.unwrap();
    let secret = url.rsplit('/').next().unwrap();
    let presses = (0..8).map(|_| sign_in::enter(&place.site, secret, Lang::Lv));
    let done = futures::future::join_all(presses).await;
    assert_eq!(done.iter().filter(|press| press.is_ok()).count(), 1);
}

/// The session a `Set-Cookie` begins.
fn session(answer: &Answer) -> Option<String> {
    let cookies = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let found = cookies.filter_map(|cookie| cookie.strip_prefix("saiets_session=")).next()?;
    for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(found.contains(part), "{found}");
    }
    Some(found.split(';').next().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn asking_is_answered_alike_for_everybody() {
    let place = Place::new().await;
    place.person("known@example.org").await;
    for email in ["known@example.org", "unknown@example.org"] {
        let answer = place.anyone().submit("/lv/signin", &[("email", email), ("to", "/lv/events")]).await.expect(303);
        assert_eq!(answer.header("location"), Some("/lv/signin/sent"));
        assert!(answer.body.is_empty());
    }
    let refused = place.anyone().submit("/lv/signin", &[("email", "ilze@example"), ("to", "/lv/events")]).await.expect(422).text();
    assert!(refused.contains("value=\"ilze@example\"") && refused.contains("value=\"/lv/events\""), "what was typed is kept");
    let jobs = outbox::Entity::find().all(place.site.db.read()).await.unwrap();
    assert!(jobs.len() == 2 && jobs.iter().all(|job| job.payload.as_deref().is_some_and(|text| text.contains("/lv/events"))));
}

#[tokio::test]
async fn other_sites_are_never_gone_back_to() {
    let place = Place::new().await;
    for other in ["https://evil.example", "//evil.example", "/%5Cevil.example"] {
        let page = place.anyone().page(&format!("/en/signin?to={other}")).await.expect(200).text();
        assert!(!page.contains("value=\"https://evil.example\"") && !page.contains("value=\"//evil.example\""), "{page}");
    }
    place.anyone().submit("/en/signin", &[("email", "a@example.org"), ("to", "//evil.example")]).await.expect(303);
    let job = outbox::Entity::find().one(place.site.db.read()).await.unwrap().unwrap();
    assert!(!job.payload.unwrap_or_default().contains("evil"));
}

#[tokio::test]
async fn the_button_of_a_link_signs_in_and_leaving_ends_it() {
    let place = Place::new().await;
    let url = sign_in::make_link(&place.site, "ilze@example.org", Lang::En, None).await.unwrap();
    let path = url.strip_prefix("http://saiets.test").unwrap();
    let page = place.anyone().page(path).await.expect(200);
    assert!(page.text().contains("Sign me in") && session(&page).is_none(), "opening a link signs nobody in");
    let entered = place.anyone().submit(path, &[]).await.expect(303);
    assert_eq!(entered.header("location"), Some("/en/me"));
    let inside = Client::new(place.router.clone(), None, session(&entered));
    let me = inside.page("/en/me").await.expect(200).text();
    assert!(me.contains("Saiets knows only your address yet"), "{me}");
    for (asked, status) in [(place.anyone().page(path).await, 410), (place.anyone().submit(path, &[]).await, 410)] {
        assert!(asked.expect(status).text().contains("This link has been used"));
    }
    assert!(place.anyone().page("/lv/signin/nekas").await.expect(404).text().contains("Šī saite nedarbojas"));
    inside.submit("/en/signout", &[]).await.expect(303);
    assert_eq!(inside.page("/en/me").await.expect(303).header("location"), Some("/en/signin?to=%2Fen%2Fme"));
}

#[tokio::test]
async fn the_pages_of_signing_in_speak_both_languages() {
    let place = Place::new().await;
    for (path, words) in [
        ("/lv/signin", "Bez paroles"),
        ("/en/signin", "Without a password"),
        ("/lv/signin/sent", "Ieskatieties e-pastā"),
        ("/en/signin/sent", "Look into your mail"),
    ] {
        assert!(place.anyone().page(path).await.expect(200).text().contains(words), "{path}");
    }
}
