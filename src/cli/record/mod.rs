//! `jalon record`: record an activity.

mod answers;
mod questions;

use super::asking::is_someone_there;
use super::context::Context;
use super::entry::{days, fields_in, note_of, receipts, today, type_of};
use super::evidence::EvidenceArgs;
use super::newcomers::Newcomers;
use super::{Problem, Usage};
use crate::event::{Activity, Day, EntryId, MAX_TEXT, Object, Period, clean};
use crate::figures::{NoteRecord, State};
use crate::ledger::{Command, Days, NewActivity, Refusal};
use crate::plan::ActivityType;
use crate::present::{Arg, day_words, period_words};

pub(super) use answers::{Answers, answers};

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

impl Args {
    /// Whether documents are named.
    pub(super) const fn names_files(&self) -> bool {
        !self.evidence.is_empty()
    }
}

/// What is recorded.
struct Draft<'a> {
    kind: &'a ActivityType,
    fields: Object,
    occurred: Period,
}

pub(super) fn run(context: &Context, mut args: Args) -> Result<(), Problem> {
    let mut desk = context.open_to_record()?;
    if is_someone_there(context) {
        args.take(answers(context, desk.state(), &args)?);
    }
    let args = &args;
    let state = desk.state();
    let today = today(state);
    let note = args.from.as_deref().map(|typed| note_of(state, typed)).transpose()?;
    let mut newcomers = Newcomers::new(context, state, &args.new)?;
    let draft = draft(state, args, note, &mut newcomers)?;
    let new = NewActivity {
        id: note.map(|_| Context::new_id()),
        occurred: ending_today(context, draft.occurred, today, args.planned)?,
        subject: args.subject.as_deref().map(|typed| newcomers.body(typed)).transpose()?,
        activity: activity(context, args, note, draft.fields)?,
        kind: draft.kind.id.clone(),
    };
    let note = note.map(|note| note.id);
    let commands: Vec<Command> = newcomers.commands.into_iter().chain(with_note(new, note)).collect();
    let done = match <[Command; 1]>::try_from(commands) {
        Ok([command]) => desk.execute(context, command)?,
        Err(several) => desk.execute_all(context, several)?.map_err(|refused| refused.source)?,
    };
    receipts(context, desk.state(), &done)
}

/// The activity, and the note's end where it was one.
fn with_note(new: NewActivity, note: Option<EntryId>) -> Vec<Command> {
    let resolved = note.zip(new.id).map(|(note, entry)| Command::Resolve { note, entry });
    std::iter::once(Command::Record(new)).chain(resolved).collect()
}

fn draft<'a>(
    state: &'a State,
    args: &Args,
    note: Option<&NoteRecord>,
    newcomers: &mut Newcomers<'_>,
) -> Result<Draft<'a>, Problem> {
    let kind = type_of(state, args.kind.as_deref().ok_or(Usage::NoType)?)?;
    newcomers.of_fields(kind, &args.fields)?;
    let fields = fields_in(&newcomers.setting(), kind, &args.fields)?;
    let typed = args.on.as_deref().map(|on| days(state, on)).transpose()?;
    let occurred = typed.or(note.and_then(|note| note.occurred)).unwrap_or(Period::on(today(state)));
    Ok(Draft { kind, fields, occurred })
}

/// A period that holds today ends today, for what is recorded has happened.
/// One that has not begun is planned, which is said where it was not asked for.
fn ending_today(context: &Context, occurred: Period, today: Day, planned: bool) -> Result<Period, Refusal> {
    let days = Days::of(occurred, today, planned)?;
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
    Ok(days.period())
}

/// The activity with what is said beside its fields; of a note its words and
/// documents.
fn activity(
    context: &Context,
    args: &Args,
    note: Option<&NoteRecord>,
    fields: Object,
) -> Result<Activity, Problem> {
    let given = args.note.as_deref().map(|note| clean(note, MAX_TEXT)).transpose()?;
    let mut evidence = note.map(|note| note.evidence.clone()).unwrap_or_default();
    let added = args.evidence.keep(context)?;
    evidence.extend(added.into_iter().filter(|new| !note.is_some_and(|note| note.evidence.contains(new))));
    Ok(Activity {
        fields,
        note: given.or_else(|| note.map(|note| note.text.clone())),
        evidence,
        ..Activity::default()
    })
}
