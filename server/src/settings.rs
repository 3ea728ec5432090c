//! Settings from the environment, or from `saiets.toml` with the same names in lower case without the prefix.

use anyhow::{Context, Result, bail};
use backend::config::{Config, MailTarget};
use backend::mail::Dkim;
use domain::email::Email;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use url::Url;

const FILE: &str = "saiets.toml";
const PREFIX: &str = "SAIETS_";
/// Where the secret is kept in the data folder.
pub const SECRET: &str = "secret";
const NAMES: [&str; 14] = [
    "listen",
    "base_url",
    "data_dir",
    "database_url",
    "mail_url",
    "mail_from",
    "inbox_url",
    "dkim_key",
    "dkim_selector",
    "tzdir",
    "rate_limits",
    "trusted_proxies",
    "authserv_id",
    "secret",
];

/// All settings, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// How people reach us; absent: `http://` and the address listened on.
    pub base_url: Option<String>,
    /// Where the database, the mail folder and the secret are kept.
    pub data_dir: PathBuf,
    /// `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// Where mail goes.
    pub mail: MailTarget,
    /// The From and ORGANIZER address.
    pub mail_from: String,
    /// What signs mail, if it is signed here.
    pub dkim: Option<Dkim>,
    /// A zoneinfo folder to use instead of the built-in tables.
    pub tzdir: Option<PathBuf>,
    /// Off only to measure on one machine.
    pub rate_limits: bool,
    /// Networks whose forwarding headers are believed.
    pub trusted_proxies: Vec<Network>,
    /// The platform's secret, if given; else one is kept in the data folder.
    pub secret: Option<String>,
    given: BTreeSet<String>,
}

/// An address range like `10.0.0.0/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: std::net::IpAddr,
    bits: u8,
}

impl Settings {
    /// Reads the environment and `saiets.toml` of the current folder; the environment wins.
    pub fn read() -> Result<Self> {
        let mut values = match std::fs::read_to_string(FILE) {
            Ok(text) => from_file(&text).with_context(|| FILE.to_owned())?,
            Err(_) => BTreeMap::new(),
        };
        for (name, value) in std::env::vars().filter(|(name, _)| name.starts_with(PREFIX)) {
            let short = name.trim_start_matches(PREFIX).to_lowercase();
            if !NAMES.contains(&short.as_str()) {
                bail!("{name} is not a setting of Saiets");
            }
            values.insert(short, value);
        }
        Self::from_values(&values)
    }

    /// From names in lower case without the prefix.
    pub fn from_values(values: &BTreeMap<String, String>) -> Result<Self> {
        let get = |name: &str| values.get(name).map(String::as_str).filter(|value| !value.is_empty());
        let data_dir = PathBuf::from(get("data_dir").unwrap_or("./data"));
        let listen = get("listen").unwrap_or("127.0.0.1:3000");
        let mail_from = get("mail_from").map_or_else(|| Ok("saiets@localhost.localdomain".to_owned()), mail_from)?;
        Ok(Self {
            listen: listen.parse().with_context(|| bad("listen", listen, "an address and port like 127.0.0.1:3000"))?,
            base_url: get("base_url").map(base_url).transpose()?,
            database_url: get("database_url")
                .map_or_else(|| Ok(format!("sqlite://{}", data_dir.join("saiets.db").display())), database_url)?,
            mail: get("mail_url").map_or_else(|| Ok(MailTarget::Folder(data_dir.join("mail"))), mail_target)?,
            dkim: dkim(get("dkim_key"), get("dkim_selector"), &mail_from)?,
            mail_from,
            tzdir: get("tzdir").map(PathBuf::from),
            rate_limits: get("rate_limits").map_or(Ok(true), |value| switch("rate_limits", value))?,
            trusted_proxies: get("trusted_proxies").map_or(Ok(Vec::new()), networks)?,
            secret: get("secret").map(secret).transpose()?,
            given: NAMES.iter().filter(|name| get(name).is_some()).map(|name| (*name).to_owned()).collect(),
            data_dir,
        })
    }

    /// Whether a setting (in lower case, without the prefix) was given a value.
    pub fn is_given(&self, name: &str) -> bool {
        self.given.contains(name)
    }

    /// What the use cases need to know, once the address listened on is known.
    pub fn config(&self, listening: SocketAddr) -> Config {
        Config {
            base_url: self.base_url.clone().unwrap_or_else(|| format!("http://{listening}")),
            mail_from: self.mail_from.clone(),
            mail_name: "Saiets".to_owned(),
            mail: self.mail.clone(),
            dkim: self.dkim.clone(),
        }
    }
}

