//! `jalon reconcile`: what is printed or about to be, beside what the entries
//! give and beside itself.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::kpi::Asked;
use super::written::{check_terminal, print_bytes, write_file};
use super::{Format, Problem, TableFormat};
use crate::audit::reconcile;
use crate::exchange::{Draft, Setting, read_draft};
use crate::figures::{Filter, Question, Ruling, State, Table, table};
use crate::present::{
    reconciliation_json, reconciliation_markdown, reconciliation_text, reconciliation_workbook,
    settling_unread,
};

/// What was printed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What is printed: a workbook or CSV with named columns or as a table of
    /// indicators, or a text; several are taken together.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    /// Also print what agrees.
    #[arg(long)]
    all: bool,
    /// The file to write the list to settle into, whose ending is .md or .xlsx.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Args {
    /// The file to write the list into.
    pub(super) fn out(&self) -> Option<&Path> {
        self.out.as_deref()
    }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (state, known) = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    let ruling = Ruling::at(&state, &choice, day)?;
    let mut table = table(&Question::new(&state, &ruling, day, Filter::default()));
    table.scope.known = known;
    let draft = read(args, &state, &table)?;
    let Draft { printed, spots, tied, unread } = draft;
    if let Some(words) = settling_unread(&context.messages, &unread) {
        context.tell(&words);
    }
    let found = reconcile(&table, printed).map_err(|unknown| Problem::Unprinted(unknown, spots))?;
    let messages = &context.messages;
    let bytes = match context.table {
        TableFormat::Md => reconciliation_markdown(messages, &table, &found, &tied).into_bytes(),
        TableFormat::Xlsx => {
            reconciliation_workbook(messages, &table, &found, &tied).map_err(Problem::Workbook)?
        }
        TableFormat::Json => {
            let document = reconciliation_json(&table, &found, &tied);
            (serde_json::to_string_pretty(&document).unwrap_or_default() + "\n").into_bytes()
        }
        _ => reconciliation_text(messages, &table, &found, &tied, args.all, Context::width()).into_bytes(),
    };
    give(context, args.out(), &bytes)?;
    if found.findings.is_empty() { Ok(()) } else { Err(Problem::Differs(found.findings.len())) }
}

/// All that the files print.
fn read(args: &Args, state: &State, table: &Table<'_>) -> Result<Draft, Problem> {
    let setting = Setting::of(state, None);
    let mut all = Draft::default();
    for path in &args.files {
        let bytes = std::fs::read(path).map_err(|source| Problem::File { path: path.clone(), source })?;
        let draft = read_draft(&path.display().to_string(), &bytes, table, &setting);
        all = all.and(draft.map_err(|source| Problem::Draft { path: path.clone(), source })?);
    }
    Ok(all)
}

fn give(context: &Context, out: Option<&Path>, bytes: &[u8]) -> Result<(), Problem> {
    if let Some(out) = out {
        return write_file(context, out, bytes);
    }
    if context.table == TableFormat::Xlsx {
        check_terminal(context, out)?;
        return print_bytes(bytes);
    }
    match (context.format, std::str::from_utf8(bytes)) {
        (Format::Text | Format::Json, Ok(text)) => context.print(text),
        (_, Err(_)) => Ok(()),
    }
}
