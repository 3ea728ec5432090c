//! Compressed once, and only where that gives nothing away.

use super::{PAGE, ask, cost, scene};
use flate2::read::GzDecoder;
use std::io::Read;

#[tokio::test]
async fn a_visitors_page_is_compressed_and_says_the_same() {
    let (place, organiser) = scene().await;
    let gzip = [("accept-encoding", "gzip")];
    for path in [PAGE, "/calendar.ics"] {
        let plain = place.anyone().page(path).await.expect(200);
        assert_eq!(plain.header("content-encoding"), None);
        let small = ask(&place.anyone(), path, &gzip).await.expect(200);
        assert_eq!(small.header("content-encoding"), Some("gzip"));
        assert!(small.headers.get_all("vary").iter().any(|value| value.to_str().unwrap().contains("accept-encoding")));
        assert!(small.body.len() < plain.body.len());
        let mut text = String::new();
        GzDecoder::new(&small.body[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text, plain.text());
        assert_eq!(cost(&place, path, &gzip).await, 0, "{path} is kept as it was compressed");
        assert_eq!(ask(&place.anyone(), path, &[("accept-encoding", "br, gzip")]).await.header("content-encoding"), Some("br"));
    }
    let session = organiser.session();
    let own = ask(&place.anyone(), PAGE, &[("accept-encoding", "gzip"), ("cookie", &session)]).await.expect(200);
    assert!(own.text().contains("organiser"), "the page of who is signed in, readable as it is");
    assert_eq!(own.header("content-encoding"), None);
}

#[tokio::test]
async fn a_calendar_program_that_has_the_bytes_is_told_so_without_a_question_to_the_database() {
    let (place, _) = scene().await;
    let plain = place.anyone().page("/calendar.ics").await.expect(200).header("etag").unwrap().to_owned();
    let small = ask(&place.anyone(), "/calendar.ics", &[("accept-encoding", "gzip")]).await.header("etag").unwrap().to_owned();
    assert_eq!(small, format!("W/{plain}"), "the bytes are others, the meaning is the same");
    let before = place.site.db.statements();
    for tag in [&plain, &small] {
        for encoding in ["gzip", "identity"] {
            let known = ask(&place.anyone(), "/calendar.ics", &[("if-none-match", tag), ("accept-encoding", encoding)]).await.expect(304);
            assert!(known.body.is_empty() && known.header("etag").is_some() && known.header("content-encoding").is_none());
            assert_eq!(known.header("cache-control"), Some("public, no-cache"));
        }
    }
    assert_eq!(place.site.db.statements(), before);
}

#[tokio::test]
async fn the_one_script_of_a_page_is_the_one_its_policy_names() {
    let (place, _) = scene().await;
    let page = place.anyone().page(PAGE).await.expect(200);
    let policy = page.header("content-security-policy").unwrap().to_owned();
    let text = page.text();
    let scripts: Vec<&str> = text.split("<script").skip(1).collect();
    assert_eq!(scripts.len(), 1, "a page with an island has one script in it");
    let (_, rest) = scripts[0].split_once('>').unwrap();
    let inline = rest.split("</script>").next().unwrap();
    assert!(policy.contains(&format!("'sha256-{}'", backend::keys::digest(inline))), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("nonce"), "{policy}");
}
