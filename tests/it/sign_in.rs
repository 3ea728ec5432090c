//! Coming in by a link in the mail, and leaving.

use super::support::Place;
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
