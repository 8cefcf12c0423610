//! `jalon register`: add bodies to the register, change what is known of one,
//! or say that two are one.

use std::path::Path;

use super::context::Context;
use super::entry::{body_of, days, name_values, receipts, today};
use super::{Problem, Usage};
use crate::event::{BodyId, BodyKind, Day, MAX_NAME, Period, clean_line};
use crate::exchange::{AttributeError, KnownAttributes, spot, typed_attributes};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{
    Attributes, BodyFact, FileTrouble, PlanFileError, Register, RegisterBody, RegisterFile, Words, folded,
    new_body_id, same_names,
};
use crate::present::{Arg, Language, Messages};

/// A register file, or one body by its name.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A TOML file of bodies, the name of a new one, or one that is there.
    #[arg(value_name = "FILE_OR_NAME")]
    what: String,
    /// What it is: organisation, project, deliverable or person.
    #[arg(long, value_name = "BODY_KIND", default_value = "organisation")]
    kind: String,
    /// Its id; made of its name otherwise.
    #[arg(long)]
    id: Option<BodyId>,
    /// Its name, in English where it is another one; with --change a new name.
    #[arg(long)]
    name_en: Option<String>,
    /// Its new name, with --change.
    #[arg(long, requires = "change")]
    rename: Option<String>,
    /// What is known of it, such as country=CA, by name or by the words of the
    /// plan; several values between semicolons.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    attributes: Vec<String>,
    /// Take attributes that no rule reads and no body has yet.
    #[arg(long)]
    new_attribute: bool,
    /// Another word by which people call it.
    #[arg(long = "synonym")]
    synonyms: Vec<String>,
    /// The day from which it holds; today otherwise.
    #[arg(long)]
    on: Option<String>,
    /// It is another body than those with a name like it.
    #[arg(long)]
    distinct: bool,
    /// Change what is known of a body that is there, from the day.
    #[arg(long, conflicts_with_all = ["merge", "id", "distinct"])]
    change: bool,
    /// The body that took its place, with --change.
    #[arg(long, requires = "change")]
    successor: Option<String>,
    /// The body that it always was: the two are one.
    #[arg(long, value_name = "INTO", requires = "reason")]
    merge: Option<String>,
    /// Why they are one.
    #[arg(long)]
    reason: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let path = Path::new(&args.what);
    let commands = |state: &State| {
        if path.is_file() || path.extension().is_some_and(|it| it == "toml") {
            file(state, path, args.new_attribute)
        } else {
            one(state, args).map(|command| (vec![command], 0))
        }
    };
    let mut desk = context.open()?;
    let (commands, skipped) = commands(desk.state())?;
    if skipped > 0 {
        let count = [("count", Arg::Count(skipped))];
        context.tell(&context.messages.say("register-skipped", &count));
    }
    if commands.is_empty() {
        return Ok(());
    }
    let named: Vec<BodyId> = commands.iter().filter_map(body).cloned().collect();
    let author = context.author()?;
    let done = desk
        .execute_all(commands, author, Context::moment(), context.accept_clock, &mut Context::new_id)
        .map_err(|refused| match refused.index.and_then(|index| named.get(index)) {
            Some(body) if named.len() > 1 => {
                Problem::OfBody { body: body.clone(), source: Box::new(refused.source.into()) }
            }
            _ => refused.source.into(),
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

/// The bodies of a file, and how many are there already as it says.
fn file(state: &State, path: &Path, may_be_new: bool) -> Result<(Vec<Command>, usize), Problem> {
    let text = Context::read(path)?;
    let refused = |source: PlanFileError| Problem::PlanFile {
        spot: spot(&path.display().to_string(), &text, source.span.start),
        source,
    };
    let file = RegisterFile::parse(&text).map_err(refused)?;
    if !may_be_new {
        misspelt(&KnownAttributes::of(state), &file, &text).map_err(refused)?;
    }
    let today = today(state);
    let mut commands = Vec::new();
    let bodies = file.body.len();
    for body in file.body {
        let (id, occurred, fact) = registration(body, today)?;
        let known = state.register().get(&id).and_then(|body| body.facts().next());
        if !known.is_some_and(|(_, _, known)| *known == fact) {
            commands.push(Command::Register { body: id, occurred, fact });
        }
    }
    let skipped = bodies - commands.len();
    Ok((commands, skipped))
}

/// Whether an attribute of a file is called or spelled much like one that
/// there is: no rule would read it.
fn misspelt(known: &KnownAttributes<'_>, file: &RegisterFile, text: &str) -> Result<(), PlanFileError> {
    for (index, body) in file.body.iter().enumerate() {
        for typed in body.attributes.keys() {
            let near = known.like(typed);
            if !near.is_empty() {
                let place = ["body", &index.to_string(), "attributes", typed].map(str::to_owned);
                return Err(PlanFileError::at(
                    text,
                    &place,
                    FileTrouble::Attribute { typed: typed.clone(), near },
                ));
            }
        }
    }
    Ok(())
}

fn registration(body: RegisterBody, today: Day) -> Result<(BodyId, Period, BodyFact), Problem> {
    let from = body.on.or(body.from).unwrap_or(today);
    let to = body.on.or(body.to).unwrap_or(from);
    let occurred = Period::new(from, to).map_err(|source| Usage::Days { body: body.id.clone(), source })?;
    let fact = BodyFact {
        name: body.name.as_ref().map(crate::plan::Name::words),
        synonyms: body.synonyms,
        attributes: body.attributes,
        citation: body.citation,
        ..BodyFact::default()
    };
    Ok((body.id, occurred, fact))
}

/// What is asked of one body.
fn one(state: &State, args: &Args) -> Result<Command, Problem> {
    let occurred = args.on.as_deref().map_or_else(|| Ok(Period::on(today(state))), |on| days(state, on))?;
    if let Some(into) = &args.merge {
        let (gone, kept) = (body_of(state, &args.what)?, body_of(state, into)?);
        return Ok(Command::Merge { gone, kept, reason: args.reason.clone().unwrap_or_default() });
    }
    if args.change {
        return change(state, args, occurred);
    }
    let name = clean_line(&args.what, MAX_NAME)?;
    let kind = args.id.as_ref().map_or_else(|| kind_of(&args.kind), |id| Ok(id.kind()))?;
    let near = same_names(state.register(), kind, &name);
    if !near.is_empty() && !args.distinct && args.id.is_none() {
        return Err(Problem::LikeNames { typed: name, near });
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

/// A new id for a name.
pub(super) fn new_id(register: &Register, kind: BodyKind, name: &str) -> Result<BodyId, Problem> {
    match kind {
        BodyKind::Person => Ok(BodyId::person(Context::new_id().uuid())),
        kind => new_body_id(register, kind, name).map_err(|_| Usage::NoIdOfName(name.to_owned()).into()),
    }
}

fn change(state: &State, args: &Args, occurred: Period) -> Result<Command, Problem> {
    let body = body_of(state, &args.what)?;
    let rename = args.rename.as_deref().map(|name| clean_line(name, MAX_NAME)).transpose()?;
    let successor = args.successor.as_deref().map(|typed| body_of(state, typed)).transpose()?;
    let fact = BodyFact { successor, reason: args.reason.clone(), ..fact(state, args, rename.as_deref())? };
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
