//! `jalon verify`: what can be recomputed is recomputed.

mod pack;
mod proof;

use std::path::PathBuf;

use super::context::Context;
use super::prove::read_checkpoint;
use super::waiting::Progress;
use super::{Format, Problem, Unproved, Usage};
use crate::audit::{Elsewhere, Given, Headway, Step, Verification, verify_ledger};
use crate::figures::State;
use crate::ledger::LogError;
use crate::plan::Words;
use crate::present::{notice_text, verification_json, verification_text};
use crate::proof::Verifier;

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
    /// taken for its key. Of a proof that one checkpoint continues another may be given twice:
    /// the key that signed the older one, and the one that it handed over to.
    #[arg(long, value_name = "VERIFIER-KEY")]
    key: Vec<String>,
    /// Check this proof instead, without the ledger: with --entry that the entry is
    /// there, with --checkpoint that the newer one continues that one.
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// The entry as it is stored, one line.
    #[arg(long, value_name = "FILE", requires = "proof", conflicts_with = "checkpoint")]
    entry: Option<PathBuf>,
}

fn verifier(typed: &str) -> Result<Verifier, Usage> {
    typed.trim().parse().map_err(|_| Usage::Verifier(typed.to_owned()))
}

/// The key, where no more than one can be meant.
fn one_of(keys: &[Verifier]) -> Result<Option<Verifier>, Usage> {
    if keys.len() > 1 { Err(Usage::OneKey) } else { Ok(keys.first().cloned()) }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let keys: Vec<Verifier> = args.key.iter().map(|typed| verifier(typed)).collect::<Result<_, _>>()?;
    if let Some(proof) = &args.proof {
        return proof::check(context, args, &keys, proof);
    }
    let key = one_of(&keys)?;
    let given = args.checkpoint.iter().map(|path| Ok((path.display().to_string(), read_checkpoint(path)?)));
    let given: Vec<Given> = given.collect::<Result<_, Problem>>()?;
    if let Some(folder) = &args.pack {
        return pack::check(context, folder, key.as_ref(), &given);
    }
    let mut copies = match context.copies() {
        Err(Problem::Log(error)) if context.format == Format::Json && !is_missing(&error) => {
            return unreadable(context, error);
        }
        other => other?,
    };
    let vault = copies.twin.opened().and_then(|opened| context.vault(opened.ledger).ok());
    let mut steps = Steps::of(context);
    let elsewhere = Elsewhere { given, key, vault };
    let (verification, state) =
        verify_ledger::<Problem>(&context.folder(), &mut copies, elsewhere, &mut |headway| {
            steps.reached(headway);
        })?;
    drop(steps);
    let notice = state.as_ref().and_then(State::notice);
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
        _ if verification.is_given_alone() => Err(Unproved::GivenNotOfIt.into()),
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

/// The step that is under way, with its bar.
struct Steps<'c> {
    context: &'c Context,
    of: Option<((Step, u64), Progress<'c>)>,
}

impl<'c> Steps<'c> {
    const fn of(context: &'c Context) -> Self {
        Self { context, of: None }
    }

    /// A step has come so far.
    fn reached(&mut self, headway: Headway) {
        let step = (headway.step, headway.all);
        if self.of.as_ref().is_none_or(|(it, _)| *it != step) {
            // The bar before goes before the next one is shown.
            self.of = None;
            let words = match headway.step {
                Step::Entries => "verify-progress",
                Step::Year(_) => "verify-progress-year",
                Step::Values => "verify-progress-values",
            };
            self.of = Some((step, Progress::begun(self.context, words, headway.all)));
        }
        if let Some((_, progress)) = &mut self.of {
            progress.reached(headway.done);
        }
    }
}
