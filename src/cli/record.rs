//! `jalon record`: record an activity.

use super::Problem;
use super::context::Context;
use super::entry::{days, fields, receipts, type_of};
use super::evidence::EvidenceArgs;
use crate::event::{Activity, BodyId, MAX_TEXT, Period, clean};
use crate::ledger::{Command, NewActivity};
use crate::present::{Arg, day_words};

/// An activity.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Its type, by name or by the words people use.
    kind: String,
    /// Its fields, name=value; several values between semicolons.
    #[arg(value_name = "NAME=VALUE")]
    fields: Vec<String>,
    /// When: 2023-09-27, 2023-09, FY2024, or two of these with .. between.
    #[arg(long)]
    on: Option<String>,
    /// Keep a period that ends in the future: the activity is planned.
    #[arg(long)]
    planned: bool,
    /// What it is about, by register id.
    #[arg(long)]
    subject: Option<BodyId>,
    /// A remark in words.
    #[arg(long)]
    note: Option<String>,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let state = desk.state();
    let kind = type_of(state, &args.kind)?.clone();
    let now = Context::moment();
    let today = now.day(state.zone()).unwrap_or(crate::event::Day::FIRST);
    let asked = args.on.as_deref().map_or(Ok(Period::on(today)), |on| days(state, on));
    let mut occurred = asked?;
    // A period that holds today ends today: what is recorded has happened.
    if occurred.from <= today && today < occurred.to && !args.planned {
        occurred.to = today;
        let day = day_words(context.messages.language(), today);
        context.tell(&context.messages.say("record-ends-today", &[("day", Arg::Text(&day))]));
    }
    let note = args.note.as_deref().map(|note| clean(note, MAX_TEXT)).transpose();
    let activity = Activity {
        fields: fields(state, &kind, &args.fields)?,
        note: note?,
        evidence: args.evidence.keep(context)?,
        ..Activity::default()
    };
    let new = NewActivity { id: None, kind: kind.id, occurred, subject: args.subject.clone(), activity };
    let author = context.author()?;
    let done = desk.execute(Command::Record(new), author, now, context.accept_clock, &mut Context::new_id)?;
    receipts(context, &done)
}
