//! A sealed value as its file holds it.
//!
//! ```text
//! file   │ "jalon sealed 1" LF │ nonce, 24 │ XChaCha20-Poly1305 under the person's key │
//! inside │ seal, 32 random bytes │ the value's canonical bytes │ zeros to a multiple of 64 │
//! bound  │ "jalon sealed 1" LF │ hash, 32 │ person/<uuid> │       associated data
//! hash   = BLAKE3 keyed with the seal, of the value's canonical bytes
//! ```
//!
//! The zeros keep the file's length from telling how long a name is.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::disk::random;
use super::error::VaultError;
use crate::event::{BodyId, Hash, Json, Sealed, decode_value, encode_value};

/// What every file begins with.
const FORMAT: &[u8] = b"jalon sealed 1\n";
const NONCE: usize = 24;
const SEAL: usize = 32;
/// What is encrypted is filled up to a multiple of this.
const STEP: usize = 64;

/// A person's key: whoever has it reads what is sealed for that person.
#[derive(Clone)]
pub struct PersonKey([u8; 32]);

impl PersonKey {
    /// The key of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A new key from the system's random source.
    pub fn generate() -> Result<Self, VaultError> {
        random().map(Self)
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// Seals a value for a person: what an entry says of it, and its file.
pub(super) fn seal(value: &Json, person: &BodyId, key: &PersonKey) -> Result<(Sealed, Vec<u8>), VaultError> {
    let seal: [u8; SEAL] = random()?;
    let nonce: [u8; NONCE] = random()?;
    let mut inside = seal.to_vec();
    encode_value(value, &mut inside);
    let sealed = Sealed { hash: keyed(&seal, &inside[SEAL..]), person: person.clone() };
    inside.resize(inside.len().next_multiple_of(STEP), 0);
    let bound = bound(&sealed);
    let payload = Payload { msg: &inside, aad: &bound };
    let hidden = key.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| VaultError::TooLong)?;
    Ok((sealed, [FORMAT, &nonce, &hidden].concat()))
}

/// The value in a file, if the file is the one that an entry names and the key
/// is its person's.
pub(super) fn open(file: &[u8], sealed: &Sealed, key: &PersonKey) -> Option<Json> {
    let (nonce, hidden) = file.strip_prefix(FORMAT)?.split_first_chunk::<NONCE>()?;
    let bound = bound(sealed);
    let payload = Payload { msg: hidden, aad: &bound };
    let inside = key.cipher().decrypt(&XNonce::from(*nonce), payload).ok()?;
    let (seal, filled) = inside.split_first_chunk::<SEAL>()?;
    // Canonical bytes never end in a zero.
    let length = filled.iter().rposition(|&byte| byte != 0).map_or(0, |at| at + 1);
    let value = &filled[..length];
    (keyed(seal, value) == sealed.hash).then(|| decode_value(value).ok())?
}

fn keyed(seal: &[u8; SEAL], value: &[u8]) -> Hash {
    Hash(*blake3::keyed_hash(seal, value).as_bytes())
}

/// What the encryption is bound to, so that no file can stand in for another.
fn bound(sealed: &Sealed) -> Vec<u8> {
    [FORMAT, &sealed.hash.0, sealed.person.as_str().as_bytes()].concat()
}
