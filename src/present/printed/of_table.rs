//! The table at one date, in words.

use super::status::with_statuses;
use super::{Bar, Block, Column, Holds, Line, Part, Printed, parameters};
use crate::figures::{ExtraRow, GroupTable, RowTable, Table};
use crate::present::Messages;
use crate::present::breadth::Breadth;
use crate::present::scope::scope_lines;
use crate::present::table::{
    Supplement, group_percent, group_reached, heads, legend_lines, plain_cells, summary, supplement_count,
    table_title, told_words, with_headings,
};

/// The table in words.
pub fn printed_table(messages: &Messages, table: &Table<'_>, supplement: Supplement) -> Printed {
    let language = messages.language();
    let adoption = &table.ruling.adopted.adoption;
    let mut parts: Vec<Part> = table
        .objectives
        .iter()
        .map(|it| Part {
            number: it.objective.number.clone(),
            title: language.of(&it.objective.label).to_owned(),
            blocks: blocks(it.groups.iter(), |group| block(messages, group)),
        })
        .collect();
    let mut notes = legend_lines(messages);
    match supplement {
        Supplement::Shown => parts.extend(supplement_parts(messages, table, plain_cells, block)),
        Supplement::Counted => notes.extend(supplement_count(messages, table)),
    }
    let printed = Printed {
        language,
        title: table_title(messages, table),
        scope: scope_lines(messages, &table.scope),
        summary: summary(messages, table),
        columns: columns(messages, table),
        parts,
        notes,
        parameters: parameters(messages, table, None),
        notice: adoption.notice.as_ref().map(|words| language.of(words).to_owned()),
    };
    with_statuses(messages, table, printed)
}

fn columns(messages: &Messages, table: &Table<'_>) -> Vec<Column> {
    let [target, delivered, percent] = heads(messages, table);
    let column = |words, holds| Column { words, holds };
    vec![
        column(messages.word("column-indicator"), Holds::Labels),
        column(target, Holds::Numbers),
        column(delivered, Holds::Numbers),
        column(percent, Holds::Percentages),
        column(messages.word("column-grade"), Holds::Words),
    ]
}

/// The groups that have rows: those of a group in words stand elsewhere.
pub(super) fn blocks<'g, 'a: 'g>(
    groups: impl Iterator<Item = &'g GroupTable<'a>>,
    block: impl Fn(&GroupTable<'a>) -> Block,
) -> Vec<Block> {
    groups.filter(|group| !group.rows.is_empty()).map(block).collect()
}

fn block(messages: &Messages, group: &GroupTable<'_>) -> Block {
    let label = messages.language().of(&group.group.label).to_owned();
    let reached = group_reached(messages, group, Breadth::of(u16::MAX));
    let cells = vec![label, String::new(), String::new(), group_percent(messages, group), reached];
    let line = |(heading, row): (Option<&_>, &RowTable<'_>)| {
        line(messages, heading, row, plain_cells(messages, row))
    };
    Block { cells, lines: with_headings(&group.rows).map(line).collect() }
}

pub(super) fn line(
    messages: &Messages,
    heading: Option<&crate::plan::Words>,
    row: &RowTable<'_>,
    cells: Vec<String>,
) -> Line {
    Line {
        id: row.indicator.id.clone(),
        heading: heading.map(|words| messages.language().of(words).to_owned()),
        is_under: row.indicator.heading.is_some(),
        cells,
        bar: row.percent.as_ref().map(Bar::of),
    }
}

/// What stands outside the objectives: groups, and rows in words.
pub(super) fn supplement_parts<'a>(
    messages: &Messages,
    table: &Table<'a>,
    cells: impl Fn(&Messages, &RowTable<'a>) -> Vec<String>,
    block: impl Fn(&Messages, &GroupTable<'a>) -> Block,
) -> Vec<Part> {
    let language = messages.language();
    let part = |extra: &ExtraRow<'a>| match extra {
        ExtraRow::Group(group) => Part {
            number: None,
            title: language.of(&group.group.label).to_owned(),
            blocks: blocks(std::iter::once(group), |group| block(messages, group)),
        },
        ExtraRow::Narrative(row) => {
            let mut own = cells(messages, row);
            own[2] = told_words(messages, "narrative-entries", row);
            let lines = vec![Line { heading: None, ..line(messages, None, row, own) }];
            let title =
                language.of(row.indicator.heading.as_ref().unwrap_or(&row.indicator.label)).to_owned();
            Part { number: None, title, blocks: vec![Block { cells: vec![], lines }] }
        }
    };
    table.supplementary.iter().map(part).collect()
}
