//! `jalon verify`: what can be recomputed is recomputed.

use super::Problem;
use super::context::Context;
use crate::audit::verify_lines;
use crate::log::TwinReader;

/// No arguments yet.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub(super) fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let log = context.log()?;
    let store = verify_lines(log.read(0)?).map_err(|fault| Problem::Check(fault.to_string()))?;
    // The store is held by this process; the twin is read beside it.
    let twin = TwinReader::open(&context.ledger)?;
    let lines = crate::log::Log::read(&twin, 0)?;
    let twin = verify_lines(lines).map_err(|fault| Problem::Check(fault.to_string()))?;
    if store != twin {
        return Err(Problem::Check(format!("the two copies differ: {store} and {twin}")));
    }
    let m = &context.messages;
    context.print(&format!("{store}\n{}\n", m.word("verify-unknown")))
}
