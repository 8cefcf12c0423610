//! What is asked at a terminal for an activity that was not given whole.

use crate::cli::Problem;
use crate::cli::asking::{Question, ask};
use crate::cli::context::Context;
use crate::cli::entry::{days, field_values, fields, type_of};
use crate::event::{Day, MAX_TEXT, Object, Period, clean};
use crate::figures::{NoteRecord, State, read_fields};
use crate::plan::{ActivityType, Field};
use crate::present::Messages;

pub(super) fn asked_type(
    context: &Context,
    state: &State,
    note: Option<&NoteRecord>,
) -> Result<ActivityType, Problem> {
    let language = context.messages.language();
    let question = Question {
        label: context.messages.word("ask-type"),
        help: note.map(|note| note.text.clone()),
        known: state.catalogue().iter().map(|kind| language.of(&kind.label).to_owned()).collect(),
        default: None,
    };
    ask(context, &question, |typed| type_of(state, typed).cloned())
}

pub(super) fn asked_days(context: &Context, state: &State, today: Day) -> Result<(String, Period), Problem> {
    let question = Question {
        label: context.messages.word("ask-days"),
        help: Some(context.messages.word("ask-days-help")),
        known: vec![],
        default: Some(today.to_string()),
    };
    ask(context, &question, |typed| Ok((typed.to_owned(), days(state, typed)?)))
}

pub(super) fn asked_field(
    context: &Context,
    state: &State,
    kind: &ActivityType,
    field: &Field,
) -> Result<(String, Object), Problem> {
    let question = question(context, state, field, help_of(&context.messages, field));
    ask(context, &question, |typed| read(context, state, kind, (field, typed)))
}

/// What was typed for a field, as it would be given, and what it says.
fn read(
    context: &Context,
    state: &State,
    kind: &ActivityType,
    (field, typed): (&Field, &str),
) -> Result<(String, Object), Problem> {
    let given = format!("{}={typed}", field.name);
    let read = fields(context, state, kind, std::slice::from_ref(&given))?;
    Ok((given, read))
}

/// The fields that an activity of the type may lack and that some indicator
/// reads: left out, it would count nowhere, or not there.
pub(super) fn offered<'a>(state: &State, kind: &'a ActivityType, given: &Object) -> Vec<&'a Field> {
    let read = read_fields(state, kind);
    let is_offered = |field: &&Field| {
        !field.required
            && !field.retired
            && read.contains(field.name.as_str())
            && !given.contains_key(&field.name)
    };
    kind.fields.iter().filter(is_offered).collect()
}

/// The same where nothing typed leaves the field out.
pub(super) fn offered_field(
    context: &Context,
    state: &State,
    kind: &ActivityType,
    field: &Field,
) -> Result<Option<(String, Object)>, Problem> {
    let optional = context.messages.word("ask-optional");
    let help =
        help_of(&context.messages, field).map_or_else(|| optional.clone(), |it| format!("{it} {optional}"));
    let question = question(context, state, field, Some(help));
    ask(context, &question, |typed| match typed.trim() {
        "" => Ok(None),
        typed => read(context, state, kind, (field, typed)).map(Some),
    })
}

/// A remark in words; nothing typed is none.
pub(super) fn asked_remark(context: &Context) -> Result<Option<String>, Problem> {
    let question = Question {
        label: context.messages.word("show-note"),
        help: Some(context.messages.word("ask-optional")),
        known: vec![],
        default: None,
    };
    ask(context, &question, |typed| match typed.trim() {
        "" => Ok(None),
        typed => Ok(Some(clean(typed, MAX_TEXT)?)),
    })
}

fn question(context: &Context, state: &State, field: &Field, help: Option<String>) -> Question {
    Question {
        label: context.messages.language().of(&field.label).to_owned(),
        help,
        known: field_values(context, state, field),
        default: None,
    }
}

/// What helps to fill in a field: its own help, and that it takes several
/// values.
fn help_of(messages: &Messages, field: &Field) -> Option<String> {
    let own = field.help.as_ref().map(|help| messages.language().of(help).to_owned());
    let many = field.many.then(|| messages.word("ask-many"));
    let parts: Vec<String> = own.into_iter().chain(many).collect();
    if parts.is_empty() { None } else { Some(parts.join(" ")) }
}
