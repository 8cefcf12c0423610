//! Signed notes (C2SP signed-note): a text, and who signed it.
//!
//! ```text
//! text, which ends with a line feed
//!                                              an empty line: the last one
//! — NAME BASE64(key id, 4 bytes ‖ signature)   one line for each signature
//! ```
//!
//! The text alone is signed, its last line feed included.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::verifier::Verifier;

/// The longest note that is read, in bytes, and the most signatures.
const MOST_BYTES: usize = 1_000_000;
const MOST_SIGNATURES: usize = 100;

/// A text with its signatures, of which none is checked yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// A line that says who signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// The key's name.
    pub name: String,
    /// Its id.
    pub id: u32,
    /// What the key gave.
    pub bytes: Vec<u8>,
}

/// Why a note is none, or not one to go by.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoteError {
    /// It is not written as a note.
    #[error("this is no signed note")]
    Form,
    /// A known key signed something else.
    #[error("the signature of {0} is not one of this text")]
    Signature(String),
    /// No known key signed it.
    #[error("no signature is by a known key")]
    Unknown,
}

impl Note {
    /// A text without signatures.
    pub const fn unsigned(text: String) -> Self {
        Self { text, signatures: Vec::new() }
    }

    /// Reads a note, in its one spelling.
    pub fn read(note: &str) -> Result<Self, NoteError> {
        let is_plain = !note.chars().any(|letter| letter != '\n' && (letter < ' ' || letter == '\u{7f}'));
        let (text, lines) = note.rsplit_once("\n\n").ok_or(NoteError::Form)?;
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Form)?;
        if !is_plain || note.len() > MOST_BYTES {
            return Err(NoteError::Form);
        }
        let signatures: Vec<Signature> =
            lines.split('\n').map(Signature::read).collect::<Option<_>>().ok_or(NoteError::Form)?;
        if signatures.len() > MOST_SIGNATURES {
            return Err(NoteError::Form);
        }
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// The text that was signed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Who says to have signed it.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The same with a signature more.
    #[must_use]
    pub fn with(mut self, signature: Signature) -> Self {
        self.signatures.push(signature);
        self
    }

    /// Which of these keys signed it. A key that is not among them is passed over; one
    /// that is and did not sign this text makes the note worthless.
    pub fn signed_by<'k>(&self, known: &'k [Verifier]) -> Result<Vec<&'k Verifier>, NoteError> {
        let mut found: Vec<&Verifier> = Vec::new();
        for signature in &self.signatures {
            let Some(key) = known.iter().find(|key| key.is_named(&signature.name, signature.id)) else {
                continue;
            };
            if !key.signed(self.text.as_bytes(), &signature.bytes) {
                return Err(NoteError::Signature(signature.name.clone()));
            }
            if !found.contains(&key) {
                found.push(key);
            }
        }
        if found.is_empty() { Err(NoteError::Unknown) } else { Ok(found) }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl Signature {
    fn read(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = STANDARD.decode(encoded).ok()?;
        let (id, bytes) = bytes.split_first_chunk::<4>()?;
        let is_signature = super::key::is_name(name) && !bytes.is_empty();
        is_signature.then(|| Self {
            name: name.to_owned(),
            id: u32::from_be_bytes(*id),
            bytes: bytes.to_vec(),
        })
    }
}

impl std::fmt::Display for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = [&self.id.to_be_bytes(), self.bytes.as_slice()].concat();
        write!(f, "— {} {}", self.name, STANDARD.encode(bytes))
    }
}
