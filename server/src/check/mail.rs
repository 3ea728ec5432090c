//! Mail: whether it can leave, and in whose name.

use super::{Report, machine};
use crate::settings::Settings;
use backend::config::MailTarget;
use std::path::Path;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use url::Url;

const WHAT: &str = "mail";
const PATIENCE: Duration = Duration::from_secs(8);

pub(super) async fn look(settings: &Settings, report: &mut Report) {
    match &settings.mail {
        MailTarget::Folder(folder) => kept(folder, report),
        MailTarget::Smtp(url) => {
            server(url, report).await;
            sender(settings, report);
            signature(settings, report);
        }
    }
}

fn kept(folder: &Path, report: &mut Report) {
    let said = format!("nothing leaves: each mail is a file in {}", folder.display());
    match folder.exists().then(|| machine::is_writable(folder)) {
        Some(Err(error)) => {
            report.wrong(WHAT, format!("{} cannot be written to: {error}", folder.display()), "give it to the user that runs saiets")
        }
        _ => report.warns(WHAT, said, "set SAIETS_MAIL_URL=smtp://… to send"),
    }
}

/// Connects and waits for the greeting; logs in nowhere and sends nothing. The address may hold a password: only host and port
/// are said.
async fn server(url: &Url, report: &mut Report) {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let wrapped = url.scheme() == "smtps";
    let port = url.port().unwrap_or(if wrapped { 465 } else { 25 });
    match tokio::time::timeout(PATIENCE, greeted(host, port, wrapped)).await {
        Ok(Ok(true)) => report.fine(WHAT, format!("{host}:{port} answers")),
        Ok(Ok(false)) => report.wrong(
            WHAT,
            format!("{host}:{port} answers, but not as a mail server"),
            "look at the port: smtps:// for 465, smtp:// for 587 and 25",
        ),
        Ok(Err(error)) => report.wrong(
            WHAT,
            format!("{host}:{port} cannot be reached: {error}"),
            "look at SAIETS_MAIL_URL and the firewall; mail waits in the outbox meanwhile",
        ),
        Err(_) => report.wrong(
            WHAT,
            format!("{host}:{port} does not answer"),
            "look at SAIETS_MAIL_URL and the firewall; mail waits in the outbox meanwhile",
        ),
    }
}

async fn greeted(host: &str, port: u16, wrapped: bool) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect((host, port)).await?;
    if wrapped {
        // TLS speaks first on our side; that the port is open is what can be said without.
        return Ok(true);
    }
    let mut code = [0; 3];
    stream.read_exact(&mut code).await?;
    Ok(&code == b"220")
}

fn sender(settings: &Settings, report: &mut Report) {
    let domain = settings.mail_from.rsplit('@').next().unwrap_or_default();
    if !settings.is_given("mail_from") {
        report.wrong(
            "sender",
            "SAIETS_MAIL_FROM is not set: others refuse mail from localhost",
            "set it to an address of your domain that takes mail",
        );
    } else {
        report.fine("sender", format!("{domain}: its SPF must name the mail server, its DMARC says what others do with the rest"));
    }
}

fn signature(settings: &Settings, report: &mut Report) {
    match settings.dkim {
        Some(_) => report.fine("dkim", "key and selector are set and fit; saiets cannot see whether the DNS has them"),
        None => {
            report.warns("dkim", "mail is not signed here", "set SAIETS_DKIM_KEY and SAIETS_DKIM_SELECTOR, unless the mail server signs")
        }
    }
}
