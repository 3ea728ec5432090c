//! A mail server that does what a test tells it to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use url::Url;

/// What the server does instead of agreeing.
#[derive(Clone, Debug)]
pub enum Does {
    /// Answers like this.
    Says(&'static str),
    /// Never answers, and keeps the connection.
    Hangs,
    /// Closes the connection without an answer.
    Drops,
    /// Asks for the mail and closes the connection in the middle of it.
    DropsInside,
}

/// A mail as the server has taken it, whether or not it said so.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Of MAIL FROM.
    pub from: String,
    /// Of RCPT TO.
    pub to: String,
    /// As it was before it was sent.
    pub mail: super::Mail,
}

/// It takes everything until told otherwise.
pub struct Smtp {
    at: SocketAddr,
    state: Arc<Shared>,
    listening: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    now: Mutex<State>,
    hanging: Notify,
}

#[derive(Default)]
struct State {
    orders: Vec<Order>,
    taken: Vec<Taken>,
}

/// What is done when a command begins like this.
struct Order {
    begins: String,
    does: Does,
    when: When,
    /// How often such a command has come.
    seen: usize,
}

#[derive(Clone, Copy)]
enum When {
    Always,
    /// The second, fourth, … for two.
    Every(usize),
    /// That time only, counted from 1.
    Nth(usize),
}

impl Order {
    fn is_due(&mut self, command: &str) -> bool {
        let meant = command.starts_with(&self.begins);
        self.seen += usize::from(meant);
        meant
            && match self.when {
                When::Always => true,
                When::Every(n) => self.seen.is_multiple_of(n),
                When::Nth(n) => self.seen == n,
            }
    }
}

/// The order for being connected to, and for the end of a mail.
pub const GREETING: &str = "(greeting)";
pub const END: &str = "(end)";

impl Smtp {
    pub async fn new() -> Self {
        let state = Arc::<Shared>::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self { at: listener.local_addr().unwrap(), listening: listen(listener, state.clone()), state }
    }

    pub fn url(&self) -> Url {
        format!("smtp://{}", self.at).parse().unwrap()
    }

    /// The next time a command begins like this.
    pub fn once(&self, command: &str, does: Does) {
        self.nth(1, command, does);
    }

    /// The `n`th time from now that a command begins like this; the next is the first.
    pub fn nth(&self, n: usize, command: &str, does: Does) {
        self.order(command, does, When::Nth(n));
    }

    /// Every `n`th time that a command begins like this.
    pub fn every(&self, n: usize, command: &str, does: Does) {
        self.order(command, does, When::Every(n));
    }

    /// Every time a command begins like this.
    pub fn always(&self, command: &str, does: Does) {
        self.order(command, does, When::Always);
    }

    fn order(&self, command: &str, does: Does, when: When) {
        let order = Order { begins: command.to_owned(), does, when, seen: 0 };
        let orders = &mut self.state.now.lock().unwrap().orders;
        // What is meant for one time goes before what comes again.
        let place = if matches!(when, When::Nth(_)) { 0 } else { orders.len() };
        orders.insert(place, order);
    }

    /// Returns once somebody has been left hanging.
    pub async fn hangs(&self) {
        self.state.hanging.notified().await;
    }

    /// From now on nobody can connect.
    pub async fn stop(&mut self) {
        self.listening.abort();
        let _ = (&mut self.listening).await;
    }

    /// It is there again, at the same address.
    pub async fn start(&mut self) {
        self.listening = listen(TcpListener::bind(self.at).await.unwrap(), self.state.clone());
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.state.now.lock().unwrap().taken.clone()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

fn listen(listener: TcpListener, state: Arc<Shared>) -> JoinHandle<()> {
    tokio::spawn(async move {
        // The conversations end with it.
        let mut talks = tokio::task::JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            talks.spawn(talk(stream, state.clone()));
        }
    })
}

/// One connection; a client that goes away ends it.
async fn talk(stream: TcpStream, state: Arc<Shared>) {
    let mut stream = BufReader::new(stream);
    let (mut from, mut to) = (String::new(), String::new());
    let (mut command, mut text) = (GREETING.to_owned(), String::new());
    loop {
        let usual = match command.split([' ', ':']).next().unwrap_or_default() {
            GREETING => "220 mail.saiets.test",
            "EHLO" => "250-mail.saiets.test\r\n250 8BITMIME",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        match command.split_once(':') {
            Some(("MAIL FROM", address)) => from = address_in(address),
            Some(("RCPT TO", address)) => to = address_in(address),
            _ => {}
        }
        let does = state.order(&command);
        let refused = matches!(does, Some(Does::Says(answer)) if !answer.starts_with('2'));
        if command == END && !refused {
            let mail = super::Mail::read(text.as_bytes());
            state.now.lock().unwrap().taken.push(Taken { from: from.clone(), to: to.clone(), mail });
        }
        let answer = match does {
            None | Some(Does::DropsInside) => usual,
            Some(Does::Says(answer)) => answer,
            Some(Does::Drops) => return,
            Some(Does::Hangs) => {
                state.hanging.notify_one();
                std::future::pending().await
            }
        };
        if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() || command == "QUIT" {
            return;
        }
        let next = match answer.starts_with("354") {
            true if matches!(does, Some(Does::DropsInside)) => {
                let _ = line(&mut stream).await;
                return;
            }
            true => body(&mut stream).await.map(|body| {
                text = body;
                END.to_owned()
            }),
            false => line(&mut stream).await,
        };
        let Some(next) = next else { return };
        command = next;
    }
}

impl Shared {
    /// Every order counts what comes; the first that is due is done.
    fn order(&self, command: &str) -> Option<Does> {
        let mut state = self.now.lock().unwrap();
        let due = state.orders.iter_mut().filter_map(|order| order.is_due(command).then(|| order.does.clone()));
        due.fold(None, |first, next| first.or(Some(next)))
    }
}

fn address_in(rest: &str) -> String {
    rest.trim().trim_start_matches('<').split('>').next().unwrap_or_default().to_owned()
}

async fn line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    match stream.read_line(&mut line).await {
        Ok(n) if n > 0 => Some(line.trim_end_matches(['\r', '\n']).to_owned()),
        _ => None,
    }
}

/// The text up to the line with a dot, with the dots taken off that were put before others.
async fn body(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut text = String::new();
    loop {
        let line = line(stream).await?;
        if line == "." {
            return Some(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
        text.push_str("\r\n");
    }
}
