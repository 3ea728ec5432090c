//! What the platform's own secret is used for: signing, hashing, sealing; each purpose with a key of its own (HKDF, RFC 5869).

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Keys derived from `SAIETS_SECRET`.
#[derive(Clone)]
pub struct Keys(Hkdf<Sha256>);

impl Keys {
    /// From the platform's secret.
    pub fn new(secret: &[u8]) -> Self {
        Self(Hkdf::new(Some(b"saiets"), secret))
    }

    fn key(&self, purpose: &str) -> [u8; 32] {
        let mut key = [0; 32];
        // 32 bytes are within what HKDF-SHA256 can give (8,160), so this cannot fail.
        let _ = self.0.expand(purpose.as_bytes(), &mut key);
        key
    }

    /// A tag over `message` that only we can make: base64url, 43 characters.
    pub fn sign(&self, purpose: &str, message: &[u8]) -> String {
        mac(&self.key(purpose), message)
    }

    /// Whether `tag` is what [`Keys::sign`] gives, in constant time.
    pub fn verify(&self, purpose: &str, message: &[u8], tag: &str) -> bool {
        self.sign(purpose, message).as_bytes().ct_eq(tag.as_bytes()).into()
    }

    /// Encrypts (XChaCha20-Poly1305, random nonce); `context` must be the same to open it again.
    pub fn seal(&self, context: &str, plain: &[u8]) -> String {
        let nonce = crate::id::bytes::<24>();
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.key(context)));
        let sealed = cipher.encrypt(XNonce::from_slice(&nonce), plain).unwrap_or_default();
        URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat())
    }

    /// The plain text, or nothing if the key, the context or the bytes are not those of [`Keys::seal`].
    pub fn open(&self, context: &str, sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(24)?;
        XChaCha20Poly1305::new(Key::from_slice(&self.key(context))).decrypt(XNonce::from_slice(nonce), sealed).ok()
    }
}

/// HMAC-SHA256 under a key that is not derived from ours (a round's own), base64url.
pub fn mac(key: &[u8], message: &[u8]) -> String {
    // HMAC takes keys of every length.
    let tag = <Hmac<Sha256> as Mac>::new_from_slice(key).map(|mac| mac.chain_update(message).finalize().into_bytes());
    tag.map(|tag| URL_SAFE_NO_PAD.encode(tag)).unwrap_or_default()
}

/// How secrets that we gave away are stored: SHA-256 of 256 random bits needs no salt.
pub fn hash(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// SHA-256 in plain base64, as a Content-Security-Policy names a script.
pub fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_with_its_key_and_context() {
        let keys = Keys::new(b"one");
        let sealed = keys.seal("needs/1", b"nuts");
        assert_eq!(keys.open("needs/1", &sealed).as_deref(), Some(b"nuts".as_slice()));
        assert_eq!(keys.open("needs/2", &sealed), None);
        assert_eq!(Keys::new(b"two").open("needs/1", &sealed), None);
        assert_ne!(sealed, keys.seal("needs/1", b"nuts"));
    }

    #[test]
    fn a_tag_is_bound_to_its_purpose() {
        let keys = Keys::new(b"one");
        let tag = keys.sign("flash", b"x");
        assert!(keys.verify("flash", b"x", &tag));
        assert!(!keys.verify("calendar", b"x", &tag));
        assert_eq!(tag.len(), 43);
    }
}
