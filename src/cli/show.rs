//! `jalon show`: one entry with all its versions, its documents and what is
//! sealed in it.

use super::context::Context;
use super::entry::record_of;
use super::{Format, Problem};
use crate::audit::named_in;
use crate::event::{Entry, EntryId, Evidence, Sealed};
use crate::figures::State;
use crate::ledger::{DeskError, Known, Reading};
use crate::present::{ShownEntry, show_json, show_text};
use crate::vault::{Documents, Vault};

/// Which entry.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The entry, by id or number.
    entry: String,
    /// In JSON, give in the clear what is sealed and can be opened here.
    #[arg(long)]
    open: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let reading = context.reading()?;
    let state = reading.state(Known::Now)?;
    let showing = Showing {
        reading: &reading,
        state: &state,
        documents: Documents::of(&context.ledger),
        vault: context.vault_of(&state),
    };
    let places = places(&state, &args.entry)?;
    let shown: Vec<ShownEntry> =
        places.into_iter().map(|sequence| showing.entry(sequence)).collect::<Result<_, _>>()?;
    match context.format {
        Format::Json => context.print_json(&show_json(&shown, args.open, state.notice())),
        Format::Text => {
            shown.iter().try_for_each(|it| context.print(&show_text(&context.messages, it)))?;
            context.print_notice(&state)
        }
    }
}

/// Where the versions of a record stand, or the one entry that is none.
fn places(state: &State, typed: &str) -> Result<Vec<u64>, Problem> {
    let unknown = match record_of(state, typed) {
        Ok(record) => return Ok(record.versions.iter().map(|version| version.sequence).collect()),
        Err(unknown) => unknown,
    };
    let by_place = || typed.trim_start_matches('#').parse().ok().filter(|it| *it < state.size());
    let by_id = || typed.parse::<EntryId>().ok().and_then(|id| state.sequence_of(id));
    by_place().or_else(by_id).map(|sequence| vec![sequence]).ok_or(unknown)
}

struct Showing<'a> {
    reading: &'a Reading,
    state: &'a State,
    documents: Documents,
    vault: Option<Vault>,
}

impl Showing<'_> {
    fn entry(&self, sequence: u64) -> Result<ShownEntry, Problem> {
        let line = self.reading.line(sequence)?.unwrap_or_default();
        let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
        let named = named_in(&entry.draft.data);
        let recorder = self.state.user_name(entry.author.user).cloned();
        let opened = |sealed: &Sealed| self.vault.as_ref().and_then(|vault| vault.open(sealed).ok());
        let sealed = named.sealed.into_iter().chain(recorder.clone());
        let is_there = |document: Evidence| {
            let is_there = self.documents.is_there(&document);
            (document, is_there)
        };
        Ok(ShownEntry {
            kind: self.state.short_kind(&entry.draft.kind).to_owned(),
            hash: self.state.hash(sequence).unwrap_or_default(),
            stored: serde_json::from_slice(&line).unwrap_or_default(),
            documents: named.documents.into_iter().flatten().map(is_there).collect(),
            sealed: sealed.map(|it| (it.clone(), opened(&it))).collect(),
            recorder,
            entry,
        })
    }
}
