//! `jalon import`: activities and reported totals from files.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::context::{Context, Held};
use super::entry::type_of;
use super::{Format, Problem, Usage};
use crate::event::{Author, AuthorType, EntryId, Hash};
use crate::exchange::{
    Incoming, LEFT_OUT, Reader, Remedy, RowPlaces, SheetNotice, Spot, TablesSaid, TypeError, all_problems, read_files,
};
use crate::figures::State;
use crate::ledger::{Desk, DeskError, Import, ImportRefused, ImportedRows, Refusal, RefusedRows};
use crate::plan::{ActivityType, PersonNames};
use crate::present::{
    Arg, PreviewRow, entry_words, notice_json, preview_json, preview_rows, preview_text,
};

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
    /// What a column means that is called otherwise: its head and the name of
    /// a column or field; HEAD=- leaves it out.
    #[arg(long = "map", value_name = "HEAD=NAME")]
    maps: Vec<String>,
    /// Check everything and say of each row what would become of it; write
    /// nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let files: Vec<(String, Vec<u8>)> = args.files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let mut desk = if args.dry_run { Held::Own(Box::new(context.rehearse()?)) } else { context.open()? };
    let kind = args.kind.as_deref().map(|typed| catalogued(desk.state(), typed)).transpose()?;
    let said = said(&args.maps)?;
    let incoming = {
        let (state, ids) = (desk.state(), &mut Context::new_id);
        let (register, remedy) = (state.register(), Remedy::Register);
        let open: &dyn Fn() -> PersonNames = &|| context.persons(state);
        read_files(&files, &Reader { state, register, open, remedy, kind, said: &said }, ids)
    };
    tell_notices(context, &incoming.notices);
    if args.dry_run {
        return rehearse(context, args, &desk, &files, incoming);
    }
    let Incoming { rows, problems, notices } = incoming;
    let (places, rows): (Vec<RowPlaces>, Vec<_>) =
        rows.into_iter().map(|row| (row.places, row.command)).unzip();
    let import = Import { file: whole(&files), rows };
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    let done = if problems.is_empty() {
        let author = context.author()?;
        desk.import(import, author, now, context.accept_clock, ids).map(|done| (done.batch, done.rows))
    } else {
        desk.rehearse(import, nobody(), now, context.accept_clock, ids).map(|rows| (None, rows))
    };
    match done {
        Ok((batch, rows)) if problems.is_empty() => {
            let started = batch.and_then(|id| desk.state().sequence_of(id));
            let told = Told {
                state: desk.state(),
                batch: batch.zip(started),
                rows: &rows,
                places: &places,
                preview: None,
                notices: &notices,
            };
            tell(context, &told)
        }
        done => {
            let (refused, _) = parts(args, done.map(|(_, rows)| rows))?;
            Err(Problem::Import(all_problems(&files, problems, &places, refused)))
        }
    }
}

/// What is said of heads: of a head that holds `=` too, the last one divides.
fn said(maps: &[String]) -> Result<TablesSaid, Usage> {
    let pair = |typed: &String| {
        let (head, name) = typed.rsplit_once('=').ok_or_else(|| Usage::Pair(typed.clone()))?;
        let name = if name.trim().is_empty() { LEFT_OUT } else { name.trim() };
        Ok((head.trim().to_owned(), name.to_owned()))
    };
    Ok(TablesSaid { heads: maps.iter().map(pair).collect::<Result<_, _>>()?, tables: vec![] })
}

/// BLAKE3 of all files, one after the other.
fn whole(files: &[(String, Vec<u8>)]) -> Hash {
    let whole: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    Hash::of(&whole)
}

