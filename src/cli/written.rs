//! Files that commands write.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use super::context::Context;
use super::problem::PaperTrouble;
use super::{Problem, TableFormat, Usage};
use crate::present::Arg;

/// Whether what is asked for can be given: a workbook is no text for a terminal.
pub(super) fn check_terminal(context: &Context, out: Option<&Path>) -> Result<(), Usage> {
    if context.table == TableFormat::Xlsx && out.is_none() && io::stdout().is_terminal() {
        return Err(Usage::WorkbookOnTerminal);
    }
    Ok(())
}

/// Checks that nothing lies in a folder, if there is one.
pub(super) fn check_empty(folder: &Path) -> Result<(), Problem> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Problem::File { path: folder.to_owned(), source }),
        Ok(mut files) => match files.next() {
            None => Ok(()),
            Some(_) => Err(PaperTrouble::FolderNotEmpty(folder.to_owned()).into()),
        },
    }
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
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// The whole file or none of it, and says what was written.
pub(super) fn write_file(context: &Context, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    write_through(path, |file| {
        file.write_all(bytes).map_err(|source| Problem::File { path: path.to_owned(), source })
    })?;
    let path = path.display().to_string();
    context.tell(&context.messages.say("table-written", &[("path", Arg::Text(&path))]));
    Ok(())
}

/// Has a file written from its beginning to its end: it is there whole then, or is what
/// it was before.
pub(super) fn write_through<T>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let failed = |source| Problem::File { path: path.to_owned(), source };
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    let mut partial = path.as_os_str().to_owned();
    partial.push(".tmp");
    let written = || {
        let mut file = BufWriter::new(File::create(&partial).map_err(failed)?);
        let made = write(&mut file)?;
        file.flush().and_then(|()| fs::rename(&partial, path)).map_err(failed)?;
        Ok(made)
    };
    let written = written();
    if written.is_err() {
        // What could not be written whole is of no use.
        let _ = fs::remove_file(&partial);
    }
    written
}
