//! `jalon evidence add`: documents for an entry that is there.

use super::super::Problem;
use super::super::context::Context;
use super::super::entry::receipts;
use super::super::named::sequence_of;
use super::super::problem::PaperTrouble;
use super::given::keep;
use crate::event::{EntryId, MAX_TEXT, clean};
use crate::figures::State;
use crate::ledger::Command;

/// Which entry, and which documents.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The entry, by id or number.
    entry: String,
    /// A document, copied beside the ledger; several may be given. Before it may stand
    /// what it is and a colon, as with --evidence.
    #[arg(value_name = "DOCUMENT", required = true)]
    documents: Vec<String>,
    /// A remark in words.
    #[arg(long)]
    note: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open()?;
    // Nothing is copied for an entry that is not there.
    let entry = original(desk.state(), &args.entry)?;
    let evidence = keep(context, &args.documents)?;
    let note = args.note.as_deref().map(|note| clean(note, MAX_TEXT)).transpose()?;
    let command = Command::AddEvidence { entry, evidence, note };
    let done = desk.execute(context, command)?;
    receipts(context, desk.state(), &done)
}

/// The id of the entry that was typed; of a correction that of its original.
fn original(state: &State, typed: &str) -> Result<EntryId, Problem> {
    let unknown = || Problem::Entry(typed.to_owned());
    let place = sequence_of(state, typed).ok_or_else(unknown)?;
    if let Some((record, _)) = state.version_at(place) {
        return Ok(record.id);
    }
    let note = state.notes().iter().find(|note| note.sequence == place).map(|note| note.id);
    let sent = || state.publications().iter().find(|sent| sent.sequence == place).map(|sent| sent.id);
    note.or_else(sent).ok_or_else(|| PaperTrouble::TakesNone(place).into())
}
