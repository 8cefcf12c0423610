//! The ledger's Ed25519 key and its verifier key (C2SP signed-note).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

/// Type byte of an Ed25519 key in a signed note.
const ED25519: u8 = 0x01;
/// First line of a key file: its format.
const FORMAT: &str = "jalon signing key 1";

/// A ledger's signing key under the name of its signed notes.
#[derive(Clone)]
pub struct LedgerKey {
    name: String,
    key: SigningKey,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A name that no signed note can carry.
    #[error("“{0}” cannot name a key: it is empty, or holds a space or a +")]
    Name(String),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// A key file that is not one.
    #[error("the key file is not as it was written")]
    File,
}

/// The verifier key of a name and the bytes of a public key, its type first.
/// The key id is the first four bytes of SHA-256(name ‖ LF ‖ bytes).
fn verifier(name: &str, public: &[u8]) -> String {
    let digest = Sha256::new().chain_update(name).chain_update([0x0a]).chain_update(public).finalize();
    let id = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
    format!("{name}+{id:08x}+{}", STANDARD.encode(public))
}

/// Whether a text is the verifier key of an Ed25519 key under this name, in
/// its one spelling.
pub fn is_verifier(name: &str, text: &str) -> bool {
    let encoded = text.strip_prefix(name).and_then(|rest| rest.get(10..)).unwrap_or_default();
    STANDARD
        .decode(encoded)
        .is_ok_and(|public| public.len() == 33 && public[0] == ED25519 && verifier(name, &public) == text)
}

impl LedgerKey {
    /// A new key from the system's random source.
    pub fn generate(name: &str) -> Result<Self, KeyError> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(KeyError::Random)?;
        Self::from_seed(name, &seed)
    }

    /// The key of a seed.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        if name.is_empty() || name.contains(|letter: char| letter.is_whitespace() || letter == '+') {
            return Err(KeyError::Name(name.to_owned()));
        }
        Ok(Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) })
    }

    /// The verifier key: `name+hex8(key id)+base64(type ‖ public key)`.
    pub fn verifier(&self) -> String {
        let mut public = vec![ED25519];
        public.extend_from_slice(self.key.verifying_key().as_bytes());
        verifier(&self.name, &public)
    }

    /// The key as its file holds it: format, name, seed.
    pub fn to_file(&self) -> String {
        format!("{FORMAT}\n{}\n{}\n", self.name, STANDARD.encode(self.key.to_bytes()))
    }

    /// The key of a file's text.
    pub fn from_file(text: &str) -> Result<Self, KeyError> {
        let lines: Vec<&str> = text.lines().collect();
        let [FORMAT, name, seed] = lines.as_slice() else { return Err(KeyError::File) };
        let seed = STANDARD.decode(seed).map_err(|_| KeyError::File)?;
        let seed: [u8; 32] = seed.try_into().map_err(|_| KeyError::File)?;
        Self::from_seed(name, &seed)
    }
}

#[cfg(test)]
mod tests {
    use super::LedgerKey;

    #[test]
    fn a_key_file_reads_back_and_a_changed_one_is_refused() {
        let key = LedgerKey::from_seed("example.org/a", &[7; 32]);
        let text = key.as_ref().map(LedgerKey::to_file).unwrap_or_default();
        let read = LedgerKey::from_file(&text).map(|it| it.verifier());
        assert_eq!(read.ok(), key.ok().map(|it| it.verifier()));
        assert!(text.starts_with("jalon signing key 1\nexample.org/a\n"));
        for other in ["", "jalon signing key 2\na\nb\n", &text[..text.len() - 5], &(text.clone() + "x\n")] {
            assert!(LedgerKey::from_file(other).is_err(), "{other:?}");
        }
    }

    #[test]
    fn names_that_no_note_can_carry_are_refused() {
        for name in ["", "a b", "a+b", "a\u{a0}b", "a\n"] {
            assert!(LedgerKey::from_seed(name, &[0; 32]).is_err(), "{name:?}");
        }
    }

    #[test]
    fn the_verifier_key_is_the_published_one_of_a_published_seed() {
        // RFC 8032, section 7.1, test 1; the key id was computed apart.
        let seed = [
            0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
            0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
        ];
        let verifier = LedgerKey::from_seed("example.com/foo", &seed).map(|key| key.verifier());
        assert_eq!(
            verifier.ok().as_deref(),
            Some("example.com/foo+bf66b263+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")
        );
    }
}
