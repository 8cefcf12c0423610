//! `jalon template`: a workbook to fill in, which `jalon import` reads back.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::Context;
use super::entry::type_of;
use super::{Format, Problem};
use crate::figures::{State, latest_indicators};
use crate::ledger::Known;
use crate::plan::folded;
use crate::present::{Arg, ToFill, template};

/// Which types, and where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A type of activity, by name or by the words people use; totals, register
    /// or all.
    kind: String,
    /// The workbook to write; one that is there is left as it is.
    #[arg(value_name = "WORKBOOK")]
    out: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let holds = holds(&state, &args.kind)?;
    let failed = |source: std::io::Error| Problem::File { path: args.out.clone(), source };
    let made = template(&context.messages, &state, &holds);
    let made = made.map_err(|error| failed(std::io::Error::other(error)))?;
    write_new(&args.out, &made.bytes)?;
    let path = args.out.display().to_string();
    if context.format == Format::Json {
        let sheets = || holds.iter().zip(&made.sheets);
        let types = sheets().filter_map(|(holds, sheet)| match holds {
            ToFill::Type(kind) => Some(json!({"sheet": sheet, "type": kind.id})),
            _ => None,
        });
        let sheet_of = |wanted: fn(&ToFill<'_>) -> bool| {
            sheets().find(|(holds, _)| wanted(holds)).map(|(_, sheet)| sheet.as_str())
        };
        return context.print_json(&json!({
            "file": path,
            "jalon": "template/1",
            "register": sheet_of(|it| matches!(it, ToFill::Register)),
            "totals": sheet_of(|it| matches!(it, ToFill::Totals)),
            "types": types.collect::<Vec<_>>(),
        }));
    }
    let values = [("path", Arg::Text(&path)), ("count", Arg::Count(made.sheets.len()))];
    context.print(&format!("{}\n", context.messages.say("template-written", &values)))
}

/// What the sheets hold: of all there is, the types of activity, totals where
/// there are indicators, and the register.
fn holds<'a>(state: &'a State, typed: &str) -> Result<Vec<ToFill<'a>>, Problem> {
    let has_indicators = !latest_indicators(state).is_empty();
    match folded(typed).as_str() {
        "totals" | "totaux" | "totaux publies" | "published totals" if has_indicators => {
            Ok(vec![ToFill::Totals])
        }
        "totals" | "totaux" | "totaux publies" | "published totals" => Err(Problem::NoIndicators),
        "register" | "repertoire" => Ok(vec![ToFill::Register]),
        "all" | "tout" | "tous" => {
            let all = state.catalogue().into_iter().map(ToFill::Type);
            let totals = has_indicators.then_some(ToFill::Totals);
            let holds: Vec<ToFill<'_>> = all.chain(totals).collect();
            if holds.is_empty() {
                return Err(Problem::NoTypes);
            }
            Ok(holds.into_iter().chain([ToFill::Register]).collect())
        }
        _ => Ok(vec![ToFill::Type(type_of(state, typed)?)]),
    }
}

/// Writes a file that is not there yet: all of it or none.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let written = std::fs::File::create_new(path).and_then(|mut file| {
        file.write_all(bytes).inspect_err(|_| {
            // Half of it would be of no use, and keep the whole one out.
            let _ = std::fs::remove_file(path);
        })
    });
    written.map_err(|source| match source.kind() {
        std::io::ErrorKind::AlreadyExists => Problem::FileThere(path.to_owned()),
        _ => Problem::File { path: path.to_owned(), source },
    })
}
