//! DKIM (RFC 6376): every mail is signed for the domain it is from, over the octets that leave, relaxed in head and body.

use crate::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What is signed. Each name is said once more than it is there, so that nobody can add another: two `From` would be shown by some
/// programs as the first and by others as the last (RFC 6376 8.15). One-click unsubscribing must be signed (RFC 8058 4).
const SIGNED: [&str; 14] = [
    "from",
    "to",
    "cc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "in-reply-to",
    "auto-submitted",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "list-unsubscribe",
    "list-unsubscribe-post",
];
/// Characters of a line of the signature.
const WIDTH: usize = 70;

/// What signs the mail of a domain.
#[derive(Clone)]
pub struct Dkim {
    key: Arc<Key>,
    selector: String,
    domain: String,
}

enum Key {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// The key is not shown.
impl std::fmt::Debug for Dkim {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dkim({}._domainkey.{})", self.selector, self.domain)
    }
}

impl Dkim {
    /// With a private key as PEM: RSA of 2048 to 4096 bits (PKCS#8 or PKCS#1) or Ed25519 (PKCS#8); none if it is something else.
    pub fn new(pem: &[u8], selector: &str, domain: &str) -> Option<Self> {
        let key = match PrivateKeyDer::from_pem_slice(pem).ok()? {
            PrivateKeyDer::Pkcs1(der) => Key::Rsa(RsaKeyPair::from_der(der.secret_pkcs1_der()).ok()?),
            PrivateKeyDer::Pkcs8(der) => match RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()) {
                Ok(key) => Key::Rsa(key),
                // OpenSSL leaves the public key out, which ring calls unchecked.
                Err(_) => Key::Ed25519(Ed25519KeyPair::from_pkcs8_maybe_unchecked(der.secret_pkcs8_der()).ok()?),
            },
            _ => return None,
        };
        Some(Self { key: Arc::new(key), selector: selector.to_owned(), domain: domain.to_owned() })
    }

    /// The mail with the signature before it.
    pub(super) fn sign(&self, mail: &[u8], at: Timestamp) -> Result<Vec<u8>> {
        let mail = std::str::from_utf8(mail).map_err(Error::internal)?;
        let (head, body) = mail.split_once("\r\n\r\n").ok_or_else(|| Error::internal("a mail without a body"))?;
        let fields = fields(head);
        let (mut names, mut signed) = (Vec::new(), String::new());
        for name in SIGNED {
            for field in fields.iter().filter(|field| field.starts_with(&format!("{name}:"))) {
                signed.push_str(field);
                signed.push_str("\r\n");
                names.push(name);
            }
            names.push(name);
        }
        let unsigned = self.field(at, &names, &STANDARD.encode(Sha256::digest(relaxed_body(body))));
        signed.push_str(&relaxed_field(&unsigned));
        let signature = STANDARD.encode(self.signature(signed.as_bytes())?);
        Ok(format!("{unsigned}{}\r\n{mail}", folded(&signature)).into_bytes())
    }

    /// Its own field, but for the signature at its end.
    fn field(&self, at: Timestamp, names: &[&str], body_hash: &str) -> String {
        let algorithm = match &*self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let (selector, domain, at) = (&self.selector, &self.domain, at.as_second());
        let names = names.chunks(6).map(|some| some.join(":")).collect::<Vec<_>>().join(":\r\n ");
        format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; t={at};\r\n d={domain};\r\n s={selector};\r\n h={names};\r\n bh={body_hash};\r\n b="
        )
    }

    fn signature(&self, signed: &[u8]) -> Result<Vec<u8>> {
        match &*self.key {
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed, &mut signature)
                    .map_err(|_| Error::internal("the mail cannot be signed"))?;
                Ok(signature)
            }
            // What is signed is the hash (RFC 8463 3).
            Key::Ed25519(key) => Ok(key.sign(&Sha256::digest(signed)).as_ref().to_vec()),
        }
    }
}

/// The fields of a head, relaxed.
fn fields(head: &str) -> Vec<String> {
    let whole = head.replace("\r\n ", " ").replace("\r\n\t", "\t");
    whole.split("\r\n").map(relaxed_field).collect()
}

/// RFC 6376 3.4.2: the name in lower case, no line ends, one space for any white space, none at the ends.
fn relaxed_field(field: &str) -> String {
    let (name, value) = field.split_once(':').unwrap_or((field, ""));
    format!("{}:{}", name.trim_end().to_ascii_lowercase(), value.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}

/// RFC 6376 3.4.4: one space for any white space within a line, none at its end, no empty lines at the end.
fn relaxed_body(body: &str) -> String {
    let mut relaxed = String::with_capacity(body.len() + 2);
    for line in body.split("\r\n") {
        let mut gap = false;
        for c in line.chars() {
            if matches!(c, ' ' | '\t') {
                gap = true;
                continue;
            }
            if std::mem::take(&mut gap) {
                relaxed.push(' ');
            }
            relaxed.push(c);
        }
        relaxed.push_str("\r\n");
    }
    relaxed.truncate(relaxed.trim_end_matches("\r\n").len());
    if !relaxed.is_empty() {
        relaxed.push_str("\r\n");
    }
    relaxed
}

/// In lines that a mail may have.
fn folded(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() + text.len() / WIDTH * 3);
    for (i, c) in text.chars().enumerate() {
        if i > 0 && i % WIDTH == 0 {
            lines.push_str("\r\n ");
        }
        lines.push(c);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_relaxed_as_the_rfc_shows() {
        // The example of RFC 6376 3.4.5.
        assert_eq!(fields("A: X\r\nB : Y\t\r\n\tZ  "), ["a:X", "b:Y Z"]);
        assert_eq!(relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
        assert_eq!((relaxed_body(""), relaxed_body("\r\n"), relaxed_body("a")), (String::new(), String::new(), "a\r\n".to_owned()));
    }

    #[test]
    fn a_key_may_be_written_in_either_way_and_nothing_else_is_one() {
        let key = |name: &str| std::fs::read(format!("{}/../../tests/judges/dkim/{name}.pem", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let sign = |pem: &[u8]| Dkim::new(pem, "s", "saiets.test").unwrap().sign(b"From: a@b\r\n\r\nx\r\n", Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(sign(&key("rsa")), sign(&key("rsa-pkcs1")));
        assert!(String::from_utf8(sign(&key("ed25519"))).unwrap().contains("a=ed25519-sha256"));
        for no_key in ["", "v=DKIM1; k=rsa", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
            assert!(Dkim::new(no_key.as_bytes(), "s", "saiets.test").is_none(), "{no_key}");
        }
    }
}
