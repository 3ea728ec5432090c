//! The record: the same bytes for the same data, with no more in it than its reader may know.

use super::*;
use crate::support::keep;

#[tokio::test]
async fn the_record_is_a_document_that_does_not_change_by_itself() {
    let scene = scene(json!({})).await;
    scene.at(OPEN).await;
    let mut body = answers(1, "Glāžšķūņa rūķīši: āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ.");
    body["separate_opinion"] = json!(format!("Я согласна. {}", "Garš atsevišķs viedoklis par nostāju. ".repeat(100)));
    scene.people[0].1.put(&format!("{AT}/answer"), body).await.expect(200);
    scene.at(DEADLINE).await;
    scene.answer(1, 2, "Par vēlu.").await.expect(200);
    for (lang, named) in [("lv", true), ("en", true), ("lv", false)] {
        let reader = if named { &scene.people[0].1 } else { &scene.stranger };
        let path = format!("{AT}/record.pdf?lang={lang}");
        let file = reader.get(&path).await.expect(200);
        assert_eq!(file.header("content-type"), Some("application/pdf"));
        assert!(file.body.starts_with(b"%PDF-1.7"));
        scene.place.at("2027-02-18T12:00:00Z");
        assert_eq!(file.body, reader.get(&path).await.body, "another day");
        let page = reader.page(&format!("/{lang}/events/position/record.pdf")).await.expect(200);
        assert_eq!((page.header("content-type"), &page.body), (Some("application/pdf"), &file.body));
        keep(&format!("{}.{lang}.pdf", if named { "named" } else { "public" }), &file.body);
    }
    let (mine, theirs) =
        (scene.people[0].1.get(&format!("{AT}/record.pdf")).await.body, scene.stranger.get(&format!("{AT}/record.pdf")).await.body);
    assert!(mine.len() > theirs.len());
}

#[tokio::test]
async fn documents_go_with_it_until_it_opens() {
    let scene = scene(json!({})).await;
    let to = format!("{AT}/documents");
    let file = |name: &str| json!({"name": name, "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="});
    let made = scene.organiser.post(&to, file("Nostāja.pdf")).await.expect(201).json();
    let path = format!("{to}/{}", made["id"]);
    assert_eq!(scene.place.anyone().get(&path).await.expect(200).json()["content"], file("x")["content"]);
    assert_eq!(scene.organiser.post(&to, file("Nostāja.docx")).await.expect(422).code(), "file_type");
    scene.people[0].1.post(&to, file("b.pdf")).await.expect(403);
    scene.people[0].1.delete(&path).await.expect(403);
    let taken = scene.place.anyone().page(&format!("/lv/events/position/documents/{}", made["id"])).await.expect(200);
    assert!(taken.header("content-disposition").unwrap().starts_with("attachment"));
    scene.organiser.delete(&path).await.expect(204);
    scene.organiser.get(&path).await.expect(404);
    let forum = scene.place.host("ministry").await;
    scene.place.event(forum, "forum", |_| {}).await;
    scene.place.member(forum, scene.people[0].0, Role::Organiser).await;
    assert_eq!(scene.people[0].1.post("/events/forum/procedure/documents", file("a.pdf")).await.expect(409).code(), "not_written");
    assert_eq!(
        scene.people[0].1.put("/events/forum/procedure", json!({"questions": [{"text": {"en": "Here?"}}]})).await.expect(409).code(),
        "not_written"
    );
}
