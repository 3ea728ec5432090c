//! Letters about topics: where somebody is named, what is new in what they follow, and what leads to nobody.

use super::{Scene, items, propose, say, scene};
use crate::support::{Client, Mail};
use backend::entity::{mention, outbox, topic_event, topic_news};
use backend::service::jobs;
use domain::event::Visibility;
use domain::host::Role;
use domain::topic::Happening;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, NotSet, QueryFilter, Set};
use serde_json::json;

/// Seven on the next morning in Riga, and on the Monday after.
const MORNING: &str = "2027-01-26T05:00:00Z";
const MONDAY: &str = "2027-02-01T05:00:00Z";

async fn due(scene: &Scene, at: &str) {
    scene.place.at(at);
    jobs::run_due(&scene.place.site).await.unwrap();
}

async fn mails(scene: &Scene, email: &str) -> Vec<Mail> {
    scene.place.mails_to(email).await
}

async fn rhythm(client: &Client, rhythm: &str, mentions: bool) {
    client.put("/me/topic-letters", json!({"rhythm": rhythm, "mentions": mentions})).await.expect(200);
}

fn stop(mail: &Mail) -> String {
    mail.header("list-unsubscribe").trim_matches(['<', '>']).trim_start_matches("http://saiets.test").to_owned()
}

#[tokio::test]
async fn who_is_named_gets_one_letter_the_next_morning() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    say(&scene.janis, topic, "Kur ir dati?").await;
    say(&scene.organiser, topic, "@Janis un vēlreiz @janis: <b>šeit</b>").await;
    say(&scene.organiser, topic, "@janis, vēl kas").await;
    due(&scene, "2027-01-26T04:59:00Z").await;
    assert_eq!(mails(&scene, "janis@").await.len(), 0, "not before the morning");
    due(&scene, MORNING).await;
    due(&scene, "2027-01-26T12:00:00Z").await;
    let sent = mails(&scene, "janis@").await;
    assert_eq!(sent.len(), 1, "one letter, once");
    let (plain, html) = (sent[0].plain(), sent[0].html());
    assert!(plain.contains("2 comments name you") && plain.contains("organiser: @janis, vēl kas"), "{plain}");
    assert!(html.contains("&lt;b&gt;") && !html.contains("<b>šeit"), "{html}");
    assert!(!sent[0].header("message-id").is_empty() && sent[0].header("list-unsubscribe-post") == "List-Unsubscribe=One-Click");
    assert_eq!(scene.place.mails().await.len(), 1, "nobody else is written to on a Tuesday");

    // One click stops these letters, and these only.
    scene.place.anyone().submit(&stop(&sent[0]), &[("List-Unsubscribe", "One-Click")]).await.expect(200);
    assert_eq!(scene.janis.get("/me/topic-letters").await.expect(200).json(), json!({"rhythm": "never", "mentions": false}));
    say(&scene.organiser, topic, "@janis?").await;
    due(&scene, "2027-01-27T05:00:00Z").await;
    assert_eq!(mails(&scene, "janis@").await.len(), 1);
}

#[tokio::test]
async fn a_name_tells_nothing_about_who_there_is() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let quiet = scene.place.acting("maija@example.org", None).await;
    quiet.put(&format!("/topics/{topic}/follow"), json!({})).await.expect(200);
    let hidden = say(&scene.janis, topic, "Nepieklājīgi").await;
    let decision = json!({"decision": "hide", "reason": {"en": "Off topic"}});
    scene.organiser.post(&format!("/comments/{hidden}/moderation"), decision).await.expect(204);
    say(&scene.organiser, topic, "@maija, @janis, @nobody un @ilze").await;
    let page = scene.place.anyone().page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert_eq!(page.matches("<mark").count(), 1, "{page}");
    assert!(page.contains("<mark translate=\"no\">@ilze</mark>"), "of those only she has written here where it can be read");
    let rows = mention::Entity::find().all(scene.place.site.db.read()).await.unwrap();
    assert_eq!(rows.len(), 1);
    due(&scene, MORNING).await;
    assert_eq!(scene.place.mails().await.len(), 1);
    assert_eq!(mails(&scene, "ilze@").await.len(), 1);
}

