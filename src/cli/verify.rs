//! `jalon verify`: what can be recomputed is recomputed.

use super::Problem;
use super::context::Context;
use crate::audit::verify_lines;
use crate::log::TwinReader;

/// No arguments yet.
#[derive(clap::Args, Debug)]
pub struct Args {}

fn fault(source: crate::audit::Fault) -> Problem {
    Problem::Fault { path: None, source: Box::new(source) }
}

pub(super) fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let log = context.log()?;
    let store = verify_lines(log.read(0)?).map_err(fault)?;
    // The store is held by this process; the twin is read beside it.
    let twin = TwinReader::open(&context.ledger)?;
    let lines = crate::log::Log::read(&twin, 0)?;
    let twin = verify_lines(lines).map_err(fault)?;
    if store != twin {
        return Err(Problem::Copies);
    }
    let m = &context.messages;
    context.print(&format!("{store}\n{}\n", m.word("verify-unknown")))
}
