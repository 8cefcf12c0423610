//! What was answered at a terminal to what a command lacks: as it was typed, so
//! that whoever does the command reads it as if it had been given.

use super::Args;
use super::questions::{asked_days, asked_field, asked_remark, asked_type, offered, offered_field};
use crate::cli::Problem;
use crate::cli::asking::confirm;
use crate::cli::context::Context;
use crate::cli::entry::{days, fields_in, note_of, today, type_of};
use crate::cli::newcomers::Newcomers;
use crate::event::Activity;
use crate::figures::State;
use crate::plan::Field;
use crate::present::{Arg, activity_words, period_words};

/// Names of arguments, and what was typed for each.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::cli) struct Answers(pub(in crate::cli) Vec<(String, String)>);

impl Answers {
    fn put(&mut self, name: &str, typed: String) {
        self.0.push((name.to_owned(), typed));
    }
}

impl Args {
    /// The arguments with what was answered.
    pub(in crate::cli) fn take(&mut self, answers: Answers) {
        for (name, typed) in answers.0 {
            match name.as_str() {
                "kind" => self.kind = Some(typed),
                "field" => self.fields.push(typed),
                "on" => self.on = Some(typed),
                "note" => self.note = Some(typed),
                _ => {}
            }
        }
    }
}

/// Asks for what the arguments lack, and whether all of it is to be recorded;
/// nothing where they lack nothing.
pub(in crate::cli) fn answers(context: &Context, state: &State, args: &Args) -> Result<Answers, Problem> {
    let mut answers = Answers::default();
    let note = args.from.as_deref().map(|typed| note_of(state, typed)).transpose()?;
    let kind = match &args.kind {
        Some(typed) => type_of(state, typed)?.clone(),
        None => {
            let kind = asked_type(context, state, note)?;
            answers.put("kind", kind.id.clone());
            kind
        }
    };
    let mut newcomers = Newcomers::new(context, state, &args.new)?;
    newcomers.of_fields(&kind, &args.fields)?;
    let mut fields = fields_in(&newcomers.setting(), &kind, &args.fields)?;
    let lacks = |field: &&Field| field.required && !field.retired && !fields.contains_key(&field.name);
    let missing: Vec<&Field> = kind.fields.iter().filter(lacks).collect();
    if args.kind.is_some() && missing.is_empty() {
        return Ok(answers);
    }
    let typed = args.on.as_deref().map(|on| days(state, on)).transpose()?;
    let occurred = match typed.or(note.and_then(|note| note.occurred)) {
        Some(known) => known,
        None => {
            let (typed, asked) = asked_days(context, state, today(state))?;
            answers.put("on", typed);
            asked
        }
    };
    for field in missing {
        let (typed, read) = asked_field(context, state, &kind, field)?;
        answers.put("field", typed);
        fields.extend(read);
    }
    for field in offered(state, &kind, &fields) {
        if let Some((typed, read)) = offered_field(context, state, &kind, field)? {
            answers.put("field", typed);
            fields.extend(read);
        }
    }
    // Of a note its words are the remark.
    let is_said = args.note.is_some() || note.is_some();
    let remark = if is_said { None } else { asked_remark(context)? };
    if let Some(remark) = &remark {
        answers.put("note", remark.clone());
    }
    let activity = Activity { fields, note: remark, ..Activity::default() };
    let words = activity_words(&context.messages, state, &kind.id, &activity);
    let period = period_words(&context.messages, occurred);
    let values = [("period", Arg::Text(&period)), ("activity", Arg::Text(&words))];
    if !confirm(context, &context.messages.say("ask-record", &values))? {
        return Err(Problem::Unanswered);
    }
    Ok(answers)
}
