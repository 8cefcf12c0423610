//! `jalon show`: one entry with all its versions.

use super::context::Context;
use super::entry::record_of;
use super::{Format, Problem};
use crate::event::Entry;
use crate::ledger::{Known, replay};
use crate::present::period_words;

/// Which entry.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The entry, by id or number.
    entry: String,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let log = context.log()?;
    let state = replay(log.as_ref(), Known::Now)?;
    let record = record_of(&state, &args.entry)?;
    for version in &record.versions {
        let line = log.get(version.sequence)?.unwrap_or_default();
        let entry = Entry::read(&line)
            .map_err(|source| crate::ledger::DeskError::Entry { sequence: version.sequence, source })?;
        let json: serde_json::Value = serde_json::from_slice(&line).unwrap_or_default();
        if context.format == Format::Json {
            context.print_json(&json)?;
            continue;
        }
        let period = period_words(&context.messages, version.occurred);
        let hash = state.hash(version.sequence).unwrap_or_default();
        context.print(&format!("#{} · {} · {period}\n", version.sequence, record.kind))?;
        context.print(&format!("{} · {} · {hash}\n", entry.draft.id, entry.recorded))?;
        context.print(&format!("{}\n", serde_json::to_string_pretty(&json["data"]).unwrap_or_default()))?;
    }
    Ok(())
}
