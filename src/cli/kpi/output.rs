//! A table in the format asked for, to standard output or into a file.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::super::context::Context;
use super::super::written::{print_bytes, write_file};
use super::super::{Format, Problem, TableFormat};
use crate::event::Day;
use crate::figures::{Comparison, State, Table};
use crate::present::{
    PACKAGE, Supplement, comparison_text, package_json, package_with, table_bytes, table_text,
};

/// What was asked for: the table of one date, or beside that of another.
pub(super) enum Answer<'a> {
    One(Box<Table<'a>>),
    Two(Box<Comparison<'a>>),
}

impl<'a> Answer<'a> {
    /// The table, of two the newer one.
    pub(super) const fn table(&self) -> &Table<'a> {
        match self {
            Self::One(table) => table,
            Self::Two(comparison) => &comparison.newer,
        }
    }

    const fn compared(&self) -> Option<&Comparison<'a>> {
        match self {
            Self::One(_) => None,
            Self::Two(comparison) => Some(comparison),
        }
    }

    /// The older of two dates.
    pub(super) fn older_day(&self) -> Option<Day> {
        self.compared().map(|comparison| comparison.older.as_at)
    }

    /// The text for a terminal of this width.
    pub(super) fn text(&self, context: &Context, supplement: Supplement, width: u16) -> String {
        match self {
            Self::One(table) => table_text(&context.messages, table, supplement, width),
            Self::Two(comparison) => comparison_text(&context.messages, comparison, width),
        }
    }

    /// Its bytes in the format asked for, without colours.
    pub(super) fn bytes(&self, context: &Context, state: &State) -> Result<Vec<u8>, Problem> {
        let (messages, format) = (&context.messages, context.table.sent());
        let file = table_bytes(messages, state, format, self.table(), self.compared());
        let text = || {
            let text = self.text(context, Supplement::Shown, Context::width());
            anstream::adapter::strip_str(&text).to_string().into_bytes()
        };
        Ok(file.map_err(Problem::Workbook)?.unwrap_or_else(text))
    }
}

/// Prints it; at a terminal with colours where it is text.
pub(super) fn print(context: &Context, answer: &Answer<'_>, bytes: &[u8]) -> Result<(), Problem> {
    if context.table.plain() == Some(Format::Text) {
        return context.print(&answer.text(context, Supplement::Shown, Context::width()));
    }
    print_bytes(bytes)
}

/// Writes it into a file, or of a CSV file into a folder, with what says what
/// is in it beside it; says what was written.
pub(super) fn write(context: &Context, answer: &Answer<'_>, bytes: &[u8], out: &Path) -> Result<(), Problem> {
    if context.table != TableFormat::Csv {
        return write_file(context, out, bytes);
    }
    let file = csv_file(answer.table(), out)?;
    let package = file.with_file_name(PACKAGE);
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let document = package_json(&context.messages, answer.table(), answer.compared(), &name, bytes);
    let document = with_others(document, &package)?;
    let document = serde_json::to_string_pretty(&document).unwrap_or_default() + "\n";
    write_file(context, &file, bytes)?;
    write_file(context, &package, document.as_bytes())
}

/// The file that is meant: of a folder, which is made where it is not, one in it
/// that is named after the plan and the date.
fn csv_file(table: &Table<'_>, out: &Path) -> Result<PathBuf, Problem> {
    if !out.is_dir() && !out.to_string_lossy().ends_with('/') {
        return Ok(out.to_owned());
    }
    fs::create_dir_all(out).map_err(|source| Problem::File { path: out.to_owned(), source })?;
    Ok(out.join(format!("{}-{}.csv", table.ruling.adopted.adoption.id, table.as_at)))
}

/// The description with what one that stands there says of other files; one that
/// this program did not write stays.
fn with_others(document: Json, path: &Path) -> Result<Json, Problem> {
    let Ok(bytes) = fs::read(path) else { return Ok(document) };
    let there = serde_json::from_slice(&bytes).unwrap_or_default();
    // Of a file that is gone there is nothing left to say.
    let is_kept = |name: &str| path.with_file_name(name).is_file();
    package_with(document, &there, is_kept).ok_or_else(|| Problem::OtherPackage(path.to_owned()))
}
