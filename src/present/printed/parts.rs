//! The parts of a table, whatever its columns are: objectives with their
//! groups, then rows in words, then the groups without objective.

use super::{Bar, Block, Line, Part};
use crate::figures::{ExtraRow, GroupTable, RowTable, Table};
use crate::plan::Words;
use crate::present::Messages;
use crate::present::table::{Supplement, no_mean, objective_reached, with_headings};

/// What cells groups and rows have.
pub(super) struct Layout<'l, 'a> {
    pub(super) messages: &'l Messages,
    pub(super) group: &'l dyn Fn(&GroupTable<'a>) -> Vec<String>,
    pub(super) row: &'l dyn Fn(&RowTable<'a>) -> Vec<String>,
    /// Whether what stands outside the objectives is among them.
    pub(super) supplement: Supplement,
}

/// All parts in order.
pub(super) fn parts<'a>(layout: &Layout<'_, 'a>, table: &Table<'a>) -> Vec<Part> {
    let objectives = table.objectives.iter().map(|it| Part {
        number: it.objective.number.clone(),
        title: layout.words(&it.objective.label),
        reached: objective_reached(layout.messages, it),
        // Those of a group in words stand elsewhere.
        blocks: it.groups.iter().filter(|it| !it.rows.is_empty()).map(|it| layout.block(it)).collect(),
    });
    match layout.supplement {
        Supplement::Shown => objectives.chain(supplement(layout, table)).collect(),
        Supplement::Counted => objectives.collect(),
    }
}

/// What stands outside the objectives: rows in words together, then each group.
fn supplement<'a>(layout: &Layout<'_, 'a>, table: &Table<'a>) -> Vec<Part> {
    let mut told = Vec::new();
    let mut parts = Vec::new();
    for extra in &table.supplementary {
        match extra {
            ExtraRow::Narrative(row) => told.push(layout.line((row.indicator.heading.as_ref(), row))),
            ExtraRow::Group(group) => parts.push(Part {
                number: None,
                title: layout.words(&group.group.label),
                reached: String::new(),
                blocks: Some(layout.block(group)).filter(|it| !it.lines.is_empty()).into_iter().collect(),
            }),
        }
    }
    if !told.is_empty() {
        let blocks = vec![Block { id: None, cells: vec![], note: None, lines: told }];
        let title = layout.messages.word("table-told");
        parts.insert(0, Part { number: None, title, reached: String::new(), blocks });
    }
    parts
}

impl<'a> Layout<'_, 'a> {
    fn words(&self, words: &Words) -> String {
        self.messages.language().of(words).to_owned()
    }

    fn block(&self, group: &GroupTable<'a>) -> Block {
        Block {
            id: Some(group.group.id.clone()),
            cells: (self.group)(group),
            note: no_mean(self.messages, group),
            lines: with_headings(&group.rows).map(|it| self.line(it)).collect(),
        }
    }

    fn line(&self, (heading, row): (Option<&Words>, &RowTable<'a>)) -> Line {
        Line {
            id: row.indicator.id.clone(),
            heading: heading.map(|words| self.words(words)),
            is_under: row.indicator.heading.is_some(),
            cells: (self.row)(row),
            bar: row.percent.as_ref().map(Bar::of),
        }
    }
}
