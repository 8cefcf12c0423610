//! `jalon register`: list the register, add bodies to it, change what is known
//! of one, or say that two are one.

mod file;
mod list;

use std::path::Path;

use super::context::Context;
use super::entry::{body_of, days, name_values, receipts, today};
use super::{Problem, Usage, import};
use crate::event::{BodyId, BodyKind, MAX_NAME, Period, clean_line};
use crate::exchange::{AttributeError, typed_attributes};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{Attributes, BodyFact, PersonNames, Register, Words, folded, new_body_id, same_names};
use crate::present::{Arg, Language, Messages};

/// A register file, or one body by its name; without either the register is
/// listed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A file of bodies (TOML, a workbook or CSV), the name of a new one, or one that is there.
    #[arg(value_name = "FILE_OR_NAME")]
    what: Option<String>,
    /// What it is: organisation, project, deliverable or person; organisation
    /// otherwise. Of the list, only those of this kind.
    #[arg(long, value_name = "BODY_KIND")]
    kind: Option<String>,
    /// Of the list, only those with these words in a name or an id.
    #[arg(long, conflicts_with = "what")]
    text: Option<String>,
    /// Its id; made of its name otherwise.
    #[arg(long, requires = "what")]
    id: Option<BodyId>,
    /// Its name, in English where it is another one; with --change a new name.
    #[arg(long, requires = "what")]
    name_en: Option<String>,
    /// Its new name, with --change.
    #[arg(long, requires = "change")]
    rename: Option<String>,
    /// What is known of it, such as country=CA, by name or by the words of the
    /// plan; several values between semicolons.
    #[arg(long = "set", value_name = "NAME=VALUE", requires = "what")]
    attributes: Vec<String>,
    /// Take attributes that no rule reads and no body has yet.
    #[arg(long, requires = "what")]
    new_attribute: bool,
    /// Another word by which people call it.
    #[arg(long = "synonym", requires = "what")]
    synonyms: Vec<String>,
    /// The day from which it holds; today otherwise.
    #[arg(long, requires = "what")]
    on: Option<String>,
    /// It is another body than those with a name like it.
    #[arg(long, requires = "what")]
    distinct: bool,
    /// Change what is known of a body that is there, from the day.
    #[arg(long, requires = "what", conflicts_with_all = ["merge", "id", "distinct"])]
    change: bool,
    /// The body that took its place, with --change.
    #[arg(long, requires = "change")]
    successor: Option<String>,
    /// The body that it always was: the two are one.
    #[arg(long, value_name = "INTO", requires_all = ["what", "reason"])]
    merge: Option<String>,
    /// Why they are one.
    #[arg(long, requires = "what")]
    reason: Option<String>,
}

/// How the names of files end that hold the register as a table, which `import`
/// reads among others.
const TABLES: &[&str] = &["xlsx", "xlsm", "csv", "tsv"];

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let Some(what) = &args.what else { return list::run(context, args) };
    let path = Path::new(what);
    let is_table = path.extension().is_some_and(|it| TABLES.iter().any(|end| it.eq_ignore_ascii_case(end)));
    if is_table {
        return import::run(context, &import::Args::of_register(path));
    }
    let mut desk = context.open_alone()?;
    let (commands, skipped) = if path.is_file() || path.extension().is_some_and(|it| it == "toml") {
        file::commands(context, desk.state(), path, args)?
    } else {
        (vec![one(context, desk.state(), what, args)?], 0)
    };
    if skipped > 0 {
        let count = [("count", Arg::Count(skipped))];
        context.tell(&context.messages.say("register-skipped", &count));
    }
    if commands.is_empty() {
        return Ok(());
    }
    let named: Vec<BodyId> = commands.iter().filter_map(body).cloned().collect();
    let done = desk.execute_all(context, commands)?.map_err(|refused| {
        match refused.index.and_then(|index| named.get(index)) {
            Some(body) if named.len() > 1 => {
                Problem::OfBody { body: body.clone(), source: Box::new(refused.source.into()) }
            }
            _ => refused.source.into(),
        }
    })?;
    receipts(context, desk.state(), &done)
}

const fn body(command: &Command) -> Option<&BodyId> {
    match command {
        Command::Register { body, .. } | Command::Change { body, .. } => Some(body),
        Command::Merge { gone, .. } => Some(gone),
        _ => None,
    }
}

