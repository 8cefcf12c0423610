//! The table at a date beside that at an earlier one, in words.

use super::parts::{Layout, parts};
use super::status::with_statuses;
use super::{Column, Holds, Printed, parameters};
use crate::figures::Comparison;
use crate::present::Messages;
use crate::present::compared::{change_lines, comparison_title, group_cells, heads, row_cells};
use crate::present::scope::scope_lines;
use crate::present::table::{Supplement, group_reached, legend_marks};

/// The comparison in words.
pub fn printed_comparison(messages: &Messages, comparison: &Comparison<'_>) -> Printed {
    let table = &comparison.newer;
    let adoption = &table.ruling.adopted.adoption;
    let layout = Layout {
        messages,
        group: &|group| group_cells(messages, comparison, group, group_reached, ""),
        row: &|row| row_cells(messages, comparison, row),
        supplement: Supplement::Shown,
    };
    let notes = change_lines(messages, comparison).into_iter().chain([legend_marks(messages)]).collect();
    let printed = Printed {
        language: messages.language(),
        title: comparison_title(messages, comparison),
        scope: scope_lines(messages, &table.scope),
        summary: None,
        as_at: table.as_at,
        older: Some(comparison.older.as_at),
        columns: columns(messages, comparison),
        parts: parts(&layout, table),
        notes,
        parameters: parameters(messages, table, Some(comparison.older.as_at)),
        notice: adoption.notice.as_ref().map(|words| messages.language().of(words).to_owned()),
    };
    with_statuses(messages, table, printed)
}

/// What the columns of a comparison hold, in order.
const HOLDS: [Holds; 7] = [
    Holds::Labels,
    Holds::Targets,
    Holds::Values,
    Holds::Percents,
    Holds::OlderValues,
    Holds::OlderPercents,
    Holds::Changes,
];

fn columns(messages: &Messages, comparison: &Comparison<'_>) -> Vec<Column> {
    let heads = heads(messages, comparison).into_iter().zip(HOLDS);
    heads.map(|(words, holds)| Column { words, holds }).collect()
}
