//! A table as it is printed, before it is Markdown or HTML: the words of every
//! cell in one language, in the plan's order. The words are those of the
//! terminal's table; here nothing is formatted a second time.
//!
//! ```text
//! Table      ──▶ of_table.rs      ┐
//! Comparison ──▶ of_comparison.rs ┴▶ parts.rs ──▶ Printed ──▶ markdown.rs, page.rs
//! ```

mod of_comparison;
mod of_table;
mod parameters;
mod parts;
mod status;

use crate::event::{Day, Exact};
use crate::present::Language;
use crate::present::harmless::without_turns;

pub use of_comparison::printed_comparison;
pub use of_table::printed_table;
pub use parameters::Parameter;
use parameters::are_mixed;
pub(super) use parameters::{parameters, parameters_of, rule_statuses};

/// A table in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
    /// The language of the words.
    pub language: Language,
    /// Plan and date.
    pub title: String,
    /// What of the ledger it looks at, where that is not all of it.
    pub scope: Vec<String>,
    /// How many targets are reached.
    pub summary: Option<String>,
    /// The day of its values.
    pub as_at: Day,
    /// The day of the older values beside them.
    pub older: Option<Day>,
    /// The heads of the columns.
    pub columns: Vec<Column>,
    /// Objectives in order, then what stands outside them.
    pub parts: Vec<Part>,
    /// What marks mean, and what has changed.
    pub notes: Vec<String>,
    /// What the values follow from.
    pub parameters: Vec<Parameter>,
    /// What the plan says of itself.
    pub notice: Option<String>,
}

impl Printed {
    /// One group of it alone.
    pub fn of_group(&self, id: &str) -> Option<Self> {
        let is_it = |block: &Block| block.id.as_deref() == Some(id);
        let part = self.parts.iter().find(|part| part.blocks.iter().any(is_it))?;
        let blocks = part.blocks.iter().filter(|block| is_it(block)).cloned().collect();
        let part = Part { reached: String::new(), blocks, ..part.clone() };
        Some(Self { parts: vec![part], ..self.clone() })
    }

    /// The same without the marks that turn the direction of text.
    pub(super) fn without_turns(&self) -> Self {
        let mut clean = self.clone();
        let texts = std::iter::once(&mut clean.title)
            .chain(&mut clean.scope)
            .chain(&mut clean.summary)
            .chain(&mut clean.notes)
            .chain(&mut clean.notice)
            .chain(clean.columns.iter_mut().map(|column| &mut column.words))
            .chain(clean.parameters.iter_mut().map(|it| &mut it.value))
            .chain(clean.parts.iter_mut().flat_map(Part::texts));
        texts.for_each(|text| *text = without_turns(text));
        clean
    }
}

/// The head of a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// What people read.
    pub words: String,
    /// What the column holds.
    pub holds: Holds,
}

/// What a column holds. What a table is made of follows from it: the side of a
/// cell, its look, where it leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// The labels of rows.
    Labels,
    /// Targets.
    Targets,
    /// Values at the table's day.
    Values,
    /// How much of the target they are.
    Percents,
    /// Values at the older day.
    OlderValues,
    /// How much of the target those were.
    OlderPercents,
    /// By how much a value changed since.
    Changes,
    /// What backs values, as marks.
    Grades,
    /// Of which status rules are.
    Statuses,
}

impl Holds {
    /// Whether it is of numbers, which stand to the right.
    pub(super) const fn is_number(self) -> bool {
        !matches!(self, Self::Labels | Self::Grades | Self::Statuses)
    }
}

/// An objective, or what stands outside the objectives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The organisation's own numbering.
    pub number: Option<String>,
    /// What people read.
    pub title: String,
    /// How many of its targets are reached; nothing where it has none.
    pub reached: String,
    /// Its groups in order.
    pub blocks: Vec<Block>,
}

impl Part {
    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let blocks = self.blocks.iter_mut().flat_map(|block| {
            let lines = block.lines.iter_mut();
            let lines = lines.flat_map(|line| line.heading.iter_mut().chain(&mut line.cells));
            block.cells.iter_mut().chain(lines)
        });
        self.number.iter_mut().chain(std::iter::once(&mut self.title)).chain(blocks)
    }
}

/// A group with its rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The group's id; none of rows in words, which stand together.
    pub id: Option<String>,
    /// The group's own cells: its label, mean percentage, how many reached.
    pub cells: Vec<String>,
    /// Why it has no mean, where it has none.
    pub note: Option<String>,
    /// Its rows in order.
    pub lines: Vec<Line>,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The indicator's id.
    pub id: String,
    /// The heading that begins at it.
    pub heading: Option<String>,
    /// Whether it stands under a heading.
    pub is_under: bool,
    /// Its cells.
    pub cells: Vec<String>,
    /// How much of its target is reached, in percent of the bar: 0 to 100.
    pub bar: Option<Bar>,
}

/// A bar: how much of a whole is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bar {
    /// How much of it is filled, 0 to 100.
    pub filled: u8,
    /// Whether there is more than it can show.
    pub is_over: bool,
}

impl Bar {
    /// That of a ratio (1 = 100 %).
    pub fn of(ratio: &Exact) -> Self {
        let is_over = *ratio > Exact::one();
        let percent = (ratio.clone() * Exact::from(100_i64)).round(0);
        let filled = if is_over { 100 } else { percent.parse().unwrap_or(0) };
        Self { filled, is_over }
    }

    /// That of a part of a whole; none of no whole.
    pub fn part([reached, of]: [usize; 2]) -> Option<Self> {
        Exact::from(reached).divided_by(&Exact::from(of)).map(|ratio| Self::of(&ratio))
    }
}
