//! A working paper that comes back: what was found is recorded.

use std::path::Path;

use super::super::context::Context;
use super::super::entry::{receipts, today};
use super::super::explain::indicator_of;
use super::super::{Problem, Testing};
use super::{as_drawn, ruling};
use crate::event::{EntryId, EvidenceKind};
use crate::exchange::{Setting, held_to, read_paper};
use crate::figures::{Question, sample};
use crate::ledger::{Command, Known, SampleResults, says_something};
use crate::vault::Documents;

/// Records what a working paper says that is not recorded yet. Its items are drawn
/// again: a paper of others is refused.
pub(super) fn record(context: &Context, path: &Path) -> Result<(), Problem> {
    let bytes = std::fs::read(path).map_err(|source| Problem::File { path: path.to_owned(), source })?;
    let reading = context.reading()?;
    let now = reading.state(Known::Now)?;
    let paper = read_paper(&path.display().to_string(), &bytes, &Setting::of(&now, None));
    let paper = paper.map_err(Testing::Paper)?;
    let state = as_drawn(&reading, &paper.sampling)?;
    let sampling = &paper.sampling;
    let ruling = ruling(&state, sampling)?;
    let indicator = indicator_of(&ruling, &sampling.indicator)?;
    let question = Question::new(&state, &ruling, sampling.as_at, sampling.filter.clone());
    let (_, drawn) = sample(&question, indicator, &sampling.selection).map_err(Testing::Unsampled)?;
    let found = held_to(&paper, indicator.rule.kind, &drawn).map_err(Testing::Paper)?;
    let items: Vec<EntryId> = drawn.items.iter().map(|it| it.contribution.id).collect();
    let mut results = SampleResults { sampling: sampling.clone(), drawn: items, found, paper: None };
    // What says nothing new is not kept beside the ledger either.
    if !says_something(&now, today(&now), &results)? {
        context.tell(&context.messages.word("sample-nothing-new"));
        return receipts(context, &now, &[]);
    }
    drop((reading, now));
    let documents = Documents::of(&context.ledger);
    results.paper = Some(documents.keep(path, EvidenceKind::InternalNote)?);
    let mut desk = context.open()?;
    let done = desk.execute(context, Command::Test(Box::new(results)))?;
    receipts(context, desk.state(), &done)
}
