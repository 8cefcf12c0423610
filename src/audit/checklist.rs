//! A ledger checked whole, step by step, as `verify` says it.
//!
//! ```text
//! both copies ──one pass──▶ what was signed ──▶ closed years, each replayed ──▶ what lies beside ──▶ values
//!                 Entries                          Year                                              Values
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::closings::check_year;
use super::documents::BesideCheck;
use super::finding::Finding;
use super::pass::{Verified, With};
use super::signed::{Trust, check_given, check_kept};
use super::values::check_values;
use super::verification::{Notified, Unkept, Verification};
use crate::event::Day;
use crate::figures::{ClosedYear, NoticeSent, State};
use crate::ledger::{Copies, DeskError, Folder, LogError, Lost, MadeAgain, Reading, SealingError};
use crate::proof::{Node, SignedCheckpoint, Verifier};
use crate::vault::{Checkpoints, Documents, KeptNote, Vault, VaultError};

/// A checkpoint that somebody kept, by the name of its file.
pub type Given = (String, SignedCheckpoint);

/// What is known from elsewhere, and what opens sealed values.
#[derive(Default)]
pub struct Elsewhere {
    /// Checkpoints that somebody kept, which the ledger must still contain.
    pub given: Vec<Given>,
    /// The verifier key as whoever gave it wrote it.
    pub key: Option<Verifier>,
    /// What opens sealed values; where there is none they are not checked.
    pub vault: Option<Vault>,
}

/// What takes its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Every entry is read, hashed and held to those before it, in both copies.
    Entries,
    /// The entries that were known when a year was closed are replayed.
    Year(Day),
    /// All are replayed once more, where a rule came later than what it reads.
    Values,
}

/// How far a step is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Headway {
    /// Which.
    pub step: Step,
    /// Entries that are done.
    pub done: u64,
    /// Entries that there are.
    pub all: u64,
}

/// Checks all that can be recomputed of a ledger, telling how far that is. The state is
/// there where the entries are sound: values and what lies beside them are checked then.
pub fn verify_ledger<E: From<DeskError> + From<LogError> + From<VaultError>>(
    folder: &Folder,
    copies: &mut Copies,
    elsewhere: Elsewhere,
    told: &mut dyn FnMut(Headway),
) -> Result<(Verification, Option<State>), E> {
    let Elsewhere { given, key, vault } = elsewhere;
    let kept = Checkpoints::of(copies.twin.dir()).all()?;
    let (mut verification, verified) = looked_through(folder, copies, vault, sizes(&kept, &given), told)?;
    let state = if verification.is_sound() {
        let lost = lost::<E>(copies.twin.lost(&verified.state))?;
        check_own(&mut verification, &verified, &kept, lost);
        verification.unkept = unkept(&verified.state, &kept);
        check_others(&mut verification, &verified, key.as_ref(), &given);
        check_derived(folder, &copies.twin, &mut verification, &verified.made)?;
        Some(check_said(&copies.twin, &mut verification, verified, &given, told)?)
    } else {
        None
    };
    if let Some(why) = copies.twin.take_damage() {
        verification.add_store(why);
    }
    Ok((verification, state))
}

/// What was signed and is lost, or the file of which that cannot be told.
fn lost<E: From<DeskError>>(
    found: Result<Option<Lost>, DeskError>,
) -> Result<Result<Option<Lost>, PathBuf>, E> {
    match found {
        Err(DeskError::Sealing(SealingError::Vault(VaultError::Checkpoint { path }))) => Ok(Err(path)),
        found => Ok(Ok(found?)),
    }
}

/// Both copies read through, with all that rests on them.
fn looked_through(
    folder: &Folder,
    copies: &Copies,
    vault: Option<Vault>,
    wanted: BTreeSet<u64>,
    told: &mut dyn FnMut(Headway),
) -> Result<(Verification, Verified), LogError> {
    let all = copies.twin.size();
    let with = With {
        made: folder.made_again(&copies.twin)?,
        beside: Some(BesideCheck::new(Documents::of(copies.twin.dir()), vault)),
        told: Some(&mut |done| told(Headway { step: Step::Entries, done, all })),
        wanted,
        ..With::default()
    };
    Ok(Verification::of(copies, with))
}

/// At which sizes the root of the tree is asked for.
pub fn sizes(kept: &[KeptNote], given: &[Given]) -> BTreeSet<u64> {
    let given = given.iter().map(|(_, signed)| signed.checkpoint.size);
    kept.iter().map(|(_, size, _)| *size).chain(given).collect()
}

