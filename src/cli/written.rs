//! Files that commands write: the whole of one or nothing of it.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::Path;

use super::context::Context;
use super::{Problem, TableFormat, Usage};
use crate::present::Arg;

/// Whether what is asked for can be given: a workbook is no text for a terminal.
pub(super) fn check_terminal(context: &Context, out: Option<&Path>) -> Result<(), Usage> {
    if context.table == TableFormat::Xlsx && out.is_none() && std::io::stdout().is_terminal() {
        return Err(Usage::WorkbookOnTerminal);
    }
    Ok(())
}

/// Bytes, into a file or to standard output.
pub(super) fn write_or_print(context: &Context, out: Option<&Path>, bytes: &[u8]) -> Result<(), Problem> {
    match out {
        Some(out) => write_file(context, out, bytes),
        None => print_bytes(bytes),
    }
}

/// Bytes, to standard output.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<(), Problem> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// The whole file or none of it.
pub(super) fn write_file(context: &Context, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let failed = |source| Problem::File { path: path.to_owned(), source };
    if path.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut partial = path.as_os_str().to_owned();
    partial.push(".tmp");
    let written = fs::write(&partial, bytes).and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // What could not be written whole is of no use.
        let _ = fs::remove_file(&partial);
    }
    written.map_err(failed)?;
    let path = path.display().to_string();
    context.tell(&context.messages.say("table-written", &[("path", Arg::Text(&path))]));
    Ok(())
}
