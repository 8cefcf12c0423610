//! The table at a date beside that at an earlier one, in words.

use super::of_table::{blocks, line, supplement_parts};
use super::status::with_statuses;
use super::{Block, Column, Holds, Line, Part, Printed, parameters};
use crate::figures::{Comparison, GroupTable, RowTable};
use crate::present::Messages;
use crate::present::breadth::Breadth;
use crate::present::compared::{change_lines, comparison_title, group_cells, heads, row_cells};
use crate::present::scope::scope_lines;
use crate::present::table::{legend_marks, with_headings};

/// The comparison in words.
pub fn printed_comparison(messages: &Messages, comparison: &Comparison<'_>) -> Printed {
    let language = messages.language();
    let table = &comparison.newer;
    let adoption = &table.ruling.adopted.adoption;
    let of_group = |group: &GroupTable<'_>| block(messages, comparison, group);
    let mut parts: Vec<Part> = table
        .objectives
        .iter()
        .map(|it| Part {
            number: it.objective.number.clone(),
            title: language.of(&it.objective.label).to_owned(),
            blocks: blocks(it.groups.iter(), of_group),
        })
        .collect();
    let cells = |_: &Messages, row: &RowTable<'_>| {
        let mut cells = row_cells(messages, comparison, row);
        cells.resize(7, String::new());
        cells
    };
    parts.extend(supplement_parts(messages, table, cells, |_, group| block(messages, comparison, group)));
    let notes = change_lines(messages, comparison).into_iter().chain([legend_marks(messages)]).collect();
    let printed = Printed {
        language,
        title: comparison_title(messages, comparison),
        scope: scope_lines(messages, &table.scope),
        summary: None,
        columns: columns(messages, comparison),
        parts,
        notes,
        parameters: parameters(messages, table, Some(comparison.older.as_at)),
        notice: adoption.notice.as_ref().map(|words| language.of(words).to_owned()),
    };
    with_statuses(messages, table, printed)
}

fn columns(messages: &Messages, comparison: &Comparison<'_>) -> Vec<Column> {
    let holds = |at| if at == 0 { Holds::Labels } else { Holds::Numbers };
    let heads = heads(messages, comparison).into_iter().enumerate();
    heads.map(|(at, words)| Column { words, holds: holds(at) }).collect()
}

fn block(messages: &Messages, comparison: &Comparison<'_>, group: &GroupTable<'_>) -> Block {
    let cells = group_cells(messages, comparison, group, Breadth::of(u16::MAX), "");
    let lines = with_headings(&group.rows).map(|(heading, row)| Line {
        bar: None,
        ..line(messages, heading, row, row_cells(messages, comparison, row))
    });
    Block { cells, lines: lines.collect() }
}
