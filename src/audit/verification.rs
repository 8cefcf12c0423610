//! What was checked of a ledger, check by check, as plain data.

use std::path::PathBuf;

use super::check::{Check, Checked, Outcome};
use super::closings::YearFinding;
use super::documents::Beside;
use super::finding::{Finding, PackFinding, WhichCopy};
use super::pass::{Verified, With, verify};
use super::signed::{CheckedCheckpoints, CheckpointTrouble};
use super::values::Values;
use super::verify::{Fault, Sound, verify_beside};
use crate::event::Day;
use crate::figures::State;
use crate::ledger::{Copies, LogError, Notice, Reading, Through};
use crate::proof::{Node, SignedCheckpoint, Verifier};

/// Somebody who was sent the notice of a closing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notified {
    /// Who.
    pub to: String,
    /// The last day of the year.
    pub as_at: Day,
    /// How many entries the checkpoint covers.
    pub size: u64,
}

/// That a ledger goes on without entries that were signed, as an entry of it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resumed {
    /// The entry that says so.
    pub sequence: u64,
    /// How many entries were left.
    pub size: u64,
    /// How many had been signed.
    pub signed: u64,
}

/// A checkpoint that a closing holds and that is kept in no file any more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unkept {
    /// The entry of the closing.
    pub sequence: u64,
    /// How many entries it covers.
    pub size: u64,
}

/// What was checked of a ledger.
#[derive(Debug)]
pub struct Verification {
    /// The end of the log, where it is sound.
    pub end: Option<Sound>,
    /// The root of the tree over its entries then.
    pub root: Option<Node>,
    /// Every check.
    pub checks: Vec<Checked>,
    /// Everything that is not as it should be.
    pub findings: Vec<Finding>,
    /// Who was sent a checkpoint of it, and may still have that.
    pub notified: Vec<Notified>,
    /// The key by which its checkpoints were judged, where somebody gave one.
    pub key: Option<Verifier>,
    /// Imports that stopped before their end: their entries count, and the same
    /// file continues them.
    pub unfinished: Vec<u64>,
    /// Erasures that were asked for and not done, by the entries that ask.
    pub unerased: Vec<u64>,
    /// Where it goes on without entries that were signed.
    pub resumed: Vec<Resumed>,
    /// Checkpoints of closings that it does not keep.
    pub unkept: Vec<Unkept>,
    /// Whether its key is published, so that anybody can sign as it does.
    pub is_demonstration: bool,
    /// Whether its store was made from its lines when it was opened: then there was no
    /// second copy to compare.
    pub is_store_new: bool,
}

impl Verification {
    /// Of a log that cannot be opened: the only finding is why.
    pub fn unreadable(error: LogError) -> Self {
        let mut verification = Self::unchecked();
        verification.find(Finding::Unreadable(error));
        verification
    }

    /// Why the log cannot be opened, where that was found.
    pub fn into_log_error(self) -> Option<LogError> {
        self.findings.into_iter().find_map(|finding| match finding {
            Finding::Unreadable(error) => Some(error),
            _ => None,
        })
    }

    /// Of a pack of which nothing can be checked.
    pub fn of_no_pack() -> Self {
        Self::unchecked().of_pack()
    }

    fn unchecked() -> Self {
        let unchecked =
            |check| Checked { check, outcome: Outcome::Unchecked, count: 0, unchecked: 0, erased: 0 };
        Self {
            end: None,
            root: None,
            notified: vec![],
            key: None,
            checks: Check::ALL.map(unchecked).to_vec(),
            findings: vec![],
            unfinished: vec![],
            unerased: vec![],
            resumed: vec![],
            unkept: vec![],
            is_demonstration: false,
            is_store_new: false,
        }
    }

