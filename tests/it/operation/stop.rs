//! Stopping: what was begun is finished, nothing new is begun.

use crate::support::{Place, database};
use async_trait::async_trait;
use backend::db::Db;
use backend::entity::outbox;
use backend::mail::{MailTransport, Outgoing, SendError};
use backend::service::sign_in;
use backend::{Site, schema};
use domain::text::Lang;
use sea_orm::EntityTrait;
use server::commands::serve::serve;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};

/// A mail server that takes a mail and answers when allowed to.
struct Slow {
    asked: Semaphore,
    may_answer: Semaphore,
}

#[async_trait]
impl MailTransport for Slow {
    async fn send(&self, _: &Outgoing) -> Result<(), SendError> {
        self.asked.add_permits(1);
        self.may_answer.acquire().await.unwrap().forget();
        Ok(())
    }
}

async fn until(stream: &mut TcpStream, wanted: &str) -> String {
    let mut text = String::new();
    while !text.contains(wanted) {
        let mut bytes = [0; 4096];
        let read = stream.read(&mut bytes).await.unwrap();
        assert!(read > 0, "{wanted} does not come after\n{text}");
        text.push_str(&String::from_utf8_lossy(&bytes[..read]));
    }
    text
}

#[tokio::test]
async fn what_was_begun_is_finished_and_nothing_new_is_begun() {
    let mut place = Place::new().await;
    // The server lets go of its own connections in the end, so this looks through others.
    let data = super::folder(&place, "served");
    let address = database::address(&data).await;
    let (served, watched) = (Db::open(&address).await.unwrap(), Db::open(&address).await.unwrap());
    schema::migrate(&served).await.unwrap();
    place.site.db = served;
    let host = place.host("ministry").await;
    place.event(host, "forum", |_| {}).await;
    let mail = Arc::new(Slow { asked: Semaphore::new(0), may_answer: Semaphore::new(0) });
    let site = Site { mail: mail.clone(), ..place.site.clone() };
    let router = server::http::router(&site, &super::settings(&[("rate_limits", "off")])).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(listener, router, site.clone(), async move { stopped.await.unwrap_or_default() }));

    // A page that watches seats, a form of which the head has come, a mail on its way.
    let mut watching = TcpStream::connect(address).await.unwrap();
    watching.write_all(b"GET /events/forum/seats/live HTTP/1.1\r\nhost: saiets.test\r\n\r\n").await.unwrap();
    until(&mut watching, "data:").await;
    let mut form = TcpStream::connect(address).await.unwrap();
    let head = "POST /en/signin HTTP/1.1\r\nhost: saiets.test\r\nexpect: 100-continue\r\ncontent-length: 23\r\n\
                content-type: application/x-www-form-urlencoded\r\n\r\n";
    form.write_all(head.as_bytes()).await.unwrap();
    until(&mut form, "100 Continue").await;
    sign_in::ask(&site, "ilze@example.org", Lang::En, None).await.unwrap();
    mail.asked.acquire().await.unwrap().forget();

    stop.send(()).unwrap();
    let mut rest = Vec::new();
    watching.read_to_end(&mut rest).await.unwrap();
    assert!(site.live.is_stopping());
    form.write_all(b"email=juris%40example.o").await.unwrap();
    let answer = until(&mut form, "\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 303") || answer.starts_with("HTTP/1.1 200") || answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(TcpStream::connect(address).await.is_err(), "no connection is taken any more");
    assert!(!server.is_finished(), "a mail is on its way");

    // The second sign-in mail may be taken up before the stop is heard; both may be answered.
    mail.may_answer.add_permits(2);
    server.await.unwrap().unwrap();
    let first = outbox::Entity::find_by_id(1).one(watched.read()).await.unwrap().unwrap();
    assert_eq!(first.state, "done");
}
