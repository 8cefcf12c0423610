//! What is printed or about to be: a draft in columns, the table itself, or a
//! text with numbers in it.
//!
//! ```text
//! named columns ──columns──┐
//! a table of indicators ───┼──▶ Printed, each with its place
//! a text ──────────────────┘         └ tied to an indicator where its words say which
//! ```
//!
//! Nothing is guessed: what belongs to no indicator for sure is kept without one,
//! with those that it may be of.

mod columns;
mod label;
mod markdown;
mod numbers;
mod own;
mod sheet;
mod text;

use std::collections::BTreeMap;

use super::workbook::is_workbook;
use super::{AdoptError, Setting, Spot, TableError};
use crate::audit::Printed;
use crate::figures::Table;
use crate::plan::Near;

use label::Labels;

/// What a draft prints.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// What is printed, in order.
    pub printed: Vec<Printed>,
    /// Where each stands in its file.
    pub spots: Vec<Spot>,
    /// How those are tied that name no indicator themselves.
    pub tied: BTreeMap<usize, Tied>,
    /// The heads of columns that hold numbers and say nothing that is read.
    pub unread: Vec<String>,
}

/// How a printed number is tied to an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tied {
    /// By the words beside it, which are those of its label.
    ByWords,
    /// To none: it may be of one of these.
    Perhaps(Vec<Near>),
}

/// Why a draft cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Places of a table cannot.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Table(Vec<TableError>),
    /// No column says what rows are of, and it is no table of indicators.
    #[error("no column “{column}”")]
    Column {
        /// The column.
        column: &'static str,
    },
    /// A table of indicators cannot be understood.
    #[error(transparent)]
    Adopt(#[from] AdoptError),
    /// A text without a number.
    #[error("the text holds no number")]
    NoNumber,
}

/// Endings of the files that are texts.
const TEXTS: [&str; 4] = [".md", ".markdown", ".txt", ".text"];

/// Reads a draft: a workbook or CSV by its columns or as a table of indicators, a
/// Markdown or plain text by the numbers in it.
pub fn read_draft(
    file: &str,
    bytes: &[u8],
    table: &Table<'_>,
    setting: &Setting<'_>,
) -> Result<Draft, DraftError> {
    let labels = Labels::of(table);
    let lower = file.to_lowercase();
    if !is_workbook(file, bytes) && TEXTS.iter().any(|ending| lower.ends_with(ending)) {
        return text::read(file, bytes, table, &labels, setting);
    }
    match columns::read(file, bytes, setting)? {
        Some(draft) => Ok(draft),
        None => own::read(file, bytes, table, &labels, setting),
    }
}

impl Draft {
    /// The two one after the other.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        let before = self.printed.len();
        self.printed.extend(other.printed);
        self.spots.extend(other.spots);
        self.unread.extend(other.unread);
        self.tied.extend(other.tied.into_iter().map(|(at, tied)| (before + at, tied)));
        self
    }

    fn push(&mut self, printed: Printed, spot: Spot) {
        self.printed.push(printed);
        self.spots.push(spot);
    }
}
