//! `jalon import`: activities and reported totals from files.

mod in_turn;
mod made;
mod streamed;
mod told;

use std::path::{Path, PathBuf};

use super::asking::{confirm, is_someone_there};
use super::context::Context;
use super::entry::{today, type_of};
use super::register::kind_of;
use super::{Format, Problem, Usage};
use crate::event::{Author, AuthorType, BodyId, BodyKind, Hash, Hashing};
use crate::exchange::{
    AlikeName, ImportProblem, ImportRow, ImportSaid, ImportTrouble, Incoming, LEFT_OUT, Remedy, RowPlaces,
    SheetNotice, TablesSaid, TypeError, all_problems, read_import_as,
};
use crate::figures::State;
use crate::ledger::{
    Ahead, Command, Committed, DeskError, Import, ImportRefused, Imported, ImportedRows, Prepared, Refusal,
    RefusedRows, Writer,
};
use crate::plan::{ActivityType, BodyFact};
use crate::present::{Arg, preview_rows};
use told::{Told, tell, tell_alike_names, tell_newcomers, tell_notices};

/// Files to import as one batch.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Files, read as one: workbooks (.xlsx), .csv, .tsv and .txt as CSV, any
    /// other as JSON Lines.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The type of all rows of a table without a column that says it.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    #[command(flatten)]
    said: RowsSaid,
    /// Check everything and say of each row what would become of it; write
    /// nothing.
    #[arg(long)]
    dry_run: bool,
    /// Whether rows may only be those of the register.
    #[arg(skip)]
    only_register: bool,
}

impl Args {
    /// One file of activities, with what is said beside it.
    pub(super) fn of_items(file: &Path, kind: Option<String>, said: RowsSaid) -> Self {
        Self { kind, said, only_register: false, ..Self::of_register(file) }
    }

    /// One file whose rows are all of the register.
    pub(super) fn of_register(file: &Path) -> Self {
        let files = vec![file.to_owned()];
        Self { files, kind: None, said: RowsSaid::default(), dry_run: false, only_register: true }
    }
}

/// What may be said beside the rows of a file.
#[derive(clap::Args, Clone, Debug, Default)]
pub(super) struct RowsSaid {
    /// The sheets of a workbook to be read, by name or number; all that are
    /// not hidden otherwise. May be given several times.
    #[arg(long = "sheet", value_name = "SHEET")]
    sheets: Vec<String>,
    /// Register what rows name and the register lacks, as this kind; may be
    /// given several times.
    #[arg(long = "new", value_name = "BODY_KIND")]
    new: Vec<String>,
    /// A name that is another body than those with a name like it; may be
    /// given several times.
    #[arg(long, value_name = "NAME")]
    distinct: Vec<String>,
    /// What a column means that is called otherwise: its head and the name of
    /// a column or field; HEAD=- leaves it out. May be given several times.
    #[arg(long = "map", value_name = "HEAD=NAME")]
    maps: Vec<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if let Some(known) = streamed::scouted(context, args)? {
        return streamed::run(context, args, &known);
    }
    let files: Vec<(String, Vec<u8>)> = args.files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    if args.dry_run {
        let ledger = context.rehearse()?.committed();
        let incoming = incoming(context, args, ledger.state(), &files)?;
        tell_before(context, &incoming);
        return rehearse(context, args, &ledger, &files, incoming);
    }
    let mut understood = None;
    let (state, done) = brought(context, args, &files, &mut understood)?;
    let Understood { places, notices, names } = understood.unwrap_or_default();
    let started = done.batch.and_then(|id| state.sequence_of(id));
    let told = Told {
        state: &state,
        batch: done.batch.zip(started),
        rows: &done.rows,
        place: &|index| places.get(index).map(|places| places.row.clone()),
        preview: None,
        notices: &notices,
        names: &names,
    };
    tell(context, &told)
}

/// The rows of all files, imported as one batch.
pub(super) fn brought(
    context: &Context,
    args: &Args,
    files: &[(String, Vec<u8>)],
    understood: &mut Option<Understood>,
) -> Result<(State, Imported), Problem> {
    let within = context.import(|ledger| prepared(context, args, files, ledger, understood))?;
    let within = within.map(|(ledger, done)| (ledger.state().clone(), done));
    let (state, done) = within.map_or_else(|| alone(context, args, files, understood), Ok)?;
    if !state.is_for_values() {
        context.folder().make_index_after(done.appended);
    }
    Ok((state, done))
}

/// What was understood of files, beside their rows.
#[derive(Default)]
pub(super) struct Understood {
    pub(super) places: Vec<RowPlaces>,
    notices: Vec<SheetNotice>,
    names: Vec<AlikeName>,
}

