//! The table at one date, in words.

use super::parts::{Layout, parts};
use super::status::with_statuses;
use super::{Column, Holds, Printed, parameters};
use crate::figures::{GroupTable, Table};
use crate::present::Messages;
use crate::present::scope::scope_lines;
use crate::present::table::{
    Supplement, group_percent, group_reached, heads, legend_lines, plain_cells, summary, supplement_count,
    table_title,
};

/// The table in words.
pub fn printed_table(messages: &Messages, table: &Table<'_>, supplement: Supplement) -> Printed {
    let adoption = &table.ruling.adopted.adoption;
    let layout = Layout {
        messages,
        group: &|group| group_cells(messages, group),
        row: &|row| plain_cells(messages, row),
        supplement,
    };
    let mut notes = legend_lines(messages);
    if supplement == Supplement::Counted {
        notes.extend(supplement_count(messages, table));
    }
    let printed = Printed {
        language: messages.language(),
        title: table_title(messages, table),
        scope: scope_lines(messages, &table.scope),
        summary: summary(messages, table),
        as_at: table.as_at,
        older: None,
        columns: columns(messages, table),
        parts: parts(&layout, table),
        notes,
        parameters: parameters(messages, table, None),
        notice: adoption.notice.as_ref().map(|words| messages.language().of(words).to_owned()),
    };
    with_statuses(messages, table, printed)
}

fn columns(messages: &Messages, table: &Table<'_>) -> Vec<Column> {
    let [target, delivered, percent] = heads(messages, table);
    let column = |words, holds| Column { words, holds };
    vec![
        column(messages.word("column-indicator"), Holds::Labels),
        column(target, Holds::Targets),
        column(delivered, Holds::Values),
        column(percent, Holds::Percents),
        column(messages.word("column-grade"), Holds::Grades),
    ]
}

/// How many are reached stands with the values, which decide it.
fn group_cells(messages: &Messages, group: &GroupTable<'_>) -> Vec<String> {
    let label = messages.language().of(&group.group.label).to_owned();
    let reached = group_reached(messages, group);
    vec![label, String::new(), reached, group_percent(messages, group), String::new()]
}