/// The rows that are refused, and what becomes of all of them.
fn parts(
    args: &Args,
    done: Result<ImportedRows, ImportRefused>,
) -> Result<(RefusedRows, ImportedRows), Problem> {
    match done {
        Ok(rows) => Ok((RefusedRows::new(), rows)),
        Err(ImportRefused::Rows { refused, rows }) => Ok((refused, rows)),
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
    desk: &Desk,
    files: &[(String, Vec<u8>)],
    incoming: Incoming,
) -> Result<(), Problem> {
    let Incoming { rows, problems, notices } = incoming;
    let commands: Vec<_> = rows.iter().map(|row| row.command.clone()).collect();
    let import = Import { file: whole(files), rows: commands };
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    let done = desk.rehearse(import, nobody(), now, context.accept_clock, ids);
    let (refused, done) = parts(args, done)?;
    let places: Vec<RowPlaces> = rows.iter().map(|row| row.places.clone()).collect();
    let problems = all_problems(files, problems, &places, refused);
    let preview = preview_rows(files, &rows, &done, &problems);
    let told = Told {
        state: desk.state(),
        batch: None,
        rows: &done,
        places: &places,
        preview: Some(&preview),
        notices: &notices,
    };
    tell(context, &told)?;
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

fn read(path: &Path) -> Result<(String, Vec<u8>), Problem> {
    let bytes = std::fs::read(path).map_err(|source| Problem::File { path: path.to_owned(), source })?;
    Ok((path.display().to_string(), bytes))
}

/// Who rehearses: nothing that an import records depends on it, and an
/// account that was not seen before is written down by what it records.
fn nobody() -> Author {
    Author { user: uuid::Uuid::nil(), kind: AuthorType::User }
}

fn tell_notices(context: &Context, notices: &[SheetNotice]) {
    for SheetNotice { spot, hidden } in notices {
        let id = if *hidden { "sheet-hidden" } else { "sheet-prose" };
        context.tell(&format!("{spot}: {}", context.messages.word(id)));
    }
}

/// What is told of an import.
struct Told<'a> {
    state: &'a State,
    /// The batch and its place, where something was appended.
    batch: Option<(EntryId, u64)>,
    rows: &'a ImportedRows,
    /// Where each row stands.
    places: &'a [RowPlaces],
    /// In a dry run what would become of each row.
    preview: Option<&'a [PreviewRow<'a>]>,
    notices: &'a [SheetNotice],
}

impl Told<'_> {
    /// The rows that say what stands already, and the place of what says it.
    fn alike(&self) -> Vec<(&Spot, u64)> {
        let known = self.rows.alike.iter();
        known.filter_map(|(index, sequence)| Some((&self.places.get(*index)?.row, *sequence))).collect()
    }

    fn json(&self) -> Json {
        let alike = self.alike().into_iter().map(|(spot, sequence)| {
            let place = spot.to_string();
            json!({"file": spot.file, "line": spot.line, "place": place, "sequence": sequence})
        });
        let unread = self.notices.iter().map(|it| json!({"hidden": it.hidden, "place": it.spot.to_string()}));
        json!({
            "added": self.rows.added.values().sum::<usize>(),
            "alike": alike.collect::<Vec<_>>(),
            "batch": self.batch.map(|(id, _)| id.to_string()),
            "dryrun": self.preview.is_some(),
            "jalon": "import/1",
            "notice": notice_json(self.state.notice()),
            "planned": self.rows.planned,
            "rows": self.preview.map(|preview| preview_json(self.state, preview)),
            "skipped": self.rows.skipped,
            "types": self.rows.added,
            "unread": unread.collect::<Vec<_>>(),
        })
    }
}

/// What was done, or in a dry run what would be.
fn tell(context: &Context, told: &Told<'_>) -> Result<(), Problem> {
    let Told { state, batch, rows, preview, .. } = *told;
    if context.format == Format::Json {
        return context.print_json(&told.json());
    }
    if let Some(preview) = preview {
        context.print(&preview_text(&context.messages, state, preview, Context::width()))?;
    }
    let added: usize = rows.added.values().sum();
    let say = |id: &str, values: &[(&str, Arg<'_>)]| context.messages.say(id, values);
    let counts = [("added", Arg::Count(added)), ("skipped", Arg::Count(rows.skipped))];
    let mut text = match batch {
        Some((_, started)) => format!("#{started} · {}\n", say("import-counts", &counts)),
        None if preview.is_some() => format!("{}\n", say("import-would", &counts)),
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
    tell_alike(context, &told.alike(), preview.is_some());
    Ok(())
}

/// What people read of a type, or of what the program records itself.
fn type_label(context: &Context, state: &State, kind: &str) -> String {
    match state.activity_type(kind) {
        Some(kind) => context.messages.language().of(&kind.label).to_owned(),
        None => entry_words(&context.messages, kind),
    }
}

/// Rows that say what stands already, which may be meant. Where a table of all
/// rows was shown it named them, and only what to do is left to say.
fn tell_alike(context: &Context, alike: &[(&Spot, u64)], shown: bool) {
    const MOST: usize = 10;
    for (spot, sequence) in alike.iter().take(if shown { 0 } else { MOST }) {
        let values = [("place", Arg::Shown(spot)), ("entry", Arg::Shown(sequence))];
        context.tell(&context.messages.say("import-alike", &values));
    }
    if alike.len() > MOST && !shown {
        let more = [("count", Arg::Count(alike.len() - MOST))];
        context.tell(&context.messages.say("import-alike-more", &more));
    }
    if !alike.is_empty() {
        context.tell(&context.messages.word("import-alike-hint"));
    }
}