#[tokio::test]
async fn a_name_cannot_bring_anything_but_itself() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let name = "<img src=x onerror=alert(1)> [a](javascript:x)";
    let body = json!({"name": name, "zone": "Europe/Riga", "language": "en"});
    scene.janis.put("/people/janis@example.org", body).await.expect(200);
    let id = say(&scene.janis, topic, "Es").await;
    say(&scene.ilze, topic, &format!("@{name} ko?")).await;
    for path in ["/en/events/forum-2027/topics/1".to_owned(), format!("/en/events/forum-2027/topics/1/comments/{id}/answer")] {
        let page = scene.ilze.page(&path).await.expect(200).text();
        assert!(!page.contains("<img src=x") && !page.contains("href=\"javascript:"), "{page}");
    }
    due(&scene, MORNING).await;
    let sent = mails(&scene, "janis@").await;
    assert!(sent.len() == 1 && !sent[0].html().contains("<img src=x"));
}

#[tokio::test]
async fn nothing_is_told_of_what_was_hidden_removed_or_read_meanwhile() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    say(&scene.janis, topic, "Kur ir dati?").await;
    rhythm(&scene.ilze, "daily", true).await;
    let hidden = say(&scene.organiser, topic, "@ilze: nepieklājīgi").await;
    let removed = say(&scene.organiser, topic, "@ilze: pārsteidzos").await;
    let decision = json!({"decision": "hide", "reason": {"en": "Off topic"}});
    scene.organiser.post(&format!("/comments/{hidden}/moderation"), decision).await.expect(204);
    scene.organiser.delete(&format!("/comments/{removed}")).await.expect(204);
    say(&scene.organiser, topic, "@janis: lūdzu").await;
    scene.janis.page("/en/events/forum-2027/topics/1").await.expect(200);
    due(&scene, MORNING).await;
    assert_eq!(mails(&scene, "janis@").await.len(), 0, "he has read it on the page");
    let sent = mails(&scene, "ilze@").await;
    assert_eq!(sent.len(), 1);
    let plain = sent[0].plain();
    assert!(plain.contains("2 new comments") && plain.contains("janis: Kur ir dati?") && !plain.contains("pieklāj"), "{plain}");

    say(&scene.janis, topic, "@ilze, slēgts").await;
    let event = backend::entity::event::Entity::find().one(scene.place.site.db.read()).await.unwrap().unwrap();
    let mut event: backend::entity::event::ActiveModel = event.into();
    event.visibility = Set(Visibility::Invited.into());
    sea_orm::ActiveModelTrait::update(event, scene.place.site.db.writer()).await.unwrap();
    due(&scene, "2027-01-27T05:00:00Z").await;
    assert_eq!(mails(&scene, "ilze@").await.len(), 1, "she may not see it any more");
}

#[tokio::test]
async fn followers_get_what_is_new_since_the_last_letter_at_their_own_pace() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let other = propose(&scene.janis, "Kultūra", false).await;
    scene.ilze.put(&format!("/topics/{other}/follow"), json!({})).await.expect(200);
    rhythm(&scene.ilze, "daily", true).await;
    rhythm(&scene.organiser, "never", true).await;
    for n in 0..5 {
        say(&scene.janis, topic, &format!("Par {n}")).await;
    }
    let answer = json!({"to": "answered", "reason": {"en": "By letter", "lv": "Vēstulē"}});
    scene.organiser.post(&format!("/topics/{other}/status"), answer).await.expect(200);
    due(&scene, MORNING).await;
    let sent = mails(&scene, "ilze@").await;
    assert_eq!(sent.len(), 1);
    let plain = sent[0].plain();
    for said in ["2 topics you follow", "5 new comments", "janis: Par 0", "Answered by the organisers", "By letter"] {
        assert!(plain.contains(said), "{said}: {plain}");
    }
    assert!(plain.contains("Par 2") && !plain.contains("Par 3"), "first lines of a few");
    due(&scene, "2027-01-27T05:00:00Z").await;
    assert_eq!(scene.place.mails().await.len(), 1, "nothing is new, nothing is sent");
    say(&scene.organiser, topic, "Vēl").await;
    due(&scene, "2027-01-28T05:00:00Z").await;
    let sent = mails(&scene, "ilze@").await;
    assert_eq!(sent.len(), 2);
    assert!(sent[1].plain().contains("1 new comment") && !sent[1].plain().contains("Par 0"), "{}", sent[1].plain());

    // Janis follows as everybody does who has not chosen: on Mondays.
    due(&scene, MONDAY).await;
    let sent = mails(&scene, "janis@").await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].plain().contains("organiser: Vēl") && sent[0].plain().contains("By letter"), "{}", sent[0].plain());
    assert_eq!(mails(&scene, "organiser@").await.len(), 0);
    let ids: std::collections::BTreeSet<String> = scene.place.mails().await.iter().map(|mail| mail.header("message-id")).collect();
    assert_eq!(ids.len(), 3, "each letter has its own id");
}

