//! `jalon import`: activities and reported totals from files.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::{Context, Held};
use super::entry::type_of;
use super::{Format, Problem};
use crate::event::{Author, AuthorType, EntryId, Hash};
use crate::exchange::{Incoming, RowPlaces, TypeError, all_problems, read_import};
use crate::figures::State;
use crate::ledger::{DeskError, Import, ImportRefused, ImportedRows, Refusal, RefusedRows};
use crate::plan::ActivityType;
use crate::present::Arg;

/// Files to import as one batch.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Files, read as one: .csv, .tsv and .txt as CSV, any other as JSON Lines.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The type of all rows of a CSV file without a column that says it.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Check everything and say what would be recorded; write nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let files: Vec<(String, Vec<u8>)> = args.files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let mut desk = if args.dry_run { Held::Own(Box::new(context.rehearse()?)) } else { context.open()? };
    let kind = args.kind.as_deref().map(|typed| catalogued(desk.state(), typed)).transpose()?;
    let Incoming { rows, problems } = read_import(&files, kind, desk.state(), &mut Context::new_id);
    let (places, rows): (Vec<RowPlaces>, Vec<_>) =
        rows.into_iter().map(|row| (row.places, row.command)).unzip();
    let whole: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    let import = Import { file: Hash::of(&whole), rows };
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    let done = if args.dry_run || !problems.is_empty() {
        desk.rehearse(import, nobody(), now, context.accept_clock, ids).map(|rows| (None, rows))
    } else {
        let author = context.author()?;
        desk.import(import, author, now, context.accept_clock, ids).map(|done| (done.batch, done.rows))
    };
    let refused = match done {
        Ok((batch, rows)) if problems.is_empty() => {
            let started = batch.and_then(|id| desk.state().sequence_of(id));
            return tell(context, args.dry_run, batch.zip(started), &rows);
        }
        Ok(_) => RefusedRows::new(),
        Err(ImportRefused::Rows(refused)) => refused,
        Err(ImportRefused::Whole(DeskError::Refused(source))) => {
            return Err(Problem::ImportFiles { files: args.files.clone(), source });
        }
        Err(ImportRefused::Whole(error)) => return Err(error.into()),
    };
    Err(Problem::Import(all_problems(&files, problems, &places, refused)))
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

fn read(path: &Path) -> Result<(String, Vec<u8>), Problem> {
    let bytes = std::fs::read(path).map_err(|source| Problem::File { path: path.to_owned(), source })?;
    Ok((path.display().to_string(), bytes))
}

/// Who rehearses: nothing that an import records depends on it, and an
/// account that was not seen before is written down by what it records.
fn nobody() -> Author {
    Author { user: uuid::Uuid::nil(), kind: AuthorType::User }
}

/// What was done, or in a dry run what would be; with the batch and its place
/// where something was appended.
fn tell(
    context: &Context,
    dry_run: bool,
    batch: Option<(EntryId, u64)>,
    rows: &ImportedRows,
) -> Result<(), Problem> {
    let added: usize = rows.added.values().sum();
    if context.format == Format::Json {
        return context.print_json(&json!({
            "added": added, "batch": batch.map(|(id, _)| id.to_string()), "dryrun": dry_run,
            "jalon": "import/1", "planned": rows.planned, "skipped": rows.skipped, "types": rows.added,
        }));
    }
    let say = |id: &str, values: &[(&str, Arg<'_>)]| context.messages.say(id, values);
    let counts = [("added", Arg::Count(added)), ("skipped", Arg::Count(rows.skipped))];
    let mut text = match batch {
        Some((_, started)) => format!("#{started} · {}\n", say("import-counts", &counts)),
        None if dry_run => format!("{}\n", say("import-would", &counts)),
        None => format!("{}\n", say("import-counts", &counts)),
    };
    for (kind, count) in &rows.added {
        let values = [("count", Arg::Count(*count)), ("kind", Arg::Text(kind))];
        text.push_str(&format!("  {}\n", say("import-type", &values)));
    }
    if rows.planned > 0 {
        text.push_str(&format!("{}\n", say("import-planned", &[("count", Arg::Count(rows.planned))])));
    }
    context.print(&text)
}
