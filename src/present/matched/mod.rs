//! An outside list beside the ledger: what is one, why, and what is missing on either
//! side.

mod json;
mod text;
mod words;
mod workbook;

use crate::audit::{LedgerItem, Matched};
use crate::event::Day;
use crate::exchange::OutsideRow;
use crate::figures::State;
use crate::plan::Indicator;

pub use json::matched_json;
pub use text::matched_text;
pub use words::{match_title, row_words, why_words};
pub use workbook::matched_workbook;

/// A list beside the ledger, to show.
#[derive(Clone, Copy)]
pub struct ShownMatch<'a> {
    /// The entries that are known.
    pub state: &'a State,
    /// The name of the list's file.
    pub file: &'a str,
    /// The rows of the list.
    pub rows: &'a [OutsideRow],
    /// What of the ledger is looked at.
    pub items: &'a [LedgerItem],
    /// What became of both.
    pub matched: &'a Matched,
    /// The type whose activities are looked at.
    pub kind: Option<&'a str>,
    /// The indicator whose contributions are, and the date of its value.
    pub indicator: Option<(&'a Indicator, Day)>,
    /// From which day on, and by which.
    pub days: [Option<Day>; 2],
    /// How many days apart dates may lie to be near.
    pub apart: u32,
}
