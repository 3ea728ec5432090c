//! A mail server that does what a test tells it to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
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
    state: Arc<Mutex<State>>,
    listening: JoinHandle<()>,
}

#[derive(Default)]
struct State {
    /// What a command begins with, what is done then, and whether only the first time.
    orders: Vec<(String, Does, bool)>,
    taken: Vec<Taken>,
}

/// The order for being connected to, and for the end of a mail.
pub const GREETING: &str = "(greeting)";
pub const END: &str = "(end)";

impl Smtp {
    pub async fn new() -> Self {
        let state = Arc::new(Mutex::new(State::default()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self { at: listener.local_addr().unwrap(), listening: listen(listener, state.clone()), state }
    }

    pub fn url(&self) -> Url {
        format!("smtp://{}", self.at).parse().unwrap()
    }

    /// The next time a command begins like this.
    pub fn once(&self, command: &str, does: Does) {
        self.state.lock().unwrap().orders.push((command.to_owned(), does, true));
    }

    /// Every time a command begins like this.
    pub fn always(&self, command: &str, does: Does) {
        self.state.lock().unwrap().orders.push((command.to_owned(), does, false));
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
        self.state.lock().unwrap().taken.clone()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

fn listen(listener: TcpListener, state: Arc<Mutex<State>>) -> JoinHandle<()> {
    tokio::spawn(async move {
        // The conversations end with it.
        let mut talks = tokio::task::JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            talks.spawn(talk(stream, state.clone()));
        }
    })
}

/// One connection; a client that goes away ends it.
async fn talk(stream: TcpStream, state: Arc<Mutex<State>>) {
    let mut stream = BufReader::new(stream);
    let (mut from, mut to) = (String::new(), String::new());
    let mut command = GREETING.to_owned();
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
        let answer = match order(&state, &command) {
            None => usual,
            Some(Does::Says(answer)) => answer,
            Some(Does::Drops) => return,
            Some(Does::Hangs) => std::future::pending().await,
        };
        if stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() || command == "QUIT" {
            return;
        }
        command = match answer.starts_with("354") {
            true => {
                let Some(text) = text(&mut stream).await else { return };
                let taken = Taken { from: from.clone(), to: to.clone(), mail: super::Mail::read(text.as_bytes()) };
                let refused = matches!(peek(&state, END), Some(Does::Says(answer)) if !answer.starts_with('2'));
                if !refused {
                    state.lock().unwrap().taken.push(taken);
                }
                END.to_owned()
            }
            false => match line(&mut stream).await {
                Some(line) => line,
                None => return,
            },
        };
    }
}

fn peek(state: &Mutex<State>, command: &str) -> Option<Does> {
    state.lock().unwrap().orders.iter().find(|(begins, ..)| command.starts_with(begins)).map(|(_, does, _)| does.clone())
}

fn order(state: &Mutex<State>, command: &str) -> Option<Does> {
    let mut state = state.lock().unwrap();
    let found = state.orders.iter().position(|(begins, ..)| command.starts_with(begins))?;
    let (_, does, once) = state.orders[found].clone();
    if once {
        state.orders.remove(found);
    }
    Some(does)
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
async fn text(stream: &mut BufReader<TcpStream>) -> Option<String> {
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
