//! Whom a change reaches is said before it is made, and that is whom it reaches.

use super::{Scene, has, lacks, scene, scene_with};
use crate::support::Answer;
use backend::service::jobs;
use domain::host::Role;
use domain::person::Segment;
use sea_orm::Set;
use serde_json::json;

const EDIT: &str = "/en/organise/events/forum-2027/edit";

/// One with a place, one in line, two invited; a third wants no letters any more, a fourth was withdrawn, a fifth gave up a place.
async fn attended() -> Scene {
    let scene = scene_with(|event| event.in_person_capacity = Set(Some(1))).await;
    scene.join("place@example.org", "in_person").await;
    scene.join("line@example.org", "in_person").await;
    scene.invite(&["one@example.org", "two@example.org", "withdrawn@example.org"]).await;
    scene.organiser.delete("/events/forum-2027/invitations/withdrawn@example.org").await.expect(204);
    scene.invite(&["silent@example.org"]).await;
    refuses(&scene, "silent@example.org").await;
    let left = scene.join("left@example.org", "online").await;
    let mine = left.get("/events/forum-2027/registrations").await.expect(200).json()["items"][0]["id"].as_i64().unwrap();
    left.delete(&format!("/registrations/{mine}")).await;
    scene.place.mails().await;
    scene
}

async fn refuses(scene: &Scene, email: &str) {
    use backend::entity::{consent, person};
    use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, NotSet, QueryFilter};
    let db = scene.place.site.db.writer();
    let person = person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await.unwrap().unwrap();
    let said = consent::ActiveModel {
        id: NotSet,
        person_id: Set(person.id),
        purpose: Set("contact".to_owned()),
        given: Set(false),
        wording: Set("May we write to you?".to_owned()),
        host_id: Set(None),
        decided_at: Set(0),
    };
    said.insert(db).await.unwrap();
}

