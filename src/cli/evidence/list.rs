//! `jalon evidence list`: documents, with the entries that they back.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::{Format, Problem};
use super::{backed, kind};
use crate::audit::{WantedPapers, papers};
use crate::ledger::Known;
use crate::present::{evidence_json, evidence_text};
use crate::vault::Documents;

/// Which documents.
#[derive(clap::Args, Debug, Default)]
pub(super) struct Args {
    /// Only those of this entry, by id or number.
    entry: Option<String>,
    /// Only those of this kind.
    #[arg(long, value_name = "EVIDENCE_KIND")]
    kind: Option<String>,
    /// Only those that are not in the ledger's folder.
    #[arg(long)]
    missing: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let entry = args.entry.as_deref().map(|typed| backed(&state, typed)).transpose()?;
    let wanted = WantedPapers {
        entries: entry.map(|entry| BTreeSet::from([entry])),
        kind: args.kind.as_deref().map(kind).transpose()?,
        missing: args.missing,
        standing: false,
    };
    let papers = papers(&state, &Documents::of(&context.ledger), &wanted);
    match context.format {
        Format::Json => context.print_json(&evidence_json(&state, &papers)),
        Format::Text => {
            context.print(&evidence_text(&context.messages, &state, &papers, Context::width()))?;
            if papers.is_empty() {
                context.tell(&context.messages.word("evidence-none"));
            }
            context.print_notice(&state)
        }
    }
}