/// The rows of all files, imported into a ledger that nobody else has meanwhile.
fn alone(
    context: &Context,
    args: &Args,
    files: &[(String, Vec<u8>)],
    understood: &mut Option<Understood>,
) -> Result<(State, Imported), Problem> {
    let intake = context.open_to_import()?;
    let (rows, problems) = understand(context, args, files, intake.state(), understood)?;
    let places = understood.as_ref().map_or(&[][..], |it| &it.places);
    let ahead = Ahead::of(&rows);
    let (author, now) = (context.author_to_be()?, Context::moment());
    let writer = Writer { author, now, accept_clock: context.accept_clock };
    let ids = &mut Context::new_id;
    let whole = |refused| parts(args, Err(refused)).err().unwrap_or_else(|| Problem::Import(vec![]));
    let mut attempt = intake.ready(&ahead)?.attempt(hash_of(files), &ahead, writer, ids).map_err(whole)?;
    let mut refused = RefusedRows::new();
    for (index, row) in rows.into_iter().enumerate() {
        attempt.take(row, ids).unwrap_or_else(|error| refused.push((index, error)));
    }
    if !problems.is_empty() || !refused.is_empty() {
        return Err(Problem::Import(all_problems(files, problems, places, refused)));
    }
    context.keep_author(author)?;
    attempt.commit(ids).map_err(whole)
}

/// The rows of all files as an import that waits to be committed.
fn prepared(
    context: &Context,
    args: &Args,
    files: &[(String, Vec<u8>)],
    ledger: &Committed,
    understood: &mut Option<Understood>,
) -> Result<Prepared, Problem> {
    let (rows, problems) = understand(context, args, files, ledger.state(), understood)?;
    let import = Import { file: hash_of(files), rows };
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    let author = if problems.is_empty() { context.author()? } else { nobody() };
    let done = ledger.prepare(import, author, now, context.accept_clock, ids);
    if problems.is_empty()
        && let Ok(prepared) = done
    {
        return Ok(prepared);
    }
    let (refused, _) = parts(args, done.map(|_| ImportedRows::default()))?;
    let places = understood.as_ref().map_or(&[][..], |it| &it.places);
    Err(Problem::Import(all_problems(files, problems, places, refused)))
}

/// What the rows of all files ask for, and what is wrong with others. What is to be
/// known of them is told once, though they may be read again.
fn understand(
    context: &Context,
    args: &Args,
    files: &[(String, Vec<u8>)],
    state: &State,
    understood: &mut Option<Understood>,
) -> Result<(Vec<Command>, Vec<ImportProblem>), Problem> {
    let incoming = incoming(context, args, state, files)?;
    if understood.is_none() {
        tell_before(context, &incoming);
        if incoming.problems.is_empty() {
            agree_to_newcomers(context, args, state, &incoming.rows)?;
        }
    }
    let Incoming { rows, problems, notices, alike: names } = incoming;
    let (places, rows): (Vec<RowPlaces>, Vec<_>) =
        rows.into_iter().map(|row| (row.places, row.command)).unzip();
    *understood = Some(Understood { places, notices, names });
    Ok((rows, problems))
}

pub(super) fn tell_before(context: &Context, incoming: &Incoming) {
    tell_notices(context, &incoming.notices);
    tell_alike_names(context, &incoming.alike);
}

/// The rows of all files, by what is said beside them.
pub(super) fn incoming(
    context: &Context,
    args: &Args,
    state: &State,
    files: &[(String, Vec<u8>)],
) -> Result<Incoming, Problem> {
    let new: Vec<BodyKind> = args.said.new.iter().map(|typed| kind_of(typed)).collect::<Result<_, _>>()?;
    let tables = said_of_heads(&args.said.maps)?;
    let said = ImportSaid {
        kind: args.kind.as_deref().map(|typed| catalogued(state, typed)).transpose()?,
        sheets: &args.said.sheets,
        new: &new,
        distinct: &args.said.distinct,
        remedy: Remedy::New,
        today: Some(today(state)),
        tables: Some(&tables),
        register: None,
    };
    let mut incoming = read_import_as(files, &said, state, &|| context.persons(state), &mut Context::new_id);
    if args.only_register {
        let others = incoming.rows.extract_if(.., |row| !matches!(row.command, Command::Register { .. }));
        let told =
            |row: ImportRow| ImportProblem { spot: row.places.row, trouble: ImportTrouble::NotRegister };
        incoming.problems.extend(others.map(told));
    }
    Ok(incoming)
}