/// What a browser would send of the only form on a page, with other values in some fields.
fn typed(page: &str, other: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let form = page.split("<form method=\"post\"").nth(1).unwrap().split("</form>").next().unwrap();
    for tag in form.split('<').filter(|tag| ["input", "textarea", "option"].iter().any(|name| tag.starts_with(name))) {
        let value = |name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(plain);
        let chosen = !(tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")) || tag.contains(" checked");
        if tag.starts_with("textarea") {
            fields.push((value("name").unwrap(), plain(tag.split('>').nth(1).unwrap_or_default().trim_start_matches('\n'))));
        } else if let (Some(name), true) = (value("name"), chosen && tag.starts_with("input")) {
            fields.push((name, value("value").unwrap_or_default()));
        }
    }
    for select in form.split("<select").skip(1) {
        let name = select.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let chosen = select.split("</select>").next().unwrap().split("<option").find(|option| option.contains(" selected"));
        let value = chosen.and_then(|option| option.split("value=\"").nth(1)).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        fields.push((name.to_owned(), plain(value)));
    }
    for (name, value) in other {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

fn plain(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#x27;", "'").replace("&amp;", "&")
}

impl Scene {
    async fn submit(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.organiser.submit(path, &fields).await
    }

    async fn open(&self) -> String {
        self.organiser.page(EDIT).await.expect(200).text()
    }

    /// The form with these changes, sent and agreed to; what was foretold, and how many letters it wrote.
    async fn through(&self, other: &[(&str, &str)]) -> (String, u64) {
        let before = self.letters().await;
        let asked = self.submit(EDIT, &typed(&self.open().await, other)).await.expect(200).text();
        assert_eq!(self.letters().await, before, "looking sends nothing");
        self.submit(EDIT, &typed(&asked, &[("do", "send")])).await.expect(303);
        (asked, self.letters().await - before)
    }
}

#[tokio::test]
async fn another_time_is_shown_with_those_it_reaches_and_reaches_them() {
    let scene = attended().await;
    let (asked, letters) = scene.through(&[("starts_local", "2027-08-18T12:00"), ("ends_local", "2027-08-18T20:00")]).await;
    has(&asked, &["10:00–18:00", "12:00–20:00", "4 people get a letter with the entry at once"]);
    has(&asked, &["one with a place", "one on the waiting list", "2 invited, without a place", "a new version of the same entry"]);
    has(&asked, &["Changed: Professionals’ forum 2027, 18 August 2027", "Something has changed", "12:00–20:00 Rīga"]);
    assert_eq!(letters, 4);
    assert_eq!(scene.organiser.get("/events/forum-2027").await.json()["starts_local"], "2027-08-18T12:00");
    let told = scene.place.mails().await;
    let subject = "Changed: Professionals’ forum 2027, 18 August 2027";
    assert_eq!(told.iter().filter(|mail| mail.header("subject") == subject).count(), 4, "as it was shown");
}

#[tokio::test]
async fn a_small_change_is_said_to_wait_and_to_whom_it_goes_then() {
    let scene = attended().await;
    let (asked, letters) = scene.through(&[("title.en", "Forum of professionals")]).await;
    has(
        &asked,
        &[
            "Nobody gets a letter at once; 4 people get a quiet one later.",
            "25 January 2027, 17:00",
            "Details updated: Forum of professionals",
        ],
    );
    has(&asked, &["<del>Professionals’ forum 2027</del>", "<ins>Forum of professionals</ins>", "the same version of the entry"]);
    lacks(&asked, &["Send and save"]);
    assert_eq!(letters, 0);
    scene.place.at("2027-01-25T15:00:00Z");
    let before = scene.letters().await;
    jobs::run_due(&scene.place.site).await.unwrap();
    assert_eq!(scene.letters().await - before, 4);
}

#[tokio::test]
async fn a_free_place_is_foretold_to_who_waits_for_it() {
    let scene = attended().await;
    let (asked, letters) = scene.through(&[("attendance.in_person.capacity", "2")]).await;
    has(&asked, &["One person on the waiting list gets a place now", "<del>one place</del>", "<ins>2 places</ins>", "Send and save"]);
    assert_eq!(letters, 1);
    let told = scene.place.mails_to("line@example.org").await.pop().unwrap();
    assert!(told.header("subject").starts_with("A place is yours"), "{}", told.header("subject"));
}

#[tokio::test]
async fn where_nobody_is_told_it_is_saved_at_once() {
    let scene = scene().await;
    let form = typed(&scene.open().await, &[("starts_local", "2027-08-18T12:00"), ("ends_local", "2027-08-18T20:00")]);
    scene.submit(EDIT, &form).await.expect(303);
    let attended = attended().await;
    let form = typed(&attended.open().await, &[("visibility", "members")]);
    attended.submit(EDIT, &form).await.expect(303);
    assert_eq!(attended.organiser.get("/events/forum-2027").await.json()["visibility"], "members");
}

#[tokio::test]
async fn going_back_keeps_what_was_typed_and_a_fault_is_said_first() {
    let scene = attended().await;
    let change = [("starts_local", "2027-08-18T12:00"), ("ends_local", "2027-08-18T20:00"), ("title.en", "A \"new\" <name> & more")];
    let asked = scene.submit(EDIT, &typed(&scene.open().await, &change)).await.expect(200).text();
    let back = scene.submit(EDIT, &typed(&asked, &[("do", "back")])).await.expect(200).text();
    let kept = typed(&back, &[]);
    for (field, value) in change {
        assert!(kept.contains(&(field.to_owned(), value.to_owned())), "{field}");
    }
    assert_eq!(scene.organiser.get("/events/forum-2027").await.json()["starts_local"], "2027-08-18T10:00");
    let wrong = typed(&scene.open().await, &[("ends_local", "2027-08-18T09:00")]);
    has(&scene.submit(EDIT, &wrong).await.expect(422).text(), &["The end comes before the beginning"]);
}

#[tokio::test]
async fn nobody_overwrites_what_another_has_changed_without_seeing_it() {
    let scene = attended().await;
    let moved = [("starts_local", "2027-08-18T12:00"), ("ends_local", "2027-08-18T20:00")];
    let asked = scene.submit(EDIT, &typed(&scene.open().await, &moved)).await.expect(200).text();
    scene.change(json!({"title": {"en": "Named by a colleague"}})).await;
    let before = scene.letters().await;
    let again = scene.submit(EDIT, &typed(&asked, &[("do", "send")])).await.expect(409).text();
    has(
        &again,
        &["Somebody else has changed this event", "<del>Named by a colleague</del>", "<ins>Professionals’ forum 2027</ins>", "12:00–20:00"],
    );
    assert_eq!((scene.letters().await, scene.place.mails().await.len()), (before, usize::try_from(before).unwrap()));
    // Having seen both, one may go on.
    scene.submit(EDIT, &typed(&again, &[("do", "send")])).await.expect(303);
    assert_eq!(scene.organiser.get("/events/forum-2027").await.json()["title"]["en"], "Professionals’ forum 2027");
    assert_eq!(scene.letters().await, before + 4);
}

#[tokio::test]
async fn also_where_nobody_is_told_a_colleagues_change_is_shown() {
    let scene = scene().await;
    let form = typed(&scene.open().await, &[("visibility", "members")]);
    scene.change(json!({"summary": {"en": "A colleague’s sentence"}})).await;
    has(&scene.submit(EDIT, &form).await.expect(409).text(), &["Somebody else has changed", "A colleague’s sentence"]);
    assert_eq!(scene.organiser.get("/events/forum-2027").await.json()["summary"]["en"], "A colleague’s sentence");
}

#[tokio::test]
async fn a_step_says_whom_it_reaches_and_reaches_them() {
    let scene = attended().await;
    // Who ends has an entry, wherever it came from: also those who want no more letters.
    for (to, reached, subject) in
        [("confirmed", 4, "Confirmed: Professionals’ forum 2027"), ("cancelled", 5, "Cancelled: Professionals’ forum 2027")]
    {
        let path = format!("/en/organise/events/forum-2027/status/{to}");
        let asked = scene.organiser.page(&path).await.expect(200).text();
        has(&asked, &[&format!("{reached} people get a letter with the entry at once"), subject]);
        let before = scene.letters().await;
        scene.submit(&path, &typed(&asked, &[])).await.expect(303);
        assert_eq!(scene.letters().await - before, reached, "{to}");
    }
}

#[tokio::test]
async fn a_step_is_not_taken_with_an_event_that_is_another_by_now() {
    let scene = attended().await;
    let path = "/lv/organise/events/forum-2027/status/confirmed";
    let asked = scene.organiser.page(path).await.expect(200).text();
    scene.change(json!({"starts_local": "2027-08-18T12:00"})).await;
    let again = scene.submit(path, &typed(&asked, &[])).await.expect(409).text();
    has(&again, &["mainījis kāds cits", "12:00–20:00"]);
    assert_eq!(scene.organiser.get("/events/forum-2027").await.json()["status"], "announced");
    scene.submit(path, &typed(&again, &[])).await.expect(303);
}

#[tokio::test]
async fn before_the_announcement_it_is_said_who_waits_for_it() {
    let scene = scene_with(|event| event.status = Set(domain::event::Status::Tentative.into())).await;
    scene.someone("one@example.org", "BE", Segment::Justice, true).await;
    scene.invite(&["one@example.org", "two@example.org"]).await;
    let path = "/en/organise/events/forum-2027/status/announced";
    let asked = scene.organiser.page(path).await.expect(200).text();
    has(&asked, &["2 people get a letter with the entry at once", "Save the date: Professionals’ forum 2027", "Announce and send"]);
    scene.submit(path, &typed(&asked, &[])).await.expect(303);
    assert_eq!(scene.place.mails().await.len(), 2);
    let viewer = scene.place.acting("viewer@example.org", Some((scene.host, Role::Viewer))).await;
    viewer.page("/en/organise/events/forum-2027/status/confirmed").await.expect(403);
    viewer.submit(EDIT, &[("do", "send")]).await.expect(403);
}
