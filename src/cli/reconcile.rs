//! `jalon reconcile`: printed figures beside what the numbers give.

use std::path::PathBuf;

use super::context::Context;
use super::kpi::Asked;
use super::{Format, Problem};
use crate::audit::{Printed, Verdict, reconcile};
use crate::exchange::{ImportProblem, Sheet, TableError, read_sheet};
use crate::figures::{Filter, Question, Ruling, table};
use crate::present::{reconciliation_json, reconciliation_text};

/// What was printed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// CSV with place, line, indicator, target, delivered, percent as printed.
    file: PathBuf,
    #[command(flatten)]
    asked: Asked,
    /// Also print what agrees.
    #[arg(long)]
    all: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (sheet, printed) = read(args)?;
    let (state, known) = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    let ruling = Ruling::at(&state, &choice, day)?;
    let mut table = table(&Question::new(&state, &ruling, day, Filter::default()));
    table.scope.known = known;
    let compared = reconcile(&table, &printed).map_err(|unknown| {
        let at = sheet.column(COLUMNS[2].1).unwrap_or_default();
        let told =
            unknown.into_iter().map(|it| (sheet.spot(it.at, at), printed[it.at].indicator.clone(), it.near));
        Problem::Published(told.collect())
    })?;
    match context.format {
        Format::Json => context.print_json(&reconciliation_json(&table, &compared))?,
        Format::Text => {
            let text = reconciliation_text(&context.messages, &table, &compared, args.all, Context::width());
            context.print(&text)?;
        }
    }
    let differ = compared.iter().filter(|it| it.verdict == Verdict::Differs).count();
    if differ == 0 { Ok(()) } else { Err(Problem::Differs(differ)) }
}

/// The columns by the name that messages give, with the heads they may have.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("place", &["place", "endroit", "emplacement"]),
    ("line", &["line", "ligne"]),
    ("indicator", &["indicator", "indicateur"]),
    ("target", &["target", "cible", "objectif"]),
    ("delivered", &["delivered", "livre", "realise"]),
    ("percent", &["percent", "pourcentage"]),
];

fn read(args: &Args) -> Result<(Sheet, Vec<Printed>), Problem> {
    let bytes = std::fs::read(&args.file);
    let bytes = bytes.map_err(|source| Problem::File { path: args.file.clone(), source })?;
    let file = args.file.display().to_string();
    let sheet = read_sheet(&file, &bytes).map_err(|errors| {
        let problem = |error: TableError| ImportProblem { spot: error.spot, trouble: error.trouble.into() };
        Problem::Import(errors.into_iter().map(problem).collect())
    })?;
    for column in ["indicator", "delivered"] {
        let heads = COLUMNS.iter().find(|(name, _)| *name == column).map_or(&[][..], |(_, heads)| heads);
        sheet.column(heads).ok_or_else(|| Problem::Column { path: args.file.clone(), column })?;
    }
    let printed = (0..sheet.len()).map(|line| {
        let [place, source, indicator, target, delivered, percent] = COLUMNS.map(|(_, heads)| {
            sheet.column(heads).map_or_else(String::new, |at| sheet.cell(line, at).to_owned())
        });
        Printed { place, line: source, indicator, target, delivered, percent }
    });
    let printed = printed.collect();
    Ok((sheet, printed))
}
