//! Checkpoints (C2SP tlog-checkpoint): how large a tree is and what its root is.
//!
//! ```text
//! ORIGIN                           which log
//! SIZE                             decimal, without leading zeroes
//! BASE64(root)
//! …                                extension lines of others, none of ours
//! ```

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::key::LedgerKey;
use super::note::{Note, NoteError};
use super::tree::Node;
use super::verifier::Verifier;

/// How large a log is, and its root.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// How many entries it covers.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Node,
}

/// Why a checkpoint is none.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CheckpointError {
    /// The note cannot be gone by.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text of the note is no checkpoint.
    #[error("the text of the note is no checkpoint")]
    Form,
    /// It is another log's.
    #[error("it is a checkpoint of “{0}”")]
    Origin(String),
}

/// A checkpoint with the note in which it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedCheckpoint {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// As it was signed.
    pub note: Note,
}

impl Checkpoint {
    /// What the text of a note says.
    pub fn read(text: &str) -> Result<Self, CheckpointError> {
        let form = || CheckpointError::Form;
        let mut lines = text.strip_suffix('\n').ok_or_else(form)?.split('\n');
        let (origin, size, root) = (lines.next(), lines.next(), lines.next());
        let origin = origin.filter(|it| !it.is_empty()).ok_or_else(form)?.to_owned();
        let size = size.and_then(size_of).ok_or_else(form)?;
        let root = STANDARD.decode(root.unwrap_or_default()).map_err(|_| form())?;
        let root = root.try_into().map_err(|_| form())?;
        if lines.any(str::is_empty) {
            return Err(form());
        }
        Ok(Self { origin, size, root })
    }

    /// The same with a key's signature.
    pub fn signed(self, key: &LedgerKey) -> SignedCheckpoint {
        let note = Note::unsigned(self.to_string());
        let signature = key.sign(note.text());
        SignedCheckpoint { checkpoint: self, note: note.with(signature) }
    }
}

impl SignedCheckpoint {
    /// Reads a note whose text is a checkpoint, its signatures unchecked.
    pub fn read(note: &str) -> Result<Self, CheckpointError> {
        let note = Note::read(note)?;
        Ok(Self { checkpoint: Checkpoint::read(note.text())?, note })
    }

    /// Checks that it is this log's, and which of these keys signed it.
    pub fn check<'k>(
        &self,
        origin: &str,
        known: &'k [Verifier],
    ) -> Result<Vec<&'k Verifier>, CheckpointError> {
        if self.checkpoint.origin != origin {
            return Err(CheckpointError::Origin(self.checkpoint.origin.clone()));
        }
        Ok(self.note.signed_by(known)?)
    }
}

/// A size in its one spelling.
fn size_of(text: &str) -> Option<u64> {
    text.parse().ok().filter(|size: &u64| size.to_string() == text)
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, STANDARD.encode(self.root))
    }
}
