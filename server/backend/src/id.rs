//! The one place that makes random secrets and identifiers.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use rand::seq::SliceRandom;

/// `N` bytes from the operating system.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness no secret may be made; stopping is right")]
    OsRng.try_fill_bytes(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// A secret of 256 bits for links, cookies and tokens: 43 characters of base64url.
pub fn secret() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// An identifier of 128 bits for UIDs and Message-IDs: 22 characters of base64url without `-` and `_`.
pub fn unique() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<16>()).replace(['-', '_'], "x")
}

/// Puts the items in an order nobody can foresee.
pub fn shuffle<T>(items: &mut [T]) {
    #[expect(clippy::disallowed_methods, reason = "this is the module for randomness")]
    items.shuffle(&mut rand::rng());
}
