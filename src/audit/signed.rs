//! Whether checkpoints are of a log: those that the ledger keeps, and those that
//! somebody kept elsewhere.

use std::collections::BTreeMap;

use crate::figures::{KeyChange, State};
use crate::proof::{Checkpoint, CheckpointError, Handover, Node, NoteError, SignedCheckpoint, Verifier};
use crate::vault::KeptNote;

/// Why a checkpoint is none of a log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CheckpointTrouble {
    /// It cannot be read, is another log's, or none of the known keys signed it.
    Signed(CheckpointError),
    /// It says to cover another number of entries than the name of its file.
    OtherSize,
    /// A key signed it that signed no more, or not yet.
    OtherKey,
    /// The log has fewer entries than it covers. Why it goes on without them, where an
    /// entry says that.
    Beyond(Option<String>),
    /// The log has other entries than those that it covers; the same.
    OtherEntries(Option<String>),
}

/// Checkpoints that were looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CheckedCheckpoints {
    /// How many are of the log.
    pub sound: u64,
    /// How many cover entries that were lost, as an entry says that names one of them.
    pub lost: u64,
    /// The others, by their size or the name of their file.
    pub troubles: Vec<(String, CheckpointTrouble)>,
}

/// The keys of a ledger that somebody goes by.
pub struct Trust {
    origin: String,
    keys: Vec<Trusted>,
}

/// A key, from which size of the tree on it signs, and whether the one before it handed
/// over to it.
struct Trusted {
    from: u64,
    key: Verifier,
    is_handed_over: bool,
}

impl Trust {
    /// All keys that the entries name. With a key that somebody has from elsewhere, that
    /// one and those that it handed over to, one after the other; none where it is no key
    /// of the ledger.
    pub fn of(state: &State, known: Option<&Verifier>) -> Option<Self> {
        let origin = state.opened()?.origin.clone();
        let mut keys =
            vec![Trusted { from: 0, key: state.first_verifier().parse().ok()?, is_handed_over: true }];
        for change in state.key_changes() {
            let former = keys.last().map(|last| last.key.clone())?;
            keys.push(Trusted::of(&origin, change, former)?);
        }
        if let Some(known) = known {
            let at = keys.iter().position(|it| it.key == *known)?;
            keys.drain(..at);
            // A key that was lost handed nothing over: whoever has that one knows no later.
            let lost = keys.iter().skip(1).position(|it| !it.is_handed_over);
            keys.truncate(lost.map_or(keys.len(), |at| at + 1));
        }
        Some(Self { origin, keys })
    }

    /// The key that signs a tree of this size.
    fn of_size(&self, size: u64) -> Option<&Verifier> {
        self.keys.iter().rev().find(|it| it.from <= size).map(|it| &it.key)
    }

    /// Whether it goes on up to the key that signs a tree of this size.
    pub fn reaches(&self, state: &State, size: u64) -> bool {
        self.of_size(size).is_some_and(|key| key.to_string() == state.verifier_at(size))
    }

    /// The one of its keys that signs a tree of that size, where it signed a checkpoint.
    pub fn signer(&self, signed: &SignedCheckpoint) -> Option<&Verifier> {
        let key = self.of_size(signed.checkpoint.size)?;
        signed.check(&self.origin, std::slice::from_ref(key)).is_ok().then_some(key)
    }

    /// The keys among these that signed a checkpoint of this ledger.
    fn signers(&self, signed: &SignedCheckpoint) -> Result<Vec<Verifier>, CheckpointError> {
        let keys: Vec<Verifier> = self.keys.iter().map(|it| it.key.clone()).collect();
        Ok(signed.check(&self.origin, &keys)?.into_iter().cloned().collect())
    }
}

impl Trusted {
    fn of(origin: &str, change: &KeyChange, former: Verifier) -> Option<Self> {
        let key: Verifier = change.verifier.parse().ok()?;
        let (origin, next) = (origin.to_owned(), key.clone());
        let handover = Handover { origin, size: change.sequence, former, next };
        let is_handed_over = handover.check(&change.handover) == Ok(true);
        Some(Self { from: change.sequence + 1, key, is_handed_over })
    }
}

