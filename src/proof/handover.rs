//! That another key signs a log's checkpoints from here on.
//!
//! ```text
//! ORIGIN
//! hand-over after SIZE entries        no checkpoint: its second line is no number
//! VERIFIER KEY                        the one so far
//! VERIFIER KEY                        the one that follows
//! ```
//!
//! Both keys sign it. Where the one so far is lost, only the other does, and whoever
//! checks says so.

use std::fmt;

use super::key::LedgerKey;
use super::note::{Note, NoteError};
use super::verifier::Verifier;

/// What both keys sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handover {
    /// Which log.
    pub origin: String,
    /// How many entries it has before the one that says so.
    pub size: u64,
    /// The key so far.
    pub former: Verifier,
    /// The one that follows.
    pub next: Verifier,
}

impl Handover {
    /// The note with the signatures of the key that follows and, where it is there, of
    /// the one so far.
    pub fn signed(&self, former: Option<&LedgerKey>, next: &LedgerKey) -> Note {
        let note = Note::unsigned(self.to_string());
        let keys = former.into_iter().chain([next]);
        keys.fold(note, |note, key| {
            let signature = key.sign(note.text());
            note.with(signature)
        })
    }

    /// Whether a note is this hand-over, signed by the key that follows; and whether the
    /// one so far signed it too.
    pub fn check(&self, note: &str) -> Result<bool, NoteError> {
        let note = Note::read(note)?;
        if note.text() != self.to_string() {
            return Err(NoteError::Form);
        }
        let known = [self.former.clone(), self.next.clone()];
        let by = note.signed_by(&known)?;
        if by.contains(&&self.next) { Ok(by.contains(&&self.former)) } else { Err(NoteError::Unknown) }
    }
}

impl fmt::Display for Handover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin, size, former, next } = self;
        writeln!(f, "{origin}\nhand-over after {size} entries\n{former}\n{next}")
    }
}
