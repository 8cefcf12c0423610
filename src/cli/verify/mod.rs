//! `jalon verify`: what can be recomputed is recomputed.

mod pack;
mod proof;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::context::Context;
use super::prove::read_checkpoint;
use super::waiting::Progress;
use super::{Format, Problem, Unproved, Usage};
use crate::audit::{
    BesideCheck, Finding, Notified, Trust, Verification, Verified, With, check_given, check_kept,
    check_values, check_year,
};
use crate::event::Day;
use crate::figures::{NoticeSent, State};
use crate::ledger::{Copies, DeskError, LogError, Lost, Reading, SealingError};
use crate::plan::Words;
use crate::present::{notice_text, verification_json, verification_text};
use crate::proof::{Node, SignedCheckpoint, Verifier};
use crate::vault::{Checkpoints, Documents, KeptNote, VaultError};

/// What is known from elsewhere.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder of an audit pack, which is checked instead: its entries, and what it
    /// says of them.
    #[arg(value_name = "PACK", conflicts_with_all = ["proof", "entry"])]
    pack: Option<PathBuf>,
    /// A checkpoint kept from before, which the ledger must still contain; may be given
    /// several times.
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// The verifier key as whoever gave it wrote it; without it the ledger's own word is
    /// taken for its key.
    #[arg(long, value_name = "VERIFIER-KEY")]
    key: Option<String>,
    /// Check this proof instead, without the ledger: with --entry that the entry is
    /// there, with --checkpoint that the newer one continues that one.
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// The entry as it is stored, one line.
    #[arg(long, value_name = "FILE", requires = "proof", conflicts_with = "checkpoint")]
    entry: Option<PathBuf>,
}

/// What was signed and is lost, or the file of which that cannot be told.
fn lost(found: Result<Option<Lost>, DeskError>) -> Result<Result<Option<Lost>, PathBuf>, Problem> {
    match found {
        Err(DeskError::Sealing(SealingError::Vault(VaultError::Checkpoint { path }))) => Ok(Err(path)),
        found => Ok(Ok(found?)),
    }
}

fn verifier(typed: &str) -> Result<Verifier, Usage> {
    typed.trim().parse().map_err(|_| Usage::Verifier(typed.to_owned()))
}

/// Checkpoints, each with what it is called by.
type Named<T> = Vec<(T, SignedCheckpoint)>;

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let key = args.key.as_deref().map(verifier).transpose()?;
    if let Some(proof) = &args.proof {
        return proof::check(context, args, key.as_ref(), proof);
    }
    let given = args.checkpoint.iter().map(|path| Ok((path.display().to_string(), read_checkpoint(path)?)));
    let given: Named<String> = given.collect::<Result<_, Problem>>()?;
    if let Some(folder) = &args.pack {
        return pack::check(context, folder, key.as_ref(), &given);
    }
    let mut copies = match context.copies() {
        Err(Problem::Log(error)) if context.format == Format::Json && !is_missing(&error) => {
            return unreadable(context, error);
        }
        other => other?,
    };
    let kept = Checkpoints::of(&context.ledger).all()?;
    let (mut verification, verified) = looked_through(context, &copies, sizes(&kept, &given))?;
    let state = if verification.is_sound() {
        let lost = lost(copies.twin.lost(&verified.state))?;
        check_own(&mut verification, &verified, &kept, lost);
        check_others(&mut verification, &verified, key.as_ref(), &given);
        Some(check_beside_and_values(context, &copies.twin, &mut verification, verified, &given)?)
    } else {
        None
    };
    let notice = state.as_ref().and_then(State::notice);
    if let Some(why) = copies.twin.take_damage() {
        verification.add_store(why);
    }
    told(context, &verification, notice)
}

/// Says what was checked.
fn told(context: &Context, verification: &Verification, notice: Option<&Words>) -> Result<(), Problem> {
    match context.format {
        Format::Json => context.print_json(&verification_json(verification, notice))?,
        Format::Text => {
            context.print(&verification_text(&context.messages, verification, Context::width()))?;
            context.print(&notice_text(&context.messages, notice, Context::width()))?;
        }
    }
    match (verification.is_sound(), verification.is_of_pack()) {
        (true, _) => Ok(()),
        (false, true) => Err(Unproved::PackNotSound.into()),
        (false, false) => Err(Problem::NotSound),
    }
}

const fn is_missing(error: &LogError) -> bool {
    matches!(error, LogError::Missing { .. })
}

/// A ledger that cannot be opened is one in which something was found: programs
/// get their document, and the exit code says that it cannot be opened.
fn unreadable(context: &Context, error: LogError) -> Result<(), Problem> {
    let verification = Verification::unreadable(error);
    context.print_json(&verification_json(&verification, None))?;
    Err(verification.into_log_error().map_or(Problem::NotSound, Problem::Log))
}

/// Both copies read through, with all that rests on them.
fn looked_through(
    context: &Context,
    copies: &Copies,
    wanted: BTreeSet<u64>,
) -> Result<(Verification, Verified), Problem> {
    let vault = copies.twin.opened().and_then(|opened| context.vault(opened.ledger).ok());
    let mut progress = Progress::begun(context, "verify-progress", copies.twin.size());
    let with = With {
        made: context.folder().made_again(&copies.twin)?,
        beside: Some(BesideCheck::new(Documents::of(&context.ledger), vault)),
        told: Some(&mut |size| progress.reached(size)),
        wanted,
        ..With::default()
    };
    Ok(Verification::of(copies, with))
}

/// At which sizes the root of the tree is asked for.
fn sizes(kept: &[KeptNote], given: &[(String, SignedCheckpoint)]) -> BTreeSet<u64> {
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

/// Those that somebody else kept, by the key that they have from elsewhere.
fn check_others(
    verification: &mut Verification,
    verified: &Verified,
    key: Option<&Verifier>,
    given: &[(String, SignedCheckpoint)],
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

/// What was written down when years were closed, each of what was known then.
fn check_years(
    verification: &mut Verification,
    twin: &Reading,
    state: &State,
    roots: &BTreeMap<u64, Node>,
    given: &[(String, SignedCheckpoint)],
) -> Result<(), Problem> {
    let (mut same, mut findings, mut notified) = (0, Vec::new(), Vec::new());
    for year in state.closed_years() {
        let known = twin.replayed_for_values_at(year.size)?;
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

/// What lies beside the log, and the values, of what the entries say.
fn check_beside_and_values(
    context: &Context,
    twin: &Reading,
    verification: &mut Verification,
    verified: Verified,
    given: &[(String, SignedCheckpoint)],
) -> Result<State, Problem> {
    let Verified { state, made, beside, roots, .. } = verified;
    verification.add_unfinished(&state);
    verification.add_derived(made.outline(), Finding::Outline);
    verification.add_derived(context.folder().check_index(&made, twin)?, Finding::Index);
    verification.add_derived(made.tree(), Finding::Tree);
    check_years(verification, twin, &state, &roots, given)?;
    verification.add_beside(beside.map(|beside| beside.done(&state)).unwrap_or_default());
    // Where a rule came later than what it reads, all is read once more.
    let state = if state.is_short() { twin.replayed_for_values()? } else { state };
    let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
    verification.add_values(check_values(&state, last));
    Ok(state)
}