/// Checks the checkpoints that a ledger keeps, each under the size in its file's name,
/// against the roots of its tree at these sizes.
pub fn check_kept(
    state: &State,
    trust: &Trust,
    roots: &BTreeMap<u64, Node>,
    kept: &[KeptNote],
) -> CheckedCheckpoints {
    let mut checked = CheckedCheckpoints::default();
    for (_, size, note) in kept {
        let read = SignedCheckpoint::read(note).map_err(CheckpointTrouble::Signed);
        let found = read.and_then(|signed| {
            if signed.checkpoint.size == *size {
                check_one(state, trust, roots, &signed)
            } else {
                Err(CheckpointTrouble::OtherSize)
            }
        });
        match found {
            Ok(()) => checked.sound += 1,
            // That they were lost is recorded: nothing here is hidden.
            Err(CheckpointTrouble::Beyond(Some(_)) | CheckpointTrouble::OtherEntries(Some(_))) => {
                checked.lost += 1;
            }
            // So it is of one that was signed by a key that was lost with them.
            Err(CheckpointTrouble::Signed(CheckpointError::Note(NoteError::Unknown)))
                if is_lost(state, roots, note) =>
            {
                checked.lost += 1;
            }
            Err(trouble) => checked.troubles.push((size.to_string(), trouble)),
        }
    }
    checked
}

/// Whether a note covers entries that were lost, as an entry says.
fn is_lost(state: &State, roots: &BTreeMap<u64, Node>, note: &str) -> bool {
    let Ok(signed) = SignedCheckpoint::read(note) else { return false };
    let Checkpoint { size, root, .. } = signed.checkpoint;
    roots.get(&size) != Some(&root) && lost_after(state, size, &root).is_some()
}

/// Checks a checkpoint that somebody kept. That its entries were lost is no excuse here.
pub fn check_given(
    state: &State,
    trust: &Trust,
    roots: &BTreeMap<u64, Node>,
    given: &[(String, SignedCheckpoint)],
) -> CheckedCheckpoints {
    let mut checked = CheckedCheckpoints::default();
    for (name, signed) in given {
        match check_one(state, trust, roots, signed) {
            Ok(()) => checked.sound += 1,
            Err(trouble) => checked.troubles.push((name.clone(), trouble)),
        }
    }
    checked
}

fn check_one(
    state: &State,
    trust: &Trust,
    roots: &BTreeMap<u64, Node>,
    signed: &SignedCheckpoint,
) -> Result<(), CheckpointTrouble> {
    let (size, root) = (signed.checkpoint.size, &signed.checkpoint.root);
    let signers = trust.signers(signed).map_err(CheckpointTrouble::Signed)?;
    let lost = || lost_after(state, size, root);
    match roots.get(&size).filter(|_| size <= state.size()) {
        None => Err(CheckpointTrouble::Beyond(lost())),
        Some(found) if found != root => Err(CheckpointTrouble::OtherEntries(lost())),
        Some(_) if !trust.of_size(size).is_some_and(|key| signers.contains(key)) => {
            Err(CheckpointTrouble::OtherKey)
        }
        Some(_) => Ok(()),
    }
}

/// Why the ledger goes on without entries that were signed: as the entry says that names a
/// checkpoint of as many or more.
fn lost_after(state: &State, size: u64, root: &Node) -> Option<String> {
    let is_told = |change: &&KeyChange| {
        let Some(lost) = &change.lost else { return false };
        let named = SignedCheckpoint::read(&lost.checkpoint).map(|it| it.checkpoint);
        // Of as many entries as the one that is named there is no other.
        let is_within = |named: Checkpoint| size < named.size || (size == named.size && *root == named.root);
        lost.size < size && named.is_ok_and(is_within)
    };
    state.key_changes().iter().find(is_told).and_then(|change| change.reason.clone())
}