/// The checkpoints that were signed of the ledger on this computer.
fn check_own(
    verification: &mut Verification,
    verified: &Verified,
    kept: &[KeptNote],
    lost: Result<Option<Lost>, PathBuf>,
) {
    if let Some(own) = Trust::of(&verified.state, None) {
        verification.add_kept(check_kept(&verified.state, &own, &verified.roots, kept));
    }
    match lost {
        Ok(Some(lost)) => verification.add_lost(lost.signed.checkpoint.size),
        Ok(None) => {}
        Err(path) => verification.add_unread(path),
    }
}

/// The checkpoints of closings that are kept in no file.
fn unkept(state: &State, kept: &[KeptNote]) -> Vec<Unkept> {
    let is_kept = |year: &&ClosedYear| kept.iter().any(|(_, _, note)| *note == year.checkpoint);
    let years = state.closed_years().iter().filter(|year| !is_kept(year));
    years.map(|year| Unkept { sequence: year.sequence, size: year.size }).collect()
}

/// The checkpoints that somebody else kept, by the key that they have from elsewhere.
pub fn check_others(
    verification: &mut Verification,
    verified: &Verified,
    key: Option<&Verifier>,
    given: &[Given],
) {
    let (state, roots) = (&verified.state, &verified.roots);
    verification.key = key.cloned();
    match (Trust::of(state, key), key) {
        (Some(trust), key) => {
            verification.add_given(check_given(state, &trust, roots, given));
            if let Some(key) = key.filter(|_| !trust.reaches(state, state.size())) {
                verification.add_lost_key(key.clone());
            }
        }
        (None, Some(key)) => verification.add_strange_key(key.clone()),
        (None, None) => {}
    }
}

/// What is derived from the entries and kept beside them.
fn check_derived(
    folder: &Folder,
    twin: &Reading,
    verification: &mut Verification,
    made: &MadeAgain,
) -> Result<(), DeskError> {
    verification.add_derived(made.outline(), Finding::Outline);
    verification.add_derived(folder.check_index(made, twin)?, Finding::Index);
    verification.add_derived(made.tree(), Finding::Tree);
    Ok(())
}

/// What the entries say, of a ledger or of a pack: nothing begun is left undone, years were
/// closed with the values of then, the documents are those named, and each value follows.
pub fn check_said(
    twin: &Reading,
    verification: &mut Verification,
    verified: Verified,
    given: &[Given],
    told: &mut dyn FnMut(Headway),
) -> Result<State, DeskError> {
    let Verified { state, beside, roots, .. } = verified;
    verification.add_said(&state);
    check_years(verification, twin, (&state, &roots), given, told)?;
    verification.add_beside(beside.map(|beside| beside.done(&state)).unwrap_or_default());
    // Where a rule came later than what it reads, all is read once more.
    let state = if state.is_short() { replayed(twin, Step::Values, state.size(), told)? } else { state };
    let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
    verification.add_values(check_values(&state, last));
    Ok(state)
}

/// What was written down when years were closed, each of what was known then.
fn check_years(
    verification: &mut Verification,
    twin: &Reading,
    (state, roots): (&State, &BTreeMap<u64, Node>),
    given: &[Given],
    told: &mut dyn FnMut(Headway),
) -> Result<(), DeskError> {
    let (mut same, mut findings, mut notified) = (0, Vec::new(), Vec::new());
    for year in state.closed_years() {
        let known = replayed(twin, Step::Year(year.as_at), year.size, told)?;
        let (sound, found) = check_year(year, &known, roots);
        same += sound;
        findings.extend(found);
        let sent = |sent: &NoticeSent| Notified { to: sent.to.clone(), as_at: year.as_at, size: year.size };
        // Whoever gives the one that was sent needs not ask for it.
        let is_given = given.iter().any(|(_, signed)| signed.note.to_string() == year.checkpoint);
        notified.extend(year.sent.iter().filter(|_| !is_given).map(sent));
    }
    verification.add_years(same, findings, notified);
    Ok(())
}

/// What the first entries say, so many, from these alone.
fn replayed(
    twin: &Reading,
    step: Step,
    size: u64,
    told: &mut dyn FnMut(Headway),
) -> Result<State, DeskError> {
    twin.replayed_for_values_at(size, &mut |done| told(Headway { step, done, all: size }))
}
