//! `jalon journal`: activities, published totals and notes, corrections
//! folded.

use std::collections::BTreeSet;

use super::context::Context;
use super::entry::{bodies_of, body_of, days, type_of};
use super::{Format, Problem, Usage};
use crate::event::{EntryId, types};
use crate::exchange::folded;
use crate::figures::{Filter, JournalRow, State, Wanted, journal};
use crate::ledger::{DeskError, Known, Refusal};
use crate::plan::{ActivityType, Near, Words};
use crate::present::{all_words, journal_json, journal_text};

/// Which of them.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only of this type, by name or by the words people use; `note` for notes.
    #[arg(long = "type")]
    kind: Option<String>,
    /// Only about this body, by register id or name.
    #[arg(long)]
    subject: Option<String>,
    /// Only what names this project or partner, by register id or name.
    #[arg(long = "with", aliases = ["project", "partner"])]
    with: Vec<String>,
    /// Only what happened from this day on; of a period its first day.
    #[arg(long)]
    from: Option<String>,
    /// Only what happened by this day; of a period its last day.
    #[arg(long)]
    to: Option<String>,
    /// Only what came with this import, by its number or its id.
    #[arg(long, value_name = "ENTRY")]
    batch: Option<String>,
    /// Only what holds these words.
    #[arg(long)]
    text: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let words = args.text.as_deref().map(folded);
    let holds = |row: &JournalRow<'_>| {
        let said = || all_words(&context.messages, &state, row).into_iter().map(|it| folded(&it));
        words.as_ref().is_none_or(|words| said().any(|it| it.contains(words)))
    };
    let rows: Vec<JournalRow<'_>> =
        journal(&state, &wanted(context, &state, args)?).into_iter().filter(holds).collect();
    match context.format {
        Format::Json => context.print_json(&journal_json(&state, &rows)),
        Format::Text => {
            let text = |row| journal_text(&context.messages, &state, row, Context::width());
            context.print(&rows.iter().map(text).collect::<String>())?;
            if rows.is_empty() {
                context.tell(&context.messages.word("journal-none"));
            }
            context.print_notice(&state)
        }
    }
}

/// The import of this number or id.
fn batch_of(state: &State, typed: &str) -> Result<EntryId, Problem> {
    let is_it = |id: &EntryId, sequence: u64| {
        typed.trim().trim_start_matches('#').parse() == Ok(sequence) || typed.trim().parse() == Ok(*id)
    };
    let found = state.batches().iter().find(|(id, batch)| is_it(id, batch.sequence));
    found.map(|(id, _)| *id).ok_or_else(|| Problem::Entry(typed.to_owned()))
}

/// The types of what the journal has.
fn kinds(state: &State) -> Vec<Near> {
    let recorded: BTreeSet<&str> = state.records().iter().map(|record| &*record.kind).collect();
    let types = recorded.into_iter().filter_map(|id| state.activity_type(id));
    let near = |kind: &ActivityType| Near { id: kind.id.clone(), label: kind.label.clone() };
    let note = Near { id: "note".to_owned(), label: Words::both("note") };
    types.map(near).chain([note]).collect()
}

fn wanted(context: &Context, state: &State, args: &Args) -> Result<Wanted, Problem> {
    let kind = |typed: &str| match typed {
        "note" => Ok(types::NOTE_RECORDED.to_owned()),
        typed if types::ALL.contains(&typed) => Ok(typed.to_owned()),
        typed => match type_of(state, typed) {
            Err(Problem::Desk(DeskError::Refused(Refusal::UnknownType { typed, near }))) => {
                let near = if near.is_empty() { kinds(state) } else { near };
                Err(Problem::UnknownKind { typed, near })
            }
            other => other.map(|kind| kind.id.clone()),
        },
    };
    let day = |typed: Option<&str>| typed.map(|typed| days(state, typed)).transpose();
    let batch = args.batch.as_deref().map(|typed| batch_of(state, typed)).transpose()?;
    let from = day(args.from.as_deref())?.map(|days| days.from);
    let to = day(args.to.as_deref())?.map(|days| days.to);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Usage::FromAfterTo { from, to }.into());
    }
    Ok(Wanted {
        kind: args.kind.as_deref().map(kind).transpose()?,
        subject: args.subject.as_deref().map(|typed| body_of(context, state, typed)).transpose()?,
        filter: Filter { bodies: bodies_of(context, state, &args.with)? },
        from,
        to,
        batch,
    })
}
