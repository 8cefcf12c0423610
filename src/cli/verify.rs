//! `jalon verify`: what can be recomputed is recomputed.

use super::context::Context;
use super::waiting::Progress;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Finding, Verification, Verified, With, check_values};
use crate::event::Day;
use crate::figures::State;
use crate::ledger::{Copies, LogError, Reading};
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
    let (mut verification, verified) = looked_through(context, &copies)?;
    let state = if verification.is_sound() {
        Some(check_beside_and_values(context, &copies.twin, &mut verification, verified)?)
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

/// Both copies read through, with all that rests on them.
fn looked_through(context: &Context, copies: &Copies) -> Result<(Verification, Verified), Problem> {
    let vault = copies.twin.opened().and_then(|opened| context.vault(opened.ledger).ok());
    let mut progress = Progress::begun(context, "verify-progress", copies.twin.size());
    let with = With {
        made: context.folder().made_again(&copies.twin)?,
        beside: Some(BesideCheck::new(Documents::of(&context.ledger), vault)),
        told: Some(&mut |size| progress.reached(size)),
        ..With::default()
    };
    Ok(Verification::of(copies, with))
}

/// What lies beside the log, and the values, of what the entries say.
fn check_beside_and_values(
    context: &Context,
    twin: &Reading,
    verification: &mut Verification,
    verified: Verified,
) -> Result<State, Problem> {
    let Verified { state, made, beside, .. } = verified;
    verification.add_unfinished(&state);
    verification.add_derived(made.outline(), Finding::Outline);
    verification.add_derived(context.folder().check_index(&made, twin)?, Finding::Index);
    verification.add_beside(beside.map(|beside| beside.done(&state)).unwrap_or_default());
    // Where a rule came later than what it reads, all is read once more.
    let state = if state.is_short() { twin.replayed_for_values()? } else { state };
    let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
    verification.add_values(check_values(&state, last));
    Ok(state)
}
