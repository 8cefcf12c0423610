//! Signing: checkpoints of the ledger, and with which key.
//!
//! ```text
//! log ──Tree──▶ root ──LedgerKey::sign──▶ note ──▶ KEYS/<ledger>.signed, checkpoints/ ──▶ shown
//! ```
//!
//! Whoever signs holds the ledger and a file beside the key: what is signed is durable,
//! and neither here nor in another copy does anybody sign something else meanwhile.

use std::path::Path;

use super::administering::Writer;
use super::closing::refused;
use super::command::Receipt;
use super::decide::{Ids, checked_reason};
use super::desk::{Desk, DeskError};
use super::lost::{Lost, Remembered, contains_signed, lost};
use super::tree::Tree;
use crate::event::{Hash, Json, Object, json_text, object, types};
use crate::figures::{RulingError, State};
use crate::log::{Log, LogError};
use crate::proof::{
    self, Checkpoint, Handover, KeyError, LedgerKey, Note, SignedCheckpoint, Verifier, VerifierError,
};
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
        // Another copy of this ledger, held by somebody else, signs with the same key.
        let _held = keys.hold()?;
        let log = self.committed_log()?;
        contains_signed(dir, log.as_ref(), self.state())?;
        let (state, size) = (self.state(), log.head().size);
        let checkpoints = Checkpoints::of(dir);
        let kept = self.newest_kept(&checkpoints)?;
        let tree = self.tree_to_sign(dir, log.as_ref(), kept.as_ref(), told)?;
        let origin = state.opened().map(|opened| opened.origin.clone()).unwrap_or_default();
        let checkpoint = Checkpoint { origin, size, root: proof::root(size, &tree)? };
        let verifier: Verifier = state.verifier_at(size).parse()?;
        let is_it = |it: &SignedCheckpoint| {
            it.checkpoint == checkpoint && it.note.signed_by(std::slice::from_ref(&verifier)).is_ok()
        };
        if let Some(kept) = kept.filter(is_it) {
            return Ok(kept);
        }
        let (key, is_published) = key_in_force(state, size, keys)?;
        let signed = checkpoint.signed(&key);
        if !is_published {
            let remembered = Remembered { head: Some(state.head()), signed: signed.clone() };
            keys.keep_newest_signed(&remembered.text())?;
        }
        checkpoints.keep(size, &signed.note.to_string())?;
        Ok(signed)
    }

    /// The log as far as it was committed: after a failure in the middle more may stand
    /// there, of which nothing is signed.
    fn committed_log(&self) -> Result<Box<dyn Log + Send>, LogError> {
        let log = self.now().log().beside()?;
        let head = log.head();
        let is_committed = head.size == self.state().size() && Hash(head.hash) == self.state().head();
        if is_committed { Ok(log) } else { Err(LogError::Stopped) }
    }

    /// The newest checkpoint that is kept and covers entries that are here.
    fn newest_kept(&self, checkpoints: &Checkpoints) -> Result<Option<SignedCheckpoint>, SigningError> {
        let all = checkpoints.all()?.into_iter().rev();
        let signed = all.filter_map(|(_, _, note)| SignedCheckpoint::read(&note).ok());
        let is_here = |it: &SignedCheckpoint| {
            let key = self.state().verifier_at(it.checkpoint.size).parse();
            let is_signed = key.is_ok_and(|key| it.note.signed_by(&[key]).is_ok());
            it.checkpoint.size <= self.state().size() && is_signed
        };
        Ok(signed.into_iter().find(is_here))
    }

    /// The tree over a log of which something is to be signed: of what is kept only that
    /// is taken which was signed before, and whose root is the one that was.
    fn tree_to_sign<'l>(
        &self,
        dir: &Path,
        log: &'l dyn Log,
        newest: Option<&SignedCheckpoint>,
        told: &mut dyn FnMut(u64),
    ) -> Result<Tree<'l>, SigningError> {
        let Some(signed) = newest else { return Ok(Tree::anew(dir, log, told)?) };
        let newest = &signed.checkpoint;
        let tree = Tree::beyond(dir, log, newest.size, told)?;
        if proof::root(newest.size, &tree)? == newest.root {
            return Ok(tree);
        }
        let tree = Tree::anew(dir, log, told)?;
        if proof::root(newest.size, &tree)? == newest.root {
            return Ok(tree);
        }
        let lost = Lost { signed: signed.clone(), size: self.state().size() };
        Err(DeskError::Lost(Box::new(lost)).into())
    }

    /// Another key signs from here on; the one so far signs that it does.
    pub fn rotate_key(
        &mut self,
        keys: &Keys,
        reason: Option<&str>,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, SigningError> {
        let reason = reason.map(checked_reason).transpose().map_err(refused)?;
        let _held = keys.hold()?;
        let (former, _) = key_in_force(self.state(), self.state().size(), keys)?;
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
        let reason = checked_reason(reason).map_err(refused)?;
        let lost = self.lost(dir)?.ok_or(SigningError::NothingLost)?;
        let former = key_in_force(self.state(), self.state().size(), keys);
        let former = match former {
            Err(SigningError::NoKey(_)) => None,
            former => Some(former?.0),
        };
        let _held = keys.hold()?;
        let size = i64::try_from(self.state().size()).unwrap_or(i64::MAX);
        let note = in_entry(&lost.signed.note);
        let data = object([
            ("checkpoint", json_text(note)),
            ("reason", json_text(reason)),
            ("size", Json::Int(size)),
        ]);
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
        take_its_place(self.state(), keys)?;
        Ok(done)
    }
}

/// A note as it stands in an entry: without its last line feed.
pub(super) fn in_entry(note: &Note) -> String {
    let text = note.to_string();
    text.strip_suffix('\n').map(str::to_owned).unwrap_or(text)
}

/// The key that signs a tree of so many entries, and whether everyone knows it. One that
/// was to follow, and was recorded, takes its place where that was not done yet.
fn key_in_force(state: &State, size: u64, keys: &Keys) -> Result<(LedgerKey, bool), SigningError> {
    let verifier = state.verifier_at(size);
    let is_it = |key: &LedgerKey| key.verifier().to_string() == verifier;
    if let Some(next) =
        keys.next_signing()?.map(|text| LedgerKey::from_file(&text)).transpose()?.filter(is_it)
    {
        take_its_place(state, keys)?;
        return Ok((next, false));
    }
    for text in keys.signing()? {
        let key = LedgerKey::from_file(&text)?;
        if is_it(&key) {
            return Ok((key, keys.is_published(&text)));
        }
    }
    Err(SigningError::NoKey(verifier.to_owned()))
}

/// The key that follows takes the place of the one before. A key that this ledger does
/// not name is another copy's, which may live: it is not destroyed.
fn take_its_place(state: &State, keys: &Keys) -> Result<(), SigningError> {
    let changes = state.key_changes().iter().map(|change| change.verifier.as_str());
    let own: Vec<&str> = changes.chain([state.first_verifier()]).collect();
    let there = keys.signing()?.first().map(|text| LedgerKey::from_file(text)).transpose();
    let is_own =
        there.is_ok_and(|key| key.is_none_or(|key| own.contains(&key.verifier().to_string().as_str())));
    if is_own {
        keys.follow()?;
    } else {
        keys.follow_beside()?;
    }
    Ok(())
}
