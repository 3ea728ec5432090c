//! Signed mail. That the signatures hold is judged by dkimpy, in tests/judges, over what these tests leave there.

use crate::support::{Mail, Place};
use backend::mail::Dkim;
use serde_json::json;
use std::sync::Arc;

/// The mails of a registration and a sign-in, signed with this key of the judges' under a selector of the same name.
async fn signed(kind: &str) -> Vec<Mail> {
    let mut place = Place::new().await;
    let pem = std::fs::read(format!("{}/judges/dkim/{kind}.pem", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut config = (*place.site.config).clone();
    config.dkim = Dkim::new(&pem, kind, config.mail_domain());
    place.site.config = Arc::new(config);
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, domain::host::Role::Organiser))).await;
    organiser.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    organiser.post("/events/forum-2027/invitations", json!({"emails": ["ilze@example.org"]})).await.expect(200);
    place.anyone().submit("/lv/signin", &[("email", "janis@example.org")]).await;
    place.mails().await
}

#[tokio::test]
async fn every_mail_is_signed_with_either_sort_of_key() {
    for (kind, algorithm) in [("rsa", "a=rsa-sha256"), ("ed25519", "a=ed25519-sha256")] {
        let mails = signed(kind).await;
        assert_eq!(mails.len(), 3);
        for mail in mails {
            let signature = mail.header("dkim-signature").replace(' ', "");
            for said in [algorithm, "c=relaxed/relaxed", "d=saiets.test;", &format!("s={kind};"), "content-type:content-type"] {
                assert!(signature.contains(said), "{said}: {signature}");
            }
            assert!(mail.raw.lines().take_while(|line| !line.is_empty()).all(|line| line.len() <= 200), "{}", mail.raw);
        }
    }
}
