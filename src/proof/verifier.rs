//! Verifier keys (C2SP signed-note): what whoever checks a signature has to have.
//!
//! ```text
//! NAME+HEX8(key id)+BASE64(01 ‖ public key)     key id = SHA-256(NAME ‖ 0A ‖ 01 ‖ public key)[..4]
//! ```

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use super::key::is_name;

/// Type byte of an Ed25519 key.
const ED25519: u8 = 0x01;

/// A key that checks signatures, under the name by which it signs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verifier {
    name: String,
    id: u32,
    key: VerifyingKey,
}

/// A text that is no verifier key.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("“{0}” is no verifier key of an Ed25519 key")]
pub struct VerifierError(pub String);

impl Verifier {
    /// The verifier key of a public key under a name that a note can carry.
    pub(super) fn new(name: &str, key: VerifyingKey) -> Self {
        let digest =
            Sha256::new().chain_update(name).chain_update([0x0a, ED25519]).chain_update(key.as_bytes());
        let digest = digest.finalize();
        Self {
            name: name.to_owned(),
            id: u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]),
            key,
        }
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key id.
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Whether a signature says that it is by this key.
    pub(super) fn is_named(&self, name: &str, id: u32) -> bool {
        self.name == name && self.id == id
    }

    /// Whether a signature is one of these bytes by this key.
    pub(super) fn signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|it| self.key.verify_strict(bytes, &it).is_ok())
    }
}

impl FromStr for Verifier {
    type Err = VerifierError;

    fn from_str(text: &str) -> Result<Self, VerifierError> {
        read(text).filter(|read| read.to_string() == text).ok_or_else(|| VerifierError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Verifier> {
    let mut parts = text.splitn(3, '+');
    let (name, _id, encoded) = (parts.next()?, parts.next()?, parts.next()?);
    let public = STANDARD.decode(encoded).ok()?;
    let key = public.strip_prefix(&[ED25519])?;
    let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
    is_name(name).then(|| Verifier::new(name, key))
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let public = [&[ED25519], self.key.as_bytes().as_slice()].concat();
        write!(f, "{}+{:08x}+{}", self.name, self.id, STANDARD.encode(public))
    }
}
