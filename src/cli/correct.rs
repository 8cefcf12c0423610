//! `jalon correct`: record another version of an activity or a published total.

use super::citation::CitationArgs;
use super::context::Context;
use super::entry::{body_of, days, field_of, fields, receipts, total_of, type_of};
use super::evidence::EvidenceArgs;
use super::named::original;
use super::{Problem, Usage};
use crate::event::{Evidence, Hash, MAX_TEXT, clean};
use crate::figures::{Content, Record, State, Total};
use crate::ledger::{Command, Correction, Restatement};

/// Which entry, what changes, and why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The activity or the published total, by id or number.
    entry: String,
    /// Fields that change, name=value; `name=` alone takes the field away. Of
    /// a total: value, to, from, note.
    #[arg(value_name = "NAME=VALUE")]
    fields: Vec<String>,
    /// When the activity happened instead.
    #[arg(long)]
    on: Option<String>,
    /// What the activity is about instead, by register id or name.
    #[arg(long)]
    subject: Option<String>,
    /// Another remark; an empty one takes it away.
    #[arg(long)]
    note: Option<String>,
    /// Hash of the version that is corrected; refused when another stands
    /// since.
    #[arg(long)]
    replaces: Option<Hash>,
    /// Why.
    #[arg(long)]
    reason: String,
    #[command(flatten)]
    citation: CitationArgs,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let state = desk.state();
    let record = original(context, &desk, &args.entry)?;
    let command = match &record.latest().content {
        Content::Activity(_) => Command::Correct(correction(context, args, state, record)?),
        Content::Total(total) => Command::Restate(restatement(context, args, state, record, total)?),
    };
    let done = desk.execute(context, command)?;
    receipts(context, desk.state(), &done)
}

fn correction(context: &Context, args: &Args, state: &State, record: &Record) -> Result<Correction, Problem> {
    let latest = record.latest();
    let Content::Activity(activity) = &latest.content else {
        return Err(Problem::Entry(args.entry.clone()));
    };
    let kind = type_of(state, &record.kind)?;
    let mut activity = activity.clone();
    let (gone, changed): (Vec<String>, Vec<String>) =
        args.fields.iter().cloned().partition(|it| it.ends_with('='));
    for name in gone {
        activity.fields.remove(&field_of(kind, name.trim_end_matches('='))?.name);
    }
    activity.fields.extend(fields(context, state, kind, &changed)?);
    let occurred = args.on.as_deref().map_or(Ok(latest.occurred), |on| days(state, on))?;
    add_evidence(context, args, &mut activity.evidence)?;
    if let Some(note) = &args.note {
        activity.note = remark(note)?;
    }
    activity.citation = args.citation.changed(activity.citation.as_ref())?;
    let subject = args.subject.as_deref().map(|typed| body_of(context, state, typed)).transpose()?;
    Ok(Correction {
        entry: record.id,
        replaces: args.replaces.or_else(|| state.hash(latest.sequence)),
        occurred,
        subject: subject.or_else(|| latest.subject.clone()),
        activity,
        reason: args.reason.clone(),
    })
}

fn restatement(
    context: &Context,
    args: &Args,
    state: &State,
    record: &Record,
    before: &Total,
) -> Result<Restatement, Problem> {
    if args.on.is_some() || args.subject.is_some() {
        return Err(Usage::TotalOn(record.sequence).into());
    }
    let mut total = total_of(context, state, before, &args.fields)?;
    if let Some(note) = &args.note {
        total.note = remark(note)?;
    }
    // A total says nothing without the source that printed it.
    total.citation = args.citation.changed(Some(&total.citation))?.ok_or(Usage::NoSource)?;
    add_evidence(context, args, &mut total.evidence)?;
    Ok(Restatement {
        entry: record.id,
        replaces: args.replaces.or_else(|| state.hash(record.latest().sequence)),
        total,
        reason: args.reason.clone(),
    })
}

/// A remark; none where nothing was typed.
fn remark(typed: &str) -> Result<Option<String>, Problem> {
    if typed.trim().is_empty() { Ok(None) } else { Ok(Some(clean(typed, MAX_TEXT)?)) }
}

/// Adds the documents that are not there yet.
fn add_evidence(context: &Context, args: &Args, evidence: &mut Vec<Evidence>) -> Result<(), Problem> {
    let kept = args.evidence.keep(context)?;
    let known = |new: &Evidence| evidence.iter().any(|it| it.blake3 == new.blake3);
    let added: Vec<Evidence> = kept.into_iter().filter(|new| !known(new)).collect();
    evidence.extend(added);
    Ok(())
}
