//! `jalon import`: activities and reported totals from files.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::{Context, Held};
use super::entry::type_of;
use super::{Format, Problem};
use crate::event::{Author, AuthorType, EntryId, Hash};
use crate::exchange::{Incoming, RowPlaces, Spot, TypeError, all_problems, read_import};
use crate::figures::State;
use crate::ledger::{DeskError, Import, ImportRefused, ImportedRows, Refusal, RefusedRows};
use crate::plan::ActivityType;
use crate::present::{Arg, entry_words, notice_json};

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
    let Incoming { rows, problems } = {
        let (state, ids) = (desk.state(), &mut Context::new_id);
        read_import(&files, kind, state, &|| context.persons(state), ids)
    };
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
            return tell(context, desk.state(), args.dry_run, batch.zip(started), &rows, &places);
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
    state: &State,
    dry_run: bool,
    batch: Option<(EntryId, u64)>,
    rows: &ImportedRows,
    places: &[RowPlaces],
) -> Result<(), Problem> {
    let added: usize = rows.added.values().sum();
    let alike: Vec<(&Spot, u64)> = rows
        .alike
        .iter()
        .filter_map(|(index, sequence)| Some((&places.get(*index)?.row, *sequence)))
        .collect();
    if context.format == Format::Json {
        let alike: Vec<_> = alike
            .iter()
            .map(|(spot, sequence)| json!({"file": spot.file, "line": spot.line, "sequence": sequence}))
            .collect();
        return context.print_json(&json!({
            "added": added, "alike": alike, "batch": batch.map(|(id, _)| id.to_string()), "dryrun": dry_run,
            "jalon": "import/1", "notice": notice_json(state.notice()), "planned": rows.planned, "skipped": rows.skipped, "types": rows.added,
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
        let label = type_label(context, state, kind);
        let values = [("count", Arg::Count(*count)), ("label", Arg::Text(&label)), ("kind", Arg::Text(kind))];
        text.push_str(&format!("  {}\n", say("import-type", &values)));
    }
    if rows.planned > 0 {
        text.push_str(&format!("{}\n", say("import-planned", &[("count", Arg::Count(rows.planned))])));
    }
    context.print(&text)?;
    context.tell_notice(state);
    tell_alike(context, &alike);
    Ok(())
}

/// What people read of a type, or of what the program records itself.
fn type_label(context: &Context, state: &State, kind: &str) -> String {
    match state.activity_type(kind) {
        Some(kind) => context.messages.language().of(&kind.label).to_owned(),
        None => entry_words(&context.messages, kind),
    }
}

/// Rows that say what stands already, which may be meant.
fn tell_alike(context: &Context, alike: &[(&Spot, u64)]) {
    const MOST: usize = 10;
    for (spot, sequence) in alike.iter().take(MOST) {
        let values = [("place", Arg::Shown(spot)), ("entry", Arg::Shown(sequence))];
        context.tell(&context.messages.say("import-alike", &values));
    }
    if alike.len() > MOST {
        let more = [("count", Arg::Count(alike.len() - MOST))];
        context.tell(&context.messages.say("import-alike-more", &more));
    }
    if !alike.is_empty() {
        context.tell(&context.messages.word("import-alike-hint"));
    }
}
