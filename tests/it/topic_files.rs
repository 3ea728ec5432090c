//! Files beside topics: what is taken, who may, and how they come back.

use crate::support::{Client, Place};
use domain::host::Role;
use serde_json::json;

const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n";
const FILES: &str = "/en/events/forum-2027/topics/1/files";

struct Scene {
    place: Place,
    ilze: Client,
    organiser: Client,
    topic: i64,
}

async fn scene(anonymous: bool) -> Scene {
    let place = Place::new().await;
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let ilze = place.acting("ilze@example.org", None).await;
    let body = json!({"title": {"en": "Climate"}, "minutes": 30, "anonymous": anonymous});
    let topic = ilze.post("/events/forum-2027/topics", body).await.expect(201).json()["id"].as_i64().unwrap();
    Scene { place, ilze, organiser, topic }
}

#[tokio::test]
async fn a_file_comes_back_as_it_went_and_as_a_download_only() {
    let scene = scene(false).await;
    // Longer than one part, and no two parts alike.
    let long: Vec<u8> = PDF.iter().copied().chain((0..100_000_u32).flat_map(u32::to_le_bytes)).collect();
    scene.ilze.upload(FILES, "C:\\docs\\Klimata plāns.pdf", &long).await.expect(303);
    let page = scene.place.anyone().page("/en/events/forum-2027/topics/1").await.expect(200).text();
    assert!(page.contains("Klimata plāns.pdf") && page.contains("391 KB"), "the page names it");
    let file = scene.place.anyone().page(&format!("{FILES}/1")).await.expect(200);
    assert_eq!(file.body, long);
    assert_eq!(file.header("content-type"), Some("application/pdf"));
    let disposition = file.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment") && disposition.contains("Klimata%20pl%C4%81ns%2Epdf"), "{disposition}");
    assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
    assert!(file.header("content-security-policy").unwrap().starts_with("sandbox"));
    scene.ilze.submit(&format!("{FILES}/1"), &[]).await.expect(303);
    scene.place.anyone().page(&format!("{FILES}/1")).await.expect(404);
    use backend::entity::topic_file_part;
    use sea_orm::EntityTrait;
    assert!(topic_file_part::Entity::find().all(scene.place.site.db.read()).await.unwrap().is_empty(), "nothing of it is left");
}

#[tokio::test]
async fn what_is_not_what_its_name_says_is_not_taken() {
    let scene = scene(false).await;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01";
    let none: [(&str, &[u8]); 6] = [
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.pdf", png),
        ("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("a.html", b"<html></html>"),
        ("a.exe", b"MZ\x90\0"),
        ("a", PDF),
    ];
    for (name, content) in none {
        let page = scene.ilze.upload(FILES, name, content).await.expect(422).text();
        assert!(page.contains("This is not a file of the kind its name says"), "{name}");
    }
    assert!(scene.ilze.upload(FILES, "a.pdf", b"").await.expect(422).text().contains("No files yet."));
    scene.ilze.submit(FILES, &[("file", "a.pdf")]).await.expect(422);
    let large = [PDF, &vec![b' '; 10 * 1024 * 1024]].concat();
    assert!(scene.ilze.upload(FILES, "a.pdf", &large).await.expect(422).text().contains("at most 10 MB"));
    scene.ilze.upload(FILES, "a.pdf", &vec![b' '; 21 * 1024 * 1024]).await.expect(413);
    scene.ilze.upload(FILES, "a.png", png).await.expect(303);
    assert_eq!(scene.ilze.get(&format!("/topics/{}/files", scene.topic)).await.json()["items"].as_array().unwrap().len(), 1);
    let body = json!({"name": "a.pdf", "content": "no base64!"});
    assert_eq!(
        scene.ilze.post(&format!("/topics/{}/files", scene.topic), body).await.expect(422).json()["errors"][0]["code"],
        "invalid_base64"
    );
}

/// An archive with these files in it.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn documents_of_offices_are_told_apart_by_what_they_hold() {
    let scene = scene(false).await;
    let types = ("[Content_Types].xml", "<Types/>");
    let docx = archive(&[types, ("_rels/.rels", "<r/>"), ("docProps/app.xml", "<p/>"), ("word/document.xml", &"w".repeat(20_000))]);
    let ods = archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<c/>")]);
    for (name, content) in [("a.docx", &docx), ("b.ODS", &ods)] {
        scene.ilze.upload(FILES, name, content).await.expect(303);
    }
    let cut = docx[..docx.len() / 2].to_vec();
    let others = [("a.xlsx", &docx), ("a.odt", &ods), ("a.pdf", &docx), ("cut.docx", &cut)];
    for (name, content) in others {
        scene.ilze.upload(FILES, name, content).await.expect(422);
    }
    scene.ilze.upload(FILES, "zip.docx", &archive(&[("run.exe", "MZ")])).await.expect(422);
}