#[tokio::test]
async fn the_letter_is_in_the_readers_language_and_the_choice_is_on_their_page() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", false).await;
    let body = json!({"name": "Ilze", "zone": "Europe/Riga", "language": "lv"});
    scene.ilze.put("/people/ilze@example.org", body).await.expect(200);
    let page = scene.ilze.page("/lv/me").await.expect(200).text();
    assert!(page.contains("value=\"weekly\" checked") && page.contains("Temati, ko pieteicāt bez vārda"), "{page}");
    let chosen = [("form", "topic-news"), ("rhythm", "daily"), ("mentions", "yes")];
    scene.ilze.submit("/lv/me", &chosen).await.expect(303);
    let odd = scene.ilze.submit("/lv/me", &[("form", "topic-news"), ("rhythm", "hourly")]).await.expect(422).text();
    assert!(odd.contains("Izvēlieties kādu no piedāvātajiem"));
    say(&scene.janis, topic, "Kur ir dati?").await;
    due(&scene, MORNING).await;
    let sent = mails(&scene, "ilze@").await;
    assert!(sent.len() == 1 && sent[0].plain().contains("1 jauns komentārs"), "{}", sent[0].plain());
    let archive = scene.ilze.get("/me/export").await.expect(200).body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    assert!(std::io::read_to_string(zip.by_name("topic_news.json").unwrap()).unwrap().contains("daily"));
}

#[tokio::test]
async fn an_author_without_a_name_is_reached_and_stands_in_no_row() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Neērts temats", true).await;
    rhythm(&scene.janis, "never", false).await;
    say(&scene.janis, topic, "@author, ko domājat? @ilze?").await;
    say(&scene.janis, topic, "@autors!").await;
    let db = scene.place.site.db.read();
    let rows = mention::Entity::find().all(db).await.unwrap();
    assert!(rows.len() == 2 && rows.iter().all(|row| row.person_id.is_none()), "{rows:?}");
    let dues: Vec<i64> = rows.iter().filter_map(|row| row.due_at).collect();
    assert!(dues.iter().all(|due| due % 86_400_000 == 6 * 3_600_000), "the same hour for everybody");
    due(&scene, "2027-01-26T05:59:00Z").await;
    assert_eq!(scene.place.mails().await.len(), 0);
    scene.place.at("2027-01-26T06:00:00Z");
    backend::service::talk::news::tell_due(&scene.place.site).await.unwrap();
    let waiting = outbox::Entity::find().all(db).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].kind.as_str(), waiting[0].lane.as_deref()), ("author_called", None));
    let payload = waiting[0].payload.clone().unwrap();
    assert!(!payload.contains("person") && !payload.contains("ilze"), "{payload}");
    let sent = mails(&scene, "ilze@").await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].plain().contains("2 comments name you") && sent[0].plain().contains("without a name"), "{}", sent[0].plain());
    due(&scene, MONDAY).await;
    assert_eq!(scene.place.mails().await.len(), 1, "what is new there is on the author's page only");
    assert!(topic_news::Entity::find().all(db).await.unwrap().len() == 1, "only who chose, and who follows by name");
}

#[tokio::test]
async fn who_names_themselves_cannot_be_found_by_what_is_missing() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Neērts temats", true).await;
    say(&scene.ilze, topic, "Ar vārdu").await;
    let unnamed = json!({"text": "@ilze un @author", "anonymous": true});
    scene.ilze.post(&format!("/topics/{topic}/comments"), unnamed).await.expect(201);
    let rows = mention::Entity::find().all(scene.place.site.db.read()).await.unwrap();
    assert_eq!(rows.len(), 2, "rows are as if anybody had written it");
    due(&scene, "2027-01-26T06:00:00Z").await;
    assert_eq!(scene.place.mails().await.len(), 0, "and nobody writes to themselves");
}

