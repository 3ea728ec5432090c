//! A process of its own that is killed while it sends mail, again and again, with a mail server that cannot be relied on.

use crate::support::{Client, Does, END, GREETING, Place, Smtp, process};
use backend::clock::Clock;
use backend::entity::outbox::{Column, Entity};
use domain::host::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Stdio};
use std::time::Duration;

const PEOPLE: usize = 200;
/// What the mail server hears when the process dies: this command, for the so-manieth time since the process was started.
const KILLS: [(usize, &str); 12] = [
    (1, GREETING),
    (9, "MAIL FROM"),
    (15, END),
    (12, "DATA"),
    (18, "RCPT TO"),
    (1, END),
    (14, END),
    (20, "MAIL FROM"),
    (10, END),
    (16, "DATA"),
    (3, GREETING),
    (13, END),
];
/// More than any machine needs to come so far.
const LONG: Duration = Duration::from_secs(30);
struct Process(Child);

impl Process {
    fn start(place: &Place, smtp: &Smtp, command: &str) -> Self {
        let child = process(place, command).env("SAIETS_MAIL_URL", smtp.url().as_str()).stdout(Stdio::null()).spawn();
        Self(child.unwrap())
    }

    /// SIGKILL.
    fn kill(mut self) {
        assert!(self.0.try_wait().unwrap().is_none(), "it ended by itself");
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    async fn ends_well(mut self) {
        let ended = tokio::task::spawn_blocking(move || self.0.wait().unwrap());
        assert!(tokio::time::timeout(LONG, ended).await.expect("it ends").unwrap().success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// While no process runs: what was put off is due, and the claims of the killed have run out.
async fn time_passes(place: &Place) {
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(0))
        .col_expr(Column::ClaimedUntil, Expr::value(Some(0_i64)))
        .filter(Column::State.eq("due"))
        .exec(place.site.db.writer())
        .await
        .unwrap();
}

async fn left(place: &Place) -> u64 {
    Entity::find().filter(Column::State.ne("done")).count(place.site.db.read()).await.unwrap()
}

/// Refuses connections and recipients, hangs up in the middle, is full, and forgets to say that it has taken a mail.
fn unreliable(smtp: &Smtp) {
    smtp.every(3, GREETING, Does::Says("421 4.3.2 closing"));
    smtp.every(8, GREETING, Does::Says("554 5.7.1 no mail from this network"));
    smtp.every(9, "RCPT TO", Does::Says("451 4.7.1 greylisted"));
    smtp.every(11, "DATA", Does::DropsInside);
    smtp.every(13, END, Does::Says("452 4.3.1 disk full"));
    smtp.every(7, END, Does::Drops);
}

async fn invite(place: &Place) -> (Client, BTreeSet<String>) {
    let host = place.host("mfa").await;
    place.event(host, "forum", |_| {}).await;
    let organiser = place.acting("organiser@example.org", Some((host, Role::Organiser))).await;
    let people: BTreeSet<String> = (0..PEOPLE).map(|n| format!("p{n}@example.org")).collect();
    let invited = organiser.post("/events/forum/invitations", json!({"emails": people})).await.expect(200).json();
    assert_eq!(invited["invited"], PEOPLE);
    (organiser, people)
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_invited_gets_one_message_however_often_the_process_is_killed() {
    let place = Place::new().await;
    // The process goes by the clock of the machine.
    place.site.clock.set(Clock::default().now());
    let (organiser, people) = invite(&place).await;
    let smtp = Smtp::new().await;
    unreliable(&smtp);

    for (n, command) in KILLS {
        smtp.nth(n, command, Does::Hangs);
        let process = Process::start(&place, &smtp, "saiets serve");
        tokio::time::timeout(LONG, smtp.hangs()).await.unwrap_or_else(|_| panic!("{command} does not come {n} times"));
        process.kill();
        time_passes(&place).await;
    }
    let unsent = left(&place).await;
    assert!((1..PEOPLE as u64).contains(&unsent), "{unsent} of {PEOPLE} mails left: it was killed too seldom, or too early");
    for _ in 0..30 {
        if left(&place).await > 0 {
            Process::start(&place, &smtp, "saiets jobs run").ends_well().await;
            time_passes(&place).await;
        }
    }
    assert_eq!(left(&place).await, 0, "every job is finished");

    let mut got: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for taken in smtp.taken() {
        got.entry(taken.to).or_default().push(taken.mail);
    }
    assert_eq!(got.keys().cloned().collect::<BTreeSet<_>>(), people, "nobody is missed");
    let again = got.values().filter(|mails| mails.len() > 1).count();
    assert!(again > KILLS.len(), "{again} people got theirs again: the lost answers were not lost");
    let mut ids = BTreeSet::new();
    for (email, mails) in &got {
        let same: BTreeSet<_> = mails.iter().map(|mail| (mail.header("message-id"), mail.calendar())).collect();
        assert_eq!(same.len(), 1, "{email} got different messages");
        ids.extend(same.into_iter().map(|(id, _)| id));
    }
    assert_eq!(ids.len(), PEOPLE, "each has a message of their own");
    let listed = organiser.get("/events/forum/invitations?limit=200").await.expect(200).json();
    let sent = |item: &Value| item["delivery"] == "sent" && item["sequence"] == 0;
    assert_eq!(listed["items"].as_array().unwrap().iter().filter(|item| sent(item)).count(), PEOPLE);
}