#[tokio::test]
async fn five_are_enough_and_only_who_may_change_the_topic_adds_them() {
    let scene = scene(true).await;
    assert!(scene.ilze.page(FILES).await.expect(200).text().contains("a document tells its author"));
    assert!(!scene.organiser.page(FILES).await.expect(200).text().contains("a document tells its author"));
    for n in 0..5 {
        scene.ilze.upload(FILES, &format!("{n}.pdf"), PDF).await.expect(303);
    }
    assert!(scene.ilze.page(FILES).await.expect(200).text().contains("at most five files"));
    scene.ilze.upload(FILES, "6.pdf", PDF).await.expect(409);
    let janis = scene.place.acting("janis@example.org", None).await;
    janis.upload(FILES, "7.pdf", PDF).await.expect(403);
    janis.submit(&format!("{FILES}/1"), &[]).await.expect(403);
    janis.page(&format!("{FILES}/1")).await.expect(200);
    let history = janis.get(&format!("/topics/{}/timeline", scene.topic)).await.json();
    assert_eq!((history["items"][1]["happening"].as_str(), history["items"][1]["by"].as_str()), (Some("edited"), Some("author")));
    let hide = json!({"decision": "hide", "reason": {"en": "It insults."}});
    scene.organiser.post(&format!("/topics/{}/moderation", scene.topic), hide).await.expect(204);
    janis.page(&format!("{FILES}/1")).await.expect(404);
    assert!(!janis.page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("0.pdf"));
}

#[tokio::test]
async fn files_go_with_who_proposed_the_topic_by_name() {
    let scene = scene(false).await;
    scene.ilze.upload(FILES, "cv.pdf", PDF).await.expect(303);
    scene.place.anyone().page(&format!("{FILES}/1")).await.expect(200);
    scene.ilze.delete("/me").await.expect(204);
    scene.place.anyone().page(&format!("{FILES}/1")).await.expect(404);
    assert!(scene.place.anyone().page("/en/events/forum-2027/topics/1").await.expect(200).text().contains("Climate"), "its words stay");
}

#[tokio::test]
async fn a_file_is_whole_in_the_api_and_in_what_its_author_takes_away() {
    let scene = scene(false).await;
    let long: Vec<u8> = PDF.iter().copied().chain((0..50_000_u32).flat_map(u32::to_le_bytes)).collect();
    scene.ilze.upload(FILES, "say so.pdf", &long).await.expect(303);
    let topic = scene.topic;
    let file = scene.place.anyone().get(&format!("/topics/{topic}/files/1")).await.expect(200).json();
    use base64::Engine;
    let content = base64::engine::general_purpose::STANDARD.decode(file["content"].as_str().unwrap()).unwrap();
    assert!(content == long && file["size"] == long.len(), "part by part, and all of it");
    let change = json!({"title": {"en": "Climate policy"}});
    scene.organiser.patch(&format!("/topics/{topic}"), change).await.expect(200);
    let archive = scene.ilze.get("/me/export").await.expect(200).body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let name = zip.file_names().find(|name| name.starts_with("topic_files/")).unwrap().to_owned();
    let mut taken = Vec::new();
    std::io::Read::read_to_end(&mut zip.by_name(&name).unwrap(), &mut taken).unwrap();
    assert!(taken == long);
    let topics = std::io::read_to_string(zip.by_name("topics.json").unwrap()).unwrap();
    assert!(topics.contains("Climate policy") && topics.contains("\"Climate\""), "with what it said before: {topics}");
}
