//! Inviting by address and by what people say of themselves, and taking it back.

use crate::support::Place;
use backend::entity::{consent, person};
use domain::event::Status;
use domain::host::Role;
use domain::person::Segment;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, NotSet, Set};
use serde_json::json;

const INVITATIONS: &str = "/events/forum-2027/invitations";

async fn place() -> (Place, i64) {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    (place, host)
}

async fn says(place: &Place, person_id: i64, given: bool) {
    let row = consent::ActiveModel {
        id: NotSet,
        person_id: Set(person_id),
        purpose: Set("contact".to_owned()),
        given: Set(given),
        wording: Set("May we write to you?".to_owned()),
        host_id: Set(None),
        decided_at: Set(0),
    };
    row.insert(place.site.db.writer()).await.unwrap();
}

async fn someone(place: &Place, email: &str, country: &str, segment: Segment, competences: &[&str]) -> i64 {
    let id = place.person(email).await;
    let db = place.site.db.writer();
    let mut row = person::Entity::find_by_id(id).one(db).await.unwrap().unwrap().into_active_model();
    row.country = Set(Some(country.to_owned()));
    row.segment = Set(Some(segment.into()));
    row.competences = Set(competences.iter().map(|skill| (*skill).to_owned()).collect::<Vec<_>>().into());
    row.update(db).await.unwrap();
    id
}

#[tokio::test]
async fn addresses_are_invited_once_and_the_rest_is_said() {
    let (place, host) = place().await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let asked = json!({"emails": ["ilze@example.org", " ILZE@example.org ", "no address", "a@b.lv\r\nBcc: x@y.lv"]});
    let answer = organiser.post(INVITATIONS, asked).await.expect(200).json();
    assert_eq!(answer["invited"], 1);
    let codes: Vec<_> = answer["skipped"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["invalid_email", "invalid_email"]);
    let again = organiser.post(INVITATIONS, json!({"emails": ["ilze@example.org"]})).await.expect(200).json();
    assert_eq!(again, json!({"invited": 0, "skipped": [{"email": "ilze@example.org", "code": "already_invited"}]}));
    assert_eq!(place.mails_to("ilze@example.org").await.len(), 1);
    let list = organiser.get(INVITATIONS).await.expect(200).json();
    let item = &list["items"][0];
    assert_eq!((item["email"].as_str(), item["partstat"].as_str()), (Some("ilze@example.org"), Some("needs_action")));
    assert_eq!((item["sequence"].as_i64(), item["delivery"].as_str()), (Some(0), Some("sent")));
}

#[tokio::test]
async fn an_audience_is_who_agreed_and_fits() {
    let (place, host) = place().await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let anna = someone(&place, "anna@example.org", "BE", Segment::Justice, &["Data protection"]).await;
    let berta = someone(&place, "berta@example.org", "BE", Segment::Justice, &["Energy"]).await;
    someone(&place, "dace@example.org", "BE", Segment::Justice, &["Data protection"]).await;
    let emma = someone(&place, "emma@example.org", "US", Segment::Justice, &["data protection"]).await;
    for person in [anna, berta, emma] {
        says(&place, person, true).await;
    }
    let audience = json!({"audience": {"countries": ["be", "LU"], "segments": ["justice"], "competences": ["data protection"]}});
    let answer = organiser.post(INVITATIONS, audience).await.expect(200).json();
    assert_eq!(answer, json!({"invited": 1, "skipped": []}));
    assert_eq!(place.mails().await.len(), 1);
    assert_eq!(place.mails_to("anna@example.org").await.len(), 1);
}

#[tokio::test]
async fn who_said_no_or_has_had_enough_is_left_in_peace() {
    let (place, host) = place().await;
    place.event(host, "briefing", |_| {}).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let anna = place.person("anna@example.org").await;
    says(&place, anna, true).await;
    says(&place, anna, false).await;
    let berta = place.person("berta@example.org").await;
    let mut row = person::Entity::find_by_id(berta).one(place.site.db.read()).await.unwrap().unwrap().into_active_model();
    row.contact_per_year = Set(Some(1));
    row.update(place.site.db.writer()).await.unwrap();
    let both = json!({"emails": ["anna@example.org", "berta@example.org"]});
    let first = organiser.post(INVITATIONS, both.clone()).await.expect(200).json();
    assert_eq!(first, json!({"invited": 1, "skipped": [{"email": "anna@example.org", "code": "no_contact_consent"}]}));
    let second = organiser.post("/events/briefing/invitations", both).await.expect(200).json();
    assert_eq!(second["invited"], 0);
    assert_eq!(second["skipped"][1], json!({"email": "berta@example.org", "code": "contact_limit"}));
}

