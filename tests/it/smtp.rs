//! Mail over real SMTP, to a server that is slow, full, gone or forgetful.

use crate::support::{Client, Does, END, GREETING, Mail, Place, Smtp, Taken};
use backend::clock::instant;
use backend::entity::outbox::{Column, Entity, Model};
use backend::outbox::{self, Step};
use domain::host::Role;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// Longer than any machine needs to say what is not held back.
const LONG: Duration = Duration::from_secs(60);

struct Scene {
    place: Place,
    server: Smtp,
    organiser: Client,
}

/// An announced event, an organiser, and a mail server.
async fn scene(patience: Duration) -> Scene {
    let mut place = Place::new().await;
    let server = Smtp::new().await;
    place.site.mail = Arc::new(backend::mail::Smtp::new(&server.url(), patience).unwrap());
    let host = place.host("mfa").await;
    place.event(host, "forum-2027", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    Scene { place, server, organiser }
}

impl Scene {
    async fn invite(&self, emails: &[&str]) {
        let invited = self.organiser.post("/events/forum-2027/invitations", json!({"emails": emails})).await.expect(200).json();
        assert_eq!(invited["invited"], emails.len());
    }

    async fn withdraw(&self, email: &str) {
        self.organiser.delete(&format!("/events/forum-2027/invitations/{email}")).await.expect(204);
    }

    /// Lets `seconds` pass.
    fn later(&self, seconds: i64) {
        let now = self.place.site.now().as_millisecond();
        self.place.site.clock.set(instant(now + seconds * 1_000));
    }

    async fn drain(&self) {
        outbox::drain(&self.place.site).await.unwrap();
    }

    async fn rows(&self) -> Vec<Model> {
        Entity::find().order_by_asc(Column::Id).all(self.place.site.db.read()).await.unwrap()
    }

    async fn problem(&self) -> String {
        self.rows().await[0].problem.clone().unwrap()
    }

    /// What organisers see beside each person.
    async fn delivery(&self, email: &str) -> Value {
        let listed = self.organiser.get("/events/forum-2027/invitations").await.expect(200).json();
        listed["items"].as_array().unwrap().iter().find(|item| item["email"] == email).unwrap()["delivery"].clone()
    }

    fn to(&self, email: &str) -> Vec<Mail> {
        self.server.taken().into_iter().filter(|taken| taken.to == email).map(|taken| taken.mail).collect()
    }
}

fn method(mail: &Mail) -> String {
    mail.calendar().lines().find_map(|line| line.strip_prefix("METHOD:")).unwrap().to_owned()
}

#[tokio::test]
async fn a_place_and_a_link_to_sign_in_arrive() {
    let scene = scene(LONG).await;
    let ilze = scene.place.acting("ilze@example.org", None).await;
    ilze.post("/events/forum-2027/registrations", json!({"mode": "online"})).await.expect(201);
    scene.place.anyone().submit("/en/signin", &[("email", "janis@example.org")]).await;
    scene.drain().await;
    let mut taken = scene.server.taken();
    taken.sort_by(|a, b| a.to.cmp(&b.to));
    let envelopes: Vec<_> = taken.iter().map(|Taken { from, to, .. }| (from.as_str(), to.as_str())).collect();
    assert_eq!(envelopes, [("forum@saiets.test", "ilze@example.org"), ("forum@saiets.test", "janis@example.org")]);
    for Taken { to, mail, .. } in &taken {
        assert_eq!(mail.header("from"), "Saiets <forum@saiets.test>");
        assert!(mail.header("to").contains(to));
        assert!(mail.header("message-id").ends_with("@saiets.test>"));
        assert_eq!(mail.header("auto-submitted"), "auto-generated");
    }
    assert_ne!(taken[0].mail.header("message-id"), taken[1].mail.header("message-id"));
    assert!(taken[0].mail.property("ORGANIZER").unwrap().ends_with(":mailto:forum@saiets.test"));
    assert!(taken[0].mail.calendar().contains("\r\nMETHOD:REQUEST\r\n"));
    assert!(taken[1].mail.plain().contains("http://saiets.test/en/signin/"));
}

#[tokio::test]
async fn a_server_that_is_gone_full_or_busy_is_asked_again_until_it_takes_the_mail() {
    let mut scene = scene(LONG).await;
    scene.invite(&["ilze@example.org"]).await;
    scene.server.stop().await;
    assert_eq!(outbox::step(&scene.place.site).await.unwrap(), Step::Done);
    assert_eq!(scene.problem().await, "the mail server does not answer as it should");
    scene.server.start().await;
    let refusals = [
        (5, GREETING, Does::Says("421 4.3.2 closing"), "421"),
        (15, GREETING, Does::Says("554 5.7.1 no mail from this network"), "554"),
        (60, "MAIL FROM", Does::Says("530 5.7.0 who are you"), "530"),
        (120, "RCPT TO", Does::Says("451 4.7.1 greylisted"), "451"),
        (240, "DATA", Does::Drops, "the mail server does not answer as it should"),
        (480, END, Does::Says("452 4.3.1 disk full"), "452"),
    ];
    for (wait, command, does, problem) in refusals {
        scene.server.once(command, does);
        scene.later(wait - 1);
        assert_eq!(outbox::step(&scene.place.site).await.unwrap(), Step::Idle, "before {wait} s");
        scene.later(1);
        assert_eq!(outbox::step(&scene.place.site).await.unwrap(), Step::Done, "after {wait} s");
        assert_eq!(scene.problem().await, problem);
        assert_eq!(scene.delivery("ilze@example.org").await, "queued");
    }
    assert_eq!(scene.to("ilze@example.org").len(), 0);
    scene.later(960);
    scene.drain().await;
    assert_eq!(scene.to("ilze@example.org").len(), 1);
    assert_eq!(scene.delivery("ilze@example.org").await, "sent");
}

#[tokio::test]
async fn an_address_that_is_refused_is_given_up_and_holds_up_nobody() {
    let scene = scene(LONG).await;
    scene.server.always("RCPT TO:<nobody@", Does::Says("550 5.1.1 no such person"));
    scene.invite(&["nobody@example.org", "ilze@example.org", "janis@example.org"]).await;
    scene.drain().await;
    assert_eq!(scene.delivery("nobody@example.org").await, "failed");
    for email in ["ilze@example.org", "janis@example.org"] {
        assert_eq!((scene.to(email).len(), scene.delivery(email).await), (1, json!("sent")));
    }
    scene.later(3_600);
    assert_eq!(outbox::step(&scene.place.site).await.unwrap(), Step::Idle, "it is not tried again");
}

#[tokio::test]
async fn a_mail_whose_answer_was_lost_is_sent_again_as_the_same_and_before_what_follows() {
    let scene = scene(LONG).await;
    scene.server.once(END, Does::Drops);
    scene.invite(&["ilze@example.org"]).await;
    scene.drain().await;
    scene.withdraw("ilze@example.org").await;
    scene.drain().await;
    assert_eq!(scene.to("ilze@example.org").iter().map(method).collect::<Vec<_>>(), ["REQUEST"]);
    scene.later(5);
    scene.drain().await;
    let mails = scene.to("ilze@example.org");
    assert_eq!(mails.iter().map(method).collect::<Vec<_>>(), ["REQUEST", "REQUEST", "CANCEL"]);
    assert_eq!(mails[0].header("message-id"), mails[1].header("message-id"));
    assert_eq!(mails[0].calendar(), mails[1].calendar());
    assert_ne!(mails[1].header("message-id"), mails[2].header("message-id"));
}

#[tokio::test]
async fn a_server_that_never_answers_is_left_in_time_and_its_connection_with_it() {
    let scene = scene(Duration::from_secs(2)).await;
    scene.server.once("RCPT TO:<slow@", Does::Hangs);
    scene.invite(&["slow@example.org", "ilze@example.org", "janis@example.org"]).await;
    scene.drain().await;
    for email in ["ilze@example.org", "janis@example.org"] {
        assert_eq!((scene.to(email).len(), scene.delivery(email).await), (1, json!("sent")), "one slow address holds up nobody");
    }
    assert_eq!((scene.problem().await.as_str(), scene.delivery("slow@example.org").await), ("no answer in time", json!("queued")));
    scene.later(5);
    scene.drain().await;
    assert_eq!((scene.to("slow@example.org").len(), scene.delivery("slow@example.org").await), (1, json!("sent")));
}
