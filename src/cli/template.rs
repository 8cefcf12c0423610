//! `jalon template`: a workbook to fill in, which `jalon import` reads back.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::context::Context;
use super::entry::type_of;
use super::{Format, Problem};
use crate::ledger::Known;
use crate::plan::folded;
use crate::present::{Arg, template};

/// Which types, and where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A type of activity, by name or by the words people use, or all.
    kind: String,
    /// The workbook to write; one that is there is left as it is.
    #[arg(value_name = "WORKBOOK")]
    out: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let all = ["all", "tout", "tous"].contains(&folded(&args.kind).as_str());
    let types = if all { state.catalogue() } else { vec![type_of(&state, &args.kind)?] };
    if types.is_empty() {
        return Err(Problem::NoTypes);
    }
    let failed = |source: std::io::Error| Problem::File { path: args.out.clone(), source };
    let made = template(&context.messages, &state, &types);
    let made = made.map_err(|error| failed(std::io::Error::other(error)))?;
    write_new(&args.out, &made.bytes)?;
    let path = args.out.display().to_string();
    if context.format == Format::Json {
        let types: Vec<_> = types
            .iter()
            .zip(&made.sheets)
            .map(|(kind, sheet)| json!({"sheet": sheet, "type": kind.id}))
            .collect();
        return context.print_json(&json!({"file": path, "jalon": "template/1", "types": types}));
    }
    let values = [("path", Arg::Text(&path)), ("count", Arg::Count(made.sheets.len()))];
    context.print(&format!("{}\n", context.messages.say("template-written", &values)))
}

/// Writes a file that is not there yet.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let written = std::fs::File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|source| match source.kind() {
        std::io::ErrorKind::AlreadyExists => Problem::FileThere(path.to_owned()),
        _ => Problem::File { path: path.to_owned(), source },
    })
}
