//! `jalon correct`: record another version of an activity.

use super::Problem;
use super::context::Context;
use super::entry::{days, field_of, fields, receipts, type_of};
use super::evidence::EvidenceArgs;
use super::named::original;
use crate::event::{Evidence, Hash};
use crate::figures::Content;
use crate::ledger::{Command, Correction};

/// Which activity, what changes, and why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The activity, by id or number.
    entry: String,
    /// Fields that change, name=value; `name=` alone takes the field away.
    #[arg(value_name = "NAME=VALUE")]
    fields: Vec<String>,
    /// When it happened instead.
    #[arg(long)]
    on: Option<String>,
    /// Hash of the version that is corrected; refused when another stands
    /// since.
    #[arg(long)]
    replaces: Option<Hash>,
    /// Why.
    #[arg(long)]
    reason: String,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let state = desk.state();
    let record = original(context, &desk, &args.entry)?;
    let latest = record.latest();
    let Content::Activity(activity) = &latest.content else {
        return Err(Problem::NotAnActivity(record.sequence));
    };
    let kind = type_of(state, &record.kind)?;
    let mut activity = activity.clone();
    let (gone, changed): (Vec<String>, Vec<String>) =
        args.fields.iter().cloned().partition(|it| it.ends_with('='));
    for name in gone {
        activity.fields.remove(&field_of(kind, name.trim_end_matches('='))?.name);
    }
    activity.fields.extend(fields(state, kind, &changed)?);
    let known = |new: &Evidence| activity.evidence.iter().any(|it| it.blake3 == new.blake3);
    let added: Vec<Evidence> = args.evidence.keep(context)?.into_iter().filter(|new| !known(new)).collect();
    activity.evidence.extend(added);
    let occurred = args.on.as_deref().map_or(Ok(latest.occurred), |on| days(state, on));
    let correction = Correction {
        entry: record.id,
        replaces: args.replaces.or_else(|| state.hash(latest.sequence)),
        occurred: occurred?,
        subject: latest.subject.clone(),
        activity,
        reason: args.reason.clone(),
    };
    let author = context.author()?;
    let command = Command::Correct(correction);
    let done =
        desk.execute(command, author, Context::moment(), context.accept_clock, &mut Context::new_id)?;
    receipts(context, desk.state(), &done)
}
