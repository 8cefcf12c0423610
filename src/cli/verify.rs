//! `jalon verify`: what can be recomputed is recomputed.

use super::context::Context;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Verification, check_values};
use crate::event::{Day, Entry};
use crate::ledger::{DeskError, Known, Reading};
use crate::present::{verification_json, verification_text};
use crate::vault::Documents;

/// No arguments yet.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub(super) fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let copies = context.copies()?;
    let mut verification = Verification::of(&copies);
    if verification.is_sound() {
        check_beside_and_values(context, &copies.twin, &mut verification)?;
    }
    match context.format {
        Format::Json => context.print_json(&verification_json(&verification))?,
        Format::Text => context.print(&verification_text(&context.messages, &verification))?,
    }
    if verification.is_sound() { Ok(()) } else { Err(Problem::NotSound) }
}

fn check_beside_and_values(
    context: &Context,
    twin: &Reading,
    verification: &mut Verification,
) -> Result<(), Problem> {
    let state = twin.state(Known::Now)?;
    verification.add_batches(&state);
    let mut beside = BesideCheck::new(Documents::of(&context.ledger), context.vault_of(&state));
    for (sequence, line) in (0..).zip(twin.lines()?) {
        beside.entry(&Entry::read(&line?).map_err(|source| DeskError::Entry { sequence, source })?);
    }
    verification.add_beside(beside.done());
    let last = state.recorded().and_then(|moment| moment.day(state.zone())).unwrap_or(Day::FIRST);
    verification.add_values(check_values(&state, last));
    Ok(())
}