#[tokio::test]
async fn withdrawing_tells_that_person_only_and_inviting_again_is_a_newer_entry() {
    let (place, host) = place().await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let emails = json!({"emails": ["ilze@example.org", "janis@example.org"]});
    organiser.post(INVITATIONS, emails.clone()).await.expect(200);
    organiser.delete(&format!("{INVITATIONS}/ilze@example.org")).await.expect(204);
    organiser.delete(&format!("{INVITATIONS}/ilze@example.org")).await.expect(404);
    organiser.delete(&format!("{INVITATIONS}/nobody@example.org")).await.expect(404);
    let mails = place.mails_to("ilze@example.org").await;
    let cancel = &mails[1];
    assert!(cancel.calendar().contains("METHOD:CANCEL") && cancel.property("STATUS").is_none());
    assert_eq!(place.mails_to("janis@example.org").await.len(), 1);
    let list = organiser.get(INVITATIONS).await.expect(200).json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    organiser.post(INVITATIONS, emails).await.expect(200);
    let mails = place.mails_to("ilze@example.org").await;
    assert_eq!(mails[2].property("SEQUENCE").as_deref(), Some("1"));
    assert_eq!(mails[2].property("UID"), mails[0].property("UID"));
    assert!(mails[2].property("DTSTAMP") > mails[1].property("DTSTAMP"));
}

#[tokio::test]
async fn before_the_announcement_invitations_wait() {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |row| row.status = Set(Status::Draft.into())).await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    organiser.post(INVITATIONS, json!({"emails": ["ilze@example.org"]})).await.expect(200);
    assert!(place.mails().await.is_empty());
    let list = organiser.get(INVITATIONS).await.expect(200).json();
    assert_eq!(list["items"][0]["delivery"], "queued");
    organiser.delete(&format!("{INVITATIONS}/ilze@example.org")).await.expect(204);
    assert!(place.mails().await.is_empty(), "nobody is told that something they never heard of is off");
}

#[tokio::test]
async fn each_role_does_what_it_may() {
    let (place, host) = place().await;
    let foreign = place.host("foreign").await;
    let ask = json!({"emails": ["ilze@example.org"]});
    let roles = [(Role::Viewer, 200, 403), (Role::Assistant, 200, 403), (Role::Organiser, 200, 200), (Role::Coordinator, 200, 200)];
    for (i, (role, may_see, may_invite)) in roles.into_iter().enumerate() {
        let client = place.acting(&format!("r{i}@example.org"), Some((host, role))).await;
        client.get(INVITATIONS).await.expect(may_see);
        client.post(INVITATIONS, ask.clone()).await.expect(may_invite);
    }
    let outsider = place.acting("out@example.org", Some((foreign, Role::Coordinator))).await;
    outsider.get(INVITATIONS).await.expect(403);
    outsider.post(INVITATIONS, ask.clone()).await.expect(403);
    outsider.delete(&format!("{INVITATIONS}/ilze@example.org")).await.expect(403);
    place.anyone().get(INVITATIONS).await.expect(401);
    place.anyone().post(INVITATIONS, ask).await.expect(401);
}

#[tokio::test]
async fn what_cannot_be_understood_is_refused_at_its_field() {
    let (place, host) = place().await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let many: Vec<String> = (0..1_001).map(|i| format!("p{i}@example.org")).collect();
    let refused = [
        (json!({}), "emails"),
        (json!({"emails": []}), "emails"),
        (json!({"emails": many}), "emails"),
        (json!({"emails": "x"}), "emails"),
        (json!({"audience": {}}), "audience"),
        (json!({"audience": {"countries": ["Latvia"]}}), "audience.countries"),
        (json!({"audience": {"segments": ["magic"]}}), "audience.segments"),
        (json!({"audience": {"hosts": ["nobody"]}}), "audience.hosts"),
    ];
    for (asked, field) in refused {
        let answer = organiser.post(INVITATIONS, asked.clone()).await.expect(422);
        assert_eq!(answer.json()["errors"][0]["field"], field, "{asked}");
    }
    assert!(place.mails().await.is_empty());
    organiser.post("/events/nothing/invitations", json!({"emails": ["a@b.lv"]})).await.expect(404);
}