/// What is asked of one body.
fn one(context: &Context, state: &State, what: &str, args: &Args) -> Result<Command, Problem> {
    let occurred = args.on.as_deref().map_or_else(|| Ok(Period::on(today(state))), |on| days(state, on))?;
    if let Some(into) = &args.merge {
        let (gone, kept) = (body_of(context, state, what)?, body_of(context, state, into)?);
        return Ok(Command::Merge { gone, kept, reason: args.reason.clone().unwrap_or_default() });
    }
    if args.change {
        return change(context, state, what, args, occurred);
    }
    let name = clean_line(what, MAX_NAME)?;
    let kind = match (&args.id, &args.kind) {
        (Some(id), _) => id.kind(),
        (None, Some(typed)) => kind_of(typed)?,
        (None, None) => BodyKind::Organisation,
    };
    if !args.distinct && args.id.is_none() {
        distinct(state.register(), &context.persons(state), kind, &name)?;
    }
    let body = match &args.id {
        Some(id) => id.clone(),
        None => new_id(state.register(), kind, &name)?,
    };
    Ok(Command::Register { body, occurred, fact: fact(state, args, Some(&name))? })
}

/// The kind that people call so, in either language.
pub(super) fn kind_of(typed: &str) -> Result<BodyKind, Problem> {
    let languages = [Messages::new(Language::French), Messages::new(Language::English)];
    let is_called = |kind: &BodyKind| {
        let label = |messages: &Messages| folded(&messages.word(&format!("body-{}", kind.word())));
        kind.word() == typed || languages.iter().any(|messages| label(messages).ends_with(&folded(typed)))
    };
    BodyKind::ALL.into_iter().find(is_called).ok_or_else(|| Usage::Kind(typed.to_owned()).into())
}

/// Asks back where a new name may be that of a body that is there, or of a
/// person whose name cannot be opened here: counted twice, a person would make
/// a value larger than it is.
pub(super) fn distinct(
    register: &Register,
    persons: &PersonNames,
    kind: BodyKind,
    name: &str,
) -> Result<(), Problem> {
    let near = same_names(register, persons, kind, name);
    if !near.is_empty() {
        return Err(Problem::LikeNames { typed: name.to_owned(), near });
    }
    if kind == BodyKind::Person && persons.closed() > 0 {
        return Err(Problem::ClosedNames { typed: name.to_owned(), closed: persons.closed() });
    }
    Ok(())
}

/// A new id for a name.
pub(super) fn new_id(register: &Register, kind: BodyKind, name: &str) -> Result<BodyId, Problem> {
    match kind {
        BodyKind::Person => Ok(BodyId::person(Context::new_id().uuid())),
        kind => new_body_id(register, kind, name).map_err(|_| Usage::NoIdOfName(name.to_owned()).into()),
    }
}

fn change(
    context: &Context,
    state: &State,
    what: &str,
    args: &Args,
    occurred: Period,
) -> Result<Command, Problem> {
    let body = body_of(context, state, what)?;
    let says = [!args.attributes.is_empty(), !args.synonyms.is_empty(), args.successor.is_some()];
    if !says.contains(&true) && args.rename.is_none() && args.name_en.is_none() {
        return Err(Usage::NoChange.into());
    }
    let rename = args.rename.as_deref().map(|name| clean_line(name, MAX_NAME)).transpose()?;
    let successor = args.successor.as_deref().map(|typed| body_of(context, state, typed)).transpose()?;
    // A name in English alone leaves the French one as it is.
    let french = || {
        let opened = context.persons(state).opened(&body).map(str::to_owned);
        opened.or_else(|| state.register().get(&body).map(|body| body.name().fr))
    };
    let kept = || args.name_en.as_ref().and_then(|_| french());
    let name = rename.or_else(kept);
    let fact = BodyFact { successor, reason: args.reason.clone(), ..fact(state, args, name.as_deref())? };
    Ok(Command::Change { body, occurred, fact })
}

fn fact(state: &State, args: &Args, name: Option<&str>) -> Result<BodyFact, Problem> {
    let english = args.name_en.as_deref().map(|name| clean_line(name, MAX_NAME)).transpose()?;
    let words = |fr: &str| Words { en: english.clone().unwrap_or_else(|| fr.to_owned()), fr: fr.to_owned() };
    Ok(BodyFact {
        name: name.map(words),
        synonyms: args.synonyms.clone(),
        attributes: attributes(state, args)?,
        ..BodyFact::default()
    })
}

fn attributes(state: &State, args: &Args) -> Result<Attributes, Problem> {
    let pairs = name_values(&args.attributes)?;
    typed_attributes(state, &pairs, args.new_attribute).map_err(|errors| {
        // Names are looked up in the ledger, which refuses those it has not.
        let is_unknown = |error: &AttributeError| matches!(error, AttributeError::Unknown { .. });
        if errors.iter().any(is_unknown) {
            Problem::Attributes(errors)
        } else {
            Usage::Attributes(errors).into()
        }
    })
}
