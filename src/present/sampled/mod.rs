//! A sample: what draws it, its items, and what was found of them.
//!
//! ```text
//! ShownSample ──▶ text.rs       for people at a terminal
//!             ├─▶ json.rs       for programs, `sample/1`
//!             └─▶ workpaper.rs  to fill in, which `jalon sample --results` reads back
//! ```

mod item;
mod json;
mod parameters;
mod results;
mod samples;
mod text;
mod workpaper;

use super::Recorders;
use crate::figures::{RowTable, Ruling, Sample, SampleRecord, Sampling, State, Tested};

pub use json::sample_json;
pub use parameters::{reference, sample_parameters, stratum_lines};
pub use results::{projection_lines, test_words};
pub use samples::{
    sample_counts, sample_indicator, sample_words, samples_json, samples_text, tests_json, tests_words,
};
pub use text::{item_lines, sample_text};
pub use workpaper::{PAPER_HEADS, workpaper};

/// A sample to show.
#[derive(Clone, Copy)]
pub struct ShownSample<'a> {
    /// The entries that are known to it.
    pub state: &'a State,
    /// The plan that rules.
    pub ruling: &'a Ruling<'a>,
    /// The value of which it is drawn.
    pub row: &'a RowTable<'a>,
    /// What draws it.
    pub sampling: &'a Sampling,
    /// Its items.
    pub sample: &'a Sample,
    /// What was found of them, where that is recorded.
    pub record: Option<&'a SampleRecord>,
    /// Who recorded.
    pub recorders: &'a Recorders,
}

impl ShownSample<'_> {
    /// What was found last of an item.
    fn test(&self, entry: crate::event::EntryId) -> Option<&Tested> {
        self.record.and_then(|record| record.last_test(entry))
    }
}