    /// Of both copies: the twin is read through with all that rests on it, and
    /// compared with the store. Where they are not the same each is judged on its
    /// own.
    pub fn of<'c>(copies: &'c Copies, with: With<'c>) -> (Self, Verified) {
        let mut verified = verify(&Through::of(&copies.twin), With { other: copies.store.as_ref(), ..with });
        let mut verification = Self::unchecked();
        let is_rebuilt = |it: &Notice| matches!(it, Notice::StoreRebuilt { .. });
        verification.is_store_new = copies.twin.notices().iter().any(is_rebuilt);
        let both = copies.store.as_ref().filter(|_| !verified.compared.same);
        let store = both.map(|store| judged(store, verified.compared.failure.take()));
        let store = store.filter(|store| !is_one_log(store, &verified.end));
        let differ = both.filter(|_| store.is_some()).and_then(|store| first_difference(store, &copies.twin));
        if let (Ok(end), None | Some(Ok(_)), None) = (&verified.end, &store, differ) {
            verification.log(*end, copies.store.is_some() && !verification.is_store_new);
            verification.root = verified.roots.get(&end.size).copied();
            return (verification, verified);
        }
        let twin = std::mem::replace(&mut verified.end, Ok(Sound::NONE));
        let faults = [(WhichCopy::Twin, twin.err()), (WhichCopy::Store, store.and_then(Result::err))];
        let faults = faults.into_iter().filter_map(|(side, fault)| Some((side, fault?)));
        faults.for_each(|(side, fault)| verification.find(Finding::Log(side, fault)));
        if let Some(sequence) = differ {
            verification.find(Finding::Copies { sequence });
        }
        (verification, verified)
    }

    /// Whether nothing was found that is not as it should be.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    fn log(&mut self, end: Sound, both: bool) {
        self.end = Some(end);
        self.set(Check::Form, end.size, 0);
        self.set(Check::Chain, end.size, 0);
        if both {
            self.set(Check::Copies, end.size, 0);
        }
    }

    /// Adds what was found beside the log.
    pub fn add_beside(&mut self, beside: Beside) {
        self.set(Check::Documents, beside.documents, 0);
        self.set(Check::Sealed, beside.sealed, beside.without_key);
        let sealed = self.checks.iter_mut().filter(|it| it.check == Check::Sealed);
        sealed.for_each(|it| it.erased = beside.erased);
        beside.findings.into_iter().for_each(|finding| self.find(Finding::Beside(finding)));
    }

    /// Adds why the store cannot be used.
    pub fn add_store(&mut self, why: LogError) {
        self.find(Finding::Store(why));
    }

    /// Adds what was found of something that is made from the entries: up to where it
    /// goes and whether it is as it should be, else the finding.
    pub fn add_derived(&mut self, found: Option<(u64, bool)>, finding: Finding) {
        self.set(finding.check(), found.map_or(0, |(size, _)| size), 0);
        if let Some((_, false)) = found {
            self.find(finding);
        }
    }

    /// Adds what was found of the checkpoints that the ledger keeps.
    pub fn add_kept(&mut self, checked: CheckedCheckpoints) {
        self.set(Check::Signed, checked.sound, checked.lost);
        let finding = |(size, trouble)| Finding::Kept { size, trouble };
        checked.troubles.into_iter().for_each(|found| self.find(finding(found)));
    }

    /// Adds what was found of closed years: how many of their values are those that the
    /// entries gave, and to whom their notices were sent.
    pub fn add_years(&mut self, same: u64, findings: Vec<YearFinding>, notified: Vec<Notified>) {
        self.set(Check::Closed, same, 0);
        self.notified = notified;
        for finding in findings {
            self.find(Finding::Year(finding));
        }
    }

    /// Adds that a checkpoint of so many entries was signed which the ledger does not
    /// contain, unless that was found of one that it keeps.
    pub fn add_lost(&mut self, size: u64) {
        let size = size.to_string();
        let is_it =
            |finding: &Finding| matches!(finding, Finding::Kept { size: known, .. } if *known == size);
        if !self.findings.iter().any(is_it) {
            self.find(Finding::Kept { size, trouble: CheckpointTrouble::Beyond(None) });
        }
    }

    /// Adds that what is remembered of what was signed cannot be read, unless that was
    /// found of a checkpoint that is kept.
    pub fn add_unread(&mut self, path: PathBuf) {
        if self.findings.iter().all(|finding| finding.check() != Check::Signed) {
            self.find(Finding::Unread(path));
        }
    }

    /// Adds what was found of the checkpoints that somebody kept, if any.
    pub fn add_given(&mut self, checked: CheckedCheckpoints) {
        if checked.sound > 0 {
            self.set(Check::Checkpoint, checked.sound, 0);
        }
        let finding = |(name, trouble)| Finding::Given { name, trouble };
        checked.troubles.into_iter().for_each(|found| self.find(finding(found)));
    }

    /// Adds that the key by which somebody goes is none of the ledger.
    pub fn add_strange_key(&mut self, key: Verifier) {
        self.find(Finding::Key(key));
    }

    /// Adds that the key by which somebody goes handed nothing over to the one that signs
    /// now.
    pub fn add_lost_key(&mut self, key: Verifier) {
        self.find(Finding::LostKey(key));
    }

    /// Whether all that was found is that what somebody gave is none of the ledger's: it says
    /// nothing of the ledger itself.
    pub fn is_given_alone(&self) -> bool {
        let is_given = |finding: &Finding| {
            let is_unsigned = |it: &CheckpointTrouble| {
                matches!(it, CheckpointTrouble::Signed(_) | CheckpointTrouble::OtherKey)
            };
            match finding {
                Finding::Given { trouble, .. } => is_unsigned(trouble),
                Finding::Key(_) | Finding::LostKey(_) => true,
                _ => false,
            }
        };
        !self.is_sound() && self.findings.iter().all(is_given)
    }

    /// Adds what entries say that is to be known: imports that stopped before their end,
    /// erasures that were asked for and not done, that entries were lost, and whether the
    /// key is published.
    pub fn add_said(&mut self, state: &State) {
        self.is_demonstration = state.opened().is_some_and(|opened| opened.demonstration);
        let resumed = state.key_changes().iter().filter_map(|change| {
            let lost = change.lost.as_ref()?;
            let signed = SignedCheckpoint::read(&lost.checkpoint).ok()?.checkpoint.size;
            Some(Resumed { sequence: change.sequence, size: lost.size, signed })
        });
        self.resumed = resumed.collect();
        let unerased = state.erasures().filter(|(_, erasure)| erasure.done.is_none());
        self.unerased = unerased.map(|(_, erasure)| erasure.sequence).collect();
        self.unerased.sort_unstable();
        let unfinished = state.batches().values().filter(|it| !it.completed && it.withdrawn.is_none());
        self.unfinished = unfinished.map(|batch| batch.sequence).collect();
        self.unfinished.sort_unstable();
    }

    /// The same of a pack, which has one copy and nothing that is derived, and states what
    /// was found of its files besides.
    #[must_use]
    pub fn of_pack(mut self) -> Self {
        self.checks.retain(|it| Check::OF_PACK.contains(&it.check));
        for finding in &mut self.findings {
            if let Finding::Log(side, _) = finding {
                *side = WhichCopy::Pack;
            }
        }
        let unchecked =
            |check| Checked { check, outcome: Outcome::Unchecked, count: 0, unchecked: 0, erased: 0 };
        self.checks.extend([Check::Files, Check::Claims, Check::Written].map(unchecked));
        self
    }

    /// Adds what was found of the checkpoint in a pack: nothing excuses that it covers
    /// other entries than those that are there.
    pub fn add_own(&mut self, size: u64, checked: CheckedCheckpoints) {
        self.set(Check::Signed, checked.sound, 0);
        let finding = |(_, trouble)| Finding::Kept { size: size.to_string(), trouble };
        checked.troubles.into_iter().for_each(|found| self.find(finding(found)));
    }

    /// Whether a pack was looked at.
    pub fn is_of_pack(&self) -> bool {
        self.checks.iter().any(|it| it.check == Check::Files)
    }

    /// Adds what was found of a part of a pack: how many things are as they should be, and
    /// how many could not be looked at.
    pub fn add_pack(&mut self, check: Check, count: u64, unchecked: u64, findings: Vec<PackFinding>) {
        self.set(check, count, unchecked);
        self.find_in_pack(findings);
    }

    /// Adds what was found in a pack.
    pub fn find_in_pack(&mut self, findings: Vec<PackFinding>) {
        for finding in findings {
            self.find(Finding::Pack(finding));
        }
    }

    /// Adds what was found of values.
    pub fn add_values(&mut self, values: Values) {
        self.set(Check::Values, values.count, 0);
        values.findings.into_iter().for_each(|finding| self.find(Finding::Value(finding)));
    }

    fn find(&mut self, finding: Finding) {
        let check = finding.check();
        self.findings.push(finding);
        self.checks.iter_mut().filter(|it| it.check == check).for_each(|it| it.outcome = Outcome::Failed);
    }

    fn set(&mut self, check: Check, count: u64, unchecked: u64) {
        let outcome = if count == 0 && unchecked > 0 { Outcome::Unchecked } else { Outcome::Sound };
        let known = self.checks.iter_mut().filter(|it| it.check == check);
        known.for_each(|it| *it = Checked { check, outcome, count, unchecked, erased: 0 });
    }
}

/// Whether both copies are sound and end alike, and so are the same.
fn is_one_log(store: &Result<Sound, Fault>, twin: &Result<Sound, Fault>) -> bool {
    matches!((store, twin), (Ok(store), Ok(twin)) if store == twin)
}

/// A copy judged on its own. Where it failed when it was compared, that is why it
/// cannot be read once more.
fn judged(copy: &Reading, failure: Option<LogError>) -> Result<Sound, Fault> {
    let found = verify_beside(&Through::of_lines(copy), copy.dir());
    match (found, failure) {
        (Err(Fault::Log(LogError::Stopped)), Some(failure)) => Err(Fault::Log(failure)),
        (found, _) => found,
    }
}

/// The first place at which the copies do not hold the same line, as far as
/// both can be read.
fn first_difference(store: &Reading, twin: &Reading) -> Option<u64> {
    let (mut store, mut twin) = (store.lines().ok()?, twin.lines().ok()?);
    for sequence in 0.. {
        match (store.next(), twin.next()) {
            (Some(Ok(one)), Some(Ok(other))) if one == other => {}
            (Some(Err(_)), _) | (_, Some(Err(_))) | (None, None) => return None,
            _ => return Some(sequence),
        }
    }
    None
}
