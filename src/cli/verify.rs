//! `jalon verify`: what can be recomputed is recomputed.

use super::context::Context;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Finding, Verification, check_values};
use crate::event::{Day, Entry};
use crate::figures::State;
use crate::ledger::{DeskError, Known, LogError, Reading};
use crate::present::{notice_text, verification_json, verification_text};
use crate::vault::Documents;

/// No arguments yet.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub(super) fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let mut copies = match context.copies() {
        Err(Problem::Log(error)) if context.format == Format::Json && !is_missing(&error) => {
            return unreadable(context, error);
        }
        other => other?,
    };
    let mut verification = Verification::of(&copies);
    let state = if verification.is_sound() {
        Some(check_beside_and_values(context, &copies.twin, &mut verification)?)
    } else {
        None
    };
    let notice = state.as_ref().and_then(State::notice);
    if let Some(why) = copies.twin.take_damage() {
        verification.add_store(why);
    }
    match context.format {
        Format::Json => context.print_json(&verification_json(&verification, notice))?,
        Format::Text => {
            context.print(&verification_text(&context.messages, &verification, Context::width()))?;
            context.print(&notice_text(&context.messages, notice, Context::width()))?;
        }
    }
    if verification.is_sound() { Ok(()) } else { Err(Problem::NotSound) }
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

/// What lies beside the log, and the values, of what the entries say.
fn check_beside_and_values(
    context: &Context,
    twin: &Reading,
    verification: &mut Verification,
) -> Result<State, Problem> {
    let state = twin.state(Known::Now)?;
    verification.add_batches(&state);
    verification.add_derived(context.folder().check_outline(twin)?, Finding::Outline);
    verification.add_derived(context.folder().check_index(twin)?, Finding::Index);
    let mut beside = BesideCheck::new(Documents::of(&context.ledger), context.vault_of(&state));
    for (sequence, line) in (0..).zip(twin.lines()?) {
        beside.entry(&Entry::read(&line?).map_err(|source| DeskError::Entry { sequence, source })?);
    }
    verification.add_beside(beside.done());
    let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
    verification.add_values(check_values(&state, last));
    Ok(state)
}
