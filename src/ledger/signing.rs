//! Signing: checkpoints of the ledger, and with which key.
//!
//! ```text
//! log ──Tree──▶ root ──LedgerKey::sign──▶ note ──▶ KEYS/<ledger>.signed, checkpoints/ ──▶ shown
//! ```
//!
//! Whoever signs holds the ledger: what is signed is durable, and nobody signs
//! anything else of the same size meanwhile.

use std::path::Path;

use super::administering::Writer;
use super::command::Receipt;
use super::decide::Ids;
use super::desk::{Desk, DeskError};
use super::lost::{Lost, Remembered, lost};
use super::tree::Tree;
use crate::event::{Object, json_text, object, types};
use crate::figures::{RulingError, State};
use crate::log::LogError;
use crate::proof::{self, Checkpoint, Handover, KeyError, LedgerKey, Note, SignedCheckpoint, VerifierError};
use crate::vault::{Checkpoints, Keys, VaultError};

/// Why nothing was signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The log cannot be read.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The ledger cannot be used.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Keys or checkpoints cannot be read or kept.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The key cannot be made or read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// What the ledger names as its key is none.
    #[error(transparent)]
    Verifier(#[from] VerifierError),
    /// The signing key is not on this computer, or is not the one in force.
    #[error("the key that signs for {0} is not on this computer")]
    NoKey(String),
    /// No plan rules.
    #[error(transparent)]
    Ruling(Box<RulingError>),
    /// There is no reason to go on with another key.
    #[error("no entry was lost")]
    NothingLost,
}

impl Desk {
    /// A checkpoint of all entries: the one that is kept, else one that is signed now. It
    /// is durable when this returns. Told how many entries were read.
    pub fn checkpoint(
        &self,
        dir: &Path,
        keys: &Keys,
        told: &mut dyn FnMut(u64),
    ) -> Result<SignedCheckpoint, SigningError> {
        let log = self.now().log().beside()?;
        let (state, size) = (self.state(), log.head().size);
        let tree = Tree::of(dir, log.as_ref(), told)?;
        let origin = state.opened().map(|opened| opened.origin.clone()).unwrap_or_default();
        let checkpoint = Checkpoint { origin, size, root: proof::root(size, &tree)? };
        let checkpoints = Checkpoints::of(dir);
        let verifier = state.verifier_at(size).parse()?;
        if let Some((_, note)) = checkpoints.newest()?.filter(|(newest, _)| *newest == size)
            && let Ok(signed) = SignedCheckpoint::read(&note)
            && signed.checkpoint == checkpoint
            && signed.note.signed_by(&[verifier]).is_ok()
        {
            return Ok(signed);
        }
        let signed = checkpoint.signed(&key_in_force(state, size, keys)?);
        let remembered = Remembered { head: Some(state.head()), signed: signed.clone() };
        keys.keep_newest_signed(&remembered.text())?;
        checkpoints.keep(size, &signed.note.to_string())?;
        Ok(signed)
    }

    /// Another key signs from here on; the one so far signs that it does.
    pub fn rotate_key(
        &mut self,
        keys: &Keys,
        reason: Option<&str>,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, SigningError> {
        let former = key_in_force(self.state(), self.state().size(), keys)?;
        let mut data = Object::new();
        data.extend(reason.map(|reason| ("reason".to_owned(), json_text(reason))));
        self.hand_over(keys, Some(&former), types::KEY_ROTATED, data, writer, ids)
    }

    /// A ledger that lost entries goes on, with another key: the one so far, where it is
    /// here, signs that it does.
    pub fn resume(
        &mut self,
        dir: &Path,
        keys: &Keys,
        reason: &str,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<(Lost, Vec<Receipt>), SigningError> {
        let lost = self.lost(dir)?.ok_or(SigningError::NothingLost)?;
        let former = key_in_force(self.state(), self.state().size(), keys);
        let former = match former {
            Err(SigningError::NoKey(_)) => None,
            former => Some(former?),
        };
        let note = in_entry(&lost.signed.note);
        let data = object([("checkpoint", json_text(note)), ("reason", json_text(reason))]);
        let done = self.hand_over(keys, former.as_ref(), types::LEDGER_RESUMED, data, writer, ids)?;
        Ok((lost, done))
    }

    /// What was signed and is not here, of a ledger that may have lost entries.
    pub fn lost(&self, dir: &Path) -> Result<Option<Lost>, DeskError> {
        lost(dir, self.now().log().as_ref(), self.state())
    }

    /// Makes a key, records that it follows, and puts it in the place of the one so far.
    /// Where that stops in the middle it goes on when something is signed.
    fn hand_over(
        &mut self,
        keys: &Keys,
        former: Option<&LedgerKey>,
        kind: &str,
        mut data: Object,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, SigningError> {
        let mut done = self.write_preface(writer, true, ids)?;
        let (state, size) = (self.state(), self.state().size());
        let origin = state.opened().map(|opened| opened.origin.clone()).unwrap_or_default();
        let next = LedgerKey::generate(&origin)?;
        let verifiers = (state.verifier_at(size).parse()?, next.verifier());
        let handover = Handover { origin, size, former: verifiers.0, next: verifiers.1 };
        data.insert("handover".into(), json_text(in_entry(&handover.signed(former, &next))));
        data.insert("verifierkey".into(), json_text(handover.next.to_string()));
        keys.keep_next_signing(&next.to_file())?;
        done.extend(self.write_own(kind, data, writer, ids)?);
        keys.follow()?;
        Ok(done)
    }
}

/// A note as it stands in an entry: without its last line feed.
pub(super) fn in_entry(note: &Note) -> String {
    let text = note.to_string();
    text.strip_suffix('\n').map(str::to_owned).unwrap_or(text)
}

/// The key that signs a tree of so many entries. One that was to follow, and was
/// recorded, takes its place where that was not done yet.
fn key_in_force(state: &State, size: u64, keys: &Keys) -> Result<LedgerKey, SigningError> {
    let verifier = state.verifier_at(size);
    let is_it = |key: &LedgerKey| key.verifier().to_string() == verifier;
    let read = |text: Option<String>| text.map(|text| LedgerKey::from_file(&text)).transpose();
    if let Some(next) = read(keys.next_signing()?)?.filter(is_it) {
        keys.follow()?;
        return Ok(next);
    }
    let key = read(keys.signing()?)?.filter(is_it);
    key.ok_or_else(|| SigningError::NoKey(verifier.to_owned()))
}