impl Network {
    /// Whether the address is in this range.
    pub fn contains(&self, address: std::net::IpAddr) -> bool {
        use std::net::IpAddr::{V4, V6};
        let (own, other, width) = match (self.address, address.to_canonical()) {
            (V4(own), V4(other)) => (u128::from(own.to_bits()), u128::from(other.to_bits()), 32),
            (V6(own), V6(other)) => (own.to_bits(), other.to_bits(), 128),
            _ => return false,
        };
        let shift = width - u32::from(self.bits);
        own.checked_shr(shift).unwrap_or(0) == other.checked_shr(shift).unwrap_or(0)
    }
}

impl std::str::FromStr for Network {
    type Err = anyhow::Error;

    fn from_str(raw: &str) -> Result<Self> {
        let (address, bits) = raw.split_once('/').map_or((raw, None), |(address, bits)| (address, Some(bits)));
        let address: std::net::IpAddr = address.parse()?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(width), str::parse)?;
        if bits > width {
            bail!("at most /{width}");
        }
        Ok(Self { address, bits })
    }
}

fn from_file(text: &str) -> Result<BTreeMap<String, String>> {
    let table: toml::Table = text.parse()?;
    let mut values = BTreeMap::new();
    for (name, value) in table {
        if !NAMES.contains(&name.as_str()) {
            bail!("{name} is not a setting of Saiets");
        }
        values.insert(name, value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    }
    Ok(values)
}

fn bad(name: &str, value: &str, wanted: &str) -> String {
    format!("{PREFIX}{}={value}: wanted {wanted}", name.to_uppercase())
}

fn base_url(raw: &str) -> Result<String> {
    let wanted = || bad("base_url", raw, "an address like https://saiets.example");
    let url = Url::parse(raw).with_context(wanted)?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() || url.path() != "/" || url.query().is_some() {
        bail!(wanted());
    }
    Ok(raw.trim_end_matches('/').to_owned())
}

fn database_url(raw: &str) -> Result<String> {
    match raw.split_once(':') {
        Some(("sqlite" | "postgres" | "postgresql", _)) => Ok(raw.to_owned()),
        // The address may hold a password, so it is not repeated.
        _ => bail!("{PREFIX}DATABASE_URL: wanted sqlite://… or postgres://…"),
    }
}

fn mail_target(raw: &str) -> Result<MailTarget> {
    let url = Url::parse(raw).ok();
    match url {
        Some(url) if matches!(url.scheme(), "smtp" | "smtps") && url.host_str().is_some() => Ok(MailTarget::Smtp(url)),
        _ => match raw.strip_prefix("file://") {
            Some(folder) if !folder.is_empty() => Ok(MailTarget::Folder(PathBuf::from(folder))),
            _ => bail!("{PREFIX}MAIL_URL: wanted file://folder, smtp://user:password@host:port or smtps://…"),
        },
    }
}

fn mail_from(raw: &str) -> Result<String> {
    Email::parse(raw).map(|email| email.to_string()).ok().with_context(|| bad("mail_from", raw, "a mail address"))
}

fn dkim(key: Option<&str>, selector: Option<&str>, mail_from: &str) -> Result<Option<Dkim>> {
    let (key, selector) = match (key, selector) {
        (None, None) => return Ok(None),
        (Some(key), Some(selector)) => (key, selector),
        (Some(_), None) => {
            bail!("{PREFIX}DKIM_SELECTOR is missing: {PREFIX}DKIM_KEY needs the name under which its public key is in the DNS")
        }
        (None, Some(_)) => bail!("{PREFIX}DKIM_KEY is missing: {PREFIX}DKIM_SELECTOR names a key without one"),
    };
    let is_label = |part: &str| (1..=63).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !selector.split('.').all(is_label) {
        bail!(bad("dkim_selector", selector, "a name like saiets2027"));
    }
    let wanted = || bad("dkim_key", key, "a PEM file that can be read, with an RSA key of 2048 to 4096 bits or an Ed25519 key");
    let domain = mail_from.rsplit('@').next().unwrap_or_default();
    let pem = std::fs::read(key).ok().with_context(wanted)?;
    Dkim::new(&pem, selector, domain).with_context(wanted).map(Some)
}

fn switch(name: &str, raw: &str) -> Result<bool> {
    match raw {
        "on" | "true" => Ok(true),
        "off" | "false" => Ok(false),
        _ => bail!(bad(name, raw, "on or off")),
    }
}

fn networks(raw: &str) -> Result<Vec<Network>> {
    let wanted = || bad("trusted_proxies", raw, "networks like 10.0.0.0/8, separated by commas");
    raw.split(',').map(|one| one.trim().parse().with_context(wanted)).collect()
}

fn secret(raw: &str) -> Result<String> {
    if raw.len() < 32 {
        bail!("{PREFIX}SECRET: wanted at least 32 characters");
    }
    Ok(raw.to_owned())
}

/// The secret of the settings, else the one kept in the data folder, made on the first start, readable by its owner only.
pub fn keep_secret(settings: &Settings) -> Result<Vec<u8>> {
    match &settings.secret {
        Some(secret) => Ok(secret.clone().into_bytes()),
        None => kept_secret(&settings.data_dir),
    }
}

fn kept_secret(data_dir: &Path) -> Result<Vec<u8>> {
    if let Some(found) = found_secret(data_dir)? {
        return Ok(found.into_bytes());
    }
    std::fs::create_dir_all(data_dir).with_context(|| data_dir.display().to_string())?;
    let secret = backend::id::secret();
    write_secret(&data_dir.join(SECRET), &secret)?;
    Ok(secret.into_bytes())
}

/// The secret kept in the data folder, if there is one.
pub fn found_secret(data_dir: &Path) -> Result<Option<String>> {
    let path = data_dir.join(SECRET);
    match std::fs::read_to_string(&path) {
        Ok(found) if found.len() >= 32 => Ok(Some(found)),
        Ok(_) => bail!("{}: too short to be a secret", path.display()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// Puts a secret into the data folder; one that is there is kept beside it as `secret.old`.
pub fn replace_secret(data_dir: &Path, secret: &str) -> Result<()> {
    let path = data_dir.join(SECRET);
    match std::fs::rename(&path, data_dir.join("secret.old")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error).with_context(|| path.display().to_string()),
        _ => write_secret(&path, secret),
    }
}

fn write_secret(path: &Path, secret: &str) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    file.and_then(|mut file| file.write_all(secret.as_bytes())).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Result<Settings> {
        Settings::from_values(&BTreeMap::from([(name.to_owned(), value.to_owned())]))
    }

    #[test]
    fn defaults_are_a_local_installation() {
        let settings = Settings::from_values(&BTreeMap::new()).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(settings.database_url, "sqlite://./data/saiets.db");
        assert_eq!(settings.mail, MailTarget::Folder("./data/mail".into()));
        assert!(settings.rate_limits);
    }

    #[test]
    fn a_bad_value_is_named_in_one_line() {
        for (name, value) in [
            ("listen", "here"),
            ("base_url", "ftp://x"),
            ("database_url", "mysql://x"),
            ("mail_url", "pop3://x"),
            ("mail_from", "x"),
            ("rate_limits", "perhaps"),
            ("trusted_proxies", "10.0.0.0/99"),
            ("secret", "short"),
        ] {
            let message = with(name, value).unwrap_err().to_string();
            assert!(message.contains(&name.to_uppercase()) && !message.contains('\n'), "{message}");
        }
    }

    #[test]
    fn mail_is_signed_with_both_dkim_settings_or_none() {
        let key = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/judges/dkim/ed25519.pem");
        let with = |key: &str, selector: &str| {
            let values = [("dkim_key", key), ("dkim_selector", selector)];
            Settings::from_values(&values.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
        };
        assert!(with(key, "saiets2027").unwrap().dkim.is_some() && with("", "").unwrap().dkim.is_none());
        let wrong = [
            (key, "", "SELECTOR"),
            ("", "a", "KEY"),
            ("/nowhere", "a", "KEY=/nowhere"),
            (file!(), "a", "KEY"),
            (key, "a;b", "SELECTOR=a;b"),
        ];
        for (key, selector, named) in wrong {
            let message = with(key, selector).unwrap_err().to_string();
            assert!(message.starts_with(&format!("SAIETS_DKIM_{named}")) && !message.contains('\n'), "{message}");
        }
    }

    #[test]
    fn a_network_holds_its_addresses_only() {
        let network: Network = "10.1.0.0/16".parse().unwrap();
        assert!(network.contains("10.1.2.3".parse().unwrap()));
        assert!(network.contains("::ffff:10.1.2.3".parse().unwrap()));
        assert!(!network.contains("10.2.0.1".parse().unwrap()));
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("8.8.8.8".parse().unwrap()));
    }
}
