//! The ledger's Ed25519 key (C2SP signed-note).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer, SigningKey};

use super::note::Signature;
use super::verifier::Verifier;

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

/// Whether a signed note can carry this name of a key.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == '+')
}

/// Whether a text is the verifier key of an Ed25519 key under this name, in
/// its one spelling.
pub fn is_verifier(name: &str, text: &str) -> bool {
    text.parse().is_ok_and(|key: Verifier| key.name() == name)
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
        if !is_name(name) {
            return Err(KeyError::Name(name.to_owned()));
        }
        Ok(Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) })
    }

    /// What checks its signatures.
    pub fn verifier(&self) -> Verifier {
        Verifier::new(&self.name, self.key.verifying_key())
    }

    /// Its signature of a note's text.
    pub fn sign(&self, text: &str) -> Signature {
        let bytes = self.key.sign(text.as_bytes()).to_bytes().to_vec();
        Signature { name: self.name.clone(), id: self.verifier().id(), bytes }
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
        let verifier = LedgerKey::from_seed("example.com/foo", &seed).map(|key| key.verifier().to_string());
        assert_eq!(
            verifier.ok().as_deref(),
            Some("example.com/foo+bf66b263+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")
        );
    }
}
