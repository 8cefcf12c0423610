//! The table: what, of how many entries, ours, what is beside it, the bound.

use std::time::Duration;

use crate::grown::Grown;
use crate::quantity::{Bound, Quantity, times};

/// Rows told so far.
#[derive(Default)]
pub(crate) struct Rows {
    /// Entries of the ledger that is measured.
    size: usize,
    missed: Vec<String>,
    told: usize,
    /// The middle time of a table of an open ledger, by entries.
    pub(crate) tables: Vec<(usize, Duration)>,
}

/// A row that is being put together.
pub(crate) struct Row<'r> {
    rows: &'r mut Rows,
    what: String,
    size: usize,
    ours: Quantity,
    beside: Option<(String, Quantity)>,
    bounds: Vec<Bound>,
}

impl Rows {
    /// Begins with a ledger.
    pub(crate) fn begin(&mut self, grown: &Grown) {
        self.size = grown.size;
        let bytes = Quantity::Bytes(grown.export_bytes());
        println!("\n{} entries of {} bytes, {bytes}\n", grown.size, grown.mean_bytes());
        println!(
            "| {:58} | {:>8} | {:>10} | {:>34} | {:>7} | bound",
            "what", "entries", "ours", "beside", "ratio"
        );
        println!("|{:-<60}|{:->9}:|{:->11}:|{:->35}:|{:->8}:|{:-<24}|", "", "", "", "", "", "");
    }

    /// What was measured of the ledger at hand.
    pub(crate) fn row(&mut self, what: &str, ours: Quantity) -> Row<'_> {
        Row { what: what.to_owned(), size: self.size, ours, beside: None, bounds: Vec::new(), rows: self }
    }

    /// What could not be measured here, and why.
    pub(crate) fn pass_over(&self, what: &str, why: &str) {
        let why = why.lines().next().unwrap_or_default();
        println!("| {what:58} | {:>8} | {why}", self.size);
    }

    /// How many bounds do not hold.
    pub(crate) fn end(&self) {
        println!("\n{} rows; {} of them outside a bound", self.told, self.missed.len());
        self.missed.iter().for_each(|row| println!("  {row}"));
    }
}

impl Row<'_> {
    /// Of another number of entries than the ledger has.
    pub(crate) fn of(self, size: usize) -> Self {
        Self { size, ..self }
    }

    /// A peer or a limit of the same run.
    pub(crate) fn beside(self, what: &str, quantity: Quantity) -> Self {
        Self { beside: Some((what.to_owned(), quantity)), ..self }
    }

    /// A bound of the issue.
    pub(crate) fn within(mut self, bound: Bound) -> Self {
        self.bounds.push(bound);
        self
    }

    /// Told, with whether each bound holds.
    pub(crate) fn tell(self) {
        let Self { rows, what, size, ours, beside, bounds } = self;
        let ratio = beside.as_ref().map(|(_, other)| ours.beside(*other));
        let told = |bound: &Bound| (*bound, bound.holds(ours, ratio));
        let bounds: Vec<(Bound, bool)> = bounds.iter().map(told).collect();
        let words = |(bound, holds): &(Bound, bool)| format!("{bound} {}", if *holds { "yes" } else { "NO" });
        let words: Vec<String> = bounds.iter().map(words).collect();
        let words = words.join(", ");
        let ratio = ratio.map_or_else(String::new, times);
        let beside = beside.map_or_else(String::new, |(name, other)| format!("{name} {other}"));
        println!(
            "| {what:58} | {size:>8} | {:>10} | {beside:>34} | {ratio:>7} | {words:22} |",
            ours.to_string()
        );
        rows.told += 1;
        if bounds.iter().any(|(_, holds)| !holds) {
            rows.missed.push(format!("{what}, {size}: {ours}, {words}"));
        }
    }
}
