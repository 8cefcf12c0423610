//! `jalon record`: record an activity.

mod questions;

use super::asking::{confirm, is_someone_there};
use super::context::Context;
use super::entry::{days, fields_in, note_of, receipts, today, type_of};
use super::evidence::EvidenceArgs;
use super::newcomers::Newcomers;
use super::{Problem, Usage};
use crate::event::{Activity, Day, EntryId, MAX_TEXT, Object, Period, clean};
use crate::figures::{NoteRecord, State};
use crate::ledger::{Command, Days, NewActivity};
use crate::plan::{ActivityType, Field};
use crate::present::{Arg, activity_words, day_words, period_words};
use questions::{asked_days, asked_field, asked_remark, asked_type, offered, offered_field};

/// An activity.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Its type, by name or by the words people use; asked for at a terminal.
    kind: Option<String>,
    /// Its fields, name=value; several values between semicolons.
    #[arg(value_name = "NAME=VALUE")]
    fields: Vec<String>,
    /// When: 2023-09-27, 2023-09, FY2024, or two of these with .. between.
    #[arg(long)]
    on: Option<String>,
    /// Keep a period that ends in the future: the activity is planned.
    #[arg(long)]
    planned: bool,
    /// What it is about, by register id or name.
    #[arg(long)]
    subject: Option<String>,
    /// A remark in words.
    #[arg(long)]
    note: Option<String>,
    /// The note that it was kept as: its days, words and documents are taken.
    #[arg(long, value_name = "ENTRY")]
    from: Option<String>,
    /// Register what it names and the register lacks, as this kind; may be
    /// given several times.
    #[arg(long = "new", value_name = "BODY_KIND")]
    new: Vec<String>,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

/// What is recorded: given, or asked for at a terminal.
struct Draft {
    kind: ActivityType,
    fields: Object,
    occurred: Period,
    /// What was remarked when it was asked for.
    note: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open_to_record()?;
    let state = desk.state();
    let now = Context::moment();
    let today = today(state);
    let note = args.from.as_deref().map(|typed| note_of(state, typed)).transpose()?;
    let mut newcomers = Newcomers::new(context, state, &args.new)?;
    let draft = draft(context, state, args, note, &mut newcomers)?;
    let new = NewActivity {
        id: note.map(|_| Context::new_id()),
        occurred: ending_today(context, draft.occurred, today, args.planned),
        subject: args.subject.as_deref().map(|typed| newcomers.body(typed)).transpose()?,
        activity: activity(context, args, note, draft.fields, draft.note)?,
        kind: draft.kind.id,
    };
    let note = note.map(|note| note.id);
    let commands: Vec<Command> = newcomers.commands.into_iter().chain(with_note(new, note)).collect();
    let author = context.author()?;
    let done = match <[Command; 1]>::try_from(commands) {
        Ok([command]) => desk.execute(command, author, now, context.accept_clock, &mut Context::new_id)?,
        Err(several) => desk
            .execute_all(several, author, now, context.accept_clock, &mut Context::new_id)
            .map_err(|refused| refused.source)?,
    };
    receipts(context, desk.state(), &done)
}

/// The activity, and the note's end where it was one.
fn with_note(new: NewActivity, note: Option<EntryId>) -> Vec<Command> {
    let resolved = note.zip(new.id).map(|(note, entry)| Command::Resolve { note, entry });
    std::iter::once(Command::Record(new)).chain(resolved).collect()
}

/// What was given, and at a terminal what was asked for.
fn draft(
    context: &Context,
    state: &State,
    args: &Args,
    note: Option<&NoteRecord>,
    newcomers: &mut Newcomers<'_>,
) -> Result<Draft, Problem> {
    let today = today(state);
    let someone = is_someone_there(context);
    let kind = match &args.kind {
        Some(typed) => type_of(state, typed)?.clone(),
        None if someone => asked_type(context, state, note)?,
        None => return Err(Usage::NoType.into()),
    };
    newcomers.of_fields(&kind, &args.fields)?;
    let given = fields_in(&newcomers.setting(), &kind, &args.fields)?;
    let missing: Vec<&Field> =
        kind.fields.iter().filter(|it| it.required && !it.retired && !given.contains_key(&it.name)).collect();
    let of_note = note.and_then(|note| note.occurred);
    let typed = args.on.as_deref().map(|on| days(state, on)).transpose()?;
    let known = typed.or(of_note);
    if !someone || (args.kind.is_some() && missing.is_empty()) {
        return Ok(Draft { occurred: known.unwrap_or(Period::on(today)), fields: given, kind, note: None });
    }
    let occurred = known.map_or_else(|| asked_days(context, state, today), Ok)?;
    let mut fields = given;
    for field in missing {
        fields.extend(asked_field(context, state, &kind, field)?);
    }
    for field in offered(state, &kind, &fields) {
        fields.extend(offered_field(context, state, &kind, field)?);
    }
    // Of a note its words are the remark.
    let is_said = args.note.is_some() || note.is_some();
    let remark = if is_said { None } else { asked_remark(context)? };
    let activity = Activity { fields, note: remark, ..Activity::default() };
    let words = activity_words(&context.messages, state, &kind.id, &activity);
    let period = period_words(&context.messages, occurred);
    let values = [("period", Arg::Text(&period)), ("activity", Arg::Text(&words))];
    if !confirm(context, &context.messages.say("ask-record", &values))? {
        return Err(Problem::Unanswered);
    }
    Ok(Draft { kind, fields: activity.fields, occurred, note: activity.note })
}

/// A period that holds today ends today, for what is recorded has happened.
/// One that has not begun is planned, which is said where it was not asked for.
fn ending_today(context: &Context, occurred: Period, today: Day, planned: bool) -> Period {
    let days = Days::of(occurred, today, planned);
    match days {
        Days::Given(_) => {}
        Days::Planned(period) => {
            let period = period_words(&context.messages, period);
            context.tell(&context.messages.say("record-planned", &[("period", Arg::Text(&period))]));
        }
        Days::Cut(_) => {
            let day = day_words(context.messages.language(), today);
            context.tell(&context.messages.say("record-ends-today", &[("day", Arg::Text(&day))]));
        }
    }
    days.period()
}

/// The activity with what is said beside its fields; of a note its words and
/// documents.
fn activity(
    context: &Context,
    args: &Args,
    note: Option<&NoteRecord>,
    fields: Object,
    remark: Option<String>,
) -> Result<Activity, Problem> {
    let given = args.note.as_deref().map(|note| clean(note, MAX_TEXT)).transpose()?;
    let mut evidence = note.map(|note| note.evidence.clone()).unwrap_or_default();
    let added = args.evidence.keep(context)?;
    evidence.extend(added.into_iter().filter(|new| !note.is_some_and(|note| note.evidence.contains(new))));
    Ok(Activity {
        fields,
        note: given.or(remark).or_else(|| note.map(|note| note.text.clone())),
        evidence,
        ..Activity::default()
    })
}