const PAGE: &str = "/organise/events/forum-2027/invitations";

#[tokio::test]
async fn organisers_invite_and_withdraw_on_a_page_in_both_languages() {
    let (place, host) = place().await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let page = organiser.page(&format!("/lv{PAGE}")).await.expect(200).text();
    assert!(page.contains("Uzaicinājumi") && page.contains("Vēl neviens nav uzaicināts."), "{page}");
    let asked = ("emails", "ilze@example.org\r\njanis@example.org; no address");
    let told = organiser.submit(&format!("/en{PAGE}"), &[asked]).await.expect(200).text();
    for said in [
        "2 people get the invitation at once",
        "no address: not a mail address",
        "Invitation: Professionals’ forum 2027",
        "janis@example.org",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(
        organiser.page(&format!("/en{PAGE}")).await.expect(200).text().contains("Nobody is invited yet."),
        "nothing is done by looking"
    );
    let back = organiser.submit(&format!("/en{PAGE}"), &[asked, ("do", "back")]).await.expect(200).text();
    assert!(back.contains("janis@example.org; no address"), "{back}");
    organiser.submit(&format!("/en{PAGE}"), &[asked, ("do", "send")]).await.expect(303);
    let page = organiser.page(&format!("/en{PAGE}")).await.expect(200).text();
    for said in ["Who is invited", "ilze@example.org", "janis@example.org", "no answer yet", "waits to leave"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    place.mails().await;
    let asked = organiser.page(&format!("/en{PAGE}/withdraw?email=ilze%40example.org")).await.expect(200).text();
    assert!(asked.contains("gets a letter at once") && asked.contains("Invitation withdrawn: Professionals’ forum 2027"), "{asked}");
    assert_eq!(place.mails_to("ilze@example.org").await.len(), 1, "nobody is told by asking");
    organiser.submit(&format!("/en{PAGE}/withdraw"), &[("email", "ilze@example.org")]).await.expect(303);
    assert_eq!(place.mails_to("ilze@example.org").await.len(), 2);
    organiser.page(&format!("/en{PAGE}/withdraw?email=ilze%40example.org")).await.expect(404);
    let page = organiser.page(&format!("/en{PAGE}")).await.expect(200).text();
    assert!(!page.contains("ilze@example.org") && page.contains("janis@example.org"));
    let event = organiser.page("/en/organise/events/forum-2027").await.expect(200).text();
    assert!(event.contains(PAGE), "the way there");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_viewers_only_read() {
    let (place, host) = place().await;
    let organiser = place.acting("org@example.org", Some((host, Role::Organiser))).await;
    let typed = [("emails", ""), ("audience.countries", "Atlantis"), ("audience.competences", "law, energy")];
    let page = organiser.submit(&format!("/en{PAGE}"), &typed).await.expect(422).text();
    assert!(
        page.contains("value=\"Atlantis\"") && page.contains("value=\"law, energy\"") && page.contains("id=\"audience-countries-error\"")
    );
    let named = [("emails", ""), ("audience.countries", "Beļģija; Germany, LU")];
    organiser.submit(&format!("/en{PAGE}"), &named).await.expect(303);
    organiser.submit(&format!("/en{PAGE}"), &[("emails", " ")]).await.expect(422);
    let viewer = place.acting("view@example.org", Some((host, Role::Viewer))).await;
    let page = viewer.page(&format!("/en{PAGE}")).await.expect(200).text();
    assert!(!page.contains("name=\"emails\""));
    viewer.submit(&format!("/en{PAGE}"), &[("emails", "ilze@example.org")]).await.expect(403);
    viewer.page(&format!("/en{PAGE}/withdraw?email=view%40example.org")).await.expect(403);
    let foreign = place.acting("out@example.org", None).await;
    foreign.page(&format!("/en{PAGE}")).await.expect(403);
}