#[tokio::test]
async fn an_answer_begins_with_whom_it_is_for() {
    let scene = scene().await;
    let topic = propose(&scene.ilze, "Veselība", true).await;
    let first = say(&scene.janis, topic, "Kur ir dati?").await;
    let unnamed = json!({"text": "Šeit", "anonymous": true});
    let second = scene.ilze.post(&format!("/topics/{topic}/comments"), unnamed).await.expect(201).json()["id"].clone();
    let page = scene.organiser.page(&format!("/en/events/forum-2027/topics/1/comments/{first}/answer")).await.expect(200).text();
    assert!(page.contains("\n@janis </textarea>"), "{page}");
    let page = scene.organiser.page(&format!("/lv/events/forum-2027/topics/1/comments/{second}/answer")).await.expect(200).text();
    assert!(page.contains("\n@autors </textarea>"), "{page}");
    let all = items(&scene.janis, &format!("/topics/{topic}/comments")).await;
    assert_eq!(all.len(), 2);
}

#[tokio::test]
async fn a_topic_in_which_much_happens_leaves_the_others_their_lines() {
    const MUCH: usize = 1_200;
    let scene = scene().await;
    let busy = propose(&scene.ilze, "Veselība", false).await;
    let quiet = propose(&scene.ilze, "Kultūra", false).await;
    rhythm(&scene.ilze, "daily", true).await;
    say(&scene.janis, busy, "Par datiem").await;
    let db = &scene.place.site.db;
    let line = topic_event::Entity::find().filter(topic_event::Column::TopicId.eq(busy)).one(db.read()).await.unwrap().unwrap();
    let again = |_| {
        let mut row = line.clone().into_active_model().reset_all();
        (row.id, row.happening) = (NotSet, Set(Happening::Edited.into()));
        row
    };
    topic_event::Entity::insert_many((0..MUCH).map(again)).exec_without_returning(db.writer()).await.unwrap();
    let answer = json!({"to": "answered", "reason": {"en": "By letter", "lv": "Vēstulē"}});
    scene.organiser.post(&format!("/topics/{quiet}/status"), answer).await.expect(200);
    due(&scene, MORNING).await;
    let sent = mails(&scene, "ilze@").await;
    assert!(sent[0].plain().contains("2 topics you follow") && sent[0].plain().contains("By letter"), "{}", sent[0].plain());
}

/// Whoever holds one follower while waiting for another is waited for by whoever goes the other way round: a deadlock, and a 500.
#[tokio::test]
async fn agendas_with_the_same_followers_are_published_at_the_same_moment() {
    const PEOPLE: usize = 12;
    let scene = scene().await;
    let host = scene.place.host("elsewhere").await;
    scene.place.event(host, "elsewhere", |_| {}).await;
    let other = scene.place.acting("elsewhere@example.org", Some((host, Role::Organiser))).await;
    let mut people = Vec::new();
    for n in 0..PEOPLE {
        people.push(scene.place.acting(&format!("follower-{n}@example.org"), None).await);
    }
    for (slug, organiser, turned) in [("forum-2027", &scene.organiser, false), ("elsewhere", &other, true)] {
        for n in 0..PEOPLE {
            let body = json!({"title": {"en": format!("Topic {n}")}, "minutes": 5});
            let topic = organiser.post(&format!("/events/{slug}/topics"), body).await.expect(201).json()["id"].as_i64().unwrap();
            let follower = if turned { PEOPLE - 1 - n } else { n };
            people[follower].put(&format!("/topics/{topic}/follow"), json!({})).await.expect(200);
            let starts = format!("2027-08-18T10:{:02}", 5 * n % 60);
            let body = json!({"title": {"en": "S"}, "starts_local": starts, "duration_minutes": 5, "topic": topic});
            organiser.post(&format!("/events/{slug}/sessions"), body).await.expect(201);
        }
    }
    let publish =
        async |client: &Client, slug: &str| client.post(&format!("/events/{slug}/agenda/releases"), json!({"name": "First"})).await;
    let (one, two) = tokio::join!(publish(&scene.organiser, "forum-2027"), publish(&other, "elsewhere"));
    one.expect(201);
    two.expect(201);
    let waiting = topic_news::Entity::find().all(scene.place.site.db.read()).await.unwrap();
    assert_eq!(waiting.iter().filter(|row| row.due_at.is_some()).count(), PEOPLE + 2, "the followers, and the two who proposed");
}