/// Shows the bodies that rows register; where names of activities are made
/// bodies, whoever is there is asked first.
fn agree_to_newcomers(
    context: &Context,
    args: &Args,
    state: &State,
    rows: &[ImportRow],
) -> Result<(), Problem> {
    tell_newcomers(context, state, rows);
    let newcomers = rows.iter().filter(|row| newcomer(state, row).is_some()).count();
    if args.said.new.is_empty() || newcomers == 0 || !is_someone_there(context) {
        return Ok(());
    }
    let question = context.messages.say("import-ask-new", &[("count", Arg::Count(newcomers))]);
    if confirm(context, &question)? { Ok(()) } else { Err(Problem::Unanswered) }
}

/// What is said of heads: of a head that holds `=` too, the last one divides.
pub(super) fn said_of_heads(maps: &[String]) -> Result<TablesSaid, Usage> {
    let pair = |typed: &String| {
        let (head, name) = typed.rsplit_once('=').ok_or_else(|| Usage::Pair(typed.clone()))?;
        let name = if name.trim().is_empty() { LEFT_OUT } else { name.trim() };
        Ok((head.trim().to_owned(), name.to_owned()))
    };
    Ok(TablesSaid { heads: maps.iter().map(pair).collect::<Result<_, _>>()?, tables: vec![] })
}

/// What a row says of a body that it registers.
fn newcomer<'a>(state: &State, row: &'a ImportRow) -> Option<(&'a BodyId, &'a BodyFact)> {
    match &row.command {
        Command::Register { body, fact, .. } => Some((body, fact)),
        _ => None,
    }
    .filter(|(body, _)| state.register().get(body).is_none())
}

/// BLAKE3 of all files, one after the other.
pub(super) fn hash_of(files: &[(String, Vec<u8>)]) -> Hash {
    let mut whole = Hashing::default();
    for (_, bytes) in files {
        whole.add(bytes);
    }
    whole.end()
}

/// The rows that are refused, and what becomes of all of them.
pub(super) fn parts(
    args: &Args,
    done: Result<ImportedRows, ImportRefused>,
) -> Result<(RefusedRows, ImportedRows), Problem> {
    match done {
        Ok(rows) => Ok((RefusedRows::new(), rows)),
        Err(ImportRefused::Rows { refused, rows }) => Ok((refused, *rows)),
        Err(ImportRefused::Whole(DeskError::Refused(source))) => {
            Err(Problem::ImportFiles { files: args.files.clone(), source })
        }
        Err(ImportRefused::Whole(error)) => Err(error.into()),
    }
}

/// Says of each row what would become of it.
fn rehearse(
    context: &Context,
    args: &Args,
    ledger: &Committed,
    files: &[(String, Vec<u8>)],
    incoming: Incoming,
) -> Result<(), Problem> {
    let Incoming { rows, problems, notices, alike } = incoming;
    let is_without_rows = rows.is_empty() && problems.iter().all(ImportProblem::is_of_file);
    let commands: Vec<_> = rows.iter().map(|row| row.command.clone()).collect();
    let import = Import { file: hash_of(files), rows: commands };
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    let done = ledger.rehearse(import, nobody(), now, context.accept_clock, ids);
    let (refused, done) = parts(args, done)?;
    let places: Vec<RowPlaces> = rows.iter().map(|row| row.places.clone()).collect();
    let problems = all_problems(files, problems, &places, refused);
    let preview = preview_rows(files, &rows, &done, &problems, &alike);
    let told = Told {
        state: ledger.state(),
        batch: None,
        rows: &done,
        place: &|index| places.get(index).map(|places| places.row.clone()),
        preview: Some(&preview),
        notices: &notices,
        names: &alike,
    };
    // Of files in which no row stands there is nothing to show.
    if !is_without_rows || context.format == Format::Json {
        tell(context, &told)?;
    }
    if is_without_rows {
        return Err(Problem::Import(problems));
    }
    let count = preview.iter().filter(|row| !row.problems.is_empty()).count();
    if count == 0 { Ok(()) } else { Err(Problem::RowsRefused(count)) }
}

/// The type of a file's rows: an import keeps no notes of what is in no
/// catalogue.
fn catalogued<'a>(state: &'a State, typed: &str) -> Result<&'a ActivityType, Problem> {
    type_of(state, typed).map_err(|problem| match problem {
        Problem::Desk(DeskError::Refused(Refusal::UnknownType { typed, near })) => {
            Problem::Type(TypeError::Unknown { typed, near })
        }
        other => other,
    })
}

pub(super) fn read(path: &Path) -> Result<(String, Vec<u8>), Problem> {
    let bytes = std::fs::read(path).map_err(|source| Problem::File { path: path.to_owned(), source })?;
    Ok((path.display().to_string(), bytes))
}

/// Who rehearses: nothing that an import records depends on it, and an
/// account that was not seen before is written down by what it records.
pub(super) fn nobody() -> Author {
    Author { user: uuid::Uuid::nil(), kind: AuthorType::User }
}
